"""What keeps people from using a page, as axe-core finds it: grave barriers only, in light and in dark."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict

from playwright.sync_api import Page

from tools import axe

from .looking import grounds
from .visitors import Scheme

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice")
OF_COLOUR = ("color-contrast", "link-in-text-block")  # all that can differ between light and dark
GRAVE = ("serious", "critical")
BARRIERS = (Path(__file__).parent / "barriers.js").read_text(encoding="utf-8")


class Barrier(TypedDict):
    """An element that keeps people from using the page."""

    rule: str
    impact: str
    selector: str
    help: str
    html: str


def find_barriers(page: Page, rules: Sequence[str] = TAGS) -> list[Barrier]:
    """Return the grave barriers of the whole document, Streamlit's own parts too, by tags or names of axe's rules."""
    path = axe.ready()
    assert path, axe.NONE
    page.evaluate(path.read_text(encoding="utf-8"))
    found: list[Barrier] = page.evaluate(BARRIERS, {"rules": rules, "grave": GRAVE})
    return found


def told(barrier: Barrier) -> str:
    """Return one line about a barrier."""
    return "{rule} ({impact}) {selector}: {help}: {html}".format(**barrier)


def barriers(page: Page, rules: Sequence[str] = TAGS) -> list[str]:
    """Return a line for each grave barrier."""
    return [told(barrier) for barrier in find_barriers(page, rules)]


def has_none(page: Page) -> None:
    """Check that there is no grave barrier, in light and in dark; each is told on a line of its own."""
    found: list[str] = []
    asked: dict[Scheme, Sequence[str]] = {"light": TAGS, "dark": OF_COLOUR}
    for scheme, rules in asked.items():
        page.emulate_media(color_scheme=scheme)
        grounds(page, scheme)
        found += [f"{scheme}: {line}" for line in barriers(page, rules)]
    assert not found, "\n".join(found)
