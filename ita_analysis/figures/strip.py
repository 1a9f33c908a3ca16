"""One score over the fiscal years, on the spread of the others of a group: single marks of few, percentiles of many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from ita_analysis.figures import years as columns
from ita_analysis.figures.style import (
    ACCENT,
    ACCENT_TINT,
    HATCHED,
    INK,
    LINE,
    MISSING,
    MUTED,
    SURFACE,
    layout,
    note,
)
from ita_analysis.queries.asking import rows_of
from ita_analysis.scoring import LEAST_OTHERS, Year
from ita_analysis.texts import say

Cuts = Mapping[int, Sequence[tuple[str, Decimal]]]
_HEIGHT = 400
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 34, 30, 58
_ROOM = _HEIGHT - _TOP - _BOTTOM
_CLOSEST = 19  # pixels between two labels of the axis
_HALF = 0.32  # of a column, each side, that marks may take
_GOLDEN = 0.618034  # spreads neighbours of one height apart, the same way each time
_NARROW = 6  # more columns than these print their values in smaller letters


def strip(years: Sequence[Year], peers: pd.DataFrame, means: pd.DataFrame, cuts: Cuts) -> go.Figure:
    """Return the agency's line over the years, broken where the rules differ, on the spread of the others.

    `years`: the columns; `peers`: fiscal_year_be, other_count, p10 ... p90 and scores (all 0-100; None where many);
    `means`: fiscal_year_be, is_nation, mean_score (0-100), drawn hollow; `cuts`: the levels of each year, (short label,
    least total). A year without a score is a hatched column.
    """
    at = {each.fiscal_year_be: number for number, each in enumerate(years)}
    peers, means = _of(years, peers), means[means["fiscal_year_be"].isin(at)]
    low = scale_of(years, peers, means)
    points = [None if each.score is None else (at[each.fiscal_year_be], float(each.score)) for each in years]
    return go.Figure(
        {
            "data": [
                _missing(years, low), *_others(peers, at), *_means(means, at),
                columns.joined(years, points, "solid"), columns.joined(years, points, "dashed"), _own(years, points),
            ],
            "layout": layout(
                _HEIGHT,
                bargap=0.2,
                shapes=[*_levels(years, cuts, low), *_breaks(years), *_spreads(peers, at)],
                annotations=[*_sides(years, cuts, low), *_broken(years), *_names(years), *_values(years)],
                xaxis={"visible": False, "range": [-0.5, len(years) - 0.5], "fixedrange": True},
                yaxis=_axis(low),
                margin={"l": _LEFT, "r": _RIGHT, "t": _TOP, "b": _BOTTOM},
            ),
        }
    )  # fmt: skip


def scale_of(years: Sequence[Year], peers: pd.DataFrame, means: pd.DataFrame) -> int:
    """Return where the axis starts: below own scores, means, and the marks of few or the tenth percentile of many."""
    peers, means = _of(years, peers), means[means["fiscal_year_be"].isin([each.fiscal_year_be for each in years])]
    own = [float(each.score) for each in years if each.score is not None]
    few = peers["scores"].notna()
    lowest = [*peers.loc[few, "lowest_score"], *peers.loc[~few, "p10"]]
    return columns.floor_of([*own, *map(float, lowest), *map(float, means["mean_score"])])


def _of(years: Sequence[Year], peers: pd.DataFrame) -> pd.DataFrame:
    """Return the spreads of the years that are shown, where the group is large enough."""
    shown = peers["fiscal_year_be"].isin([each.fiscal_year_be for each in years])
    return peers[shown & (peers["other_count"] >= LEAST_OTHERS)]


def _missing(years: Sequence[Year], low: int) -> dict[str, Any]:
    gaps = [number for number, each in enumerate(years) if each.score is None]
    return {
        "type": "bar", "x": gaps, "y": [100 - low] * len(gaps), "base": low, "marker": HATCHED, "hoverinfo": "skip",
    }  # fmt: skip


def _others(peers: pd.DataFrame, at: Mapping[int, int]) -> Iterator[dict[str, Any]]:
    """Yield the marks of the years with few others, and a median for every year."""
    xs: list[float] = []
    ys: list[float] = []
    for row in rows_of(peers[peers["scores"].notna()]):
        ys += list(row.scores)
        xs += [at[row.fiscal_year_be] + _aside(number) for number in range(len(row.scores))]
    yield {
        "type": "scatter", "mode": "markers", "x": xs, "y": ys, "marker": {"size": 7, "color": MISSING},
        "hoverinfo": "skip", "cliponaxis": False,
    }  # fmt: skip
    yield {
        "type": "scatter", "mode": "markers", "x": [at[year] for year in peers["fiscal_year_be"]],
        "y": list(peers["p50"]), "hoverinfo": "text", "cliponaxis": False,
        "marker": {"symbol": "line-ew-open", "size": 34, "color": INK, "line": {"width": 3}},
        "text": [say("figure.peer_median", score=f"{score:.2f}") for score in peers["p50"]],
    }  # fmt: skip


def _aside(number: int) -> float:
    return (number * _GOLDEN % 1 * 2 - 1) * _HALF


def _spreads(peers: pd.DataFrame, at: Mapping[int, int]) -> Iterator[dict[str, Any]]:
    """Yield, for years with many others, the middle half as a box and the middle eight tenths around it."""
    for row in rows_of(peers[peers["scores"].isna()]):
        for low, high, half, colour in ((row.p10, row.p90, 0.13, SURFACE), (row.p25, row.p75, 0.26, ACCENT_TINT)):
            yield {
                "type": "rect", "x0": at[row.fiscal_year_be] - half, "x1": at[row.fiscal_year_be] + half, "y0": low,
                "y1": high, "fillcolor": colour, "line": {"color": MISSING, "width": 1}, "layer": "below",
            }  # fmt: skip


def _means(means: pd.DataFrame, at: Mapping[int, int]) -> Iterator[dict[str, Any]]:
    for is_nation, symbol, aside in ((True, "triangle-right-open", -0.4), (False, "diamond-open", 0.4)):
        rows = means[means["is_nation"] == is_nation]
        yield {
            "type": "scatter", "mode": "markers", "x": [at[year] + aside for year in rows["fiscal_year_be"]],
            "y": list(rows["mean_score"]), "hoverinfo": "text", "cliponaxis": False,
            "marker": {"symbol": symbol, "size": 11, "color": INK, "line": {"width": 2}},
            "text": [say("figure.published_mean", score=f"{score:.2f}") for score in rows["mean_score"]],
        }  # fmt: skip


def _own(years: Sequence[Year], points: Sequence[columns.Point | None]) -> dict[str, Any]:
    known = [(point, each) for point, each in zip(points, years, strict=True) if point is not None]
    return {
        "type": "scatter", "mode": "markers", "x": [point[0] for point, _ in known],
        "y": [point[1] for point, _ in known], "hoverinfo": "text", "cliponaxis": False,
        "marker": {"size": 14, "color": ACCENT, "line": {"width": 2, "color": SURFACE}},
        "text": [say("figure.year_score", year=each.fiscal_year_be, score=f"{each.score:.2f}") for _, each in known],
    }  # fmt: skip


def _eras(years: Sequence[Year], cuts: Cuts) -> list[tuple[int, int, Sequence[tuple[str, Decimal]]]]:
    """Return the runs of columns with the same levels: first and last column, and the levels."""
    found: list[tuple[int, int, Sequence[tuple[str, Decimal]]]] = []
    for number, each in enumerate(years):
        levels = cuts.get(each.fiscal_year_be, ())
        if found and found[-1][2] == levels:
            found[-1] = (found[-1][0], number, levels)
        else:
            found.append((number, number, levels))
    return found


def _levels(years: Sequence[Year], cuts: Cuts, low: int) -> Iterator[dict[str, Any]]:
    for first, last, levels in _eras(years, cuts):
        for _, least in levels:
            if least > low:
                yield {
                    "type": "line", "x0": first - 0.5, "x1": last + 0.5, "y0": least, "y1": least, "layer": "below",
                    "line": {"color": LINE, "width": 1},
                }  # fmt: skip


def _sides(years: Sequence[Year], cuts: Cuts, low: int) -> Iterator[dict[str, Any]]:
    """Yield the cut-offs of the first levels on the left and, where others follow, those of the last on the right."""
    eras = [each for each in _eras(years, cuts) if each[2]]
    left = eras[0][2] if eras else ()
    right = eras[-1][2] if eras and eras[-1][2] != left else ()
    for levels, x, side in ((left, 0, "right"), (right, 1, "left")):
        above = Decimal(200)
        for label, least in levels:
            if least > low and above - least >= _CLOSEST * (102 - low) / _ROOM:
                above = least
                yield note(
                    f"{label} {least:.0f}".strip(), x=x, xref="paper", xanchor=side, y=float(least),
                    xshift=-5 if x == 0 else 5, size=14, colour=MUTED,
                )  # fmt: skip


def _breaks(years: Sequence[Year]) -> Iterator[dict[str, Any]]:
    for number, each in enumerate(years):
        if each.is_broken and number:
            yield {
                "type": "line", "x0": number - 0.5, "x1": number - 0.5, "yref": "paper", "y0": 0, "y1": 1,
                "line": {"color": MUTED, "width": 1.5, "dash": "dash"},
            }  # fmt: skip


def _broken(years: Sequence[Year]) -> Iterator[dict[str, Any]]:
    """Yield why the line is broken, in two words above the break; the page says it in a sentence."""
    for number, each in enumerate(years):
        if each.is_broken and number:
            words = say(f"figure.break_{next(change.kind for change in each.changed if change.breaks_line)}")
            yield note(
                words, x=number - 0.5, y=1, yref="paper", yanchor="bottom", xanchor="center", size=14, colour=INK
            )


def _names(years: Sequence[Year]) -> list[dict[str, Any]]:
    return [
        note(text, x=number, y=0, yref="paper", yanchor="top", yshift=-4, size=15, colour=MUTED)
        for number, text in enumerate(columns.labels(years))
    ]


def _values(years: Sequence[Year]) -> list[dict[str, Any]]:
    """Return the agency's scores in a row below the years: there no mark lies over them, on a phone either."""
    size = 13 if len(years) > _NARROW else 16
    return [
        note(
            "–" if each.score is None else f"<b>{each.score:.2f}</b>", x=number, y=0, yref="paper", yanchor="top",
            yshift=-28, size=size, colour=MUTED if each.score is None else ACCENT,
        )
        for number, each in enumerate(years)
    ]  # fmt: skip


def _axis(low: int) -> dict[str, Any]:
    return {
        "range": [low - 1, 101], "fixedrange": True, "showgrid": False, "zeroline": False, "showticklabels": False,
    }  # fmt: skip
