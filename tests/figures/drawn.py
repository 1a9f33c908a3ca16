"""A figure as Plotly gets it: its parts, its words, its colours, and where its words lie at a width of the screen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Any

import pandas as pd
from PIL import ImageFont

from ita_analysis.paths import STATIC

Drawn = dict[str, Any]
PHONE, NARROW, WIDE = 356, 640, 1200
_THAI = re.compile("[\u0e00-\u0e7f]+|[^\u0e00-\u0e7f]+")
_LINE_HEIGHT = 1.3  # Plotly's own


@dataclass(frozen=True)
class Box:
    """Where words lie, in pixels from the left and from the top."""

    words: str
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        """Return whether two boxes share room; a pixel of rounding is none."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 1 and down > 1


def drawn(figure: Any) -> Drawn:
    """Return a figure as Plotly gets it."""
    made: Drawn = figure.to_plotly_json()
    return made


def words_of(figure: Drawn) -> list[str]:
    """Return all words of a figure: annotations, ticks, and what is said of marks that are drawn."""
    layout = figure["layout"]
    words = [str(each["text"]) for each in layout.get("annotations", [])]
    for axis in ("xaxis", "yaxis"):
        words += [str(text) for text in layout.get(axis, {}).get("ticktext", []) if text]
    for trace in figure["data"]:
        words += [str(text) for text in trace.get("text", []) if text]
    return words


def is_hatched(trace: Drawn) -> bool:
    """Return whether the bars of a trace are hatched."""
    return bool(trace["marker"].get("pattern", {}).get("shape"))


def colours_of(part: Any) -> Iterator[str]:
    """Yield every colour that a part of a figure names, by whatever name."""
    if isinstance(part, dict):
        for name, each in part.items():
            if re.search(r"colou?r$", name) and isinstance(each, str):
                yield each
            else:
                yield from colours_of(each)
    elif isinstance(part, list | tuple):
        for each in part:
            yield from colours_of(each)
    elif isinstance(part, str) and part.startswith(("#", "rgb")):
        yield part


def overlapping(boxes: Sequence[Box]) -> list[tuple[str, str]]:
    """Return the pairs of words that lie over each other."""
    return [(one.words, other.words) for one, other in combinations(boxes, 2) if one.overlaps(other)]


def boxes(figure: Drawn, width: int) -> list[Box]:
    """Return where the annotations of a figure lie on a screen of a width."""
    return [_box(each, figure["layout"], width) for each in figure["layout"]["annotations"]]


def _box(note: Drawn, layout: Drawn, width: int) -> Box:
    margin, size = layout["margin"], note["font"]["size"]
    room = width - margin["l"] - margin["r"], layout["height"] - margin["t"] - margin["b"]
    lines = str(note["text"]).split("<br>")
    wide, high = max(text_width(line, size) for line in lines), len(lines) * size * _LINE_HEIGHT
    across = note["x"] if note.get("xref") == "paper" else share(note["x"], layout["xaxis"]["range"])
    up = note["y"] if note.get("yref") == "paper" else share(note["y"], layout["yaxis"]["range"])
    x = margin["l"] + across * room[0] + note.get("xshift", 0)
    y = margin["t"] + (1 - up) * room[1] - note.get("yshift", 0)
    left = x - {"left": 0.0, "center": 0.5, "right": 1.0}[note.get("xanchor", "center")] * wide
    top = y - {"top": 0.0, "middle": 0.5, "bottom": 1.0}[note.get("yanchor", "middle")] * high
    return Box(note["text"], left, top, left + wide, top + high)


def share(value: Any, ends: Sequence[Any]) -> float:
    """Return where a value lies between the ends of an axis: 0 at the first, 1 at the last."""
    if isinstance(ends[0], pd.Timestamp):
        return float((pd.Timestamp(value) - ends[0]) / (ends[1] - ends[0]))
    return float((value - ends[0]) / (ends[1] - ends[0]))


def text_width(markup: str, size: float) -> float:
    """Return how wide a line is in our own letters; marks above and below take no room."""
    weight = 700 if "<b>" in markup else 400
    plain = re.sub(r"</?b>", "", markup)
    runs = _THAI.findall(plain)
    return float(sum(_face(run, weight).getlength(run) for run in runs)) * size / 100


@cache
def _face_of(letters: str, weight: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(STATIC / "fonts" / f"sarabun-{letters}-{weight}-normal.woff2", 100)


def _face(run: str, weight: int) -> ImageFont.FreeTypeFont:
    return _face_of("thai" if "\u0e00" <= run[0] <= "\u0e7f" else "latin", weight)
