"""The page for an agency's website, opened as a file: nobody is kept out of it, nothing is cut off, nothing leaves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from playwright.sync_api import Page, expect

from ita_analysis import paths
from ita_analysis.store.building import ready
from ita_analysis.texts import say
from tests.documents.public_pages import only_page, page_of
from tests.ui.states import STATES

from .barriers import barriers
from .looking import rgb
from .visitors import SCHEMES

SIZES = ((1366, 768), (768, 1024), (390, 844))
# What stands beyond the right edge, words that do not fit their cell, and words of pictures that lie on each other.
CUT = """() => {
  const all = [...document.querySelectorAll('main *, header *, nav *, footer *')];
  const shown = all.filter(each => each.getClientRects().length && each.getBoundingClientRect().right > 0);
  const wide = document.documentElement.clientWidth;
  const beyond = shown.filter(each => each.getBoundingClientRect().right > wide + 1);
  const cells = shown.filter(each => each.matches('td, th, li, p, dd') && each.scrollWidth > each.clientWidth + 1);
  const texts = [...document.querySelectorAll('svg.scores text.label')].filter(each =>
    each.getBoundingClientRect().right > each.nextElementSibling.getBoundingClientRect().left);
  return [...beyond, ...cells, ...texts].map(each => each.outerHTML.slice(0, 120));
}"""


def shown(page: Page, content: bytes) -> Iterator[str]:
    """Show a page in light and dark, at each size, with its own letters; the visitor notes what it asks for."""
    page.set_content(content.decode(), wait_until="load")
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('16px Sarabun', 'ก'))")
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            assert page.evaluate("getComputedStyle(document.body).backgroundColor") == rgb("bg", scheme)
            yield f"{width} {scheme}"


def check(page: Page, content: bytes) -> None:
    """Check that nothing is cut off and that axe finds no grave barrier; a request or an error fails at the end."""
    for how in shown(page, content):
        width = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
        assert width[0] <= width[1], how
        assert page.evaluate(CUT) == [], how
        assert barriers(page) == [], how


def test_the_page_of_the_shipped_record(page: Page, built: dict[str, Path]) -> None:
    with duckdb.connect(str(built["shipped"]), read_only=True) as opened:
        check(page, page_of(opened, "khao-saming", 2564))


@pytest.mark.usefixtures("empty")
@pytest.mark.parametrize("name", ["hostile", "scored", "demo"])
def test_the_page_of_other_data(page: Page, name: str) -> None:
    opened = ready(paths.database())
    STATES[name](opened)
    check(page, only_page(opened))


def test_the_page_is_walked_by_keys(page: Page, built: dict[str, Path]) -> None:
    with duckdb.connect(str(built["shipped"]), read_only=True) as opened:
        page.set_content(page_of(opened, "khao-saming", 2564).decode())
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name=say("public.skip"))).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()


def test_rows_laid_out_as_cards_are_still_rows_of_a_table(page: Page, built: dict[str, Path]) -> None:
    with duckdb.connect(str(built["shipped"]), read_only=True) as opened:
        page.set_content(page_of(opened, "khao-saming", 2564).decode())
    page.set_viewport_size({"width": 390, "height": 844})
    table = page.get_by_role("table", name=say("document.plan.caption"))
    expect(table.get_by_role("row")).to_have_count(4)
    expect(table.get_by_role("rowheader")).to_have_count(3)
    expect(table.get_by_role("columnheader")).to_have_count(5)
