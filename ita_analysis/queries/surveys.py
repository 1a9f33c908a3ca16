"""Own surveys, and the official scores that stand beside them."""

from __future__ import annotations

import duckdb
import pandas as pd

from ita_analysis.queries.asking import ask

AGENCIES_SURVEYED_COLUMNS = ("agency_code", "name_th")
OWN_SURVEYS_COLUMNS = (
    "survey_id",
    "fiscal_year_be",
    "instrument",
    "file_name",
    "respondent_count",
    "population_count",
    "stored_at",
    "is_latest",
)
OWN_SCORES_COLUMNS = ("level", "code", "score", "answer_count")
LAST_OFFICIAL_SCORES_COLUMNS = ("fiscal_year_be", "level", "code", "score")


def agencies_surveyed(opened: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Return the agencies that have an own survey, the one with the latest first."""
    return ask(opened, "agencies_surveyed", AGENCIES_SURVEYED_COLUMNS)


def own_surveys(opened: duckdb.DuckDBPyConnection, agency_code: str) -> pd.DataFrame:
    """Return the own surveys of an agency, the latest first, and which is the latest of its year and instrument."""
    return ask(opened, "own_surveys", OWN_SURVEYS_COLUMNS, agency_code=agency_code)


def own_scores(opened: duckdb.DuckDBPyConnection, survey_id: int) -> pd.DataFrame:
    """Return the scores (0-100) of an own survey by level and code; a missing score has no row."""
    return ask(opened, "own_scores", OWN_SCORES_COLUMNS, survey_id=survey_id)


def last_official_scores(opened: duckdb.DuckDBPyConnection, agency_code: str, instrument: str) -> pd.DataFrame:
    """Return an instrument's official scores (0-100) of the latest year that has any, down to its items."""
    about = {"agency_code": agency_code, "instrument": instrument}
    return ask(opened, "last_official_scores", LAST_OFFICIAL_SCORES_COLUMNS, **about)
