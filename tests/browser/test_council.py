"""The council's slides in a real browser: moved by keys, large letters, the whole screen, the account by one key."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from ita_analysis.texts import say

from .looking import stumbling_blocks
from .screen import about, headline, settle, visit
from .servers import Server
from .visitors import Size, Visitors

ABOUT = "/council?agency=khao-saming&year=2564"
TWENTY_POINTS = 26.6  # in the browser's pixels
LEFT = "notes => [notes.scrollTop, notes.scrollHeight - notes.clientHeight - notes.scrollTop]"
SMALLEST = """() => Math.min(...[...document.querySelectorAll('.deck *')]
    .filter(each => each.getClientRects().length)
    .filter(each => [...each.childNodes].some(one => one.nodeType === 3 && one.data.trim()))
    .map(each => parseFloat(getComputedStyle(each).fontSize)))"""

# How far apart in pixels what stands above each other is: the letters themselves, with their marks, not their lines.
APART = """() => {
  const one = selector => document.querySelector(`.deck ${selector}`);
  const ink = each => {
    const style = getComputedStyle(each), pen = document.createElement('canvas').getContext('2d');
    pen.font = style.font;
    const size = pen.measureText(each.textContent), box = each.getBoundingClientRect();
    const above = size.fontBoundingBoxAscent, below = size.fontBoundingBoxDescent;
    const free = (parseFloat(style.lineHeight) - above - below) / 2;
    return {top: box.top + free + above - size.actualBoundingBoxAscent,
      bottom: box.bottom - free - below + size.actualBoundingBoxDescent};
  };
  const title = ink(one('h1')), next = one('h1').nextElementSibling, last = one('.slide').lastElementChild;
  return {above: title.top - ink(one('.caption')).bottom,
    below: (next.className === 'lead' ? ink(next) : next.getBoundingClientRect()).top - title.bottom,
    foot: one('.ways').getBoundingClientRect().top - last.getBoundingClientRect().bottom,
    rest: innerHeight - one('.ways').getBoundingClientRect().bottom};
}"""


def is_at(page: Page, number: int) -> None:
    """Check that a slide is shown, stands in the address, and has the focus."""
    expect(page.locator(f"#slide-{number}")).to_be_focused()
    settle(page)
    assert about(page)["slide"] == str(number)
    assert say("deck.number", number=number, count=7) in page.locator(".deck .count").inner_text().replace("\n", " ")


def test_keys_lead_through_the_slides_and_the_browser_s_way_back_too(server: Server, visitors: Visitors) -> None:
    page = visitors.page("projector")
    visit(page, server, f"{ABOUT}&slide=1")
    for key, number in (
        ("ArrowRight", 2), ("Space", 3), ("PageDown", 4), ("ArrowLeft", 3), ("Shift+Space", 2), ("End", 7), ("Home", 1),
    ):  # fmt: skip
        page.keyboard.press(key)
        is_at(page, number)
    page.keyboard.press("ArrowLeft")
    is_at(page, 1)
    page.go_back()
    expect(page.locator("#slide-7")).to_be_visible()


def test_the_account_of_the_numbers_opens_by_one_key_whatever_the_keyboard_writes(server: Server, page: Page) -> None:
    visit(page, server, f"{ABOUT}&slide=2")
    notes = page.locator(".deck .notes")
    expect(notes).to_be_hidden()
    page.evaluate("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'ห', code: 'KeyS', bubbles: true}))")
    expect(notes).to_be_visible()
    page.keyboard.press("Escape")
    expect(notes).to_be_hidden()
    page.keyboard.press("Escape")
    page.wait_for_url(lambda url: "slide=" not in url)
    expect(page.get_by_test_id("stHeader")).to_be_visible()


def test_a_long_account_is_read_to_its_end_by_keys(server: Server, visitors: Visitors) -> None:
    page = visitors.page("projector")
    page.set_viewport_size({"width": 1024, "height": 400})
    visit(page, server, f"{ABOUT}&slide=5")
    page.keyboard.press("s")
    for key, is_end in (("ArrowDown", False), ("PageDown", True), ("PageUp", False)):
        for _ in range(12 if is_end else 1):
            page.keyboard.press(key)
        at, left = page.locator(".deck .notes").evaluate(LEFT)
        assert at > 0
        assert (left < 2) is is_end, key
    assert about(page)["slide"] == "5"


@pytest.mark.parametrize("number", range(1, 8))
def test_a_slide_fits_a_projector_in_letters_of_twenty_points(server: Server, visitors: Visitors, number: int) -> None:
    page = visitors.page("projector")
    visit(page, server, f"{ABOUT}&slide={number}")
    expect(page.get_by_test_id("stHeader")).to_be_hidden()
    assert float(page.evaluate(SMALLEST)) >= TWENTY_POINTS
    box = page.locator(".deck").bounding_box()
    assert box
    assert box["y"] + box["height"] <= 768
    assert stumbling_blocks(page) == {}


@pytest.mark.parametrize("size", ["laptop", "projector"])
def test_no_letter_of_a_slide_meets_what_stands_above_or_below_it(
    demo_server: Server, visitors: Visitors, size: Size
) -> None:
    page = visitors.page(size)
    for slide in ("", *(f"&slide={number}" for number in range(1, 9))):
        visit(page, demo_server, f"/council?agency=demo&year=2568{slide}")
        apart = page.evaluate(APART)
        assert {name: gap for name, gap in apart.items() if gap < (0 if name == "rest" else 2)} == {}, slide


def test_whoever_types_into_a_field_is_not_led_away(server: Server, page: Page) -> None:
    visit(page, server, f"{ABOUT}&slide=2")
    before = headline(page).inner_text()
    page.get_by_role("combobox").first.focus()
    for key in ("ArrowRight", "End", "s"):
        page.keyboard.press(key)
    page.wait_for_timeout(300)
    assert about(page)["slide"] == "2"
    expect(headline(page)).to_have_text(before)
    expect(page.locator(".deck .notes")).to_be_hidden()


def test_the_file_comes_at_a_click(server: Server, page: Page) -> None:
    visit(page, server, ABOUT)
    with page.expect_download() as coming:
        page.get_by_role("button", name=say("council.download")).click()
    assert coming.value.suggested_filename == "สไลด์สภา-รอบ-6-เดือน_อบต.เขาสมิง_2564.pptx"
