"""A process whose disk takes no more, or which may not write where others may; asked through `apart`."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb

from ita_analysis.errors import StoreError
from ita_analysis.store import database
from ita_analysis.store.backup import back_up
from ita_analysis.store.building import ready
from ita_analysis.store.files import log_of
from ita_analysis.texts import explain
from tests.store.deeds import Deed
from tests.store.files import rows
from tests.store.refused import Refusal

_NO_RIGHTS = (ctypes.c_uint32 * 6)()


@dataclass(frozen=True)
class Told:
    """What a deed on a full disk said, and the same deed once there was room again.

    `names`: what lay beside the database and its log while the disk was full.

    `version`: the count of changes that a question found while the disk was full; None where it was refused.
    """

    full: Refusal | None
    names: tuple[str, ...]
    version: object
    again: Refusal | None = None


@contextmanager
def no_file_grows_beyond(size: int) -> Iterator[None]:
    """Let writing fail beyond so many bytes of a file, as on a full disk; Linux and macOS know such a limit."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def give_up_root() -> None:
    """Let permissions hold for this process too, which an administrator is above; its files stay its own."""
    if os.geteuid() == 0:
        header = (ctypes.c_uint32 * 2)(0x20080522, 0)
        assert ctypes.CDLL(None, use_errno=True).capset(header, _NO_RIGHTS) == 0, os.strerror(ctypes.get_errno())


def refusal(act: Callable[[Path], object], file: Path) -> Refusal | None:
    """Do something with a file and return the StoreError that it raises, or None."""
    try:
        act(file)
    except StoreError as error:
        return Refusal(error.key, explain(error))
    return None


def started(file: Path) -> Refusal | None:
    """Open a database as a start of the program does, hold it for a moment, and end."""
    said = refusal(ready, file)
    time.sleep(0.2)
    database.close(file)
    return said


def growth(deed: Deed, file: Path) -> int:
    """Do a deed and return by how many bytes it made the log grow."""
    before = _log_size(file, deed)
    deed.act(file)
    return log_of(file).stat().st_size - before


def on_a_full_disk(deed: Deed, file: Path, room: int) -> Told:
    """Do a deed where files may grow by so many bytes more than the log has, and once more where there is room."""
    with no_file_grows_beyond(_log_size(file, deed) + room):
        told = _told(deed, file)
    told = replace(told, again=refusal(deed.act, file))
    database.close(file)
    return told


def ended_on_a_full_disk(deed: Deed, file: Path, room: int) -> Told:
    """Do a deed where files may grow by so many bytes more than the log has, and end with the disk as full."""
    with no_file_grows_beyond(_log_size(file, deed) + room):
        told = _told(deed, file)
        database.close(file)
    return told


def given_up(deed: Deed, file: Path) -> Told:
    """Do a deed after DuckDB has given the file up, for which it has to be told to take its log in on a full disk."""
    for step in ("+", "-"):  # something for the log to take in
        ready(file, []).execute(f"update data_version set version = version {step} 1")
    with no_file_grows_beyond(0), suppress(duckdb.FatalException):
        database.connection(file).execute("checkpoint")
    told = replace(_told(deed, file), again=refusal(deed.act, file))
    database.close(file)
    return told


def where_nothing_may_be_written(deed: Deed, file: Path, modes: dict[Path, int]) -> Told:
    """Do a deed under other permissions of some paths, and once more under the old ones."""
    give_up_root()
    if deed.is_open:
        ready(file, [])
    before = {path: path.stat().st_mode for path in modes}
    _set_modes(modes)
    try:
        told = _told(deed, file)
    finally:
        _set_modes(before)
    told = replace(told, again=refusal(deed.act, file))
    database.close(file)
    return told


def backed_up_elsewhere(file: Path, target: Path, modes: dict[Path, int]) -> Refusal | None:
    """Back up a database that this process has not open, under other permissions of some paths."""
    give_up_root()
    before = {path: path.stat().st_mode for path in modes}
    _set_modes(modes)
    try:
        return refusal(lambda file: back_up(file, target), file)
    finally:
        _set_modes(before)


def _told(deed: Deed, file: Path) -> Told:
    full, names = refusal(deed.act, file), _names(file)
    return Told(full, names, _version(file) if deed.is_open else None)


def _set_modes(modes: dict[Path, int]) -> None:
    for path, mode in modes.items():
        path.chmod(mode)


def _log_size(file: Path, deed: Deed) -> int:
    if deed.is_open:
        ready(file, [])
    return log_of(file).stat().st_size if log_of(file).exists() else 0


def _names(file: Path) -> tuple[str, ...]:
    found = {path.relative_to(file.parent).as_posix() for path in file.parent.rglob("*")}
    return tuple(sorted(found - {file.name, log_of(file).name}))


def _version(file: Path) -> object:
    try:
        return rows(ready(file), "select version from data_version")[0][0]
    except StoreError:
        return None
