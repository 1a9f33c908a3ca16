"""`preview` and `import`: looked at, then stored once; a bad file is one sentence and exit code 1."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ita_analysis.store.building import ready
from ita_analysis.texts import say, say_count
from ita_analysis.thai.text import has_thai
from tests.command.running import Said, run, run_alone
from tests.reports.bad_files import BAD_FILES
from tests.reports.plain_report import AGENCY, PLAN_ROWS, SUFFIXES, Plain, write_plain
from tests.reports.variants import VARIANTS
from tests.store.files import forget, rows, tables
from tests.store.held import held

BY_ID = {bad.id: bad for bad in BAD_FILES}


def _written(folder: Path, suffix: str = ".docx", plain: Plain | None = None) -> Path:
    file = folder / f"รายงาน{suffix}"
    write_plain(file, plain)
    return file


def _refused(said: Said, *parts: str) -> None:
    assert said.code == 1
    assert said.out == ""
    assert said.err.count("\n") == 1, f"one sentence, not a page: {said.err}"
    assert has_thai(said.err)
    assert [part for part in parts if part not in said.err] == []


def test_a_preview_shows_what_was_read(tmp_path: Path, fresh_file: Path) -> None:
    said = run("preview", _written(tmp_path))
    assert (said.code, said.err) == (0, "")
    assert AGENCY in said.out
    assert all(row[0] in said.out for row in PLAN_ROWS)
    assert say_count("reading.measures", 2) in said.out
    assert not fresh_file.exists(), "looking is not storing"


@pytest.mark.parametrize("command", ["preview", "import"])
def test_as_json_it_is_one_object(command: str, tmp_path: Path, empty_file: Path) -> None:
    variant = VARIANTS[0]
    file = tmp_path / variant.file_name
    variant.write(file)
    said = run(command, file, "--json")
    found = json.loads(said.out)
    assert said.code == 0
    assert found["file"] == variant.file_name
    assert found["fiscal_year_be"] == variant.expected.fiscal_year_be
    assert len(found["measures"]) == len(variant.expected.measures or ())
    assert rows(ready(empty_file), "select count(*) from report") == [(int(command == "import"),)]


def test_a_preview_writes_nothing_at_all(tmp_path: Path, fresh_file: Path) -> None:
    file = _written(tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    for options in ([], ["--json"], ["--fiscal-year", "2565"], ["--round", "12"]):
        assert run("preview", file, *options).code == 0
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before
    assert not fresh_file.exists()


def test_an_import_shows_the_preview_and_then_stores(tmp_path: Path, empty_file: Path) -> None:
    file = _written(tmp_path)
    preview = run("preview", file)
    said = run("import", file)
    assert said.code == 0
    assert said.out.startswith(preview.out)
    assert said.out.removeprefix(preview.out).strip() == say("reading.stored", number=1)
    assert rows(ready(empty_file), "select title from measure order by measure_no") == [(row[0],) for row in PLAN_ROWS]


def test_an_import_into_nothing_builds_the_database_first(tmp_path: Path, fresh_file: Path) -> None:
    said = run("import", _written(tmp_path))
    assert say("reading.stored", number=2) in said.out, "the shipped record is the first"
    assert rows(ready(fresh_file), "select count(*) from report") == [(2,)]


def test_the_same_report_twice_is_said_and_not_doubled(tmp_path: Path, empty_file: Path) -> None:
    run("import", _written(tmp_path))
    before = tables(ready(empty_file))
    for suffix in SUFFIXES:
        said = run("import", _written(tmp_path, suffix))
        assert said.code == 0
        assert said.out.strip().endswith(say("reading.already_stored", number=1))
    assert tables(ready(empty_file)) == before


def test_a_stated_year_stands_in_where_the_document_has_none(tmp_path: Path, empty_file: Path) -> None:
    file = _written(tmp_path, plain=Plain(year="ประจำปี"))
    _refused(run("import", file), file.name)
    assert run("import", file, "--fiscal-year", "2564").code == 0
    assert rows(ready(empty_file), "select fiscal_year_be from report") == [(2564,)]


@pytest.mark.parametrize("year", ["64", "2021", "0", "25640", "-5"])
def test_a_year_that_is_no_year_of_the_buddhist_era_is_not_stored_as_one(
    year: str, tmp_path: Path, empty_file: Path
) -> None:
    """Refused in one sentence, or, where it can only mean one year, read as that."""
    said = run("import", _written(tmp_path, plain=Plain(year="ประจำปี")), f"--fiscal-year={year}")
    stored = rows(ready(empty_file), "select fiscal_year_be from report")
    assert stored == ([(2564,)] if year == "2021" and said.code == 0 else [])
    assert said.code in {0, 1, 2}
    assert "Traceback" not in said.err


def test_a_stated_round_is_the_round_of_the_results(tmp_path: Path, empty_file: Path) -> None:
    assert run("import", _written(tmp_path), "--round", "12").code == 0
    assert rows(ready(empty_file), "select distinct round_months from progress") == [(12,)]
    assert rows(ready(empty_file), "select round_months from report") == [(12,)]


def test_results_without_a_round_are_refused_until_one_is_stated(tmp_path: Path, empty_file: Path) -> None:
    file = _without_round(tmp_path)
    said = run("import", file)
    assert said.code == 1
    assert said.err.startswith(file.name)
    assert say("error.round_unknown") in said.err
    assert rows(ready(empty_file), "select count(*) from report") == [(0,)]
    assert run("import", file, "--round", "6").code == 0
    assert rows(ready(empty_file), "select distinct round_months from progress") == [(6,)]


def _without_round(folder: Path) -> Path:
    file = _written(folder, ".txt")
    text = file.read_text(encoding="utf-8").replace("เดือนตุลาคม ๒๕๖๓ ถึงเดือน มีนาคม ๒๕๖๔", "")
    for words in ("(รอบ ๖ เดือน)", "รอบ ๖ เดือน", "รอบ ๑๒ เดือน"):
        text = text.replace(words, "")
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize("command", ["preview", "import"])
@pytest.mark.parametrize("bad", ["empty-docx", "memo-txt", "cut-short-docx", "year-64-html", "no-measure-column-docx"])
def test_a_bad_file_is_one_sentence_and_nothing_is_built(
    bad: str, command: str, tmp_path: Path, fresh_file: Path
) -> None:
    file = tmp_path / BY_ID[bad].file_name
    BY_ID[bad].write(file)
    _refused(run(command, file), file.name)
    assert not fresh_file.exists()


@pytest.mark.parametrize("command", ["preview", "import"])
def test_a_file_that_is_not_there_is_named(command: str, tmp_path: Path, fresh_file: Path) -> None:
    _refused(run(command, tmp_path / "ไม่มี.docx"), "ไม่มี.docx")
    _refused(run(command, tmp_path), tmp_path.name)
    assert not fresh_file.exists()


def test_a_report_that_comes_while_the_dashboard_runs_is_refused_with_the_process(
    tmp_path: Path, empty_file: Path
) -> None:
    with held(empty_file) as number:
        said = run("import", _written(tmp_path))
    assert said.code == 1
    assert str(number) in said.err
    assert said.err.count("\n") == 1
    assert rows(ready(empty_file), "select count(*) from report") == [(0,)]


def test_as_a_command_of_its_own_it_speaks_thai_everywhere(tmp_path: Path, empty_file: Path) -> None:
    said = run_alone("import", _written(tmp_path), "--json", ITA_DATABASE=str(empty_file), ITA_START="empty")
    assert said.code == 0
    assert json.loads(said.out)["agency"]["name"] == AGENCY
    assert said.err.strip() == say("reading.stored", number=1), "nothing else stands beside it"
    forget(empty_file)
    assert rows(ready(empty_file), "select count(*) from report") == [(1,)]


def test_as_a_command_of_its_own_it_fails_in_one_sentence(tmp_path: Path, fresh_file: Path) -> None:
    bad = tmp_path / "ว่าง.docx"
    bad.write_bytes(b"")
    _refused(run_alone("import", bad, ITA_DATABASE=str(fresh_file)), bad.name)
    assert not fresh_file.exists()
