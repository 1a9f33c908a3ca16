"""A walk by links: every page that can be reached by clicking, and what stands on it."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from tests.ui.markup import Way
from tests.ui.screen import Screen, visit


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


def walk(pages: list[str]) -> list[Stop]:
    """Return every page that links lead to from some pages, each once, all in one visit.

    A cell is looked at once for each kind of page that leads to it, not for each measure whose account names it too.
    """
    shown = visit(pages[0])
    seen: set[Hashable] = set()
    stops: list[Stop] = []
    ahead = [(Way("menu"), Way(page)) for page in pages]
    while ahead:
        came_from, way = ahead.pop(0)
        stop = _look(shown.click(way), came_from, way)
        stops.append(stop)
        for each in stop.ways:
            if each.page and _what(each) not in seen:
                seen.add(_what(each))
                ahead.append((way, each))
    return stops


def _what(way: Way) -> Hashable:
    """Return what a way is the same as: of the ways to a cell, those from the same kind of page.

    Of the trends, an indicator in a chosen group stands for all indicators in that group.
    """
    if way.page == "trend" and len(way.filters) > 1:
        return (way.page, way.address.get("agency"), way.address.get("year"), way.address["group"])
    if way.page != "source":
        return way
    about = way.address
    named = [about.get(name) for name in ("agency", "year", "cell", "back")]
    return (*named, *sorted(about))


def _look(shown: Screen, came_from: Way, way: Way) -> Stop:
    marked = [each.text for each in shown.elements("td", "cell")]
    return Stop(came_from, way, shown.problems, shown.headline, shown.ways, shown.places, marked, shown.chosen)
