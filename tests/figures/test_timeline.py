"""The time line: rounds as bands, every date at its day, what lies outside is named with its likely slip."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_analysis.figures.style import ACCENT_TINT
from ita_analysis.figures.timeline import timeline
from ita_analysis.texts import say
from ita_analysis.thai.dates import short_date
from tests.figures.drawn import NARROW, PHONE, WIDE, Drawn, boxes, drawn, overlapping, words_of
from tests.sentences.tables import ENDS, rounds

START = date(2020, 10, 1)
TWO_ROUNDS = rounds({"round_months": 6, "result_count": 1}, {"round_months": 12})
FOUR_ROUNDS = rounds(*({"round_months": months} for months in (3, 6, 9, 12)))
Row = tuple[str, int] | tuple[str, int, str]


def _evidence(*rows: Row) -> pd.DataFrame:
    """Return dates that results of a round state: (day, months) or (day, months, title)."""
    found = []
    for day, months, *title in rows:
        stated, ends = pd.Timestamp(day), pd.Timestamp(ENDS[months])
        within = pd.Timestamp(START) <= stated <= ends
        found.append((stated, pd.Timestamp(START), ends, within, (title or ["ก"])[0]))
    return pd.DataFrame(found, columns=["stated_on", "starts_on", "ends_on", "is_within_round", "title"])


def _drawn(*rows: Row, of: pd.DataFrame = TWO_ROUNDS) -> Drawn:
    return drawn(timeline(_evidence(*rows), of))


def _slip(figure: Drawn) -> list[date]:
    """Return where the figure shows that a date would lie, were only its year wrong."""
    return [pd.Timestamp(day).date() for day in figure["data"][2]["x"]]


REAL = (("2020-01-06", 6), ("2020-01-07", 6))
MIXED = (*REAL, ("2021-01-05", 6))
MONTHLY = (("2020-11-03", 6), ("2020-12-08", 6), ("2021-01-12", 6))


def test_dates_stand_at_their_day_and_those_outside_are_named() -> None:
    figure = _drawn(*MIXED)
    within, outside, _ = figure["data"]
    assert list(within["x"]) == [pd.Timestamp("2021-01-05")]
    assert list(outside["x"]) == [pd.Timestamp("2020-01-06"), pd.Timestamp("2020-01-07")]
    assert within["marker"]["symbol"] != outside["marker"]["symbol"], "never by colour alone"
    said = " ".join(words_of(figure))
    assert all(day in said for day in ("6 ม.ค. 2563", "7 ม.ค. 2563", say("figure.outside")))


def test_the_time_line_shows_every_date_and_round() -> None:
    figure = _drawn(*MIXED)
    first, last = figure["layout"]["xaxis"]["range"]
    assert first < pd.Timestamp("2020-01-06")
    assert last > pd.Timestamp("2021-09-30")
    assert {say("figure.round", months=m) for m in (6, 12)} <= set(words_of(figure))
    assert figure["layout"]["xaxis"]["visible"] is False, "Plotly's own months would be English"


def test_a_date_after_the_last_round_is_shown_too() -> None:
    figure = _drawn(("2022-02-01", 12))
    _, last = figure["layout"]["xaxis"]["range"]
    assert last > pd.Timestamp("2022-02-01")
    (gap,) = [each for each in figure["layout"]["shapes"] if each["type"] == "line"]
    assert (gap["x0"], gap["x1"]) == (pd.Timestamp("2022-02-01"), pd.Timestamp(ENDS[12]))


@pytest.mark.parametrize(("day", "near"), [("2020-01-06", "2020-10-01"), ("2021-05-20", "2021-03-31")])
def test_the_gap_reaches_to_the_nearer_end_of_the_round(day: str, near: str) -> None:
    (gap,) = [each for each in _drawn((day, 6))["layout"]["shapes"] if each["type"] == "line"]
    assert (gap["x0"], gap["x1"]) == (pd.Timestamp(day), pd.Timestamp(near))


@pytest.mark.parametrize(("day", "is_within"), [("2021-01-05", True), ("2020-01-06", False)])
def test_one_date_alone(day: str, is_within: bool) -> None:
    figure = _drawn((day, 6))
    assert [len(trace["x"]) for trace in figure["data"][:2]] == [int(is_within), int(not is_within)]
    assert (say("figure.outside") in " ".join(words_of(figure))) is not is_within


def test_bands_follow_each_other_without_a_gap_or_an_overlap() -> None:
    shapes = [each for each in _drawn(*REAL, of=FOUR_ROUNDS)["layout"]["shapes"] if each["type"] == "rect"]
    assert shapes[0]["x0"] == pd.Timestamp(START)
    assert [each["x1"] for each in shapes] == [pd.Timestamp(ENDS[months]) for months in (3, 6, 9, 12)]
    assert {after["x0"] - before["x1"] for before, after in pairwise(shapes)} == {pd.Timedelta(days=1)}


@pytest.mark.parametrize(("reported", "tinted"), [((), None), ((3,), 3), ((3, 6), 6), ((3, 9), 9), ((12,), 12)])
def test_the_latest_round_with_a_result_is_tinted(reported: tuple[int, ...], tinted: int | None) -> None:
    shown = rounds(*({"round_months": months, "result_count": int(months in reported)} for months in (3, 6, 9, 12)))
    shapes = [each for each in _drawn(*REAL, of=shown)["layout"]["shapes"] if each["type"] == "rect"]
    marked = [shape["x1"] for shape in shapes if shape["fillcolor"] == ACCENT_TINT]
    assert marked == ([pd.Timestamp(ENDS[tinted])] if tinted else [])


@pytest.mark.parametrize(
    ("rows", "of", "key"),
    [
        (MONTHLY, TWO_ROUNDS, "round"),
        (MONTHLY, FOUR_ROUNDS, "round_short"),
        (REAL, FOUR_ROUNDS, "round_narrow"),
        ((("2019-06-01", 6),), TWO_ROUNDS, "round_short"),
    ],
)
def test_a_round_is_called_as_there_is_room_on_a_phone(rows: tuple[Row, ...], of: pd.DataFrame, key: str) -> None:
    said = set(words_of(_drawn(*rows, of=of)))
    assert {say(f"figure.{key}", months=months) for months in of["round_months"]} <= said


def test_rounds_and_marks_reach_to_both_edges() -> None:
    figure = _drawn(("2020-10-01", 6), ("2021-09-30", 12))
    first, last = figure["layout"]["xaxis"]["range"]
    assert (START - first.date(), last.date() - date(2021, 9, 30)) == (timedelta(days=1), timedelta(days=1))
    assert all(trace["cliponaxis"] is False for trace in figure["data"]), "a mark at the edge is whole"


def test_rounds_in_any_order_and_of_many_measures_are_one_band_each() -> None:
    six, twelve = {"round_months": 6, "result_count": 1}, {"round_months": 12}
    shuffled = rounds(twelve, {"round_months": 6}, twelve, six)
    assert _drawn(*REAL, of=shuffled)["layout"]["shapes"] == _drawn(*REAL)["layout"]["shapes"]


@pytest.mark.parametrize(
    ("day", "months", "right"),
    [
        ("2020-01-06", 6, "2021-01-06"),
        ("2019-01-06", 6, "2021-01-06"),
        ("2019-11-01", 6, "2020-11-01"),
        ("2022-02-01", 6, "2021-02-01"),
        ("2023-02-01", 6, "2021-02-01"),
        ("2018-01-06", 6, None),
        ("2024-01-06", 6, None),
        ("2021-05-20", 6, None),
        ("2020-05-20", 6, None),
        ("2020-05-20", 12, "2021-05-20"),
        ("2020-09-30", 12, "2021-09-30"),
        ("2019-10-01", 3, "2020-10-01"),
        ("2021-12-31", 3, "2020-12-31"),
        ("2020-01-01", 3, None),
        ("2020-02-29", 6, None),
        ("2020-02-28", 6, "2021-02-28"),
    ],
)
def test_a_slip_of_the_year_is_offered_only_where_the_date_would_lie_in_the_round(
    day: str, months: int, right: str | None
) -> None:
    figure = _drawn((day, months))
    assert _slip(figure) == ([date.fromisoformat(right)] if right else [])
    year = date.fromisoformat(right).year + 543 if right else 0
    assert (say("figure.slip", year=year) in words_of(figure)) is bool(right)


def test_a_date_in_its_round_has_no_slip() -> None:
    assert _slip(_drawn(("2021-01-05", 6))) == []


def test_the_slip_is_a_hollow_mark_that_no_date_has() -> None:
    within, outside, slip = _drawn(*MIXED)["data"]
    assert slip["marker"]["symbol"].endswith("-open")
    assert slip["marker"]["symbol"] not in {within["marker"]["symbol"], outside["marker"]["symbol"]}


days = st.integers(-900, 900).map(lambda after: START + timedelta(days=after))


@settings(max_examples=60)
@given(st.lists(st.tuples(days, st.sampled_from([3, 6, 9, 12])), min_size=1, max_size=6))
def test_any_dates_can_be_drawn(stated: Sequence[tuple[date, int]]) -> None:
    table = _evidence(*((day.isoformat(), months) for day, months in stated))
    figure = drawn(timeline(table, FOUR_ROUNDS))
    within, outside, _ = figure["data"]
    assert len(within["x"]) + len(outside["x"]) == len(stated), "every date has its mark"
    assert len(within["x"]) == int(table["is_within_round"].sum())
    first, last = figure["layout"]["xaxis"]["range"]
    assert all(first < pd.Timestamp(day) < last for trace in figure["data"] for day in trace["x"])
    for slip in _slip(figure):
        same = [(day, months) for day, months in stated if (day.day, day.month) == (slip.day, slip.month)]
        assert any(START <= slip <= date.fromisoformat(ENDS[months]) for _, months in same)


def test_the_words_at_a_mark_are_its_measure_and_its_day() -> None:
    within, *_ = _drawn(("2021-01-05", 6, "มาตรการหนึ่ง"))["data"]
    assert list(within["text"]) == [f"มาตรการหนึ่ง<br>{short_date(date(2021, 1, 5))}"]


def test_the_title_of_a_measure_is_words() -> None:
    title = "<a href='https://outside.example'>ก</a> & <b>ข</b>"
    within, *_ = _drawn(("2021-01-05", 6, title))["data"]
    (said,) = within["text"]
    assert "<a" not in said
    assert "<b>" not in said
    assert "&lt;a" in said


@pytest.mark.parametrize("width", [PHONE, NARROW, WIDE])
@pytest.mark.parametrize(
    ("rows", "of"),
    [(REAL, TWO_ROUNDS), (MIXED, TWO_ROUNDS), (MONTHLY, TWO_ROUNDS), (MONTHLY[:1], FOUR_ROUNDS), (REAL, FOUR_ROUNDS)],
    ids=["real", "mixed", "monthly", "four-rounds", "real-four-rounds"],
)
def test_no_words_lie_over_each_other_or_beyond_the_figure(rows: tuple[Row, ...], of: pd.DataFrame, width: int) -> None:
    placed = boxes(_drawn(*rows, of=of), width)
    assert overlapping(placed) == []
    assert [box for box in placed if box.left < -1 or box.right > width + 1 or box.top < 0] == []
