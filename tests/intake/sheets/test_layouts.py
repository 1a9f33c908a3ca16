"""The same scores are read from every layout: title rows, groups of headings, rows or columns of scores."""

from __future__ import annotations

import pytest

from ita_analysis.intake.sheets.preview import is_sheet, read_sheet
from ita_analysis.thai.text import key
from tests.intake.sheets.reading import read_rows, rules, scores_of, told
from tests.intake.sheets.written import ENCODINGS, SEPARATORS, WIDE_HEAD, WIDE_ROWS, csv_bytes, wide, xlsx_bytes

FIRST, SECOND = ("องค์การบริหารส่วนตำบลเขาสมิง", 2564), ("เทศบาลตำบลท่าช้าง", 2564)
EXPECTED = {
    FIRST: {"instrument:IIT": 85, "instrument:EIT": 90, "instrument:OIT": 90, "total:total": 88.5},
    SECOND: {"instrument:IIT": 95, "instrument:EIT": 95, "instrument:OIT": 96.25, "total:total": 95.5},
}
QUIET = {"column_left_out", "summary_left_out", "row_left_out"}
TITLE = "ผลการประเมินคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๔"


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("separator", SEPARATORS)
def test_csv_in_every_encoding_and_with_every_separator(encoding: str, separator: str) -> None:
    content = csv_bytes(wide(*WIDE_ROWS), encoding, separator)
    sheet = read_sheet("a.csv", content)
    assert is_sheet(content)
    assert scores_of(sheet) == EXPECTED
    assert set(rules(sheet)) <= QUIET
    assert sheet.sheet_name is None


def test_a_workbook_says_which_sheet_row_and_column() -> None:
    content = xlsx_bytes(wide(*WIDE_ROWS))
    sheet = read_sheet("a.xlsx", content)
    assert is_sheet(content)
    assert scores_of(sheet) == EXPECTED
    assert (sheet.sheet_name, sheet.form) == ("ผลคะแนน", "percent")
    assert str(sheet.results[1].place) == "แผ่นงาน “ผลคะแนน” แถว 3 คอลัมน์ B"
    last = sheet.scores.iloc[-1]
    assert (last["level"], last["row"], last["column_no"]) == ("total", 3, 8)
    assert [(each.number, each.level, each.code) for each in sheet.columns][-1] == (8, "total", "total")


def test_whole_results_are_printed_and_computed() -> None:
    first = read_rows(wide(*WIDE_ROWS)).results[0]
    assert (str(first.total_printed), str(first.total_computed)) == ("88.50", "88.50")
    assert (first.grade_printed, first.grade_computed) == ("A", "A")
    assert first.agency.province == "ตราด"


def test_title_rows_above_merged_and_the_year_in_them() -> None:
    head = [cell for cell in WIDE_HEAD if cell != "ปีงบประมาณ"]
    rows = [[TITLE, *[None] * 7], [], head, *[[cell for cell in row if cell != 2564] for row in WIDE_ROWS]]
    sheet = read_sheet("a.xlsx", xlsx_bytes(rows, merged=[(0, 0, 0, 7)]))
    assert scores_of(sheet) == EXPECTED
    assert sheet.results[0].place.row == 4


@pytest.mark.parametrize("is_merged", [True, False])
def test_a_group_row_above_the_headings(is_merged: bool) -> None:
    rows = [
        ["หน่วยงาน", "ปี", "คะแนนรายเครื่องมือ", None, None, "ผลการประเมิน", None],
        [None, None, "IIT", "EIT", "OIT", "คะแนน", "ระดับ"],
        *[[row[1], row[3], *row[4:]] for row in WIDE_ROWS],
    ]
    merged = [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 4), (0, 5, 0, 6)] if is_merged else []
    assert scores_of(read_sheet("a.xlsx", xlsx_bytes(rows, merged=merged))) == EXPECTED
    assert scores_of(read_rows(rows)) == EXPECTED


