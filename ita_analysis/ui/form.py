"""A form that remembers what was typed: a draft lies over what is stored, field by field, in each window that shows it.

Several windows may show one draft. So each notes what it showed: it takes as typed only what differs from that, and
it stores and drops only what it showed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import streamlit as st

from ita_analysis.errors import ItaError
from ita_analysis.store.drafts import Draft, Subject
from ita_analysis.texts import explain, say
from ita_analysis.ui import drafts
from ita_analysis.ui.asking import look_later, to_store
from ita_analysis.ui.rendering import show, tell


@dataclass
class Shown:
    """What a window showed: the text of each field, and what had been put beside it.

    `boxes`: the fields with a box to type in; `replaced`: what stood in a box before a text of another window came.
    """

    fields: dict[str, str] = field(default_factory=dict)
    aside: dict[str, list[str]] = field(default_factory=dict)
    boxes: set[str] = field(default_factory=set)
    replaced: dict[str, str] = field(default_factory=dict)

    def box(self, name: str, text: str) -> None:
        """Note that a box was filled with a text."""
        if name in self.boxes and self.fields.get(name, text) != text:
            self.replaced[name] = self.fields[name]
        self.boxes.add(name)
        self.fields[name] = text


@dataclass(frozen=True)
class Form:
    """A form about a subject: how to ask what is stored of it, and how its fields show that."""

    subject: Subject
    asked: Callable[[], Any]
    shown: Callable[[Any], dict[str, str]]

    @cached_property
    def stored(self) -> Any:  # noqa: ANN401 - what is stored is of another kind for each form
        """Return what was stored when this form was first asked for it."""
        return self.asked()

    @property
    def draft(self) -> Draft | None:
        """Return what was typed and not stored."""
        return drafts.draft(self.subject)

    @property
    def seen(self) -> Any:  # noqa: ANN401 - what is stored is of another kind for each form
        """Return what was stored when the typing began; where nothing is typed, what is stored now."""
        return self.draft.seen if self.draft and self.draft.texts else self.stored

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
        return bool(self.seen != self.stored)

    @property
    def in_window(self) -> Shown:
        """Return what this window showed of the form when it was last run."""
        shown: Shown = st.session_state.setdefault(key_of(self, "shown"), Shown())
        return shown

    @property
    def on_page(self) -> dict[str, str]:
        """Return the fields as this window shows them: without what another one typed since."""
        shown, fields = self.in_window.fields, self.before
        typed = self.draft.texts if self.draft else {}
        return fields | {name: text for name, text in typed.items() if text == shown.get(name, fields.get(name, ""))}

    def look(self, *, has_boxes: bool = True) -> None:
        """Note what this window shows from now on; a box is noted once it is filled: a run may end before that."""
        shown = self.in_window
        if not has_boxes:
            shown.boxes.clear()
        shown.fields |= {name: text for name, text in self.fields.items() if name not in shown.boxes}
        shown.aside = {name: list(texts) for name, texts in self.draft.aside.items()} if self.draft else {}
        if self.draft:
            drafts.name()

    def put(self, texts: Mapping[str, str]) -> None:
        """Take texts that differ from what this window showed as typed; one that says what was stored is typed no more.

        What another window put into such a field meanwhile is kept beside it.
        """
        shown = self.in_window
        with drafts.changing(self.subject, self.stored) as draft:
            if not draft.texts:
                draft.seen = self.stored
            fields = self.fields
            for name, text in texts.items():
                now = fields.get(name, "")
                base = shown.fields.get(name, now)
                if text == base != now:
                    continue
                _take(draft, name, text, self.shown(draft.seen).get(name, ""))
                # The browser may have said what stood in the box before it had the text of another window.
                is_unseen = now != base or text == shown.replaced.pop(name, None)
                if name in shown.boxes:
                    _set_aside(draft, name, now if is_unseen else "", without={text} if now == base else {base, text})
                shown.fields[name] = text

    def bring(self, name: str, text: str) -> None:
        """Take what a browser has in a field that this server never showed it, as one that was started anew.

        It is put where the field is empty, else beside it: it may be typed, or what was stored long ago.
        """
        with drafts.changing(self.subject, self.stored) as draft:
            if not draft.texts:
                draft.seen = self.stored
            if self.fields.get(name):
                _set_aside(draft, name, text, without=set())
                self.in_window.aside[name] = list(draft.aside[name])
            else:
                _take(draft, name, text, self.shown(draft.seen).get(name, ""))

    def take_aside(self, name: str, text: str) -> None:
        """Put what was kept beside a field into it, in place of what stands there."""
        with drafts.changing(self.subject, self.stored) as draft:
            _set_aside(draft, name, "", without={text})
            if not draft.texts:
                draft.seen = self.stored
            _take(draft, name, text, self.shown(draft.seen).get(name, ""))

    def take_newest(self) -> None:
        """Put what was typed upon what is stored now, which the person has seen."""
        self._go_on_upon(self.stored)

    def forget(self) -> None:
        """Drop what was typed, as far as this window showed it."""
        shown = self.in_window
        with drafts.changing(self.subject, self.stored) as draft:
            _leave(draft, shown.fields)
            for name, texts in shown.aside.items():
                _set_aside(draft, name, "", without=set(texts))
        self._tell_what_is_left()

    def is_stored(self, fields: Mapping[str, str]) -> None:
        """Drop what is stored by now; what another window typed meanwhile goes on upon that."""
        with drafts.changing(self.subject, self.stored) as draft:
            _leave(draft, fields)
        with suppress(ItaError):  # what cannot be asked now is told as changed meanwhile
            if self.draft:
                self._go_on_upon(self.asked())
        self._tell_what_is_left()

    def _go_on_upon(self, stored: Any) -> None:  # noqa: ANN401 - what is stored is of another kind for each form
        with drafts.changing(self.subject, stored) as draft:
            draft.seen, before = stored, self.shown(stored)
            _leave(draft, {name: before.get(name, "") for name in draft.texts})

    def _tell_what_is_left(self) -> None:
        st.session_state[key_of(self, "left")] = self.draft is not None


def _take(draft: Draft, name: str, text: str, before: str) -> None:
    draft.texts.pop(name, None)
    if text != before:
        draft.texts[name] = text


def _set_aside(draft: Draft, name: str, text: str, *, without: set[str]) -> None:
    """Keep a text beside a field, with those that were kept there already, some of them left out."""
    kept = [each for each in draft.aside.pop(name, []) if each not in without]
    if text and text not in kept and text not in without:
        kept.append(text)
    if kept:
        draft.aside[name] = kept


def _leave(draft: Draft, texts: Mapping[str, str]) -> None:
    """Take out what says just that."""
    for name in [name for name, text in draft.texts.items() if texts.get(name) == text]:
        del draft.texts[name]


def tell_draft(form: Form) -> None:
    """Say that something is typed and not stored, here or in a window that was left."""
    if form.draft:
        show("words", words=say("typed.draft"))
        if st.session_state.pop(key_of(form, "left"), False):
            tell("note", say("typed.left"))
    elif word := drafts.left(form.subject):
        st.button(say("typed.go_on"), key=key_of(form, "go_on"), on_click=drafts.take_up, args=(word,))


def offer_newest(form: Form, words: str, take: Callable[[Form], None] = Form.take_newest) -> None:
    """Say that something else was stored meanwhile, and let the person decide: below each field stands what it is.

    `take` puts what was typed upon what is stored now.
    """
    tell("problem", words)
    with st.container(horizontal=True):
        st.button(say("typed.mine"), key=key_of(form, "use_typed"), on_click=take, args=(form,))
        st.button(say("typed.theirs"), key=key_of(form, "use_stored"), on_click=form.forget)


def save(
    form: Form,
    fields: Mapping[str, str],
    changed: str,
    deed: Callable[[Any], object],
    refused: Callable[[str], None],
) -> bool:
    """Store what `fields` say and drop it from the draft; return whether it was stored, or say why not by `refused`.

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
    form.is_stored(fields)
    return True


def key_of(form: Form, name: str) -> str:
    """Return the name that a field goes by in a visitor's session."""
    return "_".join(map(str, (*form.subject, name)))
