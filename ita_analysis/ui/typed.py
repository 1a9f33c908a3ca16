"""The fields of a form that remembers what was typed, and what stands below each of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from ita_analysis.sentences.parts import listed
from ita_analysis.texts import say
from ita_analysis.thai.dates import day_in, long_date
from ita_analysis.ui.asking import look_later
from ita_analysis.ui.form import Form, key_of
from ita_analysis.ui.rendering import show, tell


def line(form: Form, name: str, label: str, *, placeholder: str = "", pause: str = "500ms") -> None:
    """Show a field of one line; what is typed is taken after a pause."""
    key, text = _filled(form, name)
    st.text_input(
        label, key=key, on_change=_typed, args=(form, name), autocomplete="off", placeholder=placeholder, live=pause
    )
    _is_shown(form, name, text)


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
    key, text = _filled(form, name)
    st.text_area(label, key=key, on_change=_typed, args=(form, name), height=height)
    _is_shown(form, name, text)


def one_of(form: Form, name: str, label: str, codes: Sequence[str], words: Callable[[str], str]) -> None:
    """Show a field that says one of a few codes."""
    key, text = _filled(form, name)
    st.radio(
        label, codes, key=key, format_func=words, horizontal=True, on_change=_typed, args=(form, name),
        label_visibility="collapsed",
    )  # fmt: skip
    _is_shown(form, name, text, words)


def some_of(form: Form, name: str, label: str, codes: Sequence[str], words: Callable[[str], str]) -> None:
    """Show a field that says some of several codes; its text has them with commas between."""
    key, text = key_of(form, name), form.fields.get(name, "")
    chosen = [code for code in text.split(",") if code in codes]
    if st.session_state.get(key) != chosen:
        st.session_state[key] = chosen
    st.multiselect(
        label, codes, key=key, format_func=words, on_change=_chose, args=(form, name, codes),
        placeholder=say("typed.choose"),
    )  # fmt: skip
    _is_shown(form, name, text, lambda said: listed([words(code) for code in said.split(",")]))


def collect(form: Form) -> dict[str, str]:
    """Take what was changed in the fields shown as typed, and return all fields as this window shows them.

    It may have come together with the click.
    """
    said = {name: st.session_state.get(key_of(form, name)) for name in form.in_window.boxes}
    form.put({name: text for name, text in said.items() if isinstance(text, str)})
    return form.on_page


def _filled(form: Form, name: str) -> tuple[str, str]:
    """Return the key and the text of a field that shows what was typed, else what is stored."""
    key = key_of(form, name)
    brought = st.session_state.get(key) or ""
    if brought and name not in form.in_window.boxes and brought != form.fields.get(name, ""):
        form.bring(name, brought)
    text = form.fields.get(name, "")
    if brought != text:  # a box that says it already is left alone: somebody may be typing in it
        st.session_state[key] = text
    return key, text


def _typed(form: Form, name: str) -> None:
    look_later()  # another window may have stored something
    form.put({name: str(st.session_state[key_of(form, name)] or "")})


def _chose(form: Form, name: str, codes: Sequence[str]) -> None:
    look_later()
    chosen = st.session_state[key_of(form, name)]
    form.put({name: ",".join(code for code in codes if code in chosen)})


def _is_shown(form: Form, name: str, text: str, words: Callable[[str], str] = str) -> None:
    """Note what a field shows; say below it what another person stored of it meanwhile, and what another window had."""
    form.in_window.box(name, text)
    if form.is_outdated:
        newest = form.shown(form.stored).get(name, "")
        if newest != form.before.get(name, ""):
            show("words", words=say("typed.newest", text=words(newest) if newest else say("typed.blank")))
    for number, other in enumerate(form.in_window.aside.get(name, [])):
        show("words", words=say("typed.aside", text=words(other)))
        key = key_of(form, f"{name}_aside_{number}")
        st.button(say("typed.take_aside"), key=key, type="tertiary", on_click=form.take_aside, args=(name, other))
