"""Links between our pages: they change the page without loading it anew, and lead to the place that they name."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from ita_analysis.texts import say

from .screen import about, headline, link, main, path_of, settle, visit
from .servers import Server
from .shipped import FINDING, ITS_MEASURE, YEAR, agency_code

IN_SIGHT = """element => {
  const box = element.getBoundingClientRect(), fold = element.closest('details');
  return element.checkVisibility() && box.height > 0 && box.top >= 0 && box.top < innerHeight && (!fold || fold.open);
}"""


def mark(page: Page) -> None:
    """Leave a mark that a new document does not have."""
    page.evaluate("window.__mark = true")


def is_the_same_document(page: Page) -> bool:
    """Say whether the mark is still there."""
    return bool(page.evaluate("window.__mark === true"))


def comes_into_sight(page: Page, place: Locator) -> None:
    """Wait until a place is unfolded, scrolled to, and has the focus."""
    expect(place).to_be_visible()
    expect(place).to_be_focused()
    page.wait_for_function(IN_SIGHT, arg=place.element_handle())


@pytest.mark.parametrize(
    ("words", "path"),
    [
        (say("executive.request.measure.button"), "/coverage"),
        (say("executive.request.findings.button"), "/completeness"),
        (say("executive.request.round.button"), "/entry"),
        (ITS_MEASURE, "/measures"),
        ("7 การสื่อสาร", "/weaknesses"),
    ],
)
def test_a_link_changes_the_page_within_the_same_document(server: Server, page: Page, words: str, path: str) -> None:
    visit(page, server)
    mark(page)
    link(page, words).click()
    expect(headline(page)).not_to_have_text(FINDING)
    settle(page)
    assert path_of(page) == path
    assert about(page).items() >= {"agency": agency_code(), "year": YEAR}.items()
    assert is_the_same_document(page)


def test_a_link_from_a_page_to_another_part_of_it_changes_what_is_shown(server: Server, page: Page) -> None:
    visit(page, server, "/measures")
    listed = headline(page).inner_text()
    mark(page)
    link(page, ITS_MEASURE).first.click()
    expect(headline(page)).to_contain_text(ITS_MEASURE)
    link(page, say("measures.all")).click()
    expect(headline(page)).to_have_text(listed)
    page.go_back()
    expect(headline(page)).to_contain_text(ITS_MEASURE)
    assert is_the_same_document(page)


def test_with_ctrl_a_link_opens_a_tab_of_its_own(server: Server, page: Page) -> None:
    visit(page, server)
    mark(page)
    with page.context.expect_page() as opened:
        link(page, say("executive.request.measure.button")).click(modifiers=["Control"])
    other = opened.value
    settle(other)
    assert path_of(other) == "/coverage"
    assert path_of(page) == "/"
    assert is_the_same_document(page)
    expect(headline(page)).to_have_text(FINDING)
    other.close()


def test_a_number_leads_to_its_account_on_the_same_page(server: Server, page: Page) -> None:
    visit(page, server)
    numbers = main(page).get_by_role("link").and_(main(page).locator("[href^='#']"))
    assert numbers.count() >= 4
    for number in numbers.all():
        visit(page, server)
        mark(page)
        number.click()
        comes_into_sight(page, main(page).locator(str(number.get_attribute("href"))))
        assert is_the_same_document(page)


def test_a_place_on_another_page_is_led_to_after_the_page_has_changed(server: Server, page: Page) -> None:
    visit(page, server)
    mark(page)
    link(page, say("executive.request.findings.button")).click()
    comes_into_sight(page, page.locator("#findings"))
    assert path_of(page) == "/completeness"
    assert page.url.endswith("#findings")
    assert is_the_same_document(page)


@pytest.mark.parametrize(
    ("path", "place"), [("/measures", "findings"), ("/", "number-coverage"), ("/rounds", "source")]
)
def test_a_place_in_the_address_is_led_to_by_a_fresh_visit(server: Server, page: Page, path: str, place: str) -> None:
    page.goto(server.url(f"{path}#{place}"))
    comes_into_sight(page, page.locator(f"#{place}"))
