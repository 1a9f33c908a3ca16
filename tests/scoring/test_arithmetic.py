"""The arithmetic line by line: each line follows from those above it, and it ends in the total of the oracle."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_analysis.framework import load
from ita_analysis.scoring import Line, lines, standing, steps
from tests.scoring import oracle, way_oracle

YEARS = (2564, 2567)
CODES = {year: oracle.item_codes(year) for year in YEARS}
EMPTY = st.sets(st.sampled_from([f"O{n}" for n in range(1, 36)]), max_size=12)


def _items(year: int, empty: set[str]) -> dict[str, str]:
    return {code: "0" if code in empty else "100" if code[0] == "O" else "81.37" for code in CODES[year]}


def _told(year: int, items: dict[str, str], filled: list[str]) -> dict[tuple[str, str], Line]:
    at = standing({("item", code): float(score) for code, score in items.items()}, load(year))
    return {(line.kind, line.code): line for line in lines(at, filled)}


@pytest.mark.parametrize("year", YEARS)
@settings(max_examples=30)
@given(empty=EMPTY)
def test_it_ends_in_the_total_before_and_after(year: int, empty: set[str]) -> None:
    items = _items(year, empty)
    filled = sorted(empty)[: len(empty) // 2]
    told = _told(year, items, filled)
    assert told["total", "total"].before == oracle.total(year, items)
    assert told["total", "total"].after == oracle.total(year, way_oracle.filled(items, filled))
    for no in map(str, range(1, 11)):
        assert told["indicator", no].before == oracle.indicator(no, year, items)


@pytest.mark.parametrize("year", YEARS)
@settings(max_examples=30)
@given(empty=EMPTY)
def test_each_line_is_true(year: int, empty: set[str]) -> None:
    for line in _told(year, _items(year, empty), sorted(empty)).values():
        sides = ((line.sum_before, line.before), (line.sum_after, line.after))
        for whole, score in sides:
            assert whole is not None
            if line.kind == "weighted":
                assert score == whole * line.count / 100
            elif line.kind == "total":
                assert score == whole
            else:
                assert score == whole / line.count


def test_a_stated_indicator_rises_by_what_its_documents_give() -> None:
    items = {code: score for code, score in _items(2564, {"O42"}).items() if code != "O40"}
    stated = {("item", code): float(score) for code, score in items.items()}
    at = standing({**stated, ("indicator", "10"): 68.75}, load(2564))
    told = {(line.kind, line.code): line for line in lines(at, [each.code for each in steps(at)])}
    assert (told["sub_indicator", "10.1"].before, told["sub_indicator", "10.2"].after) == (None, 100)
    ten = told["indicator", "10"]
    assert (ten.count, ten.before, ten.after) == (0, Fraction("68.75"), Fraction("93.75"))
    total = told["total", "total"]
    assert total.before is not None
    assert total.after == total.before + 5


def test_a_total_alone_is_a_line_as_it_is_stated() -> None:
    told = {(line.kind, line.code): line for line in lines(standing({("total", "total"): 70.5}, load(2564)), [])}
    assert (told["total", "total"].before, told["total", "total"].count) == (Fraction("70.5"), 0)
    assert {line.before for kind, line in told.items() if kind[0] != "total"} == {None}
