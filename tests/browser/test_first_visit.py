"""The first visits to a new server process, straight to pages inside: Streamlit's old router must not answer them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from ita_analysis.texts import LANGUAGE, say

from .screen import filter_box, headline, messages, settle, visit
from .servers import Server
from .shipped import FINDING, STEPS_DONE
from .visitors import Visitors


def stands_in_its_frame(page: Page, finding: str) -> None:
    """Check that it is the page asked for, not a bare script: with its title, its language and the menu, in Thai."""
    expect(headline(page)).to_have_text(finding)
    expect(messages(page)).to_have_count(0)
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page).to_have_title(say("frame.title"))
    assert page.evaluate("document.documentElement.lang") == LANGUAGE
    expect(page.get_by_role("navigation").get_by_text(say("page.executive"), exact=True)).to_be_visible()


@pytest.mark.parametrize("kind", ["cold_server", "plain_server"])
def test_two_first_visitors_at_once_both_get_their_page(
    request: pytest.FixtureRequest, visitors: Visitors, kind: str
) -> None:
    started: Server = request.getfixturevalue(kind)
    asked = {"/rounds?round=6": STEPS_DONE, "/": FINDING}
    pages = {path: visitors.page(is_fresh=True) for path in asked}
    for path, page in pages.items():
        page.goto(started.url(path), wait_until="commit")
    for path, page in pages.items():
        settle(page)
        stands_in_its_frame(page, asked[path])


def test_a_first_visit_by_a_deep_link_survives_a_reload(plain_server: Server, page: Page) -> None:
    visit(page, plain_server, "/rounds?round=6")
    stands_in_its_frame(page, STEPS_DONE)
    page.reload()
    settle(page)
    stands_in_its_frame(page, STEPS_DONE)
    expect(filter_box(page, "round")).to_have_value(say("filter.round_label", months=6))
