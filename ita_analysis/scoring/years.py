"""The fiscal years of one score in a row: which of them may be joined, and how each differs from the one before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from ita_analysis.framework.changes import Change, changes_between
from ita_analysis.scoring.exact import Number, exact, rounded
from ita_analysis.scoring.movement import Movement, movement

Join = Literal["solid", "dashed", "none"]
MOST_YEARS = 8  # columns of a chart that a phone has room for


@dataclass(frozen=True)
class Year:
    """A fiscal year: its score, the last year before it that has one, and what differs between the two.

    `changed` are the changes of the framework since `before`; `join` says whether a line leads here from the fiscal
    year just before: dashed where only items differ, none where a score is missing or the rules differ.
    """

    fiscal_year_be: int
    score: Decimal | None = None
    before: int | None = None
    difference: Decimal | None = None
    movement: Movement = "unknown"
    changed: tuple[Change, ...] = ()
    join: Join = "none"

    @property
    def is_broken(self) -> bool:
        """Return whether the rules differ from those of the score before in a way that breaks the line."""
        return any(each.breaks_line for each in self.changed)


def years(scores: Mapping[int, Number | None], last: int, first: int | None = None) -> tuple[Year, ...]:
    """Return the fiscal years up to `last`, from `first` or the first score on, at most MOST_YEARS of them.

    `scores` are 0-100 by fiscal year; a year without one is there all the same. Nothing where there is no first year.
    A score outside 0-100 is an ItaError.
    """
    fractions = {year: exact(score, year) for year, score in scores.items() if year <= last}
    known = {year: rounded(score) for year, score in fractions.items() if score is not None}
    start = min([*known, *([first] if first is not None and first <= last else [])], default=None)
    if start is None:
        return ()
    return tuple(_year(year, known) for year in range(max(start, last - MOST_YEARS + 1), last + 1))


def _year(year: int, known: Mapping[int, Decimal]) -> Year:
    score, before = known.get(year), max((each for each in known if each < year), default=None)
    if score is None or before is None:
        return Year(year, score, before)
    changed = changes_between(before, year)
    moved = movement(known[before], score, changed)
    joined: Join = "none" if before != year - 1 or any(each.breaks_line for each in changed) else "solid"
    return Year(
        year,
        score,
        before,
        score - known[before],
        moved,
        changed,
        "dashed" if changed and joined == "solid" else joined,
    )
