"""Each page in light and dark, on a laptop and a phone: nothing that axe calls a grave barrier is left anywhere."""

from __future__ import annotations

from pathlib import Path
from typing import TypedDict

import pytest
from playwright.sync_api import Page, expect

from tools import axe

from .looking import grounds, unfold
from .reports import in_word
from .screen import open_filter, upload, visit
from .servers import Server
from .visitors import SCHEMES, Size, Visitors
from .walked import SCORED, WALKED

SIZES: tuple[Size, ...] = ("laptop", "phone")
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice")
GRAVE = ("serious", "critical")
BARRIERS = (Path(__file__).parent / "barriers.js").read_text(encoding="utf-8")

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


class Barrier(TypedDict):
    """An element that keeps people from using the page."""

    rule: str
    impact: str
    selector: str
    help: str
    html: str


def find_barriers(page: Page) -> list[Barrier]:
    """Return the grave barriers of the whole document, Streamlit's own parts too."""
    path = axe.ready()
    assert path, axe.NONE
    page.evaluate(path.read_text(encoding="utf-8"))
    found: list[Barrier] = page.evaluate(BARRIERS, {"tags": TAGS, "grave": GRAVE})
    return found


def told(barrier: Barrier) -> str:
    """Return one line about a barrier."""
    return "{rule} ({impact}) {selector}: {help}: {html}".format(**barrier)


def barriers(page: Page) -> list[str]:
    """Return a line for each grave barrier."""
    return [told(barrier) for barrier in find_barriers(page)]


def has_none(page: Page) -> None:
    """Check that there is no grave barrier, in light and in dark; each is told on a line of its own."""
    found: list[str] = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        grounds(page, scheme)
        found += [f"{scheme}: {line}" for line in barriers(page)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", WALKED)
def test_no_barrier(server: Server, visitors: Visitors, name: str, size: Size) -> None:
    page = visitors.page(size)
    visit(page, server, WALKED[name])
    unfold(page)
    has_none(page)


@pytest.mark.parametrize("name", SCORED)
def test_no_barrier_among_scores(demo_server: Server, visitors: Visitors, name: str) -> None:
    page = visitors.page()
    visit(page, demo_server, SCORED[name])
    unfold(page)
    has_none(page)


@pytest.mark.parametrize("size", SIZES)
def test_no_barrier_in_what_was_read(server: Server, visitors: Visitors, tmp_path: Path, size: Size) -> None:
    page = visitors.page(size)
    visit(page, server, "/bring-in")
    upload(page, in_word(tmp_path))
    unfold(page)
    has_none(page)


@pytest.mark.parametrize("size", SIZES)
def test_no_barrier_without_any_record(still_empty_server: Server, visitors: Visitors, size: Size) -> None:
    page = visitors.page(size)
    visit(page, still_empty_server)
    has_none(page)


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
