"""`report`: the files of an agency's year in a folder, the same bytes for the same data, told while it goes on."""

from __future__ import annotations

import json
from pathlib import Path
from zipfile import ZipFile

import duckdb
import pytest

from ita_analysis.people import DESK
from ita_analysis.publishing.files import FORMATS, KINDS
from ita_analysis.store.rounds import set_rounds
from ita_analysis.texts import say
from tests.command.running import run, run_alone
from tests.store.entered import YEAR, year_of
from tests.store.files import forget
from tests.store.invented import agency, small_report, store

ASKED = ("report", "--year", "2564", "--round", "6", "--date", "2026-11-26")


@pytest.mark.usefixtures("shipped_file")
def test_it_writes_what_was_asked_for_and_says_where(tmp_path: Path) -> None:
    said = run(*ASKED, "--format", "docx,xlsx", "--out", tmp_path / "new" / "folder")
    assert said.code == 0
    written = [Path(line) for line in said.out.splitlines()]
    assert [each.suffix for each in written] == [".docx", ".docx", ".xlsx"]
    assert sorted(written) == sorted((tmp_path / "new" / "folder").iterdir())
    assert said.err.splitlines() == [
        say("command.writing", number=number, count=3, what=f"{say(f'files.holds.{holds}')} ({form})")
        for number, (holds, form) in enumerate((("plan", "DOCX"), ("result", "DOCX"), ("tables", "XLSX")), 1)
    ]


@pytest.mark.usefixtures("shipped_file")
def test_the_same_data_and_day_make_the_same_bytes_in_another_process(shipped_file: Path, tmp_path: Path) -> None:
    assert run(*ASKED, "--out", tmp_path / "here").code == 0
    forget(shipped_file)
    alone = run_alone(*ASKED, "--out", tmp_path / "alone", ITA_DATABASE=str(shipped_file))
    assert alone.code == 0, alone.err
    first, again = (
        {each.name: each.read_bytes() for each in (tmp_path / name).iterdir()} for name in ("here", "alone")
    )
    assert len(first) == 8
    assert first == again


@pytest.mark.usefixtures("shipped_file")
def test_an_unknown_format_is_told_with_those_that_are_known(tmp_path: Path) -> None:
    said = run(*ASKED, "--format", "docx,doc", "--out", tmp_path / "out")
    assert (said.code, said.out) == (2, "")
    assert say("command.format_unknown", named="doc", known=", ".join(FORMATS)) in said.err
    assert not (tmp_path / "out").exists()


@pytest.mark.usefixtures("shipped_file")
@pytest.mark.parametrize("day", ["1979-12-31", "2108-01-01", "9999-12-31"])
def test_a_day_that_no_file_can_hold_is_one_sentence(day: str, tmp_path: Path) -> None:
    said = run("report", "--date", day, "--out", tmp_path / "out")
    told = say("error.report_day_far", text=day, first=1980, last=2107)
    assert (said.code, said.out, said.err.strip()) == (1, "", told)
    assert not (tmp_path / "out").exists()


@pytest.mark.usefixtures("shipped_file")
@pytest.mark.parametrize("day", ["1980-01-01", "2107-12-31"])
def test_the_first_and_the_last_day_make_every_file(day: str, tmp_path: Path) -> None:
    said = run("report", "--date", day, "--format", "zip", "--out", tmp_path / "out")
    assert said.code == 0, said.err
    with ZipFile(next((tmp_path / "out").iterdir())) as whole:
        assert whole.testzip() is None


@pytest.mark.usefixtures("shipped_file")
@pytest.mark.parametrize("day", ["26/11/2026", "2026-02-30", "พรุ่งนี้"])
def test_a_day_that_is_none_is_one_sentence(day: str, tmp_path: Path) -> None:
    said = run("report", "--date", day, "--out", tmp_path / "out")
    assert (said.code, said.out, said.err.strip()) == (1, "", say("error.report_day_unreadable", text=day))


@pytest.mark.parametrize("formats", ["docx", "pdf", "pptx,pdf"])
def test_the_report_on_a_round_without_a_result_is_refused(
    formats: str, empty: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    year_of(empty)
    said = run("report", "--year", YEAR, "--round", "6", "--format", formats, "--out", tmp_path / "out")
    assert (said.code, said.out, said.err.strip()) == (1, "", say("error.report_round_empty", months=6))
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(("formats", "count"), [("pptx", 1), ("xlsx,html", 2)])
def test_slides_and_tables_of_a_round_need_no_result(
    formats: str, count: int, empty: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    year_of(empty)
    said = run("report", "--year", YEAR, "--round", "12", "--format", formats, "--out", tmp_path / "out")
    assert said.code == 0
    assert len(list((tmp_path / "out").iterdir())) == count
    assert say("command.without_result", months=12) not in said.err


def test_all_files_of_a_round_without_a_result_say_that_there_is_no_report(
    empty: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    year_of(empty)
    said = run("report", "--year", YEAR, "--round", "12", "--out", tmp_path / "out")
    assert said.code == 0
    assert said.err.splitlines()[0] == say("command.without_result", months=12)
    assert len(list((tmp_path / "out").iterdir())) == len([each for each in KINDS if each.holds != "result"])


@pytest.mark.parametrize(("formats", "is_told"), [("docx", True), ("zip", True), ("pptx,xlsx", False)])
def test_without_any_result_it_is_said_that_there_is_no_report(
    formats: str, is_told: bool, empty: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    year_of(empty)
    said = run("report", "--year", YEAR, "--format", formats, "--out", tmp_path / "out")
    assert (said.code, say("command.without_any_result") in said.err) == (0, is_told)


def test_unasked_the_year_is_the_latest_with_something_to_read_as_it_is_for_check(
    empty: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    code = store(empty, small_report()).agency_code
    set_rounds(empty, code, 2566, {6: None}, who=DESK)
    assert json.loads(run("check", "--json").out)["fiscal_year_be"] == 2564
    said = run("report", "--format", "html", "--out", tmp_path)
    assert "2564" in Path(said.out.strip()).name


def test_of_several_agencies_one_has_to_be_named(empty: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    codes = [store(empty, small_report(agency(number))).agency_code for number in (1, 2)]
    said = run("report", "--out", tmp_path)
    assert (said.code, said.err.strip()) == (1, say("error.asked_agency", option="--agency", mark="agency="))
    named = run("report", "--agency", codes[1], "--format", "docx", "--out", tmp_path)
    assert named.code == 0
    assert all("ตัวอย่างที่-2" in line for line in named.out.splitlines())


@pytest.mark.usefixtures("shipped_file")
@pytest.mark.parametrize("asked", [("--year", "2599"), ("--agency", "nobody")])
def test_what_is_not_known_is_one_sentence(asked: tuple[str, str], tmp_path: Path) -> None:
    said = run("report", *asked, "--out", tmp_path)
    assert (said.code, said.out, said.err.strip()) == (1, "", say("error.asked_nothing"))


@pytest.mark.usefixtures("shipped_file")
def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    said = run(*ASKED, "--format", "docx", "--out", tmp_path / "file")
    assert said.code == 1
    assert said.err.count("\n") == 2, "what it was writing, and why it could not"
    assert say("error.report_unwritable", folder="file") in said.err
