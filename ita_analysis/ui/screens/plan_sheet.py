"""The plan of a year as a sheet: handed out, taken back, looked at field by field, and stored by one click."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from ita_analysis.documents.naming import MEDIA_TYPES, file_name
from ita_analysis.documents.plan_workbook import PlanAbout, PlanLine, left_out, plan_xlsx
from ita_analysis.documents.tables import About
from ita_analysis.documents.workbook import LONGEST_TEXT
from ita_analysis.entries import Plan
from ita_analysis.errors import ItaError
from ita_analysis.intake.plan_sheet import PlanSheet, PlanYear, read_plan_sheet
from ita_analysis.intake.plan_sheet.merging import compare, missing
from ita_analysis.people import may
from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences import plan_sheet as sentences
from ita_analysis.sentences.parts import listed
from ita_analysis.store.building import data_version
from ita_analysis.store.plan_sheets import plans_of_year
from ita_analysis.texts import explain, say
from ita_analysis.ui import judging
from ita_analysis.ui.asking import AgencyYear, ask, kept, of_year, to_read, today
from ita_analysis.ui.rendering import show, tell
from ita_analysis.ui.screens import plan_sheet_changes as changing
from ita_analysis.ui.visiting import visitor

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

_READ = "plan_sheet_read"


def show_sheet(year: AgencyYear) -> None:
    """Show the row that opens: the plan to take away, and the sheet that comes back."""
    changing.tell_what_was_done()
    part = st.expander(say("plan_sheet.section"), key="plan_sheet", on_change="rerun")
    if not part.open:
        return
    with part:
        show("section", text=say("plan_sheet.section_about"))
        _offer_file(year)
        if may(visitor(), "plan", year.agency_code, visitor().unit):
            # Any file may be given: Streamlit refuses other endings in English, the reader in Thai and with a reason.
            # A stored sheet makes room for the next: the field is a new one then.
            key = f"plan_file_{changing.stored_count()}"
            upload = st.file_uploader(say("plan_sheet.upload"), key=key)
            if upload is not None:
                _show_file(year, upload)


def _offer_file(year: AgencyYear) -> None:
    lines = kept(_lines, year)
    for line in left_out(lines):
        tell("note", say("plan_sheet.left_out", no=line.no, title=line.plan.title, most=LONGEST_TEXT))
    label = say("plan_sheet.download" if lines else "plan_sheet.download_blank")
    about = PlanAbout(year.agency_code, year.name, year.fiscal_year_be, kept(_version), today(), year.is_synthetic)
    content = partial(plan_xlsx, about, lines)
    st.download_button(label, content, _name(year), MEDIA_TYPES["xlsx"], key="plan_download", on_click="ignore")


def _name(year: AgencyYear) -> str:
    about = About("", year.name, year.short_name, year.fiscal_year_be, (), "", today(), year.is_synthetic)
    return file_name(about, say("plan_sheet.file_name"), "xlsx")


def _version() -> int:
    with to_read() as cursor:
        return data_version(cursor)


def _lines(year: AgencyYear) -> list[PlanLine]:
    links = of_year("links", year)
    reasons = {
        measure_id: {int(row.indicator_no): str(row.reason) for row in rows_of(own)}
        for measure_id, own in links.groupby("measure_id")
    }
    plans = kept(_plans, year)
    return [PlanLine(number, no, plan, reasons.get(number, {})) for no, (number, plan) in enumerate(plans.items(), 1)]


def _plans(year: AgencyYear) -> dict[int, Plan]:
    with to_read() as cursor:
        return plans_of_year(cursor, year.agency_code, year.fiscal_year_be)


def _plan_year(year: AgencyYear) -> PlanYear:
    items = ask("items", year.agency_code, year.prior_fiscal_year_be)
    return PlanYear(
        year.agency_code,
        year.name,
        year.fiscal_year_be,
        titles={number: plan.title for number, plan in kept(_plans, year).items()},
        rounds=tuple(int(months) for months in of_year("rounds_set", year)["round_months"]),
        indicators=tuple(int(no) for no in judging.indicators(year)["indicator_no"]),
        items=tuple(str(code) for code in items["item_code"]),
    )


def _show_file(year: AgencyYear, upload: UploadedFile) -> None:
    """Show what a file says and changes, and offer to store it; nothing is stored unconfirmed."""
    try:
        sheet = _read(year, upload)
    except ItaError as error:
        tell("problem", f"{upload.name}: {explain(error)}")
        return
    plans = kept(_plans, year)
    changes = compare(sheet.rows, plans)
    show(
        "summary",
        title=say("plan_sheet.read_title", file=upload.name),
        facts=list(sentences.facts(sheet, changes, plans)),
    )
    if words := sentences.kept(changes):
        tell("note", words)
    changing.offer_to_store(year, sheet, changes, plans, upload.file_id)
    changing.show_findings(sheet)
    changing.show_changes(changes)
    if aside := missing(sheet.rows, plans):
        show("words", words=say("plan_sheet.missing", titles=listed([f"“{plans[number].title}”" for number in aside])))


def _read(year: AgencyYear, upload: UploadedFile) -> PlanSheet:
    """Return what the file says, read once for each file and state of the data."""
    about = (upload.file_id, year, kept(_version))
    if st.session_state.get(_READ, (None,))[0] != about:
        st.session_state[_READ] = (about, read_plan_sheet(upload.name, upload.getvalue(), _plan_year(year)))
    sheet: PlanSheet = st.session_state[_READ][1]
    return sheet
