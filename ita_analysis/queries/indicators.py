"""Last year's indicators: score, weakness, coverage."""

from __future__ import annotations

import duckdb
import pandas as pd

from ita_analysis.queries.asking import ask

INDICATORS_COLUMNS = (
    "indicator_no",
    "instrument",
    "name_th",
    "short_name_th",
    "tile_name_th",
    "framework_confidence",
    "score",
    "score_source",
    "weakness_kind",
    "weakness_words",
    "weakness_place",
    "measure_count",
    "province_mean",
    "province_mean_url",
    "report_id",
    "is_begun",
    "went_on",
)
ITEMS_COLUMNS = ("indicator_no", "item_code", "sub_indicator", "topic_th", "confidence", "score", "source")
INDICATOR_SCORES_COLUMNS = ("indicator_no", "score", "source")
TOTAL_COLUMNS = ("score", "source")


def indicators(opened: duckdb.DuckDBPyConnection, agency_code: str, fiscal_year_be: int) -> pd.DataFrame:
    """Return the assessed year's indicators: score (0-100, NaN where missing), weakness, measures, province mean.

    `is_begun` says that neither a report nor a score tells yet what is weak; `went_on` that a measure taken over from
    the year before answered the indicator there.
    """
    return ask(opened, "indicators_of_year", INDICATORS_COLUMNS, agency_code=agency_code, fiscal_year_be=fiscal_year_be)


def items(opened: duckdb.DuckDBPyConnection, agency_code: str, fiscal_year_be: int) -> pd.DataFrame:
    """Return the items of an assessed year by indicator, each with the agency's score (0-100, NaN where missing)."""
    return ask(opened, "items_of_year", ITEMS_COLUMNS, agency_code=agency_code, fiscal_year_be=fiscal_year_be)


def indicator_scores(opened: duckdb.DuckDBPyConnection, agency_code: str, fiscal_year_be: int) -> pd.DataFrame:
    """Return the indicator scores (0-100) stored of a fiscal year: no row where one is missing."""
    about = {"agency_code": agency_code, "fiscal_year_be": fiscal_year_be}
    return ask(opened, "scores_of_indicators", INDICATOR_SCORES_COLUMNS, **about)


def total(opened: duckdb.DuckDBPyConnection, agency_code: str, fiscal_year_be: int) -> pd.DataFrame:
    """Return the stored total (0-100) of a fiscal year: no row where it is missing."""
    return ask(opened, "total_of_year", TOTAL_COLUMNS, agency_code=agency_code, fiscal_year_be=fiscal_year_be)
