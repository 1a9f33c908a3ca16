"""Last year's indicators on one fixed axis of 0-100: a dot where there is a score, else a hatched track."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from ita_analysis.figures.bands import axis, grounds, names_of, room_above
from ita_analysis.figures.style import (
    ACCENT,
    ACCENT_TINT,
    DEVELOP,
    HATCHED,
    INK,
    LINE,
    MUTED,
    STRENGTH,
    URGENT,
    WHOLE,
    layout,
    note,
)
from ita_analysis.queries.asking import rows_of
from ita_analysis.texts import say

_ROW = 42
_VALUE, _CHANGE = 66, 58  # room for the printed values and changes, in pixels, at any width
_MISSING = 92  # room for the word that stands for a value
_NAME_UP, _NOTE_UP = 17, 20  # pixels from the middle of a row to that of its name, of the note beside it
_SHAPES = {
    "urgent": ("diamond", URGENT),
    "develop": ("square", DEVELOP),
    "good": ("circle", ACCENT),
    "strength": ("star", STRENGTH),
    "no_data": ("circle", MUTED),
}
_SIGNS = {"urgent": "▲", "develop": "◆"}


@dataclass(frozen=True)
class Years:
    """The assessed fiscal year and, where the two compare, the one before it."""

    year: int
    before: int | None = None


def indicator_dots(
    indicators: pd.DataFrame, bands: pd.DataFrame, limits: list[float], years: Years, chosen: int | None = None
) -> go.Figure:
    """Return a track per indicator: own score a dot, the year before a ring, the province's mean a hollow diamond.

    `indicators`, in the order they are drawn: indicator_no, short_name_th, score, before and province_mean (0-100 or
    NaN), change, status, is_weak, note (words to its right); `bands`: grade, label_th, min_total; `limits`: the limits
    of the rule of weakness, the lowest first. Every mark carries its indicator's number; `chosen` has a ground.
    """
    count, right = len(indicators), _right(indicators)
    return go.Figure(
        {
            "data": [_missing(indicators), _context(indicators), _own(indicators), _before(indicators, years)],
            "layout": layout(
                round(_ROW * (count + 0.35)) + room_above(bands) + 44,
                barmode="overlay",
                bargap=0.72,
                shapes=[*grounds(limits), *_chosen(indicators, chosen), *_tracks(indicators), *_joins(indicators)],
                annotations=[
                    *names_of(bands),
                    *_headings(indicators, years, right),
                    *_names(indicators),
                    *_notes(indicators, right),
                    *_values(indicators, right),
                ],
                xaxis=axis(bands, limits),
                yaxis={"visible": False, "range": [count - 0.4, -0.75], "fixedrange": True},
                margin={"l": 4, "r": right, "t": room_above(bands), "b": 44},
            ),
        }
    )


def _right(indicators: pd.DataFrame) -> int:
    if indicators["change"].notna().any():
        return _VALUE + _CHANGE
    return _MISSING if indicators["score"].isna().any() else _VALUE


def _marks(indicators: pd.DataFrame, scores: str, marker: dict[str, Any], said: list[str]) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "markers", "x": list(indicators[scores]), "y": list(range(len(indicators))),
        "marker": marker, "text": said, "hoverinfo": "text", "cliponaxis": False,
        "customdata": list(indicators["indicator_no"]), **WHOLE,
    }  # fmt: skip


def _missing(indicators: pd.DataFrame) -> dict[str, Any]:
    rows = [number for number, score in enumerate(indicators["score"]) if pd.isna(score)]
    return {
        "type": "bar", "orientation": "h", "x": [100] * len(rows), "y": rows, "marker": HATCHED, "hoverinfo": "none",
        "customdata": [int(indicators["indicator_no"].iloc[row]) for row in rows], **WHOLE,
    }  # fmt: skip


def _context(indicators: pd.DataFrame) -> dict[str, Any]:
    marker = {"symbol": "diamond-open", "size": 12, "color": INK, "line": {"width": 2}}
    means = indicators["province_mean"]
    said = ["" if pd.isna(mean) else say("figure.province_mean", score=f"{mean:.2f}") for mean in means]
    return _marks(indicators, "province_mean", marker, said)


def _own(indicators: pd.DataFrame) -> dict[str, Any]:
    symbols, colours = zip(*(_SHAPES[str(status)] for status in indicators["status"]), strict=True)
    marker = {"symbol": list(symbols), "size": 15, "color": list(colours)}
    return _marks(indicators, "score", marker, ["" if pd.isna(x) else f"{x:.2f}" for x in indicators["score"]])


def _before(indicators: pd.DataFrame, years: Years) -> dict[str, Any]:
    colours = [_SHAPES[str(status)][1] for status in indicators["status"]]
    marker = {"symbol": "circle-open", "size": 10, "color": colours, "line": {"width": 2}}
    known = indicators["before"]
    said = ["" if pd.isna(x) else say("figure.before", year=years.before, score=f"{x:.2f}") for x in known]
    return _marks(indicators, "before", marker, said)


def _chosen(indicators: pd.DataFrame, chosen: int | None) -> list[dict[str, Any]]:
    return [
        {"type": "rect", "xref": "paper", "x0": -0.2, "x1": 1.8, "y0": row - 0.66, "y1": row + 0.34,
         "fillcolor": ACCENT_TINT, "line": {"width": 0}, "layer": "below"}
        for row, number in enumerate(indicators["indicator_no"])
        if number == chosen
    ]  # fmt: skip


def _tracks(indicators: pd.DataFrame) -> list[dict[str, Any]]:
    line = {"color": LINE, "width": 1}
    return [
        {"type": "line", "x0": 0, "x1": 100, "y0": row, "y1": row, "line": line, "layer": "below"}
        for row, score in enumerate(indicators["score"])
        if not pd.isna(score)
    ]


def _joins(indicators: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the line from the year before to the assessed one, where both are known."""
    return [
        {"type": "line", "x0": each.before, "x1": each.score, "y0": row, "y1": row, "layer": "below",
         "line": {"color": _SHAPES[str(each.status)][1], "width": 3}}
        for row, each in enumerate(rows_of(indicators))
        if not pd.isna(each.change)
    ]  # fmt: skip


