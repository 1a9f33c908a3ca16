"""The strip of years: what is known stands at its value, a gap is hatched, other rules break the line."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_analysis.figures.strip import scale_of, strip
from ita_analysis.queries.history import MEANS_BY_YEAR_COLUMNS
from ita_analysis.queries.peers import PEERS_BY_YEAR_COLUMNS
from ita_analysis.scoring import Year, years
from ita_analysis.scoring.years import MOST_YEARS
from tests.figures.drawn import PHONE, WIDE, Drawn, boxes, drawn, is_hatched, overlapping, words_of

OLD = (("AA", Decimal(95)), ("A", Decimal(85)), ("B", Decimal(75)), ("F", Decimal(0)))
NEW = (("", Decimal(95)), ("", Decimal(85)), ("", Decimal(70)), ("", Decimal(0)))
CUTS = {year: OLD if year < 2566 else NEW for year in range(2562, 2570)}
SOME = {2563: 62.0, 2564: 70.0, 2566: 80.0, 2567: 85.0}
scores = st.dictionaries(st.integers(2561, 2568), st.integers(0, 10000).map(lambda cents: cents / 100), min_size=1)


def _peers(*rows: dict[str, Any]) -> pd.DataFrame:
    full = [
        {"p10": 60.0, "p25": 65.0, "p50": 70.0, "p75": 80.0, "p90": 90.0, "lowest_score": 55.0, **row} for row in rows
    ]
    return pd.DataFrame(full, columns=list(PEERS_BY_YEAR_COLUMNS)).astype({"scores": object})


def _means(*rows: tuple[int, bool, float]) -> pd.DataFrame:
    made = [dict(zip(("fiscal_year_be", "is_nation", "mean_score"), row, strict=True)) for row in rows]
    return pd.DataFrame(made, columns=list(MEANS_BY_YEAR_COLUMNS))


def _drawn(shown: tuple[Year, ...], peers: pd.DataFrame | None = None, means: pd.DataFrame | None = None) -> Drawn:
    return drawn(strip(shown, _peers() if peers is None else peers, _means() if means is None else means, CUTS))


def _pairs(trace: Drawn) -> list[tuple[float, float]]:
    xs = list(trace["x"])
    return [(xs[at], xs[at + 1]) for at in range(0, len(xs), 3)]


def test_a_year_without_a_score_is_a_hatched_column_and_no_mark() -> None:
    missing, *_, own = _drawn(years(SOME, 2567))["data"]
    assert is_hatched(missing)
    assert list(missing["x"]) == [2]
    assert list(own["x"]) == [0, 1, 3, 4]
    assert list(own["y"]) == list(SOME.values())


def test_a_score_of_zero_is_a_mark() -> None:
    missing, *_, own = _drawn(years({2564: 0.0}, 2564))["data"]
    assert (list(missing["x"]), list(own["y"])) == ([], [0.0])


def test_the_line_is_whole_dashed_or_broken_as_the_rules_are() -> None:
    *_, solid, dashed, _ = _drawn(years({**SOME, 2562: 60.0, 2565: 75.0}, 2567))["data"]
    assert (solid["line"]["dash"], _pairs(solid)) == ("solid", [(1, 2), (2, 3)])
    assert dashed["line"]["dash"] != "solid"
    assert _pairs(dashed) == [(0, 1), (4, 5)]


def test_the_old_model_is_joined_to_nothing() -> None:
    figure = _drawn(years({2560: 80.0, 2561: 81.0, 2562: 60.0}, 2562))
    *_, solid, dashed, own = figure["data"]
    assert _pairs(solid) == _pairs(dashed) == []
    assert len(own["x"]) == 3
    assert sum(shape["type"] == "line" and shape["x0"] == shape["x1"] for shape in figure["layout"]["shapes"]) == 2


@settings(max_examples=40)
@given(scores)
def test_every_year_is_a_mark_or_hatched(known: dict[int, float]) -> None:
    shown = years(known, 2568)
    missing, *_, own = _drawn(shown)["data"]
    assert sorted([*missing["x"], *own["x"]]) == list(range(len(shown)))


def test_few_others_are_marks_within_their_column_and_many_a_spread() -> None:
    few = {"fiscal_year_be": 2566, "other_count": 6, "scores": [60.0, 61.0, 62.0, 70.0, 71.0, 99.0]}
    many = {"fiscal_year_be": 2567, "other_count": 8300, "scores": None}
    figure = _drawn(years(SOME, 2567), _peers(few, many))
    marks, medians = figure["data"][1:3]
    assert sorted(marks["y"]) == few["scores"]
    assert all(abs(x - 3) < 0.5 for x in marks["x"])
    assert (list(medians["x"]), list(medians["y"])) == ([3, 4], [70.0, 70.0])
    spreads = [shape for shape in figure["layout"]["shapes"] if shape["type"] == "rect"]
    assert [(shape["y0"], shape["y1"]) for shape in spreads] == [(60.0, 90.0), (65.0, 80.0)]
    assert sum(len(trace["x"]) for trace in figure["data"]) < 40, "it costs what it shows"


def test_a_group_of_less_than_five_others_is_not_drawn() -> None:
    figure = _drawn(
        years(SOME, 2567), _peers({"fiscal_year_be": 2567, "other_count": 4, "scores": [1.0, 2.0, 3.0, 4.0]})
    )
    assert [list(trace["x"]) for trace in figure["data"][1:3]] == [[], []]


def test_published_means_are_hollow_and_say_whose_they_are_not() -> None:
    figure = _drawn(years(SOME, 2567), means=_means((2564, True, 81.25), (2564, False, 83.1), (2569, True, 99.0)))
    nation, province = figure["data"][3:5]
    assert (list(nation["y"]), list(province["y"])) == ([81.25], [83.1])
    assert all(each["marker"]["symbol"].endswith("open") for each in (nation, province))
    assert nation["marker"]["symbol"] != province["marker"]["symbol"]
    assert all("ไม่ใช่คะแนนของหน่วยงาน" in each["text"][0] for each in (nation, province))


def test_the_axis_holds_all_that_is_shown() -> None:
    shown = years(SOME, 2567)
    assert scale_of(shown, _peers(), _means()) == 60
    assert scale_of(shown, _peers(), _means((2564, True, 41.0))) == 40
    many = _peers({"fiscal_year_be": 2567, "other_count": 8300, "scores": None, "p10": 35.0})
    assert scale_of(shown, many, _means()) == 30
    assert scale_of(years({2567: 99.0}, 2567), _peers(), _means()) == 60
    assert scale_of(years({2567: 0.0}, 2567), _peers(), _means()) == 0


def test_each_value_is_printed_and_a_missing_one_is_not_zero() -> None:
    said = words_of(_drawn(years(SOME, 2567)))
    assert [f"<b>{score:.2f}</b>" in said for score in SOME.values()] == [True] * 4
    assert "–" in said
    assert "<b>0.00</b>" not in said


def test_names_of_close_levels_do_not_lie_over_each_other() -> None:
    cuts = {2564: (("D", Decimal(55)), ("E", Decimal(50)), ("F", Decimal(0)))}
    made = drawn(strip(years({2564: 5.0}, 2564), _peers(), _means(), cuts))
    assert overlapping(boxes(made, WIDE)) == []
    assert "D 55" in words_of(made)
    assert "E 50" not in words_of(made)


@pytest.mark.parametrize("width", [PHONE - 16, WIDE])
@pytest.mark.parametrize("first", range(2561, 2569))
def test_no_words_lie_over_each_other(first: int, width: int) -> None:
    shown = years({year: 60.0 + year - first for year in range(first, 2569)}, 2568)
    assert len(shown) <= MOST_YEARS
    found = boxes(_drawn(shown), width)
    assert overlapping(found) == []
    assert min(box.left for box in found) >= 0
    assert max(box.right for box in found) <= width
