"""A plan made in the program: all of it comes back, a change is upon what was seen, a locked round shows the same."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from itertools import count
from threading import Barrier

import duckdb
import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ita_analysis.entries import LONGEST_LINE, LONGEST_TEXT, Plan
from ita_analysis.errors import StoreError
from ita_analysis.people import DESK, Person
from ita_analysis.queries.indicators import indicators
from ita_analysis.queries.rounds import rounds
from ita_analysis.records import Measure
from ita_analysis.store.building import data_version
from ita_analysis.store.database import MEMORY, broken_rows, connect, transaction
from ita_analysis.store.plans import add_measure, plan_of, save_plan
from ita_analysis.store.reference import load_reference
from ita_analysis.store.rounds import reopen
from ita_analysis.store.steps import moved
from ita_analysis.thai.text import key
from tests.store.entered import (
    ENTRY,
    HOSTILE,
    LATER,
    PLAN,
    ROUND,
    TURNING,
    YEAR,
    Entered,
    changes_nothing,
    plans,
    refused,
    year_of,
)
from tests.store.files import rows
from tests.store.invented import NEWS, WATER, agency, judge, measure, report, result, store
from tests.store.linked import history, links_of, number_of

NUMBERS = count(100)
LINES = ("responsible", "follow_up", "timeframe", "budget", "success_indicator")
MUCH = 100_000
JUDGED = {(1, ROUND): "done", (2, ROUND): "not_done", (1, LATER): "not_stated"}


def expected(plan: Plan) -> Plan:
    """Return what is to come back of a plan: without NUL, blanks around and blank lines."""
    several = {
        name: tuple(_tidy(text) for text in getattr(plan, name) if _is_seen(_tidy(text)))
        for name in ("guidelines", "steps")
    }
    return replace(
        plan,
        title=_line(plan.title),
        **{name: _line(getattr(plan, name)) for name in LINES},
        **several,
        rounds_months=tuple(sorted(plan.rounds_months)),
        items={code: _tidy(reason) for code, reason in plan.items.items()},
    )


def _tidy(text: str) -> str:
    return "".join(letter for letter in text if letter not in {"\0", *TURNING}).strip()


def _line(text: str) -> str:
    return " ".join(_tidy(text).split())


def _is_seen(text: str) -> bool:
    return any(sign.isprintable() and not sign.isspace() for sign in text)


@pytest.fixture(scope="module")
def in_memory() -> Iterator[duckdb.DuckDBPyConnection]:
    with connect(MEMORY) as opened:
        with transaction(opened):
            load_reference(opened)
        yield opened


@pytest.fixture(scope="module")
def shared(in_memory: duckdb.DuckDBPyConnection) -> Entered:
    """An agency's year whose plans many examples write, one after the other."""
    return year_of(in_memory)


@pytest.fixture(scope="module")
def empty_year(in_memory: duckdb.DuckDBPyConnection) -> Entered:
    """An agency's year that every plan is refused in."""
    return year_of(in_memory, 2)


@settings(max_examples=40)
@given(plans())
@example(replace(PLAN, guidelines=("ก" * MUCH, "🙂"), steps=("\u202eก" * MUCH, "\u200b", "ข"), items={}))
@example(replace(PLAN, steps=(), guidelines=(), rounds_months=(), items={}))
def test_a_plan_that_is_saved_comes_back(shared: Entered, plan: Plan) -> None:
    save_plan(shared.opened, shared.news, plan, seen=shared.plan(shared.news), who=DESK)
    assert shared.plan(shared.news) == expected(plan)
    version = data_version(shared.opened)
    for again in (plan, shared.plan(shared.news)):
        save_plan(shared.opened, shared.news, again, seen=shared.plan(shared.news), who=DESK)
    assert data_version(shared.opened) == version, "a save that changes nothing was counted"


@settings(max_examples=20)
@given(plans())
def test_a_plan_that_is_added_comes_back(shared: Entered, plan: Plan) -> None:
    known = {key(str(title)) for (title,) in rows(shared.opened, "select title from measure")}
    wanted = plan if key(plan.title) not in known else replace(plan, title=f"{plan.title[:1900]} {next(NUMBERS)}")
    number = _add(shared, wanted)
    assert shared.plan(number) == expected(wanted)


