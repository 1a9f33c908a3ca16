"""Own surveys as the program reads and stores them, and what must not change by it."""

from __future__ import annotations

import duckdb

from ita_analysis.intake.survey import read_survey
from ita_analysis.people import DESK
from ita_analysis.store.surveys import StoredSurvey, store_survey
from ita_analysis.surveys import Survey
from tests.intake.survey.exports import as_csv, people, table
from tests.store.files import Tables, tables


def survey(tool: str = "IIT", count: int = 12, year: int = 2564, *, seed: int = 1) -> Survey:
    """Return an own survey of invented respondents."""
    return read_survey(f"คำตอบ{tool}.csv", as_csv(table(tool, people(tool, count, seed))), year, tool)


def stored(opened: duckdb.DuckDBPyConnection, agency_code: str, *, tool: str = "IIT", year: int = 2564) -> StoredSurvey:
    """Store an own survey of an agency that is there."""
    return store_survey(opened, survey(tool, year=year), agency_code, 100, who=DESK)


def official(opened: duckdb.DuckDBPyConnection) -> Tables:
    """Return all tables but those of own surveys, the data's version and the history of every deed."""
    apart = {"own_survey", "own_score", "data_version", "audit"}
    return {name: kept for name, kept in tables(opened).items() if name not in apart}