def test_numbers_below_a_group_are_indicators_and_parts() -> None:
    rows = [
        ["หน่วยงาน", "ตัวชี้วัดที่", *[None] * 9, "EIT", None, "คะแนน ITA"],
        [None, *range(1, 11), "ส่วนที่ 1", "ส่วนที่ 2", None],
        ["อบต.เขาสมิง", *[90] * 10, 88, 92, 90],
    ]
    found = scores_of(read_rows(rows, year=2567))["องค์การบริหารส่วนตำบลเขาสมิง", 2567]
    assert found["indicator:10"] == 90
    assert (found["instrument:EIT-1"], found["instrument:EIT-2"], found["total:total"]) == (88, 92, 90)


def test_a_year_above_a_group_of_columns() -> None:
    rows = [
        ["หน่วยงาน", "ปี 2563", None, "ปี 2564", None],
        [None, "คะแนน", "ระดับ", "คะแนน", "ระดับ"],
        ["อบต.เขาสมิง", 70, "C", 88.5, "A"],
    ]
    sheet = read_rows(rows)
    name = "องค์การบริหารส่วนตำบลเขาสมิง"
    assert scores_of(sheet) == {(name, 2563): {"total:total": 70}, (name, 2564): {"total:total": 88.5}}
    assert [each.grade_printed for each in sheet.results] == ["C", "A"]


def test_a_long_sheet_with_names_that_are_not_repeated() -> None:
    rows = [["หน่วยงาน", "ปี", "ตัวชี้วัด", "คะแนน"]]
    for name, _, year, *scores in ([row[1], 0, row[3], *row[4:8]] for row in WIDE_ROWS):
        for number, (code, score) in enumerate(zip(("IIT", "EIT", "OIT", "คะแนนรวม"), scores, strict=True)):
            rows.append([name if number == 0 else None, year if number == 0 else None, code, score])
    sheet = read_rows(rows)
    assert scores_of(sheet) == EXPECTED
    assert [(each.level, each.code) for each in sheet.columns] == [("", "")]


def test_the_list_of_one_agency_that_its_title_names() -> None:
    rows = [
        ["ผลการประเมินขององค์การบริหารส่วนตำบลเขาสมิง อำเภอเขาสมิง จังหวัดตราด ปีงบประมาณ พ.ศ. 2564"],
        ["ลำดับ", "ตัวชี้วัด", "คะแนน"],
        *[[no, f"ตัวชี้วัดที่ {no} ชื่อ", 80 + no] for no in range(1, 11)],
        [None, "คะแนนรวม", 87.2],
        [None, "ระดับ", "A"],
    ]
    sheet = read_rows(rows)
    (result,) = sheet.results
    assert (result.agency.name, result.agency.district, result.agency.province) == (FIRST[0], "เขาสมิง", "ตราด")
    assert scores_of(sheet)[FIRST]["indicator:10"] == 90
    # 0.3 of 83, of 87 and 0.4 of 89.5
    assert (str(result.total_computed), result.grade_printed) == ("86.80", "A")
    assert "total_differs" in rules(sheet)


def test_every_way_to_say_that_a_score_is_missing() -> None:
    for word in ("ไม่มีข้อมูล", "-", "–", "N/A", "", "n/a"):
        sheet = read_rows(wide([1, "อบต.เขาสมิง", "ตราด", 2564, word, 90, 90, word, word]))
        assert scores_of(sheet)[FIRST] == {} | {"instrument:EIT": 90, "instrument:OIT": 90}
        assert sheet.results[0].total_printed is None


def test_thai_digits_and_percentages() -> None:
    rows = wide([1, "อบต. เขาสมิง", "จ.ตราด", "๒๕๖๔", "๘๕", "90%", 0.9, 88.5, "A"])
    sheet = read_sheet("a.xlsx", xlsx_bytes(rows, percent=[(1, 6)]))
    assert scores_of(sheet) == {FIRST: EXPECTED[FIRST]}
    assert sheet.results[0].agency.province == "ตราด"


def test_years_of_the_common_era() -> None:
    assert set(scores_of(read_rows(wide([1, "อบต.เขาสมิง", "ตราด", 2021, 85, 90, 90, 88.5, "A"])))) == {FIRST}


