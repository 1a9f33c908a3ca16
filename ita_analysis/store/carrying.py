"""Starting the year after: the measures that go on, with their links, and the rounds of the year before."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from ita_analysis.errors import StoreError
from ita_analysis.people import Person, require
from ita_analysis.store.changing import change
from ita_analysis.store.plans import plan_of, write_measure
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

    Each goes on with its plan, its items and the indicators it answers. Raises StoreError where a measure is not of
    the year, or the year after has one of the same title; nothing is kept then.
    """
    require(who, "bring", agency_code)
    next_year, of_year = fiscal_year_be + 1, {"agency_code": agency_code, "fiscal_year_be": fiscal_year_be}
    with change(opened, who, "year_carried") as cursor:
        own = {int(str(number)) for (number,) in find(cursor, "measures_numbered", **of_year)}
        if not set(measure_ids) <= own:
            raise StoreError("measure_unknown")
        months = [int(str(row[0])) for row in find(cursor, "rounds_stored", **of_year)] or list(ROUNDS)
        of_next = {"agency_code": agency_code, "fiscal_year_be": next_year, "state": "open", "due_on": None}
        write_rows(cursor, "round", [{**of_next, "round_months": each} for each in months])
        for measure_id in measure_ids:
            _carry(cursor, measure_id, (agency_code, next_year))
    return next_year


def _carry(cursor: duckdb.DuckDBPyConnection, measure_id: int, to: tuple[str, int]) -> None:
    number = write_measure(cursor, *to, plan_of(cursor, measure_id), {}, carried_from=measure_id)
    links = [
        {
            "measure_id": number,
            "indicator_no": indicator_no,
            "basis": basis,
            "reason": say("carry.reason", year=to[1] - 1, reason=reason),
        }
        for indicator_no, basis, reason in find(cursor, "carried_links", measure_id=measure_id)
    ]
    write_rows(cursor, "measure_indicator", links)
