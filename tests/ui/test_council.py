"""The council's page: a slide at a time by its address, the whole screen from the first number on, and its file."""

from __future__ import annotations

import pytest

from ita_analysis import paths
from ita_analysis.documents.deck import council_deck
from ita_analysis.documents.pptx_file import pptx_of
from ita_analysis.store.building import ready
from ita_analysis.texts import say
from ita_analysis.ui.asking import today
from tests.ui.conftest import Looked
from tests.ui.handed_out import handed_out
from tests.ui.markup import Element, Way, way_of
from tests.ui.screen import Screen, visit
from tests.ui.signed import editors

ABOUT = {"agency": "khao-saming", "year": "2564"}
SHIPPED = pytest.mark.parametrize("state", ["shipped"], indirect=True)


def deck_on(shown: Screen) -> Element:
    (found,) = shown.elements("div", "deck")
    return found


def way(shown: Screen, name: str) -> Way | None:
    found = [each for each in shown.elements("a", name) if each.href]
    return way_of(found[0].href) if found else None


def number_of(shown: Screen) -> str:
    (found,) = shown.elements("span", "count")
    return found.text


@SHIPPED
def test_every_slide_of_the_deck_has_an_address_and_says_the_same(state: Looked) -> None:
    made = council_deck(ready(paths.database()), "khao-saming", 2564, None, today())
    assert made is not None
    for number, slide in enumerate(made.slides, 1):
        shown = visit("council", **ABOUT, slide=str(number))
        assert shown.problems == []
        assert shown.headline == slide.title
        assert number_of(shown) == say("deck.number", number=number, count=len(made.slides))
        assert all(source in shown.text for source in slide.sources), state.name
        assert slide.question in shown.text
        assert slide.answer in shown.text


@SHIPPED
def test_one_fact_has_the_colour_of_the_message(state: Looked) -> None:
    shown = visit("council", **ABOUT, slide="1")
    assert len(shown.elements("div", "warn")) == 3, state.name
    (about,) = shown.elements("div", "about")
    assert say("executive.fact.holes", names="8") in about.text


@SHIPPED
def test_agency_year_and_round_stand_on_every_slide(state: Looked) -> None:
    for number in ("1", "4", "7"):
        text = deck_on(visit("council", **ABOUT, slide=number)).text
        assert all(words in text for words in ("อบต.เขาสมิง", "ปี 2564", "รอบ 6 เดือน", "เมษายน 2564")), state.name


@SHIPPED
def test_it_begins_below_the_menu_and_takes_the_screen_with_the_first_number(state: Looked) -> None:
    first = state.page("council")
    assert "full" not in (deck_on(first).attributes.get("class") or "").split()
    start = way(first, "after")
    assert start is not None
    assert start.filters["slide"] == "1"
    full = visit("council", **ABOUT, slide="1")
    assert "full" in (deck_on(full).attributes.get("class") or "").split()
    assert full.headline == first.headline
    out = way(full, "out")
    assert out is not None
    assert out.page == "council"
    assert "slide" not in out.filters


@SHIPPED
def test_links_lead_one_slide_on_and_back_and_to_both_ends(state: Looked) -> None:
    middle = visit("council", **ABOUT, slide="4")
    led = {
        name: found.filters["slide"] for name in ("first", "before", "after", "last") if (found := way(middle, name))
    }
    assert led == {"first": "1", "before": "3", "after": "5", "last": "7"}, state.name
    assert way(visit("council", **ABOUT, slide="1"), "before") is None
    assert way(visit("council", **ABOUT, slide="7"), "after") is None


@SHIPPED
@pytest.mark.parametrize(
    ("said", "shown_number"), [("0", 1), ("99", 7), ("-1", 1), ("๓", 3), ("x", 1), ("1" * 400, 1), ("²", 1)]
)
def test_an_address_that_no_slide_has_leads_to_one_that_there_is(state: Looked, said: str, shown_number: int) -> None:
    shown = visit("council", **ABOUT, slide=said)
    assert shown.problems == []
    assert number_of(shown) == say("deck.number", number=shown_number, count=7), state.name


@SHIPPED
def test_nothing_can_be_edited(state: Looked) -> None:
    shown = state.page("council")
    assert editors(shown) == []
    assert list(shown.at.button) == []
    assert list(shown.at.text_input) == []


@SHIPPED
def test_each_slide_leads_to_the_page_of_its_numbers(state: Looked) -> None:
    pages = {way_of(each.href).page for number in range(1, 8) for each in _ways_of(number)}
    assert pages == {"executive", "way", "weaknesses", "coverage", "rounds"}, state.name


def _ways_of(number: int) -> list[Element]:
    (notes,) = visit("council", **ABOUT, slide=str(number)).elements("div", "notes")
    return notes.find("a")


@pytest.mark.parametrize("state", ["four_rounds"], indirect=True)
def test_another_round_is_kept_by_every_link(state: Looked) -> None:
    shown = visit("council", round="3", slide="2")
    assert "รอบ 3 เดือน" in deck_on(shown).text
    assert {found.filters.get("round") for name in ("before", "after", "out") if (found := way(shown, name))} == {"3"}
    assert say("filter.round") in {str(box.label) for box in shown.at.selectbox}, state.name


@pytest.mark.parametrize("state", ["hostile"], indirect=True)
def test_the_words_of_a_hostile_report_are_words(state: Looked) -> None:
    for number in range(1, 8):
        shown = visit("council", slide=str(number))
        assert shown.problems == []
        assert "<script" not in shown.html, state.name


@pytest.mark.parametrize("state", ["demo"], indirect=True)
def test_the_file_that_is_offered_holds_the_same_deck(state: Looked) -> None:
    shown = visit("council", agency="demo", year="2568", slide="3")
    (file,) = handed_out(shown)
    assert file.label == say("council.download"), state.name
    made = council_deck(ready(paths.database()), "demo", 2568, None, today())
    assert made is not None
    assert file.content == pptx_of(made)
    assert f"-รอบ-{made.round_months}" in file.file_name
    offered = {each.file_name: each.content for each in handed_out(visit("files", agency="demo", year="2568"))}
    assert offered[file.file_name] == file.content, "the same file under the same name"
