"""The history as it ought to be, found without triggers: by comparing the watched tables before and after."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import duckdb

from tests.store.files import rows

Row = dict[str, Any]
Key = tuple[str, str]
Kept = dict[Key, Row]

ASKED = """
select audit_id, change_id, deed, who, who_name, changed_at, reason, undoes, table_name, row_key, old_row, new_row,
    agency_code, fiscal_year_be, measure_id
from audit where audit_id > $1 order by audit_id
"""


@dataclass(frozen=True)
class Told:
    """One row of the history, its JSON read."""

    audit_id: int
    change_id: int
    deed: str | None
    who: str | None
    who_name: str | None
    changed_at: datetime | None
    reason: str | None
    undoes: int | None
    table_name: str
    row_key: str
    old: Row | None
    new: Row | None
    agency_code: str | None
    fiscal_year_be: int | None
    measure_id: int | None

    @property
    def key(self) -> Key:
        """Return which row of which table it tells of."""
        return self.table_name, self.row_key


def told(opened: duckdb.DuckDBPyConnection, since: int = 0) -> list[Told]:
    """Return the rows of the history after one, in their order."""
    found = []
    for row in rows(opened, ASKED, since):
        values: list[Any] = list(row)
        for at in (10, 11):
            values[at] = None if values[at] is None else json.loads(values[at])
        found.append(Told(*values))
    return found


def last(opened: duckdb.DuckDBPyConnection) -> int:
    """Return the number of the last row of the history."""
    return int(str(rows(opened, "select coalesce(max(audit_id), 0) from audit")[0][0]))


def keys(opened: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    """Return the columns of the primary key of each table that has one."""
    asked = "select table_name, constraint_column_names from duckdb_constraints() where constraint_type = 'PRIMARY KEY'"
    return {str(table): list(columns) for table, columns in rows(opened, asked)}  # type: ignore[call-overload]


def watched(opened: duckdb.DuckDBPyConnection) -> dict[str, set[str]]:
    """Return on what the triggers of each table that has any go off."""
    found: dict[str, set[str]] = defaultdict(set)
    for table, event in rows(opened, "select table_name, event_manipulation from duckdb_triggers()"):
        found[str(table)].add(str(event))
    return dict(found)


def kept(opened: duckdb.DuckDBPyConnection) -> Kept:
    """Return every row of the watched tables as JSON, by its table and key."""
    of_table = keys(opened)
    found: Kept = {}
    for table in watched(opened):
        for (words,) in rows(opened, f"select to_json(t) from {table} t"):
            row = json.loads(str(words))
            found[table, key_of(row, of_table[table])] = row
    return found


def key_of(row: Row, columns: list[str]) -> str:
    """Return the key of a row as the history writes it."""
    return json.dumps({column: row[column] for column in columns}, ensure_ascii=False, separators=(",", ":"))


def replayed(history: list[Told], start: Kept | None = None) -> Kept:
    """Return the rows after a history, each of whose rows has to find what it says was there before."""
    found = dict(start or {})
    for each in history:
        assert found.pop(each.key, None) == each.old, f"{each} does not tell what was there before"
        if each.new is not None:
            found[each.key] = each.new
    return found


def whose(opened: duckdb.DuckDBPyConnection, row: Row) -> tuple[object, object, object]:
    """Return the agency, fiscal year and measure that a row hangs on, found one step after the other."""
    about = dict(row)
    if "progress_id" in about and "measure_id" not in about:
        about |= _only(opened, "select measure_id from progress where progress_id = $1", about["progress_id"])
    if "measure_id" in about and "agency_code" not in about:
        asked = "select agency_code, fiscal_year_be from measure where measure_id = $1"
        about |= _only(opened, asked, about["measure_id"])
    named = ("agency_code", "fiscal_year_be", "measure_id")
    return tuple(about.get(name) for name in named)  # type: ignore[return-value]


def _only(opened: duckdb.DuckDBPyConnection, asked: str, number: object) -> Row:
    with opened.cursor() as cursor:
        found = cursor.execute(asked, [number])
        return dict(zip([each[0] for each in found.description], found.fetchall()[0], strict=True))
