"""A document as PDF: A4, tagged, for archives and for readers of screens; typst lays it out, offline."""

from __future__ import annotations

import json
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ita_analysis.documents.paper.blocks import Document
from ita_analysis.documents.pdf.copying import copyable
from ita_analysis.documents.pdf.letters import FONTS
from ita_analysis.documents.pdf.parts import parts_of

if TYPE_CHECKING:
    import typst

STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]  # for archives, and for readers of screens
_LAYOUT = Path(__file__).with_name("document.typ")


def pdf_of(document: Document) -> bytes:
    """Return the document as PDF; the same document makes the same bytes."""
    import typst

    made = typst.compile(
        _LAYOUT.read_bytes(),
        font_paths=_fonts(),
        sys_inputs={"document": json.dumps(parts_of(document), ensure_ascii=False)},
        pdf_standards=STANDARDS,
        timestamp=datetime.combine(document.made_on, time(), UTC),
    )
    return copyable(made)


@cache
def _fonts() -> typst.Fonts:
    """Return our fonts and no others, whatever the machine has."""
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
