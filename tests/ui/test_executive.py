"""The executive's screen: what is weak, what nothing answers, what is asked for; scores where there are some."""

from __future__ import annotations

import re

import pytest

from ita_analysis.texts import say, say_count, say_some
from tests.ui.conftest import Looked
from tests.ui.markup import Element
from tests.ui.screen import Screen
from tests.ui.states import SCORES

NUMBER = re.compile(r"\d+\.\d{2}")
PUBLISH, INTENT = "มาตรการเผยแพร่ข้อมูลต่อสาธารณะ", "ประกาศเจตจำนง"


def _on(*names: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("state", names, indirect=True)


def _plain(sentence: str) -> str:
    return sentence.replace("⟦", "").replace("⟧", "")


def _rows(shown: Screen) -> list[Element]:
    return shown.body(say("column.indicator"))


def _numbers(rows: list[Element]) -> list[int]:
    return [int(re.findall(r"\d+", row.cells[0])[0]) for row in rows]


def _weak(shown: Screen) -> dict[int, Element]:
    weak = [row for row in _rows(shown) if not row.has("aside")]
    return dict(zip(_numbers(weak), weak, strict=True))


def _slots(shown: Screen) -> list[Element]:
    (strip,) = shown.elements("div", "slots")
    return strip.find("span")


@_on("shipped")
def test_the_finding_is_the_indicator_without_a_measure(state: Looked) -> None:
    about = {"no": 8, "name": "การปรับปรุงการทำงาน", "names": "", "total": 3}
    assert state.page().headline == _plain(say_some("executive.headline.hole", 1, **about))
    (marked,) = state.page().elements("h1")[0].of("develop")
    assert marked.text == "ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน"


@_on("shipped")
def test_the_weak_indicators_are_named_as_the_report_names_them(state: Looked) -> None:
    weak = _weak(state.page())
    assert list(weak) == [8, 7, 10], "the one without a measure stands first"
    assert all(say("weakness.develop") in row.cells[0] for row in weak.values())
    assert [row.has("hole") for row in weak.values()] == [True, False, False]


@_on("shipped")
def test_indicator_8_has_no_measure_and_the_others_have_theirs(state: Looked) -> None:
    weak = _weak(state.page())
    assert say("executive.no_measure") in weak[8].text
    assert PUBLISH in weak[7].text
    assert INTENT in weak[10].text
    assert [way.filters for way in weak[7].links] == [{"indicator": "7"}, {"measure": "2"}]


@_on("shipped")
def test_a_measure_that_answers_no_weakness_is_there_too(state: Looked) -> None:
    (aside,) = [row for row in _rows(state.page()) if row.has("aside")]
    assert say("executive.not_named_weak") in aside.text
    assert aside.cells[0].startswith("3 ")


@_on("shipped")
def test_no_score_of_the_agency_stands_anywhere(state: Looked) -> None:
    shown = state.page()
    assert shown.facts[0] == say("missing")
    strips = shown.elements("div", "strip")
    assert len(strips) == 4, "also that of the indicator that is not weak"
    assert all(strip.text == say("missing") and not strip.has("known") and not strip.of("own") for strip in strips)
    assert re.findall(r"(?<!\d)0\.00", shown.text) == []
    assert [row.cells for row in _rows(shown) if NUMBER.search(row.text)] == []


@_on("shipped")
def test_ten_hatched_slots_stand_in_place_of_scores(state: Looked) -> None:
    shown = state.page()
    slots = _slots(shown)
    assert [slot.text for slot in slots] == [str(no) for no in range(1, 11)], "a slot without a score holds no number"
    assert not any(slot.has("known") for slot in slots)
    assert [slot.text for slot in slots if slot.has("named")] == ["7", "8", "10"]
    (strip,) = shown.elements("div", "slots")
    heard = strip.attributes["aria-label"] or ""
    assert heard.count(say("missing")) == 10
    assert not NUMBER.search(heard)
    assert say("executive.legend.missing") in shown.text
    assert say("executive.legend.develop") in shown.text
    assert say("executive.legend.urgent") not in shown.text, "none is urgent here"


@_on("shipped")
def test_a_round_without_results_has_the_same_mark_in_the_facts_and_in_the_rows(state: Looked) -> None:
    shown = state.page()
    (note,) = shown.elements("div", "overdue")
    assert note.text.startswith("▲ ")
    assert all(row.of("overdue")[0].text.startswith("▲") for row in _rows(shown) if not row.has("hole"))


@_on("scored")
def test_slots_hold_the_scores_that_are_known(state: Looked) -> None:
    slots = _slots(state.page())
    known = {int(slot.find("b")[0].text): slot.find("small")[0].text for slot in slots if slot.has("known")}
    assert known == {int(no): f"{score:.2f}" for no, score in SCORES.items()}, "zero is a score"
    assert [slot.text for slot in slots if not slot.has("known")] == ["10"]


@_on("shipped")
def test_the_province_s_mean_is_hollow_and_named_as_not_its_own(state: Looked) -> None:
    shown = state.page()
    for strip in shown.elements("div", "strip"):
        (mark,) = strip.of("context")
        mean = NUMBER.findall(mark.attributes["style"] or "")[0]
        assert say("figure.province_mean", score=mean) in (strip.attributes["aria-label"] or "")
    assert say("executive.legend.province", province="ตราด", year=2563) in shown.text


@_on("shipped", "scored", "forty_measures", "two_agencies", "four_rounds", "dense_links")
def test_there_are_few_big_numbers_and_each_leads_to_its_account(state: Looked) -> None:
    shown = state.page()
    assert 2 <= len(shown.facts) <= 5
    ways = [way for value in shown.elements("div", "value") for way in value.links]
    assert len(ways) == len(shown.facts)
    assert all(not way.page and way.place.startswith("number-") and way.place in shown.places for way in ways)


@_on("shipped", "one_measure", "forty_measures", "dense_links", "strong")
def test_one_request_stands_out(state: Looked) -> None:
    buttons = state.page().elements("a", "button")
    assert [each.has("main") for each in buttons] == [number == 0 for number in range(len(buttons))]
    assert list(state.page().at.button) == [], "going somewhere is a link"
    assert say_count("executive.requests", len(buttons)) in state.page().text


@_on("shipped")
def test_three_requests_lead_to_the_right_places(state: Looked) -> None:
    shown = state.page()
    found = [(request.of("button")[0].text, request.links[0]) for request in shown.elements("div", "request")]
    assert [(words, way.page, way.filters, way.place) for words, way in found] == [
        (say("executive.request.measure.button"), "coverage", {"indicator": "8"}, ""),
        (say("executive.request.round.button"), "entry", {"round": "12"}, ""),
        (say("executive.request.findings.button"), "completeness", {}, "findings"),
    ]
    assert "findings" in state.page("completeness").places


@_on("demo")
def test_what_an_urgent_indicator_lacks_in_ended_rounds_stands_after_the_hole_and_is_asked_for(state: Looked) -> None:
    shown = state.page()
    assert list(_weak(shown)) == [4, 10, 7, 8]
    (asked,) = [each for each in shown.elements("div", "request") if each.links[0].page == "entry"]
    assert say("executive.request.lacking.title", months="9 และ 12") in asked.text
    assert f"{say_some('executive.request.lacking.why', 1, total=4)} · กองคลัง" in asked.text
    assert asked.links[0].filters == {"round": "9"}
    assert say_some("executive.fact.lacks", 1) in [
        note.text.removeprefix("▲ ") for note in shown.elements("div", "note")
    ]


@_on("demo")
def test_an_urgent_indicator_has_a_frame_of_its_own_and_only_what_is_drawn_is_explained(state: Looked) -> None:
    shown = state.page()
    kinds = {slot.find("b")[0].text: slot.has("urgent") for slot in _slots(shown) if slot.has("named")}
    assert kinds == {"4": False, "7": False, "8": False, "10": True}
    assert say("executive.legend.urgent") in shown.text
    assert say("executive.legend.develop") in shown.text
    assert say("executive.legend.missing") not in shown.text
    assert "◇" not in shown.text


@_on("demo")
def test_a_measure_of_a_strong_indicator_stands_beside_its_score(state: Looked) -> None:
    (aside,) = [row for row in _rows(state.page()) if row.has("aside")]
    assert aside.cells[0].startswith("9 ")
    assert aside.cells[1] == "89.29"


@_on("two_agencies", "plan_alone", "results_alone", "dense_links")
def test_no_cell_of_a_score_is_empty(state: Looked) -> None:
    rows = _rows(state.page())
    assert rows
    for row in rows:
        name, second = row.find("th")[0], row.find("td")[0]
        assert second.text
        assert (name.attributes.get("colspan") == "2") == (say("executive.no_indicator") in name.text)


@_on("shipped")
def test_two_dates_outside_their_round_stand_on_the_time_line(state: Looked) -> None:
    shown = state.page()
    assert say_count("executive.time_line", 2) in [each.text for each in shown.elements("h2")]
    (chart,) = shown.charts
    within, outside = chart["data"][:2]
    assert (len(within["x"]), [day[:10] for day in outside["x"]]) == (0, ["2020-01-06", "2020-01-07"])


@_on("scored")
def test_known_scores_are_shown_with_two_decimals_and_their_grade(state: Looked) -> None:
    """74.04 is a C in FY2564: 65.00-74.99."""
    shown = state.page()
    assert shown.facts[0].startswith("74.04")
    assert say("executive.fact.grade", grade="C") in [each.text for each in shown.elements("div", "note")]
    weak = _weak(shown)
    assert {no: NUMBER.findall(row.cells[1]) for no, row in weak.items()} == {
        int(no): [f"{score:.2f}"] for no, score in SCORES.items() if score < 85
    }
    assert all(strip.has("known") for strip in shown.elements("div", "strip"))
    assert say("executive.unanswered.grade") not in shown.text


@_on("strong")
def test_complete_scores_with_nothing_weak_are_not_called_unknown(state: Looked) -> None:
    shown = state.page()
    assert shown.facts[0].startswith("91.00")
    assert _weak(shown) == {}
    assert shown.headline != say("executive.headline.unknown"), "the scores say that nothing is weak"


@_on("weaknesses_alone")
def test_weaknesses_without_any_measure_are_all_named(state: Looked) -> None:
    shown = state.page()
    assert "2" in shown.headline
    assert [row.has("hole") for row in _weak(shown).values()] == [True, True]


@_on("plan_alone", "results_alone")
def test_without_weaknesses_or_links_the_screen_says_so(state: Looked) -> None:
    assert say("executive.no_indicator") in state.page().text


@_on("plan_alone")
def test_no_stated_weakness_is_said_and_not_called_well(state: Looked) -> None:
    shown = state.page()
    assert shown.headline == say("executive.headline.unknown")
    assert shown.facts[1] == say("missing")


@_on("forty_measures", "dense_links")
def test_many_measures_are_counted_and_not_all_listed(state: Looked) -> None:
    weak = {no: row for no, row in _weak(state.page()).items() if not row.has("hole")}
    for no, row in weak.items():
        count = 4 if state.name == "forty_measures" else 20
        assert say("executive.many_measures", count=count) in row.text
        assert {"indicator": str(no)} in [way.filters for way in row.links if way.page == "measures"]
    assert len(weak) == (10 if state.name == "forty_measures" else 7)
