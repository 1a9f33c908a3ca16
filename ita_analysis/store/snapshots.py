"""One state of all tables for several questions, whatever is stored between them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, cast

import duckdb


@contextmanager
def snapshot_of(opened: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """Yield what sees one state of all tables until it is left, for one thread to ask by; it stores nothing.

    Its cursors are itself, so that whoever asks by a cursor of its own asks of the same state.
    """
    if isinstance(cast("object", opened), _Seen):
        yield opened
        return
    with opened.cursor() as cursor:
        cursor.begin()
        try:
            yield cast("duckdb.DuckDBPyConnection", _Seen(cursor))
        finally:
            with suppress(duckdb.Error):  # an error of DuckDB has ended it already
                cursor.rollback()


class _Seen:
    """A cursor within a transaction; DuckDB's own cursor of a cursor is a connection that stands outside of it."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection) -> None:
        self._cursor = cursor

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a cursor has
        return getattr(self._cursor, name)

    def cursor(self) -> _Seen:
        return self

    def __enter__(self) -> _Seen:
        return self

    def __exit__(self, *_: object) -> None:
        """Leave it open: others ask by it too."""
