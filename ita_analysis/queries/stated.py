"""What is stored of a result before a person types it: agencies to choose from, and the scores that sources state."""

from __future__ import annotations

import duckdb
import pandas as pd

from ita_analysis.queries.asking import ask

REAL_AGENCIES_COLUMNS = ("agency_code", "name_th", "district_th", "province_th")
STATED_SCORES_COLUMNS = (
    "level", "code", "score", "source", "source_id", "file_name", "sheet_name", "stored_at", "source_row",
    "source_column",
)  # fmt: skip


def real_agencies(opened: duckdb.DuckDBPyConnection, words: str, most: int) -> pd.DataFrame:
    """Return the agencies that are not synthetic and whose name or province holds the words, at most so many."""
    return ask(opened, "real_agencies", REAL_AGENCIES_COLUMNS, words=words, most=most)


def stated_scores(opened: duckdb.DuckDBPyConnection, agency_code: str, fiscal_year_be: int) -> pd.DataFrame:
    """Return the scores (0-100) that sources state of an assessed year, each with its source; computed ones are not."""
    return ask(opened, "stated_scores", STATED_SCORES_COLUMNS, agency_code=agency_code, fiscal_year_be=fiscal_year_be)
