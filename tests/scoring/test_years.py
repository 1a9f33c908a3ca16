"""How a score moved, and which years a line may join: a second way in plain Python beside the real one."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_analysis.errors import ItaError
from ita_analysis.framework import Change, changes_between
from ita_analysis.scoring import LEAST_CHANGE, Movement, movement, years
from ita_analysis.scoring.years import MOST_YEARS

ITEMS, BANDS = Change("items", "OIT", 43, 35), Change("bands")
scores = st.dictionaries(st.integers(2558, 2570), st.integers(0, 10000).map(lambda cents: cents / 100))


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (80.0, 82.0, "up"),
        (80.0, 81.99, "little"),
        (80.0, 78.0, "down"),
        (80.0, 78.01, "little"),
        (80.0, 80.0, "little"),
        (80.001, 81.996, "up"),
        (0.0, 100.0, "up"),
        (None, 80.0, "unknown"),
        (80.0, None, "unknown"),
        (float("nan"), 80.0, "unknown"),
    ],
)
def test_a_score_moves_only_by_the_least_change(before: float | None, after: float | None, said: Movement) -> None:
    assert Decimal("2.00") == LEAST_CHANGE
    assert movement(before, after, ()) == said


@pytest.mark.parametrize("changed", [(ITEMS,), (BANDS,), (BANDS, ITEMS)])
def test_nothing_moves_between_other_frameworks(changed: tuple[Change, ...]) -> None:
    assert movement(10.0, 90.0, changed) == "incomparable"
    assert movement(None, 90.0, changed) == "unknown"


def test_a_score_that_cannot_be_is_refused() -> None:
    with pytest.raises(ItaError):
        movement(10.0, 101.0, ())


def test_the_years_of_an_agency_with_a_gap_and_two_changes() -> None:
    found = years({2561: 90.0, 2562: 60.0, 2563: 61.0, 2564: 70.0, 2566: 80.0, 2567: 85.0}, 2567)
    assert [each.fiscal_year_be for each in found] == list(range(2561, 2568))[-MOST_YEARS:]
    assert [each.join for each in found] == ["none", "none", "dashed", "solid", "none", "none", "dashed"]
    assert [each.movement for each in found] == [
        "unknown", "incomparable", "incomparable", "up", "unknown", "incomparable", "incomparable",
    ]  # fmt: skip
    assert [each.is_broken for each in found] == [False, True, False, False, False, True, False]
    assert (found[4].score, found[4].before) == (None, 2564)
    assert (found[5].before, found[5].difference) == (2564, Decimal("10.00"))


def test_later_years_are_left_out_and_earlier_empty_ones_kept() -> None:
    assert [each.fiscal_year_be for each in years({2566: 80.0, 2568: 90.0}, 2567, 2565)] == [2565, 2566, 2567]
    assert years({}, 2567) == years({2568: 90.0}, 2567) == ()
    assert [each.score for each in years({}, 2567, 2566)] == [None, None]


@given(scores, st.integers(2560, 2570))
def test_a_line_joins_neighbours_under_joined_rules_and_nothing_else(known: dict[int, float], last: int) -> None:
    found = years(known, last)
    assert len(found) <= MOST_YEARS
    for each in found:
        year = each.fiscal_year_be
        assert (each.score is None) == (year not in known)
        has_both = year in known and year - 1 in known
        changed = changes_between(year - 1, year)
        breaks = any(change.breaks_line for change in changed)
        expected = "none" if not has_both or breaks else "dashed" if changed else "solid"
        assert each.join == expected
        if each.movement in {"up", "down"} and each.before is not None:
            assert changes_between(each.before, year) == ()
            assert abs(Decimal(str(known[year])) - Decimal(str(known[each.before]))) >= LEAST_CHANGE
