"""The screen of synthetic data: one click loads an agency or a nation, one click takes all of it away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

import streamlit as st

from ita_analysis import paths
from ita_analysis.sentences.demo import headline
from ita_analysis.store.building import ready
from ita_analysis.store.synthetic import DEMO_CODE, load_demo, load_nation, remove_synthetic
from ita_analysis.synthetic.agencies import AGENCY_COUNT
from ita_analysis.texts import say
from ita_analysis.ui.asking import agency_years, ask
from ita_analysis.ui.heads import Head
from ita_analysis.ui.rendering import href, show_kept, tell
from ita_analysis.ui.visiting import visitor

_PAGE = "demo"
_DONE = "demo_done"


def show_head() -> None:
    """Show how much synthetic data is stored, what was done a moment ago, and where to look at it."""
    show_kept("head", _head)
    if done := st.session_state.pop(_DONE, None):
        tell("done", say(f"demo.done.{done}"))


def offer() -> None:
    """Offer what can be done: load the demo agency, load the nation, remove all; each is one click."""
    stored = _stored()
    with st.container(key="demo"):
        if stored["report_count"]:
            year = agency_years(DEMO_CODE)[0].fiscal_year_be
            _show_way("agency", href("executive", agency=DEMO_CODE, year=year))
        else:
            _offer("agency", _load_agency, "primary")
        if stored["agency_count"] >= AGENCY_COUNT:
            _show_way("nation", href("agencies"))
        else:
            _offer("nation", _load_nation)
        if stored["agency_count"]:
            _offer("remove", _remove)


def _stored() -> dict[str, int]:
    return {str(name): int(count) for name, count in ask("synthetic_stored").iloc[0].items()}


def _load_agency() -> None:
    load_demo(ready(paths.database()), who=visitor())


def _load_nation() -> None:
    bar = st.progress(0.0, say("demo.progress", share=0.0))

    def told(share: float) -> None:
        bar.progress(share, say("demo.progress", share=share))

    load_nation(ready(paths.database()), tell=told, who=visitor())


def _remove() -> None:
    remove_synthetic(ready(paths.database()), who=visitor())


def _show_way(what: str, address: str) -> None:
    with st.container(key=f"demo_{what}"):
        show_kept("choice", _choice, what, address)


def _offer(what: str, work: Callable[[], None], kind: Literal["primary", "secondary"] = "secondary") -> None:
    with st.container(key=f"demo_{what}"):
        show_kept("choice", _choice, what, "")
        if st.button(say(f"demo.{what}.button"), key=f"demo_{what}_button", type=kind):
            work()
            st.session_state[_DONE] = what
            st.rerun()


def _choice(what: str, address: str) -> Mapping[str, object]:
    return {"title": say(f"demo.{what}.title"), "why": say(f"demo.{what}.why"), "href": address}


def _head() -> Mapping[str, object]:
    stored = _stored()
    found = headline(stored["agency_count"], stored["result_count"], stored["score_count"])
    is_synthetic = bool(stored["agency_count"])
    return {"head": Head(say(f"page.{_PAGE}"), (), found.words, found.standfirst, is_synthetic=is_synthetic)}
