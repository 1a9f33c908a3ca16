"""The dots of indicators: what is known stands at its value, what is missing is hatched and never zero."""

from __future__ import annotations

from typing import Any, get_args

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_analysis import framework
from ita_analysis.figures.dots import indicator_dots
from ita_analysis.figures.style import DEVELOP, SURFACE
from ita_analysis.scoring import Status, weakness_rule
from ita_analysis.texts import say
from tests.figures.drawn import NARROW, PHONE, WIDE, Drawn, boxes, drawn, is_hatched, overlapping, share
from tests.sentences.tables import board

BANDS = pd.DataFrame({"min_total": [95.0, 85.0, 75.0, 65.0, 55.0, 50.0, 0.0], "grade": ["AA", *"ABCDEF"]})
WORDS = pd.DataFrame({"min_total": [85.0, 0.0], "grade": ["ผ่าน", "ไม่ผ่าน"]})
LIMITS = [75.0, 85.0, 95.0]
SCORES = {no: 10.0 * no for no in range(1, 10)}
MEANS = {no: 50.0 + no for no in range(1, 11)}
BY_LEVEL = {1: 50.0, 2: 80.0, 3: 90.0, 4: 99.0}
scores = st.dictionaries(st.integers(1, 10), st.integers(0, 10000).map(lambda points: points / 100))


def _drawn(
    weak: dict[int, int] | None = None,
    known: dict[int, float] | None = None,
    means: dict[int, float] | None = None,
    bands: pd.DataFrame = BANDS,
    **about: Any,
) -> Drawn:
    shown = board(weak, known, means)
    return drawn(indicator_dots(shown.iloc[: about.get("count", 10)], bands, about.get("limits", LIMITS)))


def _notes(figure: Drawn, side: str) -> list[Drawn]:
    """Return the annotations of the rows that hang on one side of the figure: names left, values right."""
    return [each for each in figure["layout"]["annotations"] if each.get("xanchor") == side]


def test_scores_and_means_are_drawn_at_their_values() -> None:
    _, context, own = _drawn(known=SCORES, means=MEANS)["data"]
    assert [x for x in own["x"] if not pd.isna(x)] == list(SCORES.values())
    assert list(context["x"]) == list(MEANS.values())
    assert own["y"] == context["y"] == list(range(10))
    assert own["type"] == context["type"] == "scatter", "a mark, no bar"


def test_a_missing_score_is_a_hatched_track_over_the_whole_axis() -> None:
    missing, _, own = _drawn(known=SCORES)["data"]
    assert is_hatched(missing)
    assert (list(missing["x"]), list(missing["y"])) == ([100], [9])
    assert pd.isna(own["x"][9]), "no mark at zero"


def test_all_scores_missing_are_ten_hatched_tracks_and_no_mark() -> None:
    missing, context, own = _drawn()["data"]
    assert list(missing["x"]) == [100] * 10
    assert all(pd.isna(x) for x in [*own["x"], *context["x"]])


def test_a_score_of_zero_is_a_mark_and_no_hatched_track() -> None:
    figure = _drawn(known={1: 0.0})
    missing, _, own = figure["data"]
    assert own["x"][0] == 0.0
    assert 0 not in missing["y"]
    assert _notes(figure, "right")[0]["text"] == "<b>0.00</b>"


@settings(max_examples=40, deadline=None)
@given(scores)
def test_each_row_has_either_a_mark_or_a_hatched_track(known: dict[int, float]) -> None:
    figure = _drawn(known=known)
    missing, _, own = figure["data"]
    marked = [row for row, x in enumerate(own["x"]) if not pd.isna(x)]
    assert sorted([*marked, *missing["y"]]) == list(range(10))
    tracks = [each["y0"] for each in figure["layout"]["shapes"] if each.get("x1") == 100 and each["y0"] == each["y1"]]
    assert tracks == marked, "an own line under each mark, none under a hatched track"


def test_the_mean_of_a_province_is_a_hollow_mark_that_says_whose_it_is() -> None:
    _, context, own = _drawn(means={1: 92.57})["data"]
    assert context["marker"]["symbol"].endswith("-open")
    assert not any(symbol.endswith("-open") for symbol in own["marker"]["symbol"])
    assert context["text"] == [say("figure.province_mean", score="92.57"), *[""] * 9]


def test_levels_differ_by_shape_and_not_by_colour_alone() -> None:
    _, _, own = _drawn(known=BY_LEVEL)["data"]
    symbols, colours = own["marker"]["symbol"], own["marker"]["color"]
    assert len(set(symbols[:4])) == len(set(colours[:4])) == 4
    assert len(own["x"]) == len(symbols) == len(colours) == 10


def test_every_level_can_be_drawn() -> None:
    _, _, own = _drawn(known=BY_LEVEL)["data"]
    assert set(board(scores=BY_LEVEL)["status"]) == set(get_args(Status)), "the test forgot a level"
    assert all(own["marker"]["symbol"])


