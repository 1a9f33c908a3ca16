"""Agency and fiscal year: chosen in the address, kept over pages, offered only where there is a choice."""

from __future__ import annotations

import pytest

from tests.store.invented import agency
from tests.ui.conftest import Looked
from tests.ui.markup import Way
from tests.ui.screen import Screen, visit

PAGES = ("executive", "weaknesses", "measures", "rounds", "coverage", "source")
TWO = pytest.mark.parametrize("state", ["two_agencies"], indirect=True)
FIRST, SECOND = agency(1).name, agency(2).name


def _about(shown: Screen) -> str:
    (caption,) = shown.elements("div", "caption")
    return caption.text


@pytest.mark.parametrize("state", ["shipped"], indirect=True)
@pytest.mark.parametrize("page", PAGES)
def test_one_agency_and_year_are_no_choice(page: str, state: Looked) -> None:
    assert not {"agency", "year"} & state.page(page).filters


@TWO
@pytest.mark.parametrize("page", PAGES)
def test_two_agencies_are_a_choice(page: str, state: Looked) -> None:
    shown = state.page(page)
    assert "agency" in shown.filters
    assert sorted(shown.options("agency")) == sorted([FIRST, SECOND])


@TWO
@pytest.mark.parametrize("page", PAGES)
def test_the_address_names_the_agency_and_the_year(page: str, state: Looked) -> None:
    for name in (FIRST, SECOND):
        shown = visit(page, agency=state.code(name), year="2564")
        assert shown.problems == []
        assert name in _about(shown)
        assert "2564" in _about(shown)
        if page == "rounds":
            assert ("ผลของที่สอง" in shown.text) == (name == SECOND)


@TWO
def test_the_latest_year_is_the_first_answer(state: Looked) -> None:
    shown = visit(agency=state.code(SECOND))
    assert "2565" in _about(shown)
    shown.choose("year", "2564")
    assert "2564" in _about(shown)
    assert shown.at.query_params == {"agency": state.code(SECOND), "year": "2564"}


@TWO
def test_a_year_that_the_other_agency_lacks_falls_back(state: Looked) -> None:
    shown = visit(agency=state.code(FIRST), year="2565")
    assert shown.problems == []
    assert FIRST in _about(shown)
    assert "2564" in _about(shown)


@TWO
@pytest.mark.parametrize("name", [FIRST, SECOND])
def test_what_was_chosen_is_kept_on_the_other_pages(name: str, state: Looked) -> None:
    other = FIRST if name == SECOND else SECOND
    shown = visit(agency=state.code(other)).choose("agency", state.code(name))
    assert shown.at.query_params["agency"] == state.code(name)
    for page in (*PAGES, "executive"):
        assert name in _about(shown.follow(page)), page
        assert shown.at.query_params["agency"] == state.code(name), "the address of each page says whose it is"


@TWO
def test_the_year_is_kept_over_pages_too(state: Looked) -> None:
    shown = visit(agency=state.code(SECOND)).choose("year", "2564")
    for page in (*PAGES, "executive"):
        assert "2564" in _about(shown.follow(page)), page
        assert shown.at.query_params["year"] == "2564"


@TWO
def test_another_agency_in_the_address_is_the_truth(state: Looked) -> None:
    """A link that was sent shows what it says, whatever this visitor looked at before."""
    shown = visit(agency=state.code(SECOND), year="2564")
    other = shown.click(Way("rounds", (("agency", state.code(FIRST)), ("year", "2564"))))
    assert FIRST in _about(other)
    assert other.html == visit("rounds", agency=state.code(FIRST), year="2564").html


@TWO
def test_another_visitor_starts_anew(state: Looked) -> None:
    before = _about(state.page())
    visit(agency=state.code(FIRST))
    visit(agency=state.code(SECOND))
    assert _about(visit()) == before


@TWO
def test_choosing_an_agency_in_spite_of_a_filter_it_lacks_is_no_error(state: Looked) -> None:
    shown = visit("rounds", agency=state.code(SECOND), indicator="6").choose("agency", state.code(FIRST))
    assert shown.problems == []
    assert FIRST in _about(shown)
