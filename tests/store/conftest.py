"""Databases that tests of the store begin with: links that wait, a year to enter, a world to write in."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from ita_analysis.records import IndicatorLink
from ita_analysis.store.building import ready
from tests.store.entered import Entered, year_of
from tests.store.files import forget
from tests.store.invented import NEWS, measure, small_report, store
from tests.store.linked import GUESS, number_of
from tests.store.writes import World, settle


@pytest.fixture
def code(empty: duckdb.DuckDBPyConnection) -> str:
    """An agency with a measure whose link to indicator 6 is a guess."""
    guessed = replace(measure(), indicators=(IndicatorLink(6, GUESS.basis, GUESS.reason),))
    return store(empty, small_report(measures=[guessed, measure(NEWS, answers=[7])])).agency_code


@pytest.fixture
def water(empty: duckdb.DuckDBPyConnection, code: str) -> int:
    """The number of the measure whose link is a guess."""
    return number_of(empty, code)


@pytest.fixture(scope="session")
def starts(built: dict[str, Path], _settled: Path) -> dict[str, Path]:
    """Database files that deeds begin with: the built ones, and the world in which there is something to do."""
    return {**built, "world": _settled}


@pytest.fixture(scope="session")
def _settled(built: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = Path(shutil.copy(built["empty"], tmp_path_factory.mktemp("world") / "ita.duckdb"))
    settle(ready(file), file)
    forget(file)
    return file


@pytest.fixture
def world(_settled: Path, fresh_file: Path) -> World:
    """A world in which every function that writes has something to do."""
    file = Path(shutil.copy(_settled, fresh_file))
    return settle(ready(file), file)


@pytest.fixture
def entered(empty: duckdb.DuckDBPyConnection) -> Entered:
    """An agency's year with two measures and no result yet."""
    return year_of(empty)
