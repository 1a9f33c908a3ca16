"""A copy of all data as one ZIP of CSV files with a manifest, and a new database from such a copy."""

from __future__ import annotations

import csv
import errno
import json
import shutil
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from hashlib import file_digest
from pathlib import Path

import duckdb

from ita_analysis.errors import StoreError
from ita_analysis.store import attachments, database
from ita_analysis.store.database import broken_rows, explaining, looking, make_tables, migrate
from ita_analysis.store.files import BLOCK_SIZE, alone, put, remove, workplace
from ita_analysis.store.manifest import FILE, Manifest, Member, Reason, Source, manifest_in, name_of, refuse_newer
from ita_analysis.store.sharing import using
from ita_analysis.store.snapshots import snapshot_of
from ita_analysis.store.statements import find, write
from ita_analysis.store.trouble import explained, folder_of, is_refused

WRITING = ".writing"  # ends the name of the folder in which a backup is made
_MOST_UNPACKED = 8 * 2**30
# Damaged, cut short, locked by a password (RuntimeError) or packed in a way that Python does not know.
_NO_GOOD_ZIP = (zipfile.BadZipFile, EOFError, RuntimeError, zlib.error)
_ROWS_AT_ONCE, _LONGEST_ROW = 100_000, 2**25
_FILES = "files"  # the folder of a backup that the attached files lie in


def back_up(file: Path, target: Path, reason: Reason = "command", *, now: datetime | None = None) -> Path:
    """Write every table of a database file to a ZIP, whole or not at all, and return it; the program may be running.

    `reason` is why it was made, for whoever looks at it later. Raises StoreError where another process holds the file,
    or the target cannot be written.
    """
    if not target.parent.is_dir():
        raise StoreError("backup_folder_missing", folder=target.parent.name)
    try:
        with snapshot(file) as opened, workplace(target.with_name(f"{target.name}{WRITING}")) as folder:
            about = (reason, now or datetime.now())  # noqa: DTZ005 - the clock of this desk
            made = _pack(opened, folder, about, attachments.folder_of(file))
            made.replace(target)
    except OSError as error:
        raise StoreError("backup_unwritable", file=target.name, folder=folder_of(target)) from error
    return target


def restore(source: Path, file: Path) -> Path:
    """Make a new database file from a backup, all of it or no file at all.

    Raises StoreError where a database is there already, or held by another process, or as `made_from` does.
    """
    _refuse_used(file)
    with made_from(source, file) as fresh:
        try:
            with alone(file):
                _refuse_used(file)
                put(fresh, file)
        except OSError as error:
            raise StoreError("restore_unwritable", folder=folder_of(file)) from error
    return file


@contextmanager
def made_from(source: Source, file: Path) -> Iterator[Path]:
    """Yield a new database made from a backup, beside the file whose place it may take; it is gone afterwards.

    Every row of it was read, and no check found anything. Raises StoreError where the backup is damaged, incomplete,
    from a newer program, or no backup at all, or where the folder takes no file.
    """
    building = file.with_name(f"{file.name}.restoring")
    try:
        _make(source, building, attachments.folder_of(file))
        yield building
    finally:
        with suppress(OSError):
            remove(building)


def look(source: Source) -> Manifest:
    """Return what a backup says of itself, without reading its tables; raises StoreError where it is none."""
    try:
        with zipfile.ZipFile(source) as archive:
            return manifest_in(archive)
    except (*_NO_GOOD_ZIP, OSError, KeyError, ValueError) as error:
        raise StoreError("backup_unreadable", file=name_of(source)) from error


