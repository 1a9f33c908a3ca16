"""The fiscal years of one agency, and the means that were published for them."""

from __future__ import annotations

import duckdb
import pandas as pd

from ita_analysis.queries.asking import ask

SCORES_BY_YEAR_COLUMNS = ("fiscal_year_be", "level", "code", "score", "source", "grade_printed")
MEANS_BY_YEAR_COLUMNS = ("fiscal_year_be", "scope_th", "is_nation", "mean_score", "source_url", "confidence")


def scores_by_year(opened: duckdb.DuckDBPyConnection, agency_code: str) -> pd.DataFrame:
    """Return an agency's official scores (0-100) above the items, of every fiscal year; a missing one has no row."""
    return ask(opened, "scores_by_year", SCORES_BY_YEAR_COLUMNS, agency_code=agency_code)


def means_by_year(
    opened: duckdb.DuckDBPyConnection, level: str, code: str, province_th: str, nation_th: str
) -> pd.DataFrame:
    """Return the means (0-100) published for the nation and a province, by year; none is an agency's own score."""
    about = {"level": level, "code": code, "province_th": province_th, "nation_th": nation_th}
    return ask(opened, "means_by_year", MEANS_BY_YEAR_COLUMNS, **about)
