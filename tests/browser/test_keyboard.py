"""The screens without a mouse: everything that can be used is reached, and the focus is to be seen."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from ita_analysis.texts import say

from .keys import open_list, tab_through, tab_to
from .looking import KNOWN
from .screen import about, filter_box, headline, link, main, path_of, settle, visit
from .servers import Server
from .shipped import AGENCY, INDICATOR
from .walked import PAGES, WALKED, WITH_CELLS

FIRST_FILTER = {"weaknesses": "indicator", "measures": "round", "rounds": "round", "coverage": "indicator"}
SETTINGS = "[auth]"  # a sample of the settings file, whose words are not ours to choose
LABELLED = re.compile(r"[A-Za-z]{2,}")
# Streamlit draws its arrows with letters of an icon font; a screen reader is not told of them.
ICONS = {"keyboard", "arrow", "right", "down", "up", "chevron", "expand", "more"}


@pytest.mark.parametrize("name", WALKED)
def test_tab_reaches_all_that_can_be_used_and_shows_where_it_is(server: Server, page: Page, name: str) -> None:
    visit(page, server, WALKED[name])
    page.wait_for_timeout(300)
    stops = tab_through(page)
    assert [stop["words"] for stop in stops if not stop["isSeen"]] == []
    said = {word for stop in stops if SETTINGS not in stop["words"] for word in LABELLED.findall(stop["words"])}
    assert said - ICONS <= set(KNOWN)
    assert all(stop["words"].strip() for stop in stops if stop["number"] >= 0)


@pytest.mark.parametrize("name", WITH_CELLS)
def test_the_account_of_the_numbers_is_unfolded_and_followed(server: Server, page: Page, name: str) -> None:
    visit(page, server, PAGES[name])
    place = main(page).locator("details", has=page.locator("summary", has_text=say("source.title")))
    account = place.locator("summary")
    tab_to(page, account)
    page.keyboard.press("Enter")
    expect(place).to_have_attribute("open", "")
    page.keyboard.press("Space")
    expect(place).not_to_have_attribute("open", "")
    page.keyboard.press("Enter")
    tab_to(page, place.get_by_role("link").first)
    page.keyboard.press("Enter")
    page.wait_for_url("**/source?*")
    expect(page.get_by_text(say("origin.kept_words"))).to_be_visible()
    back = link(page, say("origin.back", page=say(f"page.{name}")))
    tab_to(page, back)
    page.keyboard.press("Enter")
    expect(back).to_have_count(0)
    settle(page)
    assert path_of(page) == PAGES[name]


@pytest.mark.parametrize("name", FIRST_FILTER)
def test_a_filter_is_chosen(server: Server, page: Page, name: str) -> None:
    visit(page, server, PAGES[name])
    box = filter_box(page, FIRST_FILTER[name])
    tab_to(page, box)
    open_list(page)
    page.keyboard.press("Home")
    page.keyboard.press("ArrowDown")
    chosen = page.locator("[role=option][data-focused=true]").inner_text()
    assert chosen != say("filter.all")
    page.keyboard.press("Enter")
    expect(box).to_have_value(chosen)
    page.wait_for_url(f"**{PAGES[name]}?{FIRST_FILTER[name]}=*")
    settle(page)
    assert list(about(page)) == [FIRST_FILTER[name]]


def test_a_request_is_followed(server: Server, page: Page) -> None:
    visit(page, server)
    tab_to(page, link(page, say("executive.request.round.button")))
    page.keyboard.press("Enter")
    expect(headline(page)).to_contain_text(say("filter.round_label", months=12))
    assert path_of(page) == "/entry"


def test_the_menu_opens_and_leads(server: Server, page: Page) -> None:
    visit(page, server)
    tab_to(page, page.get_by_role("navigation").get_by_role("button").nth(1))
    page.keyboard.press("Enter")
    expect(page.get_by_role("menuitem").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/rounds")


def test_a_link_is_confirmed_with_a_reason(storing_server: Server, page: Page) -> None:
    reason = "อ่านขั้นตอนของมาตรการแล้ว ตรงกับตัวชี้วัดนี้"
    visit(page, storing_server, f"/coverage?agency=khao-saming&year=2564&indicator={INDICATOR.split()[0]}")
    expect(main(page).get_by_text(AGENCY).first).to_be_visible()
    expect(main(page).get_by_text(reason)).to_have_count(0)
    measure = main(page).get_by_role("combobox", name=say("coverage.edit.measure"), exact=True)
    tab_to(page, measure)
    open_list(page)
    page.keyboard.press("Home")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("option")).to_have_count(0)
    settle(page)
    tab_to(page, main(page).get_by_role("textbox", name=say("coverage.edit.reason")))
    page.keyboard.type(reason)
    tab_to(page, main(page).get_by_role("button", name=say("coverage.edit.confirm"), exact=True))
    page.keyboard.press("Enter")
    expect(main(page).get_by_text(say("coverage.edit.saved"))).to_be_visible()
    settle(page)
    expect(main(page).get_by_role("heading", name=say("coverage.changes.title"), exact=True)).to_be_visible()
    assert main(page).get_by_text(reason).count() >= 2, "as the link's reason and in the history"
