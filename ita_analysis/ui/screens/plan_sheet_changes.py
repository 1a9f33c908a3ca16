"""What a sheet of a plan changes, field by field, which text holds where two changed it, and the click to store it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from ita_analysis import paths
from ita_analysis.entries import Plan
from ita_analysis.errors import ItaError
from ita_analysis.intake.plan_sheet import PlanRow, PlanSheet
from ita_analysis.intake.plan_sheet.merging import RowChange, resolved
from ita_analysis.sentences import plan_sheet as sentences
from ita_analysis.store.keeping import keep
from ita_analysis.store.plan_sheets import store_plan_sheet
from ita_analysis.texts import explain, say, say_some
from ita_analysis.ui.asking import AgencyYear, look_later, to_store
from ita_analysis.ui.rendering import show, tell
from ita_analysis.ui.visiting import visitor

_SAID, _COUNT = "plan_sheet_said", "plan_sheet_count"
_USES = ("file", "stored")


def tell_what_was_done() -> None:
    """Say what a click just did."""
    if said := st.session_state.pop(_SAID, ()):
        tell(*said)


def stored_count() -> int:
    """Return how many sheets this visitor has stored."""
    return int(st.session_state.get(_COUNT, 0))


def offer_to_store(
    year: AgencyYear, sheet: PlanSheet, changes: Sequence[RowChange], seen: Mapping[int, Plan], file_id: str
) -> None:
    """Offer to store a sheet upon the plans that are seen; say why not where it may not or need not be."""
    if sheet.is_grave:
        tell("problem", say("plan_sheet.grave"))
        return
    if not any(each.is_new or each.is_change for each in changes):
        tell("note", say("plan_sheet.nothing"))
        return
    uses = {each.row.measure_id: _use(each, file_id) for each in changes if each.is_disputed}
    if left := [each for each in changes if each.is_disputed and uses[each.row.measure_id] is None]:
        tell("note", sentences.standing(left))
    by_file = {number for number, use in uses.items() if number is not None and use == "file"}
    about = (year, resolved(changes, by_file), seen)
    st.button(
        say("plan_sheet.store"), key="store_plan_sheet", type="primary", disabled=bool(left), on_click=_store,
        args=about,
    )  # fmt: skip


def show_findings(sheet: PlanSheet) -> None:
    """Show what is wrong in a sheet, with its cell and what to do."""
    if sheet.findings:
        rows = [
            {"severity": f.severity, "title": f.title, "place": str(f.place), "quote": f.quote, "fix": f.fix}
            for f in sheet.findings
        ]
        title = say_some("plan_sheet.findings", len(rows))
        show("findings", title=title, rows=rows, quoted=say("plan_sheet.findings_quoted"))


def show_changes(changes: Sequence[RowChange]) -> None:
    """Show each measure that a sheet adds or changes, as stored beside as in the sheet."""
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


def _use(change: RowChange, file_id: str) -> str | None:
    """Ask which text of a disputed measure holds; None as long as nobody has said it of these very texts."""
    about = {"row": change.row.row, "title": sentences.title_of(change), "fields": sentences.disputed(change)}
    show("words", words=say("plan_sheet.choose", **about))
    label = say("plan_sheet.choice", row=change.row.row)
    key = f"plan_use_{file_id}_{change.row.measure_id}_{hash(change.fields)}"
    return st.radio(
        label, _USES, index=None, key=key, format_func=_use_label, horizontal=True, label_visibility="collapsed"
    )


def _use_label(use: str) -> str:
    return say(f"plan_sheet.use.{use}")


def _store(year: AgencyYear, rows: Sequence[PlanRow], seen: Mapping[int, Plan]) -> None:
    about = (year.agency_code, year.fiscal_year_be, rows)
    try:
        with to_store() as opened:
            keep(paths.database(), "import")
            done = store_plan_sheet(opened, *about, seen=seen, who=visitor())
    except ItaError as error:
        st.session_state[_SAID] = ("problem", explain(error))
        look_later()
        return
    look_later()
    st.session_state[_SAID] = ("done", *sentences.stored_lines(done))
    st.session_state[_COUNT] = stored_count() + 1
