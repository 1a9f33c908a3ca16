"""The running parts of a DOCX: cover, headings, paragraphs and lists of points."""

from __future__ import annotations

from ita_analysis.documents.docx_file.words import Element, element, paragraph
from ita_analysis.documents.paper.blocks import Bullets, Cover, Heading, Paragraph
from ita_analysis.documents.paper.wording import unbroken

_ABOVE_TITLE, _ABOVE_AGENCY, _ABOVE_CONTACT = 2400, 3000, 2400  # in twentieths of a point


def cover(block: Cover) -> list[Element]:
    """Return the first page: titles in the upper half, the agency below, and where it is reached at the foot."""
    first, *others = block.titles
    made = [paragraph(first, "Title", _space(_ABOVE_TITLE)), *(paragraph(line, "Title") for line in others)]
    made.append(paragraph(block.agency, "Subtitle", _space(_ABOVE_AGENCY)))
    for number, line in enumerate(block.contact):
        made.append(paragraph(line, "CoverLine", *([] if number else [_space(_ABOVE_CONTACT)])))
    return made


def heading(block: Heading) -> Element:
    """Return a heading in Word's own style, which the navigation pane lists."""
    return paragraph(unbroken(block.words), f"Heading{block.level}")


def paragraph_of(block: Paragraph) -> Element:
    """Return a paragraph; one that is not spread over the width has no first-line indent either."""
    if block.align == "both":
        return paragraph(unbroken(block.words), "BodyText", is_strong=block.is_strong)
    settings = (element("ind", firstLine=0), element("jc", val=block.align))
    return paragraph(unbroken(block.words), "BodyText", *settings, is_strong=block.is_strong)


def bullets(block: Bullets) -> list[Element]:
    """Return the points of a list as a list of Word's."""
    return [paragraph(unbroken(point), "ListBullet", numbered(1)) for point in block.points]


def numbered(number: int) -> Element:
    """Return the setting that makes a paragraph an item of a list of `numbering.xml`."""
    made = element("numPr")
    made.extend((element("ilvl", val=0), element("numId", val=number)))
    return made


def _space(above: int) -> Element:
    return element("spacing", before=above, after=0)
