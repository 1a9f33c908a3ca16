"""Storing a report: all of it in one transaction, the same report never twice, nothing overwritten."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import duckdb

from ita_analysis.errors import StoreError
from ita_analysis.people import Person, require
from ita_analysis.records import Finding, Measure, Place, Progress, Report
from ita_analysis.store.agencies import agency_row, code_of
from ita_analysis.store.changing import change
from ita_analysis.store.statements import find, write, write_all, write_rows
from ita_analysis.thai.text import key

if TYPE_CHECKING:
    from ita_analysis.intake.preview import Preview
    from ita_analysis.intake.record_folder import KeptRecord

    ReadReport = Preview | KeptRecord  # either has a report, its findings, its file's name and its fingerprint


@dataclass(frozen=True)
class StoredReport:
    """What became of a report: its number, the agency's code, and whether it was there before.

    `kept_plans` names the measures whose stored plan differs from the document's; the stored one is kept.
    """

    report_id: int
    agency_code: str
    is_new: bool
    imported_at: datetime | None = None
    kept_plans: tuple[str, ...] = ()


@dataclass(frozen=True)
class KeptAgency:
    """The code that a kept record gives its agency, and whether that agency is invented."""

    code: str
    is_synthetic: bool = False


def stored_as(opened: duckdb.DuckDBPyConnection, fingerprint: str) -> StoredReport | None:
    """Return the stored report of a fingerprint, or None."""
    for report_id, agency_code, imported_at in find(opened.cursor(), "stored_report", fingerprint=fingerprint):
        at = imported_at if isinstance(imported_at, datetime) else None
        return StoredReport(int(str(report_id)), str(agency_code), is_new=False, imported_at=at)
    return None


def store_report(
    opened: duckdb.DuckDBPyConnection,
    read: ReadReport,
    kept: KeptAgency | None = None,
    *,
    who: Person,
) -> StoredReport:
    """Store a report and its findings in one transaction; one that is stored already is only returned.

    `kept` says who a shipped record is about; every other report is about a real agency. Raises StoreError where the
    report's round is unknown, or where its rows would break a check; nothing is kept then.
    """
    report = read.report
    known = stored_as(opened, read.fingerprint)
    if known:
        return known
    if report.progress and not all(shown.round_months or report.round_months for shown in report.progress):
        raise StoreError("round_unknown")
    with change(opened, who, "report_stored") as cursor:
        code = _store_agency(cursor, report, kept)
        require(who, "bring", code)
        report_id = write(cursor, "report", _report_row(read, code))
        measures, kept_plans = _store_measures(cursor, report, report_id, code)
        _store_progress(cursor, report, report_id, measures)
        _store_rest(cursor, report, report_id, read.findings)
        _store_scores_and_rounds(cursor, report, code)
    return StoredReport(report_id, code, is_new=True, kept_plans=tuple(kept_plans))


def place_json(place: Place) -> str:
    """Return a place as JSON, without the parts it does not have."""
    return json.dumps({name: value for name, value in asdict(place).items() if value is not None}, ensure_ascii=False)


def _store_agency(cursor: duckdb.DuckDBPyConnection, report: Report, kept: KeptAgency | None) -> str:
    """Return the agency's code; one that is new is stored. Real and synthetic ones never share a code."""
    agency, is_synthetic = report.agency, bool(kept and kept.is_synthetic)
    namesakes = find(cursor, "agencies_named", name_th=agency.name, is_synthetic=is_synthetic)
    for code, province in namesakes:
        # Without a province a document means the one agency of that name; two provinces are never mixed.
        if province == agency.province or (agency.province is None and len(namesakes) == 1):
            return str(code)
    code = kept.code if kept else code_of(agency)
    write(cursor, "agency", agency_row(agency, code, is_synthetic=is_synthetic))
    return code


def _report_row(read: ReadReport, code: str) -> dict[str, object]:
    report = read.report
    return {
        "agency_code": code,
        "fiscal_year_be": report.fiscal_year_be,
        "round_months": report.round_months,
        "prior_fiscal_year_be": report.prior_fiscal_year_be,
        "file_name": read.file_name,
        "fingerprint": read.fingerprint,
        "written_in": report.written_in,
    }


def _store_measures(
    cursor: duckdb.DuckDBPyConnection, report: Report, report_id: int, code: str
) -> tuple[dict[str, int], list[str]]:
    """Store the measures that are new to the agency's year; return the number of each, and those whose plan differs."""
    found = find(cursor, "measure_titles", agency_code=code, fiscal_year_be=report.fiscal_year_be)
    known = {str(title_key): int(str(measure_id)) for title_key, measure_id in found}
    kept: list[str] = []
    for measure in [*report.measures, *_only_reported(report)]:
        title_key = key(measure.title)
        if title_key in known:
            kept += [measure.title] if _plan_differs(cursor, known[title_key], measure) else []
        else:
            about = {"report_id": report_id, "agency_code": code, "fiscal_year_be": report.fiscal_year_be}
            known[title_key] = _store_measure(cursor, measure, {**about, "measure_no": len(known) + 1})
    return known, kept


