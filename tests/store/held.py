"""A database that another process has open, as the running dashboard has."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path

from ita_analysis.store import database
from ita_analysis.store.building import ready
from tests.store.apart import APART, PATIENCE
from tests.store.files import rows


@contextmanager
def held(file: Path) -> Iterator[int]:
    """Let another process have a database open, and yield its number; in the end it has to be able to store still."""
    ours, theirs = APART.Pipe()
    process = APART.Process(target=_hold, args=(theirs, file))
    process.start()
    theirs.close()
    assert ours.poll(PATIENCE)
    before = ours.recv()
    try:
        yield int(str(process.pid))
    finally:
        ours.send("enough")
        process.join(PATIENCE)
    assert process.exitcode == 0, "it could not store any more"
    assert rows(ready(file), "select version from data_version") == [(before + 1,)]


def _hold(theirs: Connection, file: Path) -> None:
    opened = ready(file)
    theirs.send(rows(opened, "select version from data_version")[0][0])
    theirs.recv()
    with database.transaction(opened.cursor()) as cursor:
        cursor.execute("update data_version set version = version + 1")
    database.close(file)
