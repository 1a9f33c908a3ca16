"""`check`: what an assessor would find in a file that was never imported, or in a stored year, and the exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ita_analysis.people import DESK
from ita_analysis.store.building import ready
from ita_analysis.store.synthetic import load_demo
from ita_analysis.texts import say, say_count
from ita_analysis.thai.text import has_thai
from tests.command.running import run
from tests.reports.bad_files import BAD_FILES
from tests.reports.plain_report import PLAN_ROWS, Plain, write_plain
from tests.store.files import rows, tables

KEYS = {"agency", "fiscal_year_be", "found", "doubtful", "missing", "documents", "left_out", "findings"}


def test_a_file_is_checked_without_being_stored(tmp_path: Path, fresh_file: Path) -> None:
    file = tmp_path / "รายงาน.docx"
    write_plain(file)
    said = run("check", file)
    assert (said.code, said.err) == (1, "")
    assert all(row[0] in said.out for row in PLAN_ROWS[:1])
    assert "⟦" not in said.out
    assert not fresh_file.exists(), "looking is not storing"


def test_as_json_it_is_one_object_with_the_same_counts(tmp_path: Path) -> None:
    file = tmp_path / "รายงาน.docx"
    write_plain(file)
    found = json.loads(run("check", file, "--json").out)
    assert set(found) == KEYS
    states = [part["state"] for document in found["documents"] for part in document["parts"]]
    assert {state: states.count(state) for state in ("found", "doubtful", "missing")} == {
        state: found[state] for state in ("found", "doubtful", "missing")
    }
    assert all(part["why"] for document in found["documents"] for part in document["parts"] if part["state"] != "found")
    assert [document["points"] for document in found["documents"]] == [5.0, 5.0]


def test_a_plan_alone_is_not_blamed_for_the_results_it_cannot_have_yet(tmp_path: Path) -> None:
    file = tmp_path / "แผน.docx"
    write_plain(file, Plain(with_result=False))
    found, forced = (json.loads(run("check", file, "--json", *more).out) for more in ((), ("--document", "report")))
    assert [document["kind"] for document in found["documents"]] == ["plan"]
    assert found["left_out"] == [{"kind": "report", "item": "O43"}]
    assert say("completeness.left_out.report", item="O43", option="--document report") in run("check", file).out
    assert [document["kind"] for document in forced["documents"]] == ["report"]
    assert forced["missing"] > 0


def test_the_stored_year_is_checked_where_no_file_is_named(shipped_file: Path) -> None:
    before = tables(ready(shipped_file))
    said = run("check", "--json")
    found = json.loads(said.out)
    assert (said.code, found["found"], found["missing"]) == (1, 6, 1)
    assert len(found["findings"]) == rows(ready(shipped_file), "select count(*) from finding")[0][0]
    assert tables(ready(shipped_file)) == before


def test_where_nothing_is_missing_the_exit_code_is_0(shipped_file: Path) -> None:
    ready(shipped_file).execute("update weakness set kind = 'urgent' where indicator_no = 8")
    assert run("check").code == 0


def test_a_year_whose_documents_nobody_knows_cannot_be_checked(tmp_path: Path) -> None:
    file = tmp_path / "รายงาน.docx"
    write_plain(file, Plain(year="ประจำปี"))
    said = run("check", file, "--fiscal-year", "2575")
    assert said.code == 2
    assert say("completeness.headline.unknown").replace("⟦", "").replace("⟧", "") in said.out
    assert run("check", file, "--fiscal-year", "2575", "--json").code == 2


def test_the_count_of_findings_is_said_once(tmp_path: Path) -> None:
    file = tmp_path / "รายงาน.docx"
    write_plain(file)
    count = len(json.loads(run("check", file, "--json").out)["findings"])
    assert run("check", file).out.count(say_count("completeness.findings", count)) == 1


def test_of_several_agencies_one_has_to_be_named(shipped_file: Path) -> None:
    load_demo(ready(shipped_file), who=DESK)
    said = run("check")
    assert (said.code, said.out, said.err.strip()) == (
        2,
        "",
        say("error.asked_agency", option="--agency", mark="agency="),
    )
    assert run("check", "--agency", "khao-saming").code == 1
    assert run("check", "--agency", "demo", "--fiscal-year", "2568").out


@pytest.mark.parametrize("asked", [("--agency", "nobody"), ("--fiscal-year", "2590")])
def test_what_is_not_stored_is_one_sentence(asked: tuple[str, str], shipped_file: Path) -> None:
    assert shipped_file.exists()
    said = run("check", *asked)
    assert (said.code, said.out, said.err.strip()) == (2, "", say("error.asked_nothing"))


@pytest.mark.parametrize("bad", BAD_FILES, ids=lambda bad: bad.id)
def test_a_file_that_cannot_be_read_is_one_sentence_and_code_2(bad: object, tmp_path: Path) -> None:
    file = tmp_path / bad.file_name  # type: ignore[attr-defined]
    bad.write(file)  # type: ignore[attr-defined]
    said = run("check", file)
    assert said.code == 2
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert has_thai(said.err)
