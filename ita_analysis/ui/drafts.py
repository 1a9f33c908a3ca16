"""What this visitor typed and has not stored yet, by a word in the address: only a save or a drop ends it.

It is in memory, so that windows share it, and beside the database, so that it outlives the server.
"""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock
from typing import Any

import streamlit as st

from ita_analysis import paths
from ita_analysis.people import DESK
from ita_analysis.store.drafts import Draft, Subject, keep, kept, sweep, words
from ita_analysis.ui.visiting import visitor

_MOST = 500  # visitors whose drafts are in memory; the oldest make room
_ADDRESS = "draft"
_CHANGING = RLock()  # two windows with one word in the address are two threads with one draft


def draft(subject: Subject) -> Draft | None:
    """Return what this visitor typed about a subject and has not stored, or None."""
    return _own().get(subject)


@contextmanager
def changing(subject: Subject, seen: Any) -> Iterator[Draft]:  # noqa: ANN401 - of another kind for each form
    """Yield the draft about a subject to be changed, begun now where there is none; the address names it from now on.

    A draft in which nothing is left is forgotten.
    """
    with _CHANGING:
        made = _own().get(subject) or Draft(seen)
        yield made
        own = _own()
        if made.is_empty:
            own.pop(subject, None)
        else:
            own = _named()
            own[subject] = made
        if _word() in _drafts():  # a file that cannot be read, of a later program, is left to it
            keep(paths.database(), _word(), own)  # where the folder takes none, what is in memory has to do
        if not own:
            st.query_params.pop(_ADDRESS, None)


def name() -> None:
    """Let the address name this visitor's drafts, also after the menu has emptied it."""
    if st.query_params.get(_ADDRESS) != _word():
        st.query_params[_ADDRESS] = _word()


def left(subject: Subject) -> str | None:
    """Return the word of the last typed draft about a subject that another window of this desk left, None without one.

    Where people log in, nobody is offered what another one typed.
    """
    if visitor() != DESK:
        return None
    return next((word for word in words(paths.database()) if word != _word() and subject in _of(word)), None)


def take_up(word: str) -> None:
    """Go on with the drafts of a word."""
    st.session_state[_ADDRESS] = st.query_params[_ADDRESS] = word


def _named() -> dict[Subject, Draft]:
    """Return this visitor's drafts by the word in the address; a word that nobody made here is no word."""
    drafts, word = _drafts(), _word()
    if word not in drafts:
        word = secrets.token_urlsafe(6)
        _remember(word, {})
        sweep(paths.database())
    st.session_state[_ADDRESS] = st.query_params[_ADDRESS] = word
    return drafts[word]


def _own() -> dict[Subject, Draft]:
    return _of(_word())


def _of(word: str) -> dict[Subject, Draft]:
    with _CHANGING:
        if word not in _drafts() and (found := kept(paths.database(), word)):
            _remember(word, found)
        return _drafts().get(word, {})


def _remember(word: str, drafts: dict[Subject, Draft]) -> None:
    of_all = _drafts()
    of_all[word] = drafts
    while len(of_all) > _MOST:
        of_all.popitem(last=False)


def _word() -> str:
    return str(st.query_params.get(_ADDRESS) or st.session_state.get(_ADDRESS, ""))


@st.cache_resource(show_spinner=False)
def _drafts() -> OrderedDict[str, dict[Subject, Draft]]:
    return OrderedDict()
