"""The part of the trends that sets an agency beside others: which groups, how they spread, and its place in each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ita_analysis.queries.asking import rows_of
from ita_analysis.scoring import LEAST_OTHERS, LEAST_SHIFT, percent
from ita_analysis.texts import say
from ita_analysis.ui import choosing, comparing, heads, judging
from ita_analysis.ui.asking import AgencyYear
from ita_analysis.ui.choosing import Filters
from ita_analysis.ui.rendering import show_kept
from ita_analysis.ui.sources import Input, Number

# The parts of a spread as the tables print them: the ends of each.
SPREAD = {
    "median": ("p50",),
    "half": ("p25", "p75"),
    "most": ("p10", "p90"),
    "whole": ("lowest_score", "highest_score"),
}


def choose(year: AgencyYear) -> Filters:
    """Return which score and which group the reader chose."""
    names = {str(row.indicator_no): row.tile_name_th for row in rows_of(judging.indicators(year))}
    groups = comparing.group_names(year)
    return choosing.filters(
        {
            "indicator": (list(names), lambda code: f"{code} {names[code]}"),
            "group": (list(groups), groups.__getitem__),
        },
        {"indicator": "trend.total", "group": "trend.automatic"},
    )


def show_groups(year: AgencyYear, wanted: Filters) -> None:
    """Show, for the assessed year, how each group spreads and where the agency stands in it."""
    show_kept("peers", _groups, year, wanted)


def account(year: AgencyYear, wanted: Filters) -> Number:
    """Return the account of spread and place: the definition, and what was counted in each group."""
    view = comparing.view(year, wanted)
    inputs = [
        say(
            "source.peers.place",
            group=_name(year, row.peer_group),
            lower=row.lower_count,
            equal=row.equal_count,
            count=row.other_count,
        )
        for row in rows_of(view.groups)
        if comparing.share_of(row) is not None
    ]
    formula = say("source.peers.formula", least=LEAST_OTHERS, shift=LEAST_SHIFT)
    return Number("peers", say("source.peers.title"), formula, tuple(map(Input, inputs)))


def spread(row: Any) -> list[tuple[str, str]]:  # noqa: ANN401 - a row of an answer
    """Return heading and numbers (0-100) of each part of a spread."""
    return [(say(f"trend.spread.{part}"), _range(row, *ends)) for part, ends in SPREAD.items()]


def _groups(year: AgencyYear, wanted: Filters) -> Mapping[str, object] | None:
    view = comparing.view(year, wanted)
    title = say("trend.compare_title", what=view.what, year=year.prior_fiscal_year_be)
    real = "trend.compare_synthetic" if year.is_synthetic else "trend.compare_real"
    return {"title": title, "text": say(real), "rows": list(_rows(year, wanted)), "least": LEAST_OTHERS}


def _rows(year: AgencyYear, wanted: Filters) -> Iterator[dict[str, object]]:
    view = comparing.view(year, wanted)
    for row in rows_of(view.groups):
        share, is_shown = comparing.share_of(row), row.other_count >= LEAST_OTHERS
        filters = {"indicator": wanted.indicator, "group": row.peer_group}
        yield {
            "name": _name(year, row.peer_group),
            "href": heads.link("trend", year, **filters),
            "is_chosen": row.peer_group == view.group,
            "is_shown": is_shown,
            "count": int(row.other_count),
            "place": None if share is None else percent(share),
            "spread": spread(row) if is_shown else [],
        }


def _range(row: Any, low: str, high: str | None = None) -> str:  # noqa: ANN401 - a row of an answer
    if high is None:
        return f"{getattr(row, low):.2f}"
    return say("trend.range", low=f"{getattr(row, low):.2f}", high=f"{getattr(row, high):.2f}")


def _name(year: AgencyYear, group: str) -> str:
    return comparing.group_names(year)[group]
