"""Words on a slide of a file: one font for Latin and Thai letters, their language, size and colour, run by run."""

from __future__ import annotations

from typing import Any

from lxml import etree
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Inches, Length, Pt

from ita_analysis.look import LIGHT, colour
from ita_analysis.sentences.unbroken import EMPHASIS
from ita_analysis.thai.text import straight

FONT, FALLBACK = "Sarabun", "Leelawadee UI"  # the second one comes with Windows
LANGUAGE = "th-TH"
# What PowerPoint looks for where the font is not installed: a proportional sans with Thai letters.
_LIKE = {"panose": "00000500000000000000", "pitchFamily": "2", "charset": "-34"}
Box = tuple[Length, Length, Length, Length]


def rgb(name: str) -> Any:  # noqa: ANN401 - the library has types for some of itself
    """Return a colour of the look in light."""
    code = colour(name, LIGHT)
    made: Any = RGBColor
    return made(*(int(code[start : start + 2], 16) for start in (1, 3, 5)))


def box(left: float, top: float, width: float, height: float) -> Box:
    """Return a place on the slide from inches."""
    return Inches(left), Inches(top), Inches(width), Inches(height)


def set_fonts(properties: Any) -> None:  # noqa: ANN401 - an XML element that the library has no type for
    """Give the properties of a run or paragraph the font for Latin and for Thai letters."""
    for tag in ("a:latin", "a:cs"):
        for old in properties.findall(qn(tag)):
            properties.remove(old)
    for tag in ("a:latin", "a:cs"):
        properties.append(etree.Element(qn(tag), {"typeface": FONT, **_LIKE}))


def add(paragraph: Any, words: str, size: float, tone: str = "ink", *, is_bold: bool = False) -> None:  # noqa: ANN401
    """Add words to a paragraph; the runs have their own font, size, colour and language."""
    run = paragraph.add_run()
    run.text = straight(words).replace("\n", " ")
    run.font.size, run.font.bold = Pt(size), is_bold
    run.font.color.rgb = rgb(tone)
    properties = run._r.get_or_add_rPr()
    properties.set("lang", LANGUAGE)
    set_fonts(properties)


def add_emphasised(paragraph: Any, headline: str, size: float, tone: str) -> None:  # noqa: ANN401
    """Add a message in bold; what stands in ⟦ ⟧ has the colour of its tone."""
    for number, part in enumerate(EMPHASIS.split(headline)):
        if part:
            add(paragraph, part, size, tone if number % 2 and tone else "ink", is_bold=True)


def text_box(slide: Any, place: Box, *, align: Any = PP_ALIGN.LEFT, anchor: Any = MSO_ANCHOR.TOP) -> Any:  # noqa: ANN401
    """Return the text frame of a new box on a slide, without margins."""
    frame = slide.shapes.add_textbox(*place).text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = anchor
    frame.paragraphs[0].alignment = align
    return frame
