"""Whether a change can be taken back by the person at the screen, told before anybody tries."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd

from ita_analysis.errors import ItaError
from ita_analysis.people import Person, Right, require
from ita_analysis.store.undoing import refuse_deed
from ita_analysis.texts import explain, say
from ita_analysis.ui.asking import AgencyYear, of_year

_RESULTS = {"progress", "evidence", "step_progress"}


def why_not(year: AgencyYear, row: Any, rows: pd.DataFrame, who: Person) -> str:  # noqa: ANN401 - a row of an answer
    """Return why a change of an agency's year cannot be taken back; nothing where it can.

    `rows` says what it did to each row. The store looks again when it is taken back.
    """
    try:
        if row.deed != "undone":
            refuse_deed(row.deed if isinstance(row.deed, str) else None)
        _refuse_right(year, row, rows, who)
    except ItaError as error:
        return explain(error)
    if not pd.isna(row.undone_by):
        return say("history.is_undone")
    if not rows[rows["table_name"] != "round"]["is_latest"].all():
        return say("history.changed_since")
    if closed := _closed_rounds(year, rows):
        return say("error.round_locked", months=", ".join(closed))
    return ""


def _refuse_right(year: AgencyYear, row: Any, rows: pd.DataFrame, who: Person) -> None:  # noqa: ANN401 - as above
    owners = of_year("measures", year).set_index("measure_id")["responsible"].to_dict()
    right: Right = "enter" if "result_saved" in {row.deed, row.undone_deed} else "plan"
    for measure_id in rows["measure_id"].dropna().unique():
        unit = owners.get(measure_id)
        require(who, right, year.agency_code, unit if isinstance(unit, str) else None)
    require(who, right, year.agency_code, who.unit)


def _closed_rounds(year: AgencyYear, rows: pd.DataFrame) -> list[str]:
    """Return the rounds that a change wrote results of and that are no longer open."""
    rounds = of_year("rounds", year)
    closed = {str(months) for months in rounds[rounds["round_state"] != "open"]["round_months"]}
    results = rows[rows["table_name"].isin(_RESULTS)]
    kept = results["new_row"].fillna(results["old_row"])
    return sorted(closed & {str(json.loads(each).get("round_months")) for each in kept}, key=int)
