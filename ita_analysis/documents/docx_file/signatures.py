"""Places to sign in a DOCX: one block below the other, all of them on one page."""

from __future__ import annotations

from docx.oxml.ns import qn

from ita_analysis.documents.blocks import Signature, Signatures
from ita_analysis.documents.docx_file.words import Element, element, paragraph
from ita_analysis.texts import say

_ABOVE = 480  # in twentieths of a point


def signatures(block: Signatures) -> list[Element]:
    """Return the places to sign; each paragraph but the last stays with the next one, so that none is torn off."""
    made = [paragraph(line, "Signature", *settings) for place in block.places for line, settings in _lines(place)]
    for each in made[-1:]:
        about = each.find(qn("w:pPr"))
        if about is not None:
            about.insert(1, element("keepNext", val=0))
    return made


def _lines(place: Signature) -> list[tuple[str, list[Element]]]:
    name = say("document.sign.name", name=place.name) if place.name else say("document.sign.name_blank")
    position = (
        say("document.sign.position", position=place.position) if place.position else say("document.sign.position_blank")
    )
    day = say("document.sign.day", day=place.signed_on) if place.signed_on else say("document.sign.day_blank")
    line = say("document.sign.line", role=place.role)
    return [(line, [element("spacing", before=_ABOVE, after=0)]), (name, []), (position, []), (day, [])]
