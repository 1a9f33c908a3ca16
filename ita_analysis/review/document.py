"""Rules about the document as a whole: its agency's name, its signatures, its repeated rows."""

from __future__ import annotations

from collections.abc import Iterator

from ita_analysis.records import NOWHERE, Finding, Report
from ita_analysis.vocabulary import pattern


def agency_spelled_two_ways(report: Report) -> Iterator[Finding]:
    """Find a document that spells its own agency in more than one way."""
    wrong = [fact for fact in report.spellings if fact.words != report.agency.name]
    if wrong and len(report.spellings) > 1:
        values = {"right": report.agency.name, "wrong": ", ".join(fact.words for fact in wrong)}
        yield Finding("agency_spelled_two_ways", "low", wrong[0].place, wrong[0].words, values)


def missing_approver(report: Report) -> Iterator[Finding]:
    """Find a report that nobody approves: the paper of each round where each is signed on its own."""
    for months in report.signed_rounds or (None,):
        signed = [who for who in report.signatories if who.name and who.round_months == months]
        if any(pattern("signature", "approver").match(who.role or "") for who in signed):
            continue
        quote = ", ".join(f"{who.role or ''} {who.name}".strip() for who in signed)
        of_round = months or (report.round_months if report.progress else None)
        values = {"of_round": str(of_round)} if of_round else {}
        yield Finding("missing_approver", "medium", signed[-1].place if signed else NOWHERE, quote, values)


def row_repeated(report: Report) -> Iterator[Finding]:
    """Find a row of results that stands twice; it is counted once."""
    for row in report.repeated:
        yield Finding("row_repeated", "low", row.place, row.text)
