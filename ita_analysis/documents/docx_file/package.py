"""The package of a DOCX: opened from our own parts, and packed with the day of its data instead of the time."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document as WordDocument

from ita_analysis.documents.docx_file.words import readable
from ita_analysis.documents.paper.blocks import Document
from ita_analysis.documents.zipped import rezipped, zipped

_LANGUAGE = "th-TH"
_LONGEST = 255  # letters of a property
_PARTS = {
    "[Content_Types].xml": "content_types",
    "_rels/.rels": "package_rels",
    "word/document.xml": "document",
    "word/_rels/document.xml.rels": "document_rels",
    "word/styles.xml": "styles",
    "word/numbering.xml": "numbering",
    "word/settings.xml": "settings",
    "word/fontTable.xml": "fontTable",
}


def opened(document: Document) -> WordDocument:
    """Return an empty document in our styles that says what it is, whose, in which language and of which day."""
    word = docx.Document(BytesIO(_template()))
    about, day = word.core_properties, _midnight(document.made_on)
    about.title, about.author = (readable(text)[:_LONGEST] for text in (document.title, document.agency))
    about.last_modified_by, about.language = about.author, _LANGUAGE
    about.created = about.modified = day
    about.comments, about.revision = "", 1
    return word


def packed(word: WordDocument, made_on: date) -> bytes:
    """Return a document as bytes; its archive carries the day it was made on, and not the time."""
    saved = BytesIO()
    word.save(saved)
    return rezipped(saved.getvalue(), made_on)


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001 - a property of Word has no zone


@cache
def _template() -> bytes:
    folder = Path(__file__).parent / "template"
    return zipped({name: (folder / f"{part}.xml").read_bytes() for name, part in _PARTS.items()}, date.min)
