"""What can be wrong with a database file or its disk, told from DuckDB's words, as an error a person can mend."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path

import duckdb

from ita_analysis.errors import StoreError

_LOCKED_BY = re.compile(r"PID (\d+)")
_LOCKED = ("Could not set lock", "used by another process")
# A file that may not or cannot be written is told by DuckDB's own words; only the reason after them is the system's.
_REFUSED = re.compile(
    r'(?:Could not|Cannot) (?!read|stat|set lock)[a-z ]+ file "|Failed to create directory|fsync failed'
)
_PATH = re.compile(r'file "([^"]+)"')
_FULL = ("No space left", "File too large", "quota exceeded", "not enough space")
# What every question hears once DuckDB has given a file up, and what one hears whose connection was closed for that.
_REOPENED = ("has been invalidated", "already closed")
_TURNS = re.compile(r"File checkpoint iteration: (\d+), WAL checkpoint iteration: (\d+)")
_NO_SPACE = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}


def explained(file: Path, error: duckdb.Error) -> StoreError:
    """Return why a file could not be used: held by another process, disk full, not writable, or damaged."""
    said = str(error)
    holder = _LOCKED_BY.search(said)
    if holder or _says(said, _LOCKED):
        return StoreError("store_busy", file=file.name, process=holder[1] if holder else "?")
    if _says(said, _REOPENED):
        return StoreError("store_reopened", file=file.name)
    if _says(said, _FULL):
        return StoreError("store_full", folder=folder_of(file))
    if is_refused(error) or not os.access(file.parent, os.W_OK):
        return StoreError("store_unwritable", folder=folder_of(file))
    return StoreError("store_unreadable", file=file.name)


def unwritten(file: Path, error: OSError) -> StoreError:
    """Return why a file could not be written, from what the system says of it."""
    return StoreError("store_full" if error.errno in _NO_SPACE else "store_unwritable", folder=folder_of(file))


def is_about_the_file(error: duckdb.Error) -> bool:
    """Return whether an error is about a file or its disk, and not about a statement or a row."""
    return isinstance(error, duckdb.IOException) or is_refused(error) or _says(str(error), _REOPENED)


def is_taken_in(error: duckdb.Error) -> bool:
    """Return whether a file is refused because it holds already what is in its log: it is one turn ahead of it."""
    turns = _TURNS.search(str(error))
    return turns is not None and int(turns[1]) == int(turns[2]) + 1


def is_refused(error: duckdb.Error) -> bool:
    """Return whether a file could not be written: the disk is full, or it is not allowed."""
    return bool(_REFUSED.search(str(error)))


def path_in(error: duckdb.Error) -> Path | None:
    """Return the database that an error names, be it by its log, or None."""
    named = _PATH.search(str(error))
    return Path(named[1].removesuffix(".wal")) if named else None


def folder_of(file: Path) -> str:
    """Return the name of the folder that a file lies in, as a sentence says it: never that of a folder to work in."""
    folder = file.resolve().parent
    return (folder.parent if folder.suffix in {".building", ".folding"} else folder).name


def _says(said: str, any_of: tuple[str, ...]) -> bool:
    return any(words in said for words in any_of)
