"""Tables of a DOCX: headings of one or two levels that stand on every page, rows that stay whole where they fit."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from math import ceil

from ita_analysis.documents.blocks import Column, Marks, Table
from ita_analysis.documents.docx_file.pages import SHORT, text_height
from ita_analysis.documents.docx_file.parts import numbered
from ita_analysis.documents.docx_file.words import Element, element, paragraph, readable
from ita_analysis.thai.text import columns_of

Cells = Sequence[Sequence[str]]
_DASH, _WHOLE, _NUMBERS = 2, 3, 4  # lists of numbering.xml: with dashes, without any mark, with Thai numbers
_MARGIN = 85  # beside the words of a cell, in twentieths of a point
# A letter's mean width and a line's height at 14 points, in twentieths of a point; measured on the official font.
_LETTER, _LINE = 100, 380
_FITS = 0.85  # of the page below the headings


def table(block: Table, width: int, numbering: Element) -> list[Element]:
    """Return the caption and the table over the whole width; numbered cells get lists of their own in `numbering`."""
    widths = _widths(block.columns, width)
    made = element("tbl")
    made.append(_about(block, sum(widths)))
    grid = element("tblGrid")
    grid.extend(element("gridCol", w=each) for each in widths)
    made.append(grid)
    made.extend(_headings(block.columns, widths))
    made.extend(_row(cells, block.columns, widths, numbering) for cells in block.rows)
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
            merged = [element("vMerge", val="restart")] if has_levels else []
            first.extend(_cell([column.heading], width, *map(_copied, merged)) for column, width in group)
            second.extend(_cell([], width, element("vMerge")) for _, width in group)
    return [first, second] if has_levels else [first]


def _heading_row() -> Element:
    made, about = element("tr"), element("trPr")
    about.extend((element("cantSplit"), element("tblHeader")))
    made.append(about)
    return made


def _copied(node: Element) -> Element:
    return element("vMerge", val="restart") if node.attrib else element("vMerge")


def _cell(words: Sequence[str], width: int, *settings: Element) -> Element:
    made, about = element("tc"), element("tcPr")
    about.append(element("tcW", w=width, type="dxa"))
    about.extend(settings)
    about.extend((element("shd", val="clear", color="auto", fill="E7ECF2"), element("vAlign", val="center")))
    made.append(about)
    made.extend(paragraph(each, "TableHeading") for each in words or [""])
    return made


def _row(cells: Cells, columns: Sequence[Column], widths: Sequence[int], numbering: Element) -> Element:
    made, about = element("tr"), element("trPr")
    if _lines(cells, widths) * _LINE <= _FITS * text_height(is_landscape=sum(widths) > SHORT):
        about.append(element("cantSplit"))
    made.append(about)
    for words, column, width in zip(cells, columns, widths, strict=True):
        cell, settings = element("tc"), element("tcPr")
        settings.append(element("tcW", w=width, type="dxa"))
        cell.append(settings)
        listed = _list(len(words), column.marks, numbering)
        cell.extend(paragraph(each, "TableText", *([numbered(listed)] if listed else [])) for each in words or [""])
        made.append(cell)
    return made


def _lines(cells: Cells, widths: Sequence[int]) -> int:
    """Return about how many lines the tallest cell of a row takes."""
    letters = [max(1, (width - 2 * _MARGIN) // _LETTER) for width in widths]
    return max(
        sum(max(1, ceil(columns_of(line) / most)) for words in cell for line in words.split("\n"))
        for cell, most in zip(cells, letters, strict=True)
    )


def _list(count: int, marks: Marks, numbering: Element) -> int:
    """Return the list that the paragraphs of a cell are items of; 0 for none. A single one has no visible mark."""
    if marks == "none" or not count:
        return 0
    if count == 1:
        return _WHOLE
    return _DASH if marks == "points" else _new_numbers(numbering)


def _new_numbers(numbering: Element) -> int:
    """Add a list of Thai numbers that begins with one, and return its number."""
    number = len(numbering)
    made, again = element("num", numId=number), element("lvlOverride", ilvl=0)
    again.append(element("startOverride", val=1))
    made.extend((element("abstractNumId", val=_NUMBERS), again))
    numbering.append(made)
    return number
