"""One thing measured of ours and of the yardstick, in turns, in one run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median
from time import perf_counter


@dataclass
class Pair:
    """Samples of ours and of the yardstick, in one unit; `beside` names the yardstick where it is no bare page."""

    what: str
    unit: str = "ms"
    beside: str = ""
    ours: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)

    @property
    def ratio(self) -> float | None:
        """Return the median of ours ÷ the median of the yardstick, or None where either is missing or 0."""
        if not self.ours or not self.bare or not median(self.bare):
            return None
        return median(self.ours) / median(self.bare)


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long a piece of work takes."""
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def in_turns(pair: Pair, ours: Callable[[], object], bare: Callable[[], object], times: int) -> Pair:
    """Measure both, one after the other, changing who comes first; return the pair with its samples."""
    both = [(pair.ours, ours), (pair.bare, bare)]
    for turn in range(times):
        for samples, work in both if turn % 2 == 0 else reversed(both):
            samples.append(milliseconds(work))
    return pair
