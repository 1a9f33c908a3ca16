"""Where an agency stands in an assessed year, and the grade that its stored result earns."""

from __future__ import annotations

import pandas as pd

from ita_analysis import framework, scoring
from ita_analysis.errors import ItaError
from ita_analysis.sentences.executive import LastResult
from ita_analysis.sentences.standing import Position, grade_of, position_of
from ita_analysis.ui.asking import AgencyYear, ask, kept


def position(agency_code: str, fiscal_year_be: int) -> Position:
    """Return where an agency stands in an assessed year, from the stored scores of every level."""
    return kept(_position, agency_code, fiscal_year_be)


def last_result(year: AgencyYear) -> LastResult:
    """Return the stored total and grade of the assessed year, and the total of the year before it."""
    return kept(_last_result, year.agency_code, year.prior_fiscal_year_be)


def _position(agency_code: str, fiscal_year_be: int) -> Position:
    return position_of(ask("score_origins", agency_code, fiscal_year_be), fiscal_year_be)


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
    stored, total = ask("score_origins", agency_code, fiscal_year_be), _total(agency_code, fiscal_year_be)
    return grade_of(total, stored, position(agency_code, fiscal_year_be).standing, fiscal_year_be)


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
