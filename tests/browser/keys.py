"""A visitor without a mouse: what Tab reaches, and whether one sees where it is."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from playwright.sync_api import Locator, Page, expect

from .screen import settle

MOST_TABS = 150
# All that can be used, each with a number; and how each looks (with what frames it) before it has the focus.
MARK = """() => {
  const look = element => {
    const looks = [];
    for (let each = element, up = 0; each && up < 4; each = each.parentElement, up++) {
      const {outline, boxShadow, borderColor, backgroundColor} = getComputedStyle(each);
      looks.push([outline, boxShadow, borderColor, backgroundColor].join());
    }
    return looks.join(' ') + element.getBoundingClientRect().width;
  };
  const usable = [...document.querySelectorAll('a[href], button, summary, input, textarea, [tabindex]')]
    .filter(each => each.tabIndex >= 0 && !each.disabled && !each.matches('[data-testid=stMain]')
      && each.checkVisibility({visibilityProperty: true, opacityProperty: true}));
  window.looked = new Map(usable.map(each => [each, look(each)]));
  window.focused = () => {
    const now = document.activeElement, number = usable.indexOf(now), box = now.getBoundingClientRect();
    return {number, words: now.getAttribute('aria-label') || now.innerText || now.labels?.[0]?.innerText || '',
      isSeen: number < 0 || (looked.get(now) !== look(now) && box.bottom > 0 && box.top < innerHeight)};
  };
  return usable.length;
}"""


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until the wanted element has the focus."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"not reached with {MOST_TABS} times Tab")


def tab_through(page: Page) -> list[dict[str, Any]]:
    """Press Tab through all that can be used; return each stop."""
    count = page.evaluate(MARK)
    stops: list[dict[str, Any]] = []
    for _ in range(count + 3):
        page.keyboard.press("Tab")
        page.wait_for_timeout(30)  # the focus ring of Streamlit's own fades in
        stops.append(page.evaluate("focused()"))
    assert {stop["number"] for stop in stops} >= set(range(count)), "all that can be used is reached"
    return stops


def open_list(page: Page) -> None:
    """Open the list that has the focus; a run that ends just then closes it, so a person presses again."""
    options = page.get_by_role("option")
    for _ in range(3):
        settle(page)
        page.keyboard.press("ArrowDown")
        with suppress(AssertionError):
            expect(options.first).to_be_visible(timeout=3_000)
            return
    expect(options.first).to_be_visible()


def tab_to_and_see(page: Page, wanted: Locator) -> None:
    """Press Tab until the wanted element has the focus; at each stop on the way one sees where it is."""
    expect(wanted).to_be_visible()
    settle(page)
    page.evaluate(MARK)
    unseen: list[str] = []
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        page.wait_for_timeout(60)  # the focus ring of Streamlit's own fades in
        stop = page.evaluate("focused()")
        if not stop["isSeen"]:
            unseen.append(stop["words"])
        if wanted.evaluate("element => element === document.activeElement"):
            assert unseen == []
            return
    raise AssertionError(f"not reached with {MOST_TABS} times Tab")
