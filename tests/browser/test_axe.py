"""What is open on a page bars nobody, and axe finds what it is asked for; test_looks asks it of each page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .barriers import barriers, find_barriers, has_none
from .screen import open_filter, visit
from .servers import Server
from .visitors import Visitors

# A plain font: in some others axe takes short Thai words for icons.
FRAME = (
    "<!doctype html><html lang=th><head><title>หน้า</title></head>"
    "<body style='font-family:sans-serif'><main><h1>ผล</h1>{}</main></body></html>"
)
GOOD = "<p>ข้อความ</p><img alt='แผนภูมิ' src='data:,'><label>ปี <input></label><ul><li>หนึ่ง</li></ul>"
BAD = {
    "image-alt": "<img src='data:,'>",
    "button-name": "<button></button>",
    "label": "<input>",
    "color-contrast": "<p style='color:#999;background:#fff'>ข้อความจาง</p>",
    "list": "<ul><div>หนึ่ง</div></ul>",
    "listitem": "<div><li>หนึ่ง</li></div>",
    "aria-allowed-attr": "<div role=row aria-checked=true>หนึ่ง</div>",
}


def test_no_barrier_in_an_open_list(server: Server, page: Page) -> None:
    visit(page, server, "/rounds")
    open_filter(page, "round")
    has_none(page)
    expect(page.get_by_role("option").first).to_be_visible()


def test_no_barrier_in_the_open_menu(server: Server, page: Page) -> None:
    visit(page, server)
    page.get_by_role("navigation").get_by_role("button").first.click()
    expect(page.get_by_role("menuitem").first).to_be_visible()
    has_none(page)
    expect(page.get_by_role("menuitem").first).to_be_visible()


def test_no_barrier_in_the_phones_open_menu(server: Server, visitors: Visitors) -> None:
    page = visitors.page("phone", is_fresh=True)  # Streamlit remembers an open menu
    visit(page, server)
    page.get_by_test_id("stHeader").get_by_role("button").first.click()
    expect(page.get_by_test_id("stSidebarNavItems")).to_be_in_viewport()
    has_none(page)


def test_a_good_page_has_no_barrier(page: Page) -> None:
    page.set_content(FRAME.format(GOOD))
    assert find_barriers(page) == []


@pytest.mark.parametrize("rule", BAD)
def test_each_barrier_is_found_and_told(page: Page, rule: str) -> None:
    page.set_content(FRAME.format(BAD[rule]))
    (line,) = [line for line in barriers(page) if line.startswith(f"{rule} (")]
    (barrier,) = [barrier for barrier in find_barriers(page) if barrier["rule"] == rule]
    assert all(barrier[part] in line for part in ("impact", "selector", "help"))
