"""The screen on which an agency's result is typed: total, instruments and level answer while it is."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import partial
from typing import Any, cast

import streamlit as st

from ita_analysis import framework
from ita_analysis.errors import StoreError
from ita_analysis.intake.form import FormScores, Name
from ita_analysis.queries.asking import rows_of
from ita_analysis.records import Agency
from ita_analysis.results import Level
from ita_analysis.sentences import scores as sentences
from ita_analysis.store.forms import store_form
from ita_analysis.store.results import StoredSheet
from ita_analysis.texts import explain, say
from ita_analysis.thai.text import flat
from ita_analysis.ui import heads, trouble, typed
from ita_analysis.ui.asking import ask
from ita_analysis.ui.form import Form, offer_newest, save, tell_draft
from ita_analysis.ui.rendering import href, show, tell
from ita_analysis.ui.screens import score_fields, score_subject
from ita_analysis.ui.screens.score_subject import NEW, Subject
from ita_analysis.ui.sources import Number
from ita_analysis.ui.visiting import visitor

_CHANGED = "form_changed_meanwhile"
_SAID, _MOVED = "scores_said", "scores_moved"
choose = score_subject.choose


@st.fragment
def show_form(subject: Subject) -> None:
    """Show the finding, the fields and what becomes of them; while one types, only this part runs again."""
    with trouble.told():
        _show_form(subject)


def _show_form(subject: Subject) -> None:
    if st.session_state.pop(_MOVED, False):  # a new agency has its code now: the choice above is made anew
        st.rerun(scope="app")
    form = Form(("score", *subject.key), partial(_stated, subject), score_fields.shown)
    form.look()
    said = score_fields.read(form, form.fields, framework.load(subject.fiscal_year_be))
    _show_head(subject, said)
    _tell_what_was_done()
    if form.is_outdated:
        offer_newest(form, explain(StoreError(_CHANGED, name=subject.agency.name if subject.agency else "")))
    with st.container(key="score_live"):
        show("facts", facts=list(sentences.facts(said)))
    if subject.code == NEW:
        score_fields.show_agency(form)
    show("words", words=sentences.stored_line(ask("stated_scores", *subject.key)))
    score_fields.show_fields(form, said)
    _offer_to_save(subject, form)
    show("source", numbers=[Number("score", say("source.score.title", year=subject.fiscal_year_be),
                                   say("source.score.formula"))])  # fmt: skip


def _stated(subject: Subject) -> dict[Name, Decimal]:
    rows = rows_of(ask("stated_scores", *subject.key))
    return {(cast("Level", row.level), row.code): Decimal(str(row.score)) for row in rows}


def _show_head(subject: Subject, form: FormScores) -> None:
    headline = sentences.headline(form)
    agency = subject.agency.name if subject.agency else say("scores.unnamed")
    head = heads.Head(
        say("page.scores"),
        (say("scores.year_of", year=subject.fiscal_year_be),),
        headline.words,
        headline.standfirst,
        headline.tone,
        has_source=True,
        agency=agency,
        agency_short=agency,
    )
    show("head", head=head)


def _offer_to_save(subject: Subject, form: Form) -> None:
    with st.container(horizontal=True):
        st.button(say("scores.save"), key="save_scores", type="primary", on_click=_save, args=(subject, form))
        if form.draft:
            st.button(say("typed.drop"), key="drop_scores", on_click=form.forget)
    with st.container():
        tell_draft(form)


def _save(subject: Subject, form: Form) -> None:
    fields = typed.collect(form)
    said = score_fields.read(form, fields, framework.load(subject.fiscal_year_be))
    made: list[StoredSheet] = []

    def store(opened: Any) -> None:  # noqa: ANN401 - a connection, as the ui knows it
        agency = subject.agency or _new_agency(fields)
        made.append(store_form(opened, agency, said, None if subject.code == NEW else subject.code, who=visitor()))

    if not save(form, fields, _CHANGED, store, _refused):
        return
    code = made[0].agency_codes[0]
    st.query_params["agency"] = st.session_state["kept_agency"] = code
    st.session_state["kept_year"] = str(subject.fiscal_year_be + 1)
    st.session_state[_MOVED] = subject.code == NEW
    st.session_state[_SAID] = ("done", tuple(sentences.result_lines(made[0], len(said.changed))), code)


def _refused(why: str) -> None:
    st.session_state[_SAID] = ("problem", (why,), "")


def _new_agency(fields: Mapping[str, str]) -> Agency:
    name, district, province = (flat(fields.get(each, "")) for each in score_fields.NAMING)
    if not name:
        raise StoreError("form_nameless")
    return Agency(name, district or None, province or None)


def _tell_what_was_done() -> None:
    kind, lines, code = st.session_state.pop(_SAID, ("", (), ""))
    if kind:
        tell(kind, *lines)
    if kind == "done":
        plan_year = st.session_state["kept_year"]
        for page in ("weaknesses", "executive"):
            show("way", href=href(page, agency=code, year=plan_year), words=say(f"scores.see.{page}"))
