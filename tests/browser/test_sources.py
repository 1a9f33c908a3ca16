"""From a number to the cell of the report that it was read from, in two clicks, and back again."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from ita_analysis.texts import say

from .screen import about, headline, link, main, path_of, settle, visit
from .servers import Server
from .shipped import FINDING
from .walked import PAGES, WITH_CELLS

NUMBERS = ("coverage", "round-6")


def marked(page: Page) -> Locator:
    """Return the cell of the report's row that is marked as the origin."""
    return main(page).locator("td.cell")


def follow(page: Page, number: str) -> None:
    """Click a number of the facts strip, then the first of its inputs."""
    main(page).locator(f"a[href='#number-{number}']").click()
    account = main(page).locator(f"#number-{number}")
    expect(account).to_be_visible()
    account.get_by_role("link").first.click()
    expect(page.get_by_text(say("origin.kept_words"))).to_be_visible()
    settle(page)


@pytest.mark.parametrize("number", NUMBERS)
def test_two_clicks_lead_from_a_number_to_its_cell_and_one_click_back(server: Server, page: Page, number: str) -> None:
    visit(page, server)
    follow(page, number)
    assert path_of(page) == "/source"
    expect(marked(page)).to_have_count(1)
    expect(marked(page)).to_be_visible()
    assert marked(page).inner_text().strip() not in {"", say("missing")}
    link(page, say("origin.back", page=say("page.executive"))).click()
    expect(headline(page)).to_have_text(FINDING)
    assert path_of(page) == "/"


@pytest.mark.parametrize("number", NUMBERS)
def test_the_browsers_own_way_back_returns_to_the_number(server: Server, page: Page, number: str) -> None:
    visit(page, server)
    follow(page, number)
    page.go_back()
    expect(headline(page)).to_have_text(FINDING)
    assert path_of(page) == "/"
    page.go_forward()
    expect(marked(page)).to_be_visible()


@pytest.mark.parametrize("name", WITH_CELLS)
def test_every_cell_that_an_account_names_is_there(server: Server, page: Page, name: str) -> None:
    visit(page, server, PAGES[name])
    cells = main(page).locator("details a[href*='source?']")
    addresses = sorted({str(each.get_attribute("href")) for each in cells.all()})
    assert addresses
    for address in addresses:
        visit(page, server, address.removeprefix("."))
        assert about(page)["back"] == name
        expect(marked(page)).to_have_count(1)
        assert marked(page).inner_text().strip() not in {"", say("missing")}
