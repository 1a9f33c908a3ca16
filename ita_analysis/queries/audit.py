"""The history of changes: who changed what and when, and what there was at a moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

import duckdb
import pandas as pd

from ita_analysis.queries.asking import ask

CHANGES_FOUND_COLUMNS = (
    "change_id",
    "deed",
    "who",
    "person_name",
    "changed_at",
    "reason",
    "undoes",
    "undone_deed",
    "undone_by",
    "row_count",
    "measure_count",
    "title",
    "months",
    "indicators",
    "subject",
    "found_count",
)
ROWS_OF_CHANGES_COLUMNS = ("change_id", "table_name", "row_key", "measure_id", "old_row", "new_row", "is_latest")
RESULTS_SINCE_COLUMNS = ("change_id", "table_name", "row_key", "old_row", "new_row", "audit_id")
AUTHORS_OF_CHANGES_COLUMNS = ("who", "person_name")
HISTORY_UNTIL_COLUMNS = ("begins_at", "change_id", "later_count")
ROWS_AS_OF_COLUMNS = ("table_name", "row_key", "row_json", "measure_id", "is_changed_since")


@dataclass(frozen=True)
class ChangesSought:
    """Which changes are looked for: of an agency's year, or (None) of what belongs to no agency; each None is all.

    `deeds` are kinds of deed, `since` and `until` days, both of them included.
    """

    agency_code: str | None
    fiscal_year_be: int | None
    change_id: int | None = None
    measure_id: int | None = None
    who: str | None = None
    deeds: tuple[str, ...] | None = None
    since: date | None = None
    until: date | None = None


def changes_found(
    opened: duckdb.DuckDBPyConnection, changes_sought: ChangesSought, most: int, skipped: int = 0
) -> pd.DataFrame:
    """Return the changes that are looked for, the newest first; `found_count` says how many there are in all."""
    about = {**asdict(changes_sought), "deeds": list(changes_sought.deeds) if changes_sought.deeds else None}
    return ask(opened, "changes_found", CHANGES_FOUND_COLUMNS, **about, most=most, skipped=skipped)


def rows_of_changes(opened: duckdb.DuckDBPyConnection, change_ids: Sequence[int]) -> pd.DataFrame:
    """Return what some changes did to each row, the newest change first; `old_row` is None where it was added."""
    return ask(opened, "rows_of_changes", ROWS_OF_CHANGES_COLUMNS, change_ids=list(change_ids))


def results_since(
    opened: duckdb.DuckDBPyConnection, agency_code: str, fiscal_year_be: int, change_id: int
) -> pd.DataFrame:
    """Return the results and evidence of an agency's year as they are now, then what changed of them, newest first."""
    about = {"agency_code": agency_code, "fiscal_year_be": fiscal_year_be, "change_id": change_id}
    return ask(opened, "results_since", RESULTS_SINCE_COLUMNS, **about)


def authors_of_changes(opened: duckdb.DuckDBPyConnection, agency_code: str | None, fiscal_year_be: int) -> pd.DataFrame:
    """Return who changed something of an agency's year, or (None) of what belongs to no agency."""
    about = {"agency_code": agency_code, "fiscal_year_be": fiscal_year_be}
    return ask(opened, "authors_of_changes", AUTHORS_OF_CHANGES_COLUMNS, **about)


def history_until(
    opened: duckdb.DuckDBPyConnection, agency_code: str, fiscal_year_be: int, moment: datetime
) -> pd.DataFrame:
    """Return one row: when the history begins, the last change until a moment, and how many came after it."""
    about = {"agency_code": agency_code, "fiscal_year_be": fiscal_year_be, "moment": moment}
    return ask(opened, "history_until", HISTORY_UNTIL_COLUMNS, **about)


def rows_as_of(
    opened: duckdb.DuckDBPyConnection, agency_code: str, fiscal_year_be: int, change_id: int
) -> pd.DataFrame:
    """Return the rows of an agency's year as they were after a change, each as JSON."""
    about = {"agency_code": agency_code, "fiscal_year_be": fiscal_year_be, "change_id": change_id}
    return ask(opened, "rows_as_of", ROWS_AS_OF_COLUMNS, **about)
