"""How much is stored in all, to be held against what a backup holds."""

from __future__ import annotations

import duckdb
import pandas as pd

from ita_analysis.queries.asking import ask

AMOUNTS_COLUMNS = ("agency", "report", "measure", "progress", "score")


def amounts(opened: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Return one row: how many rows of each kind that a person enters are stored, by the name of their table."""
    return ask(opened, "amounts", AMOUNTS_COLUMNS)
