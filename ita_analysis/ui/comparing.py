"""What the screen of trends compares: one score of an agency, its years, and the group it is set beside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pandas as pd

from ita_analysis.queries.asking import rows_of
from ita_analysis.queries.peers import GROUPS
from ita_analysis.scoring import LEAST_OTHERS, Year, place, rounded, years
from ita_analysis.sentences.trend import Standing
from ita_analysis.texts import say
from ita_analysis.ui import judging
from ita_analysis.ui.asking import AgencyYear, ask, kept
from ita_analysis.ui.choosing import Filters


@dataclass(frozen=True, eq=False)
class View:
    """A score by level and code, its years, and its group; `groups` are all groups in the assessed year."""

    level: str
    code: str
    what: str
    years: tuple[Year, ...]
    group: str
    group_name: str
    groups: pd.DataFrame
    peers: pd.DataFrame
    means: pd.DataFrame
    standings: tuple[Standing, ...]


def view(year: AgencyYear, wanted: Filters) -> View:
    """Return what the reader compares; asked once per state of the data."""
    return kept(_view, year, wanted.indicator, wanted.group)


def scores_of(year: AgencyYear, level: str, code: str) -> dict[int, float]:
    """Return an agency's scores (0-100) of a level and code by fiscal year."""
    history = ask("scores_by_year", year.agency_code)
    own = history[(history["level"] == level) & (history["code"] == code)]
    return {int(row.fiscal_year_be): float(row.score) for row in rows_of(own)}


def years_of(year: AgencyYear, level: str, code: str) -> tuple[Year, ...]:
    """Return the years of a score up to the assessed one, from the first year that has any."""
    history = ask("scores_by_year", year.agency_code)
    first = None if history.empty else int(history["fiscal_year_be"].min())
    return years(scores_of(year, level, code), year.prior_fiscal_year_be, first)


def group_names(year: AgencyYear) -> dict[str, str]:
    """Return the groups the agency can be set beside, in words; those it lies in by what is known of it."""
    kinds = ask("kind_of_agency", year.agency_code)
    about = {"kind": "" if kinds.empty else str(kinds["name_th"].iloc[0]), "province": year.province or ""}
    lacks = {*(("near", "type") if kinds.empty else ()), *(() if year.province else ("near", "province"))}
    return {group: say(f"trend.group_name.{group}", **about) for group in GROUPS if group not in lacks}


def share_of(row: Any) -> Any:  # noqa: ANN401 - a row of an answer, a Fraction or None
    """Return the place of the agency among others: the share (0-1) below it, None where it cannot be told."""
    if pd.isna(row.own_score) or pd.isna(row.other_count):
        return None
    return place(int(row.lower_count), int(row.equal_count), int(row.other_count))


def _view(year: AgencyYear, indicator: str | None, group: str | None) -> View:
    level, code = ("indicator", indicator) if indicator else ("total", "total")
    groups = ask("peers_of_year", year.agency_code, year.prior_fiscal_year_be, level, code)
    names = group_names(year)
    chosen = group if group in names else _nearest(groups, names)
    peers = ask("peers_by_year", year.agency_code, chosen, level, code)
    shown = years_of(year, level, code)
    return View(
        level=level,
        code=code,
        what=_what(year, indicator),
        years=shown,
        group=chosen,
        group_name=names[chosen],
        groups=groups[groups["peer_group"].isin(names)],
        peers=peers,
        means=ask("means_by_year", level, code, year.province or "", say("context.nation")),
        standings=tuple(_standings(peers, {each.fiscal_year_be for each in shown})),
    )


def _nearest(groups: pd.DataFrame, names: dict[str, str]) -> str:
    """Return the first group of the agency's with enough others to show: near, same type, province, nation."""
    counts = dict(zip(groups["peer_group"], groups["other_count"], strict=True))
    order = [group for group in ("near", "type", "province", "nation") if group in names]
    return next((group for group in order if counts[group] >= LEAST_OTHERS), order[0])


def _standings(peers: pd.DataFrame, shown: set[int]) -> Iterator[Standing]:
    for row in rows_of(peers[peers["other_count"] >= LEAST_OTHERS]):
        if int(row.fiscal_year_be) in shown:
            yield Standing(int(row.fiscal_year_be), share_of(row), Decimal(rounded(row.p50)), int(row.other_count))


def _what(year: AgencyYear, indicator: str | None) -> str:
    if not indicator:
        return say("trend.total")
    indicators = judging.indicators(year).set_index("indicator_no")
    return say("trend.indicator", no=indicator, name=indicators.loc[int(indicator), "tile_name_th"])
