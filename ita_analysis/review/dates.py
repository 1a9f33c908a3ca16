"""Rules about days and years: those outside what is reported on, and those of another era."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_analysis.records import Finding, Progress, Report
from ita_analysis.review.rows import months_of, of_row, place_holding, texts_of
from ita_analysis.thai.dates import short_date
from ita_analysis.thai.fiscal_year import BE, Span, fiscal_year_span, round_span
from ita_analysis.thai.text import flat, to_arabic, to_thai
from ita_analysis.vocabulary import pattern, words


def date_outside_round(report: Report) -> Iterator[Finding]:
    """Find a date of publication that lies outside the days the row reports on."""
    for progress in report.progress:
        span = _days(report, progress)
        for stated in progress.stated_on:
            if span and stated.on not in span:
                values = {"date": short_date(stated.on), "start": short_date(span.start), "end": short_date(span.end)}
                yield Finding("date_outside_round", "high", place_holding(progress, stated.words), stated.words, values)


def period_outside_year(report: Report) -> Iterator[Finding]:
    """Find a row whose stated time of work lies outside the fiscal year."""
    year = fiscal_year_span(report.fiscal_year_be)
    for progress in report.progress:
        if progress.period and not year.covers(progress.period):
            values = {"fiscal_year_be": str(report.fiscal_year_be)}
            place = progress.place_of("period")
            yield Finding("period_outside_year", "high", place, progress.period_words or "", values)


def mixed_eras(report: Report) -> Iterator[Finding]:
    """Find a year of the common era (ค.ศ.) in a report whose own years are those of the Buddhist era."""
    for progress in report.progress:
        for role, text in texts_of(progress):
            for found in _common_years(flat(text)):
                yield of_row("mixed_eras", "low", progress, role, flat(text)[found.start() : found.end()])


def in_buddhist_era(text: str) -> str:
    """Return a text with every year of the common era written in the Buddhist one; all else stays as it is."""
    parts, end = [], 0
    for found in _common_years(text):
        start, end_of_year = found.span("year")
        year = str(int(found["year"]) + BE)
        parts += [text[end : found.start()], _in_buddhist_words(text[found.start() : start])]
        parts.append(year if text[start:end_of_year] == found["year"] else to_thai(year))
        end = end_of_year
    return "".join([*parts, text[end:]])


def _in_buddhist_words(lead: str) -> str:
    names = words("review")["buddhist_era"]
    return pattern("review", "common_era").sub(lambda found: names[found[0]], lead)


def _common_years(text: str) -> Iterator[re.Match[str]]:
    # Digits are one letter for one letter, so that places in the one text are places in the other.
    return pattern("review", "common_year").finditer(to_arabic(text))


def _days(report: Report, progress: Progress) -> Span | None:
    months = months_of(report, progress)
    return progress.period or (round_span(report.fiscal_year_be, months) if months else None)
