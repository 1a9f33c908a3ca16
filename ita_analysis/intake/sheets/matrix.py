"""The scores of a sheet side by side: a row per result, a column per level and code, NaN where missing."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ita_analysis.intake.sheets.stated import Code, Numbers, Table, Whole


@dataclass(frozen=True, eq=False)
class Matrix:
    """`values[result, at[level, code]]` is a score of 0-100, `rows` the same place's number in the table of scores."""

    values: Numbers
    rows: Whole
    at: dict[Code, int]

    def column(self, level: str, code: str) -> Numbers:
        """Return the scores of one code, all missing where the sheet has none."""
        found = self.at.get((level, code))
        return np.full(len(self.values), np.nan) if found is None else self.values[:, found]

    def stated(self, result: int) -> dict[Code, float]:
        """Return the scores of one result by level and code."""
        row = self.values[result].tolist()
        return {code: score for code, score in zip(self.at, row, strict=True) if score == score}  # noqa: PLR0124

    def of(self, results: list[int]) -> Matrix:
        """Return the matrix of some results."""
        return Matrix(self.values[results], self.rows[results], self.at)


def matrix_of(table: Table, results: int) -> Matrix:
    """Return a table of scores as a matrix of that many results."""
    shape = (results, len(table.codes))
    values, rows = np.full(shape, np.nan), np.full(shape, -1, dtype="int64")
    values[table.head, table.code] = table.score
    rows[table.head, table.code] = np.arange(len(table.score))
    return Matrix(values, rows, {code: number for number, code in enumerate(table.codes)})
