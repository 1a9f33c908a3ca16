"""A sheet of a plan is stored in one change or not at all: added, changed, ordered; what it does not name stays."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

import duckdb
import pytest

from ita_analysis.entries import Entry, Plan, Signature
from ita_analysis.errors import ItaError, RightMissing, StoreError
from ita_analysis.intake.plan_sheet import PlanRow
from ita_analysis.people import DESK, Person
from ita_analysis.store.building import data_version
from ita_analysis.store.plan_sheets import PlanChanges, plans_of_year, store_plan_sheet
from ita_analysis.store.plans import save_plan
from ita_analysis.store.progress import save_entry
from ita_analysis.store.rounds import Round, set_rounds, submit
from ita_analysis.texts import explain
from tests.store.files import rows, tables
from tests.store.invented import NEWS, WATER, measure, small_report, store

Opened = duckdb.DuckDBPyConnection
NEW = Plan("มาตรการใหม่", "กองช่าง", steps=("ก", "ข"), rounds_months=(6,), items={"O1": "เพราะ"})
TOLD = {"name": "สมชาย ใจดี", "position": "นายก", "on": date(2021, 4, 1)}
WATER_UNIT = Person("officer", "a@b", unit="กองการประปา")


@pytest.fixture
def of_year(empty: Opened) -> tuple[str, int]:
    """An agency's year with three measures of two units."""
    own = [measure(), measure(NEWS, answers=[7], unit="สำนักปลัด"), measure("มาตรการที่สาม", answers=[])]
    code = store(empty, small_report(measures=own)).agency_code
    return code, 2564


def stored(opened: Opened, of_year: tuple[str, int]) -> dict[int, Plan]:
    with opened.cursor() as cursor:
        return plans_of_year(cursor, *of_year)


def put(
    opened: Opened,
    of_year: tuple[str, int],
    *sheet: PlanRow,
    who: Person = DESK,
    seen: Mapping[int, Plan] | None = None,
) -> PlanChanges:
    return store_plan_sheet(opened, *of_year, sheet, seen=seen or stored(opened, of_year), who=who)


def refused(act: Callable[[], object], kind: type[ItaError] = StoreError) -> ItaError:
    with pytest.raises(kind) as caught:
        act()
    assert "\n" not in explain(caught.value)
    return caught.value


def test_new_ones_are_added_changed_ones_written_and_all_ordered_in_one_change(
    empty: Opened, of_year: tuple[str, int]
) -> None:
    (water, plan), (news, other), (third, last) = stored(empty, of_year).items()
    version = data_version(empty)
    wanted = replace(plan, steps=(*plan.steps, "ประเมินผล"), budget="50,000 บาท")
    done = put(
        empty, of_year,
        PlanRow(4, water, None, wanted), PlanRow(5, news, None, other), PlanRow(6, third, 1, last),
        PlanRow(7, None, None, NEW, {7: "ตอบเรื่องสื่อสาร"}),
    )  # fmt: skip
    (added,) = done.added
    assert done == PlanChanges((added,), (water,), (news, third), (), is_reordered=True)
    assert stored(empty, of_year) == {third: last, water: wanted, news: other, added: NEW}
    assert data_version(empty) == version + 1
    told = rows(empty, "select distinct change_id, deed, table_name from audit where deed = 'plan_imported'")
    assert len({change for change, *_ in told}) == 1
    assert {"measure", "measure_step", "measure_item", "measure_round", "measure_indicator"} <= {
        name for *_, name in told
    }
    asked = "select indicator_no, basis, reason from measure_indicator where measure_id = $1"
    assert rows(empty, asked, added) == [(7, "analyst", "ตอบเรื่องสื่อสาร")]


def test_a_measure_that_no_row_names_stays_as_it_is(empty: Opened, of_year: tuple[str, int]) -> None:
    before = stored(empty, of_year)
    first, *others = before
    done = put(empty, of_year, PlanRow(4, first, None, replace(before[first], budget="ก")))
    assert done == PlanChanges((), (first,), (), tuple(others), is_reordered=False)
    assert stored(empty, of_year) == {**before, first: replace(before[first], budget="ก")}


def test_rows_that_change_nothing_are_no_change(empty: Opened, of_year: tuple[str, int]) -> None:
    before, plans = tables(empty), stored(empty, of_year)
    spaced = {number: replace(plan, title=f" {plan.title} ") for number, plan in plans.items()}
    same = [PlanRow(place + 3, number, place, spaced[number]) for place, number in enumerate(plans, 1)]
    assert put(empty, of_year, *same) == PlanChanges((), (), tuple(plans), (), is_reordered=False)
    assert tables(empty) == before


def test_a_plan_that_others_changed_meanwhile_is_named_and_nothing_is_kept(
    empty: Opened, of_year: tuple[str, int]
) -> None:
    seen = stored(empty, of_year)
    water, news, _ = seen
    save_plan(empty, water, replace(seen[water], budget="อื่น"), seen=seen[water], who=DESK)
    before = tables(empty)
    sheet = [PlanRow(4, water, None, replace(seen[water], budget="ก")), PlanRow(5, None, None, NEW)]
    error = refused(lambda: put(empty, of_year, *sheet, seen=seen))
    assert (error.key, error.values["titles"]) == ("plan_sheet_changed_meanwhile", f"“{WATER}”")
    assert tables(empty) == before
    assert put(empty, of_year, PlanRow(5, news, None, replace(seen[news], budget="ก")), seen=seen).changed == (news,)


