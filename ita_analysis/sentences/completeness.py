"""What the check of plan and report says: how much an assessor would find, what is at stake, and what is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ita_analysis.completeness import Completeness, Document, Part, State
from ita_analysis.intake.finding_json import finding_as_json
from ita_analysis.records import Finding
from ita_analysis.sentences.parts import SEPARATOR, Headline, listed
from ita_analysis.sentences.unbroken import plain
from ita_analysis.texts import say, say_count, say_some


def headline(found: Completeness, finding_count: int, *, is_empty: bool) -> Headline:
    """Return how many parts were found of those that the documents have to contain, and what that puts at stake.

    `finding_count` is the number of findings that nobody has dismissed.
    """
    if is_empty:
        return Headline(say("completeness.headline.empty"), "", say("completeness.headline.empty_why"))
    if not found.documents:
        return Headline(say("completeness.headline.unknown"), "", say_count("completeness.findings", finding_count))
    tone = "urgent" if found.count("missing") else "develop" if found.count("doubtful") else "strength"
    about = {"items": listed([each.item_code for each in found.documents]), "total": len(found.parts)}
    words = say("completeness.headline.found", count=found.count("found"), **about)
    return Headline(words, tone, SEPARATOR.join(_rest(found, finding_count)))


def document_title(document: Document) -> str:
    """Return which document it is, in which year's assessment it is handed in, and what its item is worth."""
    year = say("completeness.assessed", year=document.assessed_year_be)
    return SEPARATOR.join([document_name(document.kind, document.item_code), year, _worth(document)])


def document_name(kind: str, item_code: str) -> str:
    """Return which document it is, and the item that asks for it."""
    return say(f"completeness.document.{kind}", item=item_code)


def at_stake(found: Completeness) -> str:
    """Return the points of the documents in which something is missing, of the points of all, and of the doubtful."""
    whole, lost, doubtful = found.worth(), found.worth("missing"), found.worth("doubtful")
    if whole is None or lost is None or doubtful is None:
        return say("completeness.stake.unknown")
    about = {"points": f"{lost:.2f}", "total": f"{whole:.2f}", "items": _codes(found, "missing")}
    about |= {"more": f"{doubtful:.2f}", "more_items": _codes(found, "doubtful")}
    if not lost:
        return say("completeness.stake.doubtful" if doubtful else "completeness.stake.none", **about)
    return say("completeness.stake.both" if doubtful else "completeness.stake.some", **about)


def _codes(found: Completeness, state: State) -> str:
    return listed([each.item_code for each in found.documents if each.state == state])


def check_lines(about: Mapping[str, object], found: Completeness, findings: Sequence[Finding]) -> Iterator[str]:
    """Yield the whole check as lines of text: whose it is, the parts of each document, then the findings."""
    yield say("check.about", **about)
    told = headline(found, len(findings), is_empty=False)
    yield plain(told.words)
    yield told.standfirst
    for each in found.left_out:
        yield say(f"completeness.left_out.{each.kind}", item=each.item_code, option=f"--document {each.kind}")
    for document in found.documents:
        yield ""
        yield document_title(document)
        for part in document.parts:
            yield f"  [{say(f'completeness.state.{part.state}')}] {part.criterion.text_th}"
            yield from (f"      {line}" for line in _shown(part) if line)
    if findings:
        yield ""
    for finding in findings:
        yield f"  [{say(f'severity.{finding.severity}')}] {finding.title} ({finding.place})"
        yield from (f"      {line}" for line in (finding.quote, finding.fix) if line)


def as_json(about: Mapping[str, object], found: Completeness, findings: Iterable[Finding]) -> str:
    """Return the whole check as JSON: points as numbers (null where nobody knows them), places in words."""
    told = {
        **about,
        "found": found.count("found"),
        "doubtful": found.count("doubtful"),
        "missing": found.count("missing"),
        "documents": [
            {
                "kind": document.kind,
                "item": document.item_code,
                "points": None if document.worth is None else float(document.worth),
                "parts": [
                    {
                        "code": part.criterion.code,
                        "asked": part.criterion.text_th,
                        "state": part.state,
                        "quote": part.answer.quote,
                        "where": str(part.answer.place) if part.answer.quote else "",
                        "why": part.why,
                    }
                    for part in document.parts
                ],
            }
            for document in found.documents
        ],
        "left_out": [{"kind": each.kind, "item": each.item_code} for each in found.left_out],
        "findings": [finding_as_json(finding) for finding in findings],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _shown(part: Part) -> Iterator[str]:
    if part.answer.quote:
        yield say("completeness.quoted", quote=part.answer.quote, where=part.answer.place)
    yield part.why


def _rest(found: Completeness, finding_count: int) -> Iterator[str]:
    for state in ("missing", "doubtful"):
        if count := found.count(state):
            yield say_some(f"completeness.count.{state}", count)
    yield at_stake(found)
    yield say_count("completeness.findings", finding_count)


def _worth(document: Document) -> str:
    if document.worth is None:
        return say("completeness.worth_unknown")
    return say("completeness.worth", points=f"{document.worth:.2f}")
