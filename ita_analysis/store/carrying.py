"""Starting the year after: the measures that go on, with their links, and the rounds of the year before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import duckdb

from ita_analysis.errors import StoreError
from ita_analysis.people import Person, require
from ita_analysis.store.changing import Unchanged, change
from ita_analysis.store.ordering import refuse_ended
from ita_analysis.store.plans import known_items, plan_of, write_measure
from ita_analysis.store.statements import find, write_rows
from ita_analysis.texts import say
from ita_analysis.thai.fiscal_year import ROUNDS


def carry_over(
    opened: duckdb.DuckDBPyConnection,
    agency_code: str,
    fiscal_year_be: int,
    measure_ids: Sequence[int],
    *,
    who: Person,
) -> int:
    """Begin the fiscal year after one with some of its measures, and return that year.

    Each goes on with its plan, the indicators it answers and, of its items, those that the year after has too. Raises
    StoreError where a measure is not of the year or has ended, or the year after has one of the same title; nothing is
    kept then. A year that has begun already and takes no measure over stays as it is.
    """
    require(who, "bring", agency_code)
    next_year, of_year = fiscal_year_be + 1, {"agency_code": agency_code, "fiscal_year_be": fiscal_year_be}
    with change(opened, who, "year_carried") as cursor:
        own = {int(str(number)) for (number,) in find(cursor, "measures_numbered", **of_year)}
        if not set(measure_ids) <= own:
            raise StoreError("measure_unknown")
        of_next = {"agency_code": agency_code, "fiscal_year_be": next_year}
        months = _months(cursor, of_year) or list(ROUNDS)
        if not measure_ids and {*months} <= {*_months(cursor, of_next)}:
            raise Unchanged
        rows = [{**of_next, "round_months": each, "state": "open", "due_on": None} for each in months]
        write_rows(cursor, "round", rows)
        for measure_id in measure_ids:
            _carry(cursor, measure_id, (agency_code, next_year))
    return next_year


def _months(cursor: duckdb.DuckDBPyConnection, of_year: Mapping[str, object]) -> list[int]:
    return [int(str(months)) for months, *_ in find(cursor, "rounds_stored", **of_year)]


def _carry(cursor: duckdb.DuckDBPyConnection, measure_id: int, to: tuple[str, int]) -> None:
    refuse_ended(cursor, measure_id)
    plan, known = plan_of(cursor, measure_id), known_items(cursor, *to)
    items = {code: reason for code, reason in plan.items.items() if code in known}
    number = write_measure(cursor, *to, replace(plan, items=items), {}, carried_from=measure_id)
    year = to[1] - 1
    links = [
        {
            "measure_id": number,
            "indicator_no": indicator_no,
            "basis": basis,
            "reason": say("carry.reason", year=year, reason=reason) if reason else say("carry.alone", year=year),
        }
        for indicator_no, basis, reason in find(cursor, "carried_links", measure_id=measure_id)
    ]
    write_rows(cursor, "measure_indicator", links)
