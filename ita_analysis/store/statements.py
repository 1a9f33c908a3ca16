"""Running the statements that write, by the name of their file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import duckdb
import numpy as np

from ita_analysis.sql import statement

Values = Mapping[str, object]


def write(cursor: duckdb.DuckDBPyConnection, name: str, values: Values | None = None) -> int:
    """Run `writes/name.sql`; return the number of the new row where the statement returns one, else 0."""
    cursor.execute(statement("writes", name), _plain(values or {}))
    row = cursor.fetchone() if cursor.description else None
    return int(row[0]) if row else 0


def write_all(cursor: duckdb.DuckDBPyConnection, name: str, rows: Sequence[Values]) -> None:
    """Run `writes/name.sql` once for each row."""
    if rows:
        cursor.executemany(statement("writes", name), [_plain(row) for row in rows])


def write_rows(cursor: duckdb.DuckDBPyConnection, name: str, rows: Sequence[Values]) -> None:
    """Run `writes/name.sql` once for all rows: each name in it stands for the list of what the rows say.

    Triggers cost by the statement and not by the row, so that an import writes its rows this way.
    """
    if rows:
        plain = [_plain(row) for row in rows]
        cursor.execute(statement("writes", name), {column: [row[column] for row in plain] for column in plain[0]})


def find(cursor: duckdb.DuckDBPyConnection, name: str, **values: object) -> list[tuple[object, ...]]:
    """Return the rows that `queries/name.sql` finds."""
    rows: list[tuple[object, ...]] = cursor.execute(statement("queries", name), _plain(values)).fetchall()
    return rows


def _plain(values: Values) -> dict[str, object]:
    """Return values as DuckDB takes them: a table of answers holds numbers that it does not take."""
    return {name: value.item() if isinstance(value, np.generic) else value for name, value in values.items()}
