"""Invented tables, and how readers that are not ours find them again in a file."""

from __future__ import annotations

import csv
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import Any

import openpyxl
import pandas as pd
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from ita_analysis.documents.tables import About, Column, Sheet
from ita_analysis.texts import say

DAY = date(2026, 11, 25)
REAL = About(
    page="รายการมาตรการ",
    agency="องค์การบริหารส่วนตำบลตัวอย่าง",
    agency_short="อบต.ตัวอย่าง",
    fiscal_year_be=2564,
    filters=("ผู้รับผิดชอบ: กองช่าง",),
    data_of="ข้อมูล ณ เมษายน 2564",
    exported_on=DAY,
    is_synthetic=False,
    sources=("รายงาน.docx",),
)
MIXED = Sheet(
    "มาตรการ",
    "มาตรการของปี",
    (Column("เรื่อง"), Column("คะแนน", "score"), Column("ครั้ง", "count"), Column("ส่วน", "share"), Column("วันที่", "date")),
    (
        ("น้ำประปา", 84.99, 3, 0.5, date(2021, 4, 1)),
        ("ถนน\nสองบรรทัด", -1.5, -2, 1.0, date(2024, 2, 29)),
        (None, None, None, None, None),
        ("", 0.0, 0, 0.0, date(1900, 3, 1)),
    ),
)
FORMULAS = (
    "=1+1", '=HYPERLINK("https://outside.example")', "+66 81 234 5678", "-2+3", "- ข้อหนึ่ง", "@SUM(A1)",
    " =1+1", "\t=1", "\r=1", "＝1+1", "'=1+1", "''-1", "\n=1", "\xa0=1",
)  # fmt: skip
HARMLESS = ("ปกติ", "10-20", "a=b", "https://outside.example", "'ในเครื่องหมาย'", "1.5", "0012", "TRUE", "2564-01-07", "–")


def openpyxl_page(content: bytes, number: int = 0) -> Worksheet:
    """Return a sheet as openpyxl reads it."""
    page = openpyxl.load_workbook(BytesIO(content)).worksheets[number]
    assert isinstance(page, Worksheet)
    return page


def head_row(page: Worksheet) -> int:
    """Return the row of the headings: where the filter begins."""
    return int(page.auto_filter.ref.split(":")[0].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))


def openpyxl_rows(content: bytes, number: int = 0) -> list[list[Any]]:
    """Return headings and rows of a sheet as openpyxl reads them; a date is a date."""
    page = openpyxl_page(content, number)
    return [[_day(each.value) for each in row] for row in page.iter_rows(min_row=head_row(page))]


def calamine_rows(content: bytes, number: int = 0) -> list[list[Any]]:
    """Return headings and rows of a sheet as calamine reads them; an empty cell is None."""
    start = head_row(openpyxl_page(content, number)) - 1
    found = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(number).to_python(skip_empty_area=False)
    return [[None if value == "" else _day(value) for value in row] for row in found[start:]]


def csv_rows(content: bytes) -> list[list[str]]:
    """Return the rows of a CSV file as Python's reader has them."""
    return [*csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), strict=True)]


def pandas_rows(content: bytes) -> list[list[str]]:
    """Return the rows of a CSV file as pandas has them, every cell a text."""
    shown = pd.read_csv(BytesIO(content), dtype=str, keep_default_na=False, encoding="utf-8-sig", header=None)
    return [[str(value) for value in row] for row in shown.itertuples(index=False)]


def expected_rows(table: Sheet) -> list[list[Any]]:
    """Return what a reader has to find: headings and rows, a word where a cell is missing, None where it is blank."""
    body = [
        [say("missing") if value is None else None if value == "" else value for value in row] for row in table.rows
    ]
    return [[column.heading for column in table.columns], *body]


def as_written(table: Sheet) -> list[list[str]]:
    """Return what a reader of the CSV has to find, texts that look like formulas behind an apostrophe."""
    body = [[_as_written(value) for value in row] for row in table.rows]
    return [[_as_written(column.heading) for column in table.columns], *body]


def _as_written(value: object) -> str:
    if value is None:
        return say("missing")
    text = value.isoformat() if isinstance(value, date) else str(value)
    looks = isinstance(value, str) and (text.lstrip("' \t\r\n\x0b\x0c\xa0\x85").startswith(tuple("=+-@＝＋－＠")))
    return f"'{text}" if looks or (isinstance(value, str) and text.startswith("\t")) else text


def _day(value: object) -> object:
    return value.date() if isinstance(value, datetime) else value
