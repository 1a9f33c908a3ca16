"""A sheet may be filled in as people do: other order and names of columns, Thai digits, numbers, days, blank rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from io import BytesIO

import openpyxl
import pytest

from ita_analysis.entries import Plan
from tests.intake.plan_sheet.filled import (
    NEWS,
    PLANS,
    WATER,
    Cells,
    filled,
    handed_out,
    head_row,
    read,
    read_filled,
    saved,
    table,
    with_texts_inline,
)


def plan_of(cells: Cells) -> Plan:
    """Return the plan of the first measure after cells of it were filled."""
    sheet = read_filled(cells)
    assert sheet.findings == ()
    return sheet.rows[0].plan


@pytest.mark.parametrize(
    "typed", ["3,9", "๓, ๙", "3 และ 9", "รอบ 3 เดือน และรอบ 9 เดือน", "9 3", "3\r\n9", "3, 9, 3", "3.9", 3.9]
)
def test_rounds(typed: object) -> None:
    assert plan_of({(1, "rounds_months"): typed}).rounds_months == (3, 9)


@pytest.mark.parametrize("typed", [6, "6", "๖", 6.0, "6 เดือน"])
def test_one_round(typed: object) -> None:
    assert plan_of({(1, "rounds_months"): typed}).rounds_months == (6,)


def test_no_round() -> None:
    assert plan_of({(1, "rounds_months"): None}).rounds_months == ()


@pytest.mark.parametrize("typed", ["ก\nข", "ก\r\nข", "\n ก \n\n  ข\t\n", "ก\rข"])
def test_lines_of_a_cell(typed: str) -> None:
    assert plan_of({(1, "steps"): typed, (1, "guidelines"): typed}).steps == ("ก", "ข")


@pytest.mark.parametrize(
    ("typed", "items"),
    [
        ("O12: ก", {"O12": "ก"}),
        ("o12 : ก\ni1) ข", {"O12": "ก", "i1": "ข"}),
        ("ข้อ O๑๒ ก", {"O12": "ก"}),
        ("O-12 – ก: ข", {"O12": "ก: ข"}),
        ("O012：ก", {"O12": "ก"}),
        (None, {}),
    ],
)
def test_items(typed: str | None, items: dict[str, str]) -> None:
    assert plan_of({(1, "items"): typed}).items == items


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (50000, "50000"),
        (0.1 + 0.2, "0.3"),
        (1e20, "1e+20"),
        (True, "TRUE"),
        (date(2020, 10, 1), "1 ตุลาคม 2563"),
        (datetime(2563, 10, 1), "1 ตุลาคม 2563"),  # noqa: DTZ001 - as Excel keeps what was typed as 1/10/2563
        (time(8, 30), "08:30:00"),
        (" 50,000\nบาท ", "50,000 บาท"),
    ],
)
def test_numbers_days_and_line_ends_where_a_line_of_words_is_meant(typed: object, words: str) -> None:
    assert plan_of({(1, "budget"): typed}).budget == words


@pytest.mark.parametrize("typed", ["11", "๑๑", 11, 11.0, " 11 "])
def test_the_number_of_a_measure(typed: object) -> None:
    sheet = read_filled({(1, "measure_id"): typed, (1, "no"): "๒."})
    assert (sheet.rows[0].measure_id, sheet.rows[0].no, sheet.findings) == (11, 2, ())


@pytest.mark.parametrize("typed", ["7, 8", "๗ และ ๘", "ตัวชี้วัดที่ 7, ตัวชี้วัดที่ 8", "7\n8", 7.8])
def test_indicators_of_a_new_measure(typed: object) -> None:
    sheet = read_filled({(3, "title"): "มาตรการใหม่", (3, "indicators"): typed, (3, "why"): "เพราะ"})
    assert (sheet.rows[2].indicators, sheet.findings) == ({7: "เพราะ", 8: "เพราะ"}, ())


def test_columns_in_another_order_with_other_names_and_spaces() -> None:
    rows = [
        ["แผน"],
        [" ขั้น ตอน (บรรทัดละขั้น) ", "หน่วยงานที่รับผิดชอบ", "", "มาตรการ", "รหัส มาตรการ", "รอบ\nรายงาน"],
        ["ก\nข", "กองช่าง", "", WATER.title, 11, "12"],
    ]
    (row,) = read(table(rows)).rows
    assert (row.measure_id, row.row) == (11, 3)
    assert row.plan == Plan(WATER.title, "กองช่าง", steps=("ก", "ข"), rounds_months=(12,))
    assert row.touched == {"title", "responsible", "steps", "rounds_months"}, "without a version nobody knows"


def test_blank_rows_rows_with_a_number_alone_and_headings_printed_again_say_nothing() -> None:
    cells = {
        (4, "no"): 4,
        (6, "title"): "มาตรการใหม่",
        (7, "title"): "ชื่อมาตรการ",
        (7, "steps"): "ขั้นตอน",
        (8, "budget"): "  ",
    }
    sheet = read_filled(cells)
    assert [(row.row, row.plan.title) for row in sheet.rows] == [(4, WATER.title), (5, NEWS.title), (9, "มาตรการใหม่")]
    assert sheet.findings == ()


@pytest.mark.parametrize("again", [with_texts_inline, lambda content: saved(openpyxl.load_workbook(BytesIO(content)))])
def test_other_programs_save_the_same_plan(again: object) -> None:
    sheet = read(again(handed_out()))  # type: ignore[operator]
    assert {row.measure_id: row.plan for row in sheet.rows} == PLANS
    assert ({row.touched for row in sheet.rows}, sheet.findings) == ({frozenset()}, ())


def test_numbers_saved_as_texts_and_texts_saved_as_numbers() -> None:
    stored = {11: replace(WATER, budget="50000", rounds_months=(6,))}
    cells = {(1, "measure_id"): "11", (1, "no"): "1", (1, "budget"): 50000, (1, "rounds_months"): 6}
    sheet = read(filled(handed_out(stored), cells), stored)
    assert (sheet.rows[0].plan, sheet.rows[0].touched) == (stored[11], frozenset())


def test_line_ends_that_excel_writes_as_carriage_returns() -> None:
    assert plan_of({(1, "steps"): "จัดทำแบบคำร้อง_x000D_\nสรุปผลรายเดือน"}).steps == WATER.steps


def test_a_comma_separated_file_is_read_too() -> None:
    content = 'ชื่อมาตรการ,ขั้นตอน,รอบที่รายงาน\nมาตรการใหม่,"ก\nข","6, 12"\n'.encode("utf-8-sig")
    (row,) = read(content, name="แผน.csv").rows
    assert row.plan == Plan("มาตรการใหม่", steps=("ก", "ข"), rounds_months=(6, 12))


def test_a_table_that_was_moved_down_and_aside_is_found() -> None:
    book = openpyxl.load_workbook(BytesIO(handed_out()))
    book.worksheets[0].insert_rows(3, 5)
    book.worksheets[0].insert_cols(1, 2)
    content = saved(book)
    assert head_row_of(content) == 8
    assert {row.measure_id: row.plan for row in read(content).rows} == PLANS


def head_row_of(content: bytes) -> int:
    page = openpyxl.load_workbook(BytesIO(content)).worksheets[0]
    return next(row[0].row for row in page.iter_rows() if "ชื่อมาตรการ" in {cell.value for cell in row})


def test_a_new_measure_needs_its_title_alone() -> None:
    sheet = read_filled({(3, "title"): "มาตรการใหม่"})
    assert sheet.rows[2].plan == Plan("มาตรการใหม่")
    assert sheet.findings == ()
    assert head_row(handed_out()) + 3 == sheet.rows[2].row
