"""The order of a year's measures, and which have ended: each upon what was seen, each with who may."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import duckdb
import numpy as np
import pytest

from ita_analysis.entries import LONGEST_TEXT
from ita_analysis.errors import StoreError
from ita_analysis.people import DESK, Person
from ita_analysis.queries.measures import measures
from ita_analysis.queries.rounds import rounds
from ita_analysis.store.building import data_version
from ita_analysis.store.ordering import end_measure, order_measures, resume_measure
from ita_analysis.store.rounds import reopen
from tests.store.entered import ENTRY, LATER, ROUND, YEAR, Entered, changes_nothing, refused, year_of
from tests.store.files import rows
from tests.store.invented import measure, report, store

ON, WHY = date(2021, 2, 1), "รวมกับมาตรการอื่น"


@pytest.fixture
def three(entered: Entered) -> Entered:
    """A year of three measures."""
    store(entered.opened, report(months=None, measures=[measure("มาตรการที่สาม")]))
    return entered


def _numbers(entered: Entered) -> list[int]:
    return [int(number) for number in measures(entered.opened, entered.code, YEAR)["measure_id"]]


def _shown(entered: Entered) -> list[int]:
    """Return the measures that the round of six months shows."""
    found = rounds(entered.opened, entered.code, YEAR)
    return [int(number) for number in found[found["round_months"] == ROUND]["measure_id"]]


def _order(entered: Entered, wanted: list[int], seen: list[int], who: Person = DESK) -> None:
    order_measures(entered.opened, entered.code, YEAR, wanted, seen=seen, who=who)


def test_measures_stand_in_the_order_that_was_set(three: Entered) -> None:
    before, seen = data_version(three.opened), _numbers(three)
    for wanted in (seen[::-1], [seen[1], seen[2], seen[0]], seen):
        _order(three, wanted, _numbers(three))
        assert _numbers(three) == wanted
        assert rows(three.opened, "select measure_no from measure order by measure_no") == [(1,), (2,), (3,)]
    assert data_version(three.opened) == before + 3


def test_the_order_that_stands_is_no_change(three: Entered) -> None:
    changes_nothing(three.opened, _order, three, _numbers(three), _numbers(three))


def test_only_what_moves_is_written_into_the_history(three: Entered) -> None:
    first, second, third = _numbers(three)
    _order(three, [second, first, third], [first, second, third])
    told = rows(three.opened, "select measure_id from audit where deed = 'measures_ordered' order by 1")
    assert told == [(first,), (second,)]


def test_numbers_of_a_table_of_answers_are_taken(three: Entered) -> None:
    found = measures(three.opened, three.code, YEAR)["measure_id"].to_numpy()
    order_measures(three.opened, three.code, YEAR, list(found[::-1]), seen=list(found), who=DESK)
    assert _numbers(three) == [*map(int, found[::-1])]
    end_measure(three.opened, np.int64(three.water), ON, WHY, who=DESK)  # type: ignore[arg-type]
    resume_measure(three.opened, np.int64(three.water), who=DESK)  # type: ignore[arg-type]


def test_another_order_than_was_seen_is_left_alone(three: Entered) -> None:
    first, second, third = _numbers(three)
    for wanted, seen in (
        ([third, second, first], [second, first, third]),
        ([third, second, first], []),
        ([first, second], [first, second]),
        ([first, second], [first, second, third]),
        ([first, second, third, third], [first, second, third]),
        ([first, second, second], [first, second, third]),
        ([first, second, 99], [first, second, third]),
        ([], [first, second, third]),
    ):
        assert refused(three.opened, _order, three, wanted, seen) == "measures_changed_meanwhile"


def test_a_measure_added_meanwhile_is_told(three: Entered) -> None:
    seen = _numbers(three)
    store(three.opened, report(months=None, measures=[measure("มาตรการที่สี่")]))
    assert refused(three.opened, _order, three, seen[::-1], seen) == "measures_changed_meanwhile"


def test_the_measures_of_other_agencies_stay(three: Entered) -> None:
    other = year_of(three.opened, 2)
    before = _numbers(other)
    _order(three, _numbers(three)[::-1], _numbers(three))
    assert _numbers(other) == before
    told = refused(three.opened, _order, three, _numbers(other)[::-1], _numbers(other))
    assert told == "measures_changed_meanwhile"


def test_of_many_who_order_at_once_one_is_heard(three: Entered) -> None:
    seen, together = _numbers(three), Barrier(4)
    orders = [seen[::-1], [seen[1], seen[0], seen[2]], [seen[2], seen[0], seen[1]], [seen[0], seen[2], seen[1]]]

    def order(wanted: list[int]) -> str:
        together.wait()
        try:
            _order(three, wanted, seen)
        except StoreError as told:
            return told.key
        return "heard"

    with ThreadPoolExecutor(4) as people:
        told = list(people.map(order, orders))
    assert sorted(told) == ["heard"] + ["measures_changed_meanwhile"] * 3
    assert _numbers(three) == orders[told.index("heard")]


def test_an_ended_measure_says_since_when_and_why(entered: Entered) -> None:
    before = data_version(entered.opened)
    end_measure(entered.opened, entered.water, ON, f" {WHY}\n", who=DESK)
    asked = "select ended_on, end_reason from measure where measure_id = $1"
    assert rows(entered.opened, asked, entered.water) == [(ON, WHY)]
    assert data_version(entered.opened) == before + 1
    assert refused(entered.opened, end_measure, entered.opened, entered.water, ON, WHY, who=DESK) == "measure_has_ended"


def test_a_measure_goes_on_and_what_was_entered_is_still_there(entered: Entered) -> None:
    entered.save(ENTRY)
    end_measure(entered.opened, entered.water, ON, WHY, who=DESK)
    assert entered.entry() == ENTRY
    resume_measure(entered.opened, entered.water, who=DESK)
    assert rows(entered.opened, "select ended_on, end_reason from measure where measure_id = $1", entered.water) == [
        (None, None)
    ]
    changes_nothing(entered.opened, resume_measure, entered.opened, entered.water, who=DESK)
    entered.save(ENTRY, months=LATER)


@pytest.mark.parametrize(
    ("on", "shown"),
    [(date(2021, 2, 1), []), (date(2021, 3, 31), []), (date(2021, 4, 1), [6]), (date(2021, 10, 1), [6, 12])],
)
def test_an_ended_measure_is_reported_in_the_rounds_before_its_end(
    on: date, shown: list[int], entered: Entered
) -> None:
    end_measure(entered.opened, entered.news, on, WHY, who=DESK)
    found = rounds(entered.opened, entered.code, YEAR)
    assert list(found[found["measure_id"] == entered.news]["round_months"]) == shown
    assert list(found[found["measure_id"] == entered.water]["round_months"]) == [6, 12]


def test_a_measure_does_not_leave_a_locked_round_by_its_end_nor_come_into_it(entered: Entered) -> None:
    entered.save(ENTRY)
    end_measure(entered.opened, entered.news, ON, WHY, who=DESK)
    shown = _shown(entered)
    entered.lock()
    assert _shown(entered) == shown == [entered.water]
    assert refused(entered.opened, resume_measure, entered.opened, entered.news, who=DESK) == "round_locked_approved"
    reopen(entered.opened, entered.round(), WHY, who=DESK)
    resume_measure(entered.opened, entered.news, who=DESK)
    entered.lock()
    last_day = date(2021, 3, 31)
    told = refused(entered.opened, end_measure, entered.opened, entered.news, last_day, WHY, who=DESK)
    assert told == "round_locked_approved"
    end_measure(entered.opened, entered.news, date(2021, 4, 1), WHY, who=DESK)
    assert _shown(entered) == [entered.water, entered.news]


def test_a_measure_with_a_result_in_a_locked_round_ends_on_any_day(entered: Entered) -> None:
    entered.save(ENTRY)
    entered.lock()
    end_measure(entered.opened, entered.water, ON, WHY, who=DESK)
    assert _shown(entered) == [entered.water, entered.news]
    resume_measure(entered.opened, entered.water, who=DESK)


def test_an_end_without_a_reason_is_refused(entered: Entered) -> None:
    for blank in ("", " \n", "\0", "\u200b"):
        told = refused(entered.opened, end_measure, entered.opened, entered.water, ON, blank, who=DESK)
        assert told == "end_reason_missing"
    long = "ก" * (LONGEST_TEXT + 1)
    assert refused(entered.opened, end_measure, entered.opened, entered.water, ON, long, who=DESK) == "text_long"
    end_measure(entered.opened, entered.water, ON, long[1:], who=DESK)


def test_a_measure_that_is_not_there_neither_ends_nor_goes_on(entered: Entered) -> None:
    assert refused(entered.opened, end_measure, entered.opened, 99, ON, WHY, who=DESK) == "measure_unknown"
    assert refused(entered.opened, resume_measure, entered.opened, 99, who=DESK) == "measure_unknown"


def test_of_many_who_end_a_measure_at_once_one_is_heard(entered: Entered) -> None:
    together = Barrier(4)

    def end(person: int) -> str:
        together.wait()
        try:
            end_measure(entered.opened, entered.water, ON, f"เหตุผลของ {person}", who=DESK)
        except StoreError as told:
            return told.key
        return "heard"

    with ThreadPoolExecutor(4) as people:
        assert sorted(people.map(end, range(4))) == ["heard"] + ["measure_has_ended"] * 3


@pytest.mark.parametrize(
    "who", [Person("viewer"), Person("officer", agency_code="other"), Person("officer", unit="สำนักปลัด")]
)
def test_rights_are_looked_at_where_it_is_written(who: Person, entered: Entered) -> None:
    opened: duckdb.DuckDBPyConnection = entered.opened
    assert refused(opened, end_measure, opened, entered.water, ON, WHY, who=who) == "right_plan"
    assert refused(opened, resume_measure, opened, entered.water, who=who) == "right_plan"
    assert refused(opened, _order, entered, _numbers(entered)[::-1], _numbers(entered), who) == "right_plan"


def test_a_person_of_a_unit_ends_its_measures_and_does_not_order_those_of_all(entered: Entered) -> None:
    who = Person("officer", agency_code=entered.code, unit="กองการประปา")
    end_measure(entered.opened, entered.water, ON, WHY, who=who)
    resume_measure(entered.opened, entered.water, who=who)
    told = refused(entered.opened, _order, entered, _numbers(entered)[::-1], _numbers(entered), who)
    assert told == "right_plan"
