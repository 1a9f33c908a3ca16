"""What people typed and have not stored yet: kept by a word in the address, so that no rerun or reload loses it."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

_MOST = 500  # visitors whose drafts are kept; the oldest make room
_ADDRESS = "draft"
Subject = tuple[str | int, ...]  # e.g. an agency's code and the assessed fiscal year


@dataclass
class Draft:
    """What was typed about one subject, by field; `seen`: what was stored of it when the typing began."""

    seen: Any
    texts: dict[Any, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)


def draft(subject: Subject) -> Draft | None:
    """Return what this visitor typed about a subject and has not stored, or None."""
    return _own().get(subject)


def begun(subject: Subject, seen: Any) -> Draft:  # noqa: ANN401 - what is stored is of another kind for each form
    """Return the draft about a subject, begun now where there is none; the address names it from now on."""
    drafts = _drafts()
    token = _token()
    if token not in drafts:
        token = secrets.token_urlsafe(6)
        drafts[token] = {}
        while len(drafts) > _MOST:
            drafts.popitem(last=False)
    st.session_state[_ADDRESS] = st.query_params[_ADDRESS] = token
    return drafts[token].setdefault(subject, Draft(seen))


def drop(subject: Subject) -> None:
    """Forget what was typed about a subject."""
    own = _own()
    own.pop(subject, None)
    if not own:
        _drafts().pop(_token(), None)
        st.query_params.pop(_ADDRESS, None)


def _own() -> dict[Subject, Draft]:
    return _drafts().get(_token(), {})


def _token() -> str:
    return str(st.query_params.get(_ADDRESS) or st.session_state.get(_ADDRESS, ""))


@st.cache_resource(show_spinner=False)
def _drafts() -> OrderedDict[str, dict[Subject, Draft]]:
    return OrderedDict()
