"""What figures of fiscal years share: the columns of years, lines that are whole, dashed or broken, hatched gaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ita_analysis.figures.style import ACCENT
from ita_analysis.scoring import Join, Year

Point = tuple[float, float]
_HIGHEST_FLOOR = 60


def floor_of(scores: Sequence[float]) -> int:
    """Return where an axis up to 100 starts: the ten below the lowest of the scores shown, at most 60."""
    return min(int(min(scores, default=_HIGHEST_FLOOR) // 10 * 10), _HIGHEST_FLOOR)


def labels(years: Sequence[Year]) -> list[str]:
    """Return the years as a narrow column prints them: the first and the last in full, else two digits."""
    ends = {0, len(years) - 1}
    return [f"{each.fiscal_year_be if at in ends else each.fiscal_year_be % 100}" for at, each in enumerate(years)]


def joined(years: Sequence[Year], points: Sequence[Point | None], join: Join) -> dict[str, Any]:
    """Return the lines between neighbouring years that are joined in one way, as one trace."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for start, end in _pairs(years, points, join):
        xs += [start[0], end[0], None]
        ys += [start[1], end[1], None]
    line = {"color": ACCENT, "width": 2.5, "dash": "solid" if join == "solid" else "6px,4px"}
    return {
        "type": "scatter", "mode": "lines", "x": xs, "y": ys, "line": line, "marker": {"color": ACCENT},
        "hoverinfo": "skip",
    }  # fmt: skip


def _pairs(years: Sequence[Year], points: Sequence[Point | None], join: Join) -> Iterator[tuple[Point, Point]]:
    for at in range(1, len(years)):
        start, end = points[at - 1], points[at]
        if years[at].join == join and start is not None and end is not None:
            yield start, end
