"""The staircase: heights are the points, the chosen steps stand apart, and words never lie over words."""

from __future__ import annotations

from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_analysis.figures.staircase import axis_span, staircase
from ita_analysis.figures.style import ACCENT, MUTED
from ita_analysis.texts import say
from tests.figures.drawn import NARROW, PHONE, WIDE, Drawn, boxes, drawn, overlapping, words_of

LETTERS = pd.DataFrame(
    {"label_th": ["AA", "A", "B", "C", "D", "E", "F"], "min_total": [95.0, 85.0, 75.0, 65.0, 55.0, 50.0, 0.0]}
)
WORDS = pd.DataFrame(
    {
        "label_th": ["ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน", "ต้องปรับปรุง", "ต้องปรับปรุงโดยด่วน"],
        "min_total": [95.0, 85.0, 85.0, 70.0, 0.0],
    }
)
GAINS = [5.0, 5.0, 1.25, 1.25, 1.0, 0.8, 0.57, 0.5]
gains = st.lists(st.sampled_from(GAINS), min_size=1, max_size=43)


def _drawn(start: float, made: list[float], chosen: int, rest: float = 0.0, bands: pd.DataFrame = LETTERS) -> Drawn:
    stairs = pd.DataFrame({"code": [f"O{number + 1}" for number in range(len(made))], "gain": made})
    stairs["total"] = start + stairs["gain"].cumsum()
    return drawn(staircase(stairs, start, chosen, bands, rest))


def test_the_steps_of_the_way_are_in_the_accent_and_the_others_muted() -> None:
    chosen, others = _drawn(74.43, GAINS, 3)["data"]
    assert (chosen["line"]["color"], others["line"]["color"]) == (ACCENT, MUTED)
    assert (list(chosen["y"])[-1], next(iter(others["y"]))) == (pytest.approx(85.68), pytest.approx(85.68))
    assert next(iter(chosen["y"])) == 74.43


@settings(max_examples=40)
@given(made=gains, chosen=st.integers(0, 5))
def test_each_riser_is_as_high_as_its_gain(made: list[float], chosen: int) -> None:
    chosen = min(chosen, len(made))
    heights = [y for trace in _drawn(40.0, made, chosen)["data"] for y in trace["y"]]
    rises = [after - before for before, after in pairwise(heights) if after - before > 1e-9]
    assert rises == pytest.approx(made)


def test_values_before_after_the_way_and_after_all_are_printed() -> None:
    said = words_of(_drawn(74.43, GAINS, 3, 5.2))
    assert all(any(value in words for words in said) for value in ("74.43", "85.68", "89.80", "+5.00"))
    assert say("figure.rest", points="5.20") in said


def test_a_band_is_named_with_its_cut_off_and_those_that_begin_together_stand_together() -> None:
    said = words_of(_drawn(80.0, GAINS, 3, bands=WORDS))
    (both,) = [words for words in said if "ผ่านดี<" in words]
    assert "ผ่าน</b>" in both
    assert say("figure.from_score", score="85") in both


def test_the_axis_is_cut_below_the_start_and_shows_the_rest() -> None:
    low, high = axis_span(74.43, 89.8, 5.2)
    assert low < 74.43
    assert high > 95
    assert axis_span(1.0, 2.0)[0] >= -2


def test_without_a_rest_nothing_is_said_of_surveys() -> None:
    assert not any(say("figure.rest", points="0.00") in words for words in words_of(_drawn(74.43, GAINS, 3)))


@pytest.mark.parametrize("width", [PHONE, NARROW, WIDE])
@pytest.mark.parametrize(
    ("start", "made", "chosen", "rest", "bands"),
    [
        (74.43, GAINS, 3, 5.2, LETTERS),
        (84.6, [0.5], 1, 9.9, LETTERS),
        (87.92, [1.25, 1.25, 1.0, 1.0, 1.0, 0.5, 0.4, 0.4], 1, 0.28, WORDS),
        (20.0, [5.0, 5.0, *[1.25] * 8, *[0.5] * 33], 12, 0.0, LETTERS),
        (93.9, [0.44], 0, 0.65, LETTERS),
    ],
)
def test_no_words_lie_over_each_other_or_beyond_the_figure(
    width: int, start: float, made: list[float], chosen: int, rest: float, bands: pd.DataFrame
) -> None:
    figure = _drawn(start, made, chosen, rest, bands)
    placed = boxes(figure, width)
    assert overlapping(placed) == []
    height = figure["layout"]["height"]
    assert [box for box in placed if box.left < 0 or box.right > width or box.top < 0 or box.bottom > height] == []


@settings(max_examples=40)
@given(made=gains, chosen=st.integers(0, 8), start=st.floats(40, 60), rest=st.sampled_from([0.0, 0.3, 4.0]))
def test_values_at_the_left_keep_apart(made: list[float], chosen: int, start: float, rest: float) -> None:
    figure = _drawn(start, made, min(chosen, len(made)), rest)
    left = [box for box in boxes(figure, PHONE) if box.right < 60]
    assert overlapping(left) == []
