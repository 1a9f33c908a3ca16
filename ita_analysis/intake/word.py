"""Word documents (DOCX): body paragraphs, text boxes and tables in reading order."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import count
from typing import TypeAlias

import docx
from docx.oxml.ns import qn
from lxml import etree

from ita_analysis.errors import UnreadableDocument
from ita_analysis.intake.document import BULLET, Document, Paragraph, Spanned, Table, lay_out
from ita_analysis.records import Place
from ita_analysis.thai.text import clean

MOST_BYTES = 20 * 1024 * 1024
MOST_UNPACKED = 200 * 1024 * 1024
_LOCKED = 0x1
_PACKING_ROOM = 1024
Element: TypeAlias = etree._Element
_P, _TBL, _TR, _TC, _SDT, _BOX = (qn(f"w:{name}") for name in ("p", "tbl", "tr", "tc", "sdt", "txbxContent"))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NUMBERING = qn("w:numPr")
_T, _TAB, _RUN = (qn(f"w:{name}") for name in ("t", "tab", "r"))
_SDT_CONTENT, _CELL_STYLE, _VALUE = qn("w:sdtContent"), qn("w:tcPr"), qn("w:val")
_MOST_COLUMNS = 100
_SIGNS = {qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}


def check_archive(content: bytes) -> None:
    """Refuse an archive that is damaged, locked, larger than allowed once unpacked, or no Word document.

    Raises UnreadableDocument; sizes are those the archive declares, which zipfile holds every member to.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            members = archive.infolist()
            if any(member.flag_bits & _LOCKED for member in members):
                raise UnreadableDocument("document_locked")
            if any(member.compress_size > member.file_size + _PACKING_ROOM for member in members):
                raise UnreadableDocument("document_damaged")
            unpacked = sum(member.file_size for member in members)
            if unpacked > MOST_UNPACKED:
                raise UnreadableDocument("document_bomb", unpacked=unpacked // 2**20, limit=MOST_UNPACKED // 2**20)
            if "word/document.xml" not in archive.namelist():
                raise UnreadableDocument("document_other_office")
    except zipfile.BadZipFile as error:
        raise UnreadableDocument("document_damaged") from error


def read_word(content: bytes) -> Document:
    """Return the blocks of a Word document; raises UnreadableDocument where it cannot be opened."""
    check_archive(content)
    try:
        body = docx.Document(BytesIO(content)).element.body
    except (KeyError, ValueError, zipfile.BadZipFile, etree.XMLSyntaxError, OSError, RuntimeError) as error:
        raise UnreadableDocument("document_damaged") from error
    return Document(tuple(_numbered(_blocks(body))))


def _numbered(blocks: Iterator[str | list[list[Spanned]]]) -> Iterator[Paragraph | Table]:
    paragraphs, tables = count(1), count(1)
    for block in blocks:
        if isinstance(block, str):
            yield Paragraph(block, Place(paragraph=next(paragraphs)))
        elif block:
            yield Table(next(tables), lay_out(block), (None,) * len(block))


def _blocks(parent: Element) -> Iterator[str | list[list[Spanned]]]:
    for child in parent.iterchildren():
        if child.tag == _P:
            yield from filter(None, _texts(child))
        elif child.tag == _TBL:
            yield _rows(child)
        elif child.tag in {_SDT, _SDT_CONTENT}:
            yield from _blocks(child)


def _texts(paragraph: Element) -> Iterator[str]:
    """Yield the paragraph's own text, then the text of the boxes anchored in it."""
    text = clean(_own_text(paragraph))
    yield (BULLET + text if text and _is_listed(paragraph) else text)
    for box in paragraph.iter(_BOX):
        if not any(above.tag == _FALLBACK for above in box.iterancestors()):
            yield from (text for inner in box.iterchildren(_P) for text in _texts(inner))


def _own_text(paragraph: Element) -> str:
    return "".join(_words(node) for node in _outside_boxes(paragraph))


def _outside_boxes(node: Element) -> Iterator[Element]:
    for child in node.iterchildren():
        if child.tag != _BOX:
            yield child
            yield from _outside_boxes(child)


def _words(node: Element) -> str:
    if node.tag == _T:
        return node.text or ""
    if node.tag == _TAB and (parent := node.getparent()) is not None:
        return " " if parent.tag == _RUN else ""
    return _SIGNS.get(str(node.tag), "")


def _is_listed(paragraph: Element) -> bool:
    properties = paragraph.find(qn("w:pPr"))
    if properties is None:
        return False
    style = properties.find(qn("w:pStyle"))
    name = (style.get(qn("w:val")) or "").lower() if style is not None else ""
    return properties.find(_NUMBERING) is not None or name.startswith(("listbullet", "listnumber"))


def _rows(table: Element) -> list[list[Spanned]]:
    rows = [list(_row_cells(row)) for row in _own(table, _TR)]
    return [[_spanned(rows, number, cell) for cell in row if not cell.goes_on] for number, row in enumerate(rows)]


@dataclass(frozen=True)
class _GridCell:
    """A cell in the table's grid: its first column, how many it covers, and its element (None for a gap)."""

    column: int
    across: int
    element: Element | None = None

    @property
    def goes_on(self) -> bool:
        merge = self.element.find(f"{_CELL_STYLE}/{qn('w:vMerge')}") if self.element is not None else None
        return merge is not None and merge.get(_VALUE) != "restart"


def _own(parent: Element, tag: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, also those inside content controls."""
    for child in parent.iterchildren():
        if child.tag == tag:
            yield child
        elif child.tag in {_SDT, _SDT_CONTENT}:
            yield from _own(child, tag)


def _row_cells(row: Element) -> Iterator[_GridCell]:
    column = _number(row.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}"), 0)
    if column:
        yield _GridCell(0, column)
    for cell in _own(row, _TC):
        across = _number(cell.find(f"{_CELL_STYLE}/{qn('w:gridSpan')}"), 1)
        yield _GridCell(column, across, cell)
        column += across


def _number(node: Element | None, otherwise: int) -> int:
    value = node.get(_VALUE) if node is not None else None
    return min(int(value), _MOST_COLUMNS) if value and value.isdigit() else otherwise


def _spanned(rows: list[list[_GridCell]], row: int, cell: _GridCell) -> Spanned:
    down = 1
    for later in rows[row + 1 :]:
        if not any(below.column == cell.column and below.goes_on for below in later):
            break
        down += 1
    return Spanned(_cell_paragraphs(cell.element), cell.across, down)


def _cell_paragraphs(cell: Element | None) -> tuple[str, ...]:
    if cell is None:
        return ()
    return tuple(text for paragraph in cell.iter(_P) if not _boxed(paragraph) for text in _texts(paragraph) if text)


def _boxed(paragraph: Element) -> bool:
    return any(above.tag == _BOX for above in paragraph.iterancestors())