@contextmanager
def snapshot(file: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Yield a connection that sees one state of all tables, whatever is stored meanwhile."""
    with explaining(file):
        if database.opened(file):
            with using(), snapshot_of(database.connection(file)) as seen:
                yield seen
        else:
            with looking(file) as reading:
                yield reading


def _refuse_used(file: Path) -> None:
    """Refuse a place where a database lies: say by which process it is used, or else that it is not empty."""
    if not file.exists():
        return
    try:
        duckdb.connect(str(file), read_only=True).close()
    except duckdb.Error as error:
        why = explained(file, error)
        if why.key == "store_busy":
            raise why from error
    raise StoreError("restore_not_empty", file=file.name)


def state_in(opened: duckdb.DuckDBPyConnection) -> tuple[int, str | None]:
    """Return the count of changes of the data and the word of their state; an earlier program's tables have none."""
    ((version, *state),) = find(opened, "data_state")
    return int(str(version)), str(state[0]) if state and state[0] else None


def _pack(opened: duckdb.DuckDBPyConnection, folder: Path, about: tuple[Reason, datetime], attached: Path) -> Path:
    """Pack every table, the attached files and the manifest into a ZIP in a folder, and return it."""
    members: dict[str, Member] = {}
    packed = folder / "packed.zip"
    # The program's own connection may write no files; what it hands over, another one writes.
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive, duckdb.connect() as writer:
        for table in _tables(opened):
            rows, written = opened.table(table), folder / f"{table}.csv"
            members[table] = Member(len(rows), _written(rows, writer, written))
            archive.write(written, written.name)
            written.unlink()
        listed = tuple(str(name) for (name,) in opened.table("migration").order("name").fetchall())
        version, state = state_in(opened)
        files = _pack_files(opened, archive, attached)
        manifest = Manifest(about[1], about[0], version, listed, members, state, files)
        archive.writestr(FILE, json.dumps(manifest.as_json(), ensure_ascii=False, indent=1))
    return packed


def _pack_files(opened: duckdb.DuckDBPyConnection, archive: zipfile.ZipFile, attached: Path) -> dict[str, int]:
    """Pack the attached files that are there and what they were; one that is gone or spoilt cannot be kept any more."""
    packed = {}
    for sha256, *_ in find(opened, "attachments") if "attachment" in _tables(opened) else ():
        file = attached / str(sha256)
        if file.is_file() and _digest(file) == sha256:
            archive.write(file, f"{_FILES}/{sha256}", zipfile.ZIP_STORED)
            packed[str(sha256)] = file.stat().st_size
    return packed


def _written(rows: duckdb.DuckDBPyRelation, writer: duckdb.DuckDBPyConnection, target: Path) -> str:
    """Write a table as CSV, where nothing is an empty cell and an empty text is ""; return its SHA-256."""
    table = writer.from_arrow(rows.to_arrow_reader(_ROWS_AT_ONCE))
    try:
        table.write_csv(str(target), header=True, na_rep="", quotechar='"', escapechar='"', quoting=csv.QUOTE_ALL)
    except duckdb.IOException as error:
        raise OSError(str(error)) from error  # of the place for the backup, not of the database
    return _digest(target)


def _make(source: Source, building: Path, attached: Path) -> None:
    if isinstance(source, Path) and not source.is_file():
        raise StoreError("backup_missing", file=source.name)
    name = name_of(source)
    try:
        remove(building)
        with workplace(building.with_name(f"{building.name}.csv")) as folder, zipfile.ZipFile(source) as archive:
            manifest = _unpacked(archive, name, folder)
            _fill(manifest, name, folder, building)
            for sha256 in manifest.files:
                attachments.place(attached, sha256, (folder / _FILES / sha256).read_bytes())
    except (*_NO_GOOD_ZIP, duckdb.Error, KeyError, ValueError, OSError) as error:
        is_of_disk = isinstance(error, OSError | duckdb.IOException) or (
            isinstance(error, duckdb.Error) and is_refused(error)
        )
        if is_of_disk and not isinstance(error, _NO_GOOD_ZIP):
            raise StoreError("restore_unwritable", folder=folder_of(building)) from error
        raise StoreError("backup_unreadable", file=name) from error


def _unpacked(archive: zipfile.ZipFile, name: str, folder: Path) -> Manifest:
    """Unpack the tables of a backup and return its manifest; every file has to be the one that was packed."""
    manifest = manifest_in(archive)
    refuse_newer(manifest, name)
    size = sum(member.file_size for member in archive.infolist())
    if size > _MOST_UNPACKED:
        raise StoreError("backup_unreadable", file=name)
    if size > shutil.disk_usage(folder).free:
        raise OSError(errno.ENOSPC, folder.name)
    packed = set(archive.namelist())
    parts = {f"{table}.csv": member.sha256 for table, member in manifest.tables.items()}
    for part, sha256 in (parts | {f"{_FILES}/{sha256}": sha256 for sha256 in manifest.files}).items():
        if part not in packed:
            raise StoreError("backup_damaged", file=name, part=part)
        try:
            unpacked = archive.extract(part, folder)
        except _NO_GOOD_ZIP as error:
            raise StoreError("backup_damaged", file=name, part=part) from error
        if _digest(Path(unpacked)) != sha256:
            raise StoreError("backup_damaged", file=name, part=part)
    return manifest


def _fill(manifest: Manifest, name: str, folder: Path, building: Path) -> None:
    """Make the tables as they were when the backup was made, fill them, then bring them up to date."""
    with duckdb.connect(str(building), config={"default_block_size": BLOCK_SIZE}) as opened:
        make_tables(opened, manifest.migrations)
        write(opened, "data_version_emptied")
        for table in _tables(opened):
            if table != "migration":
                _read(opened, table, folder / f"{table}.csv", manifest.tables[table].rows)
        if len(opened.table("data_version")) != 1:
            raise ValueError(name)
        migrate(opened, anew=True)
        if broken := broken_rows(opened):
            raise StoreError("backup_contradicts", file=name, check=", ".join(broken))


def _read(opened: duckdb.DuckDBPyConnection, table: str, written: Path, count: int) -> None:
    if count:
        columns = dict.fromkeys(opened.table(table).columns, "VARCHAR")
        opened.read_csv(
            str(written), header=True, sep=",", quotechar='"', escapechar='"', na_values="", allow_quoted_nulls=False,
            columns=columns, auto_detect=False, parallel=False, max_line_size=_LONGEST_ROW,
        ).insert_into(table)  # fmt: skip
    if len(opened.table(table)) != count:
        raise ValueError(table)


def _digest(file: Path) -> str:
    with file.open("rb") as content:
        return file_digest(content, "sha256").hexdigest()


def _tables(opened: duckdb.DuckDBPyConnection) -> list[str]:
    asked = "select table_name from duckdb_tables() where not internal order by table_name"
    return [str(name) for (name,) in opened.execute(asked).fetchall()]
