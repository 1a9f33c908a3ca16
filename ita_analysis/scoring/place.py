"""The place of a score among others: the share of them that lies below it, never a rank."""

from __future__ import annotations

from fractions import Fraction

# A choice of this project: a spread of fewer others would show single agencies.
LEAST_OTHERS = 5

# A choice of this project: a place in the group that differs by less is called near. In per cent of the others.
LEAST_SHIFT = 5


def place(lower: int, equal: int, others: int) -> Fraction | None:
    """Return the share (0-1) of the others that lie below, those with the same score counted half.

    None where there are fewer than LEAST_OTHERS others.
    """
    return None if others < LEAST_OTHERS else (Fraction(lower) + Fraction(equal, 2)) / others


def percent(share: Fraction) -> int:
    """Return a share as whole per cent, half up; 0 and 100 only where it is none or all."""
    nearest = int(share * 100 + Fraction(1, 2))
    return nearest if share in {0, 1} else min(max(nearest, 1), 99)
