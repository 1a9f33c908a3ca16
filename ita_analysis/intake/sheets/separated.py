"""CSV: text with commas, semicolons or tabs, in every encoding that offices save it in."""

from __future__ import annotations

import csv
from collections import Counter
from io import StringIO
from itertools import islice

from ita_analysis.errors import UnreadableDocument
from ita_analysis.intake.formats import decode
from ita_analysis.intake.html import looks_like_html
from ita_analysis.intake.sheets.grid import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Grid, is_blank
from ita_analysis.results import SheetPlace

SEPARATORS = (",", ";", "\t")
_TRIED_ROWS = 60
_HINT = "sep="


def read_separated(content: bytes) -> Grid:
    """Return the table of a text file; raises UnreadableDocument where it is none."""
    text = decoded(content)
    if looks_like_html(text):
        raise UnreadableDocument("sheet_is_html")
    rows = _rows(text, separator_of(text), MOST_ROWS + 1)
    if len(rows) > MOST_ROWS:
        raise UnreadableDocument("sheet_too_long", place=SheetPlace(), limit=MOST_ROWS)
    widest = max((len(cells) for cells in rows), default=0)
    if widest > MOST_COLUMNS or widest * len(rows) > MOST_CELLS:
        raise UnreadableDocument("sheet_too_wide", place=SheetPlace(), limit=MOST_COLUMNS, cells=MOST_CELLS)
    return Grid(None, rows)


def first_rows(text: str) -> list[list[object]]:
    """Return the first rows of a text as a table."""
    return _rows(text, separator_of(text), _TRIED_ROWS)


def decoded(content: bytes) -> str:
    """Return the text of a file with its line ends alike; raises UnreadableDocument where the bytes are no text."""
    try:
        text = decode(content)
    except UnreadableDocument as error:
        raise UnreadableDocument("sheet_not_text") from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def separator_of(text: str) -> str:
    """Return the sign that parts the first rows into columns: the one that gives most rows the same width."""
    first = text.partition("\n")[0].strip().lower()
    if first.startswith(_HINT) and first[len(_HINT) :] in {",", ";"}:
        return first[len(_HINT) :]
    return max(SEPARATORS, key=lambda sign: _regularity(_rows(text, sign, _TRIED_ROWS)))


def _regularity(rows: list[list[object]]) -> int:
    widths = Counter(len(cells) for cells in rows if len(cells) > 1)
    return max((width * times for width, times in widths.items()), default=0)


def _rows(text: str, separator: str, most: int) -> list[list[object]]:
    try:
        read = csv.reader(StringIO(text), delimiter=separator)
        rows: list[list[object]] = [list(cells) for cells in islice(read, most)]
    except csv.Error as error:
        raise UnreadableDocument("sheet_damaged") from error
    if rows and rows[0] and str(rows[0][0]).lower().startswith(_HINT):
        rows[0] = []
    while rows and is_blank(rows[-1]):
        rows.pop()
    return rows
