"""The first visit to a new server process, straight to a page inside (Streamlit's old router must not answer it)."""

from __future__ import annotations

from playwright.sync_api import expect

from ita_analysis.texts import say

from .screen import filter_box, headline, main, settle, visit
from .servers import Server
from .shipped import FINDING, STEPS_DONE
from .visitors import Visitors

# Streamlit says so once per process, over the right page: its old router looks for the page before the menu is known.
NOT_FOUND = "does not seem to exist"


def test_a_deep_link_shows_its_page_inside_the_frame(cold_server: Server, visitors: Visitors) -> None:
    visitors.pardon(NOT_FOUND)
    page = visitors.page()
    visit(page, cold_server, "/rounds?round=6")
    expect(headline(page)).to_have_text(STEPS_DONE)
    expect(page).to_have_title(say("frame.title"))
    expect(page.get_by_role("navigation").get_by_role("link", name=say("page.executive"))).to_be_visible()
    expect(filter_box(page, "round")).to_have_value(say("filter.round_label", months=6))
    assert page.evaluate("document.documentElement.lang") == "th"


def test_two_first_visitors_at_once_both_get_their_page(cold_server: Server, visitors: Visitors) -> None:
    visitors.pardon(NOT_FOUND)
    asked = {"/rounds?round=6": STEPS_DONE, "/": FINDING}
    pages = {path: visitors.page(is_fresh=True) for path in asked}
    for path, page in pages.items():
        page.goto(cold_server.url(path), wait_until="commit")
    for path, page in pages.items():
        settle(page)
        expect(headline(page)).to_have_text(asked[path])
        expect(main(page).get_by_role("alert")).to_have_count(0)
        expect(page.get_by_role("navigation").get_by_role("link", name=say("page.executive"))).to_be_visible()
