"""The levels above the items of many agencies at once, where every item is known: exact, in whole numbers.

The same numbers as `completed` gives one agency, at a hundredth of its cost: a nation has 8,300.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

import numpy as np
import numpy.typing as npt

from ita_analysis.framework import Framework
from ita_analysis.scoring.totals import groups_of

Cents = npt.NDArray[np.int64]


@dataclass(frozen=True)
class _Means:
    """Exact scores in hundredths: numerators, and the one denominator they share."""

    numerators: Cents
    denominator: int

    @property
    def printed(self) -> Cents:
        """Return the scores rounded to whole hundredths, half up."""
        return (2 * self.numerators + self.denominator) // (2 * self.denominator)


def levels_of_items(cents: Cents, framework: Framework) -> dict[tuple[str, str], Cents]:
    """Return the scores of indicators, instruments and the total by level and code, each rounded once.

    `cents`: a row per agency, a column per item in the order of the framework, hundredths of 0-10,000. Raises
    FrameworkError where the year's weights or its way of averaging are unknown.
    """
    weights, position = framework.weights, {item.code: number for number, item in enumerate(framework.items)}
    indicators = {each.no: _indicator(cents, groups_of(each, framework), position) for each in framework.indicators}
    instruments = {
        code: _sum([(indicators[each.no], Fraction(1, len(own))) for each in own])
        for code in weights
        if (own := framework.indicators_of(code))
    }
    total = _sum([(instruments[code], Fraction(weight) / 100) for code, weight in weights.items()])
    return {
        **{("indicator", str(no)): means.printed for no, means in indicators.items()},
        **{("instrument", code): means.printed for code, means in instruments.items()},
        ("total", "total"): total.printed,
    }


def _indicator(cents: Cents, groups: Mapping[str, Sequence[str]], position: Mapping[str, int]) -> _Means:
    sums = [_Means(cents[:, [position[code] for code in codes]].sum(axis=1), len(codes)) for codes in groups.values()]
    return _sum([(each, Fraction(1, len(sums))) for each in sums])


def _sum(parts: Sequence[tuple[_Means, Fraction]]) -> _Means:
    """Return the sum of scores, each times a share."""
    denominators = [means.denominator * share.denominator for means, share in parts]
    shared = lcm(*denominators)
    terms = [
        means.numerators * (share.numerator * (shared // denominator))
        for (means, share), denominator in zip(parts, denominators, strict=True)
    ]
    return _Means(np.sum(terms, axis=0), shared)
