"""The rows of a report's tables: split tables joined again, repeated headings left out, each row with its columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ita_analysis.intake.document import Cell, Document, Paragraph, Table
from ita_analysis.intake.headings import Headings, find_headings, is_repeated
from ita_analysis.records import Place
from ita_analysis.thai.text import flat, to_arabic
from ita_analysis.vocabulary import pattern


@dataclass(frozen=True)
class Row:
    """One printed row under its headings, with its place; `number` counts the rows of its table from 0."""

    cells: tuple[Cell, ...]
    headings: Headings
    place: Place
    number: int

    def cell(self, role: str) -> Cell:
        """Return the first cell in a role, empty where the table has no such column."""
        found = (cell for cell, column in zip(self.cells, self.headings.columns, strict=True) if column.role == role)
        return next(found, Cell())

    def cells_in(self, role: str) -> Iterator[tuple[Cell, str, int | None]]:
        """Yield the cells in a role with the heading of each and the round the heading names."""
        for cell, column in zip(self.cells, self.headings.columns, strict=True):
            if column.role == role:
                yield cell, column.label, column.months

    @property
    def labels(self) -> dict[str, str]:
        """Return the printed heading of each role."""
        return {role: self.headings.label(role) for role in sorted(self.headings.roles)}

    @property
    def section(self) -> str | None:
        """Return the words of a row that only heads the rows below it: one merged cell, or alone and worded so."""
        texts = {cell.origin: flat(cell.text) for cell in self.cells}
        said = [text for text in texts.values() if text]
        if len(self.cells) < 2 or len(said) != 1:
            return None
        is_worded_so = pattern("cell", "section").match(to_arabic(said[0])) is not None
        return said[0] if len(texts) == 1 or is_worded_so else None

    def is_merged_from_above(self, role: str) -> bool:
        """Return whether the cell in a role began in an earlier row."""
        return self.cell(role).origin[0] < self.number


@dataclass(frozen=True)
class Grid:
    """A table that has headings, with its data rows; the headings may stand on an earlier page."""

    table: Table
    headings: Headings
    rows: tuple[Row, ...]
    position: int
    is_continued: bool = False

    @property
    def has_measures(self) -> bool:
        """Return whether some column holds measures."""
        return "measure" in self.headings.roles


def grids(document: Document) -> tuple[Grid, ...]:
    """Return the tables of a document that have headings, own ones or those of the page before."""
    found: list[Grid] = []
    for position, block in enumerate(document.blocks):
        if isinstance(block, Table) and (grid := _grid(block, position, found, document)):
            found.append(grid)
    return tuple(found)


def _grid(table: Table, position: int, before: list[Grid], document: Document) -> Grid | None:
    own = find_headings(table)
    last = before[-1] if before else None
    if own:
        is_same = last is not None and _labels(last.headings) == _labels(own)
        return Grid(table, own, tuple(_rows(table, own, table)), position, is_same)
    if last and last.table.width == table.width and _adjoins(last, position, document):
        headings = replace(last.headings, first=0, end=0)
        return Grid(
            table, headings, tuple(_rows(table, headings, last.table, last.headings)), position, is_continued=True
        )
    return None


def _labels(headings: Headings) -> list[str]:
    return ["".join(column.label.split()) for column in headings.columns]


def _adjoins(last: Grid, position: int, document: Document) -> bool:
    """Return whether only short lines (a page's heading) stand between two tables."""
    between = document.blocks[last.position + 1 : position]
    return all(isinstance(block, Paragraph) and len(block.text) < 200 for block in between)


def _rows(table: Table, headings: Headings, source: Table, source_headings: Headings | None = None) -> Iterator[Row]:
    for number in range(headings.end, len(table.rows)):
        cells = table.rows[number]
        is_blank = not any(flat(cell.text) for cell in cells)
        if not is_blank and not is_repeated(source_headings or headings, table, number, source):
            yield Row(cells, headings, table.place(number), number)
