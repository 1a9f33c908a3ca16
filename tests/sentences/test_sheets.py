"""What a sheet says in lines: many, one and none; what became of it."""

from __future__ import annotations

from dataclasses import replace

from ita_analysis.sentences.sheets import sheet_lines, stored_lines
from ita_analysis.store.results import StoredSheet
from ita_analysis.texts import say, say_count
from tests.intake.sheets.reading import read_rows
from tests.intake.sheets.written import WIDE_ROWS, wide


def test_one_result_and_its_findings() -> None:
    sheet = read_rows(wide([*WIDE_ROWS[0][:7], 91.25, "A"]))
    lines = list(sheet_lines(sheet))
    assert say_count("reading.sheet.results", 1) in lines
    assert say("reading.sheet.form", form=say("instruments_form.percent")) in lines
    assert any("91.25" in line and "88.50" in line and "แถว 2 คอลัมน์ H" in line for line in lines)


def test_missing_numbers_are_said_and_are_no_zero() -> None:
    sheet = read_rows([["หน่วยงาน", "ปี", "O42"], ["อบต.เขาสมิง", 2564, 100]])
    (line,) = [line for line in sheet_lines(sheet) if "เขาสมิง" in line]
    assert line.count(say("missing")) == 4


def test_nothing_read_is_said() -> None:
    lines = list(sheet_lines(replace(read_rows(wide()), results=(), unknown=())))
    assert say_count("reading.sheet.results", 0) in lines
    assert say_count("reading.sheet.unknown", 0) in lines


def test_of_many_results_the_first_are_shown() -> None:
    rows = wide(*([no, f"อบต.ที่{no}ก", "ตราด", 2564, 85, 90, 90, 88.5, "A"] for no in range(13)))
    assert f"  {say('reading.sheet.more', count=3)}" in list(sheet_lines(read_rows(rows)))


def test_what_became_of_a_sheet() -> None:
    new = StoredSheet(3, ("a", "b", "b"), is_new=True, replaced_count=4)
    assert list(stored_lines(new)) == [
        say_count("reading.sheet.stored", 2, number=3),
        say("reading.sheet.replaced", count=4),
    ]
    known = StoredSheet(3, ("a",), is_new=False)
    assert list(stored_lines(known)) == [say_count("reading.sheet.already_stored", 1, number=3)]