def test_hostile_words_stay_words(entered: Entered) -> None:
    texts = tuple(HOSTILE)
    lines = [text[:LONGEST_LINE] for text in HOSTILE]
    for number, text in enumerate(lines):
        wanted = Plan(f"ก{text}{number}"[:LONGEST_LINE], text, text, text, text, text, texts, texts)
        added = _add(entered, wanted)
        assert entered.plan(added) == expected(wanted)
    assert broken_rows(entered.opened) == {}


def test_a_measure_is_added_at_the_end_of_its_year_and_answers_indicators(entered: Entered) -> None:
    number = _add(entered, PLAN, indicators={8: "เพราะเปิดเผยข้อมูล", 9: " ตรงตามเกณฑ์ "})
    assert rows(entered.opened, "select measure_id from measure order by measure_no") == [
        (entered.water,), (entered.news,), (number,),
    ]  # fmt: skip
    assert {pair[1]: link.reason for pair, link in links_of(entered.opened, number).items()} == {
        8: "เพราะเปิดเผยข้อมูล",
        9: "ตรงตามเกณฑ์",
    }
    assert [(told[0], told[1]) for told in history(entered.opened, entered.code)] == [(8, "added"), (9, "added")]
    found = indicators(entered.opened, entered.code, YEAR).set_index("indicator_no")["measure_count"]
    assert (found[8], found[9]) == (1, 1)
    assert rows(entered.opened, "select report_id, place, carried_from from measure where measure_id = $1", number) == [
        (None, None, None)
    ]


def test_a_measure_added_after_one_left_stands_in_a_place_of_its_own(entered: Entered) -> None:
    """Numbers are of the places in the order, not a count: a measure that was taken back leaves a gap."""
    entered.opened.execute("update measure set measure_no = 7 where measure_id = $1", [entered.news])
    _add(entered, PLAN)
    store(entered.opened, report(months=None, measures=[measure(), measure("มาตรการที่สี่")]))
    assert rows(entered.opened, "select measure_no from measure order by measure_id") == [(1,), (7,), (8,), (9,)]


def test_a_save_is_one_change_of_the_rows_that_differ(entered: Entered) -> None:
    before, stored = data_version(entered.opened), entered.plan()
    wanted = replace(stored, budget="5,000 บาท", guidelines=(*stored.guidelines, "อีกแนวทาง"), items={"O1": "ตรง"})
    _save(entered, wanted)
    assert data_version(entered.opened) == before + 1
    told = "select table_name, old_row is null from audit where change_id = $1 order by 1"
    assert rows(entered.opened, told, before + 1) == [
        ("measure", False), ("measure_guideline", True), ("measure_item", True),
    ]  # fmt: skip


def test_lists_may_shrink_grow_and_change_their_order(entered: Entered) -> None:
    for steps in (("ก", "ข", "ค", "ง"), ("ง", "ก"), (), ("ก", "ก", "ก"), ("ก", "ข")):
        _save(entered, replace(entered.plan(), steps=steps, guidelines=steps[::-1]))
        assert (entered.plan().steps, entered.plan().guidelines) == (steps, steps[::-1])
        assert broken_rows(entered.opened) == {}


def test_a_report_says_its_plan_untidily_and_saving_it_as_it_is_changes_nothing(
    empty: duckdb.DuckDBPyConnection,
) -> None:
    untidy = Measure(
        "มาตรการ  ที่หนึ่ง", (" แนวทาง\n",), ("ขั้น ", " สอง"), "กอง\nช่าง", (6,), follow_up="งานแผน\n รายงาน", budget=""
    )
    code = store(empty, report(measures=[untidy])).agency_code
    entered = Entered(empty, code, number_of(empty, code, untidy.title), 0)
    assert entered.plan().follow_up == "งานแผน รายงาน"
    changes_nothing(empty, _save, entered, entered.plan())


