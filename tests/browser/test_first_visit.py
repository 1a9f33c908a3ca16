"""The first visit to a new server process, straight to a page inside.

Streamlit's old router must not answer it: neither with a bare script nor with "Page not found" over the right page.
"""

from __future__ import annotations

from playwright.sync_api import Page, expect

from ita_analysis.texts import say

from .screen import filter_box, headline, messages, settle, visit
from .servers import Server
from .shipped import FINDING, STEPS_DONE
from .visitors import Visitors


def stands_in_its_frame(page: Page, finding: str) -> None:
    """Check that a page has its menu, its title, its language, and nothing over it."""
    expect(headline(page)).to_have_text(finding)
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(messages(page)).to_have_count(0)
    expect(page).to_have_title(say("frame.title"))
    expect(page.get_by_role("navigation").get_by_role("link", name=say("page.executive"))).to_be_visible()
    assert page.evaluate("document.documentElement.lang") == "th"


def test_a_deep_link_shows_its_page_inside_the_frame(cold_server: Server, page: Page) -> None:
    visit(page, cold_server, "/rounds?round=6")
    stands_in_its_frame(page, STEPS_DONE)
    expect(filter_box(page, "round")).to_have_value(say("filter.round_label", months=6))


def test_two_first_visitors_at_once_both_get_their_page(cold_server: Server, visitors: Visitors) -> None:
    asked = {"/rounds?round=6": STEPS_DONE, "/": FINDING}
    pages = {path: visitors.page() for path in asked}
    for path, page in pages.items():
        page.goto(cold_server.url(path), wait_until="commit")
    for path, page in pages.items():
        settle(page)
        stands_in_its_frame(page, asked[path])
