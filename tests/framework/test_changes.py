"""What differs between two fiscal years, and whether a line may lead from one to the other."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest

from ita_analysis.framework import Change, changes, changes_between, fiscal_years, load

YEARS = fiscal_years()


def _kinds(before: int, after: int) -> list[str]:
    return [each.kind for each in changes_between(before, after)]


@pytest.mark.parametrize("year", YEARS)
def test_a_year_does_not_differ_from_itself(year: int) -> None:
    assert changes_between(year, year) == ()
    assert changes(load(year), load(year)) == () or not load(year).bands


def test_years_of_one_framework_do_not_differ() -> None:
    assert changes_between(2563, 2564) == changes_between(2564, 2565) == changes_between(2563, 2565) == ()


def test_other_bands_and_parts_break_the_line() -> None:
    assert _kinds(2565, 2566) == ["bands", "parts"]
    assert all(each.breaks_line for each in changes_between(2565, 2566))


@pytest.mark.parametrize(
    ("before", "after", "items"),
    [
        (2562, 2563, [("OIT", 48, 43)]),
        (2566, 2567, [("IIT", 30, 15), ("EIT", 15, 9), ("OIT", 43, 35)]),
        (2567, 2568, [("OIT", 35, 28)]),
    ],
)
def test_other_items_alone_leave_the_line_whole(before: int, after: int, items: list[tuple[str, int, int]]) -> None:
    assert changes_between(before, after) == tuple(Change("items", *each) for each in items)
    assert not any(each.breaks_line for each in changes_between(before, after))


@pytest.mark.parametrize(("before", "after"), [(2561, 2562), (2557, 2568), (2560, 2561), (2564, 2561)])
def test_the_old_model_joins_nothing_not_even_itself(before: int, after: int) -> None:
    assert _kinds(before, after) == ["model"]
    assert changes_between(before, after)[0].breaks_line


@pytest.mark.parametrize(("before", "after"), [(2568, 2569), (2568, 2599), (2569, 2568)])
def test_rules_that_nobody_knows_break_the_line(before: int, after: int) -> None:
    assert _kinds(before, after)[0] == "unknown"
    assert changes_between(before, after)[0].breaks_line


def test_other_weights_break_the_line() -> None:
    pack = load(2564)
    first, *rest = pack.instruments
    other = replace(pack, instruments=(replace(first, weight=Decimal(20)), *rest))
    assert changes(pack, other) == (Change("weights"),)
    assert changes(pack, other)[0].breaks_line


def test_another_floor_is_another_band() -> None:
    pack = load(2566)
    first, *rest = pack.bands
    other = replace(pack, bands=(replace(first, min_instrument=Decimal(90)), *rest))
    assert changes(pack, other) == (Change("bands"),)


def test_a_count_of_items_that_nobody_knows_is_a_change() -> None:
    pack = load(2564)
    first, *rest = pack.indicators
    other = replace(pack, indicators=(replace(first, item_count=None), *rest))
    assert changes(pack, other) == (Change("items", "IIT", 30, None),)


@pytest.mark.parametrize(("before", "after"), list(pairwise(YEARS)))
def test_what_breaks_comes_first_and_both_ways_agree(before: int, after: int) -> None:
    forth, back = changes_between(before, after), changes_between(after, before)
    assert [each.breaks_line for each in forth] == sorted((each.breaks_line for each in forth), reverse=True)
    assert [each.kind for each in forth] == [each.kind for each in back]