def test_instruments_times_their_weight_become_0_to_100() -> None:
    sheet = read_rows(wide([1, "อบต.เขาสมิง", "ตราด", 2564, 25.5, 27, 36, 88.5, "A"]))
    assert sheet.form == "weighted"
    assert scores_of(sheet) == {FIRST: EXPECTED[FIRST]}
    assert str(sheet.results[0].total_computed) == "88.50"


def test_rows_of_means_and_notes_are_left_out_and_said() -> None:
    rows = wide(*WIDE_ROWS, [None, "เฉลี่ย", None, None, 90, 92.5, 93, 92, None], ["รวม", None, None, None, 9, 9, 9, 9])
    sheet = read_rows([*rows, ["ที่มา: สำนักงาน ป.ป.ช."]])
    assert scores_of(sheet) == EXPECTED
    assert told(sheet, "summary_left_out") == [("แถว 4 คอลัมน์ B", "เฉลี่ย"), ("แถว 5 คอลัมน์ A", "รวม")]
    assert [place for place, _ in told(sheet, "row_left_out")] == ["แถว 6 คอลัมน์ A"]


def test_headings_printed_again_on_the_next_page_are_no_agency() -> None:
    sheet = read_rows(wide(WIDE_ROWS[0], WIDE_HEAD, WIDE_ROWS[1]))
    assert scores_of(sheet) == EXPECTED
    assert set(rules(sheet)) <= QUIET


def test_a_province_merged_downwards_is_that_of_each_row() -> None:
    rows = [["จังหวัด", "หน่วยงาน", "คะแนนรวม"], ["ตราด", "อบต.ก้าว", 80], [None, "อบต.ข้าว", 81]]
    sheet = read_sheet("a.xlsx", xlsx_bytes(rows, merged=[(1, 0, 2, 0)]), None, 2564)
    assert [each.agency.province for each in sheet.results] == ["ตราด", "ตราด"]


def test_of_several_sheets_the_one_with_most_scores_is_read_and_the_others_are_said() -> None:
    more = ("ปีก่อน", wide(WIDE_ROWS[0]))
    content = xlsx_bytes(wide(*WIDE_ROWS), others=[("คำอธิบาย", [["อ่านก่อนใช้"]]), more])
    sheet = read_sheet("a.xlsx", content)
    assert sheet.sheet_name == "ผลคะแนน"
    assert [quote for _, quote in told(sheet, "sheet_left_out")] == ["ปีก่อน"]
    assert read_sheet("a.xlsx", content, sheet_name="ปีก่อน").sheet_name == "ปีก่อน"


def test_the_name_of_a_sheet_gives_the_year_where_nothing_else_does() -> None:
    rows = [["หน่วยงาน", "คะแนนรวม"], ["อบต.เขาสมิง", 88.5]]
    assert set(scores_of(read_sheet("a.xlsx", xlsx_bytes(rows, name="ปี 2564")))) == {FIRST}
    assert set(scores_of(read_sheet("a.xlsx", xlsx_bytes(rows), None, 2564))) == {FIRST}


def test_a_column_nobody_knows_is_offered_and_read_once_it_was_chosen() -> None:
    rows = [["หน่วยงาน", "ปี", "ค่าพิเศษ"], ["อบต.เขาสมิง", 2564, 88.5]]
    sheet = read_rows(rows)
    assert rules(sheet)[0] == "no_score_column"
    assert [(each.number, each.heading, each.first_cells) for each in sheet.unknown] == [(3, "ค่าพิเศษ", ("88.5",))]
    again = read_rows(rows, {key("ค่าพิเศษ"): "total"})
    assert scores_of(again) == {FIRST: {"total:total": 88.5}}
    assert again.unknown == ()


def test_a_column_of_an_unknown_indicator_can_be_set_aside() -> None:
    rows = [["หน่วยงาน", "ปี", "คะแนนรวม", "ตัวชี้วัดที่ 11"], ["อบต.เขาสมิง", 2564, 88.5, 70]]
    assert "indicator_unknown" in rules(read_rows(rows))
    assert set(rules(read_rows(rows, {key("ตัวชี้วัดที่ 11"): "none"}))) <= QUIET


