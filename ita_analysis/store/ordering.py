"""The measures of an agency's year among themselves: their order, and which of them have ended."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import cast

import duckdb

from ita_analysis.entries import LONGEST_TEXT
from ita_analysis.errors import StoreError
from ita_analysis.people import Person, require
from ita_analysis.store.changing import Unchanged, change
from ita_analysis.store.rights import require_over
from ita_analysis.store.statements import find, write
from ita_analysis.store.worded import required


def end_measure(opened: duckdb.DuckDBPyConnection, measure_id: int, on: date, reason: str, *, who: Person) -> None:
    """Say that a measure is no longer reported from a day on, and why; raises StoreError where it has ended already."""
    words = required(reason, "reason", "end_reason_missing", LONGEST_TEXT)
    with change(opened, who, "measure_ended") as cursor:
        require_over(cursor, who, "plan", measure_id)
        refuse_ended(cursor, measure_id)
        write(cursor, "measure_ended", {"measure_id": measure_id, "ended_on": on, "end_reason": words})


def resume_measure(opened: duckdb.DuckDBPyConnection, measure_id: int, *, who: Person) -> None:
    """Go on with a measure that had ended."""
    with change(opened, who, "measure_resumed") as cursor:
        require_over(cursor, who, "plan", measure_id)
        if _ended_on(cursor, measure_id) is None:
            raise Unchanged
        write(cursor, "measure_ended", {"measure_id": measure_id, "ended_on": None, "end_reason": None})


def order_measures(
    opened: duckdb.DuckDBPyConnection,
    agency_code: str,
    fiscal_year_be: int,
    measure_ids: Sequence[int],
    *,
    seen: Sequence[int],
    who: Person,
) -> None:
    """Number the measures of an agency's year anew; raises StoreError where they are not those that were seen."""
    require(who, "plan", agency_code)
    with change(opened, who, "measures_ordered") as cursor:
        about = {"agency_code": agency_code, "fiscal_year_be": fiscal_year_be}
        stored = [int(str(number)) for (number,) in find(cursor, "measures_numbered", **about)]
        if stored != list(seen) or sorted(stored) != sorted(measure_ids):
            raise StoreError("measures_changed_meanwhile")
        if stored == list(measure_ids):
            raise Unchanged
        number_measures(cursor, measure_ids)


def number_measures(cursor: duckdb.DuckDBPyConnection, measure_ids: Sequence[int]) -> None:
    """Number the measures of a year in their order, within a change."""
    for number, measure_id in enumerate(measure_ids, 1):
        write(cursor, "measure_numbered", {"measure_id": measure_id, "measure_no": number})


def refuse_ended(cursor: duckdb.DuckDBPyConnection, measure_id: int) -> None:
    """Raise StoreError where a measure is unknown, or is no longer reported."""
    if _ended_on(cursor, measure_id) is not None:
        raise StoreError("measure_has_ended")


def _ended_on(cursor: duckdb.DuckDBPyConnection, measure_id: int) -> date | None:
    found = find(cursor, "stored_plan", measure_id=measure_id)
    if not found:
        raise StoreError("measure_unknown")
    return cast("date | None", found[0][6])
