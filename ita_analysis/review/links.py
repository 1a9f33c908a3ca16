"""Rules about the links that results cite, as the last look at each found them."""

from __future__ import annotations

from collections.abc import Iterator

from ita_analysis.records import Finding, Report, Severity
from ita_analysis.review.beside import Beside, Look
from ita_analysis.texts import say
from ita_analysis.thai.dates import short_date

OPENS = frozenset({"found", "moved"})  # states of `evidence.Looked` in which a reader gets to see a page


def evidence_link_dead(_: Report, beside: Beside) -> Iterator[Finding]:
    """Find a link that could not be opened when it was last looked at."""
    for look in beside.looks:
        if look.state and look.state not in OPENS and look.looked_on:
            values = {"date": short_date(look.looked_on), "state": say(f"evidence.live.{look.state}")}
            yield _of_link("evidence_link_dead", "high", look, values)


def evidence_link_off_site(_: Report, beside: Beside) -> Iterator[Finding]:
    """Find a link that leads outside the agency's own site without a reason."""
    for look in beside.looks:
        if look.is_off_site and not look.other_host_reason:
            yield _of_link("evidence_link_off_site", "medium", look, {})


def _of_link(rule: str, severity: Severity, look: Look, values: dict[str, str]) -> Finding:
    about = {"measure": look.measure, "title": look.title, **values}
    return Finding(rule, severity, look.place, look.url, about)
