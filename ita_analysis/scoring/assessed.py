"""The indicators of the year before as they were assessed, and which of them are weak by word or by score."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ita_analysis.records import Weakness
from ita_analysis.scoring.weakness import Status


@dataclass(frozen=True)
class Assessed:
    """An indicator of the year before: its score of 0-100 where there is one, and what the rule makes of it."""

    no: int
    name: str
    instrument: str
    score: Decimal | None
    status: Status


def all_weak(named: Sequence[Weakness], assessed: Sequence[Assessed]) -> tuple[Weakness, ...]:
    """Return the weak indicators that a report names and those that only a score shows, the urgent ones first.

    A score that the report does not state is that of the results.
    """
    found = (*_with_scores(named, assessed), *_by_score({each.indicator_no for each in named}, assessed))
    return tuple(sorted(found, key=lambda each: each.kind != "urgent"))


def _with_scores(named: Sequence[Weakness], assessed: Sequence[Assessed]) -> Iterator[Weakness]:
    scores = {each.no: each.score for each in assessed}
    for weak in named:
        known = scores.get(weak.indicator_no)
        yield replace(weak, score=float(known)) if weak.score is None and known is not None else weak


def _by_score(named: set[int], assessed: Sequence[Assessed]) -> Iterator[Weakness]:
    for each in assessed:
        if each.no not in named and each.score is not None and each.status in ("urgent", "develop"):
            yield Weakness(each.no, each.name, each.status, score=float(each.score))
