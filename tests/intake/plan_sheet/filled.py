"""The sheet of an invented plan as it is handed out, filled in and saved again by programs that are not ours."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO

import openpyxl
from lxml import etree

from ita_analysis.documents.plan_workbook import PlanAbout, PlanLine, plan_xlsx
from ita_analysis.entries import Plan
from ita_analysis.intake.plan_sheet import PlanSheet, PlanYear, read_plan_sheet
from ita_analysis.intake.plan_sheet.columns import field_of

AGENCY, CODE, YEAR_BE = "เทศบาลตำบลตัวอย่างที่ 1", "a1", 2564
ABOUT = PlanAbout(CODE, AGENCY, YEAR_BE, 7, date(2026, 11, 25))
WATER = Plan(
    "มาตรการปรับปรุงการให้บริการน้ำประปา",
    "กองการประปา",
    "รายงานทุกเดือน",
    "ต.ค. 2563 ถึง ก.ย. 2564",
    "50,000 บาท",
    "ซ่อมเสร็จใน 3 วัน",
    ("เปิดช่องทางรับคำร้อง",),
    ("จัดทำแบบคำร้อง", "สรุปผลรายเดือน"),
    (6, 12),
    {"O12": "เผยแพร่ขั้นตอน"},
)
NEWS = Plan("มาตรการประชาสัมพันธ์เชิงรุก", "สำนักปลัด", steps=("เผยแพร่ข่าว",), rounds_months=(6, 12))
PLANS = {11: WATER, 12: NEWS}
ROUNDS, INDICATORS, ITEMS = (3, 6, 9, 12), tuple(range(1, 11)), ("O1", "O12", "i1", "e4")
SHEET = "xl/worksheets/sheet1.xml"
_NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
Cells = Mapping[tuple[int, str], object]


def lines_of(plans: Mapping[int, Plan] = PLANS, links: Mapping[int, str] | None = None) -> list[PlanLine]:
    """Return plans as they are handed out."""
    return [PlanLine(number, no, plan, links or {}) for no, (number, plan) in enumerate(plans.items(), 1)]


def handed_out(plans: Mapping[int, Plan] = PLANS, links: Mapping[int, str] | None = None) -> bytes:
    """Return the sheet of some plans."""
    return plan_xlsx(ABOUT, lines_of(plans, links))


def year_of(plans: Mapping[int, Plan] = PLANS) -> PlanYear:
    """Return what a sheet has to fit."""
    titles = {number: plan.title for number, plan in plans.items()}
    return PlanYear(CODE, AGENCY, YEAR_BE, titles, ROUNDS, INDICATORS, ITEMS)


def filled(content: bytes, cells: Cells) -> bytes:
    """Return a sheet in which a person filled cells, given by the number of the measure's row from 1 and the field."""
    book = openpyxl.load_workbook(BytesIO(content))
    page = book.worksheets[0]
    head = head_row(content)
    columns = {field_of(str(cell.value)): cell.column for cell in page[head]}
    for (row, name), value in cells.items():
        page.cell(head + row, columns[name]).value = value
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    """Return a workbook as openpyxl saves it."""
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def head_row(content: bytes) -> int:
    """Return the row of the headings."""
    page = openpyxl.load_workbook(BytesIO(content)).worksheets[0]
    return next(row[0].row for row in page.iter_rows() if field_of(str(row[2].value)) == "title")


def read(content: bytes, plans: Mapping[int, Plan] = PLANS, name: str = "แผน.xlsx") -> PlanSheet:
    """Return what a sheet says of the plans of the year."""
    return read_plan_sheet(name, content, year_of(plans))


def read_filled(cells: Cells, plans: Mapping[int, Plan] = PLANS) -> PlanSheet:
    """Return what a sheet says after a person filled cells of it."""
    return read(filled(handed_out(plans), cells), plans)


def told(sheet: PlanSheet) -> list[tuple[str, str]]:
    """Return each finding with its cell, as B7."""
    return [(each.rule, cell_of(each.place.row, each.place.column_no)) for each in sheet.findings]


def cell_of(row: int | None, column_no: int | None) -> str:
    """Return a place as spreadsheets name it; nothing where there is none."""
    letter = openpyxl.utils.get_column_letter(column_no) if column_no else ""
    return f"{letter}{row or ''}"


def with_texts_inline(content: bytes) -> bytes:
    """Return a workbook whose texts stand in the cells themselves, as some programs write them."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
        shared = [
            "".join(text.text or "" for text in each.iter(f"{_NS}t"))
            for each in etree.fromstring(old.read("xl/sharedStrings.xml"))
        ]
        for info in old.infolist():
            body = old.read(info)
            new.writestr(info.filename, _inline(body, shared) if info.filename.startswith("xl/worksheets/s") else body)
    return target.getvalue()


def table(rows: Sequence[Sequence[object]]) -> bytes:
    """Return a workbook that a person made by hand."""
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    for row in rows:
        page.append(list(row))
    return saved(book)


def _inline(body: bytes, shared: Sequence[str]) -> bytes:
    page = etree.fromstring(body)
    for cell in page.iter(f"{_NS}c"):
        if cell.get("t") == "s":
            text = shared[int(cell.findtext(f"{_NS}v") or 0)]
            cell.set("t", "inlineStr")
            cell[:] = [etree.fromstring(f'<is xmlns="{_NS[1:-1]}"><t xml:space="preserve"/></is>')]
            cell[0][0].text = text
    return etree.tostring(page)