def test_every_indicator_has_its_name_number_and_value_in_words() -> None:
    figure = _drawn(known=SCORES)
    names, values = _notes(figure, "left"), _notes(figure, "right")
    assert [f"ชื่อสั้นที่ {no}" in name["text"] and f"<b>{no}</b>" in name["text"] for no, name in enumerate(names, 1)] == [
        True
    ] * 10
    assert [each["text"] for each in values] == [*(f"<b>{10 * no:.2f}</b>" for no in range(1, 10)), say("missing")]
    assert [each["y"] for each in names] == [each["y"] for each in values] == list(range(10))
    first, last = figure["layout"]["yaxis"]["range"]
    assert first > last, "the first one stands on top"


def test_a_weak_one_is_marked_by_a_sign_and_a_colour() -> None:
    names = _notes(_drawn(weak={7: 0}, known={8: 10.0}), "left")
    assert [no for no, name in enumerate(names, 1) if "◆" in name["text"]] == [7, 8]
    assert [no for no, name in enumerate(names, 1) if name["font"]["color"] == DEVELOP] == [7, 8]


@pytest.mark.parametrize("bands", [BANDS, WORDS, BANDS.iloc[:0]], ids=["letters", "words", "unknown"])
@pytest.mark.parametrize("known", [{}, {1: 88.0}, SCORES], ids=["none", "one", "many"])
def test_the_axis_of_scores_is_fixed(bands: pd.DataFrame, known: dict[int, float]) -> None:
    axis = _drawn(known=known, bands=bands)["layout"]["xaxis"]
    assert axis["range"] == _drawn()["layout"]["xaxis"]["range"]
    lowest, highest = axis["range"]
    assert -5 <= lowest <= 0
    assert 100 <= highest <= 105
    assert axis["fixedrange"]
    assert len(axis["tickvals"]) == len(axis["ticktext"])
    assert {"0", *(f"{limit:.0f}" for limit in LIMITS)} <= set(axis["ticktext"])
    assert all(0 <= tick <= 100 for tick in axis["tickvals"])


def test_letters_of_bands_stand_over_the_middle_of_their_band() -> None:
    found = {
        each["text"]: each["x"] for each in _drawn()["layout"]["annotations"] if each["text"] in set(BANDS["grade"])
    }
    assert found == {"AA": 97.5, "A": 90.0, "B": 80.0, "C": 70.0, "D": 60.0, "E": 52.5, "F": 25.0}


def test_levels_in_words_are_not_written_over_the_bands() -> None:
    said = {each["text"] for each in _drawn(bands=WORDS)["layout"]["annotations"]}
    assert not said & set(WORDS["grade"])


def test_the_ground_ends_where_the_rule_stops_calling_it_urgent() -> None:
    shapes = _drawn()["layout"]["shapes"]
    (ground,) = [each for each in shapes if each["type"] == "rect"]
    assert (ground["x0"], ground["x1"], ground["fillcolor"]) == (0, LIMITS[0], SURFACE)
    lines = [each["x0"] for each in shapes if each["type"] == "line" and each["x0"] == each["x1"]]
    assert lines == LIMITS


def test_without_a_rule_there_is_no_ground_and_no_limit() -> None:
    shapes = _drawn(known=SCORES, limits=[])["layout"]["shapes"]
    assert [each for each in shapes if each["type"] == "rect" or each["x0"] == each["x1"]] == []


@pytest.mark.parametrize("count", [1, 2, 10])
@pytest.mark.parametrize("width", [PHONE, NARROW, WIDE])
def test_no_words_lie_over_each_other(width: int, count: int) -> None:
    figure = _drawn(weak={7: 0}, known=SCORES, count=count)
    assert overlapping(boxes(figure, width)) == []
    inside = [box for box in boxes(figure, width) if box.left < 0 or box.right > width or box.top < 0]
    assert inside == [], "words beyond the figure would be cut"


@pytest.mark.parametrize("year", framework.fiscal_years())
def test_the_real_names_and_limits_of_every_year_find_their_room_on_a_phone(year: int) -> None:
    pack, rule = framework.load(year), weakness_rule(framework.load(year))
    shown = board(weak=dict.fromkeys(range(1, 11), 0))
    shown["short_name_th"] = [pack.name(no, "short") for no in shown["indicator_no"]]
    limits = [float(each) for each in (rule.urgent_below, rule.develop_below, rule.good_below)]
    rows = [(each.grade, float(each.min_total)) for each in pack.bands]
    bands = pd.DataFrame(rows, columns=["grade", "min_total"])
    figure = drawn(indicator_dots(shown, bands, limits))
    assert overlapping(boxes(figure, PHONE)) == []
    assert [box for box in boxes(figure, PHONE) if box.right > PHONE] == []


def test_names_stand_clear_of_their_own_marks() -> None:
    figure = _drawn(known=SCORES)
    layout, half = figure["layout"], figure["data"][2]["marker"]["size"] / 2
    room = layout["height"] - layout["margin"]["t"] - layout["margin"]["b"]
    for row, name in enumerate(
        each for each in boxes(figure, WIDE) if each.words.startswith("<b>") and "ชื่อ" in each.words
    ):
        middle = layout["margin"]["t"] + (1 - share(row, layout["yaxis"]["range"])) * room
        assert name.bottom <= middle - half + 3, "the name would lie on its mark"
