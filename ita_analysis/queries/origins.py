"""Where official scores come from, and what stood in their place before."""

from __future__ import annotations

import duckdb
import pandas as pd

from ita_analysis.queries.asking import ask

SCORE_ORIGINS_COLUMNS = (
    "level",
    "code",
    "score",
    "source",
    "file_name",
    "sheet_name",
    "source_row",
    "source_column",
    "heading",
    "instruments_form",
    "stored_at",
)
SCORES_REPLACED_COLUMNS = ("level", "code", "score", "source", "file_name", "replaced_at")


def score_origins(opened: duckdb.DuckDBPyConnection, agency_code: str, fiscal_year_be: int) -> pd.DataFrame:
    """Return every official score of an assessed year (0-100) with the cell of the sheet it was read from."""
    about = {"agency_code": agency_code, "fiscal_year_be": fiscal_year_be}
    return ask(opened, "score_origins_of_year", SCORE_ORIGINS_COLUMNS, **about)


def scores_replaced(opened: duckdb.DuckDBPyConnection, agency_code: str, fiscal_year_be: int) -> pd.DataFrame:
    """Return the scores of an assessed year that later sources replaced, the latest first."""
    about = {"agency_code": agency_code, "fiscal_year_be": fiscal_year_be}
    return ask(opened, "scores_replaced_of_year", SCORES_REPLACED_COLUMNS, **about)
