"""Fiscal years of the Buddhist era and their rounds.

Fiscal year N runs from 1 October N-1 to 30 September N; a round of m months ends m months after 1 October.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from ita_analysis.errors import UnclearYear
from ita_analysis.thai.text import flat, to_arabic

BE = 543
ROUNDS = (3, 6, 9, 12)
_FIRST_BE, _LAST_BE = 2500, 2643
_ERA = re.compile(r"พ\s*\.?\s*ศ\s*\.?|พุทธศักราช")
_COMMON_ERA = re.compile(r"ค\s*\.?\s*ศ\s*\.?|คริสต์ศักราช")


@dataclass(frozen=True)
class Span:
    """A span of days, both ends included."""

    start: date
    end: date

    def __contains__(self, day: object) -> bool:
        """Return whether the day lies within the span."""
        return isinstance(day, date) and self.start <= day <= self.end

    def covers(self, other: Span) -> bool:
        """Return whether the other span lies within this one."""
        return self.start <= other.start and other.end <= self.end


def fiscal_year_span(fiscal_year_be: int) -> Span:
    """Return the days of a fiscal year."""
    year = fiscal_year_be - BE
    return Span(date(year - 1, 10, 1), date(year, 9, 30))


def round_span(fiscal_year_be: int, months: int) -> Span:
    """Return the days that a round of `months` (1 to 12, counted from 1 October) reports on."""
    start = fiscal_year_span(fiscal_year_be).start
    after = 9 + months
    end = date(start.year + after // 12, after % 12 + 1, 1) - timedelta(days=1)
    return Span(start, end)


def parse_year(text: str) -> int:
    """Return a year as written, in the Buddhist era: ๒๕๖๔, 2021, พ.ศ. ๖๔ are all 2564.

    Raises UnclearYear where the era cannot be told: a bare 64, a พ.ศ. 2021, a number that is no year.
    """
    words = to_arabic(flat(text))
    numbers = re.findall(r"\d+", words)
    if len(numbers) != 1:
        raise UnclearYear("year_unreadable", text=flat(text))
    return _with_era(int(numbers[0]), numbers[0], words)


def _with_era(number: int, digits: str, words: str) -> int:
    said_be, said_ce = bool(_ERA.search(words)), bool(_COMMON_ERA.search(words))
    if len(digits) == 4 and _FIRST_BE <= number <= _LAST_BE and not said_ce:
        return number
    if len(digits) == 4 and _FIRST_BE - BE <= number <= _LAST_BE - BE and not said_be:
        return number + BE
    if len(digits) == 2 and said_be:
        return _FIRST_BE + number
    raise UnclearYear("year_ambiguous" if len(digits) == 2 else "year_unreadable", text=flat(words))
