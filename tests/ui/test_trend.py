"""The screen of trends: years as they were stored, groups as counted one by one, real and synthetic kept apart."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

from ita_analysis.scoring import LEAST_CHANGE, LEAST_OTHERS, percent
from ita_analysis.texts import say
from tests.scoring.test_place import slow_place
from tests.ui.conftest import Looked
from tests.ui.screen import Screen, texts_of, visit
from tests.ui.states import score_of

YEARS = (2563, 2564, 2566, 2567)
FIRST, SYNTHETIC = "องค์การบริหารส่วนตำบลตัวอย่าง0", "องค์การบริหารส่วนตำบลสังเคราะห์0"
COMPARED = pytest.mark.parametrize("state", ["compared"], indirect=True)
# The groups of the first agency: the numbers that its others have in their names.
OTHERS = {
    "near": [*range(1, 9)],
    "province": [*range(1, 9), 0, 1, 2],
    "type": [*range(1, 12)],
    "nation": [*range(1, 12), 0, 1, 2],
}
NAMES = {
    "near": {"kind": "องค์การบริหารส่วนตำบล", "province": "ตราด"},
    "province": {"province": "ตราด"},
    "type": {"kind": "องค์การบริหารส่วนตำบล"},
    "nation": {},
}


def _open(state: Looked, agency: str = FIRST, year: int = 2568, **address: str) -> Screen:
    return visit("trend", agency=state.code(agency), year=str(year), **address)


def _place(year: int, group: str = "near", code: str = "total") -> int:
    own = _cents(0, year, code)
    share = slow_place(own, [_cents(no, year, code) for no in OTHERS[group]])
    assert share is not None
    return percent(share)


def _cents(no: int, year: int, code: str) -> int:
    return round(score_of(no, year, code, is_synthetic=False) * 100)


@COMPARED
def test_the_finding_is_the_place_then_and_now(state: Looked) -> None:
    shown = _open(state)
    before, now = _place(2563), _place(2567)
    assert before > now + 5
    assert f"จากสูงกว่า {before}% ของกลุ่มในปี 2563 เหลือ {now}%" in shown.headline
    assert f"{score_of(0, 2567, 'total', is_synthetic=False):.2f}" in shown.headline
    assert shown.elements("span", "develop")


@COMPARED
def test_the_years_are_as_stored_and_a_missing_one_is_no_zero(state: Looked) -> None:
    shown = _open(state)
    rows = {row[0]: row[1:] for row in shown.rows(say("trend.levels"))}
    scores = {year: f"{score_of(0, year, 'total', is_synthetic=False):.2f}" for year in YEARS}
    assert {int(year): row[0] for year, row in rows.items()} == {**scores, 2565: say("missing")}
    strip = shown.charts[0]
    assert strip["data"][0]["x"] == [2], "the year 2565 is hatched"
    assert strip["data"][-1]["y"] == [float(score) for score in scores.values()]
    assert say("trend.chart_missing") in shown.text


@COMPARED
def test_up_is_said_only_beyond_the_least_change_under_the_same_rules(state: Looked) -> None:
    shown = _open(state)
    moved = {int(row[0]): row[3] for row in shown.rows(say("trend.levels"))}
    assert moved[2563] == moved[2565] == "–"
    assert moved[2564] == say("trend.moved.up", difference="3.00", before=2563)
    assert moved[2566].startswith("เทียบกับปี 2564 ไม่ได้ เพราะ")
    assert moved[2567].startswith("เทียบกับปี 2566 ไม่ได้ เพราะจำนวนข้อเปลี่ยน")
    assert "▲" not in moved[2566] + moved[2567]
    assert "เส้นขาดระหว่างปี 2564 กับ 2566" in shown.text
    assert "เส้นประระหว่างปี 2566 กับ 2567" in shown.text
    assert f"{LEAST_CHANGE}" in shown.part("number-trend").text


@COMPARED
@pytest.mark.parametrize("code", ["total", "8"])
def test_each_group_is_that_of_its_others_one_by_one(code: str, state: Looked) -> None:
    shown = _open(state) if code == "total" else _open(state, indicator=code)
    rows = {row[0]: row[1:] for row in shown.rows(say("trend.spread.half"))}
    for group, numbers in OTHERS.items():
        name = say(f"trend.group_name.{group}", **NAMES[group])
        scores = sorted(_cents(no, 2567, code) for no in numbers)
        assert rows[name][:2] == [str(len(numbers)), f"{_place(2567, group, code)}%"]
        middle = Fraction(scores[(len(scores) - 1) // 2] + scores[len(scores) // 2], 200)
        assert rows[name][2] == f"{float(middle):.2f}"
        assert rows[name][5] == say("trend.range", low=f"{scores[0] / 100:.2f}", high=f"{scores[-1] / 100:.2f}")


@COMPARED
def test_no_other_agency_is_named_and_none_has_a_rank(state: Looked) -> None:
    shown = _open(state, group="nation")
    said = shown.text + " ".join(text for chart in shown.charts for text in texts_of(chart))
    assert re.findall(r"ตัวอย่าง[1-9]|สังเคราะห์\d|อันดับที่|ลำดับที่", said) == []


@COMPARED
def test_synthetic_agencies_are_set_beside_synthetic_ones_alone(state: Looked) -> None:
    real, made = _open(state, group="nation"), _open(state, SYNTHETIC, group="nation")
    assert say("trend.compare_real") in real.text
    assert say("trend.compare_synthetic") in made.text
    marks = sorted(made.charts[0]["data"][1]["y"])
    expected = [score_of(no, year, "total", is_synthetic=True) for year in YEARS for no in range(1, 7)]
    assert marks == sorted(expected)
    assert len(real.charts[0]["data"][1]["y"]) == len(YEARS) * len(OTHERS["nation"])
    assert made.elements("span", "synthetic")


@COMPARED
def test_a_small_group_shows_no_spread_and_says_so(state: Looked) -> None:
    lone = "เทศบาลตำบลตัวอย่าง0"
    shown = _open(state, lone, group="near")
    few = say("trend.too_few", least=LEAST_OTHERS)
    name = say("trend.group_name.near", kind="เทศบาลตำบล", province="ตราด")
    assert [name, few] in shown.rows(say("trend.spread.half"))
    assert say("trend.standfirst.group_few", group=name, year=2567, least=LEAST_OTHERS) in shown.standfirst
    assert shown.charts[0]["data"][1]["y"] == []
    nearest = _open(state, lone)
    assert say("trend.group_name.province", province="ตราด") in nearest.standfirst, "the nearest that is large enough"


@COMPARED
def test_the_address_chooses_indicator_and_group(state: Looked) -> None:
    shown = _open(state, indicator="8", group="type")
    assert shown.chosen["indicator"] == "8"
    assert shown.chosen["group"] == "type"
    assert shown.headline.startswith("ตัวชี้วัดที่ 8")
    assert shown.charts[0]["data"][-1]["y"] == [score_of(0, year, "8", is_synthetic=False) for year in YEARS]
    assert _open(state, group="province-of-x").chosen["group"] == "all"
    links = [way.filters for way in shown.part("peers").links]
    assert {"indicator": "8", "group": "nation"} in links


@COMPARED
def test_the_weakest_indicator_comes_first_and_a_missing_one_last(state: Looked) -> None:
    shown = _open(state)
    names = [text for text in texts_of(shown.charts[1]) if re.match(r"<b>\d+</b> ", text)]
    assert names[0].startswith("<b>8</b>")
    assert len(names) == 10
    rows = shown.rows(say("filter.indicator"))
    numbers = [int(re.findall(r"\d+", row[0])[0]) for row in rows]
    assert (numbers[0], sorted(numbers)) == (8, list(range(1, 11)))
    for no, row in zip(numbers, rows, strict=True):
        assert f"{score_of(0, 2564, str(no), is_synthetic=False):.2f}" in row


@COMPARED
def test_published_means_are_told_apart_and_have_their_source(state: Looked) -> None:
    shown = _open(state)
    nation, province = shown.charts[0]["data"][3:5]
    assert 81.25 in nation["y"]
    assert province["y"]
    assert say("trend.chart_not_own") in shown.text
    assert "https://" in shown.part("number-published").text
    assert say("source.published.formula") in shown.part("number-published").text


@COMPARED
def test_an_earlier_year_knows_nothing_of_later_ones(state: Looked) -> None:
    shown = _open(state, year=2564)
    assert [row[0] for row in shown.rows(say("trend.levels"))] == ["2563"]
    assert say("trend.standfirst.one_year") in shown.standfirst


@pytest.mark.parametrize("state", ["shipped"], indirect=True)
def test_without_scores_it_leads_to_bringing_them_in(state: Looked) -> None:
    shown = state.page("trend")
    assert shown.headline == say("trend.headline.none")
    assert shown.charts == []
    assert "bring-in" in {way.page for way in shown.ways}
    assert say("trend.published_title") in shown.text
    assert "81.25" in [cell for row in shown.rows(say("trend.group")) for cell in row]
    assert say("trend.too_few", least=LEAST_OTHERS) in shown.text


@pytest.mark.parametrize("state", ["scored"], indirect=True)
def test_a_single_year_has_no_line_and_no_movement(state: Looked) -> None:
    shown = state.page("trend")
    assert say("trend.standfirst.one_year") in shown.standfirst
    assert shown.headline == "คะแนนรวม ปี 2564 คือ 74.04"
    *_, solid, dashed, own = shown.charts[0]["data"]
    assert (solid["x"], dashed["x"], own["y"]) == ([], [], [74.04])
