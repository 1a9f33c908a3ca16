"""Each page at each size, in light and dark: whole, readable, in Thai, in the font that lies beside the program."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ita_analysis.texts import LANGUAGE, say
from ita_analysis.ui import frame

from .looking import in_both_schemes, unfold
from .reports import in_word
from .screen import headline, upload, visit
from .servers import Server
from .visitors import SIZES, Size, Visitors
from .walked import OF_A_YEAR, PAGES, SCORED, WALKED

SARABUN = "[...document.fonts].filter(font => font.family === 'Sarabun' && font.status === 'loaded').length"
FONTS = "performance.getEntriesByType('resource').map(each => each.name).filter(name => name.includes('sarabun'))"


def stands_in_the_first_screenful(page: Page, size: Size) -> None:
    """Check that the finding is wholly seen before any scrolling."""
    box = headline(page).bounding_box()
    assert box
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= SIZES[size][1]


def test_every_page_of_the_menu_is_walked() -> None:
    in_menu = [name for name, (section, *_) in frame.PAGES.items() if section]
    assert set(PAGES) == set(in_menu)
    assert {path.partition("?")[0] for path in WALKED.values()} >= {f"/{name}" for name in frame.PAGES} - {"/executive"}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", WALKED)
def test_nothing_to_stumble_over(server: Server, visitors: Visitors, name: str, size: Size) -> None:
    page = visitors.page(size)
    visit(page, server, WALKED[name])
    assert in_both_schemes(page) == {}
    stands_in_the_first_screenful(page, size)
    unfold(page)
    assert in_both_schemes(page) == {}, "unfolded"
    assert page.evaluate("document.documentElement.lang") == LANGUAGE


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", SCORED)
def test_nothing_to_stumble_over_among_scores(demo_server: Server, visitors: Visitors, name: str, size: Size) -> None:
    page = visitors.page(size)
    visit(page, demo_server, SCORED[name])
    assert in_both_schemes(page) == {}
    unfold(page)
    assert in_both_schemes(page) == {}, "unfolded"


@pytest.mark.parametrize("size", SIZES)
def test_nothing_to_stumble_over_in_what_was_read(
    server: Server, visitors: Visitors, tmp_path: Path, size: Size
) -> None:
    page = visitors.page(size)
    visit(page, server, "/bring-in")
    upload(page, in_word(tmp_path))
    unfold(page)
    assert in_both_schemes(page) == {}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", OF_A_YEAR)
def test_nothing_to_stumble_over_without_any_record(
    still_empty_server: Server, visitors: Visitors, name: str, size: Size
) -> None:
    page = visitors.page(size)
    visit(page, still_empty_server, PAGES[name])
    expect(headline(page)).to_have_text(say("welcome.title"))
    assert in_both_schemes(page) == {}
    stands_in_the_first_screenful(page, size)


def test_the_font_is_sarabun_and_comes_from_the_same_host(server: Server, page: Page) -> None:
    visit(page, server)
    assert page.evaluate("document.fonts.check('700 28px Sarabun', 'ก')")
    assert page.evaluate(SARABUN) > 0
    fonts: list[str] = page.evaluate(FONTS)
    assert fonts
    assert all(name.startswith(server.url("/app/static/fonts/")) for name in fonts)
