"""Invented score sheets as records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from ita_analysis.records import Agency
from ita_analysis.results import SCORE_COLUMNS, Result, ScoreSheet, SheetPlace
from tests.store.invented import agency

Scores = Mapping[tuple[str, str], float]
TEN: Scores = {("indicator", str(no)): 80.0 + no for no in range(1, 11)}


def sheet(*given_scores: Scores, year: int = 2564, name: str = "one", who: Sequence[Agency] = ()) -> ScoreSheet:
    """Return a sheet with a row for each of some agencies that do not exist; the first data row is row 2."""
    agencies = who or [agency(no) for no in range(1, len(given_scores) + 1)]
    results = tuple(Result(each, year, SheetPlace("แผ่น", no + 2)) for no, each in enumerate(agencies))
    stated = [
        (no, level, code, score, no + 2, column)
        for no, scores in enumerate(given_scores)
        for column, ((level, code), score) in enumerate(scores.items(), 2)
    ]
    return ScoreSheet("คะแนน.xlsx", "แผ่น", name, results, pd.DataFrame(stated, columns=[*SCORE_COLUMNS]))
