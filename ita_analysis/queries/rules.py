"""What readers decided about the rule of weakness."""

from __future__ import annotations

import duckdb
import pandas as pd

from ita_analysis.queries.asking import ask

RULE_CHANGES_COLUMNS = ("change_id", "urgent_below", "develop_below", "good_below", "reason", "changed_at")


def rule_changes(opened: duckdb.DuckDBPyConnection, fiscal_year_be: int) -> pd.DataFrame:
    """Return the changes of the rule of an assessed year, the newest first; limits are texts, or none."""
    return ask(opened, "rule_changes_of_year", RULE_CHANGES_COLUMNS, fiscal_year_be=fiscal_year_be)
