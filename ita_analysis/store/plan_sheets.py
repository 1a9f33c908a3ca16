"""Storing a sheet of a plan: what it adds and changes of an agency's year, all of it in one change or none of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import duckdb

from ita_analysis.entries import Plan
from ita_analysis.errors import ItaError, RightMissing, StoreError
from ita_analysis.intake.plan_sheet import PlanRow
from ita_analysis.intake.plan_sheet.merging import missing, ordered
from ita_analysis.people import Person, may, require
from ita_analysis.store.changing import Unchanged, change
from ita_analysis.store.ordering import number_measures
from ita_analysis.store.plans import checked, plan_of, write_measure, write_plan
from ita_analysis.store.rights import require_over
from ita_analysis.store.statements import find
from ita_analysis.texts import explain


@dataclass(frozen=True)
class PlanChanges:
    """What became of the measures of a year, by number: `missing` are those that the sheet does not name."""

    added: tuple[int, ...]
    changed: tuple[int, ...]
    unchanged: tuple[int, ...]
    missing: tuple[int, ...]
    is_reordered: bool


@dataclass(frozen=True)
class _Year:
    """An agency's year with its stored plans in their order, and who changes it."""

    agency_code: str
    fiscal_year_be: int
    stored: Mapping[int, Plan]
    who: Person


def plans_of_year(cursor: duckdb.DuckDBPyConnection, agency_code: str, fiscal_year_be: int) -> dict[int, Plan]:
    """Return the stored plans of an agency's year by the number of their measure, in the order of the plan."""
    found = find(cursor, "measures_numbered", agency_code=agency_code, fiscal_year_be=fiscal_year_be)
    return {number: plan_of(cursor, number) for number in (int(str(measure_id)) for (measure_id,) in found)}


def store_plan_sheet(
    opened: duckdb.DuckDBPyConnection,
    agency_code: str,
    fiscal_year_be: int,
    rows: Sequence[PlanRow],
    *,
    seen: Mapping[int, Plan],
    who: Person,
) -> PlanChanges:
    """Store the rows of a sheet upon the plans that were seen, by number in their order: new ones are added.

    A stored measure that no row names stays as it is. Raises StoreError or RightMissing, which names the row, where a
    row may not be stored as `save_plan` and `add_measure` say, and where other plans are stored by now; nothing is kept
    then. Rows that change nothing are no change.
    """
    with change(opened, who, "plan_imported") as cursor:
        year = _Year(agency_code, fiscal_year_be, plans_of_year(cursor, agency_code, fiscal_year_be), who)
        _refuse_changed(year.stored, seen, rows)
        old, new = ([row for row in rows if (row.measure_id is None) == is_new] for is_new in (False, True))
        changed = {row.measure_id for row in old if _named(cursor, row, year)}
        added = {row.row: _named(cursor, row, year) for row in new}
        order = ordered(rows, list(year.stored), added)
        is_reordered = order != [*year.stored, *added.values()]
        if is_reordered:
            if not may(who, "plan", agency_code):
                raise RightMissing("plan_sheet_order")
            number_measures(cursor, order)
        done = PlanChanges(
            tuple(added.values()),
            tuple(number for number in year.stored if number in changed),
            tuple(row.measure_id for row in old if row.measure_id is not None and row.measure_id not in changed),
            tuple(missing(rows, year.stored)),
            is_reordered,
        )
        if not (done.added or done.changed or is_reordered):
            raise Unchanged
    return done


def _refuse_changed(stored: Mapping[int, Plan], seen: Mapping[int, Plan], rows: Sequence[PlanRow]) -> None:
    """Raise StoreError where other measures, or other plans of those that rows name, are stored than were seen."""
    if list(stored) != list(seen):
        raise StoreError("plan_sheet_other_measures")
    named = [row.measure_id for row in rows if row.measure_id is not None]
    if not set(named) <= set(stored):
        raise StoreError("measure_unknown")
    if titles := [stored[number].title for number in named if stored[number] != seen[number]]:
        raise StoreError("plan_sheet_changed_meanwhile", titles=", ".join(f"“{title}”" for title in titles))


def _named(cursor: duckdb.DuckDBPyConnection, row: PlanRow, year: _Year) -> int:
    """Write a row; whatever refuses it names the row."""
    try:
        return _write(cursor, row, year)
    except ItaError as error:
        raise type(error)("plan_sheet_row", row=row.row, title=row.plan.title, why=explain(error)) from error


def _write(cursor: duckdb.DuckDBPyConnection, row: PlanRow, year: _Year) -> int:
    """Write what a row changes; return the number of its measure, 0 where it changes nothing."""
    stored = year.stored[row.measure_id] if row.measure_id is not None else None
    if row.plan == stored or (wanted := checked(row.plan)) == stored:
        return 0
    if row.measure_id is not None:
        require_over(cursor, year.who, "plan", row.measure_id)
    require(year.who, "plan", year.agency_code, wanted.responsible or None)
    if row.measure_id is None or stored is None:
        return write_measure(cursor, year.agency_code, year.fiscal_year_be, wanted, row.indicators)
    write_plan(cursor, row.measure_id, stored, wanted)
    return row.measure_id
