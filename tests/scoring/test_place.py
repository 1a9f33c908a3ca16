"""The place among others: counted one by one in plain Python, beside the real one."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_analysis.scoring import LEAST_OTHERS, percent, place

cents = st.integers(0, 10000)


def slow_place(own: int, others: list[int]) -> Fraction | None:
    """Return the share of the others that lie below, a tie counted half; None for fewer than five others."""
    if len(others) < 5:
        return None
    points = 0
    for other in others:
        points += 2 if other < own else 1 if other == own else 0
    return Fraction(points, 2 * len(others))


@given(cents, st.lists(cents, max_size=40))
def test_a_place_is_counted_one_by_one(own: int, others: list[int]) -> None:
    lower, equal = sum(each < own for each in others), others.count(own)
    found = place(lower, equal, len(others))
    assert found == slow_place(own, others)
    if found is not None:
        assert 0 <= found <= 1
        assert (percent(found) == 0) == (found == 0)
        assert (percent(found) == 100) == (found == 1)
        assert abs(percent(found) - found * 100) < 1


@pytest.mark.parametrize("others", range(LEAST_OTHERS))
def test_few_others_give_no_place(others: int) -> None:
    assert place(0, others, others) is None


@pytest.mark.parametrize(
    ("share", "said"), [(Fraction(1, 400), 1), (Fraction(399, 400), 99), (Fraction(1, 200), 1), (Fraction(49, 200), 25)]
)
def test_a_share_is_rounded_half_up_but_never_to_none_or_all(share: Fraction, said: int) -> None:
    assert percent(share) == said


def test_all_the_same_is_the_middle() -> None:
    assert place(0, 8, 8) == Fraction(1, 2)
