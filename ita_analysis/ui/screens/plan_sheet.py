"""The plan of a year as a sheet: handed out, taken back, looked at field by field, and stored by one click."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from ita_analysis import paths
from ita_analysis.documents.naming import file_name
from ita_analysis.documents.plan_workbook import PlanAbout, PlanLine, left_out, plan_xlsx
from ita_analysis.documents.tables import About
from ita_analysis.documents.workbook import LONGEST_TEXT
from ita_analysis.entries import Plan
from ita_analysis.errors import ItaError
from ita_analysis.intake.plan_sheet import PlanRow, PlanSheet, PlanYear, read_plan_sheet
from ita_analysis.intake.plan_sheet.merging import RowChange, compare, missing, resolved
from ita_analysis.people import may
from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences import plan_sheet as sentences
from ita_analysis.sentences.parts import listed
from ita_analysis.store.building import data_version, ready
from ita_analysis.store.keeping import keep
from ita_analysis.store.plan_sheets import plans_of_year, store_plan_sheet
from ita_analysis.texts import explain, say, say_some
from ita_analysis.ui import judging
from ita_analysis.ui.asking import AgencyYear, ask, kept, look_later, of_year, today
from ita_analysis.ui.rendering import show, tell
from ita_analysis.ui.visiting import visitor

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

_SAID, _READ, _COUNT = "plan_sheet_said", "plan_sheet_read", "plan_sheet_count"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_USES = ("file", "stored")


def show_sheet(year: AgencyYear) -> None:
    """Show the row that opens: the plan to take away, and the sheet that comes back."""
    if said := st.session_state.pop(_SAID, ()):
        tell(*said)
    part = st.expander(say("plan_sheet.section"), key="plan_sheet", on_change="rerun")
    if not part.open:
        return
    with part:
        show("section", text=say("plan_sheet.section_about"))
        _offer_file(year)
        if may(visitor(), "plan", year.agency_code, visitor().unit):
            # Any file may be given: Streamlit refuses other endings in English, the reader in Thai and with a reason.
            # A stored sheet makes room for the next: the field is a new one then.
            key = f"plan_file_{st.session_state.get(_COUNT, 0)}"
            upload = st.file_uploader(say("plan_sheet.upload"), key=key)
            if upload is not None:
                _show_file(year, upload)


def _offer_file(year: AgencyYear) -> None:
    lines = kept(_lines, year)
    for line in left_out(lines):
        about = {"no": line.no, "title": line.plan.title, "most": LONGEST_TEXT}
        tell("note", say("plan_sheet.left_out", **about))
    label = say("plan_sheet.download" if lines else "plan_sheet.download_blank")
    name = file_name(_about_file(year), say("plan_sheet.file_name"), "xlsx")
    st.download_button(label, partial(_content, year), name, _XLSX, key="plan_download", on_click="ignore")


def _content(year: AgencyYear) -> bytes:
    version = data_version(ready(paths.database()))
    about = PlanAbout(year.agency_code, year.name, year.fiscal_year_be, version, today(), year.is_synthetic)
    return plan_xlsx(about, kept(_lines, year))


def _about_file(year: AgencyYear) -> About:
    return About("", year.name, year.short_name, year.fiscal_year_be, (), "", today(), year.is_synthetic)


def _lines(year: AgencyYear) -> list[PlanLine]:
    links = of_year("links", year)
    reasons = {
        measure_id: {int(row.indicator_no): str(row.reason) for row in rows_of(own)}
        for measure_id, own in links.groupby("measure_id")
    }
    plans = kept(_plans, year)
    return [PlanLine(number, no, plan, reasons.get(number, {})) for no, (number, plan) in enumerate(plans.items(), 1)]


def _plans(year: AgencyYear) -> dict[int, Plan]:
    with ready(paths.database()).cursor() as cursor:
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
    _offer_to_store(year, sheet, changes, upload.file_id)
    _show_findings(sheet)
    _show_changes(changes)
    if aside := missing(sheet.rows, plans):
        show("words", words=say("plan_sheet.missing", titles=listed([f"“{plans[number].title}”" for number in aside])))


def _read(year: AgencyYear, upload: UploadedFile) -> PlanSheet:
    """Return what the file says, read once for each file and state of the data."""
    about = (upload.file_id, year, data_version(ready(paths.database())))
    if st.session_state.get(_READ, (None,))[0] != about:
        st.session_state[_READ] = (about, read_plan_sheet(upload.name, upload.getvalue(), _plan_year(year)))
    sheet: PlanSheet = st.session_state[_READ][1]
    return sheet


def _offer_to_store(year: AgencyYear, sheet: PlanSheet, changes: Sequence[RowChange], file_id: str) -> None:
    if sheet.is_grave:
        tell("problem", say("plan_sheet.grave"))
        return
    if not any(each.is_new or each.is_change for each in changes):
        tell("note", say("plan_sheet.nothing"))
        return
    uses = {each.row.measure_id: _use(each, file_id) for each in changes if each.is_disputed}
    if left := [each for each in changes if each.is_disputed and uses[each.row.measure_id] is None]:
        tell("note", sentences.undecided(left))
    by_file = {number for number, use in uses.items() if number is not None and use == "file"}
    about = (year, resolved(changes, by_file), kept(_plans, year))
    st.button(
        say("plan_sheet.store"), key="store_plan_sheet", type="primary", disabled=bool(left), on_click=_store,
        args=about,
    )  # fmt: skip


def _use(change: RowChange, file_id: str) -> str | None:
    """Ask which text of a disputed measure holds; None as long as nobody has said it."""
    about = {"row": change.row.row, "title": sentences.title_of(change), "fields": sentences.disputed(change)}
    show("words", words=say("plan_sheet.choose", **about))
    label, key = say("plan_sheet.choice", row=change.row.row), f"plan_use_{file_id}_{change.row.measure_id}"
    return st.radio(
        label, _USES, index=None, key=key, format_func=_use_label, horizontal=True, label_visibility="collapsed"
    )


def _use_label(use: str) -> str:
    return say(f"plan_sheet.use.{use}")


def _show_findings(sheet: PlanSheet) -> None:
    if sheet.findings:
        rows = [
            {"severity": f.severity, "title": f.title, "place": str(f.place), "quote": f.quote, "fix": f.fix}
            for f in sheet.findings
        ]
        title = say_some("plan_sheet.findings", len(rows))
        show("findings", title=title, rows=rows, quoted=say("plan_sheet.findings_quoted"))


def _show_changes(changes: Sequence[RowChange]) -> None:
    rows = [
        {
            "row": each.row.row,
            "title": sentences.title_of(each),
            "is_new": each.is_new,
            "fields": list(sentences.told(each)),
        }
        for each in changes
        if each.is_new or each.is_change
    ]
    if rows:
        show("plan_changes", rows=rows)


def _store(year: AgencyYear, rows: Sequence[PlanRow], seen: Mapping[int, Plan]) -> None:
    about = (year.agency_code, year.fiscal_year_be, rows)
    try:
        keep(paths.database(), "import")
        done = store_plan_sheet(ready(paths.database()), *about, seen=seen, who=visitor())
    except ItaError as error:
        st.session_state[_SAID] = ("problem", explain(error))
        look_later()
        return
    look_later()
    st.session_state[_SAID] = ("done", *sentences.stored_lines(done))
    st.session_state[_COUNT] = int(st.session_state.get(_COUNT, 0)) + 1
