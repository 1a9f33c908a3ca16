"""Each page at each size, in light and dark: whole, readable, in Thai, in the program's font, barring nobody."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ita_analysis.texts import LANGUAGE, say
from ita_analysis.ui import frame

from .barriers import has_none
from .looking import in_both_schemes, resize, unfold
from .reports import in_word
from .screen import headline, upload, visit
from .servers import Server
from .visitors import SIZES, Size, Visitors
from .walked import OF_A_YEAR, PAGES, SCORED, WALKED

SARABUN = "[...document.fonts].filter(font => font.family === 'Sarabun' && font.status === 'loaded').length"
FONTS = "performance.getEntriesByType('resource').map(each => each.name).filter(name => name.includes('sarabun'))"


# A visit on each device; the laptop's window then takes the size of the projector that is plugged in.
DEVICES: dict[Size, tuple[Size, ...]] = {"laptop": ("laptop", "projector"), "phone": ("phone",)}
# The same pages with other data: one visit, whose window becomes as narrow as a phone's.
EVERY_SIZE: tuple[Size, ...] = ("laptop", "projector", "phone")


def stands_in_the_first_screenful(page: Page, sizes: Sequence[Size]) -> None:
    """Check that the finding is wholly seen before any scrolling."""
    for size in sizes:
        resize(page, size)
        box = headline(page).bounding_box()
        assert box
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= SIZES[size][1]


def bars_nobody(page: Page, sizes: Sequence[Size]) -> None:
    """Check that nothing is to stumble over, folded and unfolded, and that axe finds no barrier."""
    assert in_both_schemes(page, sizes) == {}
    unfold(page)
    assert in_both_schemes(page, sizes) == {}, "unfolded"
    resize(page, sizes[0])
    has_none(page)


def test_every_page_of_the_menu_is_walked() -> None:
    in_menu = [name for name, (section, *_) in frame.PAGES.items() if section]
    assert set(PAGES) == set(in_menu)
    assert {path.partition("?")[0] for path in WALKED.values()} >= {f"/{name}" for name in frame.PAGES} - {"/executive"}


@pytest.mark.parametrize("device", DEVICES)
@pytest.mark.parametrize("name", WALKED)
def test_nothing_to_stumble_over(server: Server, visitors: Visitors, name: str, device: Size) -> None:
    page = visitors.page(device)
    visit(page, server, WALKED[name])
    stands_in_the_first_screenful(page, DEVICES[device])
    assert page.evaluate("document.documentElement.lang") == LANGUAGE
    bars_nobody(page, DEVICES[device])


@pytest.mark.parametrize("name", SCORED)
def test_nothing_to_stumble_over_among_scores(demo_server: Server, page: Page, name: str) -> None:
    visit(page, demo_server, SCORED[name])
    bars_nobody(page, EVERY_SIZE)


def test_nothing_to_stumble_over_in_what_was_read(server: Server, page: Page, tmp_path: Path) -> None:
    visit(page, server, "/bring-in")
    upload(page, in_word(tmp_path))
    bars_nobody(page, EVERY_SIZE)


@pytest.mark.parametrize("name", OF_A_YEAR)
def test_nothing_to_stumble_over_without_any_record(still_empty_server: Server, page: Page, name: str) -> None:
    visit(page, still_empty_server, PAGES[name])
    expect(headline(page)).to_have_text(say("welcome.title"))
    stands_in_the_first_screenful(page, EVERY_SIZE)
    assert in_both_schemes(page, EVERY_SIZE) == {}


@pytest.mark.parametrize("device", DEVICES)
def test_no_barrier_without_any_record(still_empty_server: Server, visitors: Visitors, device: Size) -> None:
    page = visitors.page(device)
    visit(page, still_empty_server)
    has_none(page)


def test_the_font_is_sarabun_and_comes_from_the_same_host(server: Server, page: Page) -> None:
    visit(page, server)
    assert page.evaluate("document.fonts.check('700 28px Sarabun', 'ก')")
    assert page.evaluate(SARABUN) > 0
    fonts: list[str] = page.evaluate(FONTS)
    assert fonts
    assert all(name.startswith(server.url("/app/static/fonts/")) for name in fonts)
