"""Storing invented agencies, which are always marked so, and taking all of them away again."""

from __future__ import annotations

import threading
from collections.abc import Sequence

import duckdb

from ita_analysis.intake.record_folder import read_record
from ita_analysis.people import Person, require
from ita_analysis.store.building import store_record
from ita_analysis.store.changing import change
from ita_analysis.store.levels import Told
from ita_analysis.store.results import store_sheet
from ita_analysis.store.statements import write
from ita_analysis.synthetic.agencies import AGENCY_COUNT
from ita_analysis.synthetic.demo import demo_sheet, record_folders
from ita_analysis.synthetic.nation import YEARS, nation_sheet

DEMO_CODE = "demo"
_working = threading.Lock()  # two clicks at the same moment are one after the other: the second finds it done


def load_demo(opened: duckdb.DuckDBPyConnection, *, who: Person) -> str:
    """Store the demo agency with its reports and scores, and return its code; what is stored already stays."""
    require(who, "keep")
    records = [read_record(folder) for folder in record_folders()]
    with _working:
        for record in records:
            store_record(opened, record, is_synthetic=True, who=who)
        store_sheet(opened, demo_sheet(records[0].report.agency), "demo", who=who)
    return records[0].agency_code


def load_nation(
    opened: duckdb.DuckDBPyConnection,
    years: Sequence[int] = YEARS,
    count: int = AGENCY_COUNT,
    tell: Told | None = None,
    *,
    who: Person,
) -> None:
    """Store the invented nation, a transaction a year; a year that is stored already stays.

    `tell` hears how much is done, 0 to 1.
    """
    require(who, "keep")
    with _working:
        for number, year in enumerate(years, 1):
            store_sheet(opened, nation_sheet(year, count), "demo", who=who)
            if tell:
                tell(number / len(years))


def remove_synthetic(opened: duckdb.DuckDBPyConnection, *, who: Person) -> None:
    """Take away every synthetic agency and all that hangs on it, in one transaction; real records stay as they are."""
    require(who, "keep")
    with _working, change(opened, who, "synthetic_removed", but=()) as cursor:
        write(cursor, "synthetic_removed")
