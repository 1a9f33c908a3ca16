"""The dots of indicators: what is known stands at its value, what is missing is hatched and never zero."""

from __future__ import annotations

from typing import Any, get_args

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_analysis import framework
from ita_analysis.figures.dots import Years, indicator_dots
from ita_analysis.figures.style import ACCENT_TINT, DEVELOP, INK, SURFACE, URGENT
from ita_analysis.scoring import Status, weakness_rule
from ita_analysis.sentences.parts import SEPARATOR
from ita_analysis.texts import say
from tests.figures.drawn import NARROW, PHONE, WIDE, Drawn, boxes, drawn, is_hatched, overlapping, share
from tests.sentences.tables import board

STARTS = [95.0, 85.0, 75.0, 65.0, 55.0, 50.0, 0.0]
BANDS = pd.DataFrame({"min_total": STARTS, "grade": ["AA", *"ABCDEF"], "label_th": ["AA", *"ABCDEF"]})
WORDS = pd.DataFrame(
    {
        "min_total": [95.0, 85.0, 85.0, 70.0, 0.0],
        "grade": ["excellent", "good", "pass", "improve", "urgent"],
        "label_th": ["ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน", "ต้องปรับปรุง", "ต้องปรับปรุงโดยด่วน"],
    }
)
LIMITS = [75.0, 85.0, 95.0]
YEARS = Years(2564, 2563)
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
    shown = board(weak, known, means).assign(**about.get("also", {}))
    return drawn(indicator_dots(shown.iloc[: about.get("count", 10)], bands, about.get("limits", LIMITS), YEARS))


def _notes(figure: Drawn, side: str) -> list[Drawn]:
    """Return the annotations of the rows that hang on one side of the figure: names left, values right."""
    rows = [each for each in figure["layout"]["annotations"] if each.get("yref") != "paper"]
    return [each for each in rows if each.get("xanchor") == side]


def test_scores_and_means_are_drawn_at_their_values() -> None:
    _, context, own, _ = _drawn(known=SCORES, means=MEANS)["data"]
    assert [x for x in own["x"] if not pd.isna(x)] == list(SCORES.values())
    assert list(context["x"]) == list(MEANS.values())
    assert own["y"] == context["y"] == list(range(10))
    assert own["type"] == context["type"] == "scatter", "a mark, no bar"


def test_a_missing_score_is_a_hatched_track_over_the_whole_axis() -> None:
    missing, _, own, _ = _drawn(known=SCORES)["data"]
    assert is_hatched(missing)
    assert (list(missing["x"]), list(missing["y"])) == ([100], [9])
    assert pd.isna(own["x"][9]), "no mark at zero"


def test_all_scores_missing_are_ten_hatched_tracks_and_no_mark() -> None:
    missing, context, own, _ = _drawn()["data"]
    assert list(missing["x"]) == [100] * 10
    assert all(pd.isna(x) for x in [*own["x"], *context["x"]])


def test_a_score_of_zero_is_a_mark_and_no_hatched_track() -> None:
    figure = _drawn(known={1: 0.0})
    missing, _, own, _ = figure["data"]
    assert own["x"][0] == 0.0
    assert 0 not in missing["y"]
    assert _notes(figure, "right")[0]["text"] == "<b>0.00</b>"


@settings(max_examples=40)
@given(scores)
def test_each_row_has_either_a_mark_or_a_hatched_track(known: dict[int, float]) -> None:
    figure = _drawn(known=known)
    missing, _, own, _ = figure["data"]
    marked = [row for row, x in enumerate(own["x"]) if not pd.isna(x)]
    assert sorted([*marked, *missing["y"]]) == list(range(10))
    tracks = [each["y0"] for each in figure["layout"]["shapes"] if each.get("x1") == 100 and each["y0"] == each["y1"]]
    assert tracks == marked, "an own line under each mark, none under a hatched track"


def test_the_mean_of_a_province_is_a_hollow_mark_that_says_whose_it_is() -> None:
    _, context, own, _ = _drawn(means={1: 92.57})["data"]
    assert context["marker"]["symbol"].endswith("-open")
    assert not any(symbol.endswith("-open") for symbol in own["marker"]["symbol"])
    assert context["text"] == [say("figure.province_mean", score="92.57"), *[""] * 9]


def test_levels_differ_by_shape_and_not_by_colour_alone() -> None:
    _, _, own, _ = _drawn(known=BY_LEVEL)["data"]
    symbols, colours = own["marker"]["symbol"], own["marker"]["color"]
    assert len(set(symbols[:4])) == len(set(colours[:4])) == 4
    assert len(own["x"]) == len(symbols) == len(colours) == 10


def test_every_level_can_be_drawn() -> None:
    _, _, own, _ = _drawn(known=BY_LEVEL)["data"]
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
    assert [(no, name["text"][-1]) for no, name in enumerate(names, 1) if name["text"][-1] in "◆▲"] == [
        (7, "◆"),
        (8, "▲"),
    ]
    colours = {no: name["font"]["color"] for no, name in enumerate(names, 1) if name["font"]["color"] != INK}
    assert colours == {7: DEVELOP, 8: URGENT}


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


def test_levels_in_words_stand_over_their_bands_too() -> None:
    notes = [each for each in _drawn(bands=WORDS)["layout"]["annotations"] if each.get("yref") == "paper"]
    assert {each["text"]: each["x"] for each in notes} == {
        "ผ่านดีเยี่ยม": 95.0, "ผ่าน/ผ่านดี": 90.0, "ต้องปรับปรุง": 77.5, "ต้องปรับปรุงโดยด่วน": 35.0,
    }  # fmt: skip


