"""Ten small pictures: one scale, their full height, the given order, gaps hatched."""

from __future__ import annotations

import pytest

from ita_analysis.figures.multiples import Small, multiples, scale_of
from ita_analysis.framework import load
from ita_analysis.scoring import years
from ita_analysis.texts import say
from tests.figures.drawn import PHONE, WIDE, Drawn, boxes, drawn, is_hatched, overlapping, words_of

PACK = load(2567)
KNOWN = {no: {2564: 60.0 + no, 2565: 70.0, 2567: 90.0 - no} for no in range(1, 11)}


def _smalls(known: dict[int, dict[int, float]], median: float | None = 88.0) -> list[Small]:
    return [Small(no, PACK.name(no, "tile"), years(of, 2567, 2563), median) for no, of in known.items()]


def _drawn(smalls: list[Small]) -> Drawn:
    return drawn(multiples(smalls, 85.0))


def _heights(figure: Drawn) -> list[float]:
    """Return where the marks of scores and medians stand in their pictures: 0 at the floor, 1 at the top."""
    rects = [shape for shape in figure["layout"]["shapes"] if shape["type"] == "rect"]
    found = []
    for trace in figure["data"]:
        for x, y in zip(trace["x"], trace["y"], strict=True):
            if trace.get("mode") == "markers":
                (rect,) = [
                    each
                    for each in rects
                    if each["x0"] <= x <= each["x1"] and each["y0"] - 0.01 <= y <= each["y1"] + 0.01
                ]
                found.append((rect["y1"] - y) / (rect["y1"] - rect["y0"]))
    return found


def test_each_mark_stands_in_its_own_picture_on_one_scale_over_its_full_height() -> None:
    known = {1: {2563: 50.0, 2567: 100.0}, 2: {2563: 75.0, 2567: 50.0}}
    smalls = _smalls(known, median=None)
    assert scale_of(smalls) == 50
    assert sorted(_heights(_drawn(smalls))) == pytest.approx([0.0, 0.0, 0.5, 1.0])


def test_all_ten_are_drawn_in_the_given_order_with_their_last_score() -> None:
    smalls = _smalls(dict(reversed(KNOWN.items())))
    said = words_of(_drawn(smalls))
    names = [said.index(f"<b>{each.indicator_no}</b> {each.name}") for each in smalls]
    assert names == sorted(names)
    assert all(f"<b>{90 - no:.2f}</b>" in said for no in KNOWN)
    assert len(_heights(_drawn(smalls))) == 40


def test_every_mark_carries_the_number_of_its_indicator_and_is_dimmed_by_no_click() -> None:
    known = {**KNOWN, 3: {2567: 71.0}}
    marked: dict[int, int] = {}
    for trace in _drawn(_smalls(known))["data"]:
        if trace.get("mode") != "lines":
            assert len(trace["customdata"]) == len(trace["x"])
            assert trace["unselected"]["marker"]["opacity"] == 1
            for number in trace["customdata"]:
                marked[number] = marked.get(number, 0) + 1
    assert marked == dict.fromkeys(known, 5 + 1), "five years each, known or missing, and the median of the group"


def test_a_missing_year_is_hatched_in_its_column() -> None:
    (hatched,) = [trace for trace in _drawn(_smalls({1: KNOWN[1]}))["data"] if trace["type"] == "bar"]
    assert is_hatched(hatched)
    assert list(hatched["x"]) == pytest.approx([0.1, 0.7])


def test_a_missing_last_score_says_so() -> None:
    said = words_of(_drawn(_smalls({1: {2564: 70.0}}, median=None)))
    assert say("missing") in said
    assert "<b>0.00</b>" not in said


def test_without_any_score_the_scale_still_stands() -> None:
    smalls = _smalls({no: {} for no in range(1, 11)}, median=None)
    assert scale_of(smalls) == 60
    assert len(_drawn(smalls)["layout"]["shapes"]) >= 10


@pytest.mark.parametrize("width", [PHONE - 16, 440, WIDE])
def test_no_words_lie_over_each_other(width: int) -> None:
    found = boxes(_drawn(_smalls({no: {**of, 2567: 100.0} for no, of in KNOWN.items()})), width)
    assert overlapping(found) == []
    assert min(box.left for box in found) >= 0
    assert max(box.right for box in found) <= width
    assert overlapping(boxes(_drawn(_smalls({no: {2563: 1.0} for no in KNOWN}, None)), width)) == []
