"""The screen on which a plan is made: the measures of the year, their order, and the way to each of their forms."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from ita_analysis.entries import Plan
from ita_analysis.errors import ItaError, StoreError
from ita_analysis.people import may
from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences import planning as sentences
from ita_analysis.sentences.weak import carried_words, uncovered
from ita_analysis.store.ordering import order_measures
from ita_analysis.store.plans import plan_of
from ita_analysis.texts import explain, say
from ita_analysis.thai.dates import short_date
from ita_analysis.ui import choosing, heads, judging
from ita_analysis.ui.asking import AgencyYear, kept, look_later, of_year, to_read, to_store
from ita_analysis.ui.rendering import show, show_kept, tell
from ita_analysis.ui.visiting import visitor

PAGE, NEW = "plan", "new"
_SAID = "planning_said"
_TO_MOVE = "measure_to_move"


def chosen(year: AgencyYear) -> int | str | None:
    """Return the number of the measure that the address names, NEW for one to be added, or None."""
    said = choosing.stated("measure") or ""
    if said == NEW:
        return NEW
    return int(said) if said in {str(no) for no in of_year("measures", year)["measure_no"]} else None


def show_head(year: AgencyYear) -> None:
    """Show how many measures the plan has, and which weak indicator has none."""
    show_kept("head", _head, year)


def show_plan(year: AgencyYear) -> None:
    """Show the measures in their order, each with the way to its form, and what is still without a measure."""
    tell_what_was_done()
    can_plan = may(visitor(), "plan", year.agency_code, visitor().unit)
    show_kept("plan", _plan, year, can_plan)
    if can_plan:
        show("way", href=heads.link(PAGE, year, measure=NEW), words=say("plan.add"))


def show_order(year: AgencyYear) -> None:
    """Offer to move a measure up or down in the order of the plan."""
    measures = of_year("measures", year)
    if len(measures) < 2 or not may(visitor(), "plan", year.agency_code):
        return
    titles = {int(row.measure_id): str(row.title) for row in rows_of(measures)}  # its number is what changes
    with st.expander(say("plan.order"), key="order_of_plan"):
        st.selectbox(say("plan.which"), list(titles), format_func=titles.__getitem__, key=_TO_MOVE)
        with st.container(horizontal=True):
            for step, name in ((-1, "up"), (1, "down")):
                about = (year, list(titles), step)
                st.button(say(f"plan.{name}"), key=f"move_{name}", on_click=_move, args=about)


def row_of(year: AgencyYear, measure_no: int) -> Any:  # noqa: ANN401 - a row of an answer
    """Return a measure of the year by its number."""
    found = of_year("measures", year)
    return next(rows_of(found[found["measure_no"] == measure_no]))


def stored_plan(measure_id: int) -> Plan | None:
    """Return the stored plan of a measure, None where it is in the plan no more."""
    return kept(_stored_plan, measure_id)


def tell_next_time(kind: str, words: str) -> None:
    """Keep what is to be said when the page is shown again."""
    st.session_state[_SAID] = (kind, words)


def tell_what_was_done() -> None:
    """Say what a click just did."""
    if said := st.session_state.pop(_SAID, None):
        tell(*said)


def _stored_plan(measure_id: int) -> Plan | None:
    with to_read() as cursor, suppress(StoreError):
        return plan_of(cursor, measure_id)
    return None


def _move(year: AgencyYear, seen: list[int], step: int) -> None:
    wanted = list(seen)
    at = wanted.index(st.session_state[_TO_MOVE])  # it may have been chosen by the very click before
    to = min(max(at + step, 0), len(wanted) - 1)
    wanted.insert(to, wanted.pop(at))
    about = (year.agency_code, year.fiscal_year_be, wanted)
    try:
        with to_store() as opened:
            order_measures(opened, *about, seen=seen, who=visitor())
    except ItaError as error:
        tell_next_time("problem", explain(error))
    look_later()


def _head(year: AgencyYear) -> Mapping[str, object]:
    found = sentences.headline(of_year("measures", year), judging.indicators(year), year.fiscal_year_be)
    return {"head": replace(heads.head(PAGE, year, found), has_source=False)}


def _plan(year: AgencyYear, can_plan: bool) -> Mapping[str, object] | None:
    measures = of_year("measures", year)
    link = partial(heads.link, PAGE, year)
    links = judging.links(year)
    rows = [
        {
            "no": row.measure_no,
            "title": row.title,
            "href": link(measure=row.measure_no),
            "owner": heads.text_of(row.responsible) or say("missing"),
            "steps": row.step_count,
            "answers": sentences.answers(links[links["measure_id"] == row.measure_id]),
            "ended": "" if pd.isna(row.ended_on) else say("plan.ended", date=short_date(row.ended_on)),
            "carried": not pd.isna(row.carried_from),
        }
        for row in rows_of(measures)
    ]
    holes = [
        {
            "name": f"{row.indicator_no} {row.short_name_th}",
            "href": link(measure=NEW, indicator=row.indicator_no),
            "carried": carried_words(row),
        }
        for row in rows_of(uncovered(judging.indicators(year)))
    ]
    return {"rows": rows, "holes": holes if can_plan else []}
