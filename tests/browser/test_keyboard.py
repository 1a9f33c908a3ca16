"""The executive's screen without a mouse."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from ita_analysis.texts import say

from .screen import headline, main, path_of, visit
from .servers import Server

LOOK = "button => { const s = getComputedStyle(button); return [s.outline, s.boxShadow, s.borderColor].join() }"
MOST_TABS = 20


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until the wanted element has the focus."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"not reached with {MOST_TABS} times Tab")


def test_tab_reaches_the_first_request_and_enter_follows_it(server: Server, page: Page) -> None:
    visit(page, server)
    first = main(page).get_by_role("button").first
    before = first.evaluate(LOOK)
    tab_to(page, first)
    assert first.evaluate(LOOK) != before, "the focus is to be seen"
    page.keyboard.press("Enter")
    expect(headline(page)).to_have_text(say("bring_in.headline"))
    assert path_of(page) == "/bring-in"


def test_the_menu_opens_and_leads_by_keyboard(server: Server, page: Page) -> None:
    visit(page, server)
    tab_to(page, page.get_by_role("navigation").get_by_role("button").first)
    page.keyboard.press("Enter")
    expect(page.get_by_role("menuitem").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/rounds")
