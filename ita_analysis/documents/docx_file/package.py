"""The package of a DOCX: opened from our own parts, and packed with the day of its data instead of the time."""

from __future__ import annotations

import zipfile
from datetime import date, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document as WordDocument

from ita_analysis.documents.docx_file.words import readable
from ita_analysis.documents.paper.blocks import Document

_LANGUAGE = "th-TH"
_FIRST_TIME = (1980, 1, 1, 0, 0, 0)  # the first that an archive can hold
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
    saved, content = BytesIO(), BytesIO()
    word.save(saved)
    when = max(_midnight(made_on).timetuple()[:6], _FIRST_TIME)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(content, "w") as archive:
        for member in source.namelist():
            about = zipfile.ZipInfo(member, when)
            about.compress_type, about.create_system = zipfile.ZIP_DEFLATED, 0
            archive.writestr(about, source.read(member))
    return content.getvalue()


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001 - a property of Word has no zone


@cache
def _template() -> bytes:
    content, folder = BytesIO(), Path(__file__).parent / "template"
    with zipfile.ZipFile(content, "w") as archive:
        for name, part in _PARTS.items():
            archive.writestr(name, (folder / f"{part}.xml").read_bytes())
    return content.getvalue()
