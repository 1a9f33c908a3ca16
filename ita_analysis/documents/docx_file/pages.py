"""The pages of a DOCX: A4 upright or lying, margins, and what stands at the foot of each page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from ita_analysis.documents.docx_file.words import Element, element, paragraph, runs
from ita_analysis.documents.paper.blocks import Section
from ita_analysis.documents.paper.wording import unbroken
from ita_analysis.sentences.parts import SEPARATOR
from ita_analysis.texts import say
from ita_analysis.thai.text import to_thai

# In twentieths of a point. The wide margin is where the sheets are bound.
SHORT, LONG = 11906, 16838
_BOUND, _TOP, _SIDE, _FOOT = 1701, 1418, 1134, 1134
_FOOT_EDGE = 567
# Word writes the page in the digits that the section asks for, and the count in Arabic ones unless the field asks. In
# small letters, LibreOffice would take the same word for the letters of the Thai alphabet.
_COUNTED = {"{page}": " PAGE ", "{pages}": r" NUMPAGES \* THAIARABIC "}
_FIELD = re.compile("({pages?})")


def text_width(section: Section) -> int:
    """Return the width of the text of a section, in twentieths of a point."""
    return LONG - 2 * _SIDE if section.is_landscape else SHORT - _BOUND - _SIDE


def text_height(*, is_landscape: bool) -> int:
    """Return the height of the text on a page, in twentieths of a point."""
    return SHORT - _BOUND - _FOOT if is_landscape else LONG - _TOP - _FOOT


def write_footers(word: WordDocument, foot: str) -> tuple[Element, ...]:
    """Write the foot of the cover and that of the other pages, which has their number; return what refers to them."""
    section = word.sections[0]
    section.different_first_page_header_footer = True
    for footer in (section.first_page_footer, section.footer):
        root = footer._element
        for child in list(root):
            root.remove(child)
        root.extend(paragraph(unbroken(line), "Footer") for line in foot.split("\n"))
    root[-1].extend(_page_number())
    found: list[Element] = section._sectPr.findall(qn("w:footerReference"))
    return tuple(deepcopy(each) for each in found)


def end_section(body: Element, section: Section, footers: Iterable[Element], *, is_last: bool) -> None:
    """End a section: its last paragraph carries the page's settings; a table is followed by one that takes no room."""
    made = element("sectPr")
    made.extend(footers)
    if not is_last:
        made.append(element("type", val="nextPage"))
    made.extend(_page(section, is_cover=bool(list(made.findall(qn("w:footerReference"))))))
    if is_last:
        body.append(made)
        return
    last = body[-1] if len(body) else None
    if last is None or last.tag != qn("w:p"):
        last = paragraph("", "TableText", element("spacing", before=0, after=0, line=20, lineRule="exact"))
        body.append(last)
    about = last.find(qn("w:pPr"))
    if about is not None:
        about.append(made)


def _page(section: Section, *, is_cover: bool) -> list[Element]:
    lying = section.is_landscape
    size = {"w": LONG, "h": SHORT, "orient": "landscape"} if lying else {"w": SHORT, "h": LONG}
    top, left = (_BOUND, _SIDE) if lying else (_TOP, _BOUND)
    edges = {"top": top, "right": _SIDE, "bottom": _FOOT, "left": left}
    numbers = element("pgNumType", fmt="thaiNumbers")
    margins = element("pgMar", **edges, header=_FOOT_EDGE, footer=_FOOT_EDGE, gutter=0)
    return [element("pgSz", **size), margins, numbers, *([element("titlePg")] if is_cover else [])]


def _page_number() -> list[Element]:
    """Return what says which page of how many this is: the reader counts, and puts its numbers between our words."""
    made: list[Element] = []
    for piece in _FIELD.split(SEPARATOR + say("paper.page", page="{page}", pages="{pages}")):
        made.extend([_counted(_COUNTED[piece])] if piece in _COUNTED else runs(piece))
    return made


def _counted(what: str) -> Element:
    field = element("fldSimple", instr=what)
    field.extend(runs(to_thai("1")))
    return field
