"""What people typed and have not stored yet: kept by a word in the address, so that no rerun or reload loses it."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import RLock
from typing import Any

import streamlit as st

_MOST = 500  # visitors whose drafts are kept; the oldest make room
_ADDRESS = "draft"
_CHANGING = RLock()  # two windows with one word in the address are two threads with one draft
Subject = tuple[str | int, ...]  # e.g. an agency's code and the assessed fiscal year


@dataclass
class Draft:
    """What was typed about one subject, by field; `seen`: what was stored of it when the typing began.

    `aside`: what another window showed in a field in which this one typed something else.
    """

    seen: Any
    texts: dict[str, str] = field(default_factory=dict)
    aside: dict[str, list[str]] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Return whether nothing is left in it."""
        return not (self.texts or self.aside)


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
        if made.is_empty:
            drop(subject)
        else:
            _drafts()[_named()][subject] = made


def drop(subject: Subject) -> None:
    """Forget what was typed about a subject."""
    with _CHANGING:
        own = _own()
        own.pop(subject, None)
        if not own:
            _drafts().pop(_token(), None)
            st.query_params.pop(_ADDRESS, None)


def _named() -> str:
    """Return the word of this visitor's drafts, made now where there is none."""
    drafts, token = _drafts(), _token()
    if token not in drafts:
        token = secrets.token_urlsafe(6)
        drafts[token] = {}
        while len(drafts) > _MOST:
            drafts.popitem(last=False)
    st.session_state[_ADDRESS] = st.query_params[_ADDRESS] = token
    return token


def _own() -> dict[Subject, Draft]:
    return _drafts().get(_token(), {})


def _token() -> str:
    return str(st.query_params.get(_ADDRESS) or st.session_state.get(_ADDRESS, ""))


@st.cache_resource(show_spinner=False)
def _drafts() -> OrderedDict[str, dict[Subject, Draft]]:
    return OrderedDict()
