"""The time line of a fiscal year: its rounds, and the dates that results state."""

from __future__ import annotations

from datetime import date, timedelta
from html import escape
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from ita_analysis.figures.style import Palette, layout
from ita_analysis.queries.asking import rows_of
from ita_analysis.texts import say
from ita_analysis.thai.dates import short_date, short_month

_NEAR = timedelta(days=25)
_ROOM = timedelta(days=24)


def timeline(evidence: pd.DataFrame, rounds: pd.DataFrame, colours: Palette) -> go.Figure:
    """Return rounds as bands and each stated date as a mark, those outside their round named as such.

    `evidence`: stated_on, starts_on, is_within_round; `rounds`: round_months, starts_on, ends_on.
    """
    spans = rounds.drop_duplicates("round_months").sort_values("round_months")
    first = min(evidence["stated_on"].min(), spans["starts_on"].min()) - _ROOM
    last = max(evidence["stated_on"].max(), spans["ends_on"].max()) + _ROOM
    bands = _bands(spans, colours)
    groups = _groups(evidence)
    return go.Figure(
        {
            "data": [_marks(evidence, colours, is_within=within) for within in (True, False)],
            "layout": layout(
                colours,
                220,
                shapes=[band["shape"] for band in bands]
                + [_gap(group, colours) for group in groups if group["is_outside"]],
                annotations=[band["label"] for band in bands] + [_label(group, colours) for group in groups],
                xaxis=_axis(first, last, spans, colours),
                yaxis={"visible": False, "range": [0, 1], "fixedrange": True},
                margin={"l": 8, "r": 8, "t": 8, "b": 34},
            ),
        }
    )


def _bands(spans: pd.DataFrame, colours: Palette) -> list[dict[str, Any]]:
    found, start = [], None
    for number, span in enumerate(rows_of(spans)):
        begins, ends = start or span.starts_on, span.ends_on
        fill = colours.accent_tint if number == 0 else colours.band
        shape = {
            "type": "rect",
            "x0": begins,
            "x1": ends,
            "y0": 0.12,
            "y1": 0.42,
            "fillcolor": fill,
            "line": {"color": colours.muted, "width": 1},
            "layer": "below",
        }
        text = say("figure.round", months=span.round_months)
        middle = begins + (ends - begins) / 2
        label = {"x": middle, "y": 0.27, "text": text, "showarrow": False, "font": {"color": colours.ink, "size": 15}}
        found.append({"shape": shape, "label": label})
        start = ends + timedelta(days=1)
    return found


def _groups(evidence: pd.DataFrame) -> list[dict[str, Any]]:
    """Return dates that stand close together as one, so that their labels do not lie over each other."""
    found: list[dict[str, Any]] = []
    for row in rows_of(evidence.sort_values("stated_on")):
        is_outside = not row.is_within_round
        if found and row.stated_on - found[-1]["dates"][-1] <= _NEAR and found[-1]["is_outside"] == is_outside:
            found[-1]["dates"].append(row.stated_on)
        else:
            found.append({"dates": [row.stated_on], "is_outside": is_outside, "starts_on": row.starts_on})
    return found


def _label(group: dict[str, Any], colours: Palette) -> dict[str, Any]:
    dates = list(dict.fromkeys(short_date(day) for day in group["dates"]))
    named = [f"<b>{say('figure.outside')}</b>", *dates] if group["is_outside"] else dates
    colour = colours.develop if group["is_outside"] else colours.ink
    return {
        "x": group["dates"][0], "y": 0.66, "text": "<br>".join(named), "showarrow": False,
        "xanchor": "left", "yanchor": "bottom",
        "align": "left", "font": {"color": colour, "size": 15}, "xshift": -6,
    }  # fmt: skip


def _gap(group: dict[str, Any], colours: Palette) -> dict[str, Any]:
    line = {"color": colours.develop, "width": 1.5, "dash": "dot"}
    return {"type": "line", "x0": group["dates"][-1], "x1": group["starts_on"], "y0": 0.55, "y1": 0.55, "line": line}


def _marks(evidence: pd.DataFrame, colours: Palette, *, is_within: bool) -> dict[str, Any]:
    rows = evidence[evidence["is_within_round"] == is_within]
    symbol, colour = ("circle", colours.accent) if is_within else ("diamond", colours.develop)
    return {
        "type": "scatter", "mode": "markers", "x": list(rows["stated_on"]), "y": [0.55] * len(rows),
        "marker": {"symbol": symbol, "size": 14, "color": colour},
        "text": [f"{escape(row.title)}<br>{short_date(row.stated_on)}" for row in rows_of(rows)], "hoverinfo": "text",
    }  # fmt: skip


def _axis(first: date, last: date, spans: pd.DataFrame, colours: Palette) -> dict[str, Any]:
    ticks = sorted({spans["starts_on"].min(), *spans["ends_on"]})
    return {
        "range": [first, last], "fixedrange": True, "showgrid": False, "zeroline": False, "tickvals": ticks,
        "ticktext": [short_month(day) for day in ticks], "tickangle": 0,
        "tickfont": {"color": colours.muted, "size": 14},
        "linecolor": colours.line, "showline": True,
    }  # fmt: skip
