"""Tables of a DOCX: headings of one or two levels that stand on every page, rows that stay whole where they fit."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from math import ceil

from docx.oxml.ns import qn

from ita_analysis.documents.docx_file.pages import SHORT, text_height
from ita_analysis.documents.docx_file.parts import numbered
from ita_analysis.documents.docx_file.words import Element, element, paragraph, readable, runs
from ita_analysis.documents.paper.blocks import Column, Marks, Table
from ita_analysis.thai.text import columns_of, to_thai

Cells = Sequence[Sequence[str]]
_DASH, _UNMARKED = 2, 3  # lists of numbering.xml
_INDENT = 284
_MARGIN = 85  # beside the words of a cell, in twentieths of a point
# A letter's mean width and a line's height at 14 points, in twentieths of a point; measured on the official font.
_LETTER, _LINE = 100, 380
_FITS = 0.85  # of the page below the headings
_SHORT = 0.4  # of a page


def table(block: Table, width: int, *, is_signed: bool = False) -> list[Element]:
    """Return the caption and the table over the whole width; its last row stands with the places to sign below it."""
    widths = _widths(block.columns, width)
    made = element("tbl")
    made.append(_about(block, sum(widths)))
    grid = element("tblGrid")
    grid.extend(element("gridCol", w=each) for each in widths)
    made.append(grid)
    made.extend(_headings(block.columns, widths))
    rows = [_row(cells, block.columns, widths) for cells in block.rows]
    made.extend(rows)
    kept = rows[:-1] if _is_short(block, widths) else []
    for row in [*kept, *(rows[-1:] if is_signed else [])]:
        _keep(row)
    return [paragraph(block.caption, "Caption"), made]


def _widths(columns: Sequence[Column], width: int) -> list[int]:
    whole = sum(column.share for column in columns)
    widths = [int(width * column.share / whole) for column in columns]
    return [*widths[:-1], width - sum(widths[:-1])]


def _about(block: Table, width: int) -> Element:
    made = element("tblPr")
    margins = element("tblCellMar")
    margins.extend(element(side, w=_MARGIN, type="dxa") for side in ("left", "right"))
    made.extend((
        element("tblStyle", val="TableGrid"),
        element("tblW", w=width, type="dxa"),
        element("tblLayout", type="fixed"),
        margins,
        element("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
        element("tblCaption", val=readable(block.caption)),
    ))  # fmt: skip
    return made


def _headings(columns: Sequence[Column], widths: Sequence[int]) -> list[Element]:
    """Return the heading rows: one, or two where neighbours share a heading."""
    has_levels = any(column.above for column in columns)
    first, second = _heading_row(), _heading_row()
    pairs = list(zip(columns, widths, strict=True))
    for above, run in groupby(pairs, key=lambda pair: pair[0].above):
        group = list(run)
        if above:
            first.append(_cell([above], sum(width for _, width in group), element("gridSpan", val=len(group))))
            second.extend(_cell([column.heading], width) for column, width in group)
        else:
            down = {"val": "restart"} if has_levels else {}
            first.extend(_cell([column.heading], width, *_merged(down)) for column, width in group)
            second.extend(_cell([], width, element("vMerge")) for _, width in group)
    return [first, second] if has_levels else [first]


def _heading_row() -> Element:
    made, about = element("tr"), element("trPr")
    about.extend((element("cantSplit"), element("tblHeader")))
    made.append(about)
    return made


def _merged(down: dict[str, str]) -> list[Element]:
    return [element("vMerge", **down)] if down else []


def _cell(words: Sequence[str], width: int, *settings: Element) -> Element:
    made, about = element("tc"), element("tcPr")
    about.append(element("tcW", w=width, type="dxa"))
    about.extend(settings)
    about.extend((element("shd", val="clear", color="auto", fill="E7ECF2"), element("vAlign", val="center")))
    made.append(about)
    made.extend(paragraph(each, "TableHeading") for each in words or [""])
    return made


def _row(cells: Cells, columns: Sequence[Column], widths: Sequence[int]) -> Element:
    made, about = element("tr"), element("trPr")
    if _lines(cells, widths) * _LINE <= _FITS * text_height(is_landscape=sum(widths) > SHORT):
        about.append(element("cantSplit"))
    made.append(about)
    for words, column, width in zip(cells, columns, widths, strict=True):
        cell, settings = element("tc"), element("tcPr")
        settings.append(element("tcW", w=width, type="dxa"))
        cell.append(settings)
        cell.extend(_paragraphs(words, column.marks))
        made.append(cell)
    return made


def _is_short(block: Table, widths: Sequence[int]) -> bool:
    """Return whether a table is so short that all of it goes to the next page where it does not fit."""
    whole = sum(_lines(cells, widths) for cells in block.rows) * _LINE
    return whole <= _SHORT * text_height(is_landscape=sum(widths) > SHORT)


def _keep(row: Element) -> None:
    """Keep a row on the page of what follows it."""
    for paragraph_made in row.iter(qn("w:p")):
        style = paragraph_made.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if style is not None:
            style.addnext(element("keepNext"))


def _lines(cells: Cells, widths: Sequence[int]) -> int:
    """Return about how many lines the tallest cell of a row takes."""
    letters = [max(1, (width - 2 * _MARGIN) // _LETTER) for width in widths]
    return max(
        sum(max(1, ceil(columns_of(line) / most)) for words in cell for line in words.split("\n"))
        for cell, most in zip(cells, letters, strict=True)
    )


def _paragraphs(words: Sequence[str], marks: Marks) -> list[Element]:
    """Return the paragraphs of a cell; those of a list are items of one of Word's, so that none is taken for several.

    Thai numbers are written out: not every program that opens a DOCX counts in them. A single item has no mark.
    """
    if marks == "none" or not words:
        return [paragraph(each, "TableText") for each in words or [""]]
    if len(words) == 1:
        return [paragraph(words[0], "TableText", numbered(_UNMARKED))]
    if marks == "points":
        return [paragraph(each, "TableText", numbered(_DASH)) for each in words]
    return [_counted(number, each) for number, each in enumerate(words, 1)]


def _counted(number: int, words: str) -> Element:
    made = paragraph("", "TableText", numbered(_UNMARKED), element("ind", left=_INDENT, hanging=_INDENT))
    for run in made.findall(qn("w:r")):
        run.extend((*runs(f"{to_thai(str(number))}.")[0], element("tab"), *runs(words)[0]))
    return made
