"""Files that are cited as evidence: looked at, then kept beside the database under the SHA-256 of their content."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePath

import duckdb

from ita_analysis.errors import StoreError
from ita_analysis.evidence.office import MAIN, defect
from ita_analysis.people import Person, require
from ita_analysis.store.changing import Unchanged, change
from ita_analysis.store.statements import find, write
from ita_analysis.store.worded import line

MOST_MEGABYTES = 20
_OFFICE, _OF = b"PK\x03\x04", "application/vnd.openxmlformats-officedocument"
# What a file of each kind begins with: a name alone says nothing. Office files are looked into as well.
KINDS: dict[str, tuple[str, bytes]] = {
    "pdf": ("application/pdf", b"%PDF-"),
    "png": ("image/png", b"\x89PNG\r\n\x1a\n"),
    "jpg": ("image/jpeg", b"\xff\xd8\xff"),
    "jpeg": ("image/jpeg", b"\xff\xd8\xff"),
    "docx": (f"{_OF}.wordprocessingml.document", _OFFICE),
    "xlsx": (f"{_OF}.spreadsheetml.sheet", _OFFICE),
    "pptx": (f"{_OF}.presentationml.presentation", _OFFICE),
}


@dataclass(frozen=True)
class Attachment:
    """An attached file: the SHA-256 of its content, its name, its kind and its size in bytes."""

    sha256: str
    file_name: str
    media_type: str
    size: int


def folder_of(file: Path) -> Path:
    """Return the folder beside a database that its attached files lie in."""
    return file.with_name("attachments")


def attach(opened: duckdb.DuckDBPyConnection, file: Path, name: str, content: bytes, *, who: Person) -> Attachment:
    """Keep a file beside a database, and return it; the same content is kept once, of who came first.

    Raises StoreError where the file is empty, too large, of a kind that is not taken or not what its name says, or
    the folder takes no file; nothing is kept then.
    """
    require(who, "enter", who.agency_code, who.unit)
    kept = _looked_at(name, content)
    place(folder_of(file), kept.sha256, content)
    with change(opened, who, "file_attached") as cursor:
        if attachment_of(cursor, kept.sha256):
            raise Unchanged
        write(cursor, "attachment", {**vars(kept), "who": who.email, "who_name": who.name})
    return attachment_of(opened.cursor(), kept.sha256) or kept


def attachment_of(cursor: duckdb.DuckDBPyConnection, sha256: str) -> Attachment | None:
    """Return the attached file of a SHA-256, or None."""
    for file_name, media_type, size in find(cursor, "attachment_of", sha256=sha256):
        return Attachment(sha256, str(file_name), str(media_type), int(str(size)))
    return None


def content_of(file: Path, sha256: str) -> bytes:
    """Return the content of an attached file; raises StoreError where it is gone or not what was attached."""
    with suppress(OSError, ValueError):  # a name with NUL is no name of a file
        content = (folder_of(file) / sha256).read_bytes()
        if hashlib.sha256(content).hexdigest() == sha256:
            return content
    raise StoreError("attachment_damaged")


def _looked_at(name: str, content: bytes) -> Attachment:
    file_name = line(PurePath(name.replace("\\", "/")).name, "file")
    kind = file_name.rpartition(".")[2].lower()
    if kind not in KINDS:
        raise StoreError("attachment_kind", file=file_name, kinds=", ".join(KINDS))
    if len(content) > MOST_MEGABYTES * 2**20:
        raise StoreError("attachment_large", file=file_name, most=MOST_MEGABYTES)
    media_type, start = KINDS[kind]
    if not content.startswith(start):
        raise StoreError("attachment_other", file=file_name, kind=kind)
    if kind in MAIN and (found := defect(kind, content)):
        raise StoreError("attachment_macros" if found == "macros" else "attachment_other", file=file_name, kind=kind)
    return Attachment(hashlib.sha256(content).hexdigest(), file_name, media_type, len(content))


def place(folder: Path, sha256: str, content: bytes) -> None:
    """Put a content into its place in a folder of attached files, whole or not at all.

    Raises StoreError where the folder takes no file.
    """
    target = folder / sha256
    writing = folder / f"{sha256}.writing"
    try:
        folder.mkdir(exist_ok=True)
        if not target.exists() or target.read_bytes() != content:
            writing.write_bytes(content)
            writing.replace(target)
    except OSError as error:
        raise StoreError("attachment_unwritable", folder=folder.name) from error
    finally:
        with suppress(OSError):
            writing.unlink(missing_ok=True)
