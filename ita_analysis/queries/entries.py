"""What officers enter: how far each round is, and what is still open."""

from __future__ import annotations

from datetime import date

import duckdb
import pandas as pd

from ita_analysis.queries.asking import ask

TASKS_COLUMNS = (
    "kind",
    "round_months",
    "measure_id",
    "measure_no",
    "title",
    "responsible",
    "due_on",
    "since_on",
    "round_state",
)
ENTRIES_COLUMNS = (
    "measure_id",
    "measure_no",
    "title",
    "responsible",
    "ended_on",
    "end_reason",
    "is_planned",
    "version",
    "saved_at",
    "owner",
    "is_from_report",
    "cited_count",
    "is_like_before",
    "step_count",
    "done_count",
    "not_done_count",
)
ROUNDS_SET_COLUMNS = (
    "round_months",
    "starts_on",
    "ends_on",
    "due_on",
    "is_due_set",
    "state",
    "signed_name",
    "signed_position",
    "signed_on",
    "reason",
)
SOON, LONG = 30, 60  # days before a round is due, and days without a change


def tasks(opened: duckdb.DuckDBPyConnection, agency_code: str, fiscal_year_be: int, today: date) -> pd.DataFrame:
    """Return what is open on a day, the most pressing first.

    `kind`: overdue, incomplete (handed over without all results or evidence), to_approve, to_submit, due_soon (within
    30 days), no_evidence, or stale (unfinished, and nothing saved for 60 days); a round as a whole has no measure.
    """
    about = {"agency_code": agency_code, "fiscal_year_be": fiscal_year_be, "today": today}
    return ask(opened, "tasks_of_year", TASKS_COLUMNS, **about, soon=SOON, long=LONG)


def entries(
    opened: duckdb.DuckDBPyConnection, agency_code: str, fiscal_year_be: int, round_months: int
) -> pd.DataFrame:
    """Return each measure of a year as it stands in one round: what is stored (NaN where nothing), steps, evidence."""
    about = {"agency_code": agency_code, "fiscal_year_be": fiscal_year_be, "round_months": round_months}
    return ask(opened, "entries_of_round", ENTRIES_COLUMNS, **about)


def rounds_set(opened: duckdb.DuckDBPyConnection, agency_code: str, fiscal_year_be: int) -> pd.DataFrame:
    """Return the rounds of a year with their days, the day results are due, state and signature."""
    return ask(opened, "rounds_set", ROUNDS_SET_COLUMNS, agency_code=agency_code, fiscal_year_be=fiscal_year_be)
