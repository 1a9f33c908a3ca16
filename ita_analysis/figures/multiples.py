"""The ten indicators over the fiscal years as small pictures on one scale, the weakest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from ita_analysis.figures import years as columns
from ita_analysis.figures.style import ACCENT, HATCHED, INK, LINE, MUTED, SURFACE, WHOLE, layout, note
from ita_analysis.scoring import Year
from ita_analysis.texts import say

_WIDE = 2  # pictures beside each other, also on a phone
_ROW, _NAME = 104, 26  # pixels of a picture with its name, and of the name
_GAP = 0.09  # of a picture's width, between two
_BOTTOM = 26


@dataclass(frozen=True)
class Small:
    """One picture: an indicator's number and shortest name, its years, and the median of others in the last one."""

    indicator_no: int
    name: str
    years: tuple[Year, ...]
    median: float | None = None


def multiples(smalls: Sequence[Small], line_at: float | None = None) -> go.Figure:
    """Return a picture per indicator in the given order, all from `scale_of` to 100, each with its last score printed.

    `line_at` is a limit (0-100) that every picture shows as a line. Every mark carries its indicator's number.
    """
    low, rows = scale_of(smalls), -(-len(smalls) // _WIDE)
    places = [(number % _WIDE, number // _WIDE) for number in range(len(smalls))]
    pairs = list(zip(smalls, places, strict=True))
    return go.Figure(
        {
            "data": [trace for small, place in pairs for trace in _traces(small, place, low)],
            "layout": layout(
                _ROW * rows + _BOTTOM + 4,
                barmode="overlay",
                shapes=[shape for small, place in pairs for shape in _grounds(small, place, low, line_at)],
                annotations=[text for small, place in pairs for text in _words(small, place, rows)],
                xaxis={"visible": False, "range": [0, _WIDE + (_WIDE - 1) * _GAP], "fixedrange": True},
                yaxis={"visible": False, "range": [rows, 0], "fixedrange": True},
                margin={"l": 2, "r": 2, "t": 4, "b": _BOTTOM},
            ),
        }
    )


def scale_of(smalls: Sequence[Small]) -> int:
    """Return where the scale of all pictures starts; it ends at 100."""
    scores = [float(year.score) for small in smalls for year in small.years if year.score is not None]
    medians = [small.median for small in smalls if small.median is not None]
    return columns.floor_of([*scores, *medians])


def _traces(small: Small, place: tuple[int, int], low: int) -> Iterator[dict[str, Any]]:
    points: list[columns.Point | None] = [
        None if each.score is None else (_x(number, len(small.years), place), _y(float(each.score), place, low))
        for number, each in enumerate(small.years)
    ]
    for join in ("solid", "dashed"):
        yield columns.joined(small.years, points, join)
    known = [(point, each) for point, each in zip(points, small.years, strict=True) if point is not None]
    last = len(small.years) and small.years[-1].fiscal_year_be
    sizes = [11 if each.fiscal_year_be == last else 7 for _, each in known]
    yield {
        "type": "scatter", "mode": "markers", "x": [point[0] for point, _ in known],
        "y": [point[1] for point, _ in known], "marker": {"size": sizes, "color": ACCENT, "opacity": 1},
        "hoverinfo": "text", "cliponaxis": False,
        "text": [say("figure.year_score", year=each.fiscal_year_be, score=f"{each.score:.2f}") for _, each in known],
        "customdata": [small.indicator_no] * len(known), **WHOLE,
    }  # fmt: skip
    yield _missing(small, place)
    if small.median is not None:
        yield {
            "type": "scatter", "mode": "markers", "x": [_x(len(small.years) - 1, len(small.years), place)],
            "y": [_y(small.median, place, low)], "hoverinfo": "text", "cliponaxis": False,
            "marker": {"symbol": "line-ew-open", "size": 20, "color": INK, "line": {"width": 3}},
            "text": [say("figure.peer_median", score=f"{small.median:.2f}")],
            "customdata": [small.indicator_no], **WHOLE,
        }  # fmt: skip


def _missing(small: Small, place: tuple[int, int]) -> dict[str, Any]:
    gaps = [_x(number, len(small.years), place) for number, each in enumerate(small.years) if each.score is None]
    width = 0.6 / max(len(small.years), 1)
    high = 1 - _NAME / _ROW - 0.04
    return {
        "type": "bar", "x": gaps, "y": [-high] * len(gaps), "base": place[1] + 1, "width": [width] * len(gaps),
        "marker": HATCHED, "hoverinfo": "none", "customdata": [small.indicator_no] * len(gaps), **WHOLE,
    }  # fmt: skip


def _grounds(small: Small, place: tuple[int, int], low: int, line_at: float | None) -> Iterator[dict[str, Any]]:
    left, right = place[0] * (1 + _GAP), place[0] * (1 + _GAP) + 1
    top, bottom = _y(100, place, low), _y(low, place, low)
    yield {
        "type": "rect", "x0": left, "x1": right, "y0": top, "y1": bottom, "fillcolor": SURFACE, "line": {"width": 0},
        "layer": "below",
    }  # fmt: skip
    if line_at is not None and line_at > low:
        y = _y(line_at, place, low)
        yield {
            "type": "line",
            "x0": left,
            "x1": right,
            "y0": y,
            "y1": y,
            "line": {"color": LINE, "width": 2},
            "layer": "below",
        }
    for number, each in enumerate(small.years):
        if each.is_broken and number:
            x = (_x(number - 1, len(small.years), place) + _x(number, len(small.years), place)) / 2
            line = {"color": MUTED, "width": 1, "dash": "dash"}
            yield {"type": "line", "x0": x, "x1": x, "y0": top, "y1": bottom, "line": line, "layer": "below"}


def _words(small: Small, place: tuple[int, int], rows: int) -> Iterator[dict[str, Any]]:
    """Yield the name above a picture, the last score beside it, and below the lowest ones the first and last year."""
    left, right = place[0] * (1 + _GAP), place[0] * (1 + _GAP) + 1
    score = small.years[-1].score if small.years else None
    value = say("missing") if score is None else f"<b>{score:.2f}</b>"
    above: Mapping[str, Any] = {"y": place[1], "yanchor": "top"}
    yield note(f"<b>{small.indicator_no}</b> {small.name}", x=left, xanchor="left", size=14, **above)
    yield note(
        value,
        x=right,
        xanchor="right",
        size=14 if score is None else 15,
        colour=MUTED if score is None else INK,
        **above,
    )
    if place[1] == rows - 1 and len(small.years) > 1:
        ends = (left, "left", small.years[0]), (right, "right", small.years[-1])
        for x, side, year in ends:
            yield note(f"{year.fiscal_year_be}", x=x, xanchor=side, y=rows, yanchor="top", size=13, colour=MUTED)


def _x(number: int, count: int, place: tuple[int, int]) -> float:
    return place[0] * (1 + _GAP) + (number + 0.5) / count


def _y(score: float, place: tuple[int, int], low: int) -> float:
    """Return the height of a score in its picture: below the name, full height from the scale's start to 100."""
    top, bottom = place[1] + _NAME / _ROW, place[1] + 0.96
    return bottom - (score - low) / (100 - low) * (bottom - top)
