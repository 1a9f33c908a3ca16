"""What is asked within a snapshot is of one state, whoever stores between two questions."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import duckdb
import pytest

from ita_analysis.queries.measures import measures
from ita_analysis.store.snapshots import snapshot_of
from ita_analysis.store.written import written
from tests.store.entered import ENTRY, YEAR, Entered
from tests.store.files import tables


def test_what_is_stored_between_two_questions_is_not_seen(entered: Entered) -> None:
    with snapshot_of(entered.opened) as seen:
        before = measures(seen, entered.code, YEAR)
        with ThreadPoolExecutor(1) as officers:
            officers.submit(entered.save, ENTRY).result()
        found = written(seen, entered.code, YEAR)
        assert found is not None
        assert found.report.progress == ()
        assert measures(seen, entered.code, YEAR).equals(before)
    after = written(entered.opened.cursor(), entered.code, YEAR)
    assert after is not None
    assert len(after.report.progress) == 1


def test_a_cursor_of_it_asks_of_the_same_state_and_leaves_it_open(entered: Entered) -> None:
    asked = "select count(*) from progress"
    with snapshot_of(entered.opened) as seen:
        assert seen.execute(asked).fetchall() == [(0,)]
        entered.save(ENTRY)
        for _ in range(2):
            with seen.cursor() as cursor:
                assert cursor.execute(asked).fetchall() == [(0,)]
        with snapshot_of(seen) as within:
            assert within.execute(asked).fetchall() == [(0,)]
        assert seen.cursor().execute(asked).fetchall() == [(0,)]


def test_one_in_which_a_question_failed_is_left_and_keeps_nothing_open(entered: Entered) -> None:
    before = tables(entered.opened)
    with pytest.raises(duckdb.Error), snapshot_of(entered.opened) as seen:
        seen.execute("select no_such_column from progress")
    assert tables(entered.opened) == before
    entered.save(ENTRY)
    assert entered.opened.execute("from duckdb_connection_count()").fetchall() == [(1,)]


def test_what_is_written_within_it_is_not_kept(entered: Entered) -> None:
    before = tables(entered.opened)
    with snapshot_of(entered.opened) as seen:
        seen.execute("delete from unread")
        seen.execute("delete from weakness")
    assert tables(entered.opened) == before
