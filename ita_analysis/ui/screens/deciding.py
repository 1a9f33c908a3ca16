"""The form by which a finding is accepted or dismissed: what it is, what accepting does, and the reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from ita_analysis.errors import ItaError
from ita_analysis.store.checking import Found
from ita_analysis.store.deciding import LONGEST_REASON, accept, can_be_mended, dismiss
from ita_analysis.texts import explain, say
from ita_analysis.ui import checked, choosing, heads
from ita_analysis.ui.asking import AgencyYear, look_later, to_store
from ita_analysis.ui.choosing import Filters
from ita_analysis.ui.finding_rows import place_of, quote_of
from ita_analysis.ui.rendering import show, tell
from ita_analysis.ui.screens import mending
from ita_analysis.ui.screens.completeness import can_decide
from ita_analysis.ui.screens.mending import Way
from ita_analysis.ui.visiting import visitor

_SAID = "decision_said"


def show_form(year: AgencyYear, wanted: Filters) -> None:
    """Show the form for the finding that the address names, and say what was done; nothing where it names none."""
    _tell_what_was_done()
    key = choosing.stated("finding")
    if not key or not can_decide(year):
        return
    found = checked.finding(year, key)
    cancel = heads.link(checked.PAGE, year, "findings", **vars(wanted))
    if found is None:
        show("decide", found=None, cancel=cancel)
        return
    show("decide", found=_told(year, found), cancel=cancel)
    with st.container(key="decide_form"):
        st.text_area(say("check.reason"), key=_reason(key), max_chars=LONGEST_REASON)
        with st.container(horizontal=True, vertical_alignment="center"):
            is_mended = can_be_mended(found)
            about = (year, key, is_mended, mending.of_finding(year, found))
            accepting = say("check.accept_mend" if is_mended else "check.accept_by_hand")
            st.button(accepting, key="decide_accept", type="primary", on_click=_accept, args=about)
            st.button(say("check.dismiss"), key="decide_dismiss", on_click=_dismiss, args=about[:2])


def _told(year: AgencyYear, found: Found) -> Mapping[str, object]:
    rule = found.finding.rule
    how = say("check.mends", how=say(f"check.how.{rule}")) if can_be_mended(found) else say("check.by_hand")
    return {
        "title": say("check.form", title=found.finding.title),
        "place": place_of(found),
        "quote": quote_of(found),
        "fix": found.finding.fix,
        "how": how,
        "mend": mending.of_finding(year, found),
    }


def _accept(year: AgencyYear, key: str, is_mended: bool, mend: Way | None) -> None:
    def do() -> None:
        with to_store() as opened:
            accept(opened, year.agency_code, year.fiscal_year_be, key, who=visitor())

    _store(do, key, "check.mended" if is_mended else "check.accepted", mend)


def _dismiss(year: AgencyYear, key: str) -> None:
    def do() -> None:
        with to_store() as opened:
            reason = str(st.session_state[_reason(key)])
            dismiss(opened, year.agency_code, year.fiscal_year_be, key, reason, who=visitor())

    _store(do, key, "check.dismissed", None)


def _store(do: Callable[[], None], key: str, done: str, mend: Way | None) -> None:
    try:
        do()
    except ItaError as error:
        st.session_state[_SAID] = ("problem", explain(error), None)
        return
    finally:
        look_later()
    st.session_state.pop(_reason(key), None)
    st.query_params.pop("finding", None)
    st.session_state[_SAID] = ("done", say(done), mend)


def _reason(key: str) -> str:
    return f"decide_reason_{key}"


def _tell_what_was_done() -> None:
    kind, words, mend = st.session_state.pop(_SAID, (None, "", None))
    if kind:
        tell(kind, words)
    if mend:
        show("way", href=mend.href, words=mend.words)
