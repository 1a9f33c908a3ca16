"""The screen of completeness: what an assessor would look for in plan and report, and what is wrong in their words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ita_analysis.completeness import Document, Part
from ita_analysis.people import may
from ita_analysis.sentences import completeness as sentences
from ita_analysis.store.checking import Found
from ita_analysis.texts import say, say_count
from ita_analysis.thai.dates import short_date
from ita_analysis.ui import checked, choosing, heads, sources, visiting
from ita_analysis.ui.asking import AgencyYear
from ita_analysis.ui.choosing import Filters
from ita_analysis.ui.finding_rows import in_words
from ita_analysis.ui.frame import is_open
from ita_analysis.ui.rendering import show_kept
from ita_analysis.ui.screens import mending

SEVERITIES = ("high", "medium", "low")


def show_head(year: AgencyYear) -> None:
    """Show how many parts an assessor would find, and what that puts at stake."""
    show_kept("head", _head, year)


def choose(year: AgencyYear) -> Filters:
    """Return what the reader filters for: a document, a severity, what was decided."""
    items: dict[str, str] = {each.kind: each.item_code for each in checked.of_year(year).completeness.documents}
    return choosing.filters(
        {
            "document": (list(items), lambda kind: sentences.document_name(kind, items[kind])),
            "severity": (SEVERITIES, lambda code: say(f"severity.{code}")),
            "decision": (checked.DECISIONS, lambda code: say(f"check.decision.{code}")),
        }
    )


def show_parts(year: AgencyYear, wanted: Filters) -> None:
    """Show each part of each document: found, missing or doubtful, with the words that show it."""
    show_kept("completeness", _parts, year, wanted)


def show_findings(year: AgencyYear, wanted: Filters) -> None:
    """Show what the rules find, each with its place, its words, what to do, and the way to decide about it."""
    show_kept("decisions", _findings, year, wanted, can_decide(year))


def show_source(year: AgencyYear) -> None:
    """Say where the numbers of this screen come from."""
    show_kept("source", _source, year)


def can_decide(year: AgencyYear) -> bool:
    """Return whether the visitor may decide about any finding of the agency."""
    person = visiting.visitor()
    return may(person, "plan", year.agency_code, person.unit)


def told_decision(found: Found) -> dict[str, str]:
    """Return what was decided about a finding, when, and why; the reason may name people."""
    decided = found.decision
    if decided is None:
        return {"state": "open", "words": say("check.decision.open"), "when": "", "reason": ""}
    when = say("check.decided_on", date=short_date(decided.decided_at))
    reason = decided.reason if visiting.sees_names() else ""
    return {"state": decided.choice, "words": say(f"check.decision.{decided.choice}"), "when": when, "reason": reason}


def _head(year: AgencyYear) -> Mapping[str, object]:
    now = checked.of_year(year)
    headline = sentences.headline(now.completeness, len(now.standing), is_empty=now.is_empty)
    return {"head": heads.head(checked.PAGE, year, headline)}


def _parts(year: AgencyYear, wanted: Filters) -> Mapping[str, object]:
    told = [
        {
            "id": document.kind,
            "title": sentences.document_title(document),
            "rows": [_part(year, wanted, document, part) for part in document.parts],
        }
        for document in checked.documents(year, wanted)
    ]
    lacks = checked.of_year(year).written.lacks_sentences and not year.is_synthetic
    bring_in = heads.link("bring-in", year) if lacks and is_open("bring-in") else ""
    return {"documents": told, "lacks_sentences": lacks, "bring_in": bring_in}


def _part(year: AgencyYear, wanted: Filters, document: Document, part: Part) -> dict[str, Any]:
    answer = part.answer
    place = str(answer.place) if answer.quote and checked.is_said(answer.place) else ""
    return {
        "text": part.criterion.text_th,
        "is_unsure": part.criterion.confidence == "unsure",
        "state": part.state,
        "quote": answer.quote,
        "why": part.why,
        "place": place,
        "href": checked.way_of_part(year, wanted, part),
        "mend": None if part.state == "found" else mending.of_part(year, document, part),
    }


def _findings(year: AgencyYear, wanted: Filters, can_decide: bool) -> Mapping[str, object]:
    shown = checked.findings(year, wanted)
    return {
        "title": say_count("completeness.findings", len(shown)),
        "rows": [_finding(year, wanted, each, can_decide) for each in shown],
        "is_filtered": wanted != Filters(),
        "can_decide": can_decide,
    }


def _finding(year: AgencyYear, wanted: Filters, found: Found, can_decide: bool) -> dict[str, Any]:
    decide = heads.link(checked.PAGE, year, "decide", **{**vars(wanted), "finding": found.key}) if can_decide else ""
    return {
        **in_words(found),
        "mend": mending.of_finding(year, found),
        "href": checked.way_of(year, checked.PAGE, vars(wanted), found),
        "decision": told_decision(found),
        "decide": decide,
        "decide_words": say("check.decide_again" if found.decision else "check.decide"),
    }


def _source(year: AgencyYear) -> Mapping[str, object]:
    inputs = [
        sources.Input(
            say(
                "completeness.source.document",
                name=sentences.document_name(each.kind, each.item_code),
                **{state: each.count(state) for state in ("found", "doubtful", "missing")},
            )
        )
        for each in checked.of_year(year).completeness.documents
    ]
    title, formula = say("completeness.source.title"), say("completeness.source.formula")
    own = sources.Number("completeness", title, formula, tuple(inputs))
    return {"numbers": [own, sources.worth(year)]}
