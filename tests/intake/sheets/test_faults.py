"""Each bad sheet: what is wrong, in which sheet, row and column, and what to do; grave ones are not stored."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from ita_analysis.intake.sheets.faults import RULES, SEVERITY
from ita_analysis.intake.sheets.preview import as_json, read_sheet
from ita_analysis.thai.text import has_thai
from tests.intake.sheets.reading import read_rows, rules, scores_of, told
from tests.intake.sheets.written import WIDE_HEAD, WIDE_ROWS, Rows, csv_bytes, wide, xlsx_bytes

NAME = "อบต.เขาสมิง"
GOOD = WIDE_ROWS[0]
GRAVE: Mapping[str, tuple[Rows, str, str]] = {
    "score_out_of_range": (wide([*GOOD[:4], 101, *GOOD[5:]]), "แถว 2 คอลัมน์ E", "101"),
    "text_in_score": (wide(GOOD, [2, "ทต.ท่า", "ตราด", 2564, 85, "ดีมาก", 90, None, None]), "แถว 3 คอลัมน์ F", "ดีมาก"),
    "formula_error": (wide([*GOOD[:6], "#DIV/0!", *GOOD[7:]]), "แถว 2 คอลัมน์ G", "#DIV/0!"),
    "result_repeated": (wide(GOOD, [2, NAME, *GOOD[2:]]), "แถว 3 คอลัมน์ B", "องค์การบริหารส่วนตำบลเขาสมิง"),
    "agency_missing": (wide(GOOD, [2, None, *GOOD[2:]]), "แถว 3 คอลัมน์ B", ""),
    "agency_not_a_name": (wide(GOOD, [2, 1234, *GOOD[2:]]), "แถว 3 คอลัมน์ B", "1234"),
    "agency_column_missing": ([["ปี", "คะแนนรวม"], [2564, 80]], "แถว 1", ""),
    "indicator_unknown": ([["หน่วยงาน", "ปี", "ตัวชี้วัดที่ 11"], [NAME, 2564, 80]], "แถว 2 คอลัมน์ C", "ตัวชี้วัดที่ 11"),
    "item_unknown": ([["หน่วยงาน", "ปี", "O1", "O43"], [NAME, 2568, 100, 100]], "แถว 2 คอลัมน์ D", "O43"),
    "instrument_unknown": ([["หน่วยงาน", "ปี", "EIT ส่วนที่ 1"], [NAME, 2564, 80]], "แถว 2 คอลัมน์ C", "EIT ส่วนที่ 1"),
    "year_missing": ([["หน่วยงาน", "คะแนนรวม"], [NAME, 80]], "แถว 1", ""),
    "year_unclear": (wide([*GOOD[:3], 64, *GOOD[4:]]), "แถว 2 คอลัมน์ D", "64"),
    "year_without_framework": (wide([*GOOD[:3], 2554, *GOOD[4:]]), "แถว 2", "2554"),
    "form_unclear": (wide([1, NAME, "ตราด", 2564, 25, 27, 30, None, None]), "แถว 2 คอลัมน์ E", "25"),
    "scale_unclear": (
        [["หน่วยงาน", "ปี", "O1", "O2", "O3"], [NAME, 2564, 0, 1, 1]],
        "แถว 2 คอลัมน์ D",
        "1",
    ),
    "no_score_column": ([["หน่วยงาน", "ปี", "ค่าพิเศษ"], [NAME, 2564, 80]], "แถว 1", ""),
    "no_scores": (wide([1, NAME, "ตราด", 2564, "-", "-", "-", "-", "-"]), "แถว 2", ""),
    "score_repeated": (
        [["หน่วยงาน", "ปี", "ตัวชี้วัด", "คะแนน"], [NAME, 2564, "O42", 100], [NAME, 2564, "o42", 0]],
        "แถว 3 คอลัมน์ D",
        "o42",
    ),
}
SAID: Mapping[str, tuple[Rows, str, str]] = {
    "total_differs": (wide([*GOOD[:7], 91.25, "A"]), "แถว 2 คอลัมน์ H", "91.25"),
    "grade_differs": (wide([*GOOD[:7], 88.5, "AA"]), "แถว 2 คอลัมน์ I", "AA"),
    "grade_unknown": (wide([*GOOD[:7], 88.5, "ดีมาก"]), "แถว 2 คอลัมน์ I", "ดีมาก"),
    "agency_kind_unknown": (wide([1, "เขาสมิง", *GOOD[2:]]), "แถว 2 คอลัมน์ B", "เขาสมิง"),
    "agency_namesakes": (
        [["หน่วยงาน", "อำเภอ", "ปี", "คะแนนรวม"], [NAME, "ก้าว", 2564, 80], [NAME, "ข้าว", 2564, 81]],
        "แถว 3 คอลัมน์ A",
        "องค์การบริหารส่วนตำบลเขาสมิง",
    ),
    "column_repeated": (
        [["หน่วยงาน", "ปี", "คะแนนรวม", "คะแนน ITA"], [NAME, 2564, 80, 80]],
        "แถว 1 คอลัมน์ D",
        "คะแนน ITA",
    ),
    "unknown_column": ([[*WIDE_HEAD, "ความเห็น"], [*GOOD, "ผ่าน"]], "แถว 1 คอลัมน์ J", "ความเห็น"),
    "column_left_out": (wide(GOOD), "แถว 1", "ลำดับ"),
    "summary_left_out": (wide(GOOD, [None, "เฉลี่ย", None, None, 1, 1, 1, 1]), "แถว 3 คอลัมน์ B", "เฉลี่ย"),
    "row_left_out": (wide(GOOD, ["หมายเหตุ: คะแนนอย่างเป็นทางการ"]), "แถว 3 คอลัมน์ A", "หมายเหตุ: คะแนนอย่างเป็นทางการ"),
    "row_without_scores": (wide(GOOD, [2, "ทต.ท่าช้าง", "ตราด", 2564]), "แถว 3 คอลัมน์ B", "ทต.ท่าช้าง"),
    "score_unnamed": (
        [["หน่วยงาน", "ปี", "ตัวชี้วัด", "คะแนน"], [NAME, 2564, "O42", 100], [NAME, 2564, "ความสุข", 90]],
        "แถว 3 คอลัมน์ C",
        "ความสุข",
    ),
    "part_differs": (
        [["หน่วยงาน", "ปี", "ตัวชี้วัดที่ 9", "ตัวชี้วัดที่ 10", "OIT (100)"], [NAME, 2564, 80, 90, 95]],
        "แถว 2 คอลัมน์ E",
        "95",
    ),
}
ELSEWHERE = {"formula_not_calculated", "sheet_left_out", "more_places"}
CASES = {**GRAVE, **SAID}


def test_every_rule_has_a_sheet_that_breaks_it() -> None:
    assert set(CASES) | ELSEWHERE == set(RULES)


@pytest.mark.parametrize("rule", GRAVE)
def test_a_grave_fault_is_grave(rule: str) -> None:
    assert SEVERITY[rule] == "high"


@pytest.mark.parametrize("rule", CASES)
def test_a_fault_is_told_with_its_place(rule: str) -> None:
    rows, place, quote = CASES[rule]
    assert (place, quote) in told(read_rows(rows), rule)


@pytest.mark.parametrize("rule", CASES)
def test_in_a_workbook_the_sheet_is_named_too(rule: str) -> None:
    rows, place, quote = CASES[rule]
    sheet = read_sheet("a.xlsx", xlsx_bytes(rows, name="ผล 1"))
    assert (f"แผ่นงาน “ผล 1” {place}", quote) in told(sheet, rule)


@pytest.mark.parametrize("rule", CASES)
def test_a_fault_says_in_thai_what_to_do(rule: str) -> None:
    finding = next(each for each in read_rows(CASES[rule][0]).findings if each.rule == rule)
    assert has_thai(finding.title)
    assert has_thai(finding.fix)


@pytest.mark.parametrize("rule", CASES)
def test_nothing_else_grave_is_found(rule: str) -> None:
    grave = {each.rule for each in read_rows(CASES[rule][0]).findings if each.severity == "high"}
    assert grave <= {rule}


def test_a_negative_score_is_out_of_range() -> None:
    sheet = read_rows(wide([*GOOD[:4], -1, *GOOD[5:]]))
    assert told(sheet, "score_out_of_range") == [("แถว 2 คอลัมน์ E", "-1")]


def test_a_faulty_score_is_missing_and_not_zero() -> None:
    sheet = read_rows(wide([*GOOD[:4], "ดีมาก", *GOOD[5:]]))
    assert "instrument:IIT" not in next(iter(scores_of(sheet).values()))
    assert '"IIT"' not in as_json(sheet)


@pytest.mark.parametrize("error", ["#DIV/0!", "#REF!", "#N/A"])
def test_a_formula_with_an_error_in_a_workbook(error: str) -> None:
    sheet = read_sheet("a.xlsx", xlsx_bytes(wide([*GOOD[:4], f"=1/0|{error}", *GOOD[5:]])))
    assert told(sheet, "formula_error") == [("แผ่นงาน “ผลคะแนน” แถว 2 คอลัมน์ E", error)]


def test_a_formula_without_a_result_is_said() -> None:
    from io import BytesIO

    from openpyxl import Workbook

    book, content = Workbook(), BytesIO()
    for row in wide([*GOOD[:7], "=0.3*E2+0.3*F2+0.4*G2", "A"]):
        book.active.append(row)
    book.save(content)
    sheet = read_sheet("a.xlsx", content.getvalue())
    assert told(sheet, "formula_not_calculated") == [("แผ่นงาน “Sheet” แถว 2 คอลัมน์ H", "")]
    assert (sheet.results[0].total_printed, str(sheet.results[0].total_computed)) == (None, "88.50")


def test_the_printed_and_the_computed_total_are_both_told() -> None:
    (finding,) = [each for each in read_rows(SAID["total_differs"][0]).findings if each.rule == "total_differs"]
    assert (str(finding.values["printed"]), str(finding.values["computed"])) == ("91.25", "88.50")


def test_a_total_within_the_rounding_of_its_parts_follows() -> None:
    assert "total_differs" not in rules(read_rows(wide([*GOOD[:7], 88.52, "A"])))
    assert "total_differs" in rules(read_rows(wide([*GOOD[:7], 88.53, "A"])))


def test_of_one_rule_a_hundred_places_are_told_and_then_how_many_more() -> None:
    rows = wide(*([number, f"อบต.ที่{number}ก", "ตราด", 2564, "ก", 90, 90, None, None] for number in range(130)))
    sheet = read_rows(rows)
    assert len(told(sheet, "text_in_score")) == 100
    (more,) = [each for each in sheet.findings if each.rule == "more_places"]
    assert more.values["count"] == 30


def test_two_provinces_may_have_an_agency_of_one_name() -> None:
    rows = wide(GOOD, [2, NAME, "ระยอง", *GOOD[3:]])
    assert "result_repeated" not in rules(read_rows(rows))
    assert "result_repeated" in rules(read_rows(wide(GOOD, [2, NAME, None, *GOOD[3:]])))


def test_more_than_one_year_in_the_title_is_unclear_unless_the_result_names_its_own() -> None:
    table = [["หน่วยงาน", "คะแนนรวม"], [NAME, 80]]
    sheet = read_rows([["ปีงบประมาณ 2564 และ ปีงบประมาณ 2565"], *table])
    assert told(sheet, "year_unclear") == [("แถว 1", "2564, 2565")]
    said = [["มาตรการ ปีงบประมาณ พ.ศ. 2565 จากผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2564"], *table]
    assert [each.fiscal_year_be for each in read_rows(said).results] == [2564]


def test_the_given_year_does_not_hide_that_of_the_rows() -> None:
    assert {each.fiscal_year_be for each in read_sheet("a", csv_bytes(wide(*WIDE_ROWS)), None, 2560).results} == {2564}
