"""Words of a DOCX: paragraphs and runs of plain text, without what XML or a Thai page cannot hold."""

from __future__ import annotations

import re
from typing import TypeAlias

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from lxml import etree

from ita_analysis.thai.text import straight

Element: TypeAlias = etree._Element
_BREAKS = re.compile("[\u2028\u2029]")


def element(name: str, **attributes: object) -> Element:
    """Return an element of WordprocessingML by its bare name, with its attributes."""
    made: Element = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def paragraph(words: str, style: str, *settings: Element, is_strong: bool = False) -> Element:
    """Return a paragraph in a style; line ends within the words stay line ends. `settings` are put in Word's order."""
    made = element("p")
    about = element("pPr")
    about.append(element("pStyle", val=style))
    about.extend(sorted(settings, key=lambda each: _ORDER.index(each.tag)))
    made.append(about)
    made.extend(runs(words, is_strong=is_strong))
    return made


def runs(words: str, *, is_strong: bool = False) -> list[Element]:
    """Return the words as one run, in lines."""
    run = element("r")
    if is_strong:
        about = element("rPr")
        about.extend((element("b"), element("bCs")))
        run.append(about)
    for number, line in enumerate(readable(words).split("\n")):
        if number:
            run.append(element("br"))
        if line:
            text = element("t")
            text.text = line
            text.set(qn("xml:space"), "preserve")
            run.append(text)
    return [run]


def readable(words: str) -> str:
    """Return words without control letters, halves of letters and marks of direction; a tab is a space."""
    return straight(_BREAKS.sub("\n", words)).replace("\t", " ")


# The order in which the schema wants the settings of a paragraph.
_ORDER = [
    qn(f"w:{name}") for name in ("keepNext", "keepLines", "pageBreakBefore", "numPr", "spacing", "ind", "jc", "sectPr")
]