def test_cut_offs_that_have_room_are_said_and_near_limits_stand_in_two_lines() -> None:
    axis = _drawn(limits=[84.0, 86.0, 95.0])["layout"]["xaxis"]
    said = dict(zip(axis["tickvals"], axis["ticktext"], strict=True))
    assert {tick: words for tick, words in said.items() if words} == {
        0: "0", 50: "50", 65: "65", 75: "75", 84: "84", 86: "<br>86", 95: "95",
    }  # fmt: skip
    assert said[85.0] == "", "a level's start beside a limit has no room"


COMPARED = {"before": [20.0, *[float("nan")] * 9], "change": [-10.0, *[float("nan")] * 9]}
WITH_BEFORE = {**COMPARED, "change_words": ["−10.00", *[""] * 9]}


def test_the_year_before_is_a_ring_joined_to_the_dot_with_its_change_printed() -> None:
    figure = _drawn(known=SCORES, also=WITH_BEFORE)
    *_, own, before = figure["data"]
    assert before["marker"]["symbol"] == "circle-open"
    assert [x for x in before["x"] if not pd.isna(x)] == [20.0]
    joins = [each for each in figure["layout"]["shapes"] if each["type"] == "line" and each["line"]["width"] == 3]
    assert [(each["x0"], each["x1"], each["y0"]) for each in joins] == [(20.0, own["x"][0], 0)]
    texts = [each["text"] for each in figure["layout"]["annotations"]]
    assert texts.count("−10.00") == 1
    assert say("figure.change") in texts
    assert before["text"][0] == say("figure.before", year=2563, score="20.00")


def test_without_a_year_to_compare_nothing_is_joined_or_headed() -> None:
    figure = _drawn(known=SCORES)
    assert all(pd.isna(x) for x in figure["data"][3]["x"])
    assert say("figure.change") not in [each["text"] for each in figure["layout"]["annotations"]]
    assert [each for each in figure["layout"]["shapes"] if each["line"].get("width") == 3] == []


def test_every_mark_says_which_indicator_it_is_of_and_none_fades_at_a_click() -> None:
    missing, *others = _drawn(known=dict.fromkeys(range(1, 10), 50.0), means=MEANS)["data"]
    assert list(missing["customdata"]) == [10]
    assert all(list(trace["customdata"]) == list(range(1, 11)) for trace in others)
    assert all(trace["unselected"]["marker"]["opacity"] == 1 for trace in (missing, *others))
    assert all(trace["hoverinfo"] != "skip" for trace in (missing, *others)), "Plotly tells of no click on these"


def test_the_chosen_one_has_a_ground_of_its_own() -> None:
    figure = drawn(indicator_dots(board(scores=SCORES), BANDS, LIMITS, YEARS, 4))
    (ground,) = [each for each in figure["layout"]["shapes"] if each.get("fillcolor") == ACCENT_TINT]
    assert ground["y0"] < 3 < ground["y1"]
    assert [each for each in _drawn(known=SCORES)["layout"]["shapes"] if each.get("fillcolor") == ACCENT_TINT] == []


def test_what_is_noted_beside_an_indicator_is_text_and_no_markup() -> None:
    figure = _drawn(known=SCORES, also={"note": "<b>ต่ำ</b>", "short_name_th": "<i>ชื่อ</i>"})
    texts = [each["text"] for each in figure["layout"]["annotations"]]
    assert texts.count("&lt;b&gt;ต่ำ&lt;/b&gt;") == 10
    assert not any("<i>" in text for text in texts)


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
    rows = [(each.grade, each.label_th, float(each.min_total)) for each in pack.bands]
    bands = pd.DataFrame(rows, columns=["grade", "label_th", "min_total"])
    figure = drawn(indicator_dots(shown, bands, limits, YEARS))
    assert overlapping(boxes(figure, PHONE)) == []
    assert [box for box in boxes(figure, PHONE) if box.right > PHONE] == []


@pytest.mark.parametrize("year", framework.fiscal_years())
@pytest.mark.parametrize("width", [PHONE, NARROW])
def test_the_fullest_rows_of_every_year_find_their_room(width: int, year: int) -> None:
    pack, rule = framework.load(year), weakness_rule(framework.load(year))
    notes = SEPARATOR.join([say("weaknesses.note.lowest"), say("weaknesses.note.not_named")])
    shown = board(scores=dict.fromkeys(range(1, 11), 100.0)).assign(
        short_name_th=[pack.name(no, "short") for no in range(1, 11)],
        note=notes, before=0.0, change=100.0, change_words="+100.00",
    )  # fmt: skip
    limits = [float(each) for each in (rule.urgent_below, rule.develop_below, rule.good_below)]
    rows = [(each.grade, each.label_th, float(each.min_total)) for each in pack.bands]
    figure = drawn(indicator_dots(shown, pd.DataFrame(rows, columns=["grade", "label_th", "min_total"]), limits, YEARS))
    assert overlapping(boxes(figure, width)) == []
    assert [box for box in boxes(figure, width) if box.right > width or box.left < 0] == []


def test_names_stand_clear_of_their_own_marks() -> None:
    figure = _drawn(known=SCORES)
    layout, half = figure["layout"], figure["data"][2]["marker"]["size"] / 2
    room = layout["height"] - layout["margin"]["t"] - layout["margin"]["b"]
    for row, name in enumerate(
        each for each in boxes(figure, WIDE) if each.words.startswith("<b>") and "ชื่อ" in each.words
    ):
        middle = layout["margin"]["t"] + (1 - share(row, layout["yaxis"]["range"])) * room
        assert name.bottom <= middle - half + 3, "the name would lie on its mark"
