"""What a visitor does and sees, in the words of the catalogue."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Error, Locator, Page, expect

from ita_analysis.texts import catalogue, say

from .servers import Server

IS_SETTLED = """() => {
  const app = document.querySelector('[data-testid=stApp]');
  const charts = [...document.querySelectorAll('[data-testid=stPlotlyChart]')];
  const isLoading = !!document.querySelector('[data-testid=stSkeleton]');
  return app?.dataset.testScriptState === 'notRunning' && app.dataset.testConnectionState === 'CONNECTED'
    && !!document.querySelector('[data-testid=stMain] h1') && !isLoading
    && !document.querySelector('[data-stale=true]') && !document.querySelector('details[style*=height]')
    && charts.every(chart => chart.querySelector('.main-svg'))
    && document.fonts.status === 'loaded';
}"""


def visit(page: Page, server: Server, path: str = "/") -> None:
    """Open an address and wait until the page is whole."""
    page.goto(server.url(path))
    settle(page)


def settle(page: Page) -> None:
    """Wait until the page is whole: its script has ended, its charts and fonts are there, nothing slides open."""
    page.wait_for_function(IS_SETTLED)


def main(page: Page) -> Locator:
    """Return the page without its menu."""
    return page.get_by_test_id("stMain")


def headline(page: Page) -> Locator:
    """Return the finding at the top."""
    return main(page).locator("h1")  # not by its role: an open list hides all else from screen readers


def unfold(page: Page, words: str) -> None:
    """Open a folded part by its words, and wait until nothing in it moves from under the mouse."""
    main(page).locator("summary").filter(has_text=words).click()
    settle(page)


def link(page: Page, words: str) -> Locator:
    """Return a link of the page by its words; an arrow may stand before them."""
    return main(page).get_by_role("link", name=re.compile(rf"^(\W )?{re.escape(words)}$"))


def path_of(page: Page) -> str:
    """Return which page the address names."""
    return urlsplit(page.url).path


def about(page: Page) -> dict[str, str]:
    """Return what the address says behind the question mark."""
    return dict(parse_qsl(urlsplit(page.url).query, keep_blank_values=True))


def filter_box(page: Page, name: str) -> Locator:
    """Return a filter by its word in the address."""
    return main(page).get_by_role("combobox", name=say(f"filter.{name}"), exact=True)


def open_filter(page: Page, name: str) -> None:
    """Open a filter's list with the mouse."""
    open_list(page, filter_box(page, name))


def open_list(page: Page, box: Locator, wanted: Locator | None = None) -> Locator:
    """Open a list with the mouse until an option shows (the wanted one, else the first), and return that option.

    A run that ends just then closes it, so a person clicks again.
    """
    option = (wanted or page.get_by_role("option")).first
    for _ in range(3):
        settle(page)
        box.click()
        with suppress(AssertionError):
            expect(option).to_be_visible(timeout=3000)
            return option
    expect(option).to_be_visible()
    return option


def take(page: Page, box: Locator, wanted: Locator) -> None:
    """Take an option of a list with the mouse; a run that ends just then closes it, so a person opens it again."""
    for _ in range(3):
        option = open_list(page, box, wanted)
        with suppress(Error):
            option.click(timeout=3000)
            return
    open_list(page, box, wanted).click()


def choose(page: Page, name: str, option: str) -> None:
    """Choose an option of a filter with the mouse."""
    take(page, filter_box(page, name), page.get_by_role("option", name=option, exact=True))
    expect(filter_box(page, name)).to_have_value(option)


def follow_menu(page: Page, name: str) -> None:
    """Go to a page by the menu at the top, by its key in the catalogue, e.g. "rounds"."""
    title = say(f"page.{name}")
    menu = page.get_by_role("navigation")
    link = menu.get_by_role("link", name=title, exact=True)
    for section in menu.get_by_role("button").all():
        if link.count():
            break
        section.click()
        link = page.get_by_role("menuitem", name=title, exact=True)
    link.click()


def upload(page: Page, file: Path) -> None:
    """Give a file to the page that brings reports in, and wait for what it says to it."""
    main(page).locator("input[type=file]").set_input_files(file)
    expect(main(page).locator("table").or_(messages(page)).first).to_be_visible()
    settle(page)


def messages(page: Page) -> Locator:
    """Return what the page says to something that was done."""
    return main(page).locator("[role=alert], [role=status]")


def store_button(page: Page) -> Locator:
    """Return the button that stores what was read."""
    return main(page).get_by_role("button", name=say("bring_in.store"))


def store(page: Page) -> None:
    """Confirm what was read, and follow the link to the executive's screen."""
    store_button(page).click()
    expect(main(page).get_by_text(sentence("reading.stored"))).to_be_visible()
    settle(page)
    main(page).get_by_role("link", name=say("bring_in.see")).click()
    expect(headline(page)).not_to_have_text(say("bring_in.headline"))
    settle(page)


def rows_under(page: Page, title: str) -> list[dict[str, str]]:
    """Return the rows of the table under a heading, each cell under its column's name.

    A cell that reaches over several columns stands under the first of them; the others are left out.
    """
    heading = page.get_by_role("heading", name=title, exact=True)
    table = page.locator("div").filter(has=heading).last.locator("table")
    names = [name.strip() for name in table.locator("thead th").all_inner_texts()]
    rows = [row.locator("th, td").all_inner_texts() for row in table.locator("tbody tr").all()]
    return [dict(zip(names, row, strict=False)) for row in rows]


def sentence(key: str) -> re.Pattern[str]:
    """Return what a sentence of the catalogue looks like, whatever its values are."""
    parts = re.split(r"\{\w+\}", catalogue()[key])
    return re.compile(".+?".join(re.escape(part) for part in parts))
