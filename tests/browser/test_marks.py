"""A click on a mark of a chart filters the page by the address, and another click on it takes the filter out again."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from ita_analysis.texts import say

from .screen import about, filter_box, main, settle, visit
from .servers import Server
from .shipped import INDICATOR
from .visitors import Visitors
from .walked import SCORED

HATCHED = ".barlayer .point path"
DIAMONDS = ".scatterlayer path.point"


def click(page: Page, kind: str, row: int) -> None:
    """Click the mark of a row as a person does: it comes into view, then the pointer, then the button."""
    settle(page)
    found = main(page).locator(f".js-plotly-plot {kind}").nth(row)
    found.hover(force=True)  # Plotly lays a layer over its marks that takes the pointer
    found.click(force=True)


def drill(page: Page, no: int) -> None:
    """Expect an indicator to be shown in full."""
    wanted = say("weaknesses.drill", no=no, name="")
    expect(main(page).get_by_role("heading").filter(has_text=wanted)).to_be_visible()


def test_a_mark_sets_the_filter_in_the_address_and_the_page_follows(server: Server, page: Page) -> None:
    visit(page, server, "/weaknesses")
    click(page, DIAMONDS, 6)
    page.wait_for_url("**/weaknesses?indicator=7")
    drill(page, 7)
    expect(filter_box(page, "indicator")).to_have_value(INDICATOR)


def test_a_hatched_track_is_a_mark_too(server: Server, page: Page) -> None:
    visit(page, server, "/weaknesses")
    click(page, HATCHED, 9)
    page.wait_for_url("**/weaknesses?indicator=10")
    drill(page, 10)


def test_another_mark_takes_its_place_and_the_same_one_again_clears(server: Server, page: Page) -> None:
    visit(page, server, "/weaknesses?indicator=7")
    click(page, DIAMONDS, 2)
    page.wait_for_url("**/weaknesses?indicator=3")
    drill(page, 3)
    click(page, DIAMONDS, 2)
    page.wait_for_url("**/weaknesses")
    settle(page)
    assert about(page) == {}
    expect(filter_box(page, "indicator")).to_have_value(say("filter.all"))


def test_what_a_click_set_a_stranger_sees_by_the_link(server: Server, page: Page, visitors: Visitors) -> None:
    visit(page, server, "/weaknesses?order=number")
    click(page, DIAMONDS, 6)
    page.wait_for_url("**indicator=7**")
    drill(page, 7)
    settle(page)
    assert about(page) == {"order": "number", "indicator": "7"}
    other = visitors.page(is_fresh=True)
    visit(other, server, page.url.partition(str(server.port))[2])
    drill(other, 7)


def test_a_mark_of_the_years_shows_its_indicator_over_them(demo_server: Server, page: Page) -> None:
    visit(page, demo_server, SCORED["trend"])
    weakest = main(page).locator("table tbody a[href*='indicator=']").first
    number = str(weakest.get_attribute("href")).partition("indicator=")[2].partition("&")[0]
    first_small = main(page).locator(".js-plotly-plot").nth(1).locator(DIAMONDS).first
    first_small.hover(force=True)
    first_small.click(force=True)
    page.wait_for_url(f"**indicator={number}**")
    settle(page)
    assert about(page)["indicator"] == number
    expect(main(page).get_by_role("heading", level=1)).to_contain_text(re.compile(f"^ตัวชี้วัดที่ {number}\\b"))


def test_without_a_mouse_the_links_of_the_table_lead_the_same_way(server: Server, page: Page) -> None:
    visit(page, server, "/weaknesses")
    summary = main(page).locator("summary").filter(has_text=say("table.of_chart")).first
    summary.focus()
    page.keyboard.press("Enter")
    way = main(page).locator("table tbody a[href*='indicator=7']").first
    way.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**indicator=7**")
    drill(page, 7)
