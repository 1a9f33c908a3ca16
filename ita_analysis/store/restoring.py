"""Putting a backup in the place of the data of a running program: whole or not at all, what was there kept before."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from ita_analysis.errors import StoreError
from ita_analysis.people import Person, require
from ita_analysis.store import database
from ita_analysis.store.backup import look, made_from, state_in
from ita_analysis.store.building import data_version, is_behind, ready
from ita_analysis.store.keeping import keep_anew, make_room, state
from ita_analysis.store.manifest import Source
from ita_analysis.store.reference import load_reference
from ita_analysis.store.replacing import replace
from ita_analysis.store.sharing import alone, using
from ita_analysis.store.statements import write

_restoring = threading.Lock()
_put_back: dict[Path, int] = {}  # the count of changes from which on a file's data are those of a backup


def put_back(source: Source, file: Path, seen: str | None = None, *, who: Person) -> Path:
    """Put the data of a backup in the place of those that are there, and return the backup of these.

    `seen` is the state that a person was shown as the one to go. Others go on: they wait for a moment, and what they
    ask next is answered by the data put back. Raises StoreError where the backup cannot be read, the data changed
    meanwhile, somebody stores or reads for long, or the disk is full; the data are as they were then. Raises
    RightMissing where the person may not keep backups.
    """
    require(who, "keep")
    if not _restoring.acquire(blocking=False):
        raise StoreError("restore_under_way")
    try:
        opened = ready(file)
        _refuse_change(seen, state(file))
        with made_from(source, file) as fresh:
            kept = keep_anew(file, "restore")
            going = look(kept).state
            _refuse_change(seen, going)
            _bring_up(fresh, data_version(opened))
            with alone():
                replace(file, fresh, lambda held: _refuse_change(going, state_in(held)[1]))
                _put_back[file] = data_version(ready(file))
        make_room(file)
    finally:
        _restoring.release()
    return kept


@contextmanager
def storing(file: Path, seen: int) -> Iterator[duckdb.DuckDBPyConnection]:
    """Yield the connection to store by, for what a person asks who saw the data at a count of changes.

    Raises StoreError where a backup was put in their place since: its numbers may mean something else.
    """
    with using():
        if seen < _put_back.get(file, 0):
            raise StoreError("data_put_back")
        yield ready(file)


def _refuse_change(seen: str | None, now: str | None) -> None:
    if seen is not None and seen != now:
        raise StoreError("restore_changed_meanwhile")


def _bring_up(fresh: Path, version: int) -> None:
    """Fill the framework's tables of a database made from a backup, and count on from the higher of both counts."""
    try:
        with database.connect(fresh) as opened:
            with opened.cursor() as cursor, database.transaction(cursor):
                if is_behind(opened):
                    load_reference(cursor)
                write(cursor, "data_version_raised", {"version": version})
            opened.execute("checkpoint")
    except duckdb.Error as error:
        raise StoreError("restore_unwritable", folder=fresh.parent.name) from error
