"""What the body of a sheet states, as collected: who, which year, which score, from which cell."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import get_args

import numpy as np
import pandas as pd

from ita_analysis.intake.sheets.cells import Fault, score_of
from ita_analysis.intake.sheets.faults import Faults
from ita_analysis.intake.sheets.grid import Cell
from ita_analysis.records import Agency
from ita_analysis.results import SCORE_COLUMNS

_FAULTS = frozenset(get_args(Fault))


@dataclass
class Head:
    """One agency and year of a sheet, the row and column (from 1) that name it, and the grade printed for it."""

    agency: Agency
    year: int
    row: int
    column_no: int | None
    grade: Cell = ""
    grade_place: tuple[int, int] | None = None


@dataclass
class Stated:
    """Heads, and scores as columns of equal length; `head` counts heads from 0."""

    heads: list[Head] = field(default_factory=list)
    head: list[int] = field(default_factory=list)
    field_no: list[int] = field(default_factory=list)
    score: list[float] = field(default_factory=list)
    row: list[int] = field(default_factory=list)
    column_no: list[int] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)

    def number_of(self, name: str) -> int:
        """Return the number of a field, a new one for a new field."""
        if name not in self.fields:
            self.fields.append(name)
        return self.fields.index(name)

    def put(self, head: int, number: int, score: float, row: int, column_no: int) -> None:
        """Add one score."""
        self.head.append(head)
        self.field_no.append(number)
        self.score.append(score)
        self.row.append(row)
        self.column_no.append(column_no)

    def table(self) -> pd.DataFrame:
        """Return the scores as a table of SCORE_COLUMNS."""
        levels, codes = zip(*map(level_and_code, self.fields), strict=True) if self.fields else ((), ())
        numbers = np.asarray(self.field_no, dtype="int64")
        columns = (
            np.asarray(self.head, dtype="int64"),
            np.asarray(levels, dtype=object)[numbers] if levels else [],
            np.asarray(codes, dtype=object)[numbers] if codes else [],
            np.asarray(self.score, dtype="float64"),
            np.asarray(self.row, dtype="int64"),
            np.asarray(self.column_no, dtype="int64"),
        )
        return pd.DataFrame(dict(zip(SCORE_COLUMNS, columns, strict=True)))


def level_and_code(name: str) -> tuple[str, str]:
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
