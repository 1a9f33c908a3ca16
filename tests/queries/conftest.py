"""Databases for questions: one that nothing is written to, shared by the tests of a module."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import pytest

from ita_analysis.store.database import MEMORY, connect, transaction
from ita_analysis.store.reference import load_reference


@pytest.fixture(scope="module")
def framework_alone() -> Iterator[duckdb.DuckDBPyConnection]:
    """A database in memory that holds the framework; tests add agencies of their own."""
    with connect(MEMORY) as opened:
        with transaction(opened):
            load_reference(opened)
        yield opened
