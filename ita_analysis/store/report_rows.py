"""A report as the rows of its tables, without the numbers that the store gives."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict

from ita_analysis.records import Finding, Measure, Place, Progress, Report, Weakness
from ita_analysis.thai.text import flat, key

Row = dict[str, object]


def place_json(place: Place) -> str:
    """Return a place as JSON, without the parts it does not have."""
    return json.dumps({name: value for name, value in asdict(place).items() if value is not None}, ensure_ascii=False)


def measure_row(measure: Measure) -> Row:
    """Return a measure's own columns."""
    told = {name: getattr(measure, name) for name in ("responsible", "follow_up", "timeframe", "budget")}
    told |= {"title": measure.title, "title_key": key(measure.title), "success_indicator": measure.success_indicator}
    return {**told, "place": place_json(measure.place), "carried_from": None}


def progress_row(shown: Progress) -> Row:
    """Return a result's own columns."""
    return {
        "detail": shown.detail,
        "period_start": shown.period.start if shown.period else None,
        "period_end": shown.period.end if shown.period else None,
        "output": shown.output,
        "outcome": shown.outcome,
        "note": shown.note,
        "evidence_words": shown.evidence,
        "stated_status": shown.status,
        "place": place_json(shown.place),
        "owner": None,
    }


def evidence_rows(shown: Progress) -> list[Row]:
    """Return a row for each date of publication that a result states."""
    cited = {"url": None, "sha256": None, "other_host_reason": None}
    return [
        {"evidence_no": n, "stated_on": day.on, "words": day.words, **cited} for n, day in enumerate(shown.stated_on, 1)
    ]


def rest_rows(report: Report, findings: Iterable[Finding]) -> dict[str, list[Row]]:
    """Return the rows of what hangs on the report itself, by their table."""
    return {
        "weakness": [
            {
                "indicator_no": w.indicator_no,
                "kind": w.kind,
                "words": w.text,
                "stated_score": w.score,
                "place": place_json(w.place),
            }
            for w in report.weaknesses
        ],
        "analysis_sentence": [
            {
                "sentence_no": n,
                "kind": said.kind,
                "indicator_no": said.indicator_no if isinstance(said, Weakness) else None,
                "words": flat(said.quote),
                "place": place_json(said.place),
            }
            for n, said in enumerate((said for said in report.analysed if said.quote), 1)
        ],
        "signatory": [
            {"signatory_no": n, "role": who.role, "name": who.name, "position": who.position}
            for n, who in enumerate(report.signatories, 1)
        ],
        "unread": [
            {"unread_no": n, "place": place_json(rest.place), "words": rest.text}
            for n, rest in enumerate(report.unread, 1)
        ],
        "finding": [{"finding_no": n, **_finding_row(finding)} for n, finding in enumerate(findings, 1)],
    }


def _finding_row(finding: Finding) -> Row:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "place": place_json(finding.place),
        "quote": finding.quote,
        "sentence_values": json.dumps(dict(finding.values), ensure_ascii=False),
    }
