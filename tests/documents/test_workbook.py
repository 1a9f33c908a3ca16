"""How an XLSX looks to who opens it: whose it is above, a head that stays, columns that fit, numbers and Thai dates."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO

import openpyxl

from ita_analysis.documents.csv_file import csv_of
from ita_analysis.documents.tables import Column, Sheet
from ita_analysis.documents.workbook import workbook
from ita_analysis.texts import say
from tests.documents.tabled import MIXED, REAL, csv_rows, head_row, openpyxl_page

MADE_UP = replace(REAL, is_synthetic=True)


def _above(content: bytes, number: int = 0) -> list[str]:
    page = openpyxl_page(content, number)
    return [str(page.cell(row, 1).value) for row in range(1, head_row(page))]


def test_above_the_table_stands_whose_it_is() -> None:
    assert _above(workbook(REAL, [MIXED])) == [
        "มาตรการของปี",
        "องค์การบริหารส่วนตำบลตัวอย่าง ปีงบประมาณ พ.ศ. 2564 · หน้ารายการมาตรการ",
        "ตัวกรอง: ผู้รับผิดชอบ: กองช่าง",
        "ข้อมูล ณ เมษายน 2564 · ส่งออกเมื่อ 25 พฤศจิกายน 2569",
        "ที่มา: รายงาน.docx",
    ]


def test_that_nothing_was_filtered_is_said_and_what_is_not_known_is_left_out() -> None:
    bare = replace(REAL, filters=(), data_of="", sources=(), agency="", agency_short="", fiscal_year_be=None)
    assert _above(workbook(bare, [MIXED]))[1:] == [
        "หน้ารายการมาตรการ",
        "ไม่ได้กรอง",
        "ส่งออกเมื่อ 25 พฤศจิกายน 2569",
    ]
    assert "ตัวกรอง: มาตรการที่ 2" in _above(workbook(replace(bare, part="มาตรการที่ 2"), [MIXED]))


def test_made_up_data_say_so_on_every_sheet_in_every_row_of_a_csv_and_in_print() -> None:
    word = say("head.synthetic")
    content = workbook(MADE_UP, [MIXED, MIXED])
    assert [_above(content, number)[1] for number in (0, 1)] == [word, word]
    assert word in str(openpyxl_page(content).oddHeader.right.text)
    assert [row[-1] for row in csv_rows(csv_of(MADE_UP, MIXED))] == [word, *[say("export.yes")] * len(MIXED.rows)]
    assert word not in csv_of(REAL, MIXED).decode()
    with zipfile.ZipFile(BytesIO(workbook(REAL, [MIXED]))) as parts:
        assert not [name for name in parts.namelist() if word.encode() in parts.read(name)]


def test_the_head_stays_and_can_be_filtered_by() -> None:
    page = openpyxl_page(workbook(REAL, [MIXED]))
    head = head_row(page)
    assert page.freeze_panes == f"A{head + 1}"
    assert page.auto_filter.ref == f"A{head}:E{head + len(MIXED.rows)}"
    assert page.print_title_rows == f"${head}:${head}"
    assert page.cell(head, 1).font.b
    assert page.cell(head, 1).fill.fgColor.rgb is not None
    assert page.page_setup.orientation == "landscape"


def test_numbers_and_dates_have_their_form() -> None:
    page = openpyxl_page(workbook(REAL, [MIXED]))
    forms = [page.cell(head_row(page) + 1, column).number_format for column in range(1, 6)]
    assert forms[1:] == ["0.00", "#,##0", "0.0%", "[$-107041E]d mmmm yyyy"]


def test_a_number_in_a_column_of_dates_is_a_number() -> None:
    table = Sheet("ก", "ก", (Column("ก", "date"),), ((2564,),))
    page = openpyxl_page(workbook(REAL, [table]))
    assert page.cell(head_row(page) + 1, 1).value == 2564


def test_a_column_is_as_wide_as_its_letters_not_as_their_marks() -> None:
    """Twelve letters with and without vowels and tones above and below; a date that needs all of its words."""
    row = ("กกกกกกกกกกกก", MIXED.rows[0][4], "กี่กี่กี่กี่กี่กี่กี่กี่กี่กี่กี่กี่", "ย" * 500)
    table = Sheet("ก", "ก", (Column("ก"), Column("ข", "date"), Column("ค"), Column("ง")), (row,))
    widths = openpyxl_page(workbook(REAL, [table])).column_dimensions
    assert widths["A"].width == widths["C"].width > 12
    assert widths["B"].width >= len("1 เมษายน 2564")
    assert widths["D"].width <= 61, "a long text is wrapped"


def test_the_file_says_what_it_is_and_in_which_language() -> None:
    book = openpyxl.load_workbook(BytesIO(workbook(MADE_UP, [MIXED])))
    assert book.properties.title == MIXED.caption
    assert book.properties.subject == REAL.agency
    assert book.properties.category == say("head.synthetic")
    assert {each.name: each.value for each in book.custom_doc_props.props} == {"Language": "th"}
    several = openpyxl.load_workbook(BytesIO(workbook(REAL, [MIXED, MIXED])))
    assert several.properties.title == REAL.page
    assert len(several.sheetnames) == 2


def test_the_same_table_of_the_same_day_is_the_same_file() -> None:
    assert workbook(REAL, [MIXED]) == workbook(REAL, [MIXED])


def test_a_table_without_rows_has_its_head() -> None:
    page = openpyxl_page(workbook(REAL, [replace(MIXED, rows=())]))
    assert [page.cell(head_row(page), column).value for column in range(1, 6)] == [
        each.heading for each in MIXED.columns
    ]
