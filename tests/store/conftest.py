"""An agency whose links wait for an analyst."""

from __future__ import annotations

from dataclasses import replace

import duckdb
import pytest

from ita_analysis.records import IndicatorLink
from tests.store.entered import Entered, year_of
from tests.store.invented import NEWS, measure, small_report, store
from tests.store.linked import GUESS, number_of


@pytest.fixture
def code(empty: duckdb.DuckDBPyConnection) -> str:
    """An agency with a measure whose link to indicator 6 is a guess."""
    guessed = replace(measure(), indicators=(IndicatorLink(6, GUESS.basis, GUESS.reason),))
    return store(empty, small_report(measures=[guessed, measure(NEWS, answers=[7])])).agency_code


@pytest.fixture
def water(empty: duckdb.DuckDBPyConnection, code: str) -> int:
    """The number of the measure whose link is a guess."""
    return number_of(empty, code)


@pytest.fixture
def entered(empty: duckdb.DuckDBPyConnection) -> Entered:
    """An agency's year with two measures and no result yet."""
    return year_of(empty)
