"""Published results that give context, never an agency's own."""

from __future__ import annotations

import duckdb
import pandas as pd

from ita_analysis.queries.asking import ask

MEANS_COLUMNS = ("scope_th", "mean_score", "source_url", "confidence")


def means(opened: duckdb.DuckDBPyConnection, fiscal_year_be: int, province_th: str, nation_th: str) -> pd.DataFrame:
    """Return the mean totals (0-100) published for a province and the nation; no row where none was."""
    about = {"fiscal_year_be": fiscal_year_be, "province_th": province_th, "nation_th": nation_th}
    return ask(opened, "means_of_year", MEANS_COLUMNS, **about)
