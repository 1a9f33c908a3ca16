"""Database files in tests: what is in their tables, and how a new process would see them."""

from __future__ import annotations

from pathlib import Path

import duckdb
import streamlit as st

from ita_analysis.store import building, database
from ita_analysis.store.building import ready

Tables = dict[str, list[tuple[object, ...]]]


def release(file: Path) -> None:
    """Close a file, so that it is opened anew as by another process."""
    database.close(file)
    building._ready.discard(file)


def abandon(file: Path) -> None:
    """Forget a file whose connection was closed, as one that is looked at for the last time."""
    database._open.pop(file, None)
    building._ready.discard(file)


def forget(file: Path) -> None:
    """Close a file and forget all that this process knows of it."""
    release(file)
    st.cache_data.clear()
    st.cache_resource.clear()


def throw_away(file: Path) -> None:
    """Close a file that nobody opens again, and forget all of it; its log is not taken in, which takes its time."""
    if opened := database._open.pop(file, None):
        database._close(opened)
    forget(file)


def restarted(file: Path) -> duckdb.DuckDBPyConnection:
    """Return the connection that the next start of the program would have."""
    forget(file)
    return ready(file)


def tables(opened: duckdb.DuckDBPyConnection) -> Tables:
    """Return all rows of all tables, in an order that does not depend on the file."""
    found = {}
    with opened.cursor() as cursor:
        names = cursor.execute("select table_name from duckdb_tables() where not internal order by 1").fetchall()
        for (name,) in names:
            found[str(name)] = sorted(cursor.execute(f"select * from {name}").fetchall(), key=repr)
    return found


def counts(opened: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Return how many rows each table has."""
    return {name: len(rows) for name, rows in tables(opened).items()}


def rows(opened: duckdb.DuckDBPyConnection, sql: str, *values: object) -> list[tuple[object, ...]]:
    """Return what a statement finds, all of it read."""
    with opened.cursor() as cursor:
        return cursor.execute(sql, list(values)).fetchall()