def test_numbers_of_a_table_of_answers_are_taken(entered: Entered) -> None:
    number = np.int64(entered.water)
    months = tuple(np.array([6, 12]))
    save_plan(entered.opened, number, replace(PLAN, rounds_months=months), seen=entered.plan(), who=DESK)  # type: ignore[arg-type]
    assert entered.plan() == PLAN
    added = replace(PLAN, title="มาตรการอื่น", rounds_months=months)
    assert entered.plan(_add(entered, added, indicators={np.int64(8): "ตรง"})) == replace(added, rounds_months=(6, 12))


class TestJudgedSteps:
    """What was judged of a step in an open round goes where its words go."""

    A, B = measure().steps

    @pytest.mark.parametrize(
        ("steps", "states"),
        [
            ((A, B, "ใหม่"), {1: "done", 2: "not_done"}),
            (("ใหม่", A, B), {2: "done", 3: "not_done"}),
            ((B, A), {1: "not_done", 2: "done"}),
            ((B,), {1: "not_done"}),
            ((f"{A}และแจ้งผล", B), {1: "done", 2: "not_done"}),
            ((f"{A}และแจ้งผล", B, "ใหม่"), {1: "done", 2: "not_done"}),
            (("ใหม่", f"{A}และแจ้งผล", B), {3: "not_done"}),
            (("ใหม่", "อื่น"), {1: "done", 2: "not_done"}),
            ((" ".join(A), B), {1: "done", 2: "not_done"}),
            ((A, A, B), {1: "done", 3: "not_done"}),
            ((), {}),
        ],
    )
    def test_go_with_their_words(self, steps: tuple[str, ...], states: dict[int, str], entered: Entered) -> None:
        judge(entered.opened, WATER, JUDGED)
        _save(entered, replace(entered.plan(), steps=steps))
        asked = "select step_no, state, reason from step_progress where measure_id = $1 and round_months = $2"
        found = rows(entered.opened, asked, entered.water, ROUND)
        assert sorted(found) == [(no, state, "อ่านจากรายงาน") for no, state in sorted(states.items())]
        assert broken_rows(entered.opened) == {}

    def test_of_another_measure_stay(self, entered: Entered) -> None:
        judge(entered.opened, NEWS, JUDGED)
        before = rows(entered.opened, "from step_progress order by all")
        _save(entered, replace(entered.plan(), steps=()))
        assert rows(entered.opened, "from step_progress order by all") == before

    @settings(max_examples=100)
    @given(*[st.lists(st.sampled_from("กขคงจ"), max_size=7)] * 2)
    def test_no_two_go_to_one_place_and_equal_words_find_each_other(self, before: list[str], after: list[str]) -> None:
        to = moved(before, after)
        assert len({*to.values()}) == len(to)
        assert set(to) <= {*range(1, len(before) + 1)}
        assert set(to.values()) <= {*range(1, len(after) + 1)}
        for words in set(before):
            going = [no for no, at in to.items() if before[no - 1] == words == after[at - 1]]
            assert len(going) == min(before.count(words), after.count(words))

    @given(st.lists(st.text(max_size=3), max_size=6))
    def test_stay_where_nothing_changes(self, steps: list[str]) -> None:
        assert moved(steps, steps) == {no: no for no in range(1, len(steps) + 1)}


REFUSALS: dict[str, tuple[Plan, ...]] = {
    "measure_title_missing": tuple(replace(PLAN, title=title) for title in ("", " ", "\0", "\u200b", "…", "---", "🙂")),
    "measure_title_known": tuple(
        replace(PLAN, title=title) for title in (WATER, f" {WATER}\n", WATER.replace("การ", "การ "), f"“{WATER}”")
    ),
    "item_reason_missing": tuple(replace(PLAN, items={"O1": blank}) for blank in ("", " ", "\0", "\u200b")),
    "item_unknown": tuple(replace(PLAN, items={code: "เพราะ"}) for code in ("O99", "", "o1", "O1\0", "x" * 9999)),
    "round_not_of_year": tuple(replace(PLAN, rounds_months=(6, months)) for months in (3, 9, 0, -6, 18)),
    "text_long": (
        replace(PLAN, title="ก" * (LONGEST_LINE + 1)),
        *(replace(PLAN, **{name: "ก" * (LONGEST_LINE + 1)}) for name in LINES),  # type: ignore[arg-type]
        *(replace(PLAN, **{name: ("ก" * (LONGEST_TEXT + 1),)}) for name in ("guidelines", "steps")),  # type: ignore[arg-type]
        replace(PLAN, items={"O1": "ก" * (LONGEST_TEXT + 1)}),
    ),
}


