"""Last year's indicators on one fixed axis of 0-100: a dot where there is a score, else a hatched track."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from ita_analysis.figures.style import (
    ACCENT,
    DEVELOP,
    HATCHED,
    INK,
    LINE,
    MUTED,
    STRENGTH,
    SURFACE,
    URGENT,
    layout,
    note,
)
from ita_analysis.queries.asking import rows_of
from ita_analysis.texts import say

_ROW = 42
_RIGHT = 92  # room for the printed values, in pixels, at any width
_LOWEST_LETTER = 50
_SHORTEST_LETTER = 2
_SHAPES = {
    "urgent": ("diamond", URGENT),
    "develop": ("square", DEVELOP),
    "good": ("circle", ACCENT),
    "strength": ("star", STRENGTH),
    "no_data": ("circle", MUTED),
}


def indicator_dots(indicators: pd.DataFrame, bands: pd.DataFrame, limits: list[float]) -> go.Figure:
    """Return a track per indicator: own score a dot, the province's mean a hollow diamond, missing a hatched track.

    `indicators`: indicator_no, short_name_th, score and province_mean (0-100 or NaN), status, is_weak;
    `bands`: grade, min_total;
    `limits`: the limits of the rule of weakness, the lowest first.
    """
    count = len(indicators)
    return go.Figure(
        {
            "data": [_missing(indicators), _context(indicators), _own(indicators)],
            "layout": layout(
                _ROW * count + 74,
                barmode="overlay",
                bargap=0.72,
                shapes=[*_grounds(limits), *_tracks(indicators)],
                annotations=[*_letters(bands), *_names(indicators), *_values(indicators)],
                xaxis=_axis(bands, limits),
                yaxis={"visible": False, "range": [count - 0.4, -0.75], "fixedrange": True},
                margin={"l": 4, "r": _RIGHT, "t": 30, "b": 34},
            ),
        }
    )


def _missing(indicators: pd.DataFrame) -> dict[str, Any]:
    rows = [number for number, score in enumerate(indicators["score"]) if pd.isna(score)]
    return {
        "type": "bar", "orientation": "h", "x": [100] * len(rows), "y": rows, "marker": HATCHED, "hoverinfo": "skip",
    }  # fmt: skip


def _context(indicators: pd.DataFrame) -> dict[str, Any]:
    marker = {"symbol": "diamond-open", "size": 12, "color": INK, "line": {"width": 2}}
    means = indicators["province_mean"]
    said = ["" if pd.isna(mean) else say("figure.province_mean", score=f"{mean:.2f}") for mean in means]
    return {
        "type": "scatter", "mode": "markers", "x": list(means), "y": list(range(len(indicators))),
        "marker": marker, "text": said, "hoverinfo": "text", "cliponaxis": False,
    }  # fmt: skip


def _own(indicators: pd.DataFrame) -> dict[str, Any]:
    symbols, colours = zip(*(_SHAPES[str(status)] for status in indicators["status"]), strict=True)
    marker = {"symbol": list(symbols), "size": 15, "color": list(colours)}
    return {
        "type": "scatter", "mode": "markers", "x": list(indicators["score"]), "y": list(range(len(indicators))),
        "marker": marker, "hoverinfo": "x", "cliponaxis": False,
    }  # fmt: skip


def _grounds(limits: list[float]) -> list[dict[str, Any]]:
    """Return the ground below the first limit, and a line at each limit."""
    if not limits:
        return []
    everywhere = {"yref": "paper", "y0": 0, "y1": 1, "layer": "below"}
    weak = {"type": "rect", "x0": 0, "x1": limits[0], "fillcolor": SURFACE, "line": {"width": 0}, **everywhere}
    lines = [
        {"type": "line", "x0": limit, "x1": limit, "line": {"color": MUTED, "width": 1}, **everywhere}
        for limit in limits
    ]
    return [weak, *lines]


def _tracks(indicators: pd.DataFrame) -> list[dict[str, Any]]:
    line = {"color": LINE, "width": 1}
    return [
        {"type": "line", "x0": 0, "x1": 100, "y0": row, "y1": row, "line": line, "layer": "below"}
        for row, score in enumerate(indicators["score"])
        if not pd.isna(score)
    ]


def _letters(bands: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the letters of the bands above the axis; words (from FY2566) would not stand there."""
    tops = [100.0, *bands["min_total"].astype(float)]
    return [
        note(row.grade, x=(float(row.min_total) + top) / 2, y=1, yref="paper", yanchor="bottom", size=14, colour=MUTED)
        for row, top in zip(rows_of(bands), tops, strict=False)
        if len(row.grade) <= _SHORTEST_LETTER
    ]


def _names(indicators: pd.DataFrame) -> list[dict[str, Any]]:
    return [
        note(
            f"<b>{row.indicator_no}</b>  {row.short_name_th}{'  ◆' if row.is_weak else ''}",
            x=0,
            xref="paper",
            xanchor="left",
            y=number,
            yshift=17,
            colour=DEVELOP if row.is_weak else INK,
        )
        for number, row in enumerate(rows_of(indicators))
    ]


def _values(indicators: pd.DataFrame) -> list[dict[str, Any]]:
    place = {"x": 1, "xref": "paper", "xanchor": "right", "xshift": _RIGHT - 4}
    return [
        note(say("missing"), y=number, colour=MUTED, **place)
        if pd.isna(score)
        else note(f"<b>{score:.2f}</b>", y=number, size=16, **place)
        for number, score in enumerate(indicators["score"])
    ]


def _axis(bands: pd.DataFrame, limits: list[float]) -> dict[str, Any]:
    lines = sorted({float(limit) for limit in bands["min_total"] if _LOWEST_LETTER <= float(limit) < 100})
    ticks = sorted({0.0, *lines, *limits})
    labelled = {0.0, 50.0, *limits}
    return {
        "range": [-1, 101], "fixedrange": True, "tickvals": ticks, "tickangle": 0, "gridcolor": LINE, "zeroline": False,
        "ticktext": [f"{tick:.0f}" if tick in labelled else "" for tick in ticks],
        "tickfont": {"size": 14, "color": MUTED},
    }  # fmt: skip
