"""Which indicators are weak: those that the agency's report names, and those whose score the rule calls weak.

A year that is only begun starts from those of the year before, and each of them says so.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import pandas as pd

from ita_analysis.queries.asking import rows_of
from ita_analysis.scoring import Status, WeaknessRule, default_rule, lowest, status_of
from ita_analysis.texts import say

WEAK: tuple[Status, ...] = ("urgent", "develop")
_CARRIED = ("carried_from", "carried_kind", "carried_words")


@dataclass(frozen=True)
class StatedRule:
    """The rule of an assessed year as it holds, the number of its latest change, and why and when readers changed it.

    `change_id` is 0 where nobody ever changed it; `is_own` says that readers' limits hold and not the default ones.
    """

    rule: WeaknessRule | None
    is_own: bool = False
    change_id: int = 0
    reason: str = ""
    changed_on: date | None = None


def stated_rule(changes: pd.DataFrame, fiscal_year_be: int) -> StatedRule:
    """Return the rule that holds: that of the latest of a year's changes (the newest first), else the default."""
    for row in rows_of(changes):
        limits = (row.urgent_below, row.develop_below, row.good_below)
        is_own = all(isinstance(each, str) for each in limits)
        rule = WeaknessRule(*map(Decimal, limits)) if is_own else default_rule(fiscal_year_be)
        return StatedRule(rule, is_own, int(row.change_id), row.reason, row.changed_at.date())
    return StatedRule(default_rule(fiscal_year_be))


def judged(indicators: pd.DataFrame, rule: WeaknessRule | None) -> pd.DataFrame:
    """Return the indicators with `status` by the rule, `is_lowest` (of three), `is_weak` (by word or by score).

    `carried_from`, `carried_kind` and `carried_words` are empty: a year is judged by what it says itself, see `begun`.
    """
    scores = {int(row.indicator_no): None if pd.isna(row.score) else float(row.score) for row in rows_of(indicators)}
    low = lowest(scores)
    statuses = ["no_data" if rule is None else status_of(score, rule) for score in scores.values()]
    named = indicators["weakness_kind"].notna()
    return indicators.assign(
        status=statuses,
        is_lowest=[no in low for no in scores],
        is_weak=named | pd.Series([status in WEAK for status in statuses], index=indicators.index, dtype=bool),
        **dict.fromkeys(_CARRIED, pd.Series(None, index=indicators.index, dtype=object)),
    )


def of_year(fiscal_year_be: int, years: Collection[int], own: Callable[[int], pd.DataFrame]) -> pd.DataFrame:
    """Return the judged indicators of one of an agency's years; one that is only begun starts as `begun` says.

    `own` judges a year by what it says itself; it is asked of no more years than needed.
    """
    found, before = own(fiscal_year_be), fiscal_year_be - 1
    if before not in years or not found["is_begun"].any():
        return found
    return begun(found, of_year(before, years, own), before)


def begun(indicators: pd.DataFrame, before: pd.DataFrame, year_before: int) -> pd.DataFrame:
    """Return the judged indicators of a year that is only begun, with the weak ones of the year before as its start.

    These are the ones that no measure answered there, and those whose measures go on. `carried_from` is the year that
    calls them weak, `carried_kind` how, `carried_words` the report's words. Another year is returned as it is.
    """
    if not indicators["is_begun"].any():
        return indicators
    went_on = indicators[indicators["went_on"].astype(bool)]
    open_still = {*uncovered(before)["indicator_no"], *went_on["indicator_no"]}
    start = {row.indicator_no: row for row in rows_of(weak_rows(before)) if row.indicator_no in open_still}
    rows = [*map(start.get, indicators["indicator_no"])]
    told = [
        (None, None, None)
        if row is None
        else (_known(row.carried_from) or year_before, kind_of(row), _known(row.weakness_words) or row.carried_words)
        for row in rows
    ]
    carried = pd.DataFrame(told, columns=list(_CARRIED), index=indicators.index, dtype=object)
    return indicators.assign(**{name: carried[name] for name in _CARRIED}, is_weak=[row is not None for row in rows])


def kind_of(row: Any) -> str | None:  # noqa: ANN401 - a row of judged indicators
    """Return how an indicator is weak: by the report's word, by that of the year before, else by its score."""
    return _known(row.weakness_kind) or _known(row.carried_kind) or (row.status if row.is_weak else None)


def kind_words(row: Any) -> str:  # noqa: ANN401 - a row of judged indicators
    """Return how an indicator is weak in words, with the year that it is carried from."""
    if kind := _known(row.weakness_kind):
        return say(f"weakness.{kind}")
    return carried_words(row) or say(f"level.{row.status}")


def carried_words(row: Any) -> str:  # noqa: ANN401 - a row of judged indicators
    """Return how weak the year before calls an indicator, and which year that is; empty where nothing is carried."""
    kind = _known(row.carried_kind)
    return say("weak.carried", kind=say(f"weakness.{kind}"), year=row.carried_from) if kind else ""


def weak_words(row: Any) -> str:  # noqa: ANN401 - a row of judged indicators
    """Return whether an indicator is weak: yes, no, or yes as carried from a year."""
    if year := _known(row.carried_from):
        return say("weak.yes_carried", year=year)
    return say("export.yes" if row.is_weak else "export.no")


def carried_note(indicators: pd.DataFrame) -> Iterator[str]:
    """Yield that the weak indicators are those of a year before, and until when, if they are."""
    for year in carried_years(indicators):
        yield say("weak.carried_note", year=year)


def carried_years(indicators: pd.DataFrame) -> list[int]:
    """Return the years that weak indicators are carried from, none where the year itself says what is weak."""
    return sorted({int(year) for year in indicators["carried_from"].dropna()})


def weak_rows(indicators: pd.DataFrame) -> pd.DataFrame:
    """Return the weak ones of judged indicators."""
    return indicators[indicators["is_weak"]]


def is_none_weak(indicators: pd.DataFrame) -> bool:
    """Return whether all judged indicators have a score and none is weak; a missing score leaves it open."""
    return bool(len(indicators)) and not indicators["is_weak"].any() and bool((indicators["status"] != "no_data").all())


def uncovered(indicators: pd.DataFrame) -> pd.DataFrame:
    """Return the weak indicators that no measure answers."""
    weak = weak_rows(indicators)
    return weak[weak["measure_count"] == 0]


def has_report(indicators: pd.DataFrame) -> bool:
    """Return whether a report could name weak indicators; of a year whose indicators nobody knows that is left open."""
    return indicators.empty or bool(indicators["report_id"].notna().any())


def _known(value: Any) -> Any:  # noqa: ANN401 - a cell of an answer
    """Return a cell, None where it is empty in any way a table knows."""
    return None if pd.isna(value) else value
