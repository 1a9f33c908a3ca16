"""The measures of a plan: owner, steps, the indicators they answer, and what analysts changed of that."""

from __future__ import annotations

import duckdb
import pandas as pd

from ita_analysis.queries.asking import ask

MEASURES_COLUMNS = (
    "measure_id",
    "measure_no",
    "title",
    "responsible",
    "follow_up",
    "place",
    "report_id",
    "ended_on",
    "end_reason",
    "carried_from",
    "step_count",
    "guideline_count",
)
GUIDELINES_COLUMNS = ("measure_id", "measure_no", "guideline_no", "words")
LINKS_COLUMNS = ("measure_id", "measure_no", "indicator_no", "basis", "reason", "short_name_th", "is_weak")
LINK_CHANGES_COLUMNS = (
    "change_id",
    "measure_id",
    "measure_no",
    "title",
    "indicator_no",
    "action",
    "basis_before",
    "reason_before",
    "reason",
    "changed_at",
)
STEPS_COLUMNS = ("measure_id", "measure_no", "step_no", "words", "round_months", "state", "reason")


def measures(opened: duckdb.DuckDBPyConnection, agency_code: str, fiscal_year_be: int) -> pd.DataFrame:
    """Return the measures of an agency's year, in the order of the plan."""
    return ask(opened, "measures_of_year", MEASURES_COLUMNS, agency_code=agency_code, fiscal_year_be=fiscal_year_be)


def guidelines(opened: duckdb.DuckDBPyConnection, agency_code: str, fiscal_year_be: int) -> pd.DataFrame:
    """Return the guidelines of each measure, in the order of the plan."""
    return ask(opened, "guidelines_of_year", GUIDELINES_COLUMNS, agency_code=agency_code, fiscal_year_be=fiscal_year_be)


def links(opened: duckdb.DuckDBPyConnection, agency_code: str, fiscal_year_be: int) -> pd.DataFrame:
    """Return which measure answers which indicator, and on whose word."""
    return ask(opened, "links_of_year", LINKS_COLUMNS, agency_code=agency_code, fiscal_year_be=fiscal_year_be)


def link_changes(opened: duckdb.DuckDBPyConnection, agency_code: str, fiscal_year_be: int) -> pd.DataFrame:
    """Return what analysts changed of the links of an agency's year, the newest change first."""
    about = {"agency_code": agency_code, "fiscal_year_be": fiscal_year_be}
    return ask(opened, "link_changes_of_year", LINK_CHANGES_COLUMNS, **about)


def steps(opened: duckdb.DuckDBPyConnection, agency_code: str, fiscal_year_be: int) -> pd.DataFrame:
    """Return the steps of each measure with what was judged of them in each round."""
    return ask(opened, "steps_of_year", STEPS_COLUMNS, agency_code=agency_code, fiscal_year_be=fiscal_year_be)
