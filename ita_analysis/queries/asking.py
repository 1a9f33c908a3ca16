"""Asking one question: the file's statement, bound values, all rows, and the columns the caller relies on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import duckdb
import pandas as pd

from ita_analysis.sql import statement

Connection = duckdb.DuckDBPyConnection


def ask(opened: duckdb.DuckDBPyConnection, question: str, columns: Sequence[str], **values: object) -> pd.DataFrame:
    """Return the rows that `queries/question.sql` finds, all of them read before this returns.

    Safe from several threads at once: each call has a cursor of its own. Raises LookupError where the columns differ
    from those promised.
    """
    with opened.cursor() as cursor:
        found: pd.DataFrame = cursor.execute(_parsed(question), values).df()
    if list(found.columns) != list(columns):
        raise LookupError(f"{question}.sql returned {list(found.columns)}, promised {list(columns)}")
    return found


@cache
def _parsed(question: str) -> duckdb.Statement:
    """Return the statement of a question; parsing is about a tenth of what a question costs."""
    with duckdb.connect() as parser:
        return parser.extract_statements(statement("queries", question))[0]


def rows_of(table: pd.DataFrame) -> Iterator[Any]:
    """Yield the rows of an answer, each with its columns as attributes."""
    yield from table.itertuples()
