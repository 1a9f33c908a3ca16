"""What the columns of a table are for, told by what their headings mean."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ita_analysis.intake.document import Cell, Table
from ita_analysis.thai.text import flat, to_arabic
from ita_analysis.vocabulary import pattern, words

PLAN_ROLES = frozenset({"guideline", "step", "responsible", "follow_up"})
RESULT_ROLES = frozenset({"detail", "output", "outcome"})
_LONGEST_HEADING = 90
_SEARCHED_ROWS = 6


@dataclass(frozen=True)
class Column:
    """A column: its printed heading, the role it plays (None where unknown) and the round it is about."""

    label: str
    role: str | None
    months: int | None = None


@dataclass(frozen=True)
class Headings:
    """The columns of a table and the rows (from 0, end excluded) that print them."""

    columns: tuple[Column, ...]
    first: int
    end: int

    @property
    def roles(self) -> frozenset[str]:
        """Return the roles that some column plays."""
        return frozenset(column.role for column in self.columns if column.role)

    def label(self, role: str) -> str:
        """Return the printed heading of the first column in a role."""
        return next(column.label for column in self.columns if column.role == role)


def find_headings(table: Table) -> Headings | None:
    """Return the headings of a table, one to three rows among its first ones, or None where it has none."""
    for first in range(min(_SEARCHED_ROWS, len(table.rows))):
        if _is_heading_row(table.rows[first]):
            end = _end_of_headings(table, first)
            return Headings(_columns(table, first, end), first, end)
    return None


def is_repeated(headings: Headings, table: Table, row: int, source: Table) -> bool:
    """Return whether a row prints again one of the heading rows of `source`."""
    printed = [_squeezed(cell) for cell in table.rows[row]]
    return any(
        printed == [_squeezed(cell) for cell in source.rows[number]] for number in range(headings.first, headings.end)
    )


def role_of(heading: str) -> str | None:
    """Return the role that the words of one heading name."""
    squeezed = re.sub(r"\s+", "", to_arabic(flat(heading))).lower()
    bare = pattern("heading", "aside").sub("", squeezed)
    for role in words("heading")["role"]:
        if re.search(role["match"], bare):
            return str(role["name"])
    return None


def _is_heading_row(row: tuple[Cell, ...]) -> bool:
    texts = _distinct_texts(row)
    roles = {role for text in texts if len(text) <= _LONGEST_HEADING and (role := role_of(text))}
    named = sum(1 for text in texts if len(text) <= _LONGEST_HEADING and role_of(text))
    return len(roles) >= 2 and named * 2 > len(texts)


def _distinct_texts(row: tuple[Cell, ...]) -> list[str]:
    return list({cell.origin: flat(cell.text) for cell in row if flat(cell.text)}.values())


def _end_of_headings(table: Table, first: int) -> int:
    end = first + 1
    while end < len(table.rows) and any(first <= cell.origin[0] < end for cell in table.rows[end]):
        end += 1
    while end < min(first + 3, len(table.rows)) and _is_sub_heading(table, first, end):
        end += 1
    return end


def _is_sub_heading(table: Table, first: int, row: int) -> bool:
    """Return whether a row prints two or more headings only, and stands under one that covers several columns."""
    own = {cell.origin: flat(cell.text) for cell in table.rows[row] if cell.origin[0] == row and flat(cell.text)}
    if len(own) < 2 or not _has_span(table, first):
        return False
    return all(len(text) <= _LONGEST_HEADING // 2 and (role_of(text) or _round(text)) for text in own.values())


def _has_span(table: Table, row: int) -> bool:
    cells = table.rows[row]
    return len({cell.origin for cell in cells}) < len(cells) or any(not flat(cell.text) for cell in cells)


def _columns(table: Table, first: int, end: int) -> tuple[Column, ...]:
    return tuple(_column(table, first, end, number) for number in range(table.width))


def _column(table: Table, first: int, end: int, number: int) -> Column:
    path = list(dict.fromkeys(_heading_at(table, row, number, end) for row in range(first, end)))
    path = [text for text in path if text]
    role = next((role for text in reversed(path) if (role := role_of(text))), None)
    months = next((months for text in reversed(path) if (months := _round(text))), None)
    return Column(" / ".join(path), role, months)


def _heading_at(table: Table, row: int, number: int, end: int) -> str:
    """Return a heading; a blank one right of a heading with sub-headings below it belongs to that heading."""
    text = flat(table.rows[row][number].text)
    has_child = any(flat(table.rows[below][number].text) for below in range(row + 1, end))
    while not text and has_child and number > 0:
        number -= 1
        text = flat(table.rows[row][number].text)
    return text


def _round(text: str) -> int | None:
    match = pattern("heading", "round").search(re.sub(r"\s+", "", to_arabic(text)))
    months = int(match[1]) if match else 0
    return months if 1 <= months <= 12 else None


def _squeezed(cell: Cell) -> str:
    return re.sub(r"\s+", "", flat(cell.text))
