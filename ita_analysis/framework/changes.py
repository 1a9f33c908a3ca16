"""What differs between the frameworks of two fiscal years, and whether their scores may stand in one line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Literal

from ita_analysis import paths
from ita_analysis.framework.loading import fiscal_years, load
from ita_analysis.framework.model import Framework

ChangeKind = Literal["model", "unknown", "bands", "parts", "weights", "items"]
# Items come and go within one way of assessing; all else is another way.
_JOINED: tuple[ChangeKind, ...] = ("items",)


@dataclass(frozen=True)
class Change:
    """One difference between two fiscal years; of items also of which instrument, and how many there were and are."""

    kind: ChangeKind
    instrument: str = ""
    before: int | None = None
    after: int | None = None

    @property
    def breaks_line(self) -> bool:
        """Return whether scores on both sides of the change must not be joined."""
        return self.kind not in _JOINED


def changes(before: Framework, after: Framework) -> tuple[Change, ...]:
    """Return what differs between two years' rules, what breaks a line first; nothing where they are the same.

    Compared are bands (cut-offs and floors), instruments with their parts, weights, and the count of items of each
    instrument. Rules that are unknown in one year are a change `unknown`: nobody can say that they are the same.
    """
    return (*_breaking(before, after), *_items(before, after))


def changes_between(before_be: int, after_be: int, folder: Path = paths.REFERENCE) -> tuple[Change, ...]:
    """Return what differs between two fiscal years; a year of the old model, or of none, is a change `model`.

    Raises FrameworkError where the tables of a year contradict themselves.
    """
    known = fiscal_years(folder)
    if before_be == after_be:
        return ()
    if before_be < known[0] or after_be < known[0]:
        return (Change("model"),)
    if before_be not in known or after_be not in known:
        return (Change("unknown"),)
    return changes(load(before_be, folder), load(after_be, folder))


def _breaking(before: Framework, after: Framework) -> Iterator[Change]:
    if not all(each.bands and each.weights_known for each in (before, after)):
        yield Change("unknown")
        return
    if _bands(before) != _bands(after):
        yield Change("bands")
    if set(_weights(before)) != set(_weights(after)):
        yield Change("parts")
    elif _weights(before) != _weights(after):
        yield Change("weights")


def _bands(framework: Framework) -> list[tuple[str, Decimal, Decimal | None]]:
    return [(each.grade, each.min_total, each.min_instrument) for each in framework.bands]


def _weights(framework: Framework) -> dict[str, Decimal | None]:
    return {each.code: each.weight for each in framework.instruments}


def _items(before: Framework, after: Framework) -> Iterator[Change]:
    for instrument in before.parts:
        counts = _count(before, instrument), _count(after, instrument)
        if instrument in after.parts and counts[0] != counts[1]:
            yield Change("items", instrument, *counts)


def _count(framework: Framework, instrument: str) -> int | None:
    """Return how many items an instrument has; None where the year does not say."""
    counts = [each.item_count for each in framework.indicators_of(instrument) if each.item_count is not None]
    return sum(counts) if len(counts) == len(framework.indicators_of(instrument)) else None
