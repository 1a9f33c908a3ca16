"""What changes made of the results shown, walked back from now: a save adds a version beside the one before."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pandas as pd

from ita_analysis.queries.asking import rows_of

Row = dict[str, Any]
Made = tuple[str, Row | None, Row | None]
_Pair = tuple[int, int]
_Told = tuple[str, str, Row | None, Row | None]
_State = dict[tuple[str, str], Row]


def results_made(since: pd.DataFrame) -> dict[int, list[Made]]:
    """Return what each change made of the results shown: the table, the row before and the row after.

    `since` is the answer of `results_since`: what is stored now, then the changes, the newest first. A result that is
    another version of the one before stands beside it; pieces of evidence stand beside each other by their number, and
    have the round of their result.
    """
    state: _State = {}
    changes: dict[int, list[_Told]] = {}
    for each in rows_of(since):
        told = (each.table_name, each.row_key, row_of(each.old_row), row_of(each.new_row))
        if pd.isna(each.change_id):
            state[told[0], told[1]] = told[3] or {}
        else:
            changes.setdefault(int(each.change_id), []).append(told)
    return {change_id: list(_walked(state, rows)) for change_id, rows in changes.items()}


def row_of(kept: object) -> Row | None:
    """Return a row that the history keeps as JSON, None where there was none."""
    return json.loads(kept) if isinstance(kept, str) else None


def _walked(state: _State, told: list[_Told]) -> Iterator[Made]:
    """Yield what one change made, and leave the state as it was before the change."""
    pairs = list(dict.fromkeys(_pairs(state, told)))
    after = {pair: _shown(state, pair) for pair in pairs}
    for table, key, old, _ in told:
        if old is None:
            state.pop((table, key), None)
        else:
            state[table, key] = old
    for pair in pairs:
        before = _shown(state, pair)
        for place in sorted({*before, *after[pair]}):
            yield place[0], before.get(place), after[pair].get(place)


def _pairs(state: _State, told: list[_Told]) -> Iterator[_Pair]:
    """Yield each measure and round that some rows are about, the oldest row first."""
    results = {row["progress_id"]: row for (table, _), row in state.items() if table == "progress"}
    results |= {row["progress_id"]: row for table, _, *both in told if table == "progress" for row in both if row}
    for *_, old, new in reversed(told):
        row = new or old or {}
        result = results.get(row["progress_id"])
        if result:
            yield result["measure_id"], result["round_months"]


def _shown(state: _State, pair: _Pair) -> dict[tuple[str, int, int], Row]:
    """Return the latest version of a measure's result in a round, and the evidence of it, by their places."""
    results = [row for (table, _), row in state.items() if table == "progress" and _pair(row) == pair]
    latest = max((row["version"] for row in results), default=0)
    shown: dict[tuple[str, int, int], Row] = {}
    ids = sorted(row["progress_id"] for row in results if row["version"] == latest)
    for row in results:
        if row["progress_id"] in ids:
            shown["progress", ids.index(row["progress_id"]), 0] = row
    for (table, _), row in state.items():
        if table == "evidence" and row["progress_id"] in ids:
            place = ("evidence", ids.index(row["progress_id"]), row["evidence_no"])
            shown[place] = {**row, "measure_id": pair[0], "round_months": pair[1]}
    return shown


def _pair(row: Row) -> _Pair:
    return row["measure_id"], row["round_months"]
