"""Whether a score moved from one fiscal year to another: only beyond a least change, only under the same rules."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from ita_analysis.framework.changes import Change
from ita_analysis.scoring.exact import Number, exact, printed

Movement = Literal["up", "down", "little", "incomparable", "unknown"]

# A choice of this project, not of the assessment: a smaller difference is no news. In points of 100.
LEAST_CHANGE = Decimal("2.00")


def movement(before: Number | None, after: Number | None, changed: Sequence[Change]) -> Movement:
    """Return how a score of 0-100 moved, compared at two decimals.

    `changed` is what differs between the two years' frameworks: anything at all makes them incomparable. `unknown`
    where a score is missing; less than LEAST_CHANGE is `little`. A score outside 0-100 is an ItaError.
    """
    first, last = printed(exact(before, "ITA")), printed(exact(after, "ITA"))
    if first is None or last is None:
        return "unknown"
    if changed:
        return "incomparable"
    if abs(last - first) < LEAST_CHANGE:
        return "little"
    return "up" if last > first else "down"
