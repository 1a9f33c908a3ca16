"""Whether a change can be taken back by the person at the screen, told before anybody tries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from ita_analysis.errors import ItaError
from ita_analysis.people import Person, Right, require
from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences.walked_back import row_of
from ita_analysis.store.undoing import refuse_deed
from ita_analysis.texts import explain, say
from ita_analysis.ui.asking import AgencyYear, of_year
from ita_analysis.ui.heads import text_of

_RESULTS = {"progress", "evidence", "step_progress"}


@dataclass(frozen=True)
class Plan:
    """What taking back asks of an agency's year: the units of its measures by their numbers, and the closed rounds."""

    agency_code: str
    units: Mapping[int, str | None]
    closed: frozenset[int]


def plan_of(year: AgencyYear) -> Plan:
    """Return what taking back asks of an agency's year."""
    units = {int(row.measure_id): text_of(row.responsible) for row in rows_of(of_year("measures", year))}
    rounds = of_year("rounds", year)
    closed = rounds[rounds["round_state"] != "open"]["round_months"]
    return Plan(year.agency_code, units, frozenset(map(int, closed)))


def why_not(plan: Plan, row: Any, rows: Sequence[Any], who: Person) -> str:  # noqa: ANN401 - a row of an answer
    """Return why a change of an agency's year cannot be taken back; nothing where it can.

    `rows` says what it did to each row. The store looks again when it is taken back.
    """
    try:
        if row.deed != "undone":
            refuse_deed(text_of(row.deed))
        _refuse_right(plan, row, rows, who)
    except ItaError as error:
        return explain(error)
    if not pd.isna(row.undone_by):
        return say("history.is_undone")
    if not all(each.is_latest for each in rows if each.table_name != "round"):
        return say("history.changed_since")
    if closed := plan.closed & _rounds(rows):
        return say("error.round_locked", months=", ".join(map(str, sorted(closed))))
    return ""


def _refuse_right(plan: Plan, row: Any, rows: Sequence[Any], who: Person) -> None:  # noqa: ANN401 - as above
    right: Right = "enter" if "result_saved" in {row.deed, row.undone_deed} else "plan"
    for measure_id in {each.measure_id for each in rows}:
        unit = None if pd.isna(measure_id) else plan.units.get(int(measure_id))
        require(who, right, plan.agency_code, unit)


def _rounds(rows: Sequence[Any]) -> set[int]:
    """Return the rounds that some rows of results name."""
    told = (row_of(each.new_row) or row_of(each.old_row) or {} for each in rows if each.table_name in _RESULTS)
    return {row["round_months"] for row in told if "round_months" in row}
