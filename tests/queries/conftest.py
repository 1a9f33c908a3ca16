"""Databases for questions: one that nothing is written to, shared by the tests of a module."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from ita_analysis.store.database import MEMORY, connect, transaction
from ita_analysis.store.reference import load_reference


@pytest.fixture(scope="module")
def shipped_alone(
    built: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[duckdb.DuckDBPyConnection]:
    """The database as shipped, for tests that only ask."""
    with connect(Path(shutil.copy(built["shipped"], tmp_path_factory.mktemp("asked")))) as opened:
        yield opened


@pytest.fixture(scope="module")
def framework_alone() -> Iterator[duckdb.DuckDBPyConnection]:
    """A database in memory that holds the framework; tests add agencies of their own."""
    with connect(MEMORY) as opened:
        with transaction(opened):
            load_reference(opened)
        yield opened
