"""Tables as XLSX: a sheet each, with typed columns, Thai dates, and above them whose they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from datetime import UTC, date, datetime, time
from io import BytesIO
from math import ceil
from typing import Any

import xlsxwriter
from xlsxwriter.utility import quote_sheetname

from ita_analysis.documents.naming import sheet_names
from ita_analysis.documents.tables import About, Cell, Column, Sheet, first_lines, is_formula_like
from ita_analysis.documents.workbook_charts import add_chart
from ita_analysis.look import LIGHT, colour
from ita_analysis.texts import LANGUAGE, say
from ita_analysis.thai.dates import long_date
from ita_analysis.thai.text import columns_of, straight

LONGEST_TEXT = 32_767  # that a cell of Excel holds, in UTF-16 units
# To be handed over as a copy: the library notes in it that the font is the theme's, and the next file has another one.
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_format_properties": {"font_name": "Tahoma", "font_size": 10, "valign": "top"},
}
# th-TH with the Buddhist calendar and Arabic digits: 1 เมษายน 2564.
_NUMBERS = {"score": "0.00", "count": "#,##0", "share": "0.0%", "date": "[$-107041E]d mmmm yyyy", "text": "General"}
_FIRST_DAY = date(1900, 3, 1)  # Excel counts a 29 February 1900 that never was
_NARROWEST, _WIDEST, _ROOM = 8, 60, 3
_LINE, _TALLEST = 14, 409  # points: of a line, and of a row at most
_LETTER = 1.15  # a Thai letter is that much wider than a digit
Formats = Mapping[str, Any]


def workbook(about: About, sheets: Sequence[Sheet]) -> bytes:
    """Return the tables as one XLSX file; the same tables of the same day make the same bytes."""
    content = BytesIO()
    with xlsxwriter.Workbook(content, deepcopy(OPTIONS)) as book:
        _introduce(book, about, sheets)
        formats = _formats(book)
        names = [*sheet_names(each.name for each in sheets)]
        written = {table.name: name for name, table in zip(names, sheets, strict=True)}
        for name, table in zip(names, sheets, strict=True):
            page = book.add_worksheet(name)
            end = _write_sheet(page, about, table, formats)
            _link(page, table, end, written, formats)
            if table.chart:
                add_chart(book, page, table, end)
    return content.getvalue()


def _introduce(book: Any, about: About, sheets: Sequence[Sheet]) -> None:  # noqa: ANN401 - xlsxwriter has no types
    title = sheets[0].caption if len(sheets) == 1 else about.page
    book.set_properties(
        {
            "title": fitting(title),
            "subject": fitting(about.agency or about.page),
            "author": say("frame.title"),
            "category": say("head.synthetic") if about.is_synthetic else "",
            "created": datetime.combine(about.exported_on, time(), UTC),
        }
    )
    book.set_custom_property("Language", LANGUAGE)


def _formats(book: Any) -> Formats:  # noqa: ANN401 - xlsxwriter has no types
    words = {"text_wrap": True, "valign": "top"}
    head = {"bold": True, "bg_color": colour("accent_tint", LIGHT), "bottom": 2, "valign": "vcenter", "text_wrap": True}
    made = {
        "caption": {"bold": True, "font_size": 12},
        "line": {},
        "heading": {**head, "bottom_color": colour("accent", LIGHT)},
        "words": words,
        # The mark that Excel itself sets before a text: a cell that is entered again stays a text.
        "guarded": {**words, "quote_prefix": True},
        "link": {**words, "font_color": colour("accent", LIGHT), "underline": 1},
        "missing": {**words, "italic": True, "font_color": colour("muted", LIGHT)},
        **{kind: {"num_format": form, "valign": "top"} for kind, form in _NUMBERS.items()},
    }
    return {name: book.add_format(properties) for name, properties in made.items()}


def _write_sheet(page: Any, about: About, table: Sheet, formats: Formats) -> int:  # noqa: ANN401
    """Write a table below what is said of it; return its last row."""
    lines = first_lines(about, table)
    for number, line in enumerate(lines):
        page.write_string(number, 0, fitting(line), formats["line" if number else "caption"])
    head, last = len(lines), max(len(table.columns) - 1, 0)
    widths = [_width(each, [row[number] for row in table.rows], table) for number, each in enumerate(table.columns)]
    for number, column in enumerate(table.columns):
        page.write_string(head, number, fitting(column.heading), formats["heading"])
        page.set_column(number, number, widths[number])
    for number, row in enumerate(table.rows, head + 1):
        if table.widest:
            page.set_row(number, _height(row, widths))
        for place, cell in enumerate(row):
            _write(page, (number, place), cell, table.columns[place].kind, formats)
    end = head + len(table.rows)
    page.freeze_panes(head + 1, 0)
    page.autofilter(head, 0, end, last)
    page.ignore_errors({"number_stored_as_text": f"A1:{xlsxwriter.utility.xl_rowcol_to_cell(end, last)}"})
    _for_print(page, about, head)
    return end


def _link(page: Any, table: Sheet, end: int, written: Mapping[str, str], formats: Formats) -> None:  # noqa: ANN401
    """Make links of the cells that name another table of the file; nothing else of a file is a link."""
    for place, column in enumerate(table.columns):
        for number, row in enumerate(table.rows, end - len(table.rows) + 1):
            if column.kind == "sheet" and row[place] in written:
                name = written[str(row[place])]
                page.write_url(number, place, f"internal:{quote_sheetname(name)}!A1", formats["link"], name)


def _for_print(page: Any, about: About, head: int) -> None:  # noqa: ANN401
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(head)
    page.set_header(f"&R{say('head.synthetic')}" if about.is_synthetic else "")
    page.set_footer("&C&P/&N")


def _write(page: Any, place: tuple[int, int], cell: Cell, kind: str, formats: Formats) -> None:  # noqa: ANN401
    if cell is None:
        page.write_string(*place, say("missing"), formats["missing"])
    elif isinstance(cell, str):
        _write_text(page, place, cell, formats)
    elif isinstance(cell, int | float):
        page.write_number(*place, cell, formats["text" if kind == "date" else kind])
    elif cell >= _FIRST_DAY:
        page.write_datetime(*place, cell, formats["date"])
    else:
        page.write_string(*place, long_date(cell), formats["words"])


def _write_text(page: Any, place: tuple[int, int], text: str, formats: Formats) -> None:  # noqa: ANN401
    if text:
        page.write_string(*place, fitting(text), formats["guarded" if is_formula_like(text) else "words"])
    else:
        page.write_blank(*place, None, formats["words"])


def _width(column: Column, cells: Sequence[Cell], table: Sheet) -> float:
    """Return a width in digits that fits the longest line; marks above and below a Thai letter take no room."""
    lines = [line for each in [column.heading, *map(_shown, cells)] for line in each.split("\n")]
    longest = max(map(columns_of, lines), default=0)
    return min(max(longest * _LETTER + _ROOM, _NARROWEST), table.widest or _WIDEST)


def _height(row: Sequence[Cell], widths: Sequence[float]) -> float:
    """Return a height in points that the wrapped lines of each cell fit into, as far as a row can be tall."""
    lines = (
        sum(
            ceil(columns_of(line) * _LETTER / (width - 2 * _ROOM)) or 1
            for line in _shown(each)[:LONGEST_TEXT].split("\n")
        )
        for each, width in zip(row, widths, strict=True)
    )
    return min(max(lines, default=1) * _LINE + 1, _TALLEST)


def _shown(cell: Cell) -> str:
    if cell is None:
        return say("missing")
    if isinstance(cell, str):
        return cell
    return f"{cell:,.2f}" if isinstance(cell, int | float) else long_date(cell)


def fitting(text: str) -> str:
    """Return what of a text a cell holds; one that is cut ends in three dots."""
    text = straight(text)
    if len(text.encode("utf-16-le")) // 2 <= LONGEST_TEXT:
        return text
    return text.encode("utf-16-le")[: 2 * (LONGEST_TEXT - 1)].decode("utf-16-le", errors="ignore") + "…"
