"""The frame of the council's file: 16:9, one layout with a title and a foot, our fonts and colours in its themes."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches

from ita_analysis.documents.pptx_file.words import FALLBACK, FONT, Box, add, box, rgb
from ita_analysis.look import LIGHT, colour
from ita_analysis.texts import say

WIDTH, HEIGHT = 13.333, 7.5
LEFT, WITHIN = 0.6, 12.13  # inches: where words begin, and how wide they may run
_TITLE = box(LEFT, 0.55, WITHIN, 1.3)
_FOOT, _NUMBER = box(LEFT, 6.95, 11.0, 0.35), box(LEFT + 11.13, 6.95, 1.0, 0.35)
_TITLE_ONLY = 5  # of the library's own template
_UNUSED = ("thumbnail", "printerSettings")
_THEME = {
    "dk1": "ink", "lt1": "bg", "dk2": "accent", "lt2": "surface", "accent1": "accent", "accent2": "develop_mark",
    "accent3": "strength", "accent4": "urgent", "accent5": "good", "accent6": "missing_mark", "hlink": "accent",
    "folHlink": "muted",
}  # fmt: skip


def empty_file() -> Any:  # noqa: ANN401 - the library's own class has no public name
    """Return a presentation without slides: one master, one layout, nothing of the library's own look left."""
    made = Presentation()
    made.slide_width, made.slide_height = Emu(Inches(WIDTH)), Emu(Inches(HEIGHT))
    layouts = list(made.slide_layouts)
    for number, layout in enumerate(layouts):
        if number != _TITLE_ONLY:
            made.slide_layouts.remove(layout)
    for shapes in (made.slide_master.placeholders, made.slide_layouts[0].placeholders):
        _arrange(shapes)
    layout = made.slide_layouts[0]
    layout.name = say("page.council")
    for owner in (made.part.package, made.part):
        _drop(owner)
    return made


def add_bar(slide: Any, place: Box, name: str) -> None:  # noqa: ANN401
    """Draw a bar in a colour of the look; it says nothing, and a screen reader passes it by."""
    bar = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *place)
    bar.fill.solid()
    bar.fill.fore_color.rgb = rgb(name)
    bar.line.fill.background()
    bar.shadow.inherit = False
    _set_decorative(bar)


def add_foot(slide: Any, words: str) -> None:  # noqa: ANN401
    """Put the foot and the slide's number into their placeholders: a file has them only where a slide copies them."""
    for holder in slide.slide_layout.placeholders:
        kind = _kind(holder)
        if kind not in {"ftr", "sldNum"}:
            continue
        copied = deepcopy(holder.element)
        slide.shapes._spTree.append(copied)
        shape = slide.shapes[-1]
        copied.nvSpPr.cNvPr.set("id", str(len(slide.shapes) + 50))
        if kind == "ftr":
            shape.text_frame.clear()
            shape.text_frame.paragraphs[0].alignment = PP_ALIGN.LEFT
            add(shape.text_frame.paragraphs[0], words, 14, "muted")


def name_notes(master: Any) -> None:  # noqa: ANN401
    """Put a Thai word where the master of notes prompts in English."""
    for holder in master.placeholders:
        if holder.has_text_frame and holder.text_frame.text.strip():
            holder.text_frame.clear()
            add(holder.text_frame.paragraphs[0], say("page.council"), 12)


def set_theme(part: Any) -> None:  # noqa: ANN401
    """Give the theme of a master our fonts, with the one of Windows that stands in for Thai, and our colours."""
    theme = next(rel.target_part for rel in part.rels.values() if rel.reltype.endswith("/theme"))
    root = etree.fromstring(theme.blob)
    for fonts in root.iter(qn("a:majorFont"), qn("a:minorFont")):
        for old in list(fonts):
            fonts.remove(old)
        for tag, face in (("a:latin", FONT), ("a:ea", ""), ("a:cs", FONT)):
            etree.SubElement(fonts, qn(tag), {"typeface": face})
        etree.SubElement(fonts, qn("a:font"), {"script": "Thai", "typeface": FALLBACK})
    for name, token in _THEME.items():
        (place,) = root.iter(qn(f"a:{name}"))
        for old in list(place):
            place.remove(old)
        etree.SubElement(place, qn("a:srgbClr"), {"val": colour(token, LIGHT).removeprefix("#")})
    theme._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    theme._element = root  # one of notes, which the library makes itself, is kept as a tree


def _arrange(holders: Any) -> None:  # noqa: ANN401
    places = {"title": _TITLE, "ftr": _FOOT, "sldNum": _NUMBER}
    for holder in list(holders):
        kind = _kind(holder)
        if kind not in places:
            holder.element.getparent().remove(holder.element)
            continue
        holder.left, holder.top, holder.width, holder.height = places[kind]
        frame = holder.text_frame
        frame.margin_left = frame.margin_right = 0
        if kind == "sldNum":
            _number_field(frame)
        else:
            frame.clear()
            frame.paragraphs[0].alignment = PP_ALIGN.LEFT
            add(frame.paragraphs[0], say("page.council"), 14, "muted")


def _number_field(frame: Any) -> None:  # noqa: ANN401
    """Let the number be a field, which PowerPoint keeps right when slides are moved."""
    frame.clear()
    paragraph = frame.paragraphs[0]
    add(paragraph, "‹#›", 14, "muted", is_bold=True)
    (run,) = paragraph._p.findall(qn("a:r"))
    run.tag = qn("a:fld")
    run.set("id", "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}")
    run.set("type", "slidenum")
    paragraph._p.get_or_add_pPr().set("algn", "r")


def _kind(holder: Any) -> str:  # noqa: ANN401
    return str(holder.element.ph.get("type", ""))


def _drop(owner: Any) -> None:  # noqa: ANN401
    rels = owner._rels
    for key in [key for key, rel in rels.items() if rel.reltype.rpartition("/")[2] in _UNUSED]:
        rels.pop(key)


def _set_decorative(shape: Any) -> None:  # noqa: ANN401
    space = "http://schemas.microsoft.com/office/drawing/2017/decorative"
    properties = shape.element.nvSpPr.cNvPr
    extensions = etree.SubElement(properties, qn("a:extLst"))
    extension = etree.SubElement(extensions, qn("a:ext"), {"uri": "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"})
    etree.SubElement(extension, f"{{{space}}}decorative", {"val": "1"}, nsmap={"adec": space})
