"""The table of an agency's year about progress: the steps of each measure in each round, and their chart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd

from ita_analysis.documents.facts import Facts
from ita_analysis.documents.tables import Chart, Sheet, sheet
from ita_analysis.documents.year.words import Said, captioned
from ita_analysis.queries.asking import rows_of
from ita_analysis.texts import say

_TITLE, _COUNTS = 3, (5, 6, 7)  # the columns that the chart draws
_FILLS = ("accent", "accent_tint", "bg")


def progress(facts: Facts, said: Said) -> Sheet:
    """Return a row per round and measure: steps done, not stated and not done of all, as counts and as a share.

    Where no result is reported, or the plan has no steps, they are missing. The chart is of the chosen round.
    """
    found = facts.rounds.sort_values(["round_months", "measure_no"], kind="stable").reset_index(drop=True)
    about = {row.measure_id: row for row in rows_of(facts.measures)}
    made = sheet(
        say("year_tables.progress.name"),
        captioned("progress", len(found)),
        rows_of(found),
        (say("export.column.round"), "count", lambda row: row.round_months),
        (say("export.column.round_end"), "date", lambda row: row.ends_on),
        (say("export.column.measure_no"), "count", lambda row: row.measure_no),
        (say("column.measure"), "text", lambda row: said(about[row.measure_id].title)),
        (say("filter.unit"), "text", lambda row: said(about[row.measure_id].responsible)),
        (say("step.done"), "count", _known("done_count")),
        (say("step.not_stated"), "count", _known("not_stated_count")),
        (say("step.not_done"), "count", _known("not_done_count")),
        (say("export.column.step_count"), "count", lambda row: row.step_count),
        (say("year_tables.column.share"), "share", _share),
        (say("column.result"), "text", lambda row: _result(row, facts.today)),
        (say("column.state"), "text", lambda row: say(f"status.{row.status}")),
        (say("column.cited"), "count", _known("evidence_count", needs_steps=False)),
    )
    return replace(made, widest=30, chart=_steps(facts, found))


def _known(name: str, *, needs_steps: bool = True) -> Callable[[Any], int | None]:
    """Return what takes a count of a row: None where nothing is reported that could be counted."""

    def taken(row: Any) -> int | None:  # noqa: ANN401 - a row of an answer
        is_known = row.result_count > 0 and (row.step_count > 0 or not needs_steps)
        return int(getattr(row, name)) if is_known else None

    return taken


def _share(row: Any) -> float | None:  # noqa: ANN401 - a row of an answer
    return row.done_count / row.step_count if row.result_count and row.step_count else None


def _result(row: Any, today: date) -> str:  # noqa: ANN401 - a row of an answer
    if row.result_count:
        return say("round.reported")
    return say("round.overdue" if row.ends_on.date() < today else "round.not_due")


def _steps(facts: Facts, found: pd.DataFrame) -> Chart | None:
    """Return the chart of the chosen round; None where no step of it can be counted."""
    of_round = found[found["round_months"] == (facts.months or 0)]
    known = of_round[(of_round["result_count"] > 0) & (of_round["step_count"] > 0)]
    if known.empty:
        return None
    title = say("year_tables.progress.chart", months=facts.months)
    first = int(of_round.index[0])
    rows = (first, first + len(of_round))
    return Chart(title, title, _TITLE, _COUNTS, _FILLS, rows, float(known["step_count"].max()))
