"""Which agencies and fiscal years there are."""

from __future__ import annotations

import duckdb
import pandas as pd

from ita_analysis.queries.asking import ask

AGENCY_YEARS_COLUMNS = (
    "agency_code",
    "name_th",
    "short_name_th",
    "district_th",
    "province_th",
    "is_synthetic",
    "fiscal_year_be",
    "report_id",
    "round_months",
    "prior_fiscal_year_be",
    "file_name",
    "written_in",
)

REPORTS_COLUMNS = ("report_id", "round_months", "file_name", "written_in", "imported_at")


def agency_years(opened: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Return every agency and fiscal year with a stored report, the latest year first."""
    return ask(opened, "agency_years", AGENCY_YEARS_COLUMNS)


def reports(opened: duckdb.DuckDBPyConnection, agency_code: str, fiscal_year_be: int) -> pd.DataFrame:
    """Return the stored reports of an agency's year, the latest first."""
    return ask(opened, "reports_of_year", REPORTS_COLUMNS, agency_code=agency_code, fiscal_year_be=fiscal_year_be)
