"""Each page at each size, in light and dark: whole, readable, in Thai, in the font that lies beside the program."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from .reports import in_word
from .screen import headline, settle, upload, visit
from .servers import Server
from .visitors import SCHEMES, SIZES, Scheme, Size, Visitors

# What Thai readers know in Latin letters.
KNOWN = ["ITA", "IIT", "EIT", "OIT", "DOCX", "HTML", "MB", "KB", "Word", "docx"]
MEASURES = (Path(__file__).parent / "measures.js").read_text(encoding="utf-8").replace("KNOWN", str(KNOWN))
PATHS = ("/", "/rounds?round=6", "/bring-in")
SARABUN = "[...document.fonts].filter(font => font.family === 'Sarabun' && font.status === 'loaded').length"
FONTS = "performance.getEntriesByType('resource').map(each => each.name).filter(name => name.includes('sarabun'))"


def stumbling_blocks(page: Page) -> dict[str, list[str]]:
    """Return what a reader would stumble over, by kind; nothing where all is well."""
    found: dict[str, list[str]] = page.evaluate(MEASURES)
    return {kind: places for kind, places in found.items() if places}


def grounds(page: Page, scheme: Scheme) -> None:
    """Wait until the page stands on a light or a dark ground."""
    is_there = "colour => getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor === colour"
    page.wait_for_function(is_there, arg={"light": "rgb(255, 255, 255)", "dark": "rgb(14, 23, 35)"}[scheme])
    settle(page)


def in_both_schemes(page: Page) -> dict[str, dict[str, list[str]]]:
    """Return the stumbling blocks of the page in light and in dark; nothing where all is well."""
    found: dict[str, dict[str, list[str]]] = {}
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        grounds(page, scheme)
        found[scheme] = stumbling_blocks(page)
    return {scheme: blocks for scheme, blocks in found.items() if blocks}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", PATHS, ids=["executive", "rounds", "bring-in"])
def test_nothing_to_stumble_over(server: Server, visitors: Visitors, tmp_path: Path, path: str, size: Size) -> None:
    page = visitors.page(size)
    visit(page, server, path)
    assert in_both_schemes(page) == {}
    if path == "/bring-in":
        upload(page, in_word(tmp_path))
        assert in_both_schemes(page) == {}, "with a file"
    box = headline(page).bounding_box()
    assert box
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= SIZES[size][1], "the finding stands in the first screenful"
    assert page.evaluate("document.documentElement.lang") == "th"


def test_the_font_is_sarabun_and_comes_from_the_same_host(server: Server, page: Page) -> None:
    visit(page, server)
    assert page.evaluate("document.fonts.check('700 28px Sarabun', 'ก')")
    assert page.evaluate(SARABUN) > 0
    fonts: list[str] = page.evaluate(FONTS)
    assert fonts
    assert all(name.startswith(server.url("/app/static/fonts/")) for name in fonts)
