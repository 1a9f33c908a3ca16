"""Bringing a score sheet in: what was read from it, what its columns hold, and the offer to store it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from ita_analysis import framework, paths
from ita_analysis.documents.tables import Sheet
from ita_analysis.results import Result, ScoreSheet, SheetFinding
from ita_analysis.sentences import bringing as sentences
from ita_analysis.store.building import ready
from ita_analysis.store.headings import remember
from ita_analysis.store.keeping import keep
from ita_analysis.store.results import store_sheet, stored_sheet
from ita_analysis.texts import explain, say, say_count
from ita_analysis.thai.dates import long_date
from ita_analysis.ui import exports
from ita_analysis.ui.asking import agency_years, look_again
from ita_analysis.ui.exported import bringing
from ita_analysis.ui.rendering import href, show, tell
from ita_analysis.ui.screens import assessed_years, sheet_columns, sheet_questions, sheet_reading
from ita_analysis.ui.screens.sheet_reading import Answers, Columns
from ita_analysis.ui.tables import MOST_READ, show_table
from ita_analysis.ui.visiting import visitor

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile


def show_sheet(upload: UploadedFile) -> None:
    """Show what a sheet says, ask what it leaves open, and offer to store it; nothing is stored unconfirmed."""
    said = sheet_questions.answers(upload)
    columns = sheet_reading.columns(upload, said)
    reading = sheet_reading.read(upload, columns.chosen, said)
    if reading.error:
        tell("problem", f"{upload.name}: {explain(reading.error)}")
    if reading.sheet is None:
        return
    show("summary", title=sentences.title(reading.sheet), facts=list(sentences.facts(reading.sheet)))
    sheet_questions.ask(upload, reading.sheet, said)
    sheet_columns.show_columns(columns, _year_of(reading.sheet, said))
    _offer_to_store(reading.sheet, columns)
    _show_findings(sentences.ordered(reading.sheet.findings))
    _show_results(reading.sheet)
    _offer_tables(reading.sheet)


def _year_of(sheet: ScoreSheet, said: Answers) -> int:
    """Return the year whose indicators and items a column may hold: the sheet's, else the latest we have."""
    years = [each.fiscal_year_be for each in sheet.results if each.fiscal_year_be in framework.fiscal_years()]
    return max(years, default=said.fiscal_year_be or assessed_years.years()[0])


def _offer_to_store(sheet: ScoreSheet, columns: Columns) -> None:
    opened = ready(paths.database())
    if refusal := sentences.refusal(sheet):
        tell("problem", refusal)
        return
    known = stored_sheet(opened, sheet.fingerprint)
    if known and known.stored_at:
        tell("note", say("bring_in.sheet.already", date=long_date(known.stored_at.date()), number=known.source_id))
        _show_ways(known.agency_codes, sheet)
        return
    if not st.button(say("bring_in.sheet.store"), type="primary", key="store_sheet"):
        return
    with sheet_reading.progress(say("bring_in.sheet.storing")) as told:
        keep(paths.database(), "import")
        stored = store_sheet(opened, sheet, "sheet", told, who=visitor())
    remember(opened, sheet_columns.to_remember(columns), who=visitor())
    look_again()
    tell("done", *sentences.stored_lines(stored, sheet))
    _show_ways(stored.agency_codes, sheet)


def _show_ways(codes: tuple[str, ...], sheet: ScoreSheet) -> None:
    """Lead to the pages about each result: its plan is that of the year after."""
    after = {each.fiscal_year_be + 1 for each in sheet.results}
    rows = []
    for code in codes[:MOST_READ]:
        for year in (each for each in agency_years(code) if each.fiscal_year_be in after):
            links = {page: href(page, agency=code, year=year.fiscal_year_be) for page in ("weaknesses", "executive")}
            rows.append({"name": year.name, "year": year.fiscal_year_be - 1, "links": links})
    show("sheet_ways", rows=rows[:MOST_READ], rest=max(0, len(codes) - MOST_READ))


def _show_findings(findings: list[SheetFinding]) -> None:
    rows = [
        {"severity": each.severity, "title": each.title, "place": str(each.place), "quote": each.quote, "fix": each.fix}
        for each in findings[:MOST_READ]
    ]
    show("findings", title=say_count("reading.findings", len(findings)), rows=rows)
    if len(findings) > MOST_READ:
        show("words", words=say("bring_in.sheet.more_findings", count=len(findings), most=MOST_READ))
        show_table("sheet_findings", pd.DataFrame(map(_finding_row, findings)), say("bring_in.sheet.findings_alt"))


def _finding_row(each: SheetFinding) -> dict[str, object]:
    return {
        say("column.severity"): say(f"severity.{each.severity}"),
        say("column.finding"): each.title,
        say("column.place"): str(each.place),
        say("column.quote"): each.quote,
        say("column.fix"): each.fix,
    }


def _show_results(sheet: ScoreSheet) -> None:
    show("section", title=say("bring_in.sheet.results"), text=sentences.results_line(sheet))
    if len(sheet.results) <= MOST_READ:
        show("sheet_results", rows=list(map(_result, sheet.results)))
    else:
        show_table("sheet_results", _table(sheet.results), say("bring_in.sheet.results_alt"))


def _offer_tables(sheet: ScoreSheet) -> None:
    def made() -> tuple[Sheet, ...]:
        is_stored = stored_sheet(ready(paths.database()), sheet.fingerprint) is not None
        return bringing.tables(sheet, is_stored=is_stored)

    exports.offer_of_visit("bring-in", partial(bringing.about, sheet), made)


def _result(each: Result) -> dict[str, Any]:
    return {
        "name": each.agency.name,
        "province": each.agency.province or say("missing"),
        "year": each.fiscal_year_be,
        "printed": _two(each.total_printed),
        "computed": _two(each.total_computed),
        "difference": _two(sentences.difference(each)),
        "grade_printed": each.grade_printed,
        "grade_computed": each.grade_computed,
        "is_other_grade": sentences.is_other_grade(each),
    }


def _table(results: tuple[Result, ...]) -> pd.DataFrame:
    missing = say("missing")
    return pd.DataFrame(
        {
            say("filter.agency"): [each.agency.name for each in results],
            say("bring_in.sheet.province"): [each.agency.province or missing for each in results],
            say("filter.year"): [str(each.fiscal_year_be) for each in results],
            say("bring_in.sheet.printed"): [_two(each.total_printed) or missing for each in results],
            say("bring_in.sheet.computed"): [_two(each.total_computed) or missing for each in results],
            say("bring_in.sheet.grade_printed"): [each.grade_printed or missing for each in results],
            say("bring_in.sheet.grade_computed"): [each.grade_computed or missing for each in results],
        }
    )


def _two(score: object) -> str | None:
    return None if score is None else f"{score:.2f}"
