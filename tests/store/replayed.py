"""The history of changes read from the start: what the tables would be by it alone."""

from __future__ import annotations

import json

import duckdb

from ita_analysis.sql import names
from tests.store.files import rows

Told = dict[str, dict[str, object]]


def replayed(opened: duckdb.DuckDBPyConnection) -> Told:
    """Return the rows of each watched table by their keys, as the history alone tells them.

    Each step of the history has to find what it says was there before.
    """
    found: Told = {table: {} for table in names("triggers")}
    asked = "select table_name, row_key, old_row, new_row from audit order by audit_id"
    for table, key, old, new in rows(opened, asked):
        of_table, name = found[str(table)], str(key)
        assert of_table.pop(name, None) == _read(old), f"{table} {name}: another row was there than the history says"
        if new is not None:
            of_table[name] = _read(new)
    return found


def stored(opened: duckdb.DuckDBPyConnection) -> Told:
    """Return the rows of each watched table by their keys, as they are."""
    return {table: {_key(opened, table, row): row for row in _rows(opened, table)} for table in names("triggers")}


def assert_history_tells_all(opened: duckdb.DuckDBPyConnection) -> None:
    """Fail where the history of a database that began empty does not give its tables."""
    told, are = replayed(opened), stored(opened)
    for table in names("triggers"):
        assert told[table] == are[table], f"the history of {table} is another"


def _rows(opened: duckdb.DuckDBPyConnection, table: str) -> list[dict[str, object]]:
    return [_read(row) for (row,) in rows(opened, f"select to_json(t) from {table} t")]


def _key(opened: duckdb.DuckDBPyConnection, table: str, row: dict[str, object]) -> str:
    """Return the key of a row as the history writes it."""
    asked = "select unnest(constraint_column_names) from duckdb_constraints() where table_name = $1"
    of_key = [str(name) for (name,) in rows(opened, f"{asked} and constraint_type = 'PRIMARY KEY'", table)]
    return json.dumps({name: row[name] for name in of_key}, ensure_ascii=False, separators=(",", ":"))


def _read(row: object) -> dict[str, object]:
    return json.loads(str(row)) if row is not None else None  # type: ignore[return-value]
