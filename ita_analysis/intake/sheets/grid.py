"""A worksheet as rows of cells, whatever file it came from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from ita_analysis.thai.text import flat, to_arabic

Cell: TypeAlias = object
# Top left and bottom right of a merged range, rows and columns from 0.
Merged: TypeAlias = tuple[tuple[int, int], tuple[int, int]]

# A formula whose result the file does not hold; what stands for it in the grid.
UNCALCULATED = "=?"
MOST_ROWS = 200_000
MOST_COLUMNS = 702
MOST_CELLS = 4_000_000


@dataclass(frozen=True, eq=False)
class Grid:
    """One worksheet: its name (None for a text file) and its cells from row 1 and column A on.

    `unread` are the cells, by row and column from 0, whose words stand for a formula that gave no value.
    """

    name: str | None
    rows: list[list[Cell]]
    merged: tuple[Merged, ...] = ()
    is_hidden: bool = False
    unread: frozenset[tuple[int, int]] = frozenset()

    def at(self, row: int, column: int) -> Cell:
        """Return a cell by row and column from 0, an empty one outside the sheet."""
        cells = self.rows[row] if row < len(self.rows) else []
        return cells[column] if column < len(cells) else ""


def words_of(cell: Cell) -> str:
    """Return a cell as the words a reader sees on one line; a whole number has no decimals."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return flat(cell) if isinstance(cell, str) else str(cell)


def squeezed(text: str) -> str:
    """Return words in lower case, without spaces, with Arabic digits, as the patterns of the vocabulary meet them."""
    return to_arabic(flat(text)).lower().replace(" ", "")


def is_blank(cells: list[Cell]) -> bool:
    """Return whether nothing stands in a row."""
    return not any(cell != "" and (not isinstance(cell, str) or cell.strip()) for cell in cells)
