"""What the body of a sheet states, as collected: who, which year, which score, from which cell."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ita_analysis.intake.sheets.cells import score_of
from ita_analysis.intake.sheets.faults import Faults
from ita_analysis.intake.sheets.grid import Cell
from ita_analysis.records import Agency
from ita_analysis.results import SCORE_COLUMNS

Code = tuple[str, str]
Whole = NDArray[np.int64]
Numbers = NDArray[np.float64]


@dataclass
class Head:
    """One agency and year of a sheet, the row and column (from 1) that name it, and the grade printed for it."""

    agency: Agency
    year: int
    row: int
    column_no: int | None
    grade: Cell = ""
    grade_place: tuple[int, int] | None = None


@dataclass(frozen=True, eq=False)
class Table:
    """Scores as arrays of equal length; `head` counts heads, `code` the codes, both from 0; rows and columns from 1."""

    codes: tuple[Code, ...]
    head: Whole
    code: Whole
    score: Numbers
    row: Whole
    column_no: Whole

    def where(self, keep: NDArray[np.bool_]) -> Table:
        """Return some of the scores."""
        arrays = {name: getattr(self, name)[keep] for name in ("head", "code", "score", "row", "column_no")}
        return replace(self, **arrays)

    def is_of(self, level: str) -> NDArray[np.bool_]:
        """Return which scores are of a level."""
        return np.array([each[0] == level for each in self.codes], dtype=bool)[self.code]

    def place(self, at: int) -> tuple[int, int]:
        """Return the row and column of a score."""
        return int(self.row[at]), int(self.column_no[at])

    def frame(self) -> pd.DataFrame:
        """Return the scores as a table of SCORE_COLUMNS."""
        names = np.array(self.codes, dtype=object).reshape(-1, 2)[self.code]
        columns = (self.head, names[:, 0], names[:, 1], self.score, self.row, self.column_no)
        return pd.DataFrame(dict(zip(SCORE_COLUMNS, columns, strict=True)))


@dataclass
class Stated:
    """Heads and scores while they are collected, a column or a row at a time."""

    heads: list[Head] = field(default_factory=list)
    codes: dict[Code, int] = field(default_factory=dict)
    parts: list[tuple[Whole, int, Numbers, Whole, int]] = field(default_factory=list)
    singles: dict[tuple[str, int], list[tuple[int, float, int]]] = field(default_factory=dict)

    def put(self, name: str, head: Whole, score: Numbers, row: Whole, column_no: int) -> None:
        """Add the scores of one field of the layout."""
        code = self.codes.setdefault(level_and_code(name), len(self.codes))
        self.parts.append((head, code, score, row, column_no))

    def put_one(self, name: str, head: int, score: float, row: int, column_no: int) -> None:
        """Add one score of a field."""
        self.singles.setdefault((name, column_no), []).append((head, score, row))

    def table(self) -> Table:
        """Return the scores."""
        for (name, column_no), singles in self.singles.items():
            heads, scores, rows = zip(*singles, strict=True)
            self.put(name, np.array(heads), np.array(scores, dtype="float64"), np.array(rows), column_no)
        self.singles.clear()
        sizes = [len(part[0]) for part in self.parts]

        def spread(at: int) -> Whole:
            return np.repeat(np.array([part[at] for part in self.parts], dtype="int64"), sizes)

        def joined(at: int, kind: str) -> NDArray[np.generic]:
            return np.concatenate([np.array([], dtype=kind), *(part[at] for part in self.parts)]).astype(kind)

        return Table(
            tuple(self.codes),
            joined(0, "int64").astype("int64"),
            spread(1),
            joined(2, "float64").astype("float64"),
            joined(3, "int64").astype("int64"),
            spread(4),
        )


def level_and_code(name: str) -> Code:
    """Return the level and code of a field: item:O42 is an item, total the total."""
    level, _, code = name.partition(":")
    return level, code or level


def read_score(cell: Cell, faults: Faults, row: int, column_no: int) -> float | None:
    """Return the score of a cell, None where it is missing or faulty; a fault is told."""
    found = score_of(cell)
    if isinstance(found, str):
        faults.add(found, row, column_no, cell)
        return None
    return found


def is_stated(cell: Cell) -> bool:
    """Return whether a cell holds a score, or something wrong in the place of one."""
    return score_of(cell) is not None
