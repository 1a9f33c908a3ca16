"""When results say they were published."""

from __future__ import annotations

import duckdb
import pandas as pd

from ita_analysis.queries.asking import ask

EVIDENCE_COLUMNS = (
    "measure_id",
    "measure_no",
    "title",
    "round_months",
    "stated_on",
    "words",
    "file_name",
    "is_named_by_file",
    "starts_on",
    "ends_on",
    "place",
    "is_within_round",
)


def evidence(opened: duckdb.DuckDBPyConnection, agency_code: str, fiscal_year_be: int) -> pd.DataFrame:
    """Return the dates of publication that results state, and whether each lies within its round."""
    return ask(opened, "evidence_of_year", EVIDENCE_COLUMNS, agency_code=agency_code, fiscal_year_be=fiscal_year_be)
