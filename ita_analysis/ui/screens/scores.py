"""The screen on which an agency's result is typed: total, instruments and level answer while it is."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import cast

import streamlit as st

from ita_analysis import framework
from ita_analysis.errors import ItaError, StoreError
from ita_analysis.intake.form import FormScores, Name, read_form
from ita_analysis.queries.asking import rows_of
from ita_analysis.records import Agency
from ita_analysis.results import Level
from ita_analysis.sentences import scores as sentences
from ita_analysis.store.forms import store_form
from ita_analysis.texts import explain, say
from ita_analysis.thai.text import flat
from ita_analysis.ui import drafts, heads, trouble
from ita_analysis.ui.asking import ask, look_later, to_store
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
    now = _stated(subject)
    draft, form = drafts.draft(subject.key), _form(subject)
    _show_head(subject, form)
    _tell_what_was_done()
    if draft and draft.seen != now:
        _offer_newest(subject, now)
    with st.container(key="score_live"):
        show("facts", facts=list(sentences.facts(form)))
    if subject.code == NEW:
        score_fields.show_agency(subject, form.kept)
    show("words", words=sentences.stored_line(ask("stated_scores", *subject.key)))
    score_fields.show_fields(subject, form, now)
    _offer_to_save(subject)
    show("source", numbers=[Number("score", say("source.score.title", year=subject.fiscal_year_be),
                                   say("source.score.formula"))])  # fmt: skip


def _form(subject: Subject) -> FormScores:
    draft = drafts.draft(subject.key)
    return read_form(draft.texts if draft else {}, _kept(subject), framework.load(subject.fiscal_year_be))


def _kept(subject: Subject) -> dict[Name, Decimal]:
    """Return the stored scores that the form was opened upon."""
    draft = drafts.draft(subject.key)
    return draft.seen if draft else _stated(subject)


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


def _offer_newest(subject: Subject, now: Mapping[Name, Decimal]) -> None:
    name = subject.agency.name if subject.agency else ""
    tell("problem", explain(StoreError(_CHANGED, name=name)))
    st.button(say("scores.save_again"), key="use_typed", on_click=_look_at, args=(subject, now))


def _offer_to_save(subject: Subject) -> None:
    with st.container(horizontal=True):
        st.button(say("scores.save"), key="save_scores", type="primary", on_click=_save, args=(subject,))
        if drafts.draft(subject.key):
            st.button(say("scores.drop"), key="drop_scores", on_click=_forget, args=(subject,))
    if drafts.draft(subject.key):
        show("words", words=say("scores.draft"))


def _look_at(subject: Subject, now: Mapping[Name, Decimal]) -> None:
    """Take the newest stored scores as those that the typed ones are put upon."""
    if draft := drafts.draft(subject.key):
        draft.seen = dict(now)


def _save(subject: Subject) -> None:
    try:
        # What the browser sends together with the click, the fields as they are now, is newer than what was last shown.
        score_fields.collect(subject, _kept(subject))
        form = _form(subject)
        agency = subject.agency or _new_agency(subject)
        code = None if subject.code == NEW else subject.code
        with to_store() as opened:
            stored = store_form(opened, agency, form, code, who=visitor())
    except ItaError as error:
        look_later()
        if error.key != _CHANGED:  # that is said as long as it is so
            st.session_state[_SAID] = ("problem", (explain(error),), "")
        return
    look_later()
    _forget(subject)
    code = stored.agency_codes[0]
    st.query_params["agency"] = st.session_state["kept_agency"] = code
    st.session_state["kept_year"] = str(subject.fiscal_year_be + 1)
    st.session_state[_MOVED] = subject.code == NEW
    st.session_state[_SAID] = ("done", tuple(sentences.result_lines(stored, len(form.changed))), code)


def _new_agency(subject: Subject) -> Agency:
    draft = drafts.draft(subject.key)
    words = {name: flat(text) for name, text in draft.words.items()} if draft else {}
    if not words.get("name"):
        raise StoreError("form_nameless")
    return Agency(words["name"], words.get("district") or None, words.get("province") or None)


def _forget(subject: Subject) -> None:
    """Drop what was typed; the fields show what is stored."""
    drafts.drop(subject.key)
    score_fields.refill(subject)


def _tell_what_was_done() -> None:
    kind, lines, code = st.session_state.pop(_SAID, ("", (), ""))
    if kind:
        tell(kind, *lines)
    if kind == "done":
        plan_year = st.session_state["kept_year"]
        for page in ("weaknesses", "executive"):
            show("way", href=href(page, agency=code, year=plan_year), words=say(f"scores.see.{page}"))