def test_measures_that_were_added_or_moved_meanwhile_are_told(empty: Opened, of_year: tuple[str, int]) -> None:
    seen = stored(empty, of_year)
    put(empty, of_year, PlanRow(4, None, 1, NEW))
    before = tables(empty)
    assert refused(lambda: put(empty, of_year, PlanRow(4, None, None, replace(NEW, title="อีก")), seen=seen)).key == (
        "plan_sheet_other_measures"
    )
    assert tables(empty) == before


def test_a_number_of_another_year_is_refused(empty: Opened, of_year: tuple[str, int]) -> None:
    assert refused(lambda: put(empty, of_year, PlanRow(4, 999, None, NEW))).key == "measure_unknown"


REFUSED = {
    "measure_title_missing": PlanRow(9, None, None, replace(NEW, title="…")),
    "measure_title_known": PlanRow(9, None, None, replace(NEW, title=NEWS)),
    "text_long": PlanRow(9, None, None, replace(NEW, budget="ก" * 3000)),
    "round_not_of_year": PlanRow(9, None, None, replace(NEW, rounds_months=(1,))),
    "item_reason_missing": PlanRow(9, None, None, replace(NEW, items={"O1": " "})),
    "link_unknown": PlanRow(9, None, None, NEW, {99: "ก"}),
    "link_reason_missing": PlanRow(9, None, None, NEW, {7: " "}),
}


@pytest.mark.parametrize("key", REFUSED)
def test_what_one_row_may_not_say_is_told_with_the_row_and_nothing_is_kept(
    empty: Opened, of_year: tuple[str, int], key: str
) -> None:
    before, (first, plan), row = tables(empty), next(iter(stored(empty, of_year).items())), REFUSED[key]
    sheet = [PlanRow(4, first, 3, replace(plan, budget="ก")), PlanRow(5, None, None, replace(NEW, title="ดี")), row]
    error = refused(lambda: put(empty, of_year, *sheet))
    assert isinstance(error.__cause__, StoreError)
    assert error.__cause__.key == key
    assert (error.key, error.values["row"], error.values["title"]) == ("plan_sheet_row", 9, row.plan.title)
    assert tables(empty) == before


def test_steps_and_rounds_that_a_locked_round_shows_stay(empty: Opened, of_year: tuple[str, int]) -> None:
    water, plan = next(iter(stored(empty, of_year).items()))
    save_entry(empty, water, 12, Entry("ทำแล้ว", steps={1: "done"}), seen=None, who=DESK)
    submit(empty, Round(*of_year, 12), Signature(**TOLD), who=DESK)  # type: ignore[arg-type]
    before = tables(empty)
    for other, key in (
        (replace(plan, steps=("อื่น",)), "steps_locked"),
        (replace(plan, rounds_months=(6,)), "round_locked_submitted"),
    ):
        error = refused(lambda other=other: put(empty, of_year, PlanRow(4, water, None, other)))
        assert isinstance(error.__cause__, StoreError)
        assert (error.__cause__.key, error.values["title"]) == (key, WATER)
        assert tables(empty) == before
    assert put(empty, of_year, PlanRow(4, water, None, replace(plan, budget="ก"))).changed == (water,)


def test_a_person_of_one_unit_changes_and_adds_its_own_measures(empty: Opened, of_year: tuple[str, int]) -> None:
    who, plans = replace(WATER_UNIT, agency_code=of_year[0]), stored(empty, of_year)
    water, news, third = plans
    own = PlanRow(4, water, None, replace(plans[water], budget="ก"))
    same = [PlanRow(5, news, None, plans[news]), PlanRow(6, third, 3, plans[third])]
    added = PlanRow(7, None, None, replace(NEW, responsible="กองการประปา"))
    done = put(empty, of_year, own, *same, added, who=who)
    assert (done.changed, len(done.added), done.is_reordered) == ((water,), 1, False)


@pytest.mark.parametrize(
    ("place", "about"),
    [(1, {"budget": "ก"}), (0, {"responsible": "สำนักปลัด"}), (None, {})],
    ids=["of another unit", "given to another unit", "new for another unit"],
)
def test_a_person_of_one_unit_changes_no_other_s(
    empty: Opened, of_year: tuple[str, int], place: int | None, about: dict[str, str]
) -> None:
    before, plans = tables(empty), stored(empty, of_year)
    number = None if place is None else list(plans)[place]
    plan = NEW if number is None else replace(plans[number], **about)
    who = replace(WATER_UNIT, agency_code=of_year[0])
    error = refused(lambda: put(empty, of_year, PlanRow(9, number, None, plan), who=who), RightMissing)
    assert error.values["row"] == 9
    assert tables(empty) == before


def test_the_order_is_the_whole_agency_s(empty: Opened, of_year: tuple[str, int]) -> None:
    before, (water, plan) = tables(empty), next(iter(stored(empty, of_year).items()))
    who = replace(WATER_UNIT, agency_code=of_year[0])
    moved = PlanRow(4, water, 2, plan)
    assert refused(lambda: put(empty, of_year, moved, who=who), RightMissing).key == "plan_sheet_order"
    assert tables(empty) == before


def test_a_year_without_measures_is_filled(empty: Opened, of_year: tuple[str, int]) -> None:
    following = (of_year[0], 2565)
    set_rounds(empty, *following, {6: None, 12: None}, who=DESK)
    second, first = (replace(NEW, title=title) for title in ("สอง", "หนึ่ง"))
    done = put(empty, following, PlanRow(4, None, 2, second), PlanRow(5, None, 1, first))
    assert list(stored(empty, following).values()) == [first, second]
    assert len(done.added) == 2
