"""Sentences of an official document: its own numbers and days in Thai digits, what people wrote as they wrote it."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from ita_analysis.store.worded import is_said
from ita_analysis.texts import say
from ita_analysis.thai.dates import MONTHS, long_date
from ita_analysis.thai.fiscal_year import BE, Span
from ita_analysis.thai.text import straight, to_thai
from ita_analysis.vocabulary import pattern

_LINE_END = re.compile("[\n\u2028\u2029]")
Value = str | int | Decimal | date


def told(key: str, /, **values: Value) -> str:
    """Return the sentence of a key; numbers and days among its values are written in Thai, texts stay as they are."""
    return say(key, **{name: in_thai(value) for name, value in values.items()})


def in_thai(value: Value) -> str:
    """Return a number or day in Thai digits; a text as it is."""
    if isinstance(value, str):
        return value
    return to_thai(long_date(value) if isinstance(value, date) else str(value))


def month_of(day: date) -> str:
    """Return month and year in words."""
    return f"{MONTHS[day.month - 1]} {in_thai(day.year + BE)}"


def span_in_words(span: Span) -> str:
    """Return a span of days: as months where it holds whole ones."""
    if span.start.day == 1 and _is_last_of_month(span.end):
        start, end = month_of(span.start), month_of(span.end)
        return say("document.period.month", start=start) if start == end else _between("months", start, end)
    if span.start == span.end:
        return told("document.period.day", start=span.start)
    return _between("days", in_thai(span.start), in_thai(span.end))


def paragraphs(text: str | None) -> tuple[str, ...]:
    """Return the lines of a text as the paragraphs of a cell; one that says there is no data where nothing is said."""
    return lines(text) or (say("document.no_data"),)


def lines(text: str | None) -> tuple[str, ...]:
    """Return the lines of a text that say something."""
    return tuple(line for line in _LINE_END.split(straight(text or "")) if is_said(line))


def unbroken(words: str) -> str:
    """Return words in which a number stays on the line of what it counts or dates."""
    return pattern("screen", "with_number").sub(lambda match: match[0].replace(" ", "\u00a0"), words)


def _between(kind: str, start: str, end: str) -> str:
    return say(f"document.period.{kind}", start=start, end=end)


def _is_last_of_month(day: date) -> bool:
    return date.fromordinal(day.toordinal() + 1).day == 1
