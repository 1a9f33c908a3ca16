"""Steps of all measures, round by round: done, not stated, not done; a round without results is not nothing done."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_analysis.figures.steps import steps_by_round
from ita_analysis.texts import say
from tests.figures.drawn import NARROW, PHONE, WIDE, Drawn, boxes, drawn, is_hatched, overlapping, words_of
from tests.sentences.tables import rounds

SIX = [
    {"round_months": 6, "step_count": 3, "done_count": 2, "result_count": 1},
    {"round_months": 6, "step_count": 3, "done_count": 1, "not_done_count": 1, "result_count": 1},
]
FOUR = [{"round_months": m, "step_count": 120, "done_count": 100, "result_count": int(m < 9)} for m in (3, 6, 9, 12)]
counts = st.integers(0, 4)
states = st.tuples(st.sampled_from([3, 6, 9, 12]), counts, counts, counts, st.integers(0, 2)).map(
    lambda made: {
        "round_months": made[0], "done_count": made[1], "not_done_count": made[2],
        "step_count": made[1] + made[2] + made[3], "result_count": made[4],
    }
)  # fmt: skip


def _drawn(*made: dict[str, int]) -> Drawn:
    return drawn(steps_by_round(rounds(*made)))


def test_steps_are_bars_of_their_number() -> None:
    figure = _drawn(*SIX)
    done, not_stated, not_done = figure["data"]
    assert [list(each["x"]) for each in (done, not_stated, not_done)] == [[3], [2], [1]]
    assert [is_hatched(each) for each in (done, not_stated, not_done)] == [False, True, False]
    (said,) = words_of(figure)
    assert all(
        part in said
        for part in (
            say("figure.round", months=6), say("figure.done", done=3, steps=6), say("figure.not_stated", count=2),
        )
    )  # fmt: skip


def test_what_is_not_done_differs_from_what_is_done_by_more_than_its_colour() -> None:
    done, _, not_done = _drawn(*SIX)["data"]
    assert not_done["marker"]["line"]["width"] > 0
    assert "line" not in done["marker"]


def test_a_round_where_all_is_stated_says_nothing_of_what_is_not() -> None:
    (said,) = words_of(_drawn({"round_months": 6, "step_count": 1, "done_count": 1, "result_count": 1}))
    assert say("figure.not_stated", count=0) not in said


def test_a_round_without_results_is_hatched_whole_and_says_so() -> None:
    figure = _drawn({"round_months": 6, "step_count": 4})
    done, unknown, not_done = figure["data"]
    assert (list(done["x"]), list(unknown["x"]), list(not_done["x"])) == ([0], [4], [0])
    (said,) = words_of(figure)
    assert say("figure.no_result") in said
    assert say("figure.done", done=0, steps=4) not in said, "nobody said that none is done"


@settings(max_examples=40)
@given(st.lists(states, min_size=1, max_size=6))
def test_the_bar_of_a_round_is_as_long_as_its_steps(made: list[dict[str, int]]) -> None:
    figure = _drawn(*made)
    months = sorted({state["round_months"] for state in made})
    assert len(words_of(figure)) == len(months)
    for number, month in enumerate(months):
        steps = sum(state["step_count"] for state in made if state["round_months"] == month)
        assert sum(int(trace["x"][number]) for trace in figure["data"]) == steps
        assert all(int(trace["x"][number]) >= 0 for trace in figure["data"])
        assert words_of(figure)[number].startswith(f"<b>{say('figure.round', months=month)}</b>")


@pytest.mark.parametrize("width", [PHONE, NARROW, WIDE])
def test_no_words_lie_over_each_other_or_beyond_the_figure(width: int) -> None:
    figure = _drawn(*FOUR)
    placed = boxes(figure, width)
    assert overlapping(placed) == []
    height = figure["layout"]["height"]
    assert [box for box in placed if box.right > width or box.top < 0 or box.bottom > height] == []


def test_bars_and_the_words_over_them_keep_apart() -> None:
    layout = _drawn(*FOUR)["layout"]
    room = layout["height"] - layout["margin"]["t"] - layout["margin"]["b"]
    lowest, highest = layout["yaxis"]["range"]
    half_a_bar = room / abs(lowest - highest) * (1 - layout["bargap"]) / 2
    notes = layout["annotations"]
    assert all(each["yanchor"] == "bottom" and each["yshift"] >= half_a_bar for each in notes)
