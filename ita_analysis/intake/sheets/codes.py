"""Which indicators, items and instruments a fiscal year has; scores of others are told and left out."""

from __future__ import annotations

from functools import cache

import numpy as np

from ita_analysis import framework
from ita_analysis.errors import FrameworkError
from ita_analysis.framework import Framework
from ita_analysis.intake.sheets.faults import Faults
from ita_analysis.intake.sheets.layout import Layout
from ita_analysis.intake.sheets.stated import Head, Table


@cache
def pack_of(year: int) -> Framework | None:
    """Return the framework of a fiscal year, None where there is none."""
    try:
        return framework.load(year)
    except FrameworkError:
        return None


@cache
def codes_of(year: int) -> frozenset[tuple[str, str]]:
    """Return every level and code that a fiscal year has."""
    pack = pack_of(year)
    if pack is None:
        return frozenset()
    tools = {*pack.parts, *(each.code for each in pack.instruments)}
    return frozenset(
        {("total", "total")}
        | {("item", each.code) for each in pack.items}
        | {("indicator", str(each.no)) for each in pack.indicators}
        | {("instrument", code) for code in tools}
    )


def known(scores: Table, heads: list[Head], layout: Layout, faults: Faults) -> Table:
    """Return the scores whose codes their year has; of each other code the first is told, and how many there are."""
    _tell_years(heads, faults)
    assessed = np.array([head.year for head in heads], dtype="int64")[scores.head]
    keep = np.ones(len(scores.score), dtype=bool)
    for year in np.unique(assessed).tolist():
        own = codes_of(year)
        for number, code in enumerate(scores.codes):
            if pack_of(year) and code not in own:
                same = (assessed == year) & (scores.code == number)
                keep &= ~same
                if same.any():
                    _tell(faults, layout, (*code, year), scores.place(int(np.argmax(same))), int(same.sum()))
    return scores.where(keep)


def _tell_years(heads: list[Head], faults: Faults) -> None:
    for year in dict.fromkeys(head.year for head in heads):
        if pack_of(year) is None:
            head = next(head for head in heads if head.year == year)
            known_years = framework.fiscal_years()
            values = {"year": year, "first": known_years[0], "last": known_years[-1]}
            faults.add("year_without_framework", head.row, None, str(year), **values)


def _tell(faults: Faults, layout: Layout, code: tuple[str, str, int], place: tuple[int, int], count: int) -> None:
    level, name, year = code
    column = next((each for each in layout.columns if each.number == place[1] and each.is_score), None)
    heading = column.heading if column else name
    faults.add(f"{level}_unknown", place[0], place[1], heading, code=name, year=year, count=count)
