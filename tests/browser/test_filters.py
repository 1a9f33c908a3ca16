"""Filters of the rounds: chosen by hand they stand in the address, and the address is enough to show the same again."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, expect

from ita_analysis.texts import say

from .screen import about, choose, filter_box, headline, main, settle, visit
from .servers import Server
from .shipped import INDICATOR, ITS_MEASURE, OTHER_MEASURE, STEPS_DONE
from .visitors import Visitors

FILTERS = ("round", "indicator", "unit", "status")
SIX_MONTHS = say("filter.round_label", months=6)
HOSTILE = "<img src=x onerror=alert(1)>"


def measures(page: Page) -> Locator:
    """Return the rows of the first table: one per measure, then the total."""
    return main(page).locator("table").first.locator("tbody tr")


def shows_the_choice(page: Page) -> None:
    """Check what round 6 and indicator 7 leave to see."""
    settle(page)
    assert about(page) == {"round": "6", "indicator": "7"}
    expect(filter_box(page, "round")).to_have_value(SIX_MONTHS)
    expect(filter_box(page, "indicator")).to_have_value(INDICATOR)
    expect(measures(page).filter(has_text=ITS_MEASURE)).to_have_count(1)
    expect(measures(page).filter(has_text=OTHER_MEASURE)).to_have_count(0)


def test_a_filter_survives_a_reload_and_a_link_shows_another_visitor_the_same(
    server: Server, page: Page, visitors: Visitors
) -> None:
    visit(page, server, "/rounds")
    assert about(page) == {}
    expect(measures(page).filter(has_text=OTHER_MEASURE)).to_have_count(1)
    choose(page, "round", SIX_MONTHS)
    choose(page, "indicator", INDICATOR)
    page.wait_for_url("**/rounds?round=6&indicator=7")
    shows_the_choice(page)
    page.reload()
    shows_the_choice(page)
    other = visitors.page(is_fresh=True)
    other.goto(page.url)
    shows_the_choice(other)


def test_a_filter_taken_back_leaves_the_address(server: Server, page: Page) -> None:
    visit(page, server, "/rounds?indicator=7")
    expect(measures(page).filter(has_text=OTHER_MEASURE)).to_have_count(0)
    choose(page, "indicator", say("filter.all"))
    expect(measures(page).filter(has_text=OTHER_MEASURE)).to_have_count(1)
    assert about(page) == {}


def test_a_filter_can_be_chosen_by_keyboard(server: Server, page: Page) -> None:
    visit(page, server, "/rounds")
    box = filter_box(page, "round")
    box.focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowDown")
    expect(page.locator("[role=option][data-focused=true]")).to_have_text(SIX_MONTHS)
    page.keyboard.press("Enter")
    expect(box).to_have_value(SIX_MONTHS)
    page.wait_for_url("**/rounds?round=6")


@pytest.mark.parametrize(
    "words",
    [
        "round=7&indicator=99&status=nonsense&unit=&agency=nobody&year=9999",
        f"round={quote(HOSTILE)}&unit={quote(HOSTILE)}&agency={quote(HOSTILE)}&year=-1&indicator=%00&nobody=asked",
    ],
    ids=["unknown", "hostile"],
)
def test_a_wrong_value_in_the_address_shows_the_page_without_that_filter(
    server: Server, page: Page, words: str
) -> None:
    visit(page, server, f"/rounds?{words}")
    expect(headline(page)).to_have_text(STEPS_DONE)
    expect(main(page).get_by_role("alert")).to_have_count(0)
    expect(measures(page).filter(has_text=OTHER_MEASURE)).to_have_count(1)
    for name in FILTERS[1:]:
        expect(filter_box(page, name)).to_have_value(say("filter.all"))
    expect(main(page).get_by_text(HOSTILE)).to_have_count(0)


def test_filters_that_leave_nothing_say_so(server: Server, page: Page) -> None:
    visit(page, server, "/rounds?round=6&status=not_started")
    expect(main(page).get_by_text(say("rounds.nothing_left"))).to_be_visible()
