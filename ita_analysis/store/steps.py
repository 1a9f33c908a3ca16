"""The steps of a measure when its plan changes: what was judged of a step goes where its words go."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

import duckdb

from ita_analysis.errors import StoreError
from ita_analysis.store.statements import find, write_all, write_rows
from ita_analysis.thai.text import key


def moved(before: Sequence[str], after: Sequence[str]) -> dict[int, int]:
    """Return the new number of each step that goes on, by its old one; both count from 1.

    A step goes on where its words do, else where it is worded anew in its place among the steps around it.
    """
    old, new = [*map(key, before)], [*map(key, after)]
    free = [*range(len(new))]
    found: dict[int, int] = {}
    for number, words in enumerate(old):
        if (at := next((each for each in free if new[each] == words), None)) is not None:
            found[number] = at
            free.remove(at)
    for kind, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "replace" and end - start == new_end - new_start:
            worded_anew = zip(range(start, end), range(new_start, new_end), strict=True)
            found |= {number: at for number, at in worded_anew if number not in found and at in free}
    return {number + 1: at + 1 for number, at in found.items()}


def move_judged(
    cursor: duckdb.DuckDBPyConnection, measure_id: int, before: Sequence[str], after: Sequence[str]
) -> None:
    """Number the judged steps of a measure anew, within a change; what was judged of a step that goes goes with it.

    Raises StoreError where a round that is no longer open shows the steps.
    """
    if locked := find(cursor, "locked_steps", measure_id=measure_id):
        raise StoreError("steps_locked", months=locked[0][0])
    to = moved(before, after)
    judged = find(cursor, "states_of_steps", measure_id=measure_id)
    was = {(months, int(str(no))): (state, reason) for months, no, state, reason in judged}
    now = {(months, to[no]): said for (months, no), said in was.items() if no in to}
    gone = [_row(measure_id, at) for at in was if now.get(at) != was[at]]
    come = [{**_row(measure_id, at), "state": now[at][0], "reason": now[at][1]} for at in now if was.get(at) != now[at]]
    write_all(cursor, "step_progress_removed", gone)
    write_rows(cursor, "step_progress", come)


def _row(measure_id: int, at: tuple[object, int]) -> dict[str, object]:
    return {"measure_id": measure_id, "round_months": at[0], "step_no": at[1]}
