"""What was read from a document and what became of it, as lines of text."""

from __future__ import annotations

from collections.abc import Iterator

from ita_analysis.intake.preview import Preview
from ita_analysis.store.reports import StoredReport
from ita_analysis.texts import say, say_count


def summary_lines(read: Preview) -> Iterator[str]:
    """Yield what a document says, a line each: agency, year, weaknesses, measures, results, findings, unread."""
    report = read.report
    yield say("reading.agency", name=report.agency.name, district=report.agency.district or say("missing"),
              province=report.agency.province or say("missing"))  # fmt: skip
    rounds = say("reading.round", months=report.round_months) if report.round_months else say("missing")
    prior = report.prior_fiscal_year_be or say("missing")
    yield say("reading.year", fiscal_year_be=report.fiscal_year_be, round=rounds, prior=prior)
    yield say_count("reading.weaknesses", len(report.weaknesses))
    for weak in report.weaknesses:
        yield say(
            "reading.weakness",
            no=weak.indicator_no,
            words=weak.text,
            kind=say(f"weakness.{weak.kind}"),
            where=weak.place,
        )
    yield say_count("reading.measures", len(report.measures))
    for number, measure in enumerate(report.measures, 1):
        yield say("reading.measure", number=number, title=measure.title, guidelines=len(measure.guidelines),
                  steps=len(measure.steps), responsible=measure.responsible or say("missing"), where=measure.place)  # fmt: skip
    yield say_count("reading.results", len(report.progress))
    yield say_count("reading.signatories", len(report.signatories))
    yield say_count("reading.findings", len(read.findings))
    for finding in read.findings:
        yield say("reading.finding", severity=say(f"severity.{finding.severity}"), title=finding.title,
                  where=finding.place, quote=finding.quote)  # fmt: skip
    yield say_count("reading.unread", len(report.unread))
    for rest in report.unread:
        yield say("reading.unread_passage", where=rest.place, words=" ".join(rest.text.split())[:120])


def result_lines(stored: StoredReport) -> Iterator[str]:
    """Yield what became of a report: stored, or there already and not doubled, and which plans stayed as they were."""
    yield say("reading.stored" if stored.is_new else "reading.already_stored", number=stored.report_id)
    for title in stored.kept_plans:
        yield say("reading.kept_plan", title=title)