def _headings(indicators: pd.DataFrame, years: Years, right: int) -> list[dict[str, Any]]:
    """Return what stands above the printed values and changes."""
    place = {"y": 1, "yref": "paper", "yanchor": "bottom", "x": 1, "xref": "paper", "size": 14, "colour": MUTED}
    if indicators["score"].isna().all():
        return []
    heads = [note(f"{years.year}", **place, xanchor="right", xshift=_column(indicators, right))]
    if indicators["change"].notna().any():
        heads.append(note(say("figure.change"), **place, xanchor="right", xshift=right - 4))
    return heads


def _column(indicators: pd.DataFrame, right: int) -> int:
    """Return where the printed values end, in pixels from the axis."""
    return _VALUE if indicators["change"].notna().any() else right - 4


def _names(indicators: pd.DataFrame) -> list[dict[str, Any]]:
    return [
        note(
            f"<b>{row.indicator_no}</b>  {escape(row.short_name_th)}{_sign(row)}",
            x=0,
            xref="paper",
            xanchor="left",
            y=number,
            yshift=_NAME_UP,
            colour=_of_name(row),
        )
        for number, row in enumerate(rows_of(indicators))
    ]


def _of_name(row: Any) -> str:  # noqa: ANN401 - a row of an answer
    """Return the colour of a name: of what is urgent and, without a score, of what the report calls weak."""
    if row.status == "urgent":
        return URGENT
    return DEVELOP if row.is_weak and row.status == "no_data" else INK


def _sign(row: Any) -> str:  # noqa: ANN401 - a row of an answer
    return f"  {_SIGNS.get(row.status, '◆')}" if row.is_weak else ""


def _notes(indicators: pd.DataFrame, right: int) -> list[dict[str, Any]]:
    place = {"x": 1, "xref": "paper", "xanchor": "right", "xshift": right - 4, "yshift": _NOTE_UP}
    return [
        note(escape(row.note), y=number, size=14, colour=MUTED, **place)
        for number, row in enumerate(rows_of(indicators))
        if row.note
    ]


def _values(indicators: pd.DataFrame, right: int) -> list[dict[str, Any]]:
    column = {"x": 1, "xref": "paper", "xanchor": "right", "xshift": _column(indicators, right)}
    found = []
    for number, row in enumerate(rows_of(indicators)):
        if pd.isna(row.score):
            place = {**column, "xshift": right - 4}
            found.append(note(say("missing"), y=number, colour=MUTED, **place))
            continue
        found.append(note(f"<b>{row.score:.2f}</b>", y=number, size=16, colour=_SHAPES[row.status][1], **column))
        if not pd.isna(row.change):
            found.append(note(row.change_words, y=number, size=14, colour=MUTED, **{**column, "xshift": right - 4}))
    return found
