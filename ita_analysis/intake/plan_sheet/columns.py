"""Where the table of a plan stands in a workbook: its worksheet, its headings and columns, and whose it says it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ita_analysis.errors import UnreadableDocument
from ita_analysis.intake.sheets.grid import Grid, words_of
from ita_analysis.thai.text import flat, key, to_arabic
from ita_analysis.vocabulary import pattern, words

_HEADING_ROWS = 40
_SHOWN = 3
_IN_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")


@dataclass(frozen=True)
class HandedOut:
    """What a sheet says of itself: whose plan of which year it was made from, and of which count of changes."""

    agency: str
    agency_code: str
    fiscal_year_be: int
    data_version: int


@dataclass(frozen=True)
class Columns:
    """The table of one worksheet: the row (from 0) of its headings, and the column (from 0) of each field."""

    grid: Grid
    head: int
    of: Mapping[str, int]
    repeated: tuple[int, ...] = ()
    unknown: tuple[int, ...] = ()

    def heading(self, column: int) -> str:
        """Return the words of a column's heading."""
        return words_of(self.grid.at(self.head, column))


def find_columns(grids: Sequence[Grid]) -> tuple[Columns, tuple[Grid, ...]]:
    """Return the table whose headings say most, and the other worksheets with one; raises UnreadableDocument."""
    found = [columns for grid in grids if (columns := _columns(grid))]
    if not found:
        first = [line for grid in grids for line in _lines(grid, _HEADING_ROWS)][:_SHOWN]
        raise UnreadableDocument("plan_sheet_no_header", rows=" / ".join(first))
    best = max(found, key=lambda columns: (not columns.grid.is_hidden, len(columns.of)))
    return best, tuple(columns.grid for columns in found if columns is not best and not columns.grid.is_hidden)


def handed_out(columns: Columns) -> HandedOut | None:
    """Return what the last line above a table that says so says of it, None where none does."""
    for line in reversed([*_lines(columns.grid, columns.head)]):
        if said := pattern("plan_sheet", "about").search(to_arabic(line)):
            return HandedOut(said["agency"], said["code"], int(said["year"]), int(said["version"]))
    return None


def field_of(heading: str) -> str | None:
    """Return the field that a heading names, None where no word of ours fits."""
    return _fields().get(key(_IN_BRACKETS.sub("", flat(heading))))


def _columns(grid: Grid) -> Columns | None:
    rows = [_columns_of_row(grid, row) for row in range(min(_HEADING_ROWS, len(grid.rows)))]
    known = [columns for columns in rows if "title" in columns.of and len(columns.of) > 1]
    return max(known, key=lambda columns: (len(columns.of), -columns.head), default=None)


def _columns_of_row(grid: Grid, row: int) -> Columns:
    of: dict[str, int] = {}
    repeated, unknown = [], []
    for column, cell in enumerate(grid.rows[row]):
        field = field_of(cell) if isinstance(cell, str) else None
        if field is None:
            unknown += [column] if words_of(cell) else []
        elif field in of:
            repeated.append(column)
        else:
            of[field] = column
    return Columns(grid, row, of, tuple(repeated), tuple(unknown))


def _lines(grid: Grid, end: int) -> Iterator[str]:
    """Yield what each row before one says."""
    for cells in grid.rows[:end]:
        if line := ", ".join(said for cell in cells if (said := words_of(cell))):
            yield line


@cache
def _fields() -> dict[str, str]:
    return {key(each): field for field, said in words("plan_sheet")["heading"].items() for each in said}
