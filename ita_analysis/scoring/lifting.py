"""What surveys would have to give once all documents are full: no promise, a measure of the distance."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil

from ita_analysis.scoring.exact import rounded
from ita_analysis.scoring.floors import Floor
from ita_analysis.scoring.standing import DOCUMENTS, Standing
from ita_analysis.scoring.totals import exact_worth
from ita_analysis.scoring.way import HALF_A_CENT, Way, full_gain

_CENTS = 100


@dataclass(frozen=True)
class Lift:
    """How much one survey item, or an indicator where its items are unknown, would have to rise, all else unchanged.

    `more`: points of 100, two decimals, rounded up so that they are enough; `is_enough`: the score has so much room,
    and no other instrument lies below its floor, so that it could reach the band alone. `most`: the points of the
    total that it gives at 100, two decimals.
    """

    code: str
    indicator_no: int
    score: Decimal
    more: Decimal
    is_enough: bool
    most: Decimal

    @property
    def after(self) -> Decimal:
        """Return the score that is needed."""
        return self.score + self.more


@dataclass(frozen=True)
class _Surveyed:
    """A survey item, or indicator: its score and what 100 of it is worth in the total."""

    code: str
    indicator_no: int
    tool: str
    score: Fraction
    worth: Fraction


def lifts(way: Way, at: Standing) -> tuple[Lift, ...]:
    """Return what each survey item would have to rise by to reach a band after all documents.

    First those that are enough, the smallest rise first; then by what they give at most. Empty where documents reach
    the band, or where the rest is not known. Floors of parts cannot be laid on single items: how items divide into
    the parts is unknown, so where such a floor is missed or unknown no item is enough.
    """
    short = _short(way, at)
    if short is None:
        return ()
    found = [_lift(each, short, way, at) for each in _surveyed(at) if each.score < 100]
    return tuple(sorted(found, key=lambda each: (not each.is_enough, each.more if each.is_enough else -each.most)))


def mean_rise(way: Way, at: Standing) -> Decimal | None:
    """Return by how many points of 100 all surveys together would have to rise for the total, after all documents.

    Rounded up to two decimals; 0 where the total needs nothing of them, None where it is not known.
    """
    short = _short(way, at)
    weight = sum((Fraction(each) for code, each in at.framework.weights.items() if code != DOCUMENTS), Fraction(0))
    return None if short is None else rounded(_up(short * 100 / weight))


def _short(way: Way, at: Standing) -> Fraction | None:
    full = full_gain(at)
    if way.reach != "surveys" or at.total is None or full is None:
        return None
    return max(Fraction(way.band.min_total) - HALF_A_CENT - at.total - full, Fraction(0))


def _surveyed(at: Standing) -> Iterator[_Surveyed]:
    """Yield each survey item; the indicator where an item's score is missing."""
    rules = at.framework
    for row in (each for each in rules.indicators if each.instrument != DOCUMENTS):
        codes, own = [item.code for item in rules.items_of(row.no)], at.indicators[row.no]
        if codes and all(code in at.items for code in codes):
            for code in codes:
                yield _Surveyed(code, row.no, row.instrument, at.items[code], exact_worth(code, rules))
        elif own is not None:
            worth = Fraction(rules.weights[row.instrument]) / len(rules.indicators_of(row.instrument))
            yield _Surveyed(str(row.no), row.no, row.instrument, own, worth)


def _lift(one: _Surveyed, short: Fraction, way: Way, at: Standing) -> Lift:
    not_held = [each for each in way.floors if each.code != DOCUMENTS and each.state != "held"]
    own = [each for each in not_held if each.code == one.tool and at.framework.parts[one.tool][0].part is None]
    weight = Fraction(at.framework.weights[one.tool])
    more = _up(max([short * 100 / one.worth, *(_lacking(each, at) * weight / one.worth for each in own)]))
    is_enough = 0 < more <= 100 - one.score and own == not_held
    most = rounded(one.worth * (100 - one.score) / 100)
    return Lift(one.code, one.indicator_no, rounded(one.score), rounded(more), is_enough, most)


def _lacking(condition: Floor, at: Standing) -> Fraction:
    own = at.instruments[condition.code]
    return Fraction(0) if own is None else Fraction(condition.floor) - HALF_A_CENT - own


def _up(points: Fraction) -> Fraction:
    return Fraction(ceil(points * _CENTS), _CENTS)
