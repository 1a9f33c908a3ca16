"""Storing a report: all of it in one transaction, the same report never twice, nothing overwritten."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

import duckdb

from ita_analysis.errors import StoreError
from ita_analysis.people import Person, require
from ita_analysis.records import Measure, Report
from ita_analysis.store.agencies import agency_row, code_of
from ita_analysis.store.changing import Unchanged, change
from ita_analysis.store.report_rows import evidence_rows, measure_row, progress_row, rest_rows
from ita_analysis.store.rounds import refuse_any_locked
from ita_analysis.store.statements import find, write, write_all, write_rows
from ita_analysis.thai.text import key

if TYPE_CHECKING:
    from ita_analysis.intake.preview import Preview
    from ita_analysis.intake.record_folder import KeptRecord

    ReadReport = Preview | KeptRecord  # either has a report, its findings, its file's name and its fingerprint


@dataclass(frozen=True)
class StoredReport:
    """What became of a report: its number, the agency's code, and whether it was there before.

    `kept_plans` names the measures whose stored plan differs from the document's; the stored one is kept. One that was
    stored by an earlier program may lack the sentences of its analysis, and have them added now.
    """

    report_id: int
    agency_code: str
    is_new: bool
    imported_at: datetime | None = None
    kept_plans: tuple[str, ...] = ()
    lacks_sentences: bool = False
    has_new_sentences: bool = False


@dataclass(frozen=True)
class KeptAgency:
    """The code that a kept record gives its agency, and whether that agency is invented."""

    code: str
    is_synthetic: bool = False


def stored_as(opened: duckdb.DuckDBPyConnection, fingerprint: str) -> StoredReport | None:
    """Return the stored report of a fingerprint, or None."""
    for report_id, agency_code, imported_at, lacks in find(opened.cursor(), "stored_report", fingerprint=fingerprint):
        at = imported_at if isinstance(imported_at, datetime) else None
        told = {"is_new": False, "imported_at": at, "lacks_sentences": bool(lacks)}
        return StoredReport(int(str(report_id)), str(agency_code), **told)  # type: ignore[arg-type]
    return None


def store_report(
    opened: duckdb.DuckDBPyConnection,
    read: ReadReport,
    kept: KeptAgency | None = None,
    *,
    who: Person,
) -> StoredReport:
    """Store a report and its findings in one transaction; one that is stored already gets no more than its sentences.

    `kept` says who a shipped record is about; every other report is about a real agency. Raises StoreError where the
    report's round is unknown, where a round that is no longer open would show more than it did, or where its rows would
    break a check; nothing is kept then.
    """
    report = read.report
    known = stored_as(opened, read.fingerprint)
    if known:
        return _with_sentences(opened, known, read, who)
    if report.progress and not all(shown.round_months or report.round_months for shown in report.progress):
        raise StoreError("round_unknown")
    with change(opened, who, "report_stored") as cursor:
        if known := stored_as(opened, read.fingerprint):  # somebody else brought it in at this moment
            raise Unchanged
        code = _store_agency(cursor, report, kept)
        require(who, "bring", code)
        report_id = write(cursor, "report", _report_row(read, code))
        refuse_any_locked(cursor, code, report.fiscal_year_be, _reported_rounds(report))
        measures, kept_plans = _store_measures(cursor, report, report_id, code)
        _store_progress(cursor, report, report_id, measures)
        for table, rows in rest_rows(report, read.findings).items():
            write_rows(cursor, table, [{"report_id": report_id, **row} for row in rows])
        _store_scores_and_rounds(cursor, report, code)
    return known or StoredReport(report_id, code, is_new=True, kept_plans=tuple(kept_plans))


def _with_sentences(
    opened: duckdb.DuckDBPyConnection, known: StoredReport, read: ReadReport, who: Person
) -> StoredReport:
    """Return a stored report; where an earlier program kept no sentence of its analysis, those read now are added."""
    rows = rest_rows(read.report, ())["analysis_sentence"]
    if not (known.lacks_sentences and rows):
        return known
    with change(opened, who, "report_stored") as cursor:
        require(who, "bring", known.agency_code)
        write_rows(cursor, "analysis_sentence", [{"report_id": known.report_id, **row} for row in rows])
    return replace(known, lacks_sentences=False, has_new_sentences=True)


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
    of_year: dict[str, object] = {"agency_code": code, "fiscal_year_be": report.fiscal_year_be}
    found = find(cursor, "measure_titles", **of_year)
    known = {str(title_key): int(str(measure_id)) for title_key, measure_id in found}
    kept: list[str] = []
    for measure in [*report.measures, *_only_reported(report)]:
        title_key = key(measure.title)
        if title_key in known:
            kept += [measure.title] if _plan_differs(cursor, known[title_key], measure) else []
        else:
            refuse_any_locked(cursor, code, report.fiscal_year_be, measure.rounds_months)
            measure_no = find(cursor, "next_measure_no", **of_year)[0][0]
            about = {**of_year, "report_id": report_id, "measure_no": measure_no}
            known[title_key] = _store_measure(cursor, measure, about)
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
    number = write(cursor, "measure", {**about, **measure_row(measure)})
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
    rows = []
    for shown in report.progress:
        months = shown.round_months or report.round_months or 0
        about = {"measure_id": measures[key(shown.measure)], "round_months": months}
        version = find(cursor, "next_progress_version", **about)[0][0]
        rows.append({**progress_row(shown), **about, "report_id": report_id, "version": version})
    numbers = write_rows(cursor, "progress", rows)
    evidence = [
        {"progress_id": number, **row}
        for number, shown in zip(numbers, report.progress, strict=True)
        for row in evidence_rows(shown)
    ]
    write_rows(cursor, "evidence", evidence)


def _store_scores_and_rounds(cursor: duckdb.DuckDBPyConnection, report: Report, code: str) -> None:
    """Store the scores that the report states for the prior year, and the rounds that its plan or results name."""
    year = {"agency_code": code, "fiscal_year_be": report.prior_fiscal_year_be}
    stated = [weak for weak in report.weaknesses if weak.score is not None and report.prior_fiscal_year_be]
    about = {**year, "level": "indicator", "source": "report"}
    write_all(cursor, "score", [{**about, "code": str(w.indicator_no), "score": w.score} for w in stated])
    write_all(cursor, "result", [year] if stated else [])
    months = {each for measure in report.measures for each in measure.rounds_months}
    months |= _reported_rounds(report)
    of_year = {"agency_code": code, "fiscal_year_be": report.fiscal_year_be, "state": "open", "due_on": None}
    write_rows(cursor, "round", [{**of_year, "round_months": each} for each in sorted(months)])


def _reported_rounds(report: Report) -> set[int]:
    return {each for shown in report.progress if (each := shown.round_months or report.round_months)}