@pytest.mark.parametrize("refusal", REFUSALS)
def test_what_cannot_stand_is_refused(refusal: str, empty_year: Entered) -> None:
    for plan in REFUSALS[refusal]:
        assert refused(empty_year.opened, _add, empty_year, plan) == refusal, plan
        told = refused(empty_year.opened, _save, empty_year, plan, empty_year.news)
        assert told == refusal, plan


@pytest.mark.parametrize(
    ("indicators", "refusal"),
    [
        ({8: ""}, "link_reason_missing"),
        ({7: "ตรง", 8: "\u200b"}, "link_reason_missing"),
        ({11: "ตรง"}, "link_unknown"),
        ({0: "ตรง"}, "link_unknown"),
        ({8: "ก" * (LONGEST_TEXT + 1)}, "text_long"),
    ],
)
def test_a_measure_whose_links_cannot_stand_is_not_added(
    indicators: dict[int, str], refusal: str, empty_year: Entered
) -> None:
    assert refused(empty_year.opened, _add, empty_year, PLAN, indicators=indicators) == refusal


def test_a_measure_of_an_agency_that_nobody_knows_is_not_added(empty_year: Entered) -> None:
    bare = replace(PLAN, items={}, rounds_months=())
    assert refused(
        empty_year.opened, add_measure, empty_year.opened, "nobody", YEAR, bare, indicators={}, who=DESK
    ) == ("store_check")


def test_an_item_that_a_plan_has_already_stays_whatever_year_lends_its_items(entered: Entered) -> None:
    _save(entered, replace(entered.plan(), items={"O43": "รายงานผล"}))
    entered.opened.execute("delete from framework_item where item_code = 'O43' and fiscal_year_be = $1", [YEAR - 1])
    _save(entered, replace(entered.plan(), budget="ไม่มี", items={"O43": "รายงานผลทุกรอบ"}))
    assert entered.plan().items == {"O43": "รายงานผลทุกรอบ"}
    assert refused(entered.opened, _save, entered, replace(PLAN, items={"O43": "ก"}), entered.news) == "item_unknown"


def test_the_same_title_is_taken_in_another_year_and_by_another_agency(entered: Entered) -> None:
    other = year_of(entered.opened, 2)
    bare = replace(PLAN, items={}, rounds_months=())
    add_measure(entered.opened, entered.code, YEAR + 1, bare, indicators={}, who=DESK)
    _add(entered, PLAN)
    _add(other, PLAN)
    assert rows(entered.opened, "select count(*) from measure where title = $1", PLAN.title) == [(3,)]


def test_a_year_of_which_nothing_but_a_measure_is_known_is_a_year(entered: Entered) -> None:
    bare = replace(PLAN, rounds_months=(), items={})
    add_measure(entered.opened, entered.code, 2570, bare, indicators={8: "ตรง"}, who=DESK)
    years = "select fiscal_year_be, prior_fiscal_year_be from years_of($1) order by 1"
    assert rows(entered.opened, years, entered.code) == [(YEAR, YEAR - 1), (2570, 2569)]


def test_a_plan_that_another_changed_is_left_alone(entered: Entered) -> None:
    seen = entered.plan()
    _save(entered, replace(seen, budget="5,000 บาท"))
    for wrong in (seen, replace(seen, steps=()), replace(seen, items={"O1": "ก"})):
        told = refused(entered.opened, save_plan, entered.opened, entered.water, PLAN, seen=wrong, who=DESK)
        assert told == "plan_changed_meanwhile"


