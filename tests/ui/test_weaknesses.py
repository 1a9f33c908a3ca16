"""The screen of weak indicators: status by the rule, the three lowest, the agency's own word, and down to the items."""

from __future__ import annotations

import re

import pytest

from ita_analysis import paths
from ita_analysis.framework import load
from ita_analysis.scoring import lowest, status_of, weakness_rule
from ita_analysis.store.building import ready
from ita_analysis.texts import say, say_some
from tests.store.files import rows
from tests.ui.conftest import Looked
from tests.ui.screen import Screen, visit
from tests.ui.states import SCORES

OWN = {int(no): score for no, score in SCORES.items()}
ALL = range(1, 11)


def _on(*names: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("state", names, indirect=True)


def _table(shown: Screen) -> dict[int, list[str]]:
    """Return level, score, province's mean and own word by indicator."""
    return {int(re.findall(r"\d+", row[0])[0]): row[1:] for row in shown.rows(say("column.level"))}


def _part(shown: Screen) -> dict[str, str]:
    """Return what is said of the indicator that is shown in full."""
    table = shown.part("indicator").find("table")[0]
    return {row.find("th")[0].text: row.find("td")[0].text for row in table.find("tr")}


@_on("scored")
def test_each_level_is_that_of_the_rule(state: Looked) -> None:
    rule = weakness_rule(load(2564))
    levels = {no: say(f"level.{status_of(OWN.get(no), rule)}") for no in ALL}
    shown = {no: cells[0] for no, cells in _table(state.page("weaknesses")).items()}
    assert {no: level in shown[no] for no, level in levels.items()} == dict.fromkeys(ALL, True)
    assert len(set(levels.values())) == 5, "each level is tried"


@_on("scored")
def test_the_urgent_ones_are_the_finding_the_weakest_first(state: Looked) -> None:
    shown = state.page("weaknesses")
    urgent = sorted((score, no) for no, score in OWN.items() if score < 75)
    places = [shown.headline.find(f"({score:.2f})") for score, _ in urgent[:3]]
    assert -1 not in places
    assert places == sorted(places)
    assert str(len(urgent)) in shown.headline
    assert [each.text for each in shown.elements("span", "urgent") if each.text in shown.headline]


@_on("scored")
def test_the_three_lowest_are_named_whatever_their_level(state: Looked) -> None:
    shown = state.page("weaknesses")
    named = say("weaknesses.lowest", names="|").split("|")[0]
    said = shown.standfirst.partition(named)[2].partition("·")[0]
    assert {int(no) for no in re.findall(r"\d+", said)} == set(lowest(OWN)) == {3, 9, 7}
    for no in ALL:
        part = visit("weaknesses", indicator=str(no)).part("indicator").text
        assert (say("weaknesses.is_lowest") in part) == (no in {3, 9, 7})


@_on("strong")
def test_the_three_lowest_are_named_where_nothing_is_weak(state: Looked) -> None:
    shown = state.page("weaknesses")
    assert shown.headline == say("weaknesses.headline.none", year=2563).replace("⟦", "").replace("⟧", "")
    assert say("weaknesses.lowest", names="1, 2 และ 3") in shown.standfirst
    assert say("weaknesses.chart_hatched") not in shown.text


@_on("scored")
def test_the_agency_s_own_word_stands_beside_the_score(state: Looked) -> None:
    table = _table(state.page("weaknesses"))
    assert {no for no, cells in table.items() if say("weakness.develop") in cells[3]} == {6, 7}
    low = {no for no, score in OWN.items() if score < 85} - {6, 7}
    said = say("weaknesses.difference.not_named", numbers="|").split("|")[0]
    named = state.page("weaknesses").standfirst.partition(said)[2]
    assert [int(no) for no in re.findall(r"\d+", named)[:3]] == sorted(low)[:3]


@_on("scored")
def test_one_missing_score_is_missing_and_zero_is_zero(state: Looked) -> None:
    table = _table(state.page("weaknesses"))
    assert table[10][:2] == [f"⊖{say('level.no_data')}", say("missing")]
    assert table[3][1] == "0.00"
    (chart,) = visit("weaknesses", order="number").charts
    missing, _, own, _ = chart["data"]
    assert missing["y"] == [9], "indicator 10 alone is hatched"
    assert own["x"] == [OWN.get(no) for no in ALL]
    assert say_some("weaknesses.missing", 1, year=2564) in state.page("weaknesses").standfirst


@_on("shipped")
def test_without_scores_nothing_is_a_number_of_the_agency(state: Looked) -> None:
    shown = state.page("weaknesses")
    assert {tuple(cells[:2]) for cells in _table(shown).values()} == {(f"⊖{say('level.no_data')}", say("missing"))}
    (chart,) = shown.charts
    assert chart["data"][0]["x"] == [100] * 10, "each is a hatched track"
    assert [x for x in chart["data"][2]["x"] if x is not None] == []
    assert say("weaknesses.no_scores", year=2563) in shown.standfirst
    for no in ALL:
        said = _part(visit("weaknesses", indicator=str(no)))[say("weaknesses.score", year=2563)]
        assert said == f"⊖{say('level.no_data')}"


@_on("shipped")
def test_the_province_s_mean_is_named_as_not_its_own(state: Looked) -> None:
    shown = state.page("weaknesses")
    (chart,) = shown.charts
    assert chart["data"][1]["marker"]["symbol"] == "diamond-open"
    assert all(say("figure.province_mean", score=f"{x:.2f}") in chart["data"][1]["text"] for x in chart["data"][1]["x"])
    assert say("weaknesses.chart_context", province="ตราด") in shown.text
    means = {no: cells[2] for no, cells in _table(shown).items()}
    for no, mean in means.items():
        said = _part(visit("weaknesses", indicator=str(no)))[say("weaknesses.province", province="ตราด")]
        assert said == f"{mean} {say('weaknesses.not_own')}"


@_on("shipped")
def test_the_one_without_a_measure_is_shown_in_full_first(state: Looked) -> None:
    shown = state.page("weaknesses")
    assert shown.part("indicator").find("h2")[0].text.startswith(say("weaknesses.drill", no=8, name=""))
    assert say("weaknesses.no_measure") in _part(shown)[say("weaknesses.measures")]
    (row,) = [row for row in shown.part("indicator").find("tr") if say("weaknesses.measures") in row.text]
    assert row.has("hole")


@_on("shipped", "scored")
def test_an_indicator_leads_down_to_its_items(state: Looked) -> None:
    year = 2563 if state.name == "shipped" else 2564
    asked = "select item_code, topic_th from framework_item where fiscal_year_be = $1 and indicator_no = $2"
    for no in ALL:
        stored = rows(ready(paths.database()), asked, year, no)
        part = visit("weaknesses", indicator=str(no)).part("indicator")
        tables = [each for each in part.find("table") if each.find("thead")]
        shown = [tuple(row.cells[:2]) for table in tables for row in table.find("tr") if row.find("td")]
        assert sorted(shown) == sorted((str(code), str(topic)) for code, topic in stored)
        assert bool(tables) == bool(stored)
        heading = say("weaknesses.items", count=len(stored)) if stored else say("weaknesses.items_none")
        assert part.find("h3")[0].text == heading
        assert say("weaknesses.items_without_scores") in part.text or not stored


@_on("shipped")
def test_its_measures_and_the_words_that_name_it_have_ways(state: Looked) -> None:
    part = visit("weaknesses", indicator="7").part("indicator")
    ways = {way.page: way.filters for way in part.links}
    assert ways == {
        "source": {"cell": "weakness-7", "back": "weaknesses", "indicator": "7"}, "measures": {"measure": "2"},
        "coverage": {"indicator": "7"},
    }, state.name  # fmt: skip
    assert say("basis.analyst") in part.text
    not_named = _part(visit("weaknesses", indicator="3"))
    assert not_named[say("weaknesses.own_word")] == say("weaknesses.not_named")


@_on("guessed_links")
def test_a_guess_is_called_one(state: Looked) -> None:
    assert say("basis.wording") in _part(visit("weaknesses", indicator="6"))[say("weaknesses.measures")], state.name


@_on("scored")
def test_the_weakest_stand_first_and_their_own_order_is_a_choice_in_the_address(state: Looked) -> None:
    weakest = [no for _, no in sorted((score, no) for no, score in OWN.items())] + [10]
    shown = state.page("weaknesses")
    assert list(_table(shown)) == weakest
    (chart,) = shown.charts
    assert list(chart["data"][2]["customdata"]) == weakest
    chosen = visit("weaknesses").choose("order", "number")
    assert list(_table(chosen)) == list(ALL)
    assert "number" in chosen.at.query_params["order"]
    assert list(_table(visit("weaknesses", order="number"))) == list(ALL)


@_on("scored")
def test_the_three_lowest_are_marked_in_table_and_chart(state: Looked) -> None:
    shown = visit("weaknesses", order="number")
    said = say("weaknesses.note.lowest")
    assert {no for no, cells in _table(shown).items() if said in cells[0]} == {3, 9, 7}, state.name
    notes = [each for each in shown.charts[0]["layout"]["annotations"] if said in each["text"]]
    assert {each["y"] + 1 for each in notes} == {3, 9, 7}


@_on("scored")
def test_the_difference_between_report_and_score_is_named_in_each_row(state: Looked) -> None:
    low = {no for no, score in OWN.items() if score < 85}
    wanted = {no: "agreed" if no in {6, 7} & low else "not_named" if no in low else "" for no in ALL}
    for no, cells in _table(state.page("weaknesses")).items():
        assert (say(f"weaknesses.beside.{wanted[no]}") in cells[3]) if wanted[no] else cells[3] == "–"
        part = _part(visit("weaknesses", indicator=str(no)))[say("weaknesses.own_word")]
        assert not wanted[no] or say(f"weaknesses.beside.{wanted[no]}") in part


@_on("from_sheets")
def test_where_there_is_no_report_nothing_is_held_against_it(state: Looked) -> None:
    shown = state.page("weaknesses")
    assert say("weaknesses.difference.no_report") in shown.standfirst
    assert say("weaknesses.beside.not_named") not in shown.text
    assert _part(shown)[say("weaknesses.own_word")] == say("weaknesses.no_report")


@_on("with_items")
def test_the_year_before_stands_beside_where_the_two_compare(state: Looked) -> None:
    shown = state.page("weaknesses")
    _, _, own, before = shown.charts[0]["data"]
    joins = [each for each in shown.charts[0]["layout"]["shapes"] if each["line"].get("width") == 3]
    assert len(joins) == 10
    for row in shown.rows(say("column.change")):
        now, then = float(row[2]), float(row[3])
        sign = row[4].replace("−", "-")
        assert float(sign) == pytest.approx(now - then, abs=0.001)
    assert sorted(before["x"]) == sorted(float(row[3]) for row in shown.rows(say("column.change")))
    assert sorted(own["x"]) == sorted(float(row[2]) for row in shown.rows(say("column.change")))


@_on("with_items")
def test_a_click_leads_where_the_link_of_the_table_leads_and_the_chosen_row_is_marked(state: Looked) -> None:
    shown = visit("weaknesses", indicator="10")
    (row,) = [row for row in shown.body(say("column.change")) if row.has("chosen")]
    assert row.cells[0].startswith("10 ")
    grounds = [each for each in shown.charts[0]["layout"]["shapes"] if each.get("xref") == "paper"]
    assert len(grounds) == 1
    every = [way for way in shown.ways if way.page == "weaknesses" and "indicator" not in way.address]
    assert every, "a way back to all of them"
    codes = {str(code) for code in shown.charts[0]["data"][2]["customdata"]}
    assert (
        codes
        == {way.address["indicator"] for way in state.page("weaknesses").ways if "indicator" in way.address} & codes
    )
