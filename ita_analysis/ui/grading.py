"""Where an agency stands in an assessed year, and the grade that its stored result earns."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from ita_analysis import framework, scoring
from ita_analysis.errors import FrameworkError, ItaError
from ita_analysis.queries.asking import rows_of
from ita_analysis.scoring import Standing
from ita_analysis.sentences.executive import LastResult
from ita_analysis.sentences.way import lacking
from ita_analysis.texts import explain
from ita_analysis.ui.asking import AgencyYear, ask, kept


@dataclass(frozen=True, eq=False)
class Position:
    """Where an agency stands; None without any score, or where `problem` says what the year's rules lack."""

    standing: Standing | None = None
    problem: str = ""


def position(agency_code: str, fiscal_year_be: int) -> Position:
    """Return where an agency stands in an assessed year, from the stored scores of every level."""
    return kept(_position, agency_code, fiscal_year_be)


def last_result(year: AgencyYear) -> LastResult:
    """Return the stored total and grade of the assessed year, and the total of the year before it."""
    return kept(_last_result, year.agency_code, year.prior_fiscal_year_be)


def _position(agency_code: str, fiscal_year_be: int) -> Position:
    stored = ask("score_origins", agency_code, fiscal_year_be)
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


def _last_result(agency_code: str, fiscal_year_be: int) -> LastResult:
    return LastResult(
        fiscal_year_be,
        _total(agency_code, fiscal_year_be),
        _grade(agency_code, fiscal_year_be),
        _total(agency_code, fiscal_year_be - 1),
        is_same_rules=not framework.changes_between(fiscal_year_be - 1, fiscal_year_be),
    )


def _total(agency_code: str, fiscal_year_be: int) -> float | None:
    stored = ask("total", agency_code, fiscal_year_be)
    return None if stored.empty else float(stored["score"].iloc[0])


def _grade(agency_code: str, fiscal_year_be: int) -> str | None:
    """Return the grade of the stored total and instruments; an instrument that is not stored, as it follows."""
    stored = ask("score_origins", agency_code, fiscal_year_be)
    tools = {str(row.code): float(row.score) for row in rows_of(stored[stored["level"] == "instrument"])}
    at = position(agency_code, fiscal_year_be).standing
    try:
        whole = {**_instruments(at), **tools}
        band = scoring.grade(_total(agency_code, fiscal_year_be), whole, framework.load(fiscal_year_be))
    except ItaError:
        return None
    return band.label_th if band else None


def _instruments(at: Standing | None) -> dict[str, float]:
    return {} if at is None else {code: float(score) for code, score in at.instruments.items() if score is not None}


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
