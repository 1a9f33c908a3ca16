"""Taking a change back: what it did is put back row by row, as a change of its own that the history keeps."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import cast

import duckdb

from ita_analysis.errors import StoreError
from ita_analysis.people import Person, Right, require
from ita_analysis.sql import names
from ita_analysis.store.changing import Deed, change
from ita_analysis.store.rights import require_over
from ita_analysis.store.statements import find, write
from ita_analysis.store.worded import is_said, tidy
from ita_analysis.thai.dates import long_date

LONGEST_REASON = 2000
# What is kept row by row, and nothing else; what a file brought in is gone back on by its backup.
UNDOABLE: frozenset[Deed] = frozenset({
    "link_set", "link_removed", "result_saved", "measure_added", "measure_saved", "measure_ended", "measure_resumed",
    "measures_ordered", "plan_imported", "year_carried", "sites_set",
    "finding_accepted", "finding_dismissed",
})  # fmt: skip
_OF_FILES: frozenset[Deed] = frozenset({
    "report_stored", "steps_judged", "sheet_stored", "survey_stored", "synthetic_removed",
})  # fmt: skip
_OF_ROUNDS: frozenset[Deed] = frozenset({"rounds_set", "round_submitted", "round_approved", "round_reopened"})


@dataclass(frozen=True)
class _Row:
    """What a change did to one row of a table: the row before and after as JSON, and whose it is."""

    table_name: str
    row_key: str
    old_row: str | None
    new_row: str | None
    measure_id: int | None
    agency_code: str | None


def undo(opened: duckdb.DuckDBPyConnection, change_id: int, *, reason: str, who: Person) -> None:
    """Take back one change; taking that back in turn makes it anew.

    Raises StoreError where the reason is blank or too long, there is no such change, its kind is not taken back row by
    row, what it wrote was changed since, or its round is closed; RightMissing where the person may not do over again
    what the change did. Nothing is kept then.
    """
    words = _worded(reason)
    with change(opened, who, "undone") as cursor:
        deed, rows = _change(cursor, int(change_id))
        _require(cursor, who, "enter" if deed == "result_saved" else "plan", rows)
        _refuse_obstacles(cursor, int(change_id))
        for name, value in {"reason": words, "undoes": int(change_id)}.items():
            write(cursor, f"said_{name}", {"value": value})
        for row in rows:
            _put_back(cursor, row)
        _refuse_lost(cursor, rows)


def refuse_deed(deed: str | None) -> None:
    """Raise StoreError where what was done is not taken back row by row; its sentence says what to do instead."""
    if deed in UNDOABLE:
        return
    if deed in _OF_FILES:
        raise StoreError("undo_of_file")
    raise StoreError("undo_of_round" if deed in _OF_ROUNDS else "undo_of_setting")


def _change(cursor: duckdb.DuckDBPyConnection, change_id: int) -> tuple[Deed, list[_Row]]:
    """Return what was done at first, also where the change took one back, and the rows of the change, newest first."""
    asked, deed = change_id, "undone"
    while deed == "undone":
        told = find(cursor, "change_told", change_id=asked)
        if not told:
            raise StoreError("undo_unknown")
        deed, undoes = str(told[0][0]), told[0][1]
        asked = int(str(undoes)) if undoes is not None else 0
    refuse_deed(deed)
    rows = [_Row(*row) for row in find(cursor, "rows_of_change", change_id=change_id)]  # type: ignore[arg-type]
    if not {f"put_back_{row.table_name}" for row in rows} <= {*names("writes")}:
        raise StoreError("undo_of_file")
    return cast("Deed", deed), rows


def _require(cursor: duckdb.DuckDBPyConnection, who: Person, right: Right, rows: list[_Row]) -> None:
    gone = {row.measure_id: row.old_row for row in rows if row.table_name == "measure" and row.old_row}
    for measure_id, agency_code in {(row.measure_id, row.agency_code) for row in rows}:
        if measure_id is None:
            require(who, right, agency_code)
        elif find(cursor, "measure_scope", measure_id=measure_id):
            require_over(cursor, who, right, measure_id)
        else:
            kept = json.loads(gone.get(measure_id) or "{}")
            require(who, right, agency_code, kept.get("responsible"))


def _refuse_obstacles(cursor: duckdb.DuckDBPyConnection, change_id: int) -> None:
    for kind, months, changed_at in find(cursor, "obstacles_to_undoing", change_id=change_id):
        if kind == "closed":
            raise StoreError("round_locked", months=months)
        if not isinstance(changed_at, datetime):
            raise StoreError("undo_differs")
        about = {"date": long_date(changed_at), "time": f"{changed_at:%H:%M}"}
        raise StoreError("undo_done" if kind == "undone" else "undo_changed_since", **about)


def _put_back(cursor: duckdb.DuckDBPyConnection, row: _Row) -> None:
    """Put one row back as it was: what stands there is taken away, what stood there is added."""
    if row.new_row is not None:
        write(cursor, f"taken_back_{row.table_name}", {"row_key": row.row_key})
    if row.old_row is not None:
        write(cursor, f"put_back_{row.table_name}", {"row": row.old_row})


def _refuse_lost(cursor: duckdb.DuckDBPyConnection, rows: list[_Row]) -> None:
    """Refuse where a measure is gone while something was entered about it since."""
    gone = [row.measure_id for row in rows if row.table_name == "measure" and row.old_row is None]
    if find(cursor, "measures_in_use", measure_ids=gone):
        raise StoreError("undo_in_use")


def _worded(reason: str) -> str:
    """Return the reason as it is stored."""
    words = tidy(reason)
    if not is_said(words):
        raise StoreError("undo_reason_missing")
    if len(words) > LONGEST_REASON:
        raise StoreError("undo_reason_long", count=len(words), most=LONGEST_REASON)
    return words
