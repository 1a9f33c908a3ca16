"""Score sheets as files: XLSX by xlsxwriter, CSV in every encoding and with every separator."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import BytesIO, StringIO

import xlsxwriter

Rows = Sequence[Sequence[object]]
ENCODINGS = ("utf-8", "utf-8-sig", "cp874", "utf-16")
SEPARATORS = (",", ";", "\t")
WIDE_HEAD = ["ลำดับ", "หน่วยงาน", "จังหวัด", "ปีงบประมาณ", "IIT", "EIT", "OIT", "คะแนนรวม", "ระดับ"]
WIDE_ROWS = [
    [1, "องค์การบริหารส่วนตำบลเขาสมิง", "ตราด", 2564, 85, 90, 90, 88.5, "A"],
    [2, "เทศบาลตำบลท่าช้าง", "จันทบุรี", 2564, 95, 95, 96.25, 95.5, "AA"],
]


def csv_bytes(rows: Rows, encoding: str = "utf-8", separator: str = ",") -> bytes:
    """Return rows as a CSV file."""
    text = StringIO()
    csv.writer(text, delimiter=separator).writerows([["" if cell is None else cell for cell in row] for row in rows])
    return text.getvalue().encode(encoding)


def xlsx_bytes(
    rows: Rows,
    *,
    name: str = "ผลคะแนน",
    merged: Sequence[tuple[int, int, int, int]] = (),
    percent: Sequence[tuple[int, int]] = (),
    others: Sequence[tuple[str, Rows]] = (),
    hidden: Sequence[str] = (),
) -> bytes:
    """Return rows as a workbook; `merged` and `percent` count rows and columns from 0."""
    content = BytesIO()
    with xlsxwriter.Workbook(content) as book:
        style = book.add_format({"num_format": "0.00%"})
        for sheet_name, its in ((name, rows), *others):
            sheet = book.add_worksheet(sheet_name)
            for number, row in enumerate(its):
                for column, cell in enumerate(row):
                    is_percent = its is rows and (number, column) in percent
                    if isinstance(cell, str) and cell.startswith("="):
                        sheet.write_formula(number, column, *cell.split("|")[:1], None, cell.partition("|")[2])
                    elif cell is not None:
                        sheet.write(number, column, cell, style if is_percent else None)
            if its is rows:
                for top, left, bottom, right in merged:
                    sheet.merge_range(top, left, bottom, right, rows[top][left])
            if sheet_name in hidden:
                sheet.hide()
    return content.getvalue()


def wide(*rows: Sequence[object], head: Sequence[object] = WIDE_HEAD) -> list[Sequence[object]]:
    """Return a small wide sheet with the given rows below its headings."""
    return [head, *rows]
