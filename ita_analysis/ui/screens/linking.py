"""The form by which an analyst confirms or changes which measure answers which indicator, and what was changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from ita_analysis.errors import ItaError
from ita_analysis.queries.asking import rows_of
from ita_analysis.store.links import LONGEST_REASON, SeenLink, remove_link, set_link
from ita_analysis.texts import explain, say
from ita_analysis.thai.dates import long_date
from ita_analysis.ui import judging
from ita_analysis.ui.asking import AgencyYear, look_later, of_year, to_store
from ita_analysis.ui.choosing import Filters
from ita_analysis.ui.heads import text_of
from ita_analysis.ui.rendering import show, show_kept, tell
from ita_analysis.ui.visiting import may_here, visitor

_SAID = "link_said"


def show_form(year: AgencyYear, wanted: Filters) -> None:
    """Show the form for one pair of measure and indicator; what was typed stays until it is saved."""
    measures, indicators = _own(year), judging.indicators(year)
    if measures.empty:
        return
    titles = {int(row.measure_no): row.title for row in rows_of(measures)}
    names = {int(row.indicator_no): row.short_name_th for row in rows_of(indicators)}
    show("section", title=say("coverage.edit.title"), text=say("coverage.edit.about"))
    _tell_what_was_done()
    first = wanted.indicator_no or _hole(year)
    numbers = [first, *(no for no in names if no != first)] if first in names else list(names)
    with st.container(key="pair_of_link"):
        measure_no = st.selectbox(
            say("coverage.edit.measure"), titles, format_func=lambda no: f"{no} {titles[no]}", key="link_measure"
        )
        indicator_no = st.selectbox(
            say("coverage.edit.indicator"), numbers, format_func=lambda no: f"{no} {names[no]}", key="link_indicator"
        )
    measure_id = int(measures.set_index("measure_no")["measure_id"].loc[measure_no])
    _offer(year, measure_id, int(indicator_no))


def show_changes(year: AgencyYear) -> None:
    """Show what analysts changed, the newest change first."""
    show_kept("changes", _changes, year)


def _own(year: AgencyYear) -> pd.DataFrame:
    """Return the measures whose plan the visitor may change."""
    measures = of_year("measures", year)
    units = measures["responsible"].map(text_of)
    return measures[[may_here("plan", year.agency_code, unit) for unit in units]]


def _hole(year: AgencyYear) -> int | None:
    indicators = judging.indicators(year)
    holes = indicators[indicators["is_weak"] & (indicators["measure_count"] == 0)]["indicator_no"]
    return None if holes.empty else int(holes.iloc[0])


def _offer(year: AgencyYear, measure_id: int, indicator_no: int) -> None:
    seen = _seen(year, measure_id, indicator_no)
    state = (
        say("coverage.edit.linked", basis=say(f"basis.{seen.basis}"), reason=seen.reason)
        if seen
        else say("coverage.edit.unlinked")
    )
    show("words", words=say("coverage.edit.now", state=state))
    reason = st.text_area(say("coverage.edit.reason"), key="link_reason", max_chars=LONGEST_REASON)
    about = {"measure_id": measure_id, "indicator_no": indicator_no, "reason": reason, "seen": seen}
    with st.container(horizontal=True):
        label = say("coverage.edit.confirm" if seen else "coverage.edit.add")
        st.button(label, key="set_link", type="primary", on_click=_save, args=(set_link, about))
        if seen:
            st.button(say("coverage.edit.remove"), key="remove_link", on_click=_save, args=(remove_link, about))


def _seen(year: AgencyYear, measure_id: int, indicator_no: int) -> SeenLink | None:
    links = of_year("links", year)
    own = links[(links["measure_id"] == measure_id) & (links["indicator_no"] == indicator_no)]
    return next((SeenLink(row.basis, row.reason) for row in rows_of(own)), None)


def _save(change: Any, about: dict[str, Any]) -> None:  # noqa: ANN401 - one of the store's two changes of a link
    pair = (about["measure_id"], about["indicator_no"])
    try:
        with to_store() as opened:
            change(opened, *pair, st.session_state["link_reason"], seen=about["seen"], who=visitor())
    except ItaError as error:
        st.session_state[_SAID] = ("problem", explain(error))
        return
    st.session_state["link_reason"] = ""
    st.session_state[_SAID] = ("done", "")
    look_later()


def _tell_what_was_done() -> None:
    kind, words = st.session_state.pop(_SAID, (None, ""))
    if kind == "problem":
        tell("problem", words)
    elif kind == "done":
        tell("done", say("coverage.edit.saved"))


def _changes(year: AgencyYear) -> Mapping[str, object] | None:
    rows = [
        {
            "when": long_date(row.changed_at),
            "what": say(f"coverage.changes.{row.action}", title=row.title, no=row.indicator_no),
            "reason": row.reason,
            "before": say("coverage.changes.before", basis=say(f"basis.{row.basis_before}"), reason=row.reason_before)
            if isinstance(row.basis_before, str)
            else "",
        }
        for row in rows_of(of_year("link_changes", year))
    ]
    return {"rows": rows} if rows else None
