"""Contrast as WCAG defines it: known values, and what holds for any two colours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_analysis.look import contrast

parts = st.integers(0, 255)
colours = st.builds("#{:02X}{:02X}{:02X}".format, parts, parts, parts)
greys = parts.map(lambda part: f"#{part:02x}{part:02x}{part:02x}")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#777777", "#FFFFFF", 4.48),
        ("#767676", "#FFFFFF", 4.54),
        ("#949494", "#FFFFFF", 3.03),
        ("#FF0000", "#FFFFFF", 4.00),
        ("#00FF00", "#FFFFFF", 1.37),
        ("#0000FF", "#FFFFFF", 8.59),
        ("#FFFFFF", "#FFFFFF", 1.0),
    ],
)
def test_known_ratios(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


@given(colours, colours)
def test_it_is_the_same_from_both_sides_and_between_1_and_21(one: str, other: str) -> None:
    assert contrast(one, other) == contrast(other, one)
    assert 1.0 <= contrast(one, other) <= 21.0 + 1e-9


@given(colours)
def test_a_colour_has_none_with_itself_and_the_letters_of_its_code_do_not_matter(one: str) -> None:
    assert contrast(one, one) == 1.0
    assert contrast(one.lower(), "#0E1723") == contrast(one, "#0e1723")


@given(greys, greys)
def test_a_darker_grey_stands_out_more_from_white(one: str, other: str) -> None:
    if one < other:
        assert contrast(one, "#ffffff") > contrast(other, "#ffffff")
        assert contrast(one, "#000000") < contrast(other, "#000000")
