"""Starting the year after: measures go on with their plan, links and items; the year before stays as it was."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from threading import Barrier

import duckdb
import numpy as np
import pytest

from ita_analysis.entries import Plan
from ita_analysis.errors import StoreError
from ita_analysis.people import DESK, Person
from ita_analysis.queries.agencies import agency_years
from ita_analysis.queries.measures import links, measures
from ita_analysis.records import IndicatorLink
from ita_analysis.store.building import data_version
from ita_analysis.store.carrying import carry_over
from ita_analysis.store.links import set_link
from ita_analysis.store.ordering import end_measure
from ita_analysis.store.plans import add_measure, save_plan
from ita_analysis.store.rounds import Round, set_rounds, submit
from ita_analysis.texts import say
from tests.store.entered import (
    ENTRY,
    HOSTILE,
    PLAN,
    SIGNATURE,
    YEAR,
    Entered,
    changes_nothing,
    refused,
    year_of,
)
from tests.store.files import rows, tables
from tests.store.invented import agency, measure, report, store
from tests.store.linked import links_of

NEXT = YEAR + 1


def _carry(entered: Entered, *measure_ids: int, year: int = YEAR, who: Person = DESK) -> int:
    return carry_over(entered.opened, entered.code, year, measure_ids, who=who)


def _of_next(entered: Entered, year: int = NEXT) -> list[int]:
    return [int(number) for number in measures(entered.opened, entered.code, year)["measure_id"]]


def _rounds(entered: Entered, year: int = NEXT) -> list[object]:
    asked = "select round_months, state from round where agency_code = $1 and fiscal_year_be = $2 order by 1"
    found = rows(entered.opened, asked, entered.code, year)
    assert {state for _, state in found} <= {"open"}
    return [months for months, _ in found]


def test_measures_go_on_in_the_order_given_with_all_of_their_plans(entered: Entered) -> None:
    save_plan(entered.opened, entered.water, PLAN, seen=entered.plan(), who=DESK)
    before = data_version(entered.opened)
    assert _carry(entered, entered.news, entered.water) == NEXT
    first, second = _of_next(entered)
    assert (entered.plan(first), entered.plan(second)) == (entered.plan(entered.news), PLAN)
    asked = "select carried_from, report_id, place, ended_on from measure where fiscal_year_be = $1 order by measure_no"
    assert rows(entered.opened, asked, NEXT) == [(entered.news, None, None, None), (entered.water, None, None, None)]
    assert _rounds(entered) == [6, 12]
    assert data_version(entered.opened) == before + 1


def test_the_year_before_stays_as_it_was(entered: Entered) -> None:
    entered.save(ENTRY)
    entered.lock()
    before = tables(entered.opened)
    _carry(entered, entered.water, entered.news)
    after = tables(entered.opened)
    for table in ("progress", "evidence", "step_progress", "report", "link_change"):
        assert after[table] == before[table], "a year begins without results"
    for table in ("measure", "measure_step", "measure_item", "measure_round", "measure_indicator", "round"):
        assert set(before[table]) <= set(after[table])


def test_links_go_on_on_the_same_word_and_say_from_which_year(entered: Entered) -> None:
    told = {
        "document": IndicatorLink(6, "document", "เอกสารระบุ"),
        "wording": IndicatorLink(7, "wording", "ชื่อมีคำว่า “บริการ”"),
        "blank": IndicatorLink(8, "document", ""),
    }
    other = replace(measure(), indicators=tuple(told.values()))
    code = store(entered.opened, report(agency(2), months=None, measures=[other])).agency_code
    (number,) = [int(each) for each in measures(entered.opened, code, YEAR)["measure_id"]]
    set_link(entered.opened, number, 9, "อ่านแล้ว", seen=None, who=DESK)
    carry_over(entered.opened, code, YEAR, [number], who=DESK)
    (carried,) = [int(each) for each in measures(entered.opened, code, NEXT)["measure_id"]]
    found = {pair[1]: link for pair, link in links_of(entered.opened, carried).items()}
    assert {no: link.basis for no, link in found.items()} == {6: "document", 7: "wording", 8: "document", 9: "analyst"}
    assert found[6].reason == say("carry.reason", year=YEAR, reason="เอกสารระบุ")
    assert found[8].reason == say("carry.alone", year=YEAR)
    assert list(links(entered.opened, code, NEXT)["indicator_no"]) == [6, 7, 8, 9]


def test_hostile_plans_go_on_as_they_are(entered: Entered) -> None:
    texts, lines = tuple(HOSTILE), [text[:2000] for text in HOSTILE]
    numbers = [
        add_measure(
            entered.opened,
            entered.code,
            YEAR,
            Plan(f"ก{text}{no}"[:2000], text, guidelines=texts, steps=texts, items={"O1": f"ก{text}"}),
            indicators={},
            who=DESK,
        )
        for no, text in enumerate(lines)
    ]
    _carry(entered, *numbers)
    assert [entered.plan(number) for number in _of_next(entered)] == [entered.plan(number) for number in numbers]


def test_items_that_the_year_after_does_not_have_are_left_behind(entered: Entered) -> None:
    """The plan of 2567 answers the result of 2566, which has forty-three documents; that of 2567 has thirty-five."""
    plan = replace(PLAN, items={"O1": "หนึ่ง", "O43": "รายงานผล"}, rounds_months=())
    number = add_measure(entered.opened, entered.code, 2567, plan, indicators={}, who=DESK)
    _carry(entered, number, year=2567)
    (carried,) = _of_next(entered, 2568)
    assert entered.plan(carried).items == {"O1": "หนึ่ง"}
    assert entered.plan(number) == plan


def test_a_year_after_that_has_begun_takes_measures_beside_its_own(entered: Entered) -> None:
    set_rounds(entered.opened, entered.code, NEXT, {3: date(2022, 1, 5)}, who=DESK)
    add_measure(entered.opened, entered.code, NEXT, replace(PLAN, rounds_months=(3,)), indicators={}, who=DESK)
    _carry(entered, entered.water)
    assert len(_of_next(entered)) == 2
    assert _rounds(entered) == [3, 6, 12]
    asked = "select due_on from round where fiscal_year_be = $1 order by round_months"
    assert rows(entered.opened, asked, NEXT) == [(date(2022, 1, 5),), (None,), (None,)]


def test_a_year_can_begin_without_a_measure(entered: Entered) -> None:
    assert _carry(entered) == NEXT
    assert (_of_next(entered), _rounds(entered)) == ([], [6, 12])
    assert list(agency_years(entered.opened, entered.code)["fiscal_year_be"]) == [NEXT, YEAR]
    changes_nothing(entered.opened, _carry, entered)


def test_after_a_year_without_rounds_come_those_of_the_field(entered: Entered) -> None:
    assert _carry(entered, year=2568) == 2569
    assert _rounds(entered, 2569) == [3, 6, 9, 12]


def test_a_measure_goes_on_from_year_to_year(entered: Entered) -> None:
    _carry(entered, entered.water)
    (second,) = _of_next(entered)
    _carry(entered, second, year=NEXT)
    (third,) = _of_next(entered, NEXT + 1)
    assert entered.plan(third) == entered.plan(entered.water)
    ((told,),) = {(link.reason,) for link in links_of(entered.opened, third).values()}
    assert told == say("carry.reason", year=NEXT, reason=say("carry.reason", year=YEAR, reason="เอกสารระบุ"))


def test_numbers_of_a_table_of_answers_are_taken(entered: Entered) -> None:
    found = measures(entered.opened, entered.code, YEAR)["measure_id"].to_numpy()
    carry_over(entered.opened, entered.code, np.int64(YEAR), list(found), who=DESK)  # type: ignore[arg-type]
    assert len(_of_next(entered)) == 2


def test_twice_is_refused_and_once_is_enough(entered: Entered) -> None:
    _carry(entered, entered.water)
    assert refused(entered.opened, _carry, entered, entered.water) == "measure_title_known"
    assert refused(entered.opened, _carry, entered, entered.news, entered.water) == "measure_title_known"
    assert refused(entered.opened, _carry, entered, entered.news, entered.news) == "measure_title_known"
    _carry(entered, entered.news)
    assert len(_of_next(entered)) == 2


def test_a_measure_of_another_year_or_agency_is_refused(entered: Entered) -> None:
    other = year_of(entered.opened, 2)
    for number in (other.water, 99, 0):
        assert refused(entered.opened, _carry, entered, entered.water, number) == "measure_unknown"
    assert refused(entered.opened, _carry, entered, entered.water, year=NEXT) == "measure_unknown"


def test_a_measure_that_has_ended_does_not_go_on(entered: Entered) -> None:
    end_measure(entered.opened, entered.news, date(2021, 9, 30), "แล้วเสร็จ", who=DESK)
    assert refused(entered.opened, _carry, entered, entered.water, entered.news) == "measure_has_ended"
    _carry(entered, entered.water)


def test_an_agency_that_nobody_knows_begins_no_year(entered: Entered) -> None:
    assert refused(entered.opened, carry_over, entered.opened, "nobody", YEAR, [], who=DESK) == "store_check"


def test_a_locked_round_of_the_year_after_takes_no_measure(entered: Entered) -> None:
    _carry(entered, entered.water)
    (number,) = _of_next(entered)
    entered.save(ENTRY, number)
    submit(entered.opened, Round(entered.code, NEXT, 6), SIGNATURE, who=DESK)
    assert refused(entered.opened, _carry, entered, entered.news) == "round_locked_submitted"


@pytest.mark.parametrize(
    "who",
    [
        Person("viewer"),
        Person("officer", agency_code="other"),
        Person("officer", unit="กองการประปา"),
        Person("administrator", agency_code="other"),
    ],
)
def test_rights_are_looked_at_where_it_is_written(who: Person, entered: Entered) -> None:
    assert refused(entered.opened, _carry, entered, entered.water, who=who) == "right_bring"


def test_of_many_at_once_one_is_heard_and_each_other_is_told(entered: Entered) -> None:
    together = Barrier(4)

    def carry(_: int) -> str:
        together.wait()
        try:
            _carry(entered, entered.water, entered.news)
        except StoreError as told:
            return told.key
        return "heard"

    with ThreadPoolExecutor(4) as people:
        assert sorted(people.map(carry, range(4))) == ["heard"] + ["measure_title_known"] * 3
    assert len(_of_next(entered)) == 2


def test_a_report_of_the_year_after_finds_its_measures_there(entered: Entered) -> None:
    """The measures that were carried over are the plan; a report that names them adds no second one."""
    _carry(entered, entered.water, entered.news)
    opened: duckdb.DuckDBPyConnection = entered.opened
    stored = store(opened, report(year=NEXT, months=6, measures=[measure(), measure("มาตรการใหม่")]))
    assert stored.is_new
    assert len(_of_next(entered)) == 3
    numbers = rows(opened, "select measure_no from measure where fiscal_year_be = $1 order by 1", NEXT)
    assert numbers == [(1,), (2,), (3,)]
