"""A round as a whole: handed over, approved, opened again with a reason; and which rounds the year has."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from ita_analysis.entries import LONGEST_LINE, LONGEST_TEXT, Signature
from ita_analysis.errors import ItaError
from ita_analysis.people import may
from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences import entering as sentences
from ita_analysis.sentences.parts import listed
from ita_analysis.store.rounds import Round, approve, reopen, set_rounds, submit
from ita_analysis.texts import explain, say
from ita_analysis.thai.dates import day_in, long_date
from ita_analysis.thai.fiscal_year import ROUNDS
from ita_analysis.ui import typed
from ita_analysis.ui.asking import AgencyYear, look_later, of_year, to_store, today
from ita_analysis.ui.form import Form, offer_newest, save, tell_draft
from ita_analysis.ui.rendering import show, tell
from ita_analysis.ui.screens import entering
from ita_analysis.ui.visiting import visitor

_SAID = "round_said"
_ROUNDS, _CHANGED = "rounds", "rounds_changed_meanwhile"
_SIGNED = ("sign_name", "sign_position", "sign_on")


def show_state(year: AgencyYear, months: int) -> None:
    """Show the state of a round, and what the person may do about it."""
    of_round = entering.round_row(year, months)
    show("section", title=say("round_state.title", months=months), text=sentences.state(of_round))
    with st.container():
        _tell_what_was_done()
    who, of = visitor(), Round(year.agency_code, year.fiscal_year_be, months)
    if of_round.state == "open":
        has_result = entering.entries(year, months)["version"].notna().any()
        if has_result and may(who, "submit", year.agency_code):
            _tell_what_lacks(year, months)
            _offer_to_sign(of, submit, "submit")
        return
    if of_round.state == "submitted" and may(who, "approve", year.agency_code):
        _tell_what_lacks(year, months)
        _offer_to_sign(of, approve, "approve")
    if may(who, "approve" if of_round.state == "approved" else "submit", year.agency_code):
        _offer_to_reopen(of)


def show_rounds(year: AgencyYear) -> None:
    """Offer to set which rounds the year has, and by when the results of each are due."""
    if not may(visitor(), "submit", year.agency_code):
        return
    form = Form(("rounds", year.agency_code, year.fiscal_year_be), partial(_stored, year), _shown)
    form.look()
    with st.expander(say("round_state.set"), key="set_rounds", expanded=not form.stored or form.draft is not None):
        with st.container():
            _tell_what_was_done()
            if form.is_outdated:
                offer_newest(form, say(f"error.{_CHANGED}"))
        show("words", words=say("round_state.set_about"))
        typed.some_of(form, _ROUNDS, say("round_state.rounds"), [str(months) for months in ROUNDS], _label)
        with st.container(key="round_dates"):
            for months in _chosen(form.fields):
                with st.container():
                    typed.day(form, _due_field(months), say("round_state.due", months=months))
        with st.container():
            _tell_what_nobody_plans(year, form)
        with st.container():
            tell_draft(form)
        with st.container(horizontal=True):
            st.button(say("round_state.save"), key="save_rounds", on_click=_set, args=(year, form))
            if form.draft:
                st.button(say("typed.drop"), key="drop_rounds", on_click=form.forget)


def _offer_to_sign(of: Round, sign: Callable[..., None], deed: str) -> None:
    show("words", words=say(f"round_state.{deed}_why"))
    who = visitor()
    for key, text in zip(_SIGNED, (who.name, who.position, long_date(today())), strict=True):
        st.session_state.setdefault(key, text)
    with st.container(key="sign_fields"):
        for key in _SIGNED:
            is_known = key == "sign_name" and bool(who.name)
            label = say(f"round_state.{key}")
            st.text_input(label, key=key, max_chars=LONGEST_LINE, autocomplete="off", disabled=is_known)
    st.button(say(f"round_state.{deed}"), key="sign_round", type="primary", on_click=_sign, args=(of, sign))


def _offer_to_reopen(of: Round) -> None:
    st.text_area(say("round_state.reason"), key="reopen_reason", max_chars=LONGEST_TEXT, height=80)
    st.button(say("round_state.reopen"), key="reopen_round", on_click=_reopen, args=(of,))


def _sign(of: Round, sign: Callable[..., None]) -> None:
    name, position, on = (str(st.session_state[key]) for key in _SIGNED)
    day = day_in(on)
    if day is None:
        st.session_state[_SAID] = ("problem", say("typed.no_day", text=on))
        return
    signature = Signature(visitor().name or name, position, day)
    if _do(partial(sign, of=of, signature=signature), say("round_state.signed")):
        for key in _SIGNED:  # who approves is another than who submits
            del st.session_state[key]


def _reopen(of: Round) -> None:
    reason = str(st.session_state["reopen_reason"])
    if _do(partial(reopen, of=of, reason=reason), say("round_state.reopened")):
        st.session_state["reopen_reason"] = ""


def _stored(year: AgencyYear) -> dict[int, date | None]:
    """Return the rounds of a year, each with the day that was set for its results."""
    rows = rows_of(of_year("rounds_set", year))
    return {int(row.round_months): row.due_on.date() if row.is_due_set else None for row in rows}


def _shown(stored: Mapping[int, date | None]) -> dict[str, str]:
    """Return the text of each field of the rounds."""
    days = {months: stored.get(months) for months in ROUNDS}
    fields = {_due_field(months): long_date(on) if on else "" for months, on in days.items()}
    return fields | {_ROUNDS: ",".join(map(str, stored))}


def _chosen(fields: Mapping[str, str]) -> list[int]:
    return [int(months) for months in fields[_ROUNDS].split(",") if months]


def _due_field(months: int) -> str:
    return f"due_{months}"


def _set(year: AgencyYear, form: Form) -> None:
    fields = typed.collect(form)
    texts = {months: fields[_due_field(months)] for months in _chosen(fields)}
    days: dict[int, date | None] = {months: day_in(text) for months, text in texts.items()}
    for months, text in texts.items():
        if text.strip() and days[months] is None:
            st.session_state[_SAID] = ("problem", say("typed.no_day", text=text))
            return

    def store(opened: Any) -> None:  # noqa: ANN401 - a connection, as the ui knows it
        set_rounds(opened, year.agency_code, year.fiscal_year_be, days, seen=form.seen, who=visitor())

    if save(form, fields, _CHANGED, store, _refused):
        st.session_state[_SAID] = ("done", say("round_state.set_done"))


def _refused(why: str) -> None:
    st.session_state[_SAID] = ("problem", why)


def _do(deed: Callable[..., None], done: str) -> bool:
    """Do a deed and keep what is to be said of it; return whether it was done."""
    try:
        with to_store() as opened:
            deed(opened, who=visitor())
    except ItaError as error:
        st.session_state[_SAID] = ("problem", explain(error))
        return False
    finally:
        look_later()
    st.session_state[_SAID] = ("done", done)
    return True


def _tell_what_lacks(year: AgencyYear, months: int) -> None:
    if words := sentences.lacking(entering.entries(year, months)):
        tell("note", words)


def _tell_what_nobody_plans(year: AgencyYear, form: Form) -> None:
    """Say which of the chosen rounds no measure is planned for: nothing will be asked for in them."""
    planned = {months: entering.entries(year, months)["is_planned"] for months in _chosen(form.fields)}
    idle = [str(months) for months, of in planned.items() if len(of) and not of.any()]
    if idle:
        tell("note", say("round_state.idle", months=listed(idle)))


def _tell_what_was_done() -> None:
    if said := st.session_state.pop(_SAID, None):
        tell(*said)


def _label(months: str) -> str:
    return say("filter.round_label", months=months)
