"""Backups that nobody has to think of: before what changes much and once a day, the oldest making room."""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ita_analysis.errors import StoreError
from ita_analysis.store.backup import WRITING, back_up, look, snapshot
from ita_analysis.store.files import log_of
from ita_analysis.store.manifest import Manifest, Reason
from ita_analysis.store.statements import find

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


def is_kept(file: Path) -> bool:
    """Return whether the newest backup holds the data as they are."""
    known = kept(file)
    return bool(known) and _holds(known[0], file)


def keep(file: Path, reason: Reason, *, now: datetime | None = None) -> Path:
    """Return a backup of the data as they are: the newest one where nothing has changed since, else a new one.

    Raises StoreError where another process holds the database, or the folder beside it takes no file.
    """
    if is_kept(file) and not _is_touched_since(kept(file)[0], file):
        return kept(file)[0]
    moment = now or datetime.now()  # noqa: DTZ005 - the clock of this desk
    made = back_up(file, _folder(file) / f"ita-{moment:%Y-%m-%d-%H%M%S-%f}-{reason}.zip", reason, now=moment)
    _make_room(file, moment)
    return made


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


def _make_room(file: Path, moment: datetime) -> None:
    """Remove the oldest backups, and what processes left that were killed while they made one; what stays, stays."""
    with suppress(OSError):
        for old in kept(file)[MOST:]:
            old.unlink(missing_ok=True)
        for left in folder_of(file).glob(f"*{WRITING}"):
            if moment.timestamp() - left.stat().st_mtime > _LONGEST_WRITING:
                shutil.rmtree(left)


def _holds(newest: Path, file: Path) -> bool:
    """Return whether a backup holds the data as they are; one that cannot be read holds nothing."""
    manifest = _manifest(newest)
    if manifest is None:
        return False
    with snapshot(file) as opened:
        return manifest.data_version == int(str(find(opened, "data_version")[0][0]))


def _is_touched_since(newest: Path, file: Path) -> bool:
    """Return whether the file was written after a backup: another database put in its place can have its version."""
    written = (each.stat().st_mtime_ns for each in (file, log_of(file)) if each.exists())
    return max(written, default=0) > newest.stat().st_mtime_ns


def _manifest(path: Path) -> Manifest | None:
    try:
        return look(path)
    except StoreError:
        return None
