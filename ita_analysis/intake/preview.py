"""What was read from a file, with what the rules find in it, before anything is stored."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ita_analysis.intake.finding_json import finding_as_json
from ita_analysis.intake.formats import open_document, open_file
from ita_analysis.intake.report import read_report
from ita_analysis.records import Fact, Finding, Measure, Progress, Report, Weakness
from ita_analysis.review import review
from ita_analysis.thai.fiscal_year import Span
from ita_analysis.thai.text import key


@dataclass(frozen=True)
class Preview:
    """A report as read, the findings about it, and the name of its file."""

    file_name: str
    report: Report
    findings: tuple[Finding, ...]

    @property
    def fingerprint(self) -> str:
        """Return what two files of the same report share, whatever their format."""
        return fingerprint(self.report)


def preview_file(path: Path, fiscal_year_be: int | None = None) -> Preview:
    """Return what a file says; raises UnreadableDocument or UnclearYear."""
    return _preview(path.name, read_report(open_file(path), fiscal_year_be))


def preview_content(name: str, content: bytes, fiscal_year_be: int | None = None) -> Preview:
    """Return what the content of an uploaded file says; raises UnreadableDocument or UnclearYear."""
    return _preview(name, read_report(open_document(content), fiscal_year_be))


def as_json(preview: Preview) -> str:
    """Return a preview as JSON: dates ISO, keys as the command line promises, places in words."""
    report = preview.report
    shown = {
        "file": preview.file_name,
        "agency": {"name": report.agency.name, "district": report.agency.district, "province": report.agency.province},
        "fiscal_year_be": report.fiscal_year_be,
        "round_months": report.round_months,
        "prior_fiscal_year_be": report.prior_fiscal_year_be,
        "weaknesses": [_weakness(weakness) for weakness in report.weaknesses],
        "none_stated": [
            {"kind": said.kind, "quote": said.quote, "where": str(said.place)} for said in report.none_stated
        ],
        "measures": [_measure(measure) for measure in report.measures],
        "progress": [_progress(progress) for progress in report.progress],
        "signatories": [
            {"role": person.role, "name": person.name, "position": person.position, "where": str(person.place)}
            for person in report.signatories
        ],
        "findings": [finding_as_json(finding) for finding in preview.findings],
        "unread": [{"where": str(unread.place), "text": unread.text} for unread in report.unread],
        "facts": {name: _fact(fact) for name, fact in report.facts.items()},
    }
    return json.dumps(shown, ensure_ascii=False, indent=2)


def fingerprint(report: Report) -> str:
    """Return a digest of the words of a report, blind to spaces, marks of lists and kinds of digits."""
    agency = report.agency
    words: list[Any] = [agency.name, agency.district, agency.province, report.fiscal_year_be, report.round_months]
    words += [[weak.indicator_no, weak.kind, weak.score] for weak in report.weaknesses]
    words += [
        [each.title, each.guidelines, each.steps, each.responsible, each.rounds_months, each.timeframe, each.budget]
        for each in report.measures
    ]
    words += [
        [each.measure, each.detail, each.output, each.outcome, each.note, each.evidence, each.status, str(each.period)]
        for each in report.progress
    ]
    words += [[person.role, person.name, person.position] for person in report.signatories]
    return hashlib.sha256(key(json.dumps(words, ensure_ascii=False)).encode()).hexdigest()


def _preview(name: str, report: Report) -> Preview:
    return Preview(name, report, review(report))


def _weakness(weakness: Weakness) -> dict[str, Any]:
    return {
        "indicator_no": weakness.indicator_no,
        "text": weakness.text,
        "kind": weakness.kind,
        "score": weakness.score,
        "where": str(weakness.place),
        "confidence": weakness.confidence,
        "quote": weakness.quote,
    }


def _measure(measure: Measure) -> dict[str, Any]:
    return {
        "title": measure.title,
        "guidelines": list(measure.guidelines),
        "steps": list(measure.steps),
        "responsible": measure.responsible,
        "rounds_months": list(measure.rounds_months),
        "indicators": [{"no": link.no, "basis": link.basis, "reason": link.reason} for link in measure.indicators],
        "follow_up": measure.follow_up,
        "timeframe": measure.timeframe,
        "budget": measure.budget,
        "success_indicator": measure.success_indicator,
        "where": str(measure.place),
        "confidence": measure.confidence,
    }


def _progress(progress: Progress) -> dict[str, Any]:
    return {
        "measure": progress.measure,
        "detail": progress.detail,
        "period": _span(progress.period),
        "stated_on": _dates([stated.on for stated in progress.stated_on]),
        "output": progress.output,
        "outcome": progress.outcome,
        "note": progress.note,
        "evidence": progress.evidence,
        "status": progress.status,
        "round_months": progress.round_months,
        "where": str(progress.place),
        "confidence": progress.confidence,
    }


def _span(span: Span | None) -> dict[str, str | None]:
    return {"start": span.start.isoformat() if span else None, "end": span.end.isoformat() if span else None}


def _dates(days: Sequence[date]) -> list[str]:
    return [day.isoformat() for day in dict.fromkeys(days)]


def _fact(fact: Fact) -> dict[str, str]:
    return {"words": fact.words, "where": str(fact.place), "confidence": fact.confidence}
