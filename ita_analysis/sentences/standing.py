"""Where an agency stands in an assessed year, from its stored scores; or what the year's rules lack to tell it."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from ita_analysis import framework, scoring
from ita_analysis.errors import FrameworkError, ItaError
from ita_analysis.queries.asking import rows_of
from ita_analysis.scoring import Standing
from ita_analysis.sentences.way import lacking
from ita_analysis.texts import explain


@dataclass(frozen=True, eq=False)
class Position:
    """Where an agency stands; None without any score, or where `problem` says what the year's rules lack."""

    standing: Standing | None = None
    problem: str = ""


def position_of(stored: pd.DataFrame, fiscal_year_be: int) -> Position:
    """Return where an agency stands in an assessed year, from its stored scores of every level."""
    stated = stored[stored["source"] != "computed"]
    if stated.empty:
        return Position()
    scores = {(str(row.level), str(row.code)): float(row.score) for row in rows_of(stated)}
    try:
        rules = framework.load(fiscal_year_be)
    except ItaError as error:
        return Position(problem=explain(error))
    try:
        return Position(scoring.standing(scores, rules))
    except FrameworkError:  # the year's weights, ways of averaging or bands are unknown
        return Position(problem=lacking(rules))


def grade_of(total: float | None, stored: pd.DataFrame, at: Standing | None, fiscal_year_be: int) -> str | None:
    """Return the grade of a stored total and instruments; an instrument that is not stored, as it follows."""
    tools = {str(row.code): float(row.score) for row in rows_of(stored[stored["level"] == "instrument"])}
    try:
        band = scoring.grade(total, {**_instruments(at), **tools}, framework.load(fiscal_year_be))
    except ItaError:
        return None
    return band.label_th if band else None


def _instruments(at: Standing | None) -> dict[str, float]:
    return {} if at is None else {code: float(score) for code, score in at.instruments.items() if score is not None}
