"""Last year's scores beside those of the year before, where the two years' rules let them be compared."""

from __future__ import annotations

from math import isnan

import pandas as pd

from ita_analysis.framework.changes import changes_between
from ita_analysis.queries.asking import rows_of
from ita_analysis.scoring import rounded
from ita_analysis.sentences.trend import reasons
from ita_analysis.texts import say


def with_before(indicators: pd.DataFrame, before: pd.DataFrame, prior: int) -> pd.DataFrame:
    """Return indicators with `before`, the score of the year before `prior`, and `change`; NaN where not comparable.

    `before`: indicator_no, score. A change is that of the printed scores, two decimals; `change_words` has its sign.
    """
    are_comparable = why_apart(prior) == ""
    stored = {int(row.indicator_no): float(row.score) for row in rows_of(before)} if are_comparable else {}
    found = [stored.get(int(no), float("nan")) for no in indicators["indicator_no"]]
    changes = [_change(score, old) for score, old in zip(indicators["score"], found, strict=True)]
    return indicators.assign(before=found, change=changes, change_words=[*map(signed, changes)])


def why_apart(prior: int) -> str:
    """Return why scores of a year and the one before it are not compared; nothing where they are."""
    breaking = [change for change in changes_between(prior - 1, prior) if change.breaks_line]
    return say("weaknesses.apart", before=prior - 1, reasons=reasons(breaking)) if breaking else ""


def signed(change: float) -> str:
    """Return a change with its sign: +12.50, −3.30, 0.00; nothing where it is unknown."""
    if isnan(change):
        return ""
    sign = "+" if change > 0 else "−" if change < 0 else ""
    return f"{sign}{abs(change):.2f}"


def _change(score: float, before: float) -> float:
    if isnan(score) or isnan(before):
        return float("nan")
    return float(rounded(score) - rounded(before))
