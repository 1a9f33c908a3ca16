"""The form of one measure's result in one round: beside the last round's, upon what is stored, saved by a click."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import streamlit as st

from ita_analysis.entries import Entry
from ita_analysis.intake.result_form import (
    COUNT,
    DAYS,
    NOT_STATED,
    TEXTS,
    cited_count,
    is_like_before,
    read,
    shown,
    step_field,
)
from ita_analysis.people import may
from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences import entering as sentences
from ita_analysis.store.progress import entry_of, save_entry
from ita_analysis.texts import say
from ita_analysis.thai.dates import long_date
from ita_analysis.ui import heads, open_form, trouble, typed
from ita_analysis.ui.asking import AgencyYear, kept, of_year, to_read
from ita_analysis.ui.form import Form, offer_newest, save, tell_draft
from ita_analysis.ui.rendering import show, tell
from ita_analysis.ui.screens import entering, entry_evidence
from ita_analysis.ui.screens.entering import Chosen
from ita_analysis.ui.visiting import visitor

_SAID, _MOVED = "entry_said", "entry_moved"
_CHANGED = "result_changed_meanwhile"
_STATES = ("done", "not_done", "not_stated")


@dataclass(frozen=True)
class Before:
    """The last round before this one that a measure has a result in."""

    months: int
    entry: Entry


def show_form(year: AgencyYear, chosen: Chosen) -> None:
    """Show the form; while one types, only this part runs again."""
    _again(year, chosen, int(entering.entry_row(year, chosen).measure_id))


@st.fragment
def _again(year: AgencyYear, chosen: Chosen, measure_id: int) -> None:
    with trouble.told():
        _show_form(year, chosen, measure_id)


def _show_form(year: AgencyYear, chosen: Chosen, measure_id: int) -> None:
    form = _form(year, measure_id, chosen.months)
    if not open_form.follow(year, measure_id, chosen.measure_no or 0):
        open_form.tell_gone(form, _typed(form, {}))
        return
    if st.session_state.pop(_MOVED, False):  # what stands above the form speaks of the saved result too
        st.rerun(scope="app")
    row, of_round = entering.entry_row(year, chosen), entering.round_row(year, chosen.months)
    before = _before(year, measure_id, chosen.months)
    can_enter = may(visitor(), "enter", year.agency_code, heads.text_of(row.responsible))
    if refusal := sentences.refusal(row, of_round, can_enter=can_enter):
        _tell_what_was_done(year, chosen)
        tell("note", *refusal)
        form.look(has_boxes=False)
        steps = _steps(year, measure_id)
        if kept_words := _typed(form, steps):
            open_form.show_typed(form, kept_words, say("typed.kept_about"))
            show("section", title=say("entry.result"))
        show("entry_read", fields=list(sentences.read_only(form.stored, steps)))
        return
    form.look()
    earlier, now = st.columns([3, 5], gap="medium")
    with earlier, st.container(key="entry_before"):
        _show_before(form, before)
    with now, st.container(key="entry_form"):
        _fields(year, form, row, of_round)
        entry_evidence.show_cited(year, form, of_round)
        with st.container():  # what comes and goes in a place of its own takes no focus from the buttons
            _tell_of_typing(form, before)
            _tell_what_was_done(year, chosen)
            if form.is_outdated:
                offer_newest(form, say(f"error.{_CHANGED}"), _take_newest)
        _offer_to_save(form, row, chosen)


def _typed(form: Form, steps: Mapping[int, str]) -> list[dict[str, str]]:
    draft = form.draft
    return [*sentences.as_typed(draft.texts, draft.aside, steps, entry_evidence.name_of)] if draft else []


def _form(year: AgencyYear, measure_id: int, months: int) -> Form:
    steps = tuple(_steps(year, measure_id))
    return Form(("result", measure_id, months), partial(_stored, measure_id, months), partial(shown, steps=steps))


def _stored(measure_id: int, months: int) -> Entry | None:
    return kept(_entry, measure_id, months)


def _entry(measure_id: int, months: int) -> Entry | None:
    with to_read() as cursor:
        return entry_of(cursor, measure_id, months)


def _steps(year: AgencyYear, measure_id: int) -> dict[int, str]:
    found = of_year("steps", year)
    own = found[found["measure_id"] == measure_id]
    return {int(row.step_no): row.words for row in rows_of(own)}


def _before(year: AgencyYear, measure_id: int, months: int) -> Before | None:
    for earlier in sorted((int(each) for each in of_year("rounds_set", year)["round_months"]), reverse=True):
        if earlier < months and (entry := _stored(measure_id, earlier)):
            return Before(earlier, entry)
    return None


def _fields(year: AgencyYear, form: Form, row: Any, of_round: Any) -> None:  # noqa: ANN401 - rows of answers
    _step_fields(form, _steps(year, row.measure_id))
    show("section", title=say("entry.result"))
    typed.area(form, "detail", say("field.detail"), height=150)
    with st.container(key="entry_period"):
        for name in DAYS:
            with st.container():
                typed.day(form, name, say(f"field.{name}"))
    with st.container():
        _offer_whole_round(form, of_round)
    typed.area(form, "output", say("field.output"))
    typed.area(form, "outcome", say("field.outcome"))
    typed.area(form, "note", say("field.note"), height=80)
    typed.line(form, "owner", say("field.owner"), placeholder=heads.text_of(row.responsible) or "")


def _offer_whole_round(form: Form, of_round: Any) -> None:  # noqa: ANN401 - a row of an answer
    """Offer the days of the round while none is said; the button stays once it was pressed, and keeps the focus."""
    days = {name: long_date(day) for name, day in zip(DAYS, (of_round.starts_on, of_round.ends_on), strict=True)}
    said = {name: form.fields[name] for name in DAYS}
    if not any(said.values()) or said == days:
        label = say("entry.whole_round", **days)
        st.button(label, key="whole_round", type="tertiary", on_click=form.put, args=(days,))


def _step_fields(form: Form, steps: Mapping[int, str]) -> None:
    if not steps:
        return
    show("section", title=say("entry.steps"), text=say("entry.steps_about"))
    for number, words in steps.items():
        with st.container(key=f"entry_step_{number}"):
            show("words", words=say("entry.step", no=number, words=words))
            typed.one_of(form, step_field(number), say("entry.step_state", no=number), _STATES, _state)
    done = {step_field(number): "done" for number in steps}
    st.button(say("entry.all_done"), key="all_done", type="tertiary", on_click=form.put, args=(done,))


def _state(code: str) -> str:
    return say(f"entry.state.{code}")


def _tell_of_typing(form: Form, before: Before | None) -> None:
    entry = read(form.fields).entry
    if before and is_like_before(entry, before.entry):
        tell("note", say("entry.like_before", months=before.months))
    tell_draft(form)


def _offer_to_save(form: Form, row: Any, chosen: Chosen) -> None:  # noqa: ANN401 - a row of an answer
    about = (form, int(row.measure_id), chosen)
    with st.container(horizontal=True):
        st.button(say("entry.save"), key="save_entry", type="primary", on_click=_save, args=about)
        if form.draft:
            st.button(say("typed.drop"), key="drop_entry", on_click=form.forget)


def _take_newest(form: Form) -> None:
    """Put what was typed upon what is stored now; evidence that another person added meanwhile stays."""
    stored, seen = (cited_count(form.shown(each)) for each in (form.stored, form.seen))
    form.take_newest()
    if seen < stored > cited_count(form.fields):
        form.put({COUNT: str(stored)})


def _save(form: Form, measure_id: int, chosen: Chosen) -> None:
    fields = typed.collect(form)
    said = read(fields)
    if said.no_days:
        _refused(say("typed.no_days", fields=sentences.fields_named(said.no_days)))
        return

    def store(opened: Any) -> None:  # noqa: ANN401 - a connection, as the ui knows it
        save_entry(opened, measure_id, chosen.months, said.entry, seen=form.seen, who=visitor())

    if save(form, fields, _CHANGED, store, _refused):
        st.session_state[_SAID], st.session_state[_MOVED] = ("done", ""), True


def _refused(why: str) -> None:
    st.session_state[_SAID] = ("problem", why)


def _tell_what_was_done(year: AgencyYear, chosen: Chosen) -> None:
    kind, words = st.session_state.pop(_SAID, ("", ""))
    if kind == "problem":
        tell("problem", words)
    elif kind == "done":
        found = entering.entries(year, chosen.months)
        left = found[found["is_planned"] & found["version"].isna() & found["ended_on"].isna()]
        tell("done", say("entry.saved"), sentences.left_to_enter(len(left), chosen.months))
        if not left.empty:
            following = next(rows_of(left))
            address = heads.link(entering.PAGE, year, round=chosen.months, measure=following.measure_no)
            show("way", href=address, words=say("entry.next", title=following.title))


def _show_before(form: Form, before: Before | None) -> None:
    if before is None:
        show("entry_before", title=say("entry.before_none"), fields=[])
        return
    show(
        "entry_before",
        title=say("entry.before", months=before.months),
        fields=[row for row in sentences.told(before.entry) if row["words"]],
    )
    st.button(say("entry.copy"), key="copy_before", on_click=_copy, args=(form, before))


def _copy(form: Form, before: Before) -> None:
    """Take the last round's words, and its steps, where nothing is said yet. Its days and evidence are its own."""
    words = {name: getattr(before.entry, name) for name in TEXTS}
    words |= {step_field(number): state for number, state in before.entry.steps.items()}
    form.put({name: text for name, text in words.items() if form.fields.get(name, "") in {"", NOT_STATED}})
