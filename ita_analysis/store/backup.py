"""A copy of all data as one ZIP of CSV files with a manifest, and a new database from such a copy."""

from __future__ import annotations

import csv
import json
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from hashlib import file_digest
from pathlib import Path

import duckdb

from ita_analysis.errors import StoreError
from ita_analysis.sql import names
from ita_analysis.store import database
from ita_analysis.store.database import explaining, looking, make_tables, migrate
from ita_analysis.store.files import alone, put, workplace
from ita_analysis.store.manifest import FILE, Manifest, Member, Reason
from ita_analysis.store.statements import find, write
from ita_analysis.store.trouble import explained, folder_of, is_refused

WRITING = ".writing"  # ends the name of the folder in which a backup is made
_MOST_UNPACKED = 8 * 2**30
# Damaged, cut short, locked by a password (RuntimeError) or packed in a way that Python does not know.
_NO_GOOD_ZIP = (zipfile.BadZipFile, EOFError, RuntimeError, zlib.error)
_ROWS_AT_ONCE, _LONGEST_ROW = 100_000, 2**25


def back_up(file: Path, target: Path, reason: Reason = "command", *, now: datetime | None = None) -> Path:
    """Write every table of a database file to a ZIP, whole or not at all, and return it; the program may be running.

    `reason` is why it was made, for whoever looks at it later. Raises StoreError where another process holds the file,
    or the target cannot be written.
    """
    if not target.parent.is_dir():
        raise StoreError("backup_folder_missing", folder=target.parent.name)
    try:
        with snapshot(file) as opened, workplace(target.with_name(f"{target.name}{WRITING}")) as folder:
            made = _pack(opened, folder, reason, now or datetime.now())  # noqa: DTZ005 - the clock of this desk
            made.replace(target)
    except OSError as error:
        raise StoreError("backup_unwritable", file=target.name, folder=folder_of(target)) from error
    return target


def restore(source: Path, file: Path) -> Path:
    """Make a new database file from a backup, all of it or no file at all.

    Raises StoreError where a database is there already, or held by another process, where the disk is full or may not
    be written, or the backup is damaged, incomplete, from a newer program, or no backup at all.
    """
    _refuse_used(file)
    if not source.is_file():
        raise StoreError("backup_missing", file=source.name)
    restoring = file.with_name(f"{file.name}.restoring")
    try:
        with zipfile.ZipFile(source) as archive, alone(file), workplace(restoring) as folder:
            _fill(_unpacked(archive, source, folder), folder, folder / file.name)
            _refuse_used(file)
            put(folder / file.name, file)
    except (*_NO_GOOD_ZIP, duckdb.Error, KeyError, ValueError) as error:
        if isinstance(error, duckdb.Error) and is_refused(error):
            raise StoreError("restore_unwritable", folder=folder_of(file)) from error
        raise StoreError("backup_unreadable", file=source.name) from error
    except OSError as error:
        raise StoreError("restore_unwritable", folder=folder_of(file)) from error
    return file


def look(source: Path) -> Manifest:
    """Return what a backup says of itself, without reading its tables; raises StoreError where it is none."""
    try:
        with zipfile.ZipFile(source) as archive:
            return Manifest.read(archive.read(FILE))
    except (*_NO_GOOD_ZIP, OSError, KeyError, ValueError) as error:
        raise StoreError("backup_unreadable", file=source.name) from error


@contextmanager
def snapshot(file: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Yield a connection that sees one state of all tables, whatever is stored meanwhile."""
    with explaining(file):
        if opened := database.opened(file):
            with opened.cursor() as cursor:
                cursor.begin()
                yield cursor
                cursor.rollback()
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


def _pack(opened: duckdb.DuckDBPyConnection, folder: Path, reason: Reason, made_at: datetime) -> Path:
    """Pack every table and the manifest into a ZIP in a folder, and return it."""
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
        version = int(str(find(opened, "data_version")[0][0]))
        manifest = Manifest(made_at=made_at, reason=reason, data_version=version, migrations=listed, tables=members)
        archive.writestr(FILE, json.dumps(manifest.as_json(), ensure_ascii=False, indent=1))
    return packed


def _written(rows: duckdb.DuckDBPyRelation, writer: duckdb.DuckDBPyConnection, target: Path) -> str:
    """Write a table as CSV, where nothing is an empty cell and an empty text is ""; return its SHA-256."""
    table = writer.from_arrow(rows.to_arrow_reader(_ROWS_AT_ONCE))
    try:
        table.write_csv(str(target), header=True, na_rep="", quotechar='"', escapechar='"', quoting=csv.QUOTE_ALL)
    except duckdb.IOException as error:
        raise OSError(str(error)) from error  # of the place for the backup, not of the database
    return _digest(target)


def _unpacked(archive: zipfile.ZipFile, source: Path, folder: Path) -> Manifest:
    """Unpack the tables of a backup and return its manifest; every file has to be the one that was packed."""
    if sum(member.file_size for member in archive.infolist()) > _MOST_UNPACKED:
        raise StoreError("backup_unreadable", file=source.name)
    manifest = Manifest.read(archive.read(FILE))
    if not set(manifest.migrations) <= set(names("migrations")):
        raise StoreError("backup_newer", file=source.name)
    for table, member in manifest.tables.items():
        if f"{table}.csv" not in archive.namelist():
            raise StoreError("backup_damaged", file=source.name, part=f"{table}.csv")
        try:
            unpacked = archive.extract(f"{table}.csv", folder)
        except _NO_GOOD_ZIP as error:
            raise StoreError("backup_damaged", file=source.name, part=f"{table}.csv") from error
        if _digest(Path(unpacked)) != member.sha256:
            raise StoreError("backup_damaged", file=source.name, part=f"{table}.csv")
    return manifest


def _fill(manifest: Manifest, folder: Path, building: Path) -> None:
    """Make the tables as they were when the backup was made, fill them, then bring them up to date."""
    with duckdb.connect(str(building)) as opened:
        make_tables(opened, manifest.migrations)
        write(opened, "data_version_emptied")
        for table in _tables(opened):
            if table != "migration":
                _read(opened, table, folder / f"{table}.csv", manifest.tables[table].rows)
        migrate(opened)


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
