"""The band of a result: the first in order whose conditions all hold, compared at two decimals."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from ita_analysis.errors import FrameworkError
from ita_analysis.framework import Band, Framework
from ita_analysis.scoring.exact import Exact, Number, exact, exact_instruments, printed, rounded


def grade(total: Number | None, instrument_scores: Mapping[str, Number | None], framework: Framework) -> Band | None:
    """Return the band of a total and instrument scores by code (IIT, EIT or EIT-1 and EIT-2, OIT), 0-100.

    None where the total is missing, or where missing instrument scores leave more than one band possible (see
    `possible_grades`). Raises FrameworkError where the year's bands are unknown.
    """
    possible = possible_grades(total, instrument_scores, framework)
    return possible[0] if total is not None and len(possible) == 1 else None


def possible_grades(
    total: Number | None, instrument_scores: Mapping[str, Number | None], framework: Framework
) -> tuple[Band, ...]:
    """Return every band that what is known allows, best first; all of them where the total is missing.

    Where an instrument has parts and only its own score is known, a floor above that score is missed for sure
    (one part lies below it); a floor that it reaches stays standing, because a part may yet lie below.
    """
    if not framework.bands:
        raise FrameworkError("framework_bands_unknown", year=framework.fiscal_year_be)
    known, scores = printed(exact(total, "ITA")), exact_instruments(instrument_scores, framework)
    possible: list[Band] = []
    for band in framework.bands:
        holds = _holds(band, known, scores, framework)
        if holds is not False:
            possible.append(band)
        if holds:
            break
    return tuple(possible)


def _holds(band: Band, total: Decimal | None, scores: Mapping[str, Exact], framework: Framework) -> bool | None:
    if total is None or total < band.min_total:
        return None if total is None else False
    if band.min_instrument is None:
        return True
    reached = [_reaches(tool, band.min_instrument, scores, framework) for tool in framework.parts]
    return False if False in reached else None if None in reached else True


def _reaches(tool: str, floor: Decimal, scores: Mapping[str, Exact], framework: Framework) -> bool | None:
    parts = [scores.get(part.code) for part in framework.parts[tool]]
    known = [rounded(score) for score in (*parts, scores.get(tool)) if score is not None]
    if any(score < floor for score in known):
        return False
    return None if None in parts else True
