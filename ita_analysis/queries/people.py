"""Who may log in, and the units they may be officers of."""

from __future__ import annotations

import duckdb
import pandas as pd

from ita_analysis.queries.asking import ask

PEOPLE_COLUMNS = ("email", "name", "position", "role", "agency_code", "agency_th", "unit", "is_active")
UNITS_COLUMNS = ("unit",)


def people(opened: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Return the people who may log in, then those who no longer may."""
    return ask(opened, "people", PEOPLE_COLUMNS)


def units(opened: duckdb.DuckDBPyConnection, agency_code: str) -> pd.DataFrame:
    """Return the units of an agency that answer for a measure of any year, or that a person works for."""
    return ask(opened, "units_of_agency", UNITS_COLUMNS, agency_code=agency_code)
