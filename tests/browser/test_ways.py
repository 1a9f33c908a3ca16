"""Ways between the pages: the menu, the browser's back and forward, an address that does not exist."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from ita_analysis.texts import say

from .looking import stumbling_blocks
from .screen import about, choose, filter_box, follow_menu, headline, link, main, path_of, settle, visit
from .servers import Server
from .shipped import FINDING, INDICATOR, ITS_MEASURE, STEPS_DONE
from .visitors import Visitors
from .walked import PAGES

BRING_IN = say("bring_in.headline")


def shows(page: Page, name: str) -> None:
    """Check that a page is shown, by its name above the finding."""
    page.wait_for_url(lambda url: url.split("?")[0].endswith(PAGES[name]))
    expect(main(page).get_by_text(say(f"page.{name}"), exact=True).first).to_be_visible()
    settle(page)


def test_the_menu_leads_to_every_page_and_back_and_forward_lead_through_them(server: Server, page: Page) -> None:
    visit(page, server)
    names = list(PAGES)
    headlines = [headline(page).inner_text()]
    for name in names[1:]:
        follow_menu(page, name)
        expect(headline(page)).not_to_have_text(headlines[-1])
        shows(page, name)
        headlines.append(headline(page).inner_text())
    assert len(set(headlines)) == len(names)
    for words in reversed(headlines[:-1]):
        page.go_back()
        expect(headline(page)).to_have_text(words)
    for words in headlines[1:]:
        page.go_forward()
        expect(headline(page)).to_have_text(words)
    assert path_of(page) == PAGES[names[-1]]


def test_back_and_forward_lead_through_filters_too(server: Server, page: Page) -> None:
    visit(page, server)
    follow_menu(page, "rounds")
    expect(headline(page)).to_have_text(STEPS_DONE)
    choose(page, "round", say("filter.round_label", months=12))
    page.wait_for_url("**/rounds?round=12")
    choose(page, "indicator", INDICATOR)
    page.wait_for_url("**/rounds?round=12&indicator=7")
    follow_menu(page, "bring-in")
    expect(headline(page)).to_have_text(BRING_IN)
    states: list[dict[str, str]] = [{"round": "12", "indicator": "7"}, {"round": "12"}, {}]
    for state in states:
        page.go_back()
        expect(headline(page)).not_to_have_text(BRING_IN)
        page.wait_for_function("count => new URLSearchParams(location.search).size === count", arg=len(state))
        settle(page)
        assert about(page) == state
        is_chosen = "indicator" in state
        expect(filter_box(page, "indicator")).to_have_value(INDICATOR if is_chosen else say("filter.all"))
    page.go_back()
    expect(headline(page)).to_have_text(FINDING)
    for _ in range(4):
        page.go_forward()
    expect(headline(page)).to_have_text(BRING_IN)
    assert path_of(page) == "/bring-in"


def test_back_leads_from_a_link_to_the_filters_it_was_followed_from(server: Server, page: Page) -> None:
    visit(page, server, "/rounds?indicator=7")
    link(page, ITS_MEASURE).click()
    expect(headline(page)).to_contain_text(ITS_MEASURE)
    page.go_back()
    expect(filter_box(page, "indicator")).to_have_value(INDICATOR)
    assert path_of(page) == "/rounds"


@pytest.mark.parametrize("path", ["/nowhere", "/measures/nowhere", "/rounds/", "/executive"])
def test_an_address_that_does_not_exist_shows_the_first_page_or_what_was_meant(
    server: Server, page: Page, path: str
) -> None:
    visit(page, server, path)
    expect(headline(page)).to_have_text(STEPS_DONE if path == "/rounds/" else FINDING)
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert stumbling_blocks(page) == {}


def test_on_a_phone_the_menu_opens_leads_on_and_gets_out_of_the_way(server: Server, visitors: Visitors) -> None:
    page = visitors.page("phone", is_fresh=True)  # Streamlit remembers an open menu
    visit(page, server)
    for name in [*list(PAGES)[1:], "executive"]:
        page.get_by_test_id("stHeader").get_by_role("button").first.click()
        page.get_by_role("link", name=say(f"page.{name}"), exact=True).click()
        shows(page, name)
        headline(page).click(timeout=5_000)  # waits until nothing covers it
