"""The levels that follow from the scores of a sheet: of a nation at once, of what is incomplete one by one."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd

from ita_analysis import framework, scoring
from ita_analysis.errors import FrameworkError
from ita_analysis.framework import Framework

Told = Callable[[float], None]
_BLOCK = 200  # agencies and years whose levels are computed before progress is told again
_COLUMNS = ["agency_code", "fiscal_year_be", "level", "code", "score"]
_Pair = tuple[str, int]
_Beside = Mapping[_Pair, Mapping[tuple[str, str], float]]


def levels_above(stated: pd.DataFrame, kept: list[tuple[object, ...]], tell: Told | None = None) -> pd.DataFrame:
    """Return the rows of the levels that follow from stated scores, those of the sheet and those stored beside it."""
    beside: dict[_Pair, dict[tuple[str, str], float]] = {}
    for code, year, level, name, score in kept:
        beside.setdefault((str(code), int(str(year))), {})[str(level), str(name)] = float(str(score))
    found = []
    for year, of_year in stated.groupby("fiscal_year_be", sort=False, observed=True):
        if pack := _pack(int(str(year))):
            known = {code for code, other in beside if other == year}
            whole, rest = _apart(_unfinished(of_year, pack), known, pack)
            found += [_of_whole(whole, pack), _of_each(rest, beside, pack, tell)]
    rows = pd.concat(found, ignore_index=True) if found else pd.DataFrame(columns=_COLUMNS)
    return rows.assign(source="computed", source_id=None, source_row=None, source_column=None)


def _pack(year: int) -> Framework | None:
    try:
        return framework.load(year)
    except FrameworkError:  # no framework of that year: what is stated is all there is
        return None


def _unfinished(stated: pd.DataFrame, pack: Framework) -> pd.DataFrame:
    """Return the scores of agencies that do not state every level above the items themselves."""
    names = [*(("indicator", str(each.no)) for each in pack.indicators), *(("instrument", code) for code in pack.parts)]
    above = pd.MultiIndex.from_tuples([*names, ("total", "total")])
    high = stated[stated["level"] != "item"]
    known = high[pd.MultiIndex.from_frame(high[["level", "code"]].astype(str)).isin(above)]
    counts = known.groupby("agency_code", sort=False, observed=True).size()
    return stated[~stated["agency_code"].isin(counts.index[counts == len(above)])]


def _apart(stated: pd.DataFrame, known: set[str], pack: Framework) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the scores of agencies that state every item and nothing else, a row each, and those of all others."""
    codes = [item.code for item in pack.items]
    names = pd.Categorical(stated["code"])
    numbers = pd.Index(codes).get_indexer(names.categories)[names.codes]
    is_odd = (stated["level"] != "item").to_numpy() | (numbers < 0) | ~_is_in_cents(stated["score"])
    group = pd.factorize(stated["agency_code"])
    odd = np.bincount(group[0], is_odd | stated["agency_code"].isin(known).to_numpy(), len(group[1]))
    is_whole = (odd == 0) & (np.bincount(group[0], minlength=len(group[1])) == len(codes))
    taken = is_whole[group[0]]
    order = np.lexsort((numbers[taken], group[0][taken]))
    table = stated["score"].to_numpy()[taken][order].reshape(int(is_whole.sum()), len(codes))
    return pd.DataFrame(table, index=pd.Index(group[1])[is_whole], columns=codes), stated[~taken]


def _is_in_cents(scores: pd.Series[float]) -> np.ndarray:
    cents = scores.to_numpy(dtype="float64") * 100
    return np.abs(cents - np.round(cents)) < 1e-6


def _of_whole(table: pd.DataFrame, pack: Framework) -> pd.DataFrame:
    cents = np.round(table.to_numpy() * 100).astype(np.int64)
    try:
        levels = scoring.levels_of_items(cents, pack)
    except FrameworkError:  # the year's weights or way of averaging are unknown: nothing follows
        return pd.DataFrame(columns=_COLUMNS)
    about = {"agency_code": table.index, "fiscal_year_be": pack.fiscal_year_be}
    return pd.concat(
        [
            pd.DataFrame({**about, "level": level, "code": code, "score": score / 100})
            for (level, code), score in levels.items()
        ],
        ignore_index=True,
    )


def _of_each(stated: pd.DataFrame, beside: _Beside, pack: Framework, tell: Told | None) -> pd.DataFrame:
    groups = stated.groupby(["agency_code", "fiscal_year_be"], sort=False, observed=True)
    rows: list[tuple[object, ...]] = []
    for number, (pair, group) in enumerate(groups):
        code, year = str(pair[0]), int(str(pair[1]))
        own = dict(zip(zip(group["level"], group["code"], strict=True), group["score"], strict=True))
        for name, score in scoring.completed({**beside.get((code, year), {}), **own}, pack).items():
            rows.append((code, year, *name, float(score)))
        if tell and number % _BLOCK == 0:
            tell(number / len(groups))
    return pd.DataFrame(rows, columns=_COLUMNS)
