"""Which indicators are weak: those that the agency's report names, and those whose score the rule calls weak."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pandas as pd

from ita_analysis.queries.asking import rows_of
from ita_analysis.scoring import Status, WeaknessRule, default_rule, lowest, status_of

WEAK: tuple[Status, ...] = ("urgent", "develop")


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
    """Return the indicators with `status` by the rule, `is_lowest` (of three), `is_weak` (by word or by score)."""
    scores = {int(row.indicator_no): None if pd.isna(row.score) else float(row.score) for row in rows_of(indicators)}
    low = lowest(scores)
    statuses = ["no_data" if rule is None else status_of(score, rule) for score in scores.values()]
    named = indicators["weakness_kind"].notna()
    return indicators.assign(
        status=statuses,
        is_lowest=[no in low for no in scores],
        is_weak=named | pd.Series([status in WEAK for status in statuses], index=indicators.index, dtype=bool),
    )


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