def test_a_measure_that_is_not_there_is_refused(empty_year: Entered) -> None:
    for number in (0, -1, 99):
        told = refused(empty_year.opened, save_plan, empty_year.opened, number, PLAN, seen=PLAN, who=DESK)
        assert told == "measure_unknown"
    with empty_year.opened.cursor() as cursor, pytest.raises(StoreError, match="measure_unknown"):
        plan_of(cursor, 99)


class TestALockedRound:
    """What a submitted or approved round shows of a plan stays as it was."""

    @pytest.fixture(params=["submitted", "approved"])
    def locked(self, request: pytest.FixtureRequest, entered: Entered) -> Entered:
        """A year whose round of six months is locked; the second measure has no result in it."""
        entered.save(ENTRY)
        entered.lock(str(request.param))
        return entered

    def test_keeps_its_steps(self, locked: Entered) -> None:
        for number in (locked.water, locked.news):
            before = rounds(locked.opened, locked.code, YEAR)
            stored = locked.plan(number)
            for steps in ((), stored.steps[:1], stored.steps[::-1], (*stored.steps, "อีกขั้น"), ("ก", "ข")):
                told = refused(locked.opened, _save, locked, replace(stored, steps=steps), number)
                assert told == "steps_locked"
            assert rounds(locked.opened, locked.code, YEAR).equals(before)

    def test_takes_no_measure_and_lets_none_go(self, locked: Entered) -> None:
        key_of = {"round_locked_submitted", "round_locked_approved"}
        stored = locked.plan()
        assert refused(locked.opened, _save, locked, replace(stored, rounds_months=(LATER,))) in key_of
        assert refused(locked.opened, _save, locked, replace(stored, rounds_months=())) in key_of
        assert refused(locked.opened, _add, locked, PLAN) in key_of
        number = _add(locked, replace(PLAN, rounds_months=(LATER,)))
        assert refused(locked.opened, _save, locked, PLAN, number) in key_of

    def test_lets_all_else_of_a_plan_change(self, locked: Entered) -> None:
        stored = locked.plan()
        wanted = replace(PLAN, title="ชื่อใหม่", steps=stored.steps)
        _save(locked, wanted)
        assert locked.plan() == wanted
        added = replace(PLAN, rounds_months=(LATER,))
        number = _add(locked, added)
        _save(locked, replace(added, steps=("ก",)), number)

    def test_lets_them_change_once_it_is_opened_again(self, locked: Entered) -> None:
        reopen(locked.opened, locked.round(), "ขั้นตอนผิด", who=DESK)
        _save(locked, replace(locked.plan(), steps=("ก",), rounds_months=()))
        assert locked.plan().steps == ("ก",)

    def test_takes_no_report_with_results_for_it(self, locked: Entered) -> None:
        for progress in ([result()], [result(NEWS)], [result("มาตรการใหม่")], [result(months=12), result(months=6)]):
            told = refused(locked.opened, store, locked.opened, report(measures=[measure()], progress=progress))
            assert told.startswith("round_locked_")

    def test_takes_no_report_that_plans_a_new_measure_in_it(self, locked: Entered) -> None:
        told = refused(locked.opened, store, locked.opened, report(months=12, measures=[measure("มาตรการใหม่")]))
        assert told.startswith("round_locked_")

    def test_lets_a_report_of_a_later_round_in_and_keeps_the_plan(self, locked: Entered) -> None:
        before = [locked.plan(), locked.plan(locked.news)]
        other = [measure(steps=("อื่น",)), measure("มาตรการใหม่", rounds=(12,))]
        stored = store(locked.opened, report(months=12, measures=other, progress=[result(detail="สิบสองเดือน")]))
        assert stored.is_new
        assert stored.kept_plans == (WATER,)
        assert [locked.plan(), locked.plan(locked.news)] == before
        assert locked.entry() == ENTRY

    def test_of_one_agency_locks_no_other(self, locked: Entered) -> None:
        other = year_of(locked.opened, 2)
        _save(other, replace(other.plan(), steps=("ก",)))
        assert store(locked.opened, report(agency(2), progress=[result()], measures=[measure()])).is_new


