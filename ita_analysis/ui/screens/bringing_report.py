"""Bringing a report in: what was read from it with its places, and the offer to store it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import streamlit as st

from ita_analysis import paths
from ita_analysis.errors import ItaError
from ita_analysis.intake.preview import Preview, preview_content
from ita_analysis.sentences.parts import SEPARATOR
from ita_analysis.sentences.reading import facts, result_lines
from ita_analysis.store.building import ready
from ita_analysis.store.keeping import keep
from ita_analysis.store.reports import store_report, stored_as
from ita_analysis.texts import explain, say, say_count
from ita_analysis.thai.dates import long_date
from ita_analysis.thai.fiscal_year import ROUNDS
from ita_analysis.ui.rendering import href, show, tell
from ita_analysis.ui.visiting import visitor

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

_YEARS = range(2562, 2575)
_YEAR_UNCLEAR = {"no_fiscal_year", "year_ambiguous_at", "year_unreadable_at"}


def show_report(upload: UploadedFile) -> None:
    """Show what a report says, and offer to store it; nothing is stored before the reader confirms."""
    preview = _read(upload)
    if preview is not None:
        _show_summary(preview)
        _offer_to_store(preview)
        _show_preview(preview)


def _read(upload: UploadedFile) -> Preview | None:
    """Return what the file says; one sentence where it cannot be read, with a choice where only its year is unclear."""
    try:
        return preview_content(upload.name, upload.getvalue())
    except ItaError as error:
        told = error
    if told.key in _YEAR_UNCLEAR and (year := _stated_year()):
        return preview_content(upload.name, upload.getvalue(), year)
    tell("problem", f"{upload.name}: {explain(told)}")
    return None


def _show_summary(preview: Preview) -> None:
    """Show at a glance whose report it is and how much was read from it."""
    report = preview.report
    parts = [report.agency.name, say("head.year", year=report.fiscal_year_be), _months(report.round_months)]
    show("summary", title=SEPARATOR.join(parts), facts=list(facts(preview)))


def _show_preview(preview: Preview) -> None:
    """Show every value that was read with its place and how sure the reading is, then findings and the rest."""
    report = preview.report
    show("preview", title=say("bring_in.about"), rows=list(_about(preview)))
    show("preview", title=say_count("reading.weaknesses", len(report.weaknesses)), rows=list(_weaknesses(preview)))
    show("preview", title=say_count("reading.measures", len(report.measures)), rows=list(_measures(preview)))
    show("preview", title=say_count("reading.results", len(report.progress)), rows=list(_results(preview)))
    findings = [
        {"severity": f.severity, "title": f.title, "place": str(f.place), "quote": f.quote, "fix": f.fix}
        for f in preview.findings
    ]
    show("findings", title=say_count("reading.findings", len(findings)), rows=findings)
    if report.unread:
        rows = [_row(say("bring_in.unread"), rest.text.split("\n"), rest.place, "") for rest in report.unread]
        show("preview", title=say_count("reading.unread", len(report.unread)), rows=rows, is_folded=True)


def _offer_to_store(preview: Preview) -> None:
    """Offer to store what was read; say so where the same report is stored already."""
    opened = ready(paths.database())
    known = stored_as(opened, preview.fingerprint)
    if known and known.imported_at and not (known.lacks_sentences and any(s.quote for s in preview.report.analysed)):
        tell("note", say("bring_in.already", number=known.report_id, date=long_date(known.imported_at.date())))
        _link(known.agency_code, preview)
        return
    preview = _with_round(preview)
    if not st.button(say("bring_in.store"), type="primary", key="store_report"):
        return
    keep(paths.database(), "import")
    stored = store_report(opened, preview, who=visitor())
    tell("done", *result_lines(stored))
    _link(stored.agency_code, preview)


def _stated_year() -> int | None:
    years: list[int | None] = [None, *_YEARS]
    chosen: int | None = st.selectbox(say("bring_in.choose_year"), years, format_func=_year_label, key="stated_year")
    return chosen


def _with_round(preview: Preview) -> Preview:
    """Return the preview with its round, asked for (and never guessed) where results stand without one."""
    report = preview.report
    if report.round_months or all(shown.round_months for shown in report.progress):
        return preview
    rounds: list[int | None] = [None, *ROUNDS]
    months = st.selectbox(say("bring_in.round"), rounds, format_func=_round_label, key="stated_round")
    return replace(preview, report=replace(report, round_months=months))


def _round_label(months: int | None) -> str:
    return say("filter.round_label", months=months) if months else say("bring_in.not_chosen")


def _link(agency_code: str, preview: Preview) -> None:
    address = href("executive", agency=agency_code, year=preview.report.fiscal_year_be)
    show("way", href=address, words=say("bring_in.see"))


def _year_label(year: int | None) -> str:
    return say("filter.year_label", year=year) if year else say("bring_in.not_chosen")


def _about(preview: Preview) -> Iterator[dict[str, Any]]:
    report = preview.report
    places = [spelling.place for spelling in report.spellings if spelling.words == report.agency.name]
    name = [report.agency.name, say("bring_in.whereabouts", district=report.agency.district or say("missing"),
                                    province=report.agency.province or say("missing"))]  # fmt: skip
    yield _row(say("filter.agency"), name, places[0] if places else "", "sure")
    year = str(report.fiscal_year_be)
    for what, value in (
        ("fiscal_year_be", year),
        ("round_months", _months(report.round_months)),
        ("prior_fiscal_year_be", str(report.prior_fiscal_year_be)),
    ):
        fact = report.facts.get(what)
        yield _row(say(f"bring_in.{what}"), [value], fact.place if fact else "", fact.confidence if fact else "likely")
    for person in report.signatories:
        words = [part for part in (person.name, person.position) if part]
        yield _row(person.role or say("bring_in.signatory"), words, person.place, "sure")


def _weaknesses(preview: Preview) -> Iterator[dict[str, Any]]:
    for weak in preview.report.weaknesses:
        what = say("bring_in.indicator", no=weak.indicator_no)
        score = [say("bring_in.stated_score", score=f"{weak.score:.2f}")] if weak.score is not None else []
        yield _row(what, [weak.text, say(f"weakness.{weak.kind}"), *score], weak.place, weak.confidence)
    for none in preview.report.none_stated:
        yield _row(say("bring_in.none_stated", kind=say(f"weakness.{none.kind}")), [none.quote], none.place, "sure")


def _measures(preview: Preview) -> Iterator[dict[str, Any]]:
    for number, measure in enumerate(preview.report.measures, 1):
        links = [
            say("bring_in.link", no=link.no, basis=say(f"basis.{link.basis}"), reason=link.reason)
            for link in measure.indicators
        ]
        lines = [
            measure.title,
            say("bring_in.counts", guidelines=len(measure.guidelines), steps=len(measure.steps)),
            say("bring_in.responsible", name=measure.responsible or say("missing")),
            say("bring_in.rounds", months=", ".join(map(str, measure.rounds_months)) or say("missing")),
            *(links or [say("executive.no_indicator")]),
        ]
        unsure = any(link.basis == "wording" for link in measure.indicators)
        yield _row(
            say("bring_in.measure", number=number), lines, measure.place, "likely" if unsure else measure.confidence
        )


def _results(preview: Preview) -> Iterator[dict[str, Any]]:
    for progress in preview.report.progress:
        parts = {
            name: getattr(progress, name) for name in ("detail", "output", "outcome", "note", "evidence", "status")
        }
        lines = [say(f"bring_in.part.{name}", words=words) for name, words in parts.items() if words]
        if progress.period:
            period = (long_date(progress.period.start), long_date(progress.period.end))
            lines.append(say("bring_in.period", start=period[0], end=period[1]))
        lines += [say("bring_in.stated_on", date=long_date(stated.on)) for stated in progress.stated_on]
        yield _row(progress.measure, lines, progress.place, progress.confidence)


def _months(months: int | None) -> str:
    return say("reading.round", months=months) if months else say("missing")


def _row(what: str, lines: list[str], place: object, confidence: str) -> dict[str, Any]:
    words = say(f"confidence.{confidence}") if confidence else ""
    return {"what": what, "lines": lines, "place": str(place), "confidence": words}
