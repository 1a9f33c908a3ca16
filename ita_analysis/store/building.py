"""A database ready for use: built from the files of the project on first start, brought up to date on later ones."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

import duckdb

from ita_analysis import paths
from ita_analysis.intake.record_folder import JudgedStep, KeptRecord, read_record
from ita_analysis.people import PROGRAM, Person, require
from ita_analysis.store import database
from ita_analysis.store.changing import Unchanged, change
from ita_analysis.store.files import alone, put, workplace
from ita_analysis.store.keeping import keep
from ita_analysis.store.reference import digest, load_reference
from ita_analysis.store.reports import KeptAgency, store_report
from ita_analysis.store.statements import find, write, write_rows
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


def store_record(
    opened: duckdb.DuckDBPyConnection, record: KeptRecord, *, is_synthetic: bool = False, who: Person = PROGRAM
) -> None:
    """Store a kept record: its report with findings, and the steps an analyst judged; what is there stays."""
    stored = store_report(opened, record, KeptAgency(record.agency_code, is_synthetic), who=who)
    with change(opened, who, "steps_judged") as cursor:
        require(who, "bring", stored.agency_code)
        rows = _steps_to_judge(cursor, record, stored.agency_code)
        if not rows:
            raise Unchanged
        write_rows(cursor, "step_progress", rows)


def _steps_to_judge(cursor: duckdb.DuckDBPyConnection, record: KeptRecord, agency_code: str) -> list[dict[str, object]]:
    """Return the judged steps of a record as rows, but of measures judged before and of those with other steps now."""
    about = {"agency_code": agency_code, "fiscal_year_be": record.report.fiscal_year_be}
    numbers = {str(title_key): measure_id for title_key, measure_id in find(cursor, "measure_titles", **about)}
    rows: list[dict[str, object]] = []
    for measure_no, measure in enumerate(record.report.measures, 1):
        measure_id = numbers.get(key(measure.title))
        steps = tuple(words for (words,) in find(cursor, "steps_of_measure", measure_id=measure_id))
        judged = {(months, no) for months, no, *_ in find(cursor, "states_of_steps", measure_id=measure_id)}
        own = [step for step in record.judged_steps if step.measure_no == measure_no]
        if steps == measure.steps and not any((step.round_months, step.step_no) in judged for step in own):
            rows += [{"measure_id": measure_id, **_judged(step)} for step in own]
    return rows


def _judged(step: JudgedStep) -> dict[str, object]:
    return {name: getattr(step, name) for name in ("step_no", "round_months", "state", "reason")}
