"""Whether a document is published on the agency's own website: from the links that results cite and the last looks."""

from __future__ import annotations

from collections.abc import Mapping

from ita_analysis.completeness.part import Answer, Reason
from ita_analysis.completeness.plan import Check
from ita_analysis.framework import MeasuresKind
from ita_analysis.review import Beside, Look
from ita_analysis.review.links import OPENS
from ita_analysis.thai.dates import long_date
from ita_analysis.vocabulary import pattern


def published_on_own_website(kind: MeasuresKind) -> Check:
    """Return how a link to the document on the agency's own site is looked for: it opened at the last look.

    A link is one to the document where its title says so. Nothing known is doubtful, never missing: the page may well
    be there.
    """
    return lambda _, beside: _published(kind, beside)


def _published(kind: MeasuresKind, beside: Beside) -> Answer:
    looks = sorted(filter(lambda look: _is_of(look, kind), beside.looks), key=_rank)
    if not looks:
        return Answer("doubtful", reason="no_link")
    best = looks[0]
    if best.is_off_site is None:
        return _doubt(best, "site_unknown")
    if best.is_off_site:
        return _doubt(best, "off_site")
    if best.looked_on is None:
        return _doubt(best, "not_looked_at")
    values = {"date": long_date(best.looked_on)}
    if best.state not in OPENS:
        return _doubt(best, "not_opened", values)
    return Answer("found", best.url, best.place, "opened", values)


def _is_of(look: Look, kind: MeasuresKind) -> bool:
    return bool(pattern("completeness", f"title_of_{kind}").search(look.title))


def _rank(look: Look) -> tuple[bool, bool, bool]:
    return (look.is_off_site is not False, look.state not in OPENS, look.state is None)


def _doubt(look: Look, reason: Reason, values: Mapping[str, object] | None = None) -> Answer:
    return Answer("doubtful", look.url, look.place, reason, values or {})
