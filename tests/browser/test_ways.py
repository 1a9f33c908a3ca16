"""Ways between the pages: the menu, the browser's back and forward, an address that does not exist."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from ita_analysis.texts import say

from .screen import about, choose, filter_box, follow_menu, headline, path_of, settle, visit
from .servers import Server
from .shipped import FINDING, STEPS_DONE
from .visitors import Visitors

BRING_IN = say("bring_in.headline")


def test_the_menu_then_back_and_forward_lead_through_the_pages_with_their_filters(server: Server, page: Page) -> None:
    visit(page, server)
    follow_menu(page, "rounds")
    expect(headline(page)).to_have_text(STEPS_DONE)
    choose(page, "round", say("filter.round_label", months=12))
    page.wait_for_url("**/rounds?round=12")
    follow_menu(page, "bring-in")
    expect(headline(page)).to_have_text(BRING_IN)
    page.go_back()
    expect(headline(page)).to_have_text(STEPS_DONE)
    expect(filter_box(page, "round")).to_have_value(say("filter.round_label", months=12))
    assert about(page) == {"round": "12"}
    page.go_back()
    expect(filter_box(page, "round")).not_to_have_value(say("filter.round_label", months=12))
    assert about(page) == {}
    page.go_back()
    expect(headline(page)).to_have_text(FINDING)
    for _ in range(3):
        page.go_forward()
    expect(headline(page)).to_have_text(BRING_IN)
    assert path_of(page) == "/bring-in"


def test_an_address_that_does_not_exist_shows_the_first_page(server: Server, visitors: Visitors) -> None:
    visitors.pardon("does not seem to exist")
    page = visitors.page()
    visit(page, server, "/nowhere")
    expect(headline(page)).to_have_text(FINDING)


def test_on_a_phone_the_menu_opens_leads_on_and_gets_out_of_the_way(server: Server, visitors: Visitors) -> None:
    page = visitors.page("phone")
    visit(page, server)
    page.get_by_test_id("stHeader").get_by_role("button").first.click()
    page.get_by_role("link", name=say("page.rounds"), exact=True).click()
    expect(headline(page)).to_have_text(STEPS_DONE)
    settle(page)
    headline(page).click(timeout=5_000)  # waits until nothing covers it
