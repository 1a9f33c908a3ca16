"""Whether a person may write, checked where it is written: the one place that no screen can go around."""

from __future__ import annotations

from collections.abc import Iterable

import duckdb

from ita_analysis.people import Person, Right, require
from ita_analysis.store.statements import find


def require_over(cursor: duckdb.DuckDBPyConnection, who: Person, right: Right, measure_id: int) -> None:
    """Raise RightMissing where a person has not a right over a measure: over its agency and the unit that owns it."""
    for agency_code, _, unit in find(cursor, "measure_scope", measure_id=measure_id):
        return require(who, right, str(agency_code), None if unit is None else str(unit))
    return require(who, right)


def require_over_all(who: Person, right: Right, agency_codes: Iterable[str]) -> None:
    """Raise RightMissing where a person has not a right over each of some agencies; none named stands for all."""
    for agency_code in {*agency_codes} or (None,):
        require(who, right, agency_code)
