"""The score rule, from items, indicators or instruments up to the total.

Missing in, missing out: a level with a missing part is None, never 0 and never a mean of what happens to be there.
Scores are 0-100; each result is rounded once, to the two decimals that the published tables print.
Source: the arithmetic of published rows of FY2563 and FY2564, see docs/framework.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache

from ita_analysis.errors import FrameworkError
from ita_analysis.framework import Framework, Indicator
from ita_analysis.scoring.exact import (
    Exact,
    Number,
    decimal,
    exact,
    exact_indicators,
    exact_instruments,
    mean,
    over,
    printed,
    sum_of,
    times,
)


@dataclass(frozen=True)
class Scores:
    """The scores of every level, 0-100 at two decimals, None where a part is missing."""

    sub_indicators: Mapping[str, Decimal | None]
    indicators: Mapping[int, Decimal | None]
    instruments: Mapping[str, Decimal | None]
    total: Decimal | None


def score_of_items(item_scores: Mapping[str, Number | None], framework: Framework) -> Scores:
    """Return the scores of every level from item scores by code; an item that is absent or None is missing.

    An indicator is the mean of its items (IIT, EIT) or of its sub-indicators' means (OIT: not pooled), a
    sub-indicator the mean of its items, an instrument the mean of its indicators. Raises FrameworkError for an
    unknown item or unknown weights.
    """
    items = {framework.item(code).code: exact(score, code) for code, score in item_scores.items()}
    groups = {each.no: _group_means(each, items, framework) for each in framework.indicators}
    indicators = item_means(items, framework)
    instruments = instrument_means(indicators, framework)
    return Scores(
        sub_indicators={code: printed(score) for each in groups.values() for code, score in each.items() if code},
        indicators={no: printed(score) for no, score in indicators.items()},
        instruments={code: printed(score) for code, score in instruments.items()},
        total=printed(weighted_total(instruments, framework)),
    )


def instruments_of_indicators(
    indicator_scores: Mapping[int, Number | None], framework: Framework
) -> dict[str, Decimal | None]:
    """Return each instrument's score, the mean of its indicators; None where one of them is missing."""
    means = instrument_means(exact_indicators(indicator_scores, framework), framework)
    return {code: printed(score) for code, score in means.items()}


def total_of_indicators(indicator_scores: Mapping[int, Number | None], framework: Framework) -> Decimal | None:
    """Return the total from indicator scores by number; None where one is missing.

    Raises FrameworkError where the year's weights are unknown.
    """
    means = instrument_means(exact_indicators(indicator_scores, framework), framework)
    return printed(weighted_total(means, framework))


def total_of_instruments(instrument_scores: Mapping[str, Number | None], framework: Framework) -> Decimal | None:
    """Return the total from instrument scores by code (IIT, EIT or EIT-1 and EIT-2, OIT).

    An instrument's own score goes before its parts, whose weights are less sure; with neither, or with one part
    only, the total is None. Raises FrameworkError where the weights are unknown.
    """
    scores = exact_instruments(instrument_scores, framework)
    whole = {code: joined(code, scores, framework) for code in framework.weights}
    return printed(weighted_total(whole, framework))


def worth_of_item(code: str, framework: Framework) -> Decimal:
    """Return the points of the total between 0 and 100 of an item, unrounded: O43 of FY2564 is worth 5.

    Raises FrameworkError for an unknown item, unknown weights or an unknown way of averaging.
    """
    indicator = framework.indicator(framework.item(code).indicator_no)
    groups = groups_of(indicator, framework).values()
    beside = next(len(codes) for codes in groups if code in codes)
    divisor = beside * len(groups) * len(framework.indicators_of(indicator.instrument))
    return decimal(Fraction(framework.weights[indicator.instrument]) / divisor)


def item_means(items: Mapping[str, Exact], framework: Framework) -> dict[int, Exact]:
    """Return the exact score of each indicator from exact item scores."""
    return {each.no: mean(_group_means(each, items, framework).values()) for each in framework.indicators}


def instrument_means(indicators: Mapping[int, Exact], framework: Framework) -> dict[str, Exact]:
    """Return the exact mean of each instrument's indicators."""
    nos = {code: [each.no for each in framework.indicators_of(code)] for code in framework.parts}
    return {code: mean(indicators.get(no) for no in nos[code]) for code in nos}


def joined(tool: str, scores: Mapping[str, Exact], framework: Framework) -> Exact:
    """Return an instrument's own exact score, else the weighted mean of its parts."""
    if (own := scores.get(tool)) is not None:
        return own
    weighted = (times(scores.get(part.code), part.weight) for part in framework.parts[tool])
    return over(sum_of(weighted), framework.weights[tool])


def weighted_total(instruments: Mapping[str, Exact], framework: Framework) -> Exact:
    """Return the exact total of instrument scores; None where one is missing."""
    return over(sum_of(times(instruments[code], weight) for code, weight in framework.weights.items()), 100)


@cache
def groups_of(indicator: Indicator, framework: Framework) -> dict[str, list[str]]:
    """Return the codes of an indicator's items by what is averaged first: its sub-indicators, or all under no name.

    Raises FrameworkError where the year's way of averaging is unknown.
    """
    # One nameless group where an indicator is the mean of its items: the mean of one mean is that mean.
    rule = framework.parts[indicator.instrument][0]
    if rule.mean_of is None:
        place = {"file": rule.file, "row": rule.row, "year": framework.fiscal_year_be}
        raise FrameworkError("framework_mean_unknown", code=rule.instrument, **place)
    groups: dict[str, list[str]] = {}
    for item in framework.items_of(indicator.no):
        name = item.sub_indicator if rule.mean_of == "sub_indicators" else None
        groups.setdefault(name or "", []).append(item.code)
    return groups


def _group_means(indicator: Indicator, items: Mapping[str, Exact], framework: Framework) -> dict[str, Exact]:
    groups = groups_of(indicator, framework)
    return {name: mean(items.get(code) for code in codes) for name, codes in groups.items()}