def test_a_report_is_no_sheet() -> None:
    report = "รายงานผลการดำเนินการตามมาตรการ\nองค์การบริหารส่วนตำบลเขาสมิง\nมาตรการ\tขั้นตอน\nก\tข\n"
    assert not is_sheet(report.encode())
    assert not is_sheet(b"<html><table><tr><td>IIT</td></tr></table></html>")
    assert not is_sheet(b"")
    assert is_sheet(b"", "a.csv")


def test_progress_is_told_up_to_the_end() -> None:
    heard: list[float] = []
    read_sheet("a.csv", csv_bytes(wide(*WIDE_ROWS)), tell=heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 1


def test_lines_of_a_word_and_its_value_above_the_table() -> None:
    above = [["หน่วยงาน", "อบต.เขาสมิง"], ["ปีงบประมาณ", 2564], ["จังหวัด", "ตราด"], []]
    rows = [*above, ["ตัวชี้วัด", "คะแนน"], ["ตัวชี้วัดที่ 1", 90], ["ตัวชี้วัดที่ 2", "-"], ["รวม", 80]]
    assert scores_of(read_rows(rows)) == {FIRST: {"indicator:1": 90, "total:total": 80}}


def test_years_alone_as_headings_are_the_totals_of_these_years() -> None:
    found = scores_of(read_rows([["หน่วยงาน", "จังหวัด", 2563, 2564], ["อบต.เขาสมิง", "ตราด", 70, 80]]))
    assert found == {(FIRST[0], 2563): {"total:total": 70}, FIRST: {"total:total": 80}}


def test_a_row_that_numbers_the_columns_is_no_agency() -> None:
    rows = [["ที่", "หน่วยงาน", "คะแนนรวม"], ["(1)", "(2)", "(3)"], [1, "อบต.เขาสมิง", 88]]
    assert scores_of(read_rows(rows, year=2564)) == {FIRST: {"total:total": 88}}


def test_a_province_over_its_rows() -> None:
    rows = [["หน่วยงาน", "คะแนน"], ["จังหวัดตราด"], ["ทต.ท่าช้าง", 85], ["จังหวัดระยอง"], ["ทต.ท่าช้าง", 70]]
    assert [each.agency.province for each in read_rows(rows, year=2564).results] == ["ตราด", "ระยอง"]


def test_a_hint_for_the_separator_in_the_first_line() -> None:
    content = "sep=;\nหน่วยงาน;ปี;คะแนนรวม\nอบต.เขาสมิง;2564;88,50\n".encode("cp874")
    sheet = read_sheet("a.csv", content)
    assert scores_of(sheet) == {FIRST: {"total:total": 88.5}}
    assert sheet.results[0].place.row == 3


def test_a_table_as_published_with_weighted_instruments_and_indicators() -> None:
    head = ["ที่", "ชื่อหน่วยงาน", *[f"ตัวชี้วัดที่ {no}" for no in range(1, 11)], "IIT", "EIT", "OIT", "คะแนน ITA", "ระดับ"]
    row = [1, "อบต.เขาสมิง", 95.1, 90.2, 91, 88, 90, 92, 91, 90, 97.78, 93.75, 27.26, 27.3, 38.31, 92.87, "A"]
    sheet = read_rows([["ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2564"], head, row])
    assert sheet.form == "weighted"
    assert set(rules(sheet)) <= QUIET
    assert scores_of(sheet)[FIRST]["instrument:OIT"] == 95.78
    assert str(sheet.results[0].total_computed) == "92.86"


def test_rows_that_disagree_about_the_form_are_asked_about() -> None:
    rows = wide(WIDE_ROWS[0], [2, "ทต.ท่าช้าง", "ตราด", 2564, 25.5, 27, 36, 88.5, "A"])
    sheet = read_rows(rows)
    assert "form_unclear" in rules(sheet)
    assert sheet.form is None
    told_form = read_sheet("a.csv", csv_bytes(rows), form="percent")
    assert told_form.form == "percent"
    assert "form_unclear" not in rules(told_form)
