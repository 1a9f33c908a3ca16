"""Table in, figure out: what is known is drawn at its value, what is missing is hatched, in light and dark."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_analysis.figures.indicators import indicator_scores
from ita_analysis.figures.steps import steps_by_round
from ita_analysis.figures.style import CONFIG, DARK, FONT, LIGHT, Palette, palette
from ita_analysis.figures.timeline import timeline
from ita_analysis.texts import say
from tests.sentences.tables import indicators, rounds

MODES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
BANDS = pd.DataFrame({"min_total": [95.0, 85.0, 75.0, 65.0, 55.0, 50.0, 0.0], "grade": list("ABCDEFG")})
SCORES = {no: 10.0 * no for no in range(1, 10)}
MEANS = {no: 50.0 + no for no in range(1, 11)}


def _drawn(figure: Any) -> dict[str, Any]:
    drawn: dict[str, Any] = figure.to_plotly_json()
    return drawn


def _evidence(*rows: tuple[str, bool, str]) -> pd.DataFrame:
    days = [(pd.Timestamp(day), pd.Timestamp("2020-10-01"), within, title) for day, within, title in rows]
    return pd.DataFrame(days, columns=["stated_on", "starts_on", "is_within_round", "title"])


DATES = _evidence(("2020-01-06", False, "หนึ่ง"), ("2020-01-07", False, "สอง"), ("2021-01-05", True, "สาม"))
TWO_ROUNDS = rounds({"round_months": 6, "result_count": 1}, {"round_months": 12})


def _figures(colours: Palette) -> list[dict[str, Any]]:
    steps = rounds({"round_months": 6, "step_count": 3, "done_count": 2, "result_count": 1}, {"round_months": 12})
    made = (
        indicator_scores(indicators(scores=SCORES, means=MEANS), BANDS, colours),
        steps_by_round(steps, colours),
        timeline(DATES, TWO_ROUNDS, colours),
    )
    return [_drawn(figure) for figure in made]


def _hatched(trace: dict[str, Any]) -> bool:
    return bool(trace["marker"].get("pattern", {}).get("shape"))


@MODES
def test_scores_are_drawn_at_their_values(colours: Palette) -> None:
    _, context, own, _ = _drawn(indicator_scores(indicators(scores=SCORES, means=MEANS), BANDS, colours))["data"]
    assert [x for x in own["x"] if not pd.isna(x)] == list(SCORES.values())
    assert own["y"] == context["y"] == list(range(10))
    assert list(context["x"]) == list(MEANS.values())
    assert own["type"] == context["type"] == "scatter", "a mark, no bar"


@MODES
def test_a_missing_score_is_a_hatched_track_over_the_whole_axis(colours: Palette) -> None:
    missing, _, own, _ = _drawn(indicator_scores(indicators(scores=SCORES), BANDS, colours))["data"]
    assert _hatched(missing)
    assert (list(missing["x"]), list(missing["y"])) == ([100], [9])
    assert pd.isna(own["x"][9]), "no mark at zero"


def test_all_scores_missing_are_ten_hatched_tracks_and_no_mark() -> None:
    missing, context, own, _ = _drawn(indicator_scores(indicators(), BANDS, LIGHT))["data"]
    assert list(missing["x"]) == [100] * 10
    assert all(pd.isna(x) for x in [*own["x"], *context["x"]])


def test_a_score_of_zero_is_a_mark_and_no_hatched_track() -> None:
    figure = _drawn(indicator_scores(indicators(scores={1: 0.0}), BANDS, LIGHT))
    missing, _, own, _ = figure["data"]
    assert own["x"][0] == 0.0
    assert 0 not in missing["y"]
    assert figure["layout"]["yaxis2"]["ticktext"][0] == "<b>0.00</b>"


def test_the_mean_of_a_province_is_a_hollow_mark_that_says_whose_it_is() -> None:
    _, context, own, _ = _drawn(indicator_scores(indicators(means={1: 92.57}), BANDS, LIGHT))["data"]
    assert context["marker"]["symbol"].endswith("-open")
    assert not own["marker"]["symbol"].endswith("-open")
    assert context["text"][0] == say("figure.province_mean", score="92.57")


def test_a_mean_that_is_missing_has_no_words() -> None:
    _, context, *_ = _drawn(indicator_scores(indicators(means={1: 92.57}), BANDS, LIGHT))["data"]
    assert [said for said in context["text"] if "nan" in str(said)] == []


def test_every_indicator_has_its_name_number_and_value_in_words() -> None:
    axes = _drawn(indicator_scores(indicators(scores=SCORES), BANDS, LIGHT))["layout"]
    names, values = axes["yaxis"]["ticktext"], axes["yaxis2"]["ticktext"]
    assert [f"ป้ายที่ {no}" in name and str(no) in name for no, name in enumerate(names, 1)] == [True] * 10
    assert values == [f"<b>{10 * no:.2f}</b>" for no in range(1, 10)] + [say("missing")]
    assert axes["yaxis"]["range"] == axes["yaxis2"]["range"] == [9.5, -0.5], "the first one stands on top"


@pytest.mark.parametrize("bands", [BANDS, BANDS.iloc[:0]], ids=["known", "unknown"])
def test_the_axis_of_scores_is_fixed(bands: pd.DataFrame) -> None:
    axis = _drawn(indicator_scores(indicators(scores={1: 88.0}), bands, LIGHT))["layout"]["xaxis"]
    lowest, highest = axis["range"]
    assert (lowest <= 0, highest >= 100) == (True, True)
    assert axis["fixedrange"]
    assert len(axis["tickvals"]) == len(axis["ticktext"])


@MODES
def test_steps_are_bars_of_their_number(colours: Palette) -> None:
    six = [
        {"round_months": 6, "step_count": 3, "done_count": 2, "result_count": 1},
        {"round_months": 6, "step_count": 3, "done_count": 1, "not_done_count": 1, "result_count": 1},
    ]
    done, not_stated, not_done = _drawn(steps_by_round(rounds(*six), colours))["data"]
    assert [list(each["x"]) for each in (done, not_stated, not_done)] == [[3], [2], [1]]
    assert [_hatched(each) for each in (done, not_stated, not_done)] == [False, True, False]
    assert done["y"] == [say("figure.round", months=6)]
    assert done["text"] == [say("figure.done", done=3, steps=6)]
    assert not_stated["text"] == [say("figure.not_stated", count=2)]


def test_a_round_without_results_is_hatched_whole_and_says_so() -> None:
    figure = _drawn(steps_by_round(rounds({"round_months": 6, "step_count": 4}), LIGHT))
    done, unknown, not_done = figure["data"]
    assert (list(done["x"]), list(unknown["x"]), list(not_done["x"])) == ([0], [4], [0])
    assert unknown["text"] == [say("figure.no_result")]
    assert done["text"] == [""], "nothing is written into a bar that is not there"


counts = st.integers(0, 4)
states = st.tuples(st.sampled_from([3, 6, 9, 12]), counts, counts, counts, st.integers(0, 2)).map(
    lambda drawn: {
        "round_months": drawn[0], "done_count": drawn[1], "not_done_count": drawn[2],
        "step_count": drawn[1] + drawn[2] + drawn[3], "result_count": drawn[4],
    }
)  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(st.lists(states, min_size=1, max_size=6))
def test_the_bar_of_a_round_is_as_long_as_its_steps(made: list[dict[str, int]]) -> None:
    traces = _drawn(steps_by_round(rounds(*made), LIGHT))["data"]
    months = sorted({state["round_months"] for state in made})
    for number, month in enumerate(months):
        steps = sum(state["step_count"] for state in made if state["round_months"] == month)
        assert sum(int(trace["x"][number]) for trace in traces) == steps


@MODES
def test_dates_stand_at_their_day_and_those_outside_are_named(colours: Palette) -> None:
    figure = _drawn(timeline(DATES, TWO_ROUNDS, colours))
    within, outside = figure["data"]
    assert list(within["x"]) == [pd.Timestamp("2021-01-05")]
    assert list(outside["x"]) == [pd.Timestamp("2020-01-06"), pd.Timestamp("2020-01-07")]
    assert within["marker"]["symbol"] != outside["marker"]["symbol"], "never by colour alone"
    said = " ".join(_labels(figure))
    assert all(day in said for day in ("6 ม.ค. 2563", "7 ม.ค. 2563", "5 ม.ค. 2564", say("figure.outside")))


def test_the_time_line_shows_every_date_and_round() -> None:
    figure = _drawn(timeline(DATES, TWO_ROUNDS, LIGHT))
    first, last = figure["layout"]["xaxis"]["range"]
    assert first < pd.Timestamp("2020-01-06")
    assert last > pd.Timestamp("2021-09-30")
    said = _labels(figure)
    assert {say("figure.round", months=m) for m in (6, 12)} <= set(said)
    assert figure["layout"]["xaxis"]["ticktext"], "the months have to be Thai, so they are written out"
    assert len(figure["layout"]["xaxis"]["ticktext"]) == len(figure["layout"]["xaxis"]["tickvals"])


@pytest.mark.parametrize("within", [True, False])
def test_one_date_alone(within: bool) -> None:
    figure = _drawn(timeline(_evidence(("2021-01-05", within, "ก")), TWO_ROUNDS, LIGHT))
    assert sorted(len(trace["x"]) for trace in figure["data"]) == [0, 1]
    assert (say("figure.outside") in " ".join(_labels(figure))) is not within


def test_the_title_of_a_measure_is_words() -> None:
    title = "<a href='https://outside.example'>ก</a> & <b>ข</b>"
    within, _ = _drawn(timeline(_evidence(("2021-01-05", True, title)), TWO_ROUNDS, LIGHT))["data"]
    (said,) = within["text"]
    assert "<a" not in said
    assert "<b>" not in said
    assert "&lt;a" in said


def _labels(figure: dict[str, Any]) -> list[str]:
    return [str(each["text"]) for each in figure["layout"]["annotations"]]


def _colours(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        for each in part.values():
            yield from _colours(each)
    elif isinstance(part, list | tuple):
        for each in part:
            yield from _colours(each)
    elif isinstance(part, str) and part.startswith("#"):
        yield part


@MODES
def test_a_figure_uses_the_colours_of_its_mode_alone(colours: Palette) -> None:
    own = set(vars(colours).values())
    for figure in _figures(colours):
        layout = {name: part for name, part in figure["layout"].items() if name != "template"}
        assert set(_colours(figure["data"])) | set(_colours(layout)) <= own
        assert figure["layout"]["paper_bgcolor"] == colours.paper


@MODES
def test_text_can_be_read(colours: Palette) -> None:
    for name in ("ink", "muted", "accent", "develop"):
        assert _contrast(getattr(colours, name), colours.paper) >= 4.5, name
    assert _contrast(colours.ink, colours.band) >= 4.5
    assert _contrast(colours.paper, colours.accent) >= 4.5, "the words within a bar"


def test_the_mode_chooses_the_colours() -> None:
    assert [palette(mode) for mode in ("light", "dark", None)] == [LIGHT, DARK, LIGHT]


@MODES
def test_figures_speak_in_the_own_letters_and_cannot_be_dragged(colours: Palette) -> None:
    for figure in _figures(colours):
        layout = figure["layout"]
        assert layout["font"]["family"] == layout["hoverlabel"]["font"]["family"] == FONT
        assert layout["font"]["size"] >= 14
        assert layout["showlegend"] is False
        assert layout["dragmode"] is False
    assert CONFIG["displayModeBar"] is False


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
