"""Backups that nobody has to think of: before what changes much and once a day, the oldest making room."""

from __future__ import annotations

import shutil
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ita_analysis.errors import StoreError
from ita_analysis.people import Person, require
from ita_analysis.store.backup import WRITING, back_up, look, snapshot, state_in
from ita_analysis.store.manifest import Manifest, Reason

MOST = 30
_LONGEST_WRITING = 3600  # seconds; a younger folder may be one in which another process is at work


@dataclass(frozen=True)
class Kept:
    """A backup: its file, its size in bytes, and what it says of itself; None where it cannot be read."""

    path: Path
    size: int
    manifest: Manifest | None


def folder_of(file: Path) -> Path:
    """Return the folder beside a database that its backups lie in."""
    return file.with_name("backups")


def kept(file: Path) -> list[Path]:
    """Return the backups beside a database, the newest first."""
    return sorted(folder_of(file).glob("ita-*.zip"), reverse=True)


def listed(file: Path) -> list[Kept]:
    """Return the backups with what they say of themselves, the newest first."""
    return [Kept(path, path.stat().st_size, _manifest(path)) for path in kept(file)]


def state(file: Path) -> str | None:
    """Return the word of the state of the data; None where an earlier program made the tables."""
    with snapshot(file) as opened:
        return state_in(opened)[1]


def is_kept(file: Path) -> bool:
    """Return whether the newest backup holds the data as they are; one that cannot be read holds nothing."""
    newest = _manifest(kept(file)[0]) if kept(file) else None
    return newest is not None and newest.state is not None and newest.state == state(file)


def keep(file: Path, reason: Reason, *, now: datetime | None = None) -> Path:
    """Return a backup of the data as they are: the newest one where nothing has changed since, else a new one.

    Raises StoreError where another process holds the database, or the folder beside it takes no file.
    """
    if is_kept(file):
        return kept(file)[0]
    made = keep_anew(file, reason, now=now)
    make_room(file)
    return made


def keep_by_hand(file: Path, *, who: Person) -> Path:
    """Return the backup that a person asked for; raises StoreError as `keep` does, RightMissing where they may not."""
    require(who, "keep")
    return keep(file, "hand")


def keep_anew(file: Path, reason: Reason, *, now: datetime | None = None) -> Path:
    """Return a new backup of the data as they are, whatever is kept already; raises StoreError as `keep` does."""
    moment = now or datetime.now()  # noqa: DTZ005 - the clock of this desk
    return back_up(file, _folder(file) / f"ita-{moment:%Y-%m-%d-%H%M%S-%f}-{reason}.zip", reason, now=moment)


def make_room(file: Path) -> None:
    """Remove the oldest backups, and what processes left that were killed while they made one; what stays, stays."""
    for old in kept(file)[MOST:]:
        with suppress(OSError):
            old.unlink(missing_ok=True)
    for left in folder_of(file).glob(f"*{WRITING}"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _LONGEST_WRITING:
                shutil.rmtree(left)


def keep_of_the_day(file: Path, *, now: datetime | None = None) -> Path | None:
    """Make the backup of the day where none was made yet; None where there is one, or no database."""
    moment = now or datetime.now()  # noqa: DTZ005 - the clock of this desk
    known = kept(file)
    if not file.exists() or (known and known[0].name.startswith(f"ita-{moment:%Y-%m-%d}-")):
        return None
    return keep(file, "day", now=moment)


def _folder(file: Path) -> Path:
    try:
        folder_of(file).mkdir(exist_ok=True)
    except OSError as error:
        raise StoreError("backup_unwritable", file=folder_of(file).name, folder=file.parent.name) from error
    return folder_of(file)


def _manifest(path: Path) -> Manifest | None:
    try:
        return look(path)
    except StoreError:
        return None
