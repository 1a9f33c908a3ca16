"""The form of one measure's plan: added or changed upon what is stored, saved by a click; and its end."""

from __future__ import annotations

from functools import partial
from typing import Any

import streamlit as st

from ita_analysis.entries import LONGEST_TEXT
from ita_analysis.errors import ItaError
from ita_analysis.intake.plan_form import INDICATORS, ITEMS, ROUNDS, WHY, answered, item_field, read, shown
from ita_analysis.intake.plan_form import chosen as codes_in
from ita_analysis.people import may
from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences import planning as sentences
from ita_analysis.store.ordering import end_measure, resume_measure
from ita_analysis.store.plans import add_measure, save_plan
from ita_analysis.texts import explain, say
from ita_analysis.thai.dates import day_in, long_date
from ita_analysis.ui import choosing, heads, judging, open_form, trouble, typed
from ita_analysis.ui.asking import AgencyYear, ask, look_later, of_year, to_store, today
from ita_analysis.ui.form import Form, offer_newest, save, tell_draft
from ita_analysis.ui.rendering import show, tell
from ita_analysis.ui.screens import planning
from ita_analysis.ui.visiting import visitor

_CHANGED = "plan_changed_meanwhile"
_MOVED = "plan_moved"


def show_form(year: AgencyYear, measure: int | str) -> None:
    """Show the form of a measure, or of a new one; while one types, only this part runs again."""
    _again(year, measure, None if measure == planning.NEW else int(planning.row_of(year, int(measure)).measure_id))


@st.fragment
def _again(year: AgencyYear, measure: int | str, measure_id: int | None) -> None:
    with trouble.told():
        _show_form(year, measure, measure_id)


def _show_form(year: AgencyYear, measure: int | str, measure_id: int | None) -> None:
    form = _form(year, measure_id)
    if measure_id is not None and not open_form.follow(year, measure_id, int(measure)):
        open_form.tell_gone(form, _typed(form))
        return
    if st.session_state.pop(_MOVED, False):  # what stands above the form speaks of the saved plan too
        st.rerun(scope="app")
    show("way", href=heads.link(planning.PAGE, year), words=say("plan.back"))
    unit = form.stored.responsible if form.stored else visitor().unit
    if not may(visitor(), "plan", year.agency_code, unit):
        planning.tell_what_was_done()
        tell("note", say("plan.locked"))
        form.look(has_boxes=False)
        open_form.show_typed(form, _typed(form), say("typed.kept_about"))
        show("entry_read", fields=list(sentences.read_only(form.stored)) if form.stored else [])
        return
    form.look()
    with st.container(key="plan_form"):
        _fields(year, form)
        with st.container():  # what comes and goes in a place of its own takes no focus from the buttons
            tell_draft(form)
            planning.tell_what_was_done()
            if form.is_outdated:
                offer_newest(form, say(f"error.{_CHANGED}"))
        with st.container(horizontal=True):
            st.button(say("plan.save"), key="save_plan", type="primary", on_click=_save, args=(year, form, measure))
            if form.draft:
                st.button(say("typed.drop"), key="drop_plan", on_click=form.forget)


def show_end(year: AgencyYear, measure_no: int) -> None:
    """Offer to end a measure with a reason, or to go on with one that had ended."""
    row = planning.row_of(year, measure_no)
    if not may(visitor(), "plan", year.agency_code, heads.text_of(row.responsible)):
        return
    measure_id = int(row.measure_id)
    if row.ended_on is not None and str(row.ended_on) != "NaT":
        tell("note", say("entry.locked.ended", date=long_date(row.ended_on), reason=row.end_reason))
        st.button(say("plan.resume"), key="resume_measure", on_click=_resume, args=(measure_id,))
        return
    with st.expander(say("plan.end"), key="end_of_measure"):
        show("words", words=say("plan.end_about"))
        if not st.session_state.get(f"end_on_{measure_id}"):
            st.session_state[f"end_on_{measure_id}"] = long_date(today())
        st.text_input(say("plan.end_on"), key=f"end_on_{measure_id}", autocomplete="off")
        st.text_area(say("plan.end_reason"), key=f"end_reason_{measure_id}", max_chars=LONGEST_TEXT, height=80)
        st.button(say("plan.end_now"), key="end_measure", on_click=_end, args=(measure_id,))


