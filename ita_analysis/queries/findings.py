"""What the rules found in the reports."""

from __future__ import annotations

import duckdb
import pandas as pd

from ita_analysis.queries.asking import ask

FINDINGS_COLUMNS = (
    "report_id",
    "finding_no",
    "rule",
    "severity",
    "place",
    "quote",
    "sentence_values",
    "round_months",
    "file_name",
    "measure_no",
)


def findings(opened: duckdb.DuckDBPyConnection, agency_code: str, fiscal_year_be: int) -> pd.DataFrame:
    """Return the findings about an agency's reports, the gravest first."""
    return ask(opened, "findings_of_year", FINDINGS_COLUMNS, agency_code=agency_code, fiscal_year_be=fiscal_year_be)
