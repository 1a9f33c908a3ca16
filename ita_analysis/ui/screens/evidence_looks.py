"""The evidence of a round: what is cited, and whether its addresses answer."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from ita_analysis.errors import ItaError
from ita_analysis.evidence import allowed_places
from ita_analysis.people import may
from ita_analysis.store.citing import store_looks
from ita_analysis.texts import explain, say
from ita_analysis.ui import cited
from ita_analysis.ui.asking import AgencyYear, look_later, of_year, to_store
from ita_analysis.ui.rendering import show_kept, tell
from ita_analysis.ui.visiting import visitor

_SAID = "looks_said"


def show_evidence(year: AgencyYear, months: int) -> None:
    """Show what the results of a round cite, with what the last look found; offer to look now, and each file."""
    found = _cited(year, months)
    _tell_what_was_done()
    if not found.empty:
        show_kept("cited", _table, year, months)
        urls = tuple(dict.fromkeys(found["url"].dropna()))
        if urls and may(visitor(), "enter", year.agency_code, visitor().unit):
            st.button(say("cited.look"), key="look_at_links", on_click=_look, args=(year, urls))
        cited.offer_files(found)


def _cited(year: AgencyYear, months: int) -> pd.DataFrame:
    found = of_year("cited", year)
    return found[found["round_months"] == months]


def _table(year: AgencyYear, months: int) -> Mapping[str, object]:
    rows = list(cited.rows(year, _cited(year, months)))
    return {"title": say("cited.title", months=months), "first": say("column.measure"), "rows": rows}


def _look(year: AgencyYear, urls: tuple[str, ...]) -> None:
    """Ask each address whether it answers, because somebody asked to."""
    from ita_analysis.evidence.live import look

    bar = st.progress(0.0, say("cited.looking", done=0, count=len(urls)))

    def told(done: int, count: int) -> None:
        bar.progress(done / count, say("cited.looking", done=done, count=count))

    try:
        looks = look(urls, allowed=allowed_places(), tell=told)
        with to_store() as opened:
            store_looks(opened, year.agency_code, looks, who=visitor())
    except ItaError as error:
        st.session_state[_SAID] = ("problem", explain(error))
        return
    look_later()
    answered = sum(each.state == "found" for each in looks)
    st.session_state[_SAID] = ("done", say("cited.looked", found=answered, count=len(looks)))


def _tell_what_was_done() -> None:
    if said := st.session_state.pop(_SAID, None):
        tell(*said)
