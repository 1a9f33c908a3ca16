"""A written DOCX as other readers see it: its XML by lxml, its text by python-docx."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx
from docx.oxml.ns import qn
from lxml import etree

Element = etree._Element


def part(content: bytes, name: str = "word/document.xml") -> Element:
    """Return the root of a part; a part that is no XML is an error."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return etree.fromstring(archive.read(name))


def found(root: Element, *names: str) -> list[Element]:
    """Return the elements below a path of bare names, e.g. tr, trPr, cantSplit."""
    nodes = [root]
    for number, name in enumerate(names):
        nodes = [
            each
            for node in nodes
            for each in (node.iter(qn(f"w:{name}")) if not number else node.iterchildren(qn(f"w:{name}")))
        ]
    return nodes


def attribute(node: Element, name: str) -> str | None:
    return node.get(qn(f"w:{name}"))


def headings(content: bytes) -> list[tuple[str, str]]:
    """Return the headings with their styles, as the navigation pane lists them."""
    paragraphs = docx.Document(BytesIO(content)).paragraphs
    return [
        (each.style.name, each.text.replace("\u00a0", " "))
        for each in paragraphs
        if each.style.name.startswith("Heading")
    ]


def table_texts(content: bytes, number: int) -> list[list[str]]:
    """Return the cells of a table, a merged one in each place it covers."""
    return [[cell.text for cell in row.cells] for row in docx.Document(BytesIO(content)).tables[number].rows]


def whole_text(content: bytes) -> str:
    """Return all words of the body, in order."""
    return "".join(str(node.text) for node in found(part(content), "t"))


def lines_in_order(content: bytes) -> list[str]:
    """Return the paragraphs in reading order, with the mark of the list before each that has one.

    A cell that is merged into the one above is left out.
    """
    signs = {number: attribute(level, "val") or "" for number, level in _levels(part(content, "word/numbering.xml"))}
    lines = []
    for each in part(content).iter(qn("w:p")):
        if not any(found(cell, "tc", "tcPr", "vMerge") and _is_merged(cell) for cell in each.iterancestors(qn("w:tc"))):
            numbers = [signs[attribute(item, "val")] for item in found(each, "p", "pPr", "numPr", "numId")]
            lines.append("".join([*numbers, *(str(node.text) for node in found(each, "t"))]))
    return lines


def _levels(numbering: Element) -> list[tuple[str | None, Element]]:
    lists = {attribute(each, "abstractNumId"): each for each in found(numbering, "abstractNum")}
    uses = [(attribute(each, "numId"), found(each, "num", "abstractNumId")[0]) for each in found(numbering, "num")]
    return [(number, found(lists[attribute(use, "val")], "lvlText")[0]) for number, use in uses]


def _is_merged(cell: Element) -> bool:
    return all(attribute(each, "val") != "restart" for each in found(cell, "tc", "tcPr", "vMerge"))
