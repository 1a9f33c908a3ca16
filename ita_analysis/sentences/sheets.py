"""What was read from a score sheet and what became of it, as lines of text."""

from __future__ import annotations

from collections.abc import Iterator

from ita_analysis.results import Result, ScoreSheet, SheetPlace
from ita_analysis.sentences.parts import listed
from ita_analysis.store.results import StoredSheet
from ita_analysis.texts import say, say_count

_MOST_RESULTS = 10


def sheet_lines(sheet: ScoreSheet) -> Iterator[str]:
    """Yield what a score sheet says, a line each: sheet, years, form, results, scores, unknown columns, findings."""
    yield say("reading.sheet.about", place=SheetPlace(sheet.sheet_name))
    if years := sorted({result.fiscal_year_be for result in sheet.results}):
        yield say("reading.sheet.years", years=listed([str(year) for year in years]))
    if sheet.form:
        yield say("reading.sheet.form", form=say(f"instruments_form.{sheet.form}"))
    yield say_count("reading.sheet.results", len(sheet.results))
    yield from (f"  {_result(result)}" for result in sheet.results[:_MOST_RESULTS])
    if len(sheet.results) > _MOST_RESULTS:
        yield f"  {say('reading.sheet.more', count=len(sheet.results) - _MOST_RESULTS)}"
    yield say_count("reading.sheet.scores", len(sheet.scores))
    headings = listed([column.heading for column in sheet.unknown])
    yield say_count("reading.sheet.unknown", len(sheet.unknown), headings=headings)
    yield say_count("reading.findings", len(sheet.findings))
    for finding in sheet.findings:
        severity = say(f"severity.{finding.severity}")
        yield f"  ({severity}) {finding.title} [{finding.place}] “{finding.quote}” {finding.fix}"


def stored_lines(stored: StoredSheet) -> Iterator[str]:
    """Yield what became of a sheet: stored, or there already and not doubled, and how many scores made way."""
    count, number = len(set(stored.agency_codes)), stored.source_id
    if stored.is_new:
        yield say_count("reading.sheet.stored", count, number=number)
    else:
        yield say_count("reading.sheet.already_stored", count, number=number)
    if stored.replaced_count:
        yield say("reading.sheet.replaced", count=stored.replaced_count)


def _result(result: Result) -> str:
    missing = say("missing")
    return say(
        "reading.sheet.result",
        name=result.agency.name,
        year=result.fiscal_year_be,
        printed=missing if result.total_printed is None else result.total_printed,
        computed=missing if result.total_computed is None else result.total_computed,
        grade=result.grade_printed or missing,
        grade_computed=result.grade_computed or missing,
    )
