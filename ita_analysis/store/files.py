"""The files of a database: the file itself, the log of what was stored since, and the copy that takes the log in.

DuckDB takes a log in by writing some blocks over themselves; killed in such a write, it leaves a file that nobody can
open (2.0, tried). So a file in use is only added to: a copy takes the log in, and then the place of the file, whole.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import duckdb

from ita_analysis.errors import StoreError
from ita_analysis.store.statements import write
from ita_analysis.store.trouble import folder_of, is_taken_in

# Bytes in a block of a new file, DuckDB's smallest: many small tables fill 1 MB of them, and 14 MB of its usual ones.
BLOCK_SIZE = 16_384


def log_of(file: Path) -> Path:
    """Return the file in which DuckDB keeps what was stored since it last took its log in."""
    return file.with_name(f"{file.name}.wal")


def remove(file: Path) -> None:
    """Remove a database file and its log, where they are."""
    for each in (file, log_of(file)):
        each.unlink(missing_ok=True)


def put(built: Path, file: Path) -> None:
    """Put a database that was built whole, and is closed, where there is none.

    Raises StoreError where closing it left a log, which DuckDB does in silence where the disk is full.
    """
    if log_of(built).exists():
        raise StoreError("store_full", folder=folder_of(file))
    remove(file)  # a log without its file would spoil the new one
    built.replace(file)


def fold(file: Path) -> None:
    """Take the log of a database into its file where there is one; to be called `alone`.

    Both stay as they are where another process has the file open, where it is damaged, or where the disk is full.
    """
    if not log_of(file).exists():
        return
    with suppress(OSError):
        try:
            _fold_copy(file)
        except duckdb.Error as error:
            if not is_taken_in(error):
                return
        log_of(file).unlink()  # a process that is killed before this leaves it to the next one


@contextmanager
def alone(file: Path) -> Iterator[None]:
    """Let one process at a time open a database or change its files; DuckDB's own lock begins once it is open."""
    with ExitStack() as held:
        with suppress(OSError):  # a folder that cannot be locked is one that this program cannot write either
            held.enter_context(_locked(file))
        yield


@contextmanager
def workplace(folder: Path) -> Iterator[Path]:
    """Yield an empty folder to work in, which is gone afterwards; what a killed process left in it makes room."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _fold_copy(file: Path) -> None:
    with duckdb.connect(str(file), read_only=True):
        pass  # no other process writes, and nothing is damaged
    with workplace(file.with_name(f"{file.name}.folding")) as folder:
        copy = folder / file.name
        for each, its_copy in ((file, copy), (log_of(file), log_of(copy))):
            shutil.copyfile(each, its_copy)
        with duckdb.connect(str(copy)) as opened:
            write(opened, "log_taken_in")
        copy.replace(file)


if sys.platform == "win32":
    import msvcrt

    @contextmanager
    def _locked(file: Path) -> Iterator[None]:
        with file.with_name(f"{file.name}.lock").open("ab") as lock:
            msvcrt.locking(lock.fileno(), msvcrt.LK_LOCK, 1)
            yield
else:
    import fcntl

    @contextmanager
    def _locked(file: Path) -> Iterator[None]:
        folder = os.open(file.parent, os.O_RDONLY)
        try:
            fcntl.flock(folder, fcntl.LOCK_EX)
            yield
        finally:
            os.close(folder)
