"""What an office file holds: the main part of its kind, nothing that runs, nothing that the file does not name."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import Literal

from lxml import etree

# The main part of each kind, as [Content_Types].xml calls it; a file with macros calls it by another name.
MAIN = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
}
_TYPES, _TRASH = "[Content_Types].xml", "[trash]/"  # the second is room that Office leaves for later
_LONGEST = 2**20
_RUNS = ("vbaproject", "macroenabled")
# Damaged, no such part, a part behind a password (RuntimeError), or packed in a way that Python does not know.
_UNREAD = (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, KeyError, EOFError, OSError, RuntimeError, ValueError)
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


def defect(kind: str, content: bytes) -> Literal["macros", "other"] | None:
    """Return why a content is no office file of a kind of MAIN to keep: it runs something, or is another thing."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = {f"/{name}".casefold() for name in archive.namelist() if not name.endswith("/")}
            with archive.open(_TYPES) as told:
                root = etree.fromstring(told.read(_LONGEST), _PARSER)
    except _UNREAD:
        return "other"
    types = {each.get("PartName", "").casefold(): each.get("ContentType", "") for each in root.iter("{*}Override")}
    endings = {each.get("Extension", "").casefold(): each.get("ContentType", "") for each in root.iter("{*}Default")}
    if any(word in said.casefold() for word in _RUNS for said in (*parts, *types.values(), *endings.values())):
        return "macros"
    unnamed = [each for each in parts if each not in types and each.rpartition(".")[2] not in endings]
    is_whole = MAIN[kind] in {types[each] for each in parts & types.keys()}
    stray = [each for each in unnamed if each != f"/{_TYPES}".casefold() and not each.startswith(f"/{_TRASH}")]
    return None if is_whole and not stray else "other"
