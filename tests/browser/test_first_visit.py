"""The first visit to a new server process, straight to a page inside: Streamlit's old router must not answer it."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from ita_analysis.texts import say

from .screen import filter_box, headline, messages, settle, visit
from .servers import Server
from .shipped import FINDING, STEPS_DONE
from .visitors import Visitors


def stands_in_its_frame(page: Page, finding: str) -> None:
    """Check that it is the page asked for, not a bare script: with its title, its language and the menu."""
    expect(headline(page)).to_have_text(finding)
    expect(messages(page)).to_have_count(0)
    expect(page).to_have_title(say("frame.title"))
    assert page.evaluate("document.documentElement.lang") == "th"
    menu = page.locator("nav")  # not by its role: a false alarm of Streamlit's may lie over the page
    expect(menu.get_by_text(say("page.executive"), exact=True)).to_be_visible()


def test_started_by_streamlit_a_deep_link_shows_its_page_inside_the_frame(
    plain_server: Server, visitors: Visitors
) -> None:
    visitors.pardon("does not seem to exist")  # once per process, over the right page; `make run` prevents it
    page = visitors.page()
    visit(page, plain_server, "/rounds?round=6")
    stands_in_its_frame(page, STEPS_DONE)
    page.reload()
    settle(page)
    stands_in_its_frame(page, STEPS_DONE)
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(filter_box(page, "round")).to_have_value(say("filter.round_label", months=6))


def test_started_by_make_two_first_visitors_at_once_both_get_their_page(
    cold_server: Server, visitors: Visitors
) -> None:
    asked = {"/rounds?round=6": STEPS_DONE, "/": FINDING}
    pages = {path: visitors.page() for path in asked}
    for path, page in pages.items():
        page.goto(cold_server.url(path), wait_until="commit")
    for path, page in pages.items():
        settle(page)
        stands_in_its_frame(page, asked[path])
        expect(page.get_by_role("dialog")).to_have_count(0)
