"""A change of a link that cannot stand is refused in one sentence, keeps nothing and undoes nobody's work."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import duckdb
import pytest

from ita_analysis.errors import StoreError
from ita_analysis.people import DESK
from ita_analysis.store.building import data_version
from ita_analysis.store.links import LONGEST_REASON, SeenLink, remove_link, set_link
from ita_analysis.texts import explain
from tests.store.files import rows, tables
from tests.store.invented import agency, measure, report, small_report, store
from tests.store.linked import GUESS, WHY, history, links_of, number_of

Change = Callable[..., None]
STALE = (None, SeenLink("document", GUESS.reason), SeenLink("wording", "อื่น"), SeenLink("analyst", WHY))


def _refused(change: Change, opened: duckdb.DuckDBPyConnection, *about: object, seen: SeenLink | None) -> StoreError:
    """Return why a change was refused; a refusal leaves every table as it was."""
    before = tables(opened)
    with pytest.raises(StoreError) as refused:
        change(opened, *about, seen=seen, who=DESK)
    assert tables(opened) == before
    assert explain(refused.value)
    return refused.value


@pytest.mark.parametrize("blank", ["", "  ", "\n\t\u00a0\u3000", "\u200b\ufeff", "\0", " \0 "])
@pytest.mark.parametrize("change", [set_link, remove_link])
def test_no_change_without_a_reason(change: Change, blank: str, empty: duckdb.DuckDBPyConnection, water: int) -> None:
    assert _refused(change, empty, water, 6, blank, seen=GUESS).key == "link_reason_missing"


@pytest.mark.parametrize("change", [set_link, remove_link])
def test_a_reason_has_an_end(change: Change, empty: duckdb.DuckDBPyConnection, code: str, water: int) -> None:
    long = "ก" * LONGEST_REASON
    refused = _refused(change, empty, water, 6, long + "ข", seen=GUESS)
    assert refused.key == "link_reason_long"
    assert all(number in explain(refused) for number in ("2,000", "2,001"))
    change(empty, water, 6, f" {long} ", seen=GUESS, who=DESK)
    assert history(empty, code)[0][-1] == long


@pytest.mark.parametrize("seen", STALE)
@pytest.mark.parametrize("change", [set_link, remove_link])
def test_another_link_than_was_seen_is_left_alone(
    change: Change, seen: SeenLink | None, empty: duckdb.DuckDBPyConnection, water: int
) -> None:
    assert _refused(change, empty, water, 6, WHY, seen=seen).key == "link_changed_meanwhile"


@pytest.mark.parametrize("first", [set_link, remove_link])
@pytest.mark.parametrize("second", [set_link, remove_link])
def test_the_second_of_two_people_is_told_and_undoes_nothing(
    first: Change, second: Change, empty: duckdb.DuckDBPyConnection, water: int
) -> None:
    first(empty, water, 6, "คนแรก", seen=GUESS, who=DESK)
    refused = _refused(second, empty, water, 6, "คนที่สอง", seen=GUESS)
    assert refused.key == "link_changed_meanwhile"
    assert "6" in explain(refused)


@pytest.mark.parametrize("seen", [None, GUESS])
def test_a_link_that_is_not_there_cannot_be_removed(
    seen: SeenLink | None, empty: duckdb.DuckDBPyConnection, water: int
) -> None:
    assert _refused(remove_link, empty, water, 8, WHY, seen=seen).key == "link_changed_meanwhile"


def test_of_many_at_once_one_is_heard_and_each_other_is_told(empty: duckdb.DuckDBPyConnection, water: int) -> None:
    together = Barrier(8)

    def add(person: int) -> str:
        together.wait()
        try:
            set_link(empty, water, 8, f"คนที่ {person}", seen=None, who=DESK)
        except StoreError as refused:
            return refused.key
        return "heard"

    with ThreadPoolExecutor(8) as people:
        told = sorted(people.map(add, range(8)))
    assert told == ["heard"] + ["link_changed_meanwhile"] * 7
    assert rows(empty, "select count(*) from link_change") == [(1,)]


def test_many_at_once_on_links_of_their_own_and_an_import_are_all_heard(
    empty: duckdb.DuckDBPyConnection, code: str, water: int
) -> None:
    before = data_version(empty)
    with ThreadPoolExecutor(5) as people:
        stored = people.submit(store, empty, small_report(agency(2)))
        done = [people.submit(set_link, empty, water, no, WHY, seen=None, who=DESK) for no in (7, 8, 9, 10)]
        assert [each.result() for each in done] == [None] * 4
        assert stored.result().is_new
    assert sorted(int(str(told[0])) for told in history(empty, code)) == [7, 8, 9, 10]
    assert data_version(empty) == before + 5


@pytest.mark.parametrize("change", [set_link, remove_link])
@pytest.mark.parametrize("indicator_no", [0, -1, 11, 2**40])
def test_an_indicator_the_year_does_not_have_is_refused(
    change: Change, indicator_no: int, empty: duckdb.DuckDBPyConnection, water: int
) -> None:
    assert _refused(change, empty, water, indicator_no, WHY, seen=None).key == "link_unknown"


@pytest.mark.parametrize("change", [set_link, remove_link])
def test_a_measure_that_is_not_there_is_refused(change: Change, empty: duckdb.DuckDBPyConnection, code: str) -> None:
    assert code
    for seen in (None, GUESS):
        assert _refused(change, empty, 99, 6, WHY, seen=seen).key == "link_unknown"


def test_a_link_that_a_document_claims_to_no_indicator_can_only_be_removed(empty: duckdb.DuckDBPyConnection) -> None:
    code = store(empty, report(measures=[measure(answers=[99])])).agency_code
    number = number_of(empty, code)
    seen = links_of(empty)[number, 99]
    assert _refused(set_link, empty, number, 99, WHY, seen=seen).key == "link_unknown"
    remove_link(empty, number, 99, WHY, seen=seen, who=DESK)
    assert _refused(remove_link, empty, number, 99, WHY, seen=seen).key == "link_changed_meanwhile"
    assert links_of(empty) == {}


def test_a_change_that_would_break_a_check_is_not_kept(empty: duckdb.DuckDBPyConnection, water: int) -> None:
    empty.execute("insert into score values ('x', 2563, 'total', 'total', 101, 'report', null, null, null)")
    assert _refused(set_link, empty, water, 8, WHY, seen=None).key == "store_check"
