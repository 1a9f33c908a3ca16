"""The way to the next grade: which OIT documents reach a band with survey scores unchanged, at least effort. Exact.

An item not yet at 100 gives back worth × (100 − score) / 100 points of the total, whatever the other items are:
the total is linear in its items. So a set of documents gives S, the sum of its gains, and a band asks two things of
S: total + S reaches its minimum, and OIT + S × 100 / weight of OIT reaches its floor. Both hold from some S on (they
are monotone in the same S), so together they say S ≥ need, the larger of the two. (Floors of the surveys do not move:
they hold for every set or for none.)

Greedy by gain is minimal: among all sets of k documents, the k largest gains have the largest S. Where they miss
`need`, every set of k misses it; so the least k whose k largest gains reach `need` is the fewest there is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from ita_analysis.framework import Band
from ita_analysis.scoring.exact import Exact
from ita_analysis.scoring.floors import Floor, floors
from ita_analysis.scoring.standing import DOCUMENTS, Standing
from ita_analysis.scoring.totals import exact_worth

# documents: a set of named ones reaches it. unnamed: all of OIT at 100 would, but which items are open is not known.
# surveys: not even all of OIT at 100 does. unknown: the total cannot be told, or all but a floor that cannot holds.
Reach = Literal["documents", "unnamed", "surveys", "unknown"]

HALF_A_CENT = Fraction(1, 200)  # bands compare at two decimals, half up: 84.995 is 85.00


@dataclass(frozen=True)
class Step:
    """An OIT item not yet at 100, and the points of the total it gives back; exact."""

    code: str
    score: Fraction
    gain: Fraction


@dataclass(frozen=True)
class Stair:
    """A step on the way of all documents: the total after it, None where unknown, and the bands then possible."""

    step: Step
    total: Exact
    possible: tuple[Band, ...]


@dataclass(frozen=True)
class Way:
    """How a band is reached: by which documents, or what remains when all documents are full.

    `steps`: the fewest documents, empty unless `reach` is documents; `stand_ins`: how many other documents could take
    the place of the last one. `rest`: points of the total that only surveys can give. `floors`: each condition on an
    instrument, none before FY2566; where one of a survey is unknown (`is_open`), documents reach the band if it holds.
    """

    band: Band
    reach: Reach
    steps: tuple[Step, ...]
    stand_ins: int
    rest: Exact
    floors: tuple[Floor, ...]

    @property
    def gain(self) -> Fraction:
        """Return the points that the documents give."""
        return sum((each.gain for each in self.steps), Fraction(0))

    @property
    def is_open(self) -> bool:
        """Return whether the floor of a survey cannot be told."""
        return any(each.state == "unknown" and each.code != DOCUMENTS for each in self.floors)


def steps(at: Standing) -> tuple[Step, ...]:
    """Return the OIT items not yet at 100, the largest gain first.

    Of equal gains those that ask for plan and report come first (the agency's own measures), then the order of the
    year's table.
    """
    rules = at.framework
    order = {item.code: number for number, item in enumerate(rules.items)}
    found = [
        Step(code, score, exact_worth(code, rules) * (100 - score) / 100)
        for code, score in at.items.items()
        if score < 100 and rules.indicator(rules.item(code).indicator_no).instrument == DOCUMENTS
    ]
    own = (rules.plan_item, rules.report_item)
    return tuple(sorted(found, key=lambda each: (-each.gain, each.code not in own, order[each.code])))


def indicator_steps(at: Standing) -> tuple[Step, ...]:
    """Return what each OIT indicator would give back at 100, by its number, in order; unknown ones are left out."""
    rows = at.framework.indicators_of(DOCUMENTS)
    known = {each.no: score for each in rows if (score := at.indicators[each.no]) is not None}
    return tuple(
        Step(str(no), score, (100 - score) * _weight(at) / 100 / len(rows))
        for no, score in known.items()
        if score < 100
    )


def floor_steps(band: Band, at: Standing) -> tuple[Step, ...] | None:
    """Return the fewest documents that lift OIT to a band's floor; None where named ones do not, or it is unknown."""
    own = at.instruments[DOCUMENTS]
    if band.min_instrument is None or own is None:
        return None
    return _fewest(steps(at), (Fraction(band.min_instrument) - HALF_A_CENT - own) * _weight(at) / 100)


def stairs(at: Standing, taken: Sequence[Step]) -> Iterator[Stair]:
    """Yield the total after each document in turn, surveys unchanged."""
    given = Fraction(0)
    for step in taken:
        given += step.gain
        yield Stair(step, None if at.total is None else at.total + given, at.bands_at(given))


def full_gain(at: Standing) -> Exact:
    """Return the points that OIT at 100 would give; None where its score is unknown."""
    own = at.instruments[DOCUMENTS]
    return None if own is None else (100 - own) * _weight(at) / 100


def ways(at: Standing) -> tuple[Way, ...]:
    """Return the way to each band above the one that is sure, the nearest first; none at the highest."""
    reached = at.possible[-1].order
    return tuple(_way(band, at) for band in reversed(at.framework.bands) if band.order < reached)


def _way(band: Band, at: Standing) -> Way:
    conditions = floors(band, at)
    full = full_gain(at)
    reach, taken = _reach(band, at, conditions, full)
    return Way(band, reach, taken, _stand_ins(taken, at, need(band, at)), _rest(band, at, full), conditions)


def _reach(band: Band, at: Standing, conditions: tuple[Floor, ...], full: Exact) -> tuple[Reach, tuple[Step, ...]]:
    wanted = need(band, at)
    if any(each.state == "missed" and each.code != DOCUMENTS for each in conditions) or _falls_short(band, at, full):
        return "surveys", ()
    if wanted is None or full is None or wanted <= 0:
        return "unknown", ()
    taken = _fewest(steps(at), wanted)
    return ("unnamed", ()) if taken is None else ("documents", taken)


def _rest(band: Band, at: Standing, full: Exact) -> Exact:
    if at.total is None or full is None:
        return None
    return Fraction(band.min_total) - at.total - full if _falls_short(band, at, full) else Fraction(0)


def _falls_short(band: Band, at: Standing, full: Exact) -> bool:
    if at.total is None or full is None:
        return False
    return at.total + full < Fraction(band.min_total) - HALF_A_CENT


def need(band: Band, at: Standing) -> Exact:
    """Return the points that documents have to give for a band's total and its floor of OIT; None where unknown."""
    if at.total is None:
        return None
    wanted = Fraction(band.min_total) - HALF_A_CENT - at.total
    if band.min_instrument is None:
        return wanted
    own = at.instruments[DOCUMENTS]
    if own is None:
        return None
    return max(wanted, (Fraction(band.min_instrument) - HALF_A_CENT - own) * _weight(at) / 100)


def _fewest(offered: Sequence[Step], wanted: Fraction) -> tuple[Step, ...] | None:
    given = Fraction(0)
    for count in range(len(offered) + 1):
        if given >= wanted:
            return tuple(offered[:count])
        given += offered[count].gain if count < len(offered) else 0
    return None


def _stand_ins(taken: tuple[Step, ...], at: Standing, wanted: Exact) -> int:
    if not taken or wanted is None:
        return 0
    before = sum((each.gain for each in taken[:-1]), Fraction(0))
    return sum(before + each.gain >= wanted for each in steps(at)[len(taken) :])


def _weight(at: Standing) -> Fraction:
    return Fraction(at.framework.weights[DOCUMENTS])
