"""A database ready for use: built from the files of the project on first start, brought up to date on later ones."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

import duckdb

from ita_analysis import paths
from ita_analysis.intake.record_folder import KeptRecord, read_record
from ita_analysis.store import database
from ita_analysis.store.files import alone, put, workplace
from ita_analysis.store.keeping import keep
from ita_analysis.store.reference import digest, load_reference
from ita_analysis.store.reports import KeptAgency, store_report
from ita_analysis.store.statements import find, write, write_all
from ita_analysis.store.trouble import unwritten
from ita_analysis.thai.text import key

_building = threading.Lock()
_ready: set[Path] = set()


def ready(file: Path, records: Sequence[Path] | None = None) -> duckdb.DuckDBPyConnection:
    """Return the connection to a database that holds the framework and, where it was new, the shipped records.

    Raises StoreError where the file is held by another process or unreadable, where the disk is full or the folder may
    not be written, or a shipped record is damaged.
    """
    with _building, database.explaining(file):
        if not file.exists():
            build(file, paths.shipped_records() if records is None else records)
        elif database.opened(file) is None and database.lacks_migrations(file):
            keep(file, "migration")
        opened = database.connection(file)
        if file not in _ready and is_behind(opened):
            with database.transaction(opened.cursor()) as cursor:
                load_reference(cursor)
        _ready.add(file)
    return opened


def build(file: Path, records: Sequence[Path]) -> None:
    """Make a new database file from the framework and shipped records: all of it, or no file at all."""
    try:
        with alone(file), workplace(file.with_name(f"{file.name}.building")) as folder:
            if file.exists():  # another process was first
                return
            with database.connect(folder / file.name) as opened:
                with database.transaction(opened.cursor()) as cursor:
                    load_reference(cursor)
                for record in records:
                    store_record(opened, read_record(record))
                write(opened, "log_taken_in")
            put(folder / file.name, file)
    except OSError as error:
        raise unwritten(file, error) from error


def data_version(opened: duckdb.DuckDBPyConnection) -> int:
    """Return the count of changes of the data; answers asked at one count stay true until the next."""
    return int(str(find(opened.cursor(), "data_version")[0][0]))


def is_behind(opened: duckdb.DuckDBPyConnection) -> bool:
    """Return whether the reference files are other than those the tables were filled from."""
    return find(opened.cursor(), "data_version")[0][1] != digest()


def store_record(opened: duckdb.DuckDBPyConnection, record: KeptRecord, *, is_synthetic: bool = False) -> None:
    """Store a kept record: its report with findings, and the steps an analyst judged; what is there stays."""
    report, kept = record.report, KeptAgency(record.agency_code, is_synthetic)
    stored = store_report(opened, report, record.findings, record.file_name, record.fingerprint, kept)
    cursor = opened.cursor()
    about = {"agency_code": stored.agency_code, "fiscal_year_be": report.fiscal_year_be}
    numbers = {str(title_key): measure_id for title_key, measure_id in find(cursor, "measure_titles", **about)}
    measure_ids = {number: numbers[key(measure.title)] for number, measure in enumerate(report.measures, 1)}
    rows = [
        {
            "measure_id": measure_ids[step.measure_no],
            "step_no": step.step_no,
            "round_months": step.round_months,
            "state": step.state,
            "reason": step.reason,
        }
        for step in record.judged_steps
    ]
    with database.transaction(cursor):
        write_all(cursor, "step_progress", rows)
        write(cursor, "data_changed")
