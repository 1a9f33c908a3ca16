"""What was read from a document and what became of it, as lines of text."""

from __future__ import annotations

from collections.abc import Iterator

from ita_analysis.intake.preview import Preview
from ita_analysis.records import Report
from ita_analysis.sentences.parts import Fact
from ita_analysis.store.reports import StoredReport
from ita_analysis.texts import say, say_count

_LONGEST_PASSAGE = 120


def summary_lines(read: Preview) -> Iterator[str]:
    """Yield what a document says, a line each: agency, year, weaknesses, measures, results, findings, unread."""
    report = read.report
    yield from _about(report)
    yield say_count("reading.weaknesses", len(report.weaknesses))
    yield from map(_indented, _weaknesses(report))
    yield say_count("reading.measures", len(report.measures))
    yield from map(_indented, _measures(report))
    yield say_count("reading.results", len(report.progress))
    yield say_count("reading.signatories", len(report.signatories))
    yield say_count("reading.findings", len(read.findings))
    for finding in read.findings:
        severity = say(f"severity.{finding.severity}")
        yield _indented(f"({severity}) {finding.title} [{finding.place}] “{finding.quote}”")
    yield say_count("reading.unread", len(report.unread))
    for rest in report.unread:
        yield _indented(f"[{rest.place}] {' '.join(rest.text.split())[:_LONGEST_PASSAGE]}")


def facts(read: Preview) -> Iterator[Fact]:
    """Yield how much was read: weaknesses, measures, results and findings, none of a kind being a warning."""
    report = read.report
    counts = {"weaknesses": len(report.weaknesses), "measures": len(report.measures), "results": len(report.progress)}
    for name, count in counts.items():
        note = "" if count else say("reading.fact.none")
        yield Fact(say(f"reading.fact.{name}"), str(count), note=note, is_missing=not count, is_warning=not count)
    found = len(read.findings)
    high = sum(finding.severity == "high" for finding in read.findings)
    note = say("reading.fact.high", count=high) if high else ""
    yield Fact(say("reading.fact.findings"), str(found), note=note, is_warning=bool(high))


def _about(report: Report) -> Iterator[str]:
    agency, missing = report.agency, say("missing")
    whereabouts = {"district": agency.district or missing, "province": agency.province or missing}
    yield say("reading.agency", name=agency.name, **whereabouts)
    rounds = say("reading.round", months=report.round_months) if report.round_months else missing
    prior = report.prior_fiscal_year_be or missing
    yield say("reading.year", fiscal_year_be=report.fiscal_year_be, round=rounds, prior=prior)


def _weaknesses(report: Report) -> Iterator[str]:
    for weak in report.weaknesses:
        kind = say(f"weakness.{weak.kind}")
        yield say("reading.weakness", no=weak.indicator_no, words=weak.text, kind=kind, where=weak.place)
    for none in report.none_stated:
        kind = say(f"weakness.{none.kind}")
        yield say("reading.none_stated", kind=kind, quote=none.quote, where=none.place)


def _measures(report: Report) -> Iterator[str]:
    for number, measure in enumerate(report.measures, 1):
        counts = {"guidelines": len(measure.guidelines), "steps": len(measure.steps)}
        about = {"responsible": measure.responsible or say("missing"), "where": measure.place}
        yield say("reading.measure", number=number, title=measure.title, **counts, **about)


def _indented(line: str) -> str:
    return f"  {line}"


def result_lines(stored: StoredReport) -> Iterator[str]:
    """Yield what became of a report: stored, or there already and not doubled, and which plans stayed as they were."""
    if stored.has_new_sentences:
        yield say("reading.sentences_added", number=stored.report_id)
    else:
        yield say("reading.stored" if stored.is_new else "reading.already_stored", number=stored.report_id)
    for title in stored.kept_plans:
        yield say("reading.kept_plan", title=title)
