"""The levels of the result above an axis of 0-100, the limits of the rule of weakness on it, and its ticks."""

from __future__ import annotations

from typing import Any

import pandas as pd

from ita_analysis.figures.style import LINE, MUTED, SURFACE, note
from ita_analysis.queries.asking import rows_of

AXIS = [-1, 101]
_LOWEST_LETTER = 50
_LONGEST_LETTER = 2
_NEAR = 7  # points; ticks nearer than that would lie over each other on a phone
_LINE = 19  # pixels of a line of words


def room_above(bands: pd.DataFrame) -> int:
    """Return how many pixels the names of the levels need above the axis."""
    return 30 if _are_letters(bands) else 30 + _LINE


def names_of(bands: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the names of the levels over their part of the axis; words stand in two lines, the best one to the right.

    `bands`: grade, label_th, min_total (0-100), the highest first. Levels that begin at the same total, and differ by
    more than it, share their part.
    """
    return [_name(number, *zone, is_word=not _are_letters(bands)) for number, zone in enumerate(_zones(bands))]


def grounds(limits: list[float]) -> list[dict[str, Any]]:
    """Return the ground below the first limit of the rule, and a line at each limit."""
    if not limits:
        return []
    everywhere = {"yref": "paper", "y0": 0, "y1": 1, "layer": "below"}
    weak = {"type": "rect", "x0": 0, "x1": limits[0], "fillcolor": SURFACE, "line": {"width": 0}, **everywhere}
    lines = [
        {"type": "line", "x0": limit, "x1": limit, "line": {"color": MUTED, "width": 1}, **everywhere}
        for limit in limits
    ]
    return [weak, *lines]


def axis(bands: pd.DataFrame, limits: list[float]) -> dict[str, Any]:
    """Return the axis: a line where a level begins, limits and levels said in numbers, near ones in two lines."""
    lines = {float(limit) for limit in bands["min_total"] if _LOWEST_LETTER <= float(limit) < 100}
    ticks = sorted({0.0, *lines, *limits})
    return {
        "range": AXIS, "fixedrange": True, "tickvals": ticks, "tickangle": 0, "gridcolor": LINE, "zeroline": False,
        "ticktext": _tick_words(ticks, {0.0, *limits}), "tickfont": {"size": 14, "color": MUTED},
    }  # fmt: skip


def _tick_words(ticks: list[float], needed: set[float]) -> list[str]:
    """Return the words of ticks: all that are needed (a near one a line lower), others where there is room."""
    said: list[str] = []
    lines: dict[int, float] = {}
    for tick in ticks:
        line = next((no for no in (0, 1) if tick - lines.get(no, -_NEAR) >= _NEAR), 1)
        has_room = line == 0 and all(tick == each or abs(tick - each) >= _NEAR for each in needed)
        if tick in needed or has_room:
            lines[line] = tick
            said.append(f"{'<br>' * line}{tick:g}")
        else:
            said.append("")
    return said


def _are_letters(bands: pd.DataFrame) -> bool:
    return all(len(str(grade)) <= _LONGEST_LETTER for grade in bands["grade"])


def _zones(bands: pd.DataFrame) -> list[tuple[str, float, float]]:
    """Return the levels as name, start and end, the highest first."""
    names: dict[float, list[str]] = {}
    for row in rows_of(bands):
        names.setdefault(float(row.min_total), []).insert(0, row.grade if _are_letters(bands) else row.label_th)
    tops = [100.0, *names]
    return [("/".join(each), low, top) for (low, each), top in zip(names.items(), tops, strict=False)]


def _name(number: int, words: str, low: float, top: float, *, is_word: bool) -> dict[str, Any]:
    middle = {"x": (low + top) / 2, "y": 1, "yref": "paper", "yanchor": "bottom"}
    if not is_word:
        return note(words, **middle, size=14, colour=MUTED)
    place = {**middle, "x": low, "xanchor": "left"} if number == 0 else middle  # the best has no room over its part
    return note(words, **place, yshift=_LINE if number % 2 == 0 else 0, size=14, colour=MUTED)
