"""A record kept as CSV tables is read whole, or named with the file and the row that cannot be read."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from ita_analysis.errors import StoreError
from ita_analysis.intake.record_folder import read_record
from ita_analysis.paths import DATA
from ita_analysis.texts import explain

RECORD = DATA / "khao-saming"
TABLES = sorted(file.stem for file in RECORD.glob("*.csv"))
NUMBERS = {
    "report": "fiscal_year_be", "weaknesses": "indicator_no", "progress": "period_start", "evidence": "stated_on",
    "findings": "sentence_values", "links": "indicator_no", "step_progress": "round_months",
    "measures": "rounds_months",
}  # fmt: skip


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the shipped record that may be spoilt."""
    return Path(shutil.copytree(RECORD, tmp_path / "record"))


def _refused(folder: Path) -> StoreError:
    with pytest.raises(StoreError) as refused:
        read_record(folder)
    assert refused.value.key == "record_damaged"
    assert folder.name in explain(refused.value)
    return refused.value


def test_empty_cells_are_missing_and_not_empty_words() -> None:
    report = read_record(RECORD).report
    assert [progress.note for progress in report.progress] == [None] * 3
    assert report.written_in == date(2021, 4, 1)
    assert all(weak.score is None for weak in report.weaknesses)


def test_rows_of_a_measure_come_to_that_measure() -> None:
    first, second, third = read_record(RECORD).report.measures
    assert [len(each.steps) for each in (first, second, third)] == [3, 2, 1]
    assert [[link.no for link in each.indicators] for each in (first, second, third)] == [[3], [7], [10]]
    assert all(link.basis == "analyst" and link.reason for each in (first, second, third) for link in each.indicators)


@pytest.mark.parametrize("table", TABLES)
def test_a_table_that_is_not_there_is_named(table: str, copy: Path) -> None:
    (copy / f"{table}.csv").unlink()
    assert _refused(copy).values["file"] == f"{table}.csv"


@pytest.mark.parametrize(("table", "column"), NUMBERS.items())
def test_a_cell_that_cannot_be_read_is_named_with_its_row(table: str, column: str, copy: Path) -> None:
    _change(copy / f"{table}.csv", lambda lines: [lines[0], *_spoilt(lines[0], lines[1], column), *lines[2:]])
    found = _refused(copy)
    assert (found.values["file"], found.values["row"]) == (f"{table}.csv", 2)


@pytest.mark.parametrize(("table", "column"), NUMBERS.items())
def test_a_column_that_is_not_there_is_named_with_its_table(table: str, column: str, copy: Path) -> None:
    _change(copy / f"{table}.csv", lambda lines: [lines[0].replace(column, "other"), *lines[1:]])
    assert _refused(copy).values["file"] in {f"{table}.csv", "measures.csv"}


@pytest.mark.parametrize("table", ["agency", "report"])
def test_a_table_of_one_row_without_it_is_named(table: str, copy: Path) -> None:
    _change(copy / f"{table}.csv", lambda lines: lines[:1])
    assert _refused(copy).values["file"] == f"{table}.csv"


@pytest.mark.parametrize("table", ["progress", "step_progress"])
def test_a_row_of_a_measure_that_is_not_there_is_named(table: str, copy: Path) -> None:
    _change(copy / f"{table}.csv", lambda lines: [*lines[:-1], "9" + lines[-1][1:]])
    assert _refused(copy).values["file"] == f"{table}.csv"


def test_a_table_in_another_encoding_is_named(copy: Path) -> None:
    file = copy / "weaknesses.csv"
    file.write_bytes(file.read_text(encoding="utf-8").encode("cp874"))
    assert _refused(copy).values["file"] == "weaknesses.csv"


def test_a_table_saved_by_excel_is_read(copy: Path) -> None:
    for file in copy.glob("*.csv"):
        file.write_text(file.read_text(encoding="utf-8"), encoding="utf-8-sig", newline="\r\n")
    assert read_record(copy) == read_record(RECORD)


def _change(file: Path, change: Callable[[list[str]], list[str]]) -> None:
    lines = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join(change(lines)) + "\n", encoding="utf-8")


def _spoilt(head: str, line: str, column: str) -> list[str]:
    cells = dict(zip(head.split(","), next(csv.reader([line])), strict=True)) | {column: "ไม่ใช่ค่าที่อ่านได้"}
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(cells.values())
    return [out.getvalue()]
