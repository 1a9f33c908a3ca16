"""A copy of all data as one ZIP of Parquet files, and a new database from such a copy."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

import duckdb

from ita_analysis.errors import StoreError
from ita_analysis.sql import names
from ita_analysis.store import database
from ita_analysis.store.database import explained, make_tables, migrate
from ita_analysis.store.statements import write

_MOST_UNPACKED = 4 * 2**30
_LISTED = "migration.parquet"
_BEFORE_THEY_WERE_LISTED = ("0001_framework", "0002_records")


def back_up(file: Path, target: Path) -> Path:
    """Write every table of a database file to a ZIP and return it; raises StoreError where the file is held."""
    if not target.parent.is_dir():
        raise StoreError("backup_folder_missing", folder=target.parent.name)
    try:
        opened = duckdb.connect(str(file), read_only=True)
    except duckdb.IOException as error:
        raise explained(file, error) from error
    with tempfile.TemporaryDirectory() as folder, opened, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for table in _tables(opened):
            written = Path(folder) / f"{table}.parquet"
            opened.table(table).write_parquet(str(written))
            archive.write(written, written.name)
    return target


def restore(source: Path, file: Path) -> Path:
    """Make a new database file from a backup; raises StoreError where one is there already or the backup is none."""
    if file.exists():
        raise StoreError("restore_not_empty", file=file.name)
    if not source.is_file():
        raise StoreError("backup_missing", file=source.name)
    building = file.with_suffix(".restoring")
    database.remove(building)
    try:
        _fill(source, building)
        database.remove(file)  # a log that a crash left without its file would spoil the new one
        building.replace(file)
    except (zipfile.BadZipFile, duckdb.Error, KeyError) as error:
        raise StoreError("backup_unreadable", file=source.name) from error
    finally:
        database.remove(building)
    return file


def _fill(source: Path, building: Path) -> None:
    """Make the tables as they were when the backup was made, fill them, then bring them up to date."""
    with tempfile.TemporaryDirectory() as folder, duckdb.connect(str(building)) as opened:
        with zipfile.ZipFile(source) as archive:
            _refuse_bomb(archive, source)
            make_tables(opened, _migrations(opened, archive, folder, source))
            write(opened, "data_version_emptied")
            for table in _tables(opened):
                if table != "migration":
                    unpacked = archive.extract(f"{table}.parquet", folder)
                    opened.read_parquet(unpacked).insert_into(table)
        migrate(opened)


def _migrations(
    opened: duckdb.DuckDBPyConnection, archive: zipfile.ZipFile, folder: str, source: Path
) -> Sequence[str]:
    """Return the migrations that made the tables of a backup; one from a newer program than this is refused."""
    if _LISTED not in archive.namelist():
        return _BEFORE_THEY_WERE_LISTED
    found = opened.read_parquet(archive.extract(_LISTED, folder)).project("name").order("name")
    listed = [str(name) for (name,) in found.fetchall()]
    if not set(listed) <= set(names("migrations")):
        raise StoreError("backup_unreadable", file=source.name)
    return listed


def _refuse_bomb(archive: zipfile.ZipFile, source: Path) -> None:
    if sum(member.file_size for member in archive.infolist()) > _MOST_UNPACKED:
        raise StoreError("backup_unreadable", file=source.name)


def _tables(opened: duckdb.DuckDBPyConnection) -> list[str]:
    asked = "select table_name from duckdb_tables() where not internal order by table_name"
    return [str(name) for (name,) in opened.execute(asked).fetchall()]
