"""A form whose fields remember what was typed: a draft lies over what is stored, field by field."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from ita_analysis.errors import ItaError
from ita_analysis.sentences.parts import listed
from ita_analysis.texts import explain, say
from ita_analysis.thai.dates import day_in, long_date
from ita_analysis.ui import drafts
from ita_analysis.ui.asking import look_later, to_store
from ita_analysis.ui.rendering import show, tell


@dataclass(frozen=True)
class Form:
    """A form about a subject: what is stored of it now, and how its fields show that."""

    subject: drafts.Subject
    stored: Any
    shown: Callable[[Any], dict[str, str]]

    @property
    def draft(self) -> drafts.Draft | None:
        """Return what was typed and not stored."""
        return drafts.draft(self.subject)

    @property
    def seen(self) -> Any:  # noqa: ANN401 - what is stored is of another kind for each form
        """Return what was stored when the typing began; without a draft, what is stored now."""
        return self.draft.seen if self.draft else self.stored

    @property
    def before(self) -> dict[str, str]:
        """Return the fields as they were when the typing began."""
        return self.shown(self.seen)

    @property
    def fields(self) -> dict[str, str]:
        """Return the fields as they stand: what was typed, over what was stored."""
        return self.before | (self.draft.texts if self.draft else {})

    @property
    def is_outdated(self) -> bool:
        """Return whether something else was stored after the typing began."""
        return self.draft is not None and self.draft.seen != self.stored

    def put(self, texts: Mapping[str, str]) -> None:
        """Take texts as what was typed; a field that says what was stored is no longer typed."""
        draft = self.draft or drafts.begun(self.subject, self.stored)
        before = self.shown(draft.seen)
        for name, text in texts.items():
            draft.texts.pop(name, None)
            if text != before.get(name, ""):
                draft.texts[name] = text
        if not draft.texts:
            drafts.drop(self.subject)

    def take_newest(self) -> None:
        """Put what was typed upon what is stored now, which the person has seen."""
        if self.draft:
            texts = self.draft.texts
            drafts.drop(self.subject)
            self.put(texts)

    def forget(self) -> None:
        """Drop what was typed."""
        drafts.drop(self.subject)


def offer_newest(form: Form, words: str, take: Callable[[Form], None] = Form.take_newest) -> None:
    """Say that something else was stored meanwhile, and let the person decide: below each field stands what it is.

    `take` puts what was typed upon what is stored now.
    """
    tell("problem", words)
    with st.container(horizontal=True):
        st.button(say("typed.mine"), key=key_of(form, "use_typed"), on_click=take, args=(form,))
        st.button(say("typed.theirs"), key=key_of(form, "use_stored"), on_click=form.forget)


def save(form: Form, changed: str, deed: Callable[[Any], object], refused: Callable[[str], None]) -> bool:
    """Store what was typed and drop the draft; return whether it was stored, or say why not by `refused`.

    `deed` is handed the connection to store by. That something changed meanwhile (the error of the key `changed`) is
    said by the form itself, as long as it has a draft for which it is so.
    """
    try:
        with to_store() as opened:
            deed(opened)
    except ItaError as error:
        look_later()
        if error.key != changed or not form.draft:
            refused(explain(error))
        return False
    look_later()
    form.forget()
    return True


def line(form: Form, name: str, label: str, *, placeholder: str = "") -> None:
    """Show a field of one line."""
    key = _filled(form, name)
    st.text_input(
        label, key=key, on_change=_typed, args=(form, name), autocomplete="off", placeholder=placeholder, live="500ms"
    )
    _tell_newest(form, name)


def day(form: Form, name: str, label: str) -> None:
    """Show a field for a day of the Buddhist era, and say which day was understood, or that none was."""
    line(form, name, label, placeholder=say("typed.day_example"))
    text = form.fields.get(name, "").strip()
    on = day_in(text)
    if text and on is None:
        tell("problem", say("typed.no_day", text=text))
    elif on and text != long_date(on):
        show("words", words=say("typed.day", day=long_date(on)))


def area(form: Form, name: str, label: str, *, height: int = 110) -> None:
    """Show a field of several lines."""
    st.text_area(label, key=_filled(form, name), on_change=_typed, args=(form, name), height=height)
    _tell_newest(form, name)


def one_of(form: Form, name: str, label: str, codes: Sequence[str], words: Callable[[str], str]) -> None:
    """Show a field that says one of a few codes."""
    st.radio(
        label, codes, key=_filled(form, name), format_func=words, horizontal=True, on_change=_typed, args=(form, name),
        label_visibility="collapsed",
    )  # fmt: skip
    _tell_newest(form, name, words)


def some_of(form: Form, name: str, label: str, codes: Sequence[str], words: Callable[[str], str]) -> None:
    """Show a field that says some of several codes; its text has them with commas between."""
    key = key_of(form, name)
    chosen = [code for code in form.fields.get(name, "").split(",") if code in codes]
    if st.session_state.get(key) != chosen:
        st.session_state[key] = chosen
    st.multiselect(
        label, codes, key=key, format_func=words, on_change=_chose, args=(form, name, codes),
        placeholder=say("typed.choose"),
    )  # fmt: skip
    _tell_newest(form, name, lambda said: listed([words(code) for code in said.split(",")]))


def collect(form: Form) -> None:
    """Take what stands in the fields shown as what was typed: it may have come together with the click."""
    said = {name: st.session_state.get(key_of(form, name)) for name in form.fields}
    form.put({name: text for name, text in said.items() if isinstance(text, str)})


def key_of(form: Form, name: str) -> str:
    """Return the name that a field goes by in a visitor's session."""
    return "_".join(map(str, (*form.subject, name)))


def _filled(form: Form, name: str) -> str:
    """Return the key of a field that shows what was typed, else what is stored."""
    key, text = key_of(form, name), form.fields.get(name, "")
    if st.session_state.get(key) != text:
        st.session_state[key] = text
    return key


def _typed(form: Form, name: str) -> None:
    form.put({name: str(st.session_state[key_of(form, name)] or "")})


def _chose(form: Form, name: str, codes: Sequence[str]) -> None:
    chosen = st.session_state[key_of(form, name)]
    form.put({name: ",".join(code for code in codes if code in chosen)})


def _tell_newest(form: Form, name: str, words: Callable[[str], str] = str) -> None:
    """Say what is stored by now under a field that another person changed after the typing began."""
    if form.is_outdated:
        newest = form.shown(form.stored).get(name, "")
        if newest != form.before.get(name, ""):
            show("words", words=say("typed.newest", text=words(newest) if newest else say("typed.blank")))
