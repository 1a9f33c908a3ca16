"""How each measure stands in each round."""

from __future__ import annotations

import duckdb
import pandas as pd

from ita_analysis.queries.asking import ask

ROUNDS_COLUMNS = (
    "measure_id",
    "measure_no",
    "round_months",
    "starts_on",
    "ends_on",
    "round_state",
    "step_count",
    "done_count",
    "not_done_count",
    "not_stated_count",
    "result_count",
    "evidence_count",
    "outside_count",
    "status",
)
RESULTS_COLUMNS = (
    "progress_id",
    "measure_id",
    "measure_no",
    "title",
    "round_months",
    "version",
    "detail",
    "period_start",
    "period_end",
    "output",
    "outcome",
    "note",
    "evidence_words",
    "stated_status",
    "place",
    "report_id",
    "saved_at",
)


def rounds(opened: duckdb.DuckDBPyConnection, agency_code: str, fiscal_year_be: int) -> pd.DataFrame:
    """Return each measure in each round: steps, results, evidence, status."""
    return ask(opened, "rounds_of_year", ROUNDS_COLUMNS, agency_code=agency_code, fiscal_year_be=fiscal_year_be)


def results(opened: duckdb.DuckDBPyConnection, agency_code: str, fiscal_year_be: int) -> pd.DataFrame:
    """Return the result rows that reports state or people entered; these have no place and no report."""
    return ask(opened, "results_of_year", RESULTS_COLUMNS, agency_code=agency_code, fiscal_year_be=fiscal_year_be)
