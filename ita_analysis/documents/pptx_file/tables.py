"""Tables and facts of the council's file: a table that a reader can edit, and facts beside each other."""

from __future__ import annotations

from typing import Any

from lxml import etree
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches, Pt

from ita_analysis.documents.deck.slides import Grid, Line, Tiles
from ita_analysis.documents.paper.wording import unbroken
from ita_analysis.documents.pptx_file.frame import LEFT, WITHIN, add_bar
from ita_analysis.documents.pptx_file.words import add, box, rgb, text_box
from ita_analysis.look import LIGHT, colour
from ita_analysis.sentences.parts import Fact
from ita_analysis.thai.text import straight

_TOP, _ROW = 2.65, 0.6
_PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # the style without lines and fills
_GAP = 0.25
_LONGEST_NUMBER = 6  # letters, such as 100.00
_FEW_ROWS = 4


def add_grid(slide: Any, picture: Grid) -> None:  # noqa: ANN401 - classes without public names
    """Add a table: a navy rule under its head, hairlines between rows, a tint where a row has a tone."""
    size = 22 if len(picture.rows) <= _FEW_ROWS else 18
    tall = _ROW * (len(picture.rows) + 1)
    frame = slide.shapes.add_table(len(picture.rows) + 1, len(picture.columns), *box(LEFT, _TOP, WITHIN, tall))
    frame.element.nvGraphicFramePr.cNvPr.set("descr", straight(picture.alt))
    table = frame.table
    table.horz_banding, table.first_row = False, True
    table._tbl.tblPr.find(qn("a:tableStyleId")).text = _PLAIN
    for number, (heading, share) in enumerate(picture.columns):
        table.columns[number].width = Emu(int(Inches(WITHIN) * share))
        _cell(table.cell(0, number), heading, Line(()), size, is_head=True)
    for row, line in enumerate(picture.rows, 1):
        for number, words in enumerate(line.cells):
            _cell(table.cell(row, number), words, line, size)


def add_tiles(slide: Any, picture: Tiles) -> None:  # noqa: ANN401
    """Add facts beside each other: label, value with its unit, note."""
    wide = (WITHIN - _GAP * (len(picture.facts) - 1)) / len(picture.facts)
    for number, fact in enumerate(picture.facts):
        _tile(slide, LEFT + number * (wide + _GAP), wide, fact, is_about=fact.number == picture.about)


def _cell(cell: Any, words: str, line: Line, size: float, *, is_head: bool = False) -> None:  # noqa: ANN401
    cell.margin_left, cell.margin_right = Inches(0.12), Inches(0.12)
    cell.margin_top = cell.margin_bottom = Inches(0.03)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    paragraph = cell.text_frame.paragraphs[0]
    tone = "muted" if is_head else line.tone or "ink"
    add(paragraph, words, 18 if is_head else size, tone, is_bold=is_head or bool(line.tone))
    if line.tone in {"develop", "urgent"}:
        cell.fill.solid()
        cell.fill.fore_color.rgb = rgb("develop_tint")
    else:
        cell.fill.background()
    _rule(cell, "accent" if is_head else "line", 2.25 if is_head else 1)


def _rule(cell: Any, name: str, width: float) -> None:  # noqa: ANN401
    """Draw the line under a cell; the library knows none."""
    properties = cell._tc.get_or_add_tcPr()
    rule = etree.Element(qn("a:lnB"), {"w": str(int(Pt(width)))})
    fill = etree.SubElement(rule, qn("a:solidFill"))
    etree.SubElement(fill, qn("a:srgbClr"), {"val": colour(name, LIGHT).removeprefix("#")})
    properties.insert(0, rule)


def _tile(slide: Any, left: float, wide: float, fact: Fact, *, is_about: bool) -> None:  # noqa: ANN401
    add_bar(slide, box(left, _TOP, wide, 0.08), "develop_mark" if is_about else "accent")
    add(text_box(slide, box(left, _TOP + 0.2, wide, 0.85)).paragraphs[0], fact.label, 22, "muted")
    value = text_box(slide, box(left, _TOP + 1.0, wide, 1.05), anchor=MSO_ANCHOR.MIDDLE).paragraphs[0]
    size = 60 if len(fact.value) <= _LONGEST_NUMBER else 32
    add(value, fact.value, size, "muted" if fact.is_missing else "ink", is_bold=True)
    if fact.unit:
        add(text_box(slide, box(left, _TOP + 2.05, wide, 0.45)).paragraphs[0], fact.unit, 22, is_bold=True)
    if fact.note:
        note = text_box(slide, box(left, _TOP + 2.55, wide, 1.3)).paragraphs[0]
        tone = "develop" if is_about else "ink" if fact.is_warning else "muted"
        add(note, unbroken(fact.note), 22, tone, is_bold=fact.is_warning)
