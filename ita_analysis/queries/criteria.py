"""What plan and report are worth, and the levels of the result."""

from __future__ import annotations

import duckdb
import pandas as pd

from ita_analysis.queries.asking import ask

ITEMS_OF_MEASURES_COLUMNS = ("item_code", "kind", "item_worth")


def items_of_measures(opened: duckdb.DuckDBPyConnection, fiscal_year_be: int) -> pd.DataFrame:
    """Return the items that ask for plan and report in a fiscal year, with their worth in points of 100."""
    return ask(opened, "items_of_measures", ITEMS_OF_MEASURES_COLUMNS, fiscal_year_be=fiscal_year_be)


BANDS_COLUMNS = ("band_order", "grade", "label_th", "min_total", "min_instrument", "confidence")


def bands(opened: duckdb.DuckDBPyConnection, fiscal_year_be: int) -> pd.DataFrame:
    """Return the levels of the result in a fiscal year, the highest first."""
    return ask(opened, "bands_of_year", BANDS_COLUMNS, fiscal_year_be=fiscal_year_be)
