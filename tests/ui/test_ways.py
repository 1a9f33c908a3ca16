"""Links: every one of them, on every page and in every state, leads to a page, a place and a cell that exist."""

from __future__ import annotations

import pytest

from ita_analysis.texts import say
from ita_analysis.ui.frame import PAGES
from tests.ui.conftest import Looked
from tests.ui.states import STATES
from tests.ui.walk import Stop

# These differ from others in numbers, not in the kinds of links; a walk through all pages takes its time.
ALIKE = {"dense_links", "strong", "highest", "three_documents", "results_alone"}
WALKED = [name for name in ("shipped", *STATES) if name not in ALIKE]
EVERY_STATE = pytest.mark.parametrize("state", WALKED, indirect=True)
WITH_REPORTS = pytest.mark.parametrize("state", [name for name in WALKED if name != "no_report"], indirect=True)
FILTERS: dict[str, set[str]] = {
    "executive": set(),
    "weaknesses": {"indicator", "status", "order"},
    "way": {"grade"},
    "survey": {"tool"},
    "scores": set(),
    "measures": {"indicator", "unit", "round", "status", "measure"},
    "rounds": {"indicator", "unit", "round", "status"},
    "coverage": {"indicator", "unit"},
    "completeness": {"document", "severity", "decision", "finding"},
    "plan": {"measure", "indicator"},
    "entry": {"round", "measure", "unit"},
    "trend": {"indicator", "group"},
    "bring-in": set(),
    "demo": set(),
    "files": {"round"},
    "council": {"round", "slide"},
    "history": {"scope", "measure", "person", "deed", "since", "until", "page", "undo", "at"},
    "backups": set(),
    "people": set(),
    "agencies": {"q", "province", "type", "page", "back"},
    "source": {
        "cell",
        "back",
        "indicator",
        "unit",
        "round",
        "status",
        "measure",
        "group",
        "grade",
        "order",
        "document",
        "severity",
        "decision",
    },  # what the way back leads to
}


def _sources(state: Looked) -> list[Stop]:
    return [stop for stop in state.stops() if stop.way.page == "source" and "cell" in stop.way.address]


@EVERY_STATE
def test_every_link_leads_to_one_of_our_pages(state: Looked) -> None:
    assert [(stop.way, stop.problems) for stop in state.stops() if stop.problems] == []
    assert {stop.way.page for stop in state.stops()} <= set(PAGES)


@EVERY_STATE
def test_a_link_s_filters_are_those_of_its_page(state: Looked) -> None:
    for stop in state.stops():
        assert set(stop.way.filters) <= FILTERS[stop.way.page], stop.way
        asks_itself = {"source", "bring-in", "agencies", "history", "entry", "council"}
        if stop.way.page not in asks_itself and "measure" not in stop.way.filters:
            asked = {name: said for name, said in stop.way.filters.items() if name != "finding"}  # opens a form
            assert asked.items() <= stop.chosen.items(), f"{stop.way} asks for what is not offered"


@WITH_REPORTS
def test_a_link_keeps_the_agency_and_the_year(state: Looked) -> None:
    ways = {way for stop in state.stops() for way in stop.ways if way.page}
    assert ways
    # The form of scores asks for both itself, where it is reached without a result.
    assert [way for way in ways if not {"agency", "year"} <= set(way.address) and way.page != "scores"] == []


@EVERY_STATE
def test_a_place_that_a_link_names_is_on_its_page(state: Looked) -> None:
    for stop in state.stops():
        assert {way.place for way in stop.ways if not way.page} <= stop.places, stop.way
        assert not stop.way.place or stop.way.place in stop.places, stop.way


@WITH_REPORTS
def test_every_source_link_leads_to_a_known_cell_that_is_marked(state: Looked) -> None:
    stops = _sources(state)
    assert stops or state.name == "plan_alone"
    assert [stop.way for stop in stops if stop.headline == say("origin.unknown")] == []
    assert [stop.way for stop in stops if len(stop.marked) != 1] == [], "exactly one cell is the number's"


@WITH_REPORTS
def test_the_way_back_leads_to_the_very_page_it_came_from(state: Looked) -> None:
    """To the one measure or indicator that was on the screen, not to the list of all."""
    lost = []
    for stop in _sources(state):
        (back,) = [way for way in stop.ways if way.page and "cell" not in way.address]
        came = stop.came_from
        # From cell to cell the way back stays that of the first one.
        page = came.address["back"] if came.page == "source" else came.page
        wanted = {name: said for name, said in came.filters.items() if name not in {"back", "cell"}}
        is_kept = wanted.items() <= back.filters.items()  # it may say what was shown unasked as well
        if back.page != page or not is_kept:
            lost.append((stop.came_from, stop.way, back))
    assert lost == []


@WITH_REPORTS
def test_a_number_is_two_clicks_from_its_cell(state: Looked) -> None:
    """A fact leads to its account on the same page; the account's inputs to cells."""
    without = {"bring-in", "source", "demo", "agencies", "history", "backups", "people", "plan", "entry", "council"}
    for page in [name for name in PAGES if name not in without]:
        shown = state.page(page)
        account = shown.part("source")
        for link in [way for way in shown.ways if way.place.startswith("number-")]:
            assert not link.page
            assert link.place in {each.id for each in account.inside}
        assert {way.page for way in account.links} <= {"source"}
        numbers = account.of("number")
        assert numbers
        assert all(each.find("b")[0].text and len(each.text) > len(each.find("b")[0].text) for each in numbers)
