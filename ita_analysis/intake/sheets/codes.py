"""Which indicators, items and instruments a fiscal year has; scores of others are told and left out."""

from __future__ import annotations

from functools import cache

import numpy as np
import pandas as pd

from ita_analysis import framework
from ita_analysis.errors import FrameworkError
from ita_analysis.framework import Framework
from ita_analysis.intake.sheets.faults import Faults
from ita_analysis.intake.sheets.layout import Layout
from ita_analysis.intake.sheets.stated import Head


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


def known(scores: pd.DataFrame, heads: list[Head], layout: Layout, faults: Faults) -> pd.DataFrame:
    """Return the scores whose codes their year has; of each other code the first is told, and how many there are."""
    _tell_years(heads, faults)
    if scores.empty:
        return scores
    years = np.array([head.year for head in heads]).take(scores["result_no"].to_numpy())
    named = pd.DataFrame({"year": years, "level": scores["level"], "code": scores["code"]})
    keep = np.ones(len(scores), dtype=bool)
    for at, (year, level, code) in zip(*_first_of_each(named), strict=True):
        if pack_of(year) and (level, code) not in codes_of(year):
            same = ((named["year"] == year) & (named["level"] == level) & (named["code"] == code)).to_numpy()
            keep &= ~same
            place = (int(scores["row"].iloc[at]), int(scores["column_no"].iloc[at]))
            _tell(faults, layout, (level, code, year), place, int(same.sum()))
    return scores[keep].reset_index(drop=True)


def _first_of_each(named: pd.DataFrame) -> tuple[list[int], list[tuple[int, str, str]]]:
    """Return each year, level and code once, with the number of its first row."""
    once = named.drop_duplicates()
    rows = zip(once["year"].tolist(), once["level"].tolist(), once["code"].tolist(), strict=True)
    return [int(at) for at in once.index.to_numpy()], [(int(year), str(level), str(code)) for year, level, code in rows]


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
