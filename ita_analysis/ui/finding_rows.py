"""Findings as rows of a screen: severity, title, place with the way to the field, quote, and what to do."""

from __future__ import annotations

from collections.abc import Iterable

from ita_analysis.review import NAMING
from ita_analysis.store.checking import Found
from ita_analysis.texts import say
from ita_analysis.ui import checked, visiting
from ita_analysis.ui.asking import AgencyYear


def finding_rows(findings: Iterable[Found], year: AgencyYear, page: str, **filters: object) -> list[dict[str, str]]:
    """Return findings in words, each leading to its field; from there `page` with its filters is the way back."""
    return [{**in_words(each), "href": checked.way_of(year, page, filters, each)} for each in findings]


def in_words(found: Found) -> dict[str, str]:
    """Return a finding in words."""
    return {
        "severity": found.finding.severity,
        "title": found.finding.title,
        "place": place_of(found),
        "quote": quote_of(found),
        "fix": found.finding.fix,
    }


def place_of(found: Found) -> str:
    """Return where a finding stands; a weak indicator that only a score shows stands in no paper."""
    number = found.finding.values.get("no")
    return say("check.by_score", no=number) if number and found.where is None else str(found.finding.place)


def quote_of(found: Found) -> str:
    """Return the words a finding quotes; names of people only to those who may see them."""
    hidden = found.finding.rule in NAMING and not visiting.sees_names()
    return say("frame.name_hidden") if hidden else found.finding.quote
