"""The time line of a fiscal year: its rounds, and the dates that results state."""

from __future__ import annotations

import re
from datetime import date, timedelta
from html import escape
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from ita_analysis.figures.style import ACCENT, ACCENT_TINT, DEVELOP, INK, MUTED, SURFACE, layout, note
from ita_analysis.queries.asking import rows_of
from ita_analysis.texts import say
from ita_analysis.thai.dates import short_date, short_month
from ita_analysis.thai.fiscal_year import BE
from ita_analysis.thai.text import columns_of, undirected

_NEAR = timedelta(days=25)
_ROOM = timedelta(days=1)
_LINE = 0.5
_HEIGHT = 190  # of rounds and line, with room for labels of two lines
_ABOVE = 58  # of these pixels, above the line
_MOST_LABELS = 3  # more would make a tower of words; the table has all dates
_WIDE_ROUNDS = 2  # of more, only the first and the last month have room under them on a phone
_NARROWEST = 340  # pixels of the axis on a phone, where labels come closest
_TAG = re.compile("<[^>]+>")
_LETTER, _ROW_OF_WORDS = 8, 21  # pixels that a letter and a line of a label take
_LONGEST_SLIP = 2  # years by which a wrongly written date is looked for within its round


def timeline(evidence: pd.DataFrame, rounds: pd.DataFrame) -> go.Figure:
    """Return rounds as bands and each stated date as a mark; a date outside its round says by how much.

    `evidence`: title, stated_on, starts_on, ends_on, is_within_round; `rounds`: round_months, starts_on, ends_on and
    result_count, by which the latest round with a result is tinted.
    """
    spans = rounds.drop_duplicates("round_months").sort_values("round_months")
    first = min(evidence["stated_on"].min(), spans["starts_on"].min()) - _ROOM
    last = max(evidence["stated_on"].max(), spans["ends_on"].max()) + _ROOM
    reported = rounds.loc[rounds["result_count"] > 0, "round_months"]
    bands, groups = _bands(spans, latest=reported.max(), days=(last - first).days), _groups(evidence)
    outside = [group for group in groups if group["is_outside"]]
    slips = [slip for group in outside[:1] if (slip := _slip(group))]
    labels, high = _stacked([*_labels(groups, outside), *map(_slip_label, slips)], first, last)
    over = max(high - _ABOVE, 0)
    return go.Figure(
        {
            "data": [*(_marks(evidence, is_within=within) for within in (True, False)), _slipped(slips)],
            "layout": layout(
                _HEIGHT + over,
                shapes=[band["shape"] for band in bands] + [_gap(group) for group in outside],
                annotations=[
                    *(band["label"] for band in bands),
                    *labels,
                    *_months(spans),
                ],
                xaxis={"visible": False, "range": [first, last], "fixedrange": True},
                yaxis={"visible": False, "range": [0, 1], "fixedrange": True},
                margin={"l": 8, "r": 8, "t": 8 + over, "b": 34},
            ),
        }
    )


def _bands(spans: pd.DataFrame, *, latest: float, days: int) -> list[dict[str, Any]]:
    """Return each round as a band with its label; the `latest` (NaN: none) is tinted, the axis has so many `days`."""
    edges = [spans["starts_on"].iloc[0], *(ends + timedelta(days=1) for ends in spans["ends_on"])]
    pairs = list(zip(edges, spans["ends_on"], strict=False))
    key = _round_label(list(spans["round_months"]), min((ends - begins).days for begins, ends in pairs) / days)
    found = []
    for months, (begins, ends) in zip(spans["round_months"], pairs, strict=True):
        shape = {
            "type": "rect", "x0": begins, "x1": ends, "y0": 0.06, "y1": 0.36, "layer": "below",
            "fillcolor": ACCENT_TINT if months == latest else SURFACE, "line": {"color": MUTED, "width": 1},
        }  # fmt: skip
        label = note(say(key, months=months), x=begins + (ends - begins) / 2, y=0.21, size=16)
        found.append({"shape": shape, "label": label})
    return found


def _round_label(months: list[int], share: float) -> str:
    """Return the longest label for which the narrowest band, a share of the axis, has room on a phone."""
    for key in ("figure.round", "figure.round_short"):
        if max(columns_of(say(key, months=each)) for each in months) * _LETTER + _LETTER <= share * _NARROWEST:
            return key
    return "figure.round_narrow"


def _groups(evidence: pd.DataFrame) -> list[dict[str, Any]]:
    """Return dates that stand close together as one, so that their labels do not lie over each other."""
    found: list[dict[str, Any]] = []
    for row in rows_of(evidence.sort_values("stated_on")):
        is_outside = not row.is_within_round
        if found and row.stated_on - found[-1]["dates"][-1] <= _NEAR and found[-1]["is_outside"] == is_outside:
            found[-1]["dates"].append(row.stated_on)
        else:
            span = {"starts_on": row.starts_on, "ends_on": row.ends_on}
            found.append({"dates": [row.stated_on], "is_outside": is_outside, **span})
    return found


