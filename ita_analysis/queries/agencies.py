"""Which agencies and fiscal years there are."""

from __future__ import annotations

from dataclasses import asdict, dataclass

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
AGENCIES_AT_LEAST_COLUMNS = ("agency_count",)
AGENCIES_OFFERED_COLUMNS = ("agency_code", "name_th")
KIND_OF_AGENCY_COLUMNS = ("type_code", "name_th")

AGENCIES_FOUND_COLUMNS = (
    "agency_code",
    "name_th",
    "district_th",
    "province_th",
    "type_th",
    "is_synthetic",
    "latest_year_be",
    "has_year",
    "found_count",
)
PROVINCES_COLUMNS = ("province_th",)
TYPES_COLUMNS = ("type_code", "type_th")
SYNTHETIC_STORED_COLUMNS = ("agency_count", "report_count", "result_count", "score_count")
REPORTS_COLUMNS = ("report_id", "round_months", "file_name", "written_in", "imported_at")


@dataclass(frozen=True)
class Sought:
    """What agencies are looked for by: words of their name, province and kind (None: any), and a year to go to."""

    words: str = ""
    province_th: str | None = None
    type_code: str | None = None
    fiscal_year_be: int | None = None


def agencies_at_least(opened: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Return how many agencies there are at least to say something about: told without looking at each of them."""
    return ask(opened, "agencies_at_least", AGENCIES_AT_LEAST_COLUMNS)


def agencies_offered(opened: duckdb.DuckDBPyConnection, most: int) -> pd.DataFrame:
    """Return the agencies there is something to say about, at most so many: real ones first, the latest news first."""
    return ask(opened, "agencies_offered", AGENCIES_OFFERED_COLUMNS, most=most)


def agencies_found(opened: duckdb.DuckDBPyConnection, sought: Sought, most: int, skipped: int = 0) -> pd.DataFrame:
    """Return the agencies whose name holds the words sought, in the order of the alphabet, real ones first.

    Wildcards are letters like any other. `found_count` says how many there are in all, `has_year` whether there is
    something to say about the fiscal year sought.
    """
    return ask(opened, "agencies_found", AGENCIES_FOUND_COLUMNS, **asdict(sought), most=most, skipped=skipped)


def provinces(opened: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Return the provinces that agencies lie in, in the order of the alphabet."""
    return ask(opened, "provinces_of_agencies", PROVINCES_COLUMNS)


def types(opened: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Return the kinds of agencies there are; `other`, without a name, are those whose name tells no kind."""
    return ask(opened, "types_of_agencies", TYPES_COLUMNS)


def synthetic_stored(opened: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Return one row: how much of what is stored is synthetic."""
    return ask(opened, "synthetic_stored", SYNTHETIC_STORED_COLUMNS)


def agency_years(opened: duckdb.DuckDBPyConnection, agency_code: str) -> pd.DataFrame:
    """Return the fiscal years of an agency with a report, or with a result of the year before; the latest first."""
    return ask(opened, "agency_years", AGENCY_YEARS_COLUMNS, agency_code=agency_code)


def reports(opened: duckdb.DuckDBPyConnection, agency_code: str, fiscal_year_be: int) -> pd.DataFrame:
    """Return the stored reports of an agency's year, the latest first."""
    return ask(opened, "reports_of_year", REPORTS_COLUMNS, agency_code=agency_code, fiscal_year_be=fiscal_year_be)


def agency_of_code(opened: duckdb.DuckDBPyConnection, agency_code: str) -> pd.DataFrame:
    """Return the agency of a code: no row where there is none."""
    return ask(opened, "agency_of_code", AGENCY_OF_CODE_COLUMNS, agency_code=agency_code)


def kind_of_agency(opened: duckdb.DuckDBPyConnection, agency_code: str) -> pd.DataFrame:
    """Return the kind of an agency, as one row; no row where its name tells none."""
    return ask(opened, "kind_of_agency", KIND_OF_AGENCY_COLUMNS, agency_code=agency_code)
