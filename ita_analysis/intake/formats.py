"""Which reader a file needs, told by its content and not by its name."""

from __future__ import annotations

import codecs
from pathlib import Path

from lxml import etree

from ita_analysis.errors import UnreadableDocument
from ita_analysis.intake.document import Document
from ita_analysis.intake.html import charset, looks_like_html, read_html
from ita_analysis.intake.plain_text import read_text
from ita_analysis.intake.word import MOST_BYTES, read_word

_THAI_CODE_PAGES = {"windows-874", "tis-620", "tis620", "iso-8859-11", "cp874", "x-windows-874", "ibm874"}
_REFUSED = {b"\xd0\xcf\x11\xe0": "document_locked_or_old", b"%PDF": "document_pdf", b"{\\rtf": "document_rtf"}
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")


def open_file(path: Path) -> Document:
    """Return the blocks of a file; raises UnreadableDocument where there is none or it cannot be read."""
    if not path.is_file():
        raise UnreadableDocument("document_missing", file=path.name)
    if path.stat().st_size > MOST_BYTES:
        raise UnreadableDocument("document_too_large", limit=MOST_BYTES // 2**20)
    return open_document(content_of(path))


def content_of(path: Path) -> bytes:
    """Return the bytes of a file; raises UnreadableDocument where it may not be read, as while Excel has it open."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableDocument("document_forbidden") from error


def open_document(content: bytes) -> Document:
    """Return the blocks of a file's content: DOCX, HTML or text; raises UnreadableDocument."""
    if len(content) > MOST_BYTES:
        raise UnreadableDocument("document_too_large", limit=MOST_BYTES // 2**20)
    if not content.strip():
        raise UnreadableDocument("document_empty")
    if content.startswith(_ZIP):
        return read_word(content)
    for start, reason in _REFUSED.items():
        if content.lstrip().startswith(start):
            raise UnreadableDocument(reason)
    return _open_text(decode(content))


def decode(content: bytes) -> str:
    """Return the text of a file in UTF-8, UTF-16 (with its mark) or a Thai code page.

    Raises UnreadableDocument where the bytes are no text. CP874 stands for TIS-620 too: it holds all of it.
    """
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decoded(content, "utf-16")
    if b"\x00" in content:
        raise UnreadableDocument("document_not_text")
    if charset(content) in _THAI_CODE_PAGES and not _is_utf8(content):
        return _decoded(content, "cp874")
    return content.decode("utf-8-sig") if _is_utf8(content) else _decoded(content, "cp874")


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _decoded(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableDocument("document_not_text") from error


def _open_text(text: str) -> Document:
    try:
        return read_html(text) if looks_like_html(text) else read_text(text)
    except (RecursionError, etree.LxmlError, ValueError) as error:
        raise UnreadableDocument("document_damaged") from error
