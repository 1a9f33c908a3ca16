"""A walk by links: every page that can be reached by clicking, and what stands on it."""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass

from tests.ui.markup import Way
from tests.ui.screen import Screen, visit

_FIRST = 4  # the fourth measure, or item of an instrument, stands for those after it
_NUMBER = re.compile(r"(?<=^measure-)\d+|(?<=^result-)\d+|(?<=^score-item-[A-Za-z])\d+")


@dataclass(frozen=True)
class Stop:
    """A page that a link led to: where the link stood, and what was to be seen."""

    came_from: Way
    way: Way
    problems: list[str]
    headline: str
    ways: list[Way]
    places: set[str]
    marked: list[str]
    chosen: dict[str, str]


def walk(pages: list[str], shown: Screen | None = None) -> list[Stop]:
    """Return every page that links lead to from some pages, each once, all in one visit: a new one, or the one `shown`.

    A cell is looked at once for each kind of page that leads to it, not for each measure whose account names it too.
    """
    shown = shown or visit(pages[0])
    seen: set[Hashable] = set()
    stops: list[Stop] = []
    ahead = [(Way("menu"), Way(page)) for page in pages]
    while ahead:
        came_from, way = ahead.pop(0)
        stop = _look(shown.click(way), came_from, way)
        stops.append(stop)
        for each in stop.ways:
            what = _what(way, each)
            if each.page and what not in seen:
                seen.add(what)
                ahead.append((way, each))
    return stops


def _what(came_from: Way, way: Way) -> Hashable:
    """Return what a way is the same as, so that one stands for many alike.

    A cell counts once for each kind of page that leads to it, and from cell to cell once at all. An indicator counts
    for all agencies, and in a chosen group of peers for all indicators. The first measures count each, the others as
    one, and so do their cells and those of items; in a round one of them counts.
    """
    about = way.address
    if way.page == "source":
        begun = "source" if came_from.page == "source" else (about.get("back"), *sorted(about))
        cell = _NUMBER.sub(lambda found: str(min(int(found[0]), _FIRST)), about.get("cell", ""))
        return (about.get("year"), cell, begun)
    if way.page == "trend" and len(way.filters) > 1:
        return (way.page, about.get("agency"), about.get("year"), about["group"])
    if way.page == "history":  # a change is as good as another
        return (way.page, about.get("year"), *way.filters)
    if (said := about.get("measure", "")).isdecimal():
        measure = min(int(said), _FIRST) if "round" not in about else 0
        return (way.page, about.get("agency"), about.get("year"), about.get("round"), measure, *way.filters)
    if "indicator" in way.filters:
        return (way.page, about.get("year"), *way.filters.items())
    return way


def _look(shown: Screen, came_from: Way, way: Way) -> Stop:
    marked = [each.text for each in shown.elements("td", "cell")]
    return Stop(came_from, way, shown.problems, shown.headline, shown.ways, shown.places, marked, shown.chosen)
