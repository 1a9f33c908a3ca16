"""Templates of score sheets to fill in: the headings of a fiscal year's framework, wide or long, XLSX or CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Any, Literal

from ita_analysis.framework import Framework
from ita_analysis.look import LIGHT, colour
from ita_analysis.texts import say

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

Shape = Literal["wide", "long"]
Suffix = Literal["xlsx", "csv"]
_HOW = ("year", "agency", "score", "blank", "level")
_ROOM = 2000  # rows in which a score is checked while it is typed
_HEAD_ROW = 1
_NAMED = ("agency", "district", "province")
_WIDTHS = {"agency": 42, "district": 18, "province": 18, "code": 60, "score": 12}


def file_name(framework: Framework, shape: Shape, suffix: Suffix) -> str:
    """Return the Thai name of a template's file."""
    return say("template.file_name", year=framework.fiscal_year_be, shape=say(f"template.shape.{shape}"), suffix=suffix)


def score_template(framework: Framework, shape: Shape, suffix: Suffix) -> bytes:
    """Return an empty score sheet of a fiscal year as the content of a file.

    Its first line names the year, its second holds the headings; a long one lists the year's scores in its rows.
    XLSX has a second sheet that says how to fill it in; CSV is UTF-8 with a byte order mark.
    """
    return _workbook(framework, shape) if suffix == "xlsx" else _separated(framework, shape)


def rows(framework: Framework, shape: Shape) -> list[list[str]]:
    """Return the rows of a template: its title, its headings, and of a long one a row for each score."""
    whose = [say(f"template.column.{name}") for name in _NAMED]
    names = [say(f"template.column.{name}") for name in ("code", "score")]
    title = [say("template.sheet_title", year=framework.fiscal_year_be)]
    if shape == "wide":
        return [title, [*whose, *_scores(framework), say("template.column.grade")]]
    return [title, [*whose, *names], *(["", "", "", name, ""] for name in _scores(framework))]


def _scores(framework: Framework) -> Iterator[str]:
    """Yield the heading of each score: the total, instruments and their parts, indicators, items."""
    yield say("template.column.total")
    for code in dict.fromkeys((*framework.parts, *(each.code for each in framework.instruments))):
        yield say("template.column.instrument", code=code)
    for indicator in framework.indicators:
        yield say("template.column.indicator", no=indicator.no, name=indicator.name_th)
    for item in framework.items:
        yield say("template.column.item", code=item.code, topic=item.topic_th)


def _separated(framework: Framework, shape: Shape) -> bytes:
    written = StringIO()
    csv.writer(written).writerows(rows(framework, shape))
    return written.getvalue().encode("utf-8-sig")


def _workbook(framework: Framework, shape: Shape) -> bytes:
    import xlsxwriter

    made = BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.formats[0].set_font_name("Sarabun")
        sheet = book.add_worksheet(say("template.sheet", year=framework.fiscal_year_be))
        _fill(book, sheet, framework, shape)
        _explain(book, book.add_worksheet(say("template.how_sheet")), framework, shape)
    return made.getvalue()


def _fill(book: Any, sheet: Worksheet, framework: Framework, shape: Shape) -> None:  # noqa: ANN401 - untyped library
    accent = colour("accent", LIGHT)
    heading = book.add_format(
        {"bold": True, "text_wrap": True, "valign": "top", "bottom": 2, "bottom_color": accent, "font_color": accent}
    )
    number = book.add_format({"num_format": "0.00"})
    title, heads, *body = rows(framework, shape)
    sheet.write_string(0, 0, title[0], book.add_format({"bold": True}))
    for column, words in enumerate(heads):
        sheet.write_string(_HEAD_ROW, column, words, heading)
    for row, cells in enumerate(body, _HEAD_ROW + 1):
        sheet.write_string(row, heads.index(say("template.column.code")), cells[3])
    first = len(_NAMED) + (1 if shape == "long" else 0)
    last = len(heads) - (2 if shape == "wide" else 1)
    sheet.set_column(first, last, 14, number)
    for column, name in enumerate((*_NAMED, *(("code", "score") if shape == "long" else ()))):
        sheet.set_column(column, column, _WIDTHS[name], number if name == "score" else None)
    _check_scores(sheet, first, last, len(body) or _ROOM)
    sheet.freeze_panes(_HEAD_ROW + 1, 1 if shape == "wide" else 0)


def _check_scores(sheet: Worksheet, first: int, last: int, count: int) -> None:
    checked = {
        "validate": "decimal",
        "criteria": "between",
        "minimum": 0,
        "maximum": 100,
        "error_title": say("template.input_title"),
        "error_message": say("template.input_error"),
    }
    sheet.data_validation(_HEAD_ROW + 1, first, _HEAD_ROW + count, last, checked)


def _explain(book: Any, sheet: Worksheet, framework: Framework, shape: Shape) -> None:  # noqa: ANN401
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 100, wrapped)
    lines = [say("template.how_title"), say(f"template.how.{shape}")]
    lines += [say(f"template.how.{each}", year=framework.fiscal_year_be) for each in _HOW]
    for row, line in enumerate(lines):
        sheet.write_string(row, 0, line, book.add_format({"bold": True}) if row == 0 else wrapped)
