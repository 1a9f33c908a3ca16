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

AGENCY_OF_CODE_COLUMNS = ("agency_code", "name_th", "district_th", "province_th", "is_synthetic")
AGENCIES_OFFERED_COLUMNS = ("agency_code", "name_th")
REPORTS_COLUMNS = ("report_id", "round_months", "file_name", "written_in", "imported_at")


def agencies_offered(opened: duckdb.DuckDBPyConnection, most: int) -> pd.DataFrame:
    """Return the agencies there is something to say about, at most so many: real ones first, the latest news first."""
    return ask(opened, "agencies_offered", AGENCIES_OFFERED_COLUMNS, most=most)


def agency_years(opened: duckdb.DuckDBPyConnection, agency_code: str) -> pd.DataFrame:
    """Return the fiscal years of an agency with a report, or with a result of the year before; the latest first."""
    return ask(opened, "agency_years", AGENCY_YEARS_COLUMNS, agency_code=agency_code)


def reports(opened: duckdb.DuckDBPyConnection, agency_code: str, fiscal_year_be: int) -> pd.DataFrame:
    """Return the stored reports of an agency's year, the latest first."""
    return ask(opened, "reports_of_year", REPORTS_COLUMNS, agency_code=agency_code, fiscal_year_be=fiscal_year_be)


def agency_of_code(opened: duckdb.DuckDBPyConnection, agency_code: str) -> pd.DataFrame:
    """Return the agency of a code: no row where there is none."""
    return ask(opened, "agency_of_code", AGENCY_OF_CODE_COLUMNS, agency_code=agency_code)
