"""Looking at a page as a reader does: what one would stumble over, by measures.js, in light and dark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Page

from ita_analysis import framework
from ita_analysis.look import DARK, LIGHT, colour, tokens
from ita_analysis.texts import phrases
from ita_analysis.vocabulary import words

from .screen import settle
from .visitors import SCHEMES, SIZES, Scheme, Size

# What Thai readers know in Latin letters.
KNOWN = [
    "ITA",
    "IIT",
    "EIT",
    "OIT",
    "AA",
    "DOCX",
    "PNG",
    "JPG",
    "JPEG",
    "PDF",
    "PPTX",
    "ZIP",
    "HTML",
    "XLSX",
    "PowerPoint",
    "CSV",
    "MB",
    "KB",
    "Word",
    "Excel",
    "docx",
    "csv",
    "xlsx",
    "Google",
    "Microsoft",
    "Forms",
    "LimeSurvey",
    "OIDC",
]
# What the framework itself calls its items: Social Network, E-Service.
KNOWN += sorted(
    {
        word
        for year in framework.fiscal_years()
        for item in framework.load(year).items
        for word in re.findall("[A-Za-z]{2,}", item.topic_th)
    }
)
MEASURES = (Path(__file__).parent / "measures.js").read_text(encoding="utf-8")
MODES = {"light": LIGHT, "dark": DARK}
_ASKED = {
    "known": KNOWN,
    "names": phrases(),
    "numbers": words("screen")["with_number"],
    "terms": words("screen")["unbroken"],
}
# The ground of the page, and the letters of its charts, which Plotly colours anew.
_FOLLOWED = """([ground, letters]) =>
  getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor === ground
  && [...document.querySelectorAll('[data-testid=stPlotlyChart] svg text')].filter(text => text.textContent.trim())
    .every(text => letters.includes(getComputedStyle(text).fill))"""
_UNFOLD = "document.querySelectorAll('[data-testid=stMain] details').forEach(each => { each.open = true })"


def rgb(name: str, scheme: Scheme) -> str:
    """Return a colour of the look as the browser writes it."""
    code = colour(name, MODES[scheme])
    return f"rgb({', '.join(str(int(code[start : start + 2], 16)) for start in (1, 3, 5))})"


def colours_of_figures(scheme: Scheme) -> list[str]:
    """Return the colours that figures may have in a viewing mode."""
    return [rgb(name, scheme) for name in tokens()["figure"]["colours"]]


def grounds(page: Page, scheme: Scheme) -> None:
    """Wait until the page stands on a light or a dark ground, its charts too."""
    settle(page)
    page.wait_for_function(_FOLLOWED, arg=[rgb("bg", scheme), colours_of_figures(scheme)])
    settle(page)


def unfold(page: Page) -> None:
    """Open all that is folded."""
    page.evaluate(_UNFOLD)


def stumbling_blocks(page: Page) -> dict[str, list[str]]:
    """Return what a reader would stumble over, by kind; nothing where all is well."""
    found: dict[str, list[str]] = page.evaluate(MEASURES, _ASKED)
    return {kind: places for kind, places in found.items() if places}


def in_both_schemes(page: Page, sizes: Sequence[Size] = ()) -> dict[str, dict[str, list[str]]]:
    """Return the stumbling blocks of the page in light and in dark, at each of the sizes (as it stands where none is
    named); nothing where all is well.
    """
    found: dict[str, dict[str, list[str]]] = {}
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        for size in sizes or [None]:
            if size:
                resize(page, size)
            grounds(page, scheme)
            found[f"{scheme} {size}" if size else scheme] = stumbling_blocks(page)
    return {where: blocks for where, blocks in found.items() if blocks}


def resize(page: Page, size: Size) -> None:
    """Make the window as large as another screen's, as one does who plugs a projector in."""
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
