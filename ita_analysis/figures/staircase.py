"""The total step by step: what each document adds, the lines of the bands, and the rest that only surveys can give."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from ita_analysis.figures.style import ACCENT, DEVELOP, INK, LINE, MUTED, SURFACE, layout, note
from ita_analysis.queries.asking import rows_of
from ita_analysis.texts import say

_ROOM = 330  # pixels of the plot itself, at any width
_LEFT, _RIGHT, _TOP, _BOTTOM = 56, 92, 14, 44
_LETTER = 20  # pixels that a line of words takes
_MOST_LEVEL = 7  # names that stand beside each other on a phone; more stand upright
_MOST_NAMES = 20
_PAD = 0.12  # of the height that is shown, left free below and above
_PAD_OF_REST = 0.24  # words on the rest may have to stand above it
_LEAST = 6.0  # points that are shown at least: a hundredth must not look like a tower


def staircase(stairs: pd.DataFrame, start: float, chosen: int, bands: pd.DataFrame, rest: float = 0.0) -> go.Figure:
    """Return the total as stairs: the first `chosen` in the accent, the others muted, bands as lines across.

    `stairs`: code, gain (points), total (0-100 after it); `start`: the total before; `bands`: label_th, min_total;
    `rest`: points from the last stair to the band that only surveys can reach, 0 where there is none.
    """
    totals = [start, *stairs["total"].astype(float)]
    low, high = axis_span(totals[0], totals[-1], rest)
    per_point = _ROOM / (high - low)
    lines = _lines(bands, low, high)
    return go.Figure(
        {
            "data": [_run(totals, 0, chosen, ACCENT, 4), _run(totals, chosen, len(stairs), MUTED, 3)],
            "layout": layout(
                _ROOM + _TOP + _BOTTOM,
                shapes=[*_grounds(lines, low, high), *_floor(totals), *_guides(totals, chosen), *_rest(totals, rest)],
                annotations=[
                    *_band_words(lines, per_point),
                    *_values(totals, chosen, per_point),
                    *_gains(stairs, chosen, per_point),
                    *_rest_words(totals, rest, per_point),
                ],
                xaxis=_axis(stairs),
                yaxis={"visible": False, "fixedrange": True, "range": [low, high]},
                margin={"l": _LEFT, "r": _RIGHT, "t": _TOP, "b": _BOTTOM},
            ),
        }
    )


def axis_span(first: float, last: float, rest: float = 0.0) -> tuple[float, float]:
    """Return where the axis starts and ends, in points of the total: it is cut, and the screen says where."""
    shown = max(last + rest - first, _LEAST)
    return max(first - shown * _PAD, -2.0), first + shown * (1 + (_PAD_OF_REST if rest else _PAD))


def _run(totals: Sequence[float], first: int, last: int, colour: str, width: int) -> dict[str, Any]:
    """Return the line from the tread of one stair to that of another."""
    xs, ys = [first + 0.5] if first < last else [], [totals[first]] if first < last else []
    for number in range(first + 1, last + 1):
        xs += [number - 0.5, number + 0.5]
        ys += [totals[number], totals[number]]
    return {
        "type": "scatter", "mode": "lines", "x": xs, "y": ys, "hoverinfo": "skip",
        "line": {"shape": "vh", "color": colour, "width": width}, "cliponaxis": False,
    }  # fmt: skip


def _floor(totals: Sequence[float]) -> list[dict[str, Any]]:
    line = {"color": INK, "width": 4}
    return [{"type": "line", "x0": -0.5, "x1": 0.5, "y0": totals[0], "y1": totals[0], "line": line}]


def _lines(bands: pd.DataFrame, low: float, high: float) -> list[tuple[float, list[str]]]:
    """Return the cut-offs that are shown, the highest first, each with the bands that begin there."""
    found: dict[float, list[str]] = {}
    for row in rows_of(bands):
        found.setdefault(float(row.min_total), []).append(str(row.label_th))
    return [(cut, labels) for cut, labels in found.items() if low < cut < high]


def _grounds(lines: list[tuple[float, list[str]]], low: float, high: float) -> list[dict[str, Any]]:
    everywhere = {"xref": "paper", "x0": 0, "x1": 1, "layer": "below"}
    ends = [high, *(cut for cut, _ in lines), low]
    tinted = [
        {"type": "rect", "y0": ends[number + 1], "y1": ends[number], "fillcolor": SURFACE, "line": {"width": 0}}
        for number in range(0, len(ends) - 1, 2)
    ]
    cuts = [{"type": "line", "y0": cut, "y1": cut, "line": {"color": MUTED, "width": 1}} for cut, _ in lines]
    return [{**each, **everywhere} for each in (*tinted, *cuts)]


def _guides(totals: Sequence[float], chosen: int) -> list[dict[str, Any]]:
    """Return thin lines from the values at the left to their stairs."""
    line = {"color": LINE, "width": 1, "dash": "dot"}
    return [
        {"type": "line", "x0": -0.5, "x1": number - 0.5, "y0": totals[number], "y1": totals[number], "line": line}
        for number in {chosen, len(totals) - 1} - {0}
    ]


def _band_words(lines: list[tuple[float, list[str]]], per_point: float) -> list[dict[str, Any]]:
    texts = [
        "<br>".join([*(f"<b>{escape(label)}</b>" for label in labels), say("figure.from_score", score=f"{cut:g}")])
        for cut, labels in lines
    ]
    places = _apart([cut * per_point for cut, _ in lines], [(len(labels) + 1) * _LETTER for _, labels in lines])
    return [
        note(
            text, x=1, xref="paper", xanchor="left", xshift=6, align="left", y=cut, size=14, colour=MUTED,
            yshift=place - cut * per_point,
        )
        for text, (cut, _), place in zip(texts, lines, places, strict=True)
    ]  # fmt: skip


def _values(totals: Sequence[float], chosen: int, per_point: float) -> list[dict[str, Any]]:
    """Return the totals at the left of their stairs: before, after the chosen ones, after all."""
    shown = {len(totals) - 1: MUTED, chosen: ACCENT, 0: INK}
    rows = sorted(shown, reverse=True)
    places = _apart([totals[number] * per_point for number in rows], [_LETTER] * len(rows))
    return [
        note(
            f"<b>{totals[number]:.2f}</b>", x=0, xref="paper", xanchor="right", xshift=-6, y=totals[number],
            size=16, colour=shown[number], yshift=place - totals[number] * per_point,
        )
        for number, place in zip(rows, places, strict=True)
    ]  # fmt: skip


def _apart(places: Sequence[float], heights: Sequence[float]) -> list[float]:
    """Return places (pixels from below, the highest first) moved down where words would lie over each other."""
    found: list[float] = []
    for number, place in enumerate(places):
        room = (heights[number] + heights[number - 1]) / 2 if number else 0.0
        found.append(min(place, found[-1] - room) if found else place)
    return found


def _gains(stairs: pd.DataFrame, chosen: int, per_point: float) -> list[dict[str, Any]]:
    """Return what each chosen stair adds, at its right, where the stair is as high as the words."""
    return [
        note(
            f"<b>+{row.gain:.2f}</b>", x=number + 0.5, xanchor="left", xshift=5, y=row.total - row.gain / 2, size=15,
            colour=ACCENT,
        )
        for number, row in enumerate(rows_of(stairs[:chosen]))
        if row.gain * per_point >= _LETTER + 2
    ]  # fmt: skip


def _rest(totals: Sequence[float], rest: float) -> list[dict[str, Any]]:
    if rest <= 0:
        return []
    x, line = len(totals) - 0.75, {"color": DEVELOP, "width": 3, "dash": "dot"}
    return [{"type": "line", "x0": x, "x1": x, "y0": totals[-1], "y1": totals[-1] + rest, "line": line}]


def _rest_words(totals: Sequence[float], rest: float, per_point: float) -> list[dict[str, Any]]:
    if rest <= 0:
        return []
    words = say("figure.rest", points=f"{rest:.2f}")
    is_high = rest * per_point >= 3 * _LETTER
    place = {"yanchor": "middle", "xshift": -8} if is_high else {"yanchor": "bottom", "yshift": 4}
    y = totals[-1] + (rest / 2 if is_high else rest)
    return [note(words, x=len(totals) - 0.75, xanchor="right", align="right", y=y, colour=DEVELOP, **place)]


def _axis(stairs: pd.DataFrame) -> dict[str, Any]:
    count = len(stairs)
    every = -(-count // _MOST_NAMES) if count else 1
    ticks = [number for number in range(1, count + 1) if (number - 1) % every == 0]
    names = [str(code) for code in stairs["code"]]
    return {
        "range": [-0.5, count + 0.5], "fixedrange": True, "showgrid": False, "zeroline": False,
        "tickvals": ticks, "ticktext": [escape(names[number - 1]) for number in ticks],
        "tickangle": 0 if count <= _MOST_LEVEL else -90, "tickfont": {"size": 13, "color": MUTED},
    }  # fmt: skip