def _typed(form: Form) -> list[dict[str, str]]:
    return [*sentences.as_typed(form.draft.texts, form.draft.aside)] if form.draft else []


def _form(year: AgencyYear, measure_id: int | None) -> Form:
    if measure_id is None:
        said = choosing.stated("indicator") or ""
        known = {str(no) for no in judging.indicators(year)["indicator_no"]}
        rounds = of_year("rounds_set", year)
        open_still = tuple(int(months) for months in rounds[rounds["state"] == "open"]["round_months"])
        filled = partial(shown, indicator=said if said in known else "", rounds=open_still)
        return Form(("plan", year.agency_code, year.fiscal_year_be), _nothing, filled)
    return Form(("plan", measure_id), partial(planning.stored_plan, measure_id), shown)


def _nothing() -> None:
    """Return what is stored of a new measure."""


def _fields(year: AgencyYear, form: Form) -> None:
    typed.line(form, "title", say("plan.field.title"))
    with st.container(key="plan_owner"):
        typed.line(form, "responsible", say("plan.field.responsible"))
        if rounds := [str(months) for months in of_year("rounds_set", year)["round_months"]]:
            typed.some_of(form, ROUNDS, say("plan.field.rounds"), rounds, _round_label)
        else:
            show("words", words=say("plan.no_rounds"))
    typed.area(form, "guidelines", say("plan.field.guidelines"), height=120)
    typed.area(form, "steps", say("plan.field.steps"), height=140)
    with st.container(key="plan_lines"):
        for name in ("follow_up", "timeframe", "budget", "success_indicator"):
            with st.container():
                typed.line(form, name, say(f"plan.field.{name}"))
    indicators = rows_of(judging.indicators(year))
    names = {str(row.indicator_no): f"{row.indicator_no} {row.short_name_th}" for row in indicators}
    if form.stored is None and names:
        typed.some_of(form, INDICATORS, say("plan.field.indicators"), list(names), names.__getitem__)
        if codes_in(form.fields, INDICATORS):
            typed.line(form, WHY, say("plan.field.why"))
    _item_fields(year, form)


def _item_fields(year: AgencyYear, form: Form) -> None:
    items = ask("items", year.agency_code, year.prior_fiscal_year_be)
    names = {str(row.item_code): f"{row.item_code} {row.topic_th}" for row in rows_of(items)}
    names |= {code: names.get(code, code) for code in codes_in(form.fields, ITEMS)}
    if not names:
        return
    typed.some_of(form, ITEMS, say("plan.field.items"), list(names), names.__getitem__)
    for code in codes_in(form.fields, ITEMS):
        typed.line(form, item_field(code), say("plan.field.item_reason", code=code))


def _round_label(code: str) -> str:
    return say("filter.round_label", months=code)


def _save(year: AgencyYear, form: Form, measure: int | str) -> None:
    fields = typed.collect(form)
    plan, is_new = read(fields, form.seen), measure == planning.NEW

    def store(opened: Any) -> None:  # noqa: ANN401 - a connection, as the ui knows it
        if is_new:
            about = (year.agency_code, year.fiscal_year_be, plan)
            add_measure(opened, *about, indicators=answered(fields), who=visitor())
        else:
            save_plan(opened, int(form.subject[1]), plan, seen=form.seen, who=visitor())

    if not save(form, fields, _CHANGED, store, partial(planning.tell_next_time, "problem")):
        return
    planning.tell_next_time("done", sentences.saved(plan.title, is_new=is_new))
    st.session_state[_MOVED] = True
    if is_new:
        st.query_params.pop("measure", None)


def _end(measure_id: int) -> None:
    on = str(st.session_state[f"end_on_{measure_id}"])
    day = day_in(on)
    if day is None:
        planning.tell_next_time("problem", say("typed.no_day", text=on))
        return
    try:
        with to_store() as opened:
            end_measure(opened, measure_id, day, str(st.session_state[f"end_reason_{measure_id}"]), who=visitor())
    except ItaError as error:
        planning.tell_next_time("problem", explain(error))
    look_later()


def _resume(measure_id: int) -> None:
    try:
        with to_store() as opened:
            resume_measure(opened, measure_id, who=visitor())
    except ItaError as error:
        planning.tell_next_time("problem", explain(error))
    look_later()
