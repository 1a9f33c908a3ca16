"""The screen of the way to the next grade: the finding, the stairs, the tables, and what is missing."""

from __future__ import annotations

import pytest

from ita_analysis.texts import say, say_some
from tests.store.invented import agency
from tests.ui.conftest import Looked
from tests.ui.screen import Screen, visit

NUMBERS = {"three_documents": 5, "unknown_rules": 6, "total_alone": 7}


def _on(*names: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("state", names, indirect=True)


def _open(state: Looked, year: int, page: str = "way", **filters: str) -> Screen:
    """Return a page about the agency of a state, and the year of its plan."""
    code = state.code(agency(NUMBERS[state.name]).name)
    return visit(page, agency=code, year=str(year), **filters)


def _plain(sentence: str) -> str:
    return sentence.replace("⟦", "").replace("⟧", "")


def _documents(shown: Screen) -> list[list[str]]:
    return shown.rows(say("way.column.returned"))


@_on("three_documents")
def test_the_finding_names_how_many_documents_reach_which_grade(state: Looked) -> None:
    shown = _open(state, 2565)
    about = {"total": "72.86", "grade": "C", "after": "77.86", "aim": "B"}
    assert shown.headline == _plain(say_some("way.headline.documents", 1, **about))
    assert (
        say("way.plan.given", codes=say("list.and", names="O42", last="O43"), points="10.00", after="82.86")
        in shown.standfirst
    )


@_on("three_documents")
def test_documents_stand_by_what_they_give_and_end_in_the_total_of_all(state: Looked) -> None:
    first, *rows = _documents(_open(state, 2565))
    assert first[-2:] == ["72.86", "C"]
    assert [row[0].removeprefix("● ") for row in rows] == ["O42", "O43", "O36", "O1", "O2"]
    assert [row[2] for row in rows] == ["+5.00", "+5.00", "+1.25", "+0.44", "+0.44"]
    assert [row[3] for row in rows] == ["77.86", "82.86", "84.11", "84.56", "85.00"]
    assert rows[-1][4] == "A"


@_on("three_documents")
def test_the_wanted_band_is_chosen_in_the_address(state: Looked) -> None:
    shown = _open(state, 2565, grade="A")
    assert shown.chosen["grade"] == "A"
    about = {"total": "72.86", "grade": "C", "after": "85.00", "aim": "A"}
    assert shown.headline == _plain(say_some("way.headline.documents", 5, **about))
    assert len([row for row in shown.body(say("way.column.returned")) if row.has("chosen")]) == 5
    ways = {row.cells[0]: row for row in shown.body(say("way.column.way"))}
    assert [name for name, row in ways.items() if row.has("chosen")] == ["A"]
    assert {name: row.links[0].filters.get("grade") for name, row in ways.items()} == {"B": None, "A": "A", "AA": "AA"}


@_on("three_documents")
def test_a_band_that_is_not_offered_is_the_next_one(state: Looked) -> None:
    assert _open(state, 2565, grade="F").headline == _open(state, 2565).headline


@_on("three_documents")
def test_the_chart_has_words_and_a_table_of_the_same_numbers(state: Looked) -> None:
    shown = _open(state, 2565)
    (chart,) = shown.charts
    assert all(value in chart["alt"] for value in ("72.86", "O42", "85.00"))
    assert say("way.chart.title") in shown.text


@_on("three_documents")
def test_the_arithmetic_ends_in_both_totals(state: Looked) -> None:
    rows = _open(state, 2565).rows(say("way.column.line"))
    assert rows[-1] == [say("way.line.total"), "72.86", "77.86"]
    lines = {row[0]: row[1:] for row in rows}
    assert lines[say("way.line.sub_indicator", code="10.2")] == ["0.00 ÷ 2 = 0.00", "100.00 ÷ 2 = 50.00"]
    assert lines[say("way.line.weighted", code="IIT", count="30")][0] == "75.00 × 0.30 = 22.50"


@_on("three_documents")
def test_every_number_has_its_account(state: Looked) -> None:
    shown = _open(state, 2565)
    assert {"number-score", "number-way"} <= shown.places
    assert [way for way in shown.ways if way.page == "source" and way.address.get("cell") == "score-item-O42"]


@_on("three_documents")
def test_surveys_are_a_distance_and_no_promise(state: Looked) -> None:
    shown = _open(state, 2565, grade="AA")
    assert say("way.survey.no_promise") in shown.text
    assert say("way.survey.none_enough") in shown.text
    assert shown.rows(say("way.column.needed"))


@_on("floors_missed")
def test_floors_are_laid_on_every_instrument_and_part(state: Looked) -> None:
    shown = state.page("way")
    rows = {row[0]: row[1:] for row in shown.rows(say("way.column.instrument"))}
    second = say("way.part", tool="EIT", part="2")
    assert list(rows) == ["IIT", say("way.part", tool="EIT", part="1"), second, "OIT"]
    assert say("way.more", points="1.00") in rows[second][1]
    assert say("way.held") in rows["IIT"][1]
    assert say("way.floor_documents", count=1) in rows["OIT"][2]
    assert shown.headline == _plain(say("way.headline.floors", names=second, aim="ผ่านดี", floor="85"))


@_on("highest")
def test_the_highest_band_offers_no_way_and_says_what_keeps_it(state: Looked) -> None:
    shown = state.page("way")
    assert shown.headline == _plain(say("way.headline.highest", total="97.60", grade="AA"))
    assert say("way.keep", points="2.60", words=say("way.margin.total", score="97.60", floor="95")) in shown.standfirst
    assert shown.rows(say("way.column.way")) == []
    assert "grade" not in shown.filters
    assert say("way.all_full") in shown.text


@_on("scored")
def test_indicators_with_one_missing_give_no_way_but_their_points(state: Looked) -> None:
    shown = state.page("way")
    (first, nine) = _documents(shown)
    assert first[-2] == "74.04"
    assert (nine[0], nine[2]) == ("9", "+9.90")
    assert shown.headline == _plain(say("way.headline.gap", gap="0.96", aim="B"))


@_on("total_alone")
def test_a_total_alone_says_how_far_and_names_nothing(state: Looked) -> None:
    shown = _open(state, 2565)
    assert shown.headline == _plain(say("way.headline.gap", gap="0.96", aim="B"))
    assert say("way.only_total") in shown.text
    assert shown.charts == []


@_on("shipped")
def test_without_scores_the_page_says_so_and_draws_nothing(state: Looked) -> None:
    shown = state.page("way")
    assert shown.headline == say("way.headline.no_scores", year=2563)
    assert shown.charts == []
    assert shown.elements("table") == []


@_on("unknown_rules")
def test_a_year_of_unknown_rules_says_what_cannot_be_computed(state: Looked) -> None:
    shown = _open(state, 2570)
    assert shown.headline == say("way.headline.no_rules", year=2569)
    assert say("way.unknown.weights") in shown.standfirst
    assert shown.problems == []


@_on("three_documents")
def test_the_executive_sees_score_grade_change_and_the_way_up(state: Looked) -> None:
    shown = _open(state, 2565, "executive")
    assert shown.facts[0].startswith("72.86")
    assert shown.facts[-1].startswith("1 ")
    assert say("executive.change.down", year=2563, points="4.14") in shown.text
    requests = [way.page for each in shown.elements("div", "request") for way in each.links]
    assert requests[0] == "bring-in"
    assert "way" in requests
    assert [table for table in shown.elements("table") if not table.find("td")] == []


@_on("total_alone")
def test_a_total_alone_leads_the_executives_page(state: Looked) -> None:
    shown = _open(state, 2565, "executive")
    assert shown.headline == say("executive.headline.score", year=2564, total="74.04", grade="C")
    assert [table for table in shown.elements("table") if not table.find("td")] == []
