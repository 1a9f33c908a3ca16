"""Steps of all measures, round by round: done, not stated, not done."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from ita_analysis.figures.style import Palette, layout
from ita_analysis.texts import say


def steps_by_round(rounds: pd.DataFrame, colours: Palette) -> go.Figure:
    """Return one bar per round, its length the steps of all measures; a round without any result is hatched whole.

    `rounds`: round_months, step_count, done_count, not_done_count, not_stated_count, result_count.
    """
    totals = rounds.groupby("round_months", as_index=False)[
        ["step_count", "done_count", "not_done_count", "not_stated_count", "result_count"]
    ].sum()
    no_result = totals["result_count"] == 0
    unjudged = totals["step_count"] - totals["done_count"] - totals["not_done_count"]
    hatched = totals["not_stated_count"].where(~no_result, unjudged)
    hatch = {"shape": "/", "fgcolor": colours.hatch, "bgcolor": colours.band, "size": 7, "solidity": 0.18}
    names = [say("figure.round", months=months) for months in totals["round_months"]]
    texts = [
        say("figure.no_result") if empty else say("figure.not_stated", count=count) if count else ""
        for empty, count in zip(no_result, hatched, strict=True)
    ]
    unknown = {"color": colours.band, "pattern": hatch, "line": {"color": colours.hatch, "width": 1}}
    open_box = {"color": colours.paper, "line": {"color": colours.muted, "width": 1}}
    return go.Figure(
        {
            "data": [
                _bar(totals["done_count"], names, _done_texts(totals), {"color": colours.accent}, colours.paper),
                _bar(hatched, names, texts, unknown, colours.ink),
                _bar(totals["not_done_count"], names, [""] * len(totals), open_box, colours.ink),
            ],
            "layout": layout(
                colours,
                64 * len(totals) + 40,
                barmode="stack",
                bargap=0.4,
                xaxis={"visible": False, "fixedrange": True},
                yaxis={
                    "fixedrange": True, "autorange": "reversed", "automargin": True,
                    "tickfont": {"size": 16}, "ticklabelstandoff": 8,
                },
            ),
        }
    )  # fmt: skip


def _bar(counts: Any, names: list[str], texts: list[str], marker: dict[str, Any], ink: str) -> dict[str, Any]:  # noqa: ANN401
    label = {
        "text": texts,
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textfont": {"color": ink, "size": 16},
    }
    return {
        "type": "bar",
        "orientation": "h",
        "x": list(counts),
        "y": names,
        "marker": marker,
        "hoverinfo": "skip",
        "textangle": 0,
        **label,
    }


def _done_texts(totals: pd.DataFrame) -> list[str]:
    return [
        say("figure.done", done=done, steps=steps) if done else ""
        for done, steps in zip(totals["done_count"], totals["step_count"], strict=True)
    ]
