"""A document as its reader sees it: paragraphs and tables in reading order, whatever the file format was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ita_analysis.records import Place

BULLET = "• "
MOST_COLUMNS = 100


@dataclass(frozen=True)
class Paragraph:
    """A run of text; soft line breaks stay as line ends."""

    text: str
    place: Place


@dataclass(frozen=True)
class Cell:
    """A table cell: its paragraphs (list items start with BULLET), and the cell a merge began in."""

    paragraphs: tuple[str, ...] = ()
    origin: tuple[int, int] = (0, 0)

    @property
    def text(self) -> str:
        """Return the paragraphs, one to a line."""
        return "\n".join(self.paragraphs)


@dataclass(frozen=True)
class Table:
    """A rectangular table; a merged cell stands in each place it covers, with one origin.

    `lines` holds the source line of each row where the format has lines.
    """

    number: int
    rows: tuple[tuple[Cell, ...], ...]
    lines: tuple[int | None, ...]

    def place(self, row: int) -> Place:
        """Return the place of a row, counted from 0."""
        return Place(line=self.lines[row], table=self.number, row=row + 1)

    @property
    def width(self) -> int:
        """Return the number of columns."""
        return len(self.rows[0]) if self.rows else 0


@dataclass(frozen=True)
class Document:
    """The blocks of a document in reading order."""

    blocks: tuple[Paragraph | Table, ...]

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Return the paragraphs that stand outside tables."""
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))

    @property
    def tables(self) -> tuple[Table, ...]:
        """Return the tables."""
        return tuple(block for block in self.blocks if isinstance(block, Table))


@dataclass(frozen=True)
class Spanned:
    """A cell as a file states it, before merges are laid out: its paragraphs and the rows and columns it covers."""

    paragraphs: tuple[str, ...]
    across: int = 1
    down: int = 1


def lay_out(rows: Sequence[Sequence[Spanned]]) -> tuple[tuple[Cell, ...], ...]:
    """Return the rows as a rectangle in which a merged cell stands in each place it covers."""
    taken: dict[tuple[int, int], Cell] = {}
    for row, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            if column >= MOST_COLUMNS:
                break
            _cover(taken, cell, row, column, len(rows))
            column += cell.across
    width = max((column for _, column in taken), default=-1) + 1
    return tuple(
        tuple(taken.get((row, column), Cell((), (row, column))) for column in range(width)) for row in range(len(rows))
    )


def _cover(taken: dict[tuple[int, int], Cell], cell: Spanned, row: int, column: int, height: int) -> None:
    laid = Cell(cell.paragraphs, (row, column))
    for down in range(min(cell.down, height - row)):
        for across in range(min(cell.across, MOST_COLUMNS - column)):
            taken.setdefault((row + down, column + across), laid)
