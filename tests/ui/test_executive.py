"""The executive's screen: what is weak, what nothing answers, what is asked for; scores where there are some."""

from __future__ import annotations

import re

import pytest

from ita_analysis.texts import say, say_some
from tests.ui.conftest import Looked
from tests.ui.screen import Element, Screen, visit
from tests.ui.states import SCORES

NUMBER = re.compile(r"\d+\.\d{2}")


def _on(*names: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("state", names, indirect=True)


def _facts(shown: Screen) -> list[str]:
    return [each.text for each in shown.elements("div", "value")]


def _weak_rows(shown: Screen) -> dict[str, list[str]]:
    return {cells[0]: cells[1:] for cells in shown.rows(say("column.indicator"))}


def _strips(shown: Screen) -> list[Element]:
    return shown.elements("div", "strip")


@_on("shipped")
def test_the_finding_is_the_indicator_without_a_measure(state: Looked) -> None:
    headline = state.page().headline
    assert "8" in headline
    assert "การปรับปรุง" in headline
    assert say_some("executive.headline.hole", 1, no=8, name="การปรับปรุงการทำงาน", names="", total=3) == headline


@_on("shipped")
def test_the_weak_indicators_are_named_as_the_report_names_them(state: Looked) -> None:
    rows = _weak_rows(state.page())
    named = [name for name in rows if say("weakness.develop") in name]
    assert [re.match(r"\d+", name)[0] for name in named] == ["8", "7", "10"], "the one without a measure stands first"  # type: ignore[index]
    for part in ("การสื่อสาร", "การปรับปรุง", "การป้องกันการทุจริต"):
        assert any(part in name for name in named)


@_on("shipped")
def test_indicator_8_has_no_measure_and_the_others_have_theirs(state: Looked) -> None:
    rows = _weak_rows(state.page())
    by_number = {name.split()[0]: " ".join(cells) for name, cells in rows.items() if say("weakness.develop") in name}
    assert say("executive.no_measure") in by_number["8"]
    assert "มาตรการเผยแพร่ข้อมูลต่อสาธารณะ" in by_number["7"]
    assert "ประกาศเจตจำนง" in by_number["10"]


@_on("shipped")
def test_a_measure_that_answers_no_weakness_is_there_too(state: Looked) -> None:
    aside = [name for name in _weak_rows(state.page()) if say("executive.not_named_weak") in name]
    assert len(aside) == 1
    assert aside[0].startswith("3 ")


@_on("shipped")
def test_no_score_of_the_agency_stands_anywhere(state: Looked) -> None:
    shown = state.page()
    assert _facts(shown)[0] == say("missing")
    assert all(say("missing") in strip.text for strip in _strips(shown))
    assert not any(strip.has("known") for strip in _strips(shown))
    assert not [each for each in shown.elements("i") if each.has("bar")], "a bar would be a score"
    (scores,) = [chart for chart in shown.charts if say("missing") in str(chart["layout"])]
    assert scores["data"][0]["x"] == [100] * 10, "each missing one is a hatched track"
    assert [x for x in scores["data"][2]["x"] if x is not None] == [], "no own score is drawn"
    assert re.findall(r"(?<!\d)0\.00", shown.text) == []


@_on("shipped")
def test_numbers_with_two_decimals_are_named_as_means_or_worth(state: Looked) -> None:
    """Every such number on the screen is a published mean or an item's worth, never the agency's."""
    rows = _weak_rows(state.page())
    assert [cells for cells in rows.values() if NUMBER.search(" ".join(cells))] == []


@_on("shipped", "no_report", "forty_measures", "two_agencies")
def test_there_are_at_most_seven_big_numbers(state: Looked) -> None:
    assert len(_facts(state.page())) <= 7


@_on("shipped", "one_measure", "forty_measures")
def test_one_request_stands_out(state: Looked) -> None:
    kinds = [button.proto.type for button in state.page().at.button]
    assert kinds.count("primary") == min(1, len(kinds))


@_on("shipped")
def test_a_request_leads_to_its_page(state: Looked) -> None:
    shown = visit()
    labels = [button.label for button in shown.at.button]
    assert say("executive.request.measure.button") in labels
    shown.at.button[labels.index(say("executive.request.findings.button"))].click().run()
    assert shown.problems == []
    assert say("page.rounds") in shown.text
    assert shown.at.query_params == {"agency": "khao-saming", "year": "2564"}, state.name


@_on("scored")
def test_known_scores_are_shown_with_two_decimals(state: Looked) -> None:
    shown = state.page()
    assert _facts(shown)[0].startswith("74.04")
    own = {cells[0].split()[0]: cells for cells in shown.rows(say("column.indicator"))}
    assert "71.25" in own["6"][1]
    assert "69.00" in own["7"][1]
    assert [strip.has("known") for strip in _strips(shown)] == [True, True]


@_on("scored")
def test_the_level_is_that_of_the_year(state: Looked) -> None:
    """74.04 is a C in FY2564: 65.00-74.99."""
    assert say("executive.fact.grade", grade="C") in [each.text for each in state.page().elements("div", "note")]


@_on("scored")
def test_the_one_missing_score_is_missing_and_zero_is_zero(state: Looked) -> None:
    (chart,) = [x for x in state.page().charts if "96.50" in str(x["layout"])]
    missing, context, own, _ = chart["data"]
    assert missing["y"] == [9], "indicator 10 alone"
    assert own["x"] == [float(SCORES[str(number)]) for number in range(1, 10)] + [None]
    assert "diamond-open" in str(context["marker"]["symbol"])
    assert all(mean is not None for mean in context["x"])
    assert "<b>0.00</b>" in chart["layout"]["yaxis2"]["ticktext"]


@_on("weaknesses_alone")
def test_weaknesses_without_any_measure_are_all_named(state: Looked) -> None:
    shown = state.page()
    assert "2" in shown.headline
    assert shown.text.count(say("executive.no_measure")) == 2


@_on("plan_alone", "results_alone")
def test_without_weaknesses_or_links_the_screen_says_so(state: Looked) -> None:
    shown = state.page()
    assert say("executive.no_indicator") in shown.text


@_on("plan_alone")
def test_no_stated_weakness_is_said_and_not_called_well(state: Looked) -> None:
    shown = state.page()
    assert shown.headline == say("executive.headline.unknown")
    assert _facts(shown)[1] == say("missing")


@_on("forty_measures")
def test_forty_measures_are_counted_and_not_all_listed(state: Looked) -> None:
    shown = state.page()
    rows = shown.rows(say("column.indicator"))
    assert len(rows) == 10
    assert all(say("executive.more_measures", count=1) in " ".join(cells) for cells in rows)
