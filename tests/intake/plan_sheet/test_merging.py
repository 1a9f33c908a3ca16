"""A sheet is laid upon what is stored by now: what it alone changed is taken, what others changed stays or is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_analysis.entries import Plan
from ita_analysis.intake.plan_sheet.cells import FIELDS, cells_of, read_version, version_of
from ita_analysis.intake.plan_sheet.merging import RowChange, compare, missing, ordered, resolved
from ita_analysis.intake.plan_sheet.rows import PlanRow
from tests.intake.plan_sheet.filled import NEWS, PLANS, WATER, Cells, filled, handed_out, read

VALUES: dict[str, Any] = {
    "title": "มาตรการน้ำประปา", "responsible": "กองช่าง", "follow_up": "ก", "timeframe": "ข", "budget": "ค",
    "success_indicator": "ง", "guidelines": ("จ", "ฉ"), "steps": ("ช",), "rounds_months": (3,), "items": {"i1": "ซ"},
}  # fmt: skip
OTHERS = {name: {"title": "มาตรการประปา", "rounds_months": (9,), "items": {}}.get(name, ()) for name in FIELDS}
OTHERS |= {name: "อื่น" for name in FIELDS if isinstance(getattr(WATER, name), str) and name != "title"}


def changes(cells: Cells, stored: Mapping[int, Plan] = PLANS) -> tuple[RowChange, ...]:
    """Return what a sheet that was handed out, and then filled, changes of what is stored by now."""
    return compare(read(filled(handed_out(), cells)).rows, stored)


def test_the_examples_change_every_field() -> None:
    assert set(VALUES) == set(OTHERS) == set(FIELDS)


@pytest.mark.parametrize("name", FIELDS)
def test_what_only_the_sheet_changed_is_taken(name: str) -> None:
    wanted = replace(WATER, **{name: VALUES[name]})
    first, second = changes({(1, name): cells_of(wanted)[name]})
    assert [(each.name, each.is_disputed) for each in first.fields] == [(name, False)]
    assert (first.fields[0].before, first.fields[0].after) == (cells_of(WATER)[name], cells_of(wanted)[name])
    assert (first.kept, second.fields, second.places) == ((), (), None)
    assert [row.plan for row in resolved([first, second], set())] == [wanted, NEWS]


@pytest.mark.parametrize("name", FIELDS)
def test_what_only_others_changed_stays(name: str) -> None:
    now = replace(WATER, **{name: OTHERS[name]})
    first, _ = changes({}, {11: now, 12: NEWS})
    assert (first.fields, first.kept) == ((), (name,))
    assert resolved([first], {11})[0].plan == now


@pytest.mark.parametrize("name", FIELDS)
def test_what_both_changed_is_asked(name: str) -> None:
    mine, now = replace(WATER, **{name: VALUES[name]}), replace(WATER, **{name: OTHERS[name]})
    first, _ = changes({(1, name): cells_of(mine)[name]}, {11: now, 12: NEWS})
    assert [(each.name, each.is_disputed) for each in first.fields] == [(name, True)]
    assert first.is_disputed
    assert resolved([first], {11})[0].plan == mine
    assert resolved([first], {12})[0].plan == now


@pytest.mark.parametrize("name", FIELDS)
def test_what_both_changed_alike_is_no_change(name: str) -> None:
    both = replace(WATER, **{name: VALUES[name]})
    first, _ = changes({(1, name): cells_of(both)[name]}, {11: both, 12: NEWS})
    assert (first.fields, first.kept, first.is_change) == ((), (), False)


def test_two_people_changed_two_fields_and_both_are_kept() -> None:
    first, _ = changes({(1, "budget"): "60,000 บาท"}, {11: replace(WATER, timeframe="ทั้งปี"), 12: NEWS})
    assert not first.is_disputed
    assert resolved([first], set())[0].plan == replace(WATER, timeframe="ทั้งปี", budget="60,000 บาท")


def test_without_a_version_every_difference_is_asked() -> None:
    first, _ = changes({(1, "version"): None, (1, "budget"): "ก"})
    assert [(each.name, each.is_disputed) for each in first.fields] == [("budget", True)]


def test_a_text_that_a_sheet_cannot_hold_stays_where_nobody_touched_it() -> None:
    """Line ends within a step, control characters, and spaces that a line does not keep."""
    stored = {11: replace(WATER, steps=("ก\nข", "ค\x01"), budget="1  บาท")}
    (first,) = compare(read(filled(handed_out(stored), {(1, "follow_up"): "ใหม่"}), stored).rows, stored)
    assert resolved([first], set())[0].plan == replace(stored[11], follow_up="ใหม่")


def test_a_measure_that_no_row_is_about_is_missing() -> None:
    assert missing([PlanRow(4, 12, None, NEWS), PlanRow(5, None, None, WATER)], PLANS) == [11]


@pytest.mark.parametrize(
    ("typed", "stored", "places"),
    [
        (2, [11, 12], (1, 2)),
        (None, [11, 12], None),
        (1, [11, 12], None),
        (1, [12, 11], None),  # others moved it, the sheet did not
        (2, [12, 11], None),  # both moved it there
        (3, [12, 11], (2, 3)),
    ],
)
def test_a_place_is_changed_where_the_sheet_changed_it(
    typed: int | None, stored: list[int], places: tuple[int, int] | None
) -> None:
    first, _ = changes({(1, "no"): typed}, {number: PLANS[number] for number in stored})
    assert first.places == places
    assert resolved([first], set())[0].no == (places[1] if places else None)


def row(number: int, measure_id: int | None, no: int | None) -> PlanRow:
    return PlanRow(number, measure_id, no, WATER)


@pytest.mark.parametrize(
    ("rows", "order"),
    [
        ([], [1, 2, 3]),
        ([row(4, 3, 1)], [3, 1, 2]),
        ([row(4, 1, 3)], [2, 3, 1]),
        ([row(4, 1, 2), row(5, 2, 1)], [2, 1, 3]),
        ([row(4, 3, 99)], [1, 2, 3]),
        ([row(4, None, 2)], [1, 4, 2, 3]),
        ([row(4, None, None), row(5, None, None)], [1, 2, 3, 4, 5]),
        ([row(4, None, 1), row(5, None, 1)], [4, 5, 1, 2, 3]),
        ([row(4, None, 1), row(5, None, None), row(6, 3, 1)], [4, 3, 1, 2, 5]),
    ],
)
def test_the_order_that_places_make(rows: list[PlanRow], order: list[int]) -> None:
    added = {each.row: each.row for each in rows if each.measure_id is None}
    assert ordered(rows, [1, 2, 3], added) == order


@given(st.permutations(range(1, 8)))
def test_whoever_numbers_all_of_them_anew_gets_that_order(wanted: list[int]) -> None:
    """Only the rows whose number changed have a place; the others keep theirs."""
    places = {number: place for place, number in enumerate(wanted, 1)}
    rows = [row(number + 3, number, place) for number, place in places.items() if number != place]
    assert ordered(rows, range(1, 8), {}) == wanted


@given(st.integers(1, 10**6), st.text(max_size=9))
def test_a_version_is_known_again(no: int, indicators: str) -> None:
    version = read_version(f" {version_of(no, WATER, indicators)}\n")
    assert version is not None
    assert version.no == no
    assert version.had("indicators", indicators)
    assert all(version.had(name, text) for name, text in cells_of(WATER).items())
    assert not version.had("title", WATER.title + " ")


@pytest.mark.parametrize("text", ["", "1", "1-", "1-abc", "-" + "0" * 66, "1-" + "g" * 66, "1-" + "0" * 72])
def test_what_is_no_version(text: str) -> None:
    assert read_version(text) is None
