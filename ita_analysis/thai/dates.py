"""Thai dates and spans of months as documents write them, and as the screen writes them."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ita_analysis.errors import UnclearYear
from ita_analysis.thai.fiscal_year import BE, Span, fiscal_year_span, parse_year
from ita_analysis.thai.text import clean, flat, to_arabic

MONTHS = [
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
]
SHORT_MONTHS = ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."]

_MONTH = "|".join(
    [*MONTHS, *(re.sub(r"\\\.", r"\\s*\\.?\\s*", re.escape(short[:-1])) + r"\.?" for short in SHORT_MONTHS)]
)
_ERA = r"(?:พ\s*\.?\s*ศ\s*\.?|ค\s*\.?\s*ศ\s*\.?|พุทธศักราช|คริสต์ศักราช)"
_YEAR = rf"(?P<year>(?:ปี\s*)?{_ERA}?\s*\d{{2,4}})(?!\d)"
_DAY_IN_WORDS = re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})\s*(?:เดือน)?\s*(?P<month>{_MONTH})\s*(?:ปี)?\s*{_YEAR}")
_DAY_IN_NUMBERS = re.compile(
    r"(?<![\d/.-])(?P<day>\d{1,2})(?P<sep>[/.-])(?P<month>\d{1,2})(?P=sep)(?P<year>\d{4}|\d{2})(?![\d/])"
)
_MOMENT = re.compile(rf"(?:(?<!\d)(?P<day>\d{{1,2}})\s*)?(?:เดือน)?\s*(?P<month>{_MONTH})\s*(?:ปี)?\s*(?:{_YEAR})?")
_DAYS_OF_ONE_MONTH = re.compile(
    rf"(?<!\d)(?P<first>\d{{1,2}})\s*(?:ถึง|-|–)\s*(?:วันที่)?\s*(?P<last>\d{{1,2}}\s*(?:เดือน)?\s*(?P<month>{_MONTH})\s*{_YEAR})"
)
_TO = re.compile(r"\s*(?:ถึง|จนถึง|-|–|—|~)\s*")
_WHOLE_YEAR = re.compile(r"ปีงบประมาณ\s*(?P<year>(?:พ\s*\.?\s*ศ\s*\.?)?\s*\d{2,4})")


@dataclass(frozen=True)
class StatedDate:
    """A date that a text states, with the words that state it."""

    on: date
    words: str


def dates_in(text: str) -> tuple[StatedDate, ...]:
    """Return the full dates (day, month, year) a text states, in the order they stand, each once."""
    words = flat(text)
    found = sorted((match.start(), match.end(), on) for match, on in _dated(to_arabic(words)))
    return tuple(dict.fromkeys(StatedDate(on, words[start:end]) for start, end, on in found))


def span_in(text: str) -> Span | None:
    """Return the span of time a text states (days, months or a whole fiscal year), or None.

    A first month without a year takes the year of the last one, a year earlier where it comes later in the year.
    """
    words = _DAYS_OF_ONE_MONTH.sub(r"\g<first> \g<month> \g<year> - \g<last>", to_arabic(flat(text)))
    moments = list(_MOMENT.finditer(words))
    if not moments:
        return _whole_year(words)
    first, last = moments[0], moments[1] if _joined(words, moments) else moments[0]
    end = _end(last)
    start = _start(first, end)
    return Span(start, end) if start and end and start <= end else None


def day_in(text: str) -> date | None:
    """Return the one day that a typed text says and nothing else, or None: 7 ม.ค. 2564, ๗/๑/๖๔, 7 มกราคม 64.

    A year of two digits is of the Buddhist era, as everybody writes it.
    """
    words = re.sub(r"^วันที่\s*", "", to_arabic(flat(text)))
    words = re.sub(r"^(\d{1,2}[/.-]\d{1,2}[/.-])(\d\d)$", r"\g<1>25\g<2>", words)
    said = dates_in(words)
    return said[0].on if len(said) == 1 and said[0].words == words else None


def long_date(day: date) -> str:
    """Return a date in Thai words, e.g. 7 มกราคม 2563."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year + BE}"


def short_date(day: date) -> str:
    """Return a date in short Thai words, e.g. 7 ม.ค. 2563."""
    return f"{day.day} {SHORT_MONTHS[day.month - 1]} {day.year + BE}"


def short_month(day: date) -> str:
    """Return month and two-digit year, e.g. ต.ค. 63, for the axis of a time line."""
    return f"{SHORT_MONTHS[day.month - 1]} {(day.year + BE) % 100}"


def _dated(words: str) -> Iterator[tuple[re.Match[str], date]]:
    for match in _DAY_IN_WORDS.finditer(words):
        if on := _date(match["year"], _month_number(match["month"]), int(match["day"])):
            yield match, on
    for match in _DAY_IN_NUMBERS.finditer(words):
        if len(match["year"]) == 4 and (on := _date(match["year"], int(match["month"]), int(match["day"]))):
            yield match, on


def _month_number(name: str) -> int:
    bare = re.sub(r"[\s.]", "", name)
    names = [*MONTHS, *(re.sub(r"\.", "", short) for short in SHORT_MONTHS)]
    return names.index(bare) % 12 + 1


def _year_be(words: str) -> int:
    # Beside the name of a Thai month a two-digit year is read as พ.ศ., as every reader of the page does.
    digits = re.sub(r"\D", "", words)
    is_common_era = words.lstrip("ปี ").startswith("ค")
    return parse_year(f"พ.ศ. {digits}" if len(digits) == 2 and not is_common_era else words)


def _date(year: str, month: int, day: int) -> date | None:
    try:
        return date(_year_be(year) - BE, month, day)
    except (ValueError, UnclearYear):
        return None


def _joined(words: str, moments: list[re.Match[str]]) -> bool:
    return len(moments) > 1 and bool(_TO.search(words[moments[0].end() - 1 : moments[1].start() + 1]))


def _end(moment: re.Match[str]) -> date | None:
    if not moment["year"]:
        return None
    month = _month_number(moment["month"])
    first = _date(moment["year"], month, 1)
    if first is None:
        return None
    return _date(moment["year"], month, int(moment["day"] or monthrange(first.year, month)[1]))


def _start(moment: re.Match[str], end: date | None) -> date | None:
    if end is None:
        return None
    month, day = _month_number(moment["month"]), int(moment["day"] or 1)
    if moment["year"]:
        return _date(moment["year"], month, day)
    year = end.year - 1 if month > end.month else end.year
    return _date(str(year + BE), month, day)


def _whole_year(words: str) -> Span | None:
    match = _WHOLE_YEAR.search(clean(words))
    try:
        return fiscal_year_span(_year_be(match["year"])) if match else None
    except UnclearYear:
        return None
