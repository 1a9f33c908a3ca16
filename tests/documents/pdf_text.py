"""Texts taken out of a PDF by two readers that share no code: pdfium by its tags, pypdf in the order of drawing."""

from __future__ import annotations

import ctypes
import io
import unicodedata
from collections.abc import Iterator
from itertools import groupby
from typing import Any

import pikepdf
import pypdf
import pypdfium2
import pypdfium2.raw as pdfium_raw

Place = tuple[int, int]  # page from 0, number of marked content
_CELLS = ("/TH", "/TD")


def by_pypdf(content: bytes) -> list[str]:
    """Return the text of each page as it is drawn, line by line."""
    pages = pypdf.PdfReader(io.BytesIO(content)).pages
    return [unicodedata.normalize("NFC", page.extract_text()) for page in pages]


def by_pdfium(content: bytes) -> list[tuple[str, str]]:
    """Return what stands in the tags in reading order: the kind of each, its text line by line.

    A cell of a table is one entry, whatever stands in it.
    """
    drawn = _drawn(content)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
        return [*_read(pdf.Root.StructTreeRoot, pages, drawn)]


def rows_by_pdfium(content: bytes) -> list[list[str]]:
    """Return the rows of all tables, each the texts of its cells; an empty cell has none."""
    drawn = _drawn(content)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
        rows = [each for each in _elements(pdf.Root.StructTreeRoot) if each.S == "/TR"]
        return [[_text(cell, pages, drawn) for cell in _kids(row)] for row in rows]


def read_once(found: list[tuple[str, str]]) -> list[str]:
    """Return the texts without headings of a table that goes on: before a last row that was moved they stand again."""
    texts: list[str] = []
    heads: list[str] = []
    for is_head, run in groupby(found, key=lambda each: each[0] == "/TH"):
        words = [text for _, text in run]
        if not is_head or words != heads:
            texts += words
        heads = words if is_head else heads
    return texts


def artifacts(content: bytes) -> list[str]:
    """Return what pdfium reads on each page that stands in no tag: the foot of the page."""
    drawn = _drawn(content)
    return ["\n".join(drawn.get((page, -1), [])) for page in range(len(pypdf.PdfReader(io.BytesIO(content)).pages))]


def difference(put: str, taken: str) -> str:
    """Return nothing where both read the same, else where they part.

    A line of the paper may end where there is a space, or within Thai words; where `put` has a line end, a reader
    may show one, a space, or nothing.
    """
    place = 0
    for number, letter in enumerate(taken):
        if letter.isspace() and put[place : place + 1] == "\n":
            continue
        while put[place : place + 1] == "\n" != letter:
            place += 1
        if put[place : place + 1] == letter:
            place += 1
        elif letter == "\n":
            place += put[place : place + 1] == " "
        elif letter != " " or taken[number + 1 : number + 2] not in ("\n", ""):
            return f"{put[max(place - 20, 0) : place + 20]!r} reads {taken[max(number - 20, 0) : number + 20]!r}"
    left = put[place:].strip()
    return f"{left[:40]!r} is missing" if left else ""


def _drawn(content: bytes) -> dict[Place, list[str]]:
    """Return the pieces of text of each marked content, in the order of drawing."""
    found: dict[Place, list[str]] = {}
    with pypdfium2.PdfDocument(content) as document:
        for number, page in enumerate(document):
            texts = page.get_textpage()
            for item in page.get_objects([pdfium_raw.FPDF_PAGEOBJ_TEXT], max_depth=1):
                place = (number, pdfium_raw.FPDFPageObj_GetMarkedContentID(item.raw))
                found.setdefault(place, []).append(_object_text(item.raw, texts.raw))
    return found


def _object_text(item: Any, texts: Any) -> str:
    size = pdfium_raw.FPDFTextObj_GetText(item, texts, None, 0)
    room = ctypes.create_string_buffer(size)
    pdfium_raw.FPDFTextObj_GetText(item, texts, ctypes.cast(room, ctypes.POINTER(ctypes.c_ushort)), size)
    return unicodedata.normalize("NFC", room.raw.decode("utf-16-le").rstrip("\0"))


def _read(element: Any, pages: dict[Any, int], drawn: dict[Place, list[str]]) -> Iterator[tuple[str, str]]:
    for each in _kids(element):
        if "/S" not in each:
            continue
        own = str(each.S)
        if own in _CELLS or any("/S" not in kid for kid in _kids(each)):
            yield own, _text(each, pages, drawn)
        else:
            yield from _read(each, pages, drawn)


def _elements(element: Any) -> Iterator[Any]:
    for each in _kids(element):
        if "/S" in each:
            yield each
            yield from _elements(each)


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", [])
    listed = [*kids] if isinstance(kids, pikepdf.Array) else [kids]
    # A number is a marked content of the page of its element.
    page = element.get("/Pg")
    return [pikepdf.Dictionary(MCID=kid, Pg=page) if isinstance(kid, int) else kid for kid in listed]


def _text(element: Any, pages: dict[Any, int], drawn: dict[Place, list[str]]) -> str:
    pieces = []
    for kid in _kids(element):
        if "/MCID" in kid:
            page = kid.get("/Pg") if "/Pg" in kid else element.get("/Pg")
            pieces += drawn.get((pages[page.objgen], int(kid.MCID)), [])
        elif "/S" in kid:
            pieces.append(_text(kid, pages, drawn))
    return "\n".join(pieces)
