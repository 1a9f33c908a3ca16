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


def grade_by_year(scores: pd.DataFrame) -> dict[int, str]:
    """Return the label of each fiscal year's grade: the one its source prints, else the one that its scores earn.

    `scores`: fiscal_year_be, level, code, score (0-100) and grade_printed; a year whose grade is open is left out.
    """
    found = {int(str(year)): _of_year(rows, int(str(year))) for year, rows in scores.groupby("fiscal_year_be")}
    return {year: grade for year, grade in found.items() if grade}


def _of_year(rows: pd.DataFrame, fiscal_year_be: int) -> str | None:
    printed = rows["grade_printed"].iloc[0]
    if isinstance(printed, str):
        return printed
    of_level = {level: dict(zip(own["code"], own["score"], strict=True)) for level, own in rows.groupby("level")}
    total = of_level.get("total", {}).get("total")
    try:
        band = scoring.grade(total, of_level.get("instrument", {}), framework.load(fiscal_year_be))
    except ItaError:
        return None
    return band.label_th if band else None
