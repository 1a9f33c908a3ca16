"""Whatever officers save, taking a change back gives what was before it, and taking that back what was after it."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings

from ita_analysis.errors import StoreError
from ita_analysis.people import DESK
from ita_analysis.store.database import MEMORY, broken_rows, connect, transaction
from ita_analysis.store.reference import load_reference
from ita_analysis.store.undoing import undo
from tests.store.files import Tables, tables
from tests.store.officers import last_change
from tests.store.officers_at_random import STEPS, Step, do, new_agency


@pytest.fixture(scope="module")
def in_memory() -> Iterator[duckdb.DuckDBPyConnection]:
    with connect(MEMORY) as opened:
        with transaction(opened):
            load_reference(opened)
        yield opened


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(STEPS)
def test_a_change_taken_back_leaves_what_was_there_and_taken_back_again_what_it_made(
    in_memory: duckdb.DuckDBPyConnection, steps: list[Step]
) -> None:
    code, made = new_agency(in_memory), []
    for step in steps:
        before, number = _stored(in_memory), last_change(in_memory)
        try:
            do(in_memory, code, step, made)
        except StoreError:
            assert _stored(in_memory) == before, "what was refused was kept"
        if last_change(in_memory) == number:
            continue
        number, after = last_change(in_memory), _stored(in_memory)
        undo(in_memory, number, reason="ผิด", who=DESK)
        assert _stored(in_memory) == before
        undo(in_memory, number + 1, reason="ถูกแล้ว", who=DESK)
        assert _stored(in_memory) == after
        made.append(number)
        assert broken_rows(in_memory) == {}


def _stored(opened: duckdb.DuckDBPyConnection) -> Tables:
    """Return all that is stored but the history itself and the count of changes."""
    return {name: rows for name, rows in tables(opened).items() if name not in {"audit", "data_version"}}
