"""Last year's indicators on one fixed axis of 0-100: a score where there is one, else a hatched track."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from ita_analysis.figures.style import Palette, layout
from ita_analysis.queries.asking import rows_of
from ita_analysis.texts import say

_ROW = 34
_PASS = 85.0
_LOWEST_LINE = 60


def indicator_scores(indicators: pd.DataFrame, bands: pd.DataFrame, colours: Palette) -> go.Figure:
    """Return a track per indicator: own score a dot, the province's mean a hollow diamond, missing a hatched track.

    `indicators`: indicator_no, short_name_th, score, province_mean (0-100 or NaN); `bands`: grade, min_total.
    """
    count = len(indicators)
    rows = list(range(count))
    return go.Figure(
        {
            "data": [
                _missing(indicators, colours),
                _context(indicators, colours),
                _own(indicators, colours),
                _values(indicators),
            ],
            "layout": layout(
                colours,
                _ROW * count + 70,
                barmode="overlay",
                bargap=0.55,
                xaxis=_axis(bands, colours),
                yaxis=_names(indicators, rows, colours),
                yaxis2=_scores(indicators, rows, colours),
                margin={"l": 8, "r": 8, "t": 8, "b": 44},
            ),
        }
    )


def _missing(indicators: pd.DataFrame, colours: Palette) -> dict[str, Any]:
    rows = [number for number, score in enumerate(indicators["score"]) if pd.isna(score)]
    pattern = {"shape": "/", "fgcolor": colours.hatch, "bgcolor": colours.band, "size": 7, "solidity": 0.18}
    marker = {"color": colours.band, "pattern": pattern, "line": {"color": colours.hatch, "width": 1}}
    return {"type": "bar", "orientation": "h", "x": [100] * len(rows), "y": rows, "marker": marker, "hoverinfo": "skip"}


def _context(indicators: pd.DataFrame, colours: Palette) -> dict[str, Any]:
    marker = {"symbol": "diamond-open", "size": 12, "color": colours.ink, "line": {"width": 2}}
    means = indicators["province_mean"]
    said = ["" if pd.isna(mean) else say("figure.province_mean", score=f"{mean:.2f}") for mean in means]
    return {
        "type": "scatter", "mode": "markers", "x": list(indicators["province_mean"]), "y": list(range(len(indicators))),
        "marker": marker, "text": said, "hoverinfo": "text",
    }  # fmt: skip


def _own(indicators: pd.DataFrame, colours: Palette) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "markers", "x": list(indicators["score"]), "y": list(range(len(indicators))),
        "marker": {"symbol": "circle", "size": 15, "color": colours.accent}, "hoverinfo": "x",
    }  # fmt: skip


def _values(indicators: pd.DataFrame) -> dict[str, Any]:
    """Return an unseen trace that carries the axis of values on the right."""
    count = len(indicators)
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [50] * count,
        "y": list(range(count)),
        "yaxis": "y2",
        "marker": {"opacity": 0},
        "hoverinfo": "skip",
    }


def _axis(bands: pd.DataFrame, colours: Palette) -> dict[str, Any]:
    limits = sorted({float(limit) for limit in bands["min_total"] if _LOWEST_LINE <= float(limit) < 100})
    labelled = {0.0, 50.0, _PASS}
    ticks = sorted({*limits, *labelled, 100.0})
    words = [f"{tick:.0f}" if tick in labelled else "" for tick in ticks]
    return {
        "range": [-1, 101], "fixedrange": True, "tickvals": ticks, "ticktext": words,
        "tickangle": 0, "tickfont": {"size": 14, "color": colours.muted}, "gridcolor": colours.line, "zeroline": False,
    }  # fmt: skip


def _names(indicators: pd.DataFrame, rows: list[int], colours: Palette) -> dict[str, Any]:
    names = [f"{row.tile_name_th}  <b>{row.indicator_no}</b>" for row in rows_of(indicators)]
    return {
        "tickvals": rows, "ticktext": names, "range": [len(rows) - 0.5, -0.5], "fixedrange": True, "showgrid": False,
        "automargin": True, "ticklabelstandoff": 6, "tickfont": {"size": 15, "color": colours.ink}, "zeroline": False,
    }  # fmt: skip


def _scores(indicators: pd.DataFrame, rows: list[int], colours: Palette) -> dict[str, Any]:
    texts = [say("missing") if pd.isna(score) else f"<b>{score:.2f}</b>" for score in indicators["score"]]
    return {
        "tickvals": rows, "ticktext": texts, "range": [len(rows) - 0.5, -0.5], "overlaying": "y", "side": "right",
        "fixedrange": True, "showgrid": False, "automargin": True, "tickfont": {"size": 15, "color": colours.muted},
        "zeroline": False,
    }  # fmt: skip
