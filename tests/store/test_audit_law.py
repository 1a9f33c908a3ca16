"""Whatever is done to rows, the history read from nothing gives the rows of now, each step upon what was there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ita_analysis.people import DESK, Person
from ita_analysis.sql import names
from ita_analysis.store.building import data_version
from ita_analysis.store.changing import Unchanged, change
from ita_analysis.store.database import MEMORY, connect, transaction
from ita_analysis.store.reference import load_reference
from tests.store.audited import kept, last, replayed, told

CHECKS = names("checks")  # rows that come at random need not make sense
MEASURE = """
insert into measure (measure_id, agency_code, fiscal_year_be, measure_no, title, title_key)
select coalesce(max(measure_id), 0) + 1, 'x', 2564, 1, 'ก', coalesce(max(measure_id), 0) from measure
"""
TABLES = {"measure_step": "step_no", "measure_guideline": "guideline_no"}
# What each statement is given is a list of numbers and words; a row that is there already stays as it is.
_NAMED = "measure_id = $measure_id and {number} in (select unnest($numbers))"
STATEMENTS = {
    "add": "insert into {table} select $measure_id, unnest($numbers), $words on conflict do nothing",
    "reword": f"update {{table}} set words = $words where {_NAMED}",
    "join": "update {table} set words = words || $words where measure_id = $measure_id and {number} > $numbers[1]",
    "remove": f"delete from {{table}} where {_NAMED} and $words <> ''",
    "empty": "delete from {table} where measure_id = $measure_id and $words <> '' and len($numbers) > 0",
}
STEP = st.tuples(
    st.sampled_from(sorted(TABLES)),
    st.sampled_from(sorted(STATEMENTS)),
    st.lists(st.integers(1, 5), min_size=1, max_size=4),
    st.sampled_from(["ก", "ข", '{"a": null}', "\\"]) | st.text(st.characters(exclude_characters="\0"), max_size=5),
)
Step = tuple[str, str, list[int], str]
Save = tuple[list[Step], str]
ENDS = st.sampled_from(["kept", "kept", "unchanged", "failed"])
SAVES: st.SearchStrategy[list[Save]] = st.lists(st.tuples(st.lists(STEP, min_size=1, max_size=4), ENDS), max_size=6)


@pytest.fixture(scope="module")
def in_memory() -> Iterator[duckdb.DuckDBPyConnection]:
    with connect(MEMORY) as opened:
        with transaction(opened):
            load_reference(opened)
        yield opened


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(SAVES)
def test_the_history_read_from_nothing_gives_the_rows(in_memory: duckdb.DuckDBPyConnection, saves: list[Save]) -> None:
    with change(in_memory, DESK, "measure_added", but=CHECKS) as cursor:
        cursor.execute(MEASURE)
        measure_id = int(cursor.execute("select max(measure_id) from measure").fetchall()[0][0])
    for number, (steps, end) in enumerate(saves):
        before, start, version = kept(in_memory), last(in_memory), data_version(in_memory)
        who = Person("officer", f"{number}@example.go.th")
        with suppress(RuntimeError), change(in_memory, who, "measure_saved", but=CHECKS) as cursor:
            for step in steps:
                _do(cursor, measure_id, step)
            _end(end)
        history, now = told(in_memory, start), kept(in_memory)
        assert replayed(history, before) == now
        assert all(each.old != each.new for each in history)
        assert {(each.change_id, each.who) for each in history} <= {(version + 1, who.email)}
        assert data_version(in_memory) == version + (end == "kept")
        assert end == "kept" or now == before
    assert replayed(told(in_memory)) == kept(in_memory)


def _do(cursor: duckdb.DuckDBPyConnection, measure_id: int, step: Step) -> None:
    table, kind, numbers, words = step
    sql = STATEMENTS[kind].format(table=table, number=TABLES[table])
    cursor.execute(sql, {"measure_id": measure_id, "numbers": numbers, "words": words})


def _end(end: str) -> None:
    if end == "unchanged":
        raise Unchanged
    if end == "failed":
        raise RuntimeError(end)
