"""The form by which a change is taken back: what it was, why, and a second step before it is done."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from ita_analysis import paths
from ita_analysis.errors import ItaError
from ita_analysis.people import Person
from ita_analysis.queries.asking import rows_of
from ita_analysis.queries.audit import ChangesSought
from ita_analysis.sentences import history as sentences
from ita_analysis.store.building import ready
from ita_analysis.store.undoing import LONGEST_REASON, undo
from ita_analysis.texts import explain, say
from ita_analysis.ui import changes, choosing, undoable
from ita_analysis.ui.asking import kept, look_later
from ita_analysis.ui.changes import Wanted
from ita_analysis.ui.rendering import render, show, tell
from ita_analysis.ui.visiting import visitor

_SAID = "undo_said"


def show_form(wanted: Wanted) -> None:
    """Show the form for the change that the address names, and say what was done; nothing where it names none."""
    _tell_what_was_done()
    number = choosing.stated("undo") or ""
    if not (number.isdecimal() and number.isascii() and len(number) < 10):
        return
    html, can_be_undone = kept(_told, wanted, int(number), visitor())
    if html:
        st.html(html)
    if can_be_undone:
        with st.container(key="undo_form"):
            st.text_area(say("history.undo_reason"), key=f"undo_reason_{number}", max_chars=LONGEST_REASON)
            with st.container(horizontal=True, vertical_alignment="center"):
                label = say("history.undo_confirm")
                st.button(label, key="undo_confirm", type="primary", on_click=_undo, args=(int(number),))
                show("undo_cancel", cancel=changes.link(wanted))


def _told(wanted: Wanted, number: int, who: Person) -> tuple[str, bool]:
    """Return the change that is to be taken back as HTML, and whether it can be; nothing of another agency's."""
    asked = Wanted(wanted.year, ChangesSought(wanted.sought.agency_code, wanted.year.fiscal_year_be, number))
    found = changes.found(asked, 1)
    for row in rows_of(found):
        why_not = undoable.why_not(undoable.plan_of(wanted.year), row, changes.rows_of_changes(found)[number], who)
        about: Mapping[str, object] = {
            "what": sentences.change(row),
            "lead": f"{sentences.who(row)} · {sentences.moment(row.changed_at)}",
            "why_not": why_not,
            "cancel": changes.link(wanted),
            **changes.told_fields(asked, changes.fields_of(asked, found)[number]),
        }
        return render("undoing", **about), not why_not
    return render("message", kind="problem", lines=[say("error.undo_unknown")]), False


def _undo(number: int) -> None:
    key = f"undo_reason_{number}"
    try:
        undo(ready(paths.database()), number, reason=str(st.session_state[key]), who=visitor())
    except ItaError as error:
        st.session_state[_SAID] = ("problem", explain(error))
        return
    finally:
        look_later()
    del st.session_state[key]
    st.query_params.pop("undo", None)
    st.session_state[_SAID] = ("done", say("history.undo_saved"))


def _tell_what_was_done() -> None:
    kind, words = st.session_state.pop(_SAID, (None, ""))
    if kind:
        tell(kind, words)
