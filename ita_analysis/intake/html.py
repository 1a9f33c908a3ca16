"""HTML, whole pages and the contents of one cell, read as text; nothing of it is ever run or kept as markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html
from lxml.html import HtmlElement

from ita_analysis.intake.document import BULLET, Document, Paragraph, Spanned, Table, lay_out
from ita_analysis.records import Place
from ita_analysis.thai.text import clean

_SILENT = {"script", "style", "template", "head", "noscript", "object", "iframe", "svg", "button", "select"}
_BLOCKS = {"p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td", "th", "table", "section"}
_BLOCKS |= {"article", "header", "footer", "main", "center", "blockquote", "dl", "dt", "dd", "pre", "body", "form"}
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_MOST_SPAN = 100


def looks_like_html(text: str) -> bool:
    """Return whether the text is a page of HTML rather than lines that hold some tags."""
    start = text[:3000].lower()
    return "<html" in start or "<!doctype html" in start or ("<table" in text.lower() and "\t" not in text)


def charset(content: bytes) -> str | None:
    """Return the character set that the page names, in lower case."""
    match = _CHARSET.search(content[:4096])
    return match[1].decode("ascii").lower() if match else None


def read_html(text: str) -> Document:
    """Return the blocks of a page of HTML."""
    root = html.document_fromstring(text.replace("\x00", "") or "<p></p>")
    return Document(tuple(_numbered(_blocks(root))))


def cell_paragraphs(fragment: str) -> tuple[str, ...]:
    """Return the paragraphs of a table cell that is written in HTML; list items start with BULLET."""
    return _paragraphs(html.fragment_fromstring(fragment, create_parent="div"))


def _numbered(blocks: Iterator[str | list[list[Spanned]]]) -> Iterator[Paragraph | Table]:
    paragraphs = tables = 0
    for block in blocks:
        if isinstance(block, str):
            paragraphs += 1
            yield Paragraph(block, Place(paragraph=paragraphs))
        elif block:
            tables += 1
            yield Table(tables, lay_out(block), (None,) * len(block))


def _blocks(element: HtmlElement) -> Iterator[str | list[list[Spanned]]]:
    if element.tag == "table" and not element.xpath(".//table"):
        yield [list(_cells(row)) for row in element.xpath(".//tr")]
    elif any(child.tag in _BLOCKS or child.xpath(".//table") for child in element.iterchildren("*")):
        yield from _mixed(element)
    elif text := clean(_words(element)):
        yield _marked(element, text)


def _mixed(element: HtmlElement) -> Iterator[str | list[list[Spanned]]]:
    loose = element.text or ""
    for child in element.iterchildren():
        if child.tag in _BLOCKS or (isinstance(child.tag, str) and child.xpath(".//table")):
            if text := clean(loose):
                yield text
            loose = ""
            yield from _blocks(child)
        else:
            loose += _words(child)
        loose += child.tail or ""
    if text := clean(loose):
        yield text


def _cells(row: HtmlElement) -> Iterator[Spanned]:
    for cell in row.xpath("./td|./th"):
        yield Spanned(_paragraphs(cell), _span(cell.get("colspan")), _span(cell.get("rowspan")))


def _span(words: str | None) -> int:
    return min(int(words), _MOST_SPAN) if words and words.strip().isdigit() and int(words) > 0 else 1


def _paragraphs(element: HtmlElement) -> tuple[str, ...]:
    """Return the texts of the innermost blocks; a list within a list item belongs to that item."""
    return tuple(_lines_of(element))


def _lines_of(element: HtmlElement) -> Iterator[str]:
    loose = element.text or ""
    for child in element.iterchildren():
        if child.tag in _BLOCKS:
            if text := clean(loose):
                yield text
            loose = ""
            yield from [_marked(child, text)] if child.tag == "li" and (text := _item(child)) else _lines_of(child)
        elif isinstance(child.tag, str) and any(part.tag in _BLOCKS for part in child.iterdescendants()):
            yield from _lines_of(child)
        else:
            loose += _words(child)
        loose += child.tail or ""
    if text := clean(loose):
        yield text


def _item(element: HtmlElement) -> str:
    return clean("\n".join(line.removeprefix(BULLET) for line in _lines_of(element)))


def _marked(element: HtmlElement, text: str) -> str:
    return BULLET + text if element.tag == "li" else text


def _words(element: HtmlElement) -> str:
    if not isinstance(element.tag, str) or element.tag in _SILENT:
        return ""
    if element.tag == "br":
        return "\n"
    inner = "".join(_words(child) + _folded(child.tail) for child in element.iterchildren())
    return _folded(element.text) + inner


def _folded(text: str | None) -> str:
    return re.sub(r"[ \t\r\n]+", " ", text or "")
