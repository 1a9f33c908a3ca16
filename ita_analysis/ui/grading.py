"""The grade that a stored result earns, in the words of its fiscal year."""

from __future__ import annotations

import pandas as pd

from ita_analysis import framework, scoring
from ita_analysis.errors import ItaError
from ita_analysis.queries.asking import rows_of


def grade_of(total: pd.DataFrame, indicators: pd.DataFrame, fiscal_year_be: int) -> str | None:
    """Return the label of the grade, or None where the total is missing or the year's levels are unknown."""
    if total.empty:
        return None
    scores = {int(row.indicator_no): None if pd.isna(row.score) else float(row.score) for row in rows_of(indicators)}
    try:
        rules = framework.load(fiscal_year_be)
        band = scoring.grade(float(total["score"].iloc[0]), scoring.instruments_of_indicators(scores, rules), rules)
    except ItaError:
        return None
    return band.label_th if band else None
