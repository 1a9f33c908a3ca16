"""Steps of all measures, round by round: done, not stated, not done."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from ita_analysis.figures.style import ACCENT, HATCHED, MUTED, SURFACE, layout, note
from ita_analysis.queries.asking import rows_of
from ita_analysis.texts import say

_COUNTS = ["step_count", "done_count", "not_done_count", "not_stated_count", "result_count"]


def steps_by_round(rounds: pd.DataFrame) -> go.Figure:
    """Return one bar per round, its length the steps of all measures; a round without any result is hatched whole.

    `rounds`: round_months, step_count, done_count, not_done_count, not_stated_count, result_count.
    """
    totals = rounds.groupby("round_months", as_index=False)[_COUNTS].sum()
    is_empty = totals["result_count"] == 0
    unjudged = totals["step_count"] - totals["done_count"] - totals["not_done_count"]
    hatched = totals["not_stated_count"].where(~is_empty, unjudged)
    rows = list(range(len(totals)))
    return go.Figure(
        {
            "data": [
                _bar(totals["done_count"], rows, {"color": ACCENT}),
                _bar(hatched, rows, HATCHED),
                _bar(totals["not_done_count"], rows, {"color": SURFACE, "line": {"color": MUTED, "width": 1}}),
            ],
            "layout": layout(
                88 * len(totals) + 16,
                barmode="stack",
                bargap=0.76,
                annotations=[_label(number, row) for number, row in enumerate(rows_of(totals))],
                xaxis={"visible": False, "fixedrange": True},
                yaxis={"visible": False, "fixedrange": True, "range": [len(totals) - 0.7, -0.75]},
            ),
        }
    )


def _bar(counts: Any, rows: list[int], marker: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401 - a column of a table
    return {
        "type": "bar", "orientation": "h", "x": list(counts), "y": rows, "marker": marker, "hoverinfo": "skip",
    }  # fmt: skip


def _label(number: int, row: Any) -> dict[str, Any]:  # noqa: ANN401 - a row of the totals
    """Return what is written above a bar: two lines, so that all of it stands on a phone too."""
    first = f"<b>{say('figure.round', months=row.round_months)}</b>"
    words = [say("figure.done", done=row.done_count, steps=row.step_count)]
    words += [say("figure.not_stated", count=row.not_stated_count)] if row.not_stated_count else []
    second = "  ".join(words) if row.result_count else say("figure.no_result")
    text = f"{first}<br>{second}"
    return note(text, x=0, xref="paper", xanchor="left", y=number, yanchor="bottom", yshift=11, align="left")
