"""Places to sign in a DOCX: beside each other in a table without lines, and whole on one page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ita_analysis.documents.docx_file.pages import SHORT
from ita_analysis.documents.docx_file.words import Element, element, paragraph
from ita_analysis.documents.paper.blocks import Signature, Signatures
from ita_analysis.texts import say

_BESIDE, _BESIDE_UPRIGHT = 3, 2
_GAP = 170  # between places, in twentieths of a point
_ABOVE = 480


def signatures(block: Signatures, width: int) -> list[Element]:
    """Return the places to sign, as many beside each other as the page has room for.

    Empty columns between and around them make seven columns, as no table of ours has: a reader that joins tables of
    one width over pages leaves them alone.
    """
    beside = _BESIDE if width > SHORT else _BESIDE_UPRIGHT
    made: list[Element] = []
    for start in range(0, len(block.places), beside):
        gap = element("spacing", before=0, after=0, line=120, lineRule="exact")
        made += [paragraph("", "Signature", element("keepNext"), gap)]
        made += [_table(block.places[start : start + beside], width)]
    return made


def _table(places: Sequence[Signature], width: int) -> Element:
    made, about, grid, row, settings = (element(name) for name in ("tbl", "tblPr", "tblGrid", "tr", "trPr"))
    layout = (element("tblW", w=width, type="dxa"), element("tblLayout", type="fixed"))
    about.extend(layout)
    settings.append(element("cantSplit"))
    row.append(settings)
    side = (width - 4 * _GAP) // 3
    for number in range(7):
        place = places[number // 2] if number % 2 and number // 2 < len(places) else None
        column = side if number % 2 else _GAP
        grid.append(element("gridCol", w=column))
        row.append(_cell(place, column))
    made.extend((about, grid, row))
    return made


def _cell(place: Signature | None, width: int) -> Element:
    cell, about, margins = element("tc"), element("tcPr"), element("tcMar")
    margins.extend(element(side, w=0, type="dxa") for side in ("left", "right"))
    about.extend((element("tcW", w=width, type="dxa"), margins))
    cell.append(about)
    cell.extend(_lines(place) if place else [paragraph("", "Signature")])
    return cell


def _lines(place: Signature) -> Iterator[Element]:
    yield paragraph(say("document.sign.line", role=place.role), "Signature", element("spacing", before=_ABOVE, after=0))
    yield _known("name", place.name)
    yield _known("position", place.position)
    yield _known("day", place.signed_on)


def _known(what: str, words: str) -> Element:
    """Return the line of a place that says what is known, or leaves room for it."""
    line = say(f"document.sign.{what}", **{what: words}) if words else say(f"document.sign.{what}_blank")
    return paragraph(line, "Signature")
