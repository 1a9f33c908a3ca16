"""The floors of a band: what every instrument, and every part of one, has to reach from FY2566 on."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from ita_analysis.framework import Band
from ita_analysis.scoring.exact import Exact, rounded
from ita_analysis.scoring.standing import Standing

FloorState = Literal["held", "missed", "unknown"]


@dataclass(frozen=True)
class Floor:
    """One instrument or part against a band's floor: its score (0-100, two decimals), and by how much it is missed.

    An instrument whose parts are unknown is missed for sure where its own score is (one part lies below it), and
    unknown where it is not: a part may yet lie below.
    """

    code: str
    score: Decimal | None
    floor: Decimal
    state: FloorState

    @property
    def missing(self) -> Decimal:
        """Return the points of 100 that the score lacks; 0 where it holds or is unknown."""
        return Decimal(0) if self.score is None else max(self.floor - self.score, Decimal(0))


def floors(band: Band, at: Standing) -> tuple[Floor, ...]:
    """Return the conditions of a band on each instrument and part, in the year's order; none where it has none."""
    if band.min_instrument is None:
        return ()
    found: list[Floor] = []
    for tool, rows in at.framework.parts.items():
        whole = at.instruments[tool]
        if len(rows) == 1 and rows[0].part is None:
            found.append(_floor(tool, whole, band.min_instrument))
        elif all(at.parts[row.code] is None for row in rows) and whole is not None:
            found.append(_of_unknown_parts(tool, whole, band.min_instrument))
        else:
            found += [_floor(row.code, at.parts[row.code], band.min_instrument) for row in rows]
    return tuple(found)


def _floor(code: str, score: Exact, floor: Decimal) -> Floor:
    if score is None:
        return Floor(code, None, floor, "unknown")
    known = rounded(score)
    return Floor(code, known, floor, "held" if known >= floor else "missed")


def _of_unknown_parts(code: str, whole: Fraction, floor: Decimal) -> Floor:
    known = rounded(whole)
    return Floor(code, known, floor, "missed" if known < floor else "unknown")