MAY_NOT = (
    Person("viewer"),
    Person("officer", agency_code="other"),
    Person("officer", unit="สำนักปลัด"),
    Person("approver", unit="อื่น"),
)


def test_rights_are_looked_at_where_it_is_written(entered: Entered) -> None:
    stored = entered.plan()
    for who in MAY_NOT:
        told = refused(entered.opened, _save, entered, replace(stored, budget="ไม่มี"), who=who)
        assert told == "right_plan"
    for number, who in enumerate((Person("officer"), Person("officer", unit="กองการประปา"), Person("approver"))):
        _save(entered, replace(entered.plan(), budget=f"{number} บาท"), who=who)
    assert entered.plan().budget == "2 บาท"


def test_a_person_of_a_unit_gives_no_measure_away_and_takes_none(entered: Entered) -> None:
    who = Person("officer", unit="กองการประปา")
    stored = entered.plan()
    assert refused(entered.opened, _save, entered, replace(stored, responsible="สำนักปลัด"), who=who) == "right_plan"
    assert refused(entered.opened, _save, entered, replace(stored, responsible=""), who=who) == "right_plan"
    mine = replace(entered.plan(entered.news), responsible="กองการประปา")
    assert refused(entered.opened, _save, entered, mine, entered.news, who=who) == "right_plan"
    for unit in ("สำนักปลัด", ""):
        told = refused(entered.opened, _add, entered, replace(PLAN, responsible=unit), who=who)
        assert told == "right_plan"
    assert entered.plan(_add(entered, replace(PLAN, responsible="กองการประปา"), who=who)).title == PLAN.title


def test_of_many_at_once_one_is_heard_and_each_other_is_told(entered: Entered) -> None:
    seen, together, before = entered.plan(), Barrier(8), data_version(entered.opened)

    def save(person: int) -> str:
        together.wait()
        try:
            wanted = replace(seen, budget=f"{person} บาท", steps=(f"ขั้นของ {person}",))
            save_plan(entered.opened, entered.water, wanted, seen=seen, who=DESK)
        except StoreError as told:
            return told.key
        return "heard"

    with ThreadPoolExecutor(8) as people:
        assert sorted(people.map(save, range(8))) == ["heard"] + ["plan_changed_meanwhile"] * 7
    assert data_version(entered.opened) == before + 1
    assert entered.plan().steps == (f"ขั้นของ {entered.plan().budget.split()[0]}",), "half of one and half of another"


def test_of_many_who_add_the_same_measure_at_once_one_is_heard(entered: Entered) -> None:
    together = Barrier(6)

    def add(_: int) -> str:
        together.wait()
        try:
            _add(entered, PLAN)
        except StoreError as told:
            return told.key
        return "heard"

    with ThreadPoolExecutor(6) as people:
        assert sorted(people.map(add, range(6))) == ["heard"] + ["measure_title_known"] * 5
    assert rows(entered.opened, "select count(*) from measure") == [(3,)]


def test_the_day_a_measure_ended_stays_with_another_plan(entered: Entered) -> None:
    entered.opened.execute("update measure set ended_on = $1, end_reason = 'รวมแล้ว'", [date(2021, 2, 1)])
    _save(entered, PLAN)
    asked = "select ended_on, end_reason from measure where measure_id = $1"
    assert rows(entered.opened, asked, entered.water) == [(date(2021, 2, 1), "รวมแล้ว")]


def _add(entered: Entered, plan: Plan, *, indicators: dict[int, str] | None = None, who: Person = DESK) -> int:
    return add_measure(entered.opened, entered.code, YEAR, plan, indicators=indicators or {}, who=who)


def _save(entered: Entered, plan: Plan, measure_id: int = 0, *, who: Person = DESK) -> None:
    number = measure_id or entered.water
    save_plan(entered.opened, number, plan, seen=entered.plan(number), who=who)
