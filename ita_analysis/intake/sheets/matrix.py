"""The scores of a sheet as numbers side by side: a row per result, a column per level and code, NaN where missing."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Code = tuple[str, str]


@dataclass(frozen=True, eq=False)
class Matrix:
    """`values[result, at[level, code]]` is a score of 0-100."""

    values: Numbers
    at: dict[Code, int]

    def column(self, level: str, code: str) -> Numbers:
        """Return the scores of one code, all missing where the sheet has none."""
        found = self.at.get((level, code))
        return np.full(len(self.values), np.nan) if found is None else self.values[:, found]

    def stated(self, result: int) -> dict[Code, float]:
        """Return the scores of one result by level and code."""
        row = self.values[result]
        return {code: float(row[at]) for code, at in self.at.items() if not np.isnan(row[at])}

    def of(self, results: list[int]) -> Matrix:
        """Return the matrix of some results."""
        return Matrix(self.values[results], self.at)


def matrix_of(scores: pd.DataFrame, results: int) -> Matrix:
    """Return a table of SCORE_COLUMNS as a matrix of that many results."""
    codes = list(dict.fromkeys(zip(scores["level"], scores["code"], strict=True)))
    at = {(str(level), str(code)): number for number, (level, code) in enumerate(codes)}
    values = np.full((results, len(at)), np.nan)
    places = np.fromiter((at[pair] for pair in zip(scores["level"], scores["code"], strict=True)), dtype="int64")
    values[scores["result_no"].to_numpy(), places] = scores["score"].to_numpy()
    return Matrix(values, at)
