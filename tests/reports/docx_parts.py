"""Pieces of a Word report: real merges, real numbering, header rows, split runs."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

THAI_NUMBERS = "thaiNumbers"
BULLETS = "bullet"


def a4() -> Document:
    """An empty A4 document without the template's own paragraph."""
    document = docx.Document()
    document.sections[0].page_width, document.sections[0].page_height = Mm(297), Mm(210)
    return document


def lines(document: Document, *texts: str, bold: bool = False) -> None:
    """One paragraph per text."""
    for text in texts:
        document.add_paragraph().add_run(text).bold = bold


def next_page(document: Document) -> None:
    """A hard page break."""
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def split_runs(paragraph: Paragraph, text: str, size: int = 4) -> None:
    """Write a text as many short runs, as Word leaves it after editing and spell checking."""
    for start in range(0, len(text), size):
        run = paragraph.add_run(text[start : start + size])
        run.bold = start % (2 * size) == 0


def soft_lines(paragraph: Paragraph, *texts: str) -> None:
    """Write texts in one paragraph with soft line breaks (Shift+Enter) between them."""
    for no, text in enumerate(texts):
        run = paragraph.add_run(text)
        if no < len(texts) - 1:
            run.add_break()


def fill(cell: _Cell, content: str | Sequence[str]) -> None:
    """Write one text, or one paragraph per text, into a cell."""
    texts = [content] if isinstance(content, str) else list(content)
    cell.paragraphs[0].add_run(texts[0])
    for text in texts[1:]:
        cell.add_paragraph().add_run(text)


def list_id(document: Document, number_format: str) -> int:
    """Define a real Word list and return its number id."""
    numbering = document.part.numbering_part.element
    new_id = 900 + len(numbering.findall(qn("w:num")))
    text = "•" if number_format == BULLETS else "%1."
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{new_id}">'
        f'<w:multiLevelType w:val="hybridMultilevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
    )
    numbering.insert(0, abstract)
    inner = f'<w:abstractNumId w:val="{new_id}"/>'
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{new_id}">{inner}</w:num>'))
    return new_id


def as_list_item(paragraph: Paragraph, number_id: int) -> None:
    """Give a paragraph a real list number: the marker is drawn by Word and is not in the text."""
    properties = paragraph._p.get_or_add_pPr()
    inner = f'<w:ilvl w:val="0"/><w:numId w:val="{number_id}"/>'
    properties.append(parse_xml(f"<w:numPr {nsdecls('w')}>{inner}</w:numPr>"))


def fill_list(cell: _Cell, items: Iterable[str], number_id: int) -> None:
    """Write the items of a real Word list into a cell."""
    for no, item in enumerate(items):
        paragraph = cell.paragraphs[0] if no == 0 else cell.add_paragraph()
        paragraph.add_run(item)
        as_list_item(paragraph, number_id)


def grid(document: Document, row_count: int, column_count: int, borders: bool = True) -> Table:
    """An empty table, with borders or (for signatures) without."""
    table: Table = document.add_table(row_count, column_count)
    if borders:
        table.style = "Table Grid"
    return table


def table(document: Document, rows: Sequence[Sequence[str | Sequence[str]]], headers: int = 1) -> Table:
    """A bordered table; an empty text leaves the cell empty; header rows are marked to repeat."""
    made = grid(document, len(rows), len(rows[0]))
    for row_no, contents in enumerate(rows):
        for column_no, content in enumerate(contents):
            if content:
                fill(made.cell(row_no, column_no), content)
    for row in made.rows[:headers]:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    return made


def merge(made: Table, first: tuple[int, int], last: tuple[int, int]) -> _Cell:
    """Merge a block of cells really (gridSpan, vMerge); only the first cell may hold text."""
    whole: _Cell = made.cell(*first).merge(made.cell(*last))
    return whole


def hyperlink(paragraph: Paragraph, address: str) -> None:
    """A clickable address whose text lives in a w:hyperlink, not in a run of the paragraph."""
    relation = paragraph.part.relate_to(
        address,
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
        is_external=True,
    )
    run = f"<w:r><w:t>{address}</w:t></w:r>"
    link = f'<w:hyperlink {nsdecls("w", "r")} r:id="{relation}">{run}</w:hyperlink>'
    paragraph._p.append(parse_xml(link))


def inserted(paragraph: Paragraph, text: str) -> None:
    """Text added with change tracking on: it is in the document."""
    _tracked(paragraph, "ins", "t", text)


def deleted(paragraph: Paragraph, text: str) -> None:
    """Text struck out with change tracking on: it is no longer in the document."""
    _tracked(paragraph, "del", "delText", text)


def _tracked(paragraph: Paragraph, change: str, holder: str, text: str) -> None:
    xml = (
        f'<w:{change} {nsdecls("w")} w:id="1" w:author="ผู้แก้ไข" w:date="2021-04-01T00:00:00Z"><w:r>'
        f'<w:{holder} xml:space="preserve">{text}</w:{holder}></w:r></w:{change}>'
    )
    paragraph._p.append(parse_xml(xml))


def signatures(document: Document, people: Sequence[tuple[str, str, str]], by_row: bool) -> None:
    """People side by side in a borderless table: one cell per person, or one row per line of the block."""
    if by_row:
        block = grid(document, 3, len(people), borders=False)
        for column, (role, name, position) in enumerate(people):
            fill(block.cell(0, column), f"(ลงชื่อ)..............................{role}")
            fill(block.cell(1, column), f"({name})")
            fill(block.cell(2, column), position)
        return
    block = grid(document, 1, len(people), borders=False)
    for column, (role, name, position) in enumerate(people):
        fill(
            block.cell(0, column),
            [f"ลงชื่อ ........................... {role}", f"({name})", f"ตำแหน่ง {position}"],
        )


def save(path: Path, document: Any) -> None:
    """Write the document."""
    document.save(str(path))
