"""Each page at each size, in light and dark: whole, readable, in Thai, in the font that lies beside the program."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .reports import INCOMING
from .screen import headline, main, settle, upload, visit
from .servers import Server
from .visitors import SIZES, Size, Visitors

# Names and file types that Thai readers know in Latin letters; file names of the reports.
KNOWN = (
    "ITA IIT EIT OIT DOCX HTML MB KB Word docx html txt URL AA https www",
    " ".join(Path(report.write.__name__).stem for report in INCOMING),
)
MEASURES = (Path(__file__).parent / "measures.js").read_text(encoding="utf-8")
PREVIEW = "/bring-in with a file"
PATHS = ("/", "/rounds?round=6", "/bring-in", PREVIEW)


def stumbling_blocks(page: Page, file_name: str) -> dict[str, list[str]]:
    """Return what a reader would stumble over, by kind; nothing where all is well."""
    known = [*" ".join(KNOWN).split(), *file_name.replace("-", " ").replace(".", " ").split()]
    found: dict[str, list[str]] = page.evaluate(MEASURES.replace("KNOWN.includes", f"{known}.includes"))
    return {kind: places for kind, places in found.items() if places}