def _only_reported(report: Report) -> list[Measure]:
    """Return the measures that results speak of and the plan does not have."""
    planned = {key(measure.title) for measure in report.measures}
    found = {key(shown.measure): Measure(shown.measure, place=shown.place) for shown in report.progress}
    return [measure for title_key, measure in found.items() if title_key not in planned]


def _plan_differs(cursor: duckdb.DuckDBPyConnection, measure_id: int, measure: Measure) -> bool:
    steps = [key(str(words)) for (words,) in find(cursor, "steps_of_measure", measure_id=measure_id)]
    return bool(measure.steps) and steps != [key(words) for words in measure.steps]


def _store_measure(cursor: duckdb.DuckDBPyConnection, measure: Measure, about: dict[str, object]) -> int:
    told = {name: getattr(measure, name) for name in ("responsible", "follow_up", "timeframe", "budget")}
    told |= {"title": measure.title, "title_key": key(measure.title), "success_indicator": measure.success_indicator}
    number = write(cursor, "measure", {**about, **told, "place": place_json(measure.place), "carried_from": None})
    of_measure = {"measure_id": number}
    lists = {"guideline": measure.guidelines, "step": measure.steps}
    for name, texts in lists.items():
        rows = [{**of_measure, f"{name}_no": n, "words": words} for n, words in enumerate(texts, 1)]
        write_rows(cursor, f"measure_{name}", rows)
    write_rows(cursor, "measure_round", [{**of_measure, "round_months": months} for months in measure.rounds_months])
    links = [{**of_measure, "indicator_no": x.no, "basis": x.basis, "reason": x.reason} for x in measure.indicators]
    write_rows(cursor, "measure_indicator", links)
    return number


def _store_progress(
    cursor: duckdb.DuckDBPyConnection, report: Report, report_id: int, measures: dict[str, int]
) -> None:
    versions: dict[tuple[int, int], object] = {}
    evidence: list[dict[str, object]] = []
    for shown in report.progress:
        pair = (measures[key(shown.measure)], shown.round_months or report.round_months or 0)
        about = {"measure_id": pair[0], "round_months": pair[1]}
        version = versions.setdefault(pair, find(cursor, "next_progress_version", **about)[0][0])
        row = {**_progress_row(shown), **about, "report_id": report_id, "version": version}
        number = write(cursor, "progress", row)
        cited = {"progress_id": number, "url": None, "sha256": None, "other_host_reason": None}
        evidence += [
            {"evidence_no": n, "stated_on": day.on, "words": day.words, **cited}
            for n, day in enumerate(shown.stated_on, 1)
        ]
    write_rows(cursor, "evidence", evidence)


def _progress_row(shown: Progress) -> dict[str, object]:
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


def _store_rest(cursor: duckdb.DuckDBPyConnection, report: Report, report_id: int, findings: Iterable[Finding]) -> None:
    rows: dict[str, list[dict[str, object]]] = {
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
    for table, table_rows in rows.items():
        write_rows(cursor, table, [{"report_id": report_id, **row} for row in table_rows])


def _finding_row(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "place": place_json(finding.place),
        "quote": finding.quote,
        "sentence_values": json.dumps(dict(finding.values), ensure_ascii=False),
    }


def _store_scores_and_rounds(cursor: duckdb.DuckDBPyConnection, report: Report, code: str) -> None:
    """Store the scores that the report states for the prior year, and the rounds that its plan or results name."""
    year = {"agency_code": code, "fiscal_year_be": report.prior_fiscal_year_be}
    stated = [weak for weak in report.weaknesses if weak.score is not None and report.prior_fiscal_year_be]
    about = {**year, "level": "indicator", "source": "report"}
    write_all(cursor, "score", [{**about, "code": str(w.indicator_no), "score": w.score} for w in stated])
    write_all(cursor, "result", [year] if stated else [])
    months = {each for measure in report.measures for each in measure.rounds_months}
    months |= {each for shown in report.progress if (each := shown.round_months or report.round_months)}
    of_year = {"agency_code": code, "fiscal_year_be": report.fiscal_year_be, "state": "open", "due_on": None}
    write_rows(cursor, "round", [{**of_year, "round_months": each} for each in sorted(months)])
