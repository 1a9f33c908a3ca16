"""An official document as DOCX: parts in Thai letters on A4, which Word opens as they are and our reader reads back."""

from __future__ import annotations

from itertools import zip_longest

from ita_analysis.documents.docx_file import pages, parts, signatures, tables
from ita_analysis.documents.docx_file.package import opened, packed
from ita_analysis.documents.docx_file.words import Element
from ita_analysis.documents.paper.blocks import (
    Block,
    Bullets,
    Cover,
    Document,
    Heading,
    Paragraph,
    Section,
    Signatures,
    Table,
)


def docx_file(document: Document) -> bytes:
    """Return a document as one DOCX file; the same document makes the same bytes."""
    word = opened(document)
    footers = pages.write_footers(word, document.foot)
    body = word.element.body
    last = body[-1]
    body.remove(last)
    for number, section in enumerate(document.sections):
        for block, after in zip_longest(section.blocks, section.blocks[1:]):
            body.extend(_elements(block, section, after))
        pages.end_section(body, section, footers if number == 0 else (), is_last=section is document.sections[-1])
    return packed(word, document.made_on)


def _elements(block: Block, section: Section, after: Block | None) -> list[Element]:
    match block:
        case Cover():
            return parts.cover(block)
        case Heading():
            return [parts.heading(block)]
        case Paragraph():
            return [parts.paragraph_of(block)]
        case Bullets():
            return parts.bullets(block)
        case Table():
            return tables.table(block, pages.text_width(section), is_signed=isinstance(after, Signatures))
        case _:
            return signatures.signatures(block, pages.text_width(section))