def _labels(groups: list[dict[str, Any]], outside: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return what is written at the dates: at each of a few, else only at the first that lies outside its round."""
    return [_label(group) for group in (groups if len(groups) <= _MOST_LABELS else outside[:1])]


def _label(group: dict[str, Any]) -> dict[str, Any]:
    dates = list(dict.fromkeys(short_date(day) for day in group["dates"]))
    lines = [f"<b>{say('figure.outside')}</b>", *dates] if group["is_outside"] else dates
    return {"lines": lines, "x": group["dates"][0], "colour": DEVELOP if group["is_outside"] else INK}


def _stacked(labels: list[dict[str, Any]], first: date, last: date) -> tuple[list[dict[str, Any]], int]:
    """Return the labels as notes above the line, none over another even on a phone, and how high they reach (px)."""
    taken: list[tuple[float, float, int]] = []
    notes, highest = [], 0
    for label in sorted(labels, key=lambda each: each["x"]):
        at = (label["x"] - first) / (last - first) * _NARROWEST
        wide = max(columns_of(_TAG.sub("", line)) for line in label["lines"]) * _LETTER + _LETTER
        side = "left" if at + wide <= _NARROWEST else "right"
        start, end = (at - _LETTER, at + wide) if side == "left" else (at - wide, at + _LETTER)
        below = max((top for left, right, top in taken if left < end and start < right), default=0)
        top = below + len(label["lines"]) * _ROW_OF_WORDS + 4
        taken.append((start, end, top))
        highest = max(highest, top)
        notes.append(
            note(
                "<br>".join(label["lines"]), x=label["x"], y=_LINE, yshift=12 + below, xanchor=side, yanchor="bottom",
                align=side, xshift=-6 if side == "left" else 6, colour=label["colour"],
            )
        )  # fmt: skip
    return notes, highest


def _gap(group: dict[str, Any]) -> dict[str, Any]:
    line = {"color": DEVELOP, "width": 1.5, "dash": "dot"}
    near = group["starts_on"] if group["dates"][-1] < group["starts_on"] else group["ends_on"]
    return {"type": "line", "x0": group["dates"][-1], "x1": near, "y0": _LINE, "y1": _LINE, "line": line}


def _slip(group: dict[str, Any]) -> dict[str, Any] | None:
    """Return where a group's first date would lie were only its year wrong; None if nowhere in the round."""
    wrong = group["dates"][0].date()
    for years in (by for off in range(1, _LONGEST_SLIP + 1) for by in (off, -off)):
        right = _moved(wrong, years)
        if right and group["starts_on"].date() <= right <= group["ends_on"].date():
            return {"on": pd.Timestamp(right), "year": right.year + BE}
    return None


def _moved(day: date, years: int) -> date | None:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return None


def _slipped(slips: list[dict[str, Any]]) -> dict[str, Any]:
    marker = {"symbol": "circle-open", "size": 13, "color": ACCENT, "line": {"width": 2}}
    return {
        "type": "scatter", "mode": "markers", "x": [slip["on"] for slip in slips], "y": [_LINE] * len(slips),
        "marker": marker, "hoverinfo": "skip", "cliponaxis": False,
    }  # fmt: skip


def _slip_label(slip: dict[str, Any]) -> dict[str, Any]:
    return {"lines": say("figure.slip", year=slip["year"]).split("<br>"), "x": slip["on"], "colour": ACCENT}


def _marks(evidence: pd.DataFrame, *, is_within: bool) -> dict[str, Any]:
    rows = evidence[evidence["is_within_round"] == is_within]
    symbol, colour = ("circle", ACCENT) if is_within else ("diamond", DEVELOP)
    return {
        "type": "scatter", "mode": "markers", "x": list(rows["stated_on"]), "y": [_LINE] * len(rows),
        "marker": {"symbol": symbol, "size": 14, "color": colour},
        "text": [f"{escape(undirected(row.title))}<br>{short_date(row.stated_on)}" for row in rows_of(rows)],
        "hoverinfo": "text", "cliponaxis": False,
    }  # fmt: skip


def _months(spans: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the months in which rounds begin and end, under the bands; of more than two rounds the first and last."""
    days = sorted({spans["starts_on"].min(), *spans["ends_on"]})
    shown = days if len(spans) <= _WIDE_ROUNDS else [days[0], days[-1]]
    sides = ["left", *["center"] * (len(shown) - 2), "right"] if len(shown) > 1 else ["left"]
    return [
        note(short_month(day), x=day, xanchor=side, y=0.04, yanchor="top", size=14, colour=MUTED)
        for day, side in zip(shown, sides, strict=True)
    ]
