"""Each thing that can be wrong in a sheet of a plan is told with its cell and what to do; one untouched has none."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest

from ita_analysis.entries import LONGEST_LINE
from ita_analysis.intake.plan_sheet import PlanSheet, read_plan_sheet
from ita_analysis.intake.plan_sheet.faults import SEVERITY
from ita_analysis.thai.text import has_thai
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
    told,
    year_of,
)

NEW = {(3, "title"): "มาตรการใหม่"}
# What is typed into the cells, the rule that tells it, and the cell; the headings stand in row 3.
TYPED: list[tuple[Cells, str, str]] = [
    ({(1, "title"): None}, "title_missing", "C4"),
    ({(1, "title"): "…"}, "title_missing", "C4"),
    ({(3, "steps"): "ก"}, "title_missing", "C6"),
    ({(1, "title"): NEWS.title}, "title_of_another", "C4"),
    ({(3, "title"): WATER.title.replace("การ", "การ ", 1)}, "title_of_another", "C6"),
    ({**NEW, (5, "title"): "มาตรการ ใหม่"}, "title_repeated", "C8"),
    ({(1, "measure_id"): "ก"}, "measure_unclear", "A4"),
    ({(1, "measure_id"): 1.5}, "measure_unclear", "A4"),
    ({(1, "measure_id"): 99}, "measure_unknown", "A4"),
    ({(3, "measure_id"): 11, (3, "title"): "มาตรการใหม่"}, "measure_repeated", "A6"),
    ({(1, "rounds_months"): "6, 7"}, "round_unknown", "G4"),
    ({(1, "rounds_months"): 612}, "round_unknown", "G4"),
    ({(1, "rounds_months"): "ทุกไตรมาส"}, "round_unknown", "G4"),
    ({(1, "items"): "เผยแพร่"}, "item_unclear", "N4"),
    ({(1, "items"): "O12: ก\nข"}, "item_unclear", "N4"),
    ({(1, "items"): "O99: ก"}, "item_unknown", "N4"),
    ({(1, "items"): "O12: ก\nโอ1: ข"}, "item_unclear", "N4"),
    ({(1, "items"): "O12: ก\no-12 ข"}, "item_repeated", "N4"),
    ({(1, "items"): "O12:"}, "item_reason_missing", "N4"),
    ({**NEW, (3, "indicators"): "7, 11", (3, "why"): "ก"}, "indicator_unknown", "L6"),
    ({**NEW, (3, "indicators"): "การสื่อสาร", (3, "why"): "ก"}, "indicator_unknown", "L6"),
    ({**NEW, (3, "indicators"): "7"}, "indicator_reason_missing", "M6"),
    ({(1, "budget"): "ก" * (LONGEST_LINE + 1)}, "text_long", "J4"),
    ({(1, "budget"): "=1+1"}, "formula_unread", "J4"),
    ({(3, "title"): "=A1"}, "formula_unread", "C6"),
    ({(1, "no"): "แรก"}, "no_unclear", "B4"),
    ({(1, "no"): 0}, "no_unclear", "B4"),
    ({(1, "indicators"): "7"}, "indicators_kept", "L4"),
]  # fmt: skip


def without(*names: str) -> PlanSheet:
    """Return what a sheet says from which columns were taken."""
    book = openpyxl.load_workbook(BytesIO(handed_out()))
    page = book.worksheets[0]
    for cell in sorted(page[3], key=lambda cell: -cell.column):
        if cell.value in names:
            page.delete_cols(cell.column)
    return read(saved(book))


@pytest.mark.parametrize(("cells", "rule", "place"), TYPED)
def test_what_is_wrong_in_a_cell_is_told_there(cells: Cells, rule: str, place: str) -> None:
    sheet = read_filled(cells)
    assert told(sheet) == [(rule, place)]
    (found,) = sheet.findings
    assert found.severity == SEVERITY[rule]
    assert has_thai(found.title)
    assert has_thai(found.fix)
    assert found.place.sheet == "แผนมาตรการ"
    assert sheet.is_grave == (found.severity == "high")


def test_every_rule_about_a_cell_is_tried() -> None:
    of_the_table = {"column_repeated", "column_missing", "column_unknown", "whose_unsaid", "sheet_left_out"}
    of_the_year = {"rounds_none", "indicators_none"}
    assert {rule for _, rule, _ in TYPED} == set(SEVERITY) - of_the_table - of_the_year


def test_a_year_without_rounds_says_where_to_set_them() -> None:
    year = replace(year_of(), rounds=())
    sheet = read_plan_sheet("ก", filled(handed_out(), {(1, "rounds_months"): "6"}), year)
    assert told(sheet) == [("rounds_none", "G4")]


def test_a_year_without_a_framework_takes_no_indicator() -> None:
    year = replace(year_of(), indicators=())
    cells = {**NEW, (3, "indicators"): "7", (3, "why"): "ก"}
    assert told(read_plan_sheet("ก", filled(handed_out(), cells), year)) == [("indicators_none", "L6")]


def test_a_column_that_is_gone_is_told_and_its_field_counts_as_untouched() -> None:
    sheet = without("งบประมาณ", "ขั้นตอน")
    assert [(each.rule, each.quote) for each in sheet.findings] == [
        ("column_missing", "งบประมาณ"), ("column_missing", "ขั้นตอน"),
    ]  # fmt: skip
    assert {row.touched for row in sheet.rows} == {frozenset()}
    assert not sheet.is_grave


def test_columns_that_nobody_knows_or_that_stand_twice_are_told_and_not_read() -> None:
    book = openpyxl.load_workbook(BytesIO(handed_out()))
    book.worksheets[0]["P3"], book.worksheets[0]["Q3"] = "หมายเหตุ", "ขั้นตอน"
    book.worksheets[0]["Q4"] = "อื่น"
    sheet = read(saved(book))
    assert told(sheet) == [("column_repeated", "Q3"), ("column_unknown", "P3")]
    assert sheet.rows[0].plan == WATER


def test_a_sheet_that_does_not_say_whose_it_is_is_told_so() -> None:
    sheet = read(table([["ชื่อมาตรการ", "ขั้นตอน"], ["มาตรการใหม่", "ก"]]))
    assert "whose_unsaid" in {each.rule for each in sheet.findings}
    assert sheet.handed_out is None
    assert not sheet.is_grave


def test_a_second_worksheet_with_measures_is_told() -> None:
    book = openpyxl.load_workbook(BytesIO(handed_out()))
    more = book.create_sheet("แผนสำรอง")
    more.append(["ชื่อมาตรการ", "ขั้นตอน"])
    more.append(["มาตรการใหม่", "ก"])
    sheet = read(saved(book))
    assert [(each.rule, each.values["name"]) for each in sheet.findings] == [("sheet_left_out", "แผนสำรอง")]
    assert [row.measure_id for row in sheet.rows] == list(PLANS)


def test_the_gravest_come_first_and_then_they_go_down_the_sheet() -> None:
    sheet = read_filled({(2, "items"): "ก", (1, "no"): "ก", (1, "rounds_months"): "5"})
    assert told(sheet) == [("round_unknown", "G4"), ("item_unclear", "N5"), ("no_unclear", "B4")]


def test_what_nobody_touched_is_never_wrong() -> None:
    """A plan that was stored under other rules: an item that the year has no more, a round that it has no more."""
    stored = {11: replace(WATER, items={"O43": "เดิม"}, rounds_months=(1,), budget="ก" * (LONGEST_LINE + 9))}
    assert read(handed_out(stored), stored).findings == ()
    assert told(read_filled({(1, "items"): "O43: ใหม่"}, stored)) == [("item_unknown", "N4")]


def test_the_headings_stand_where_these_tests_look() -> None:
    assert head_row(handed_out()) == 3
