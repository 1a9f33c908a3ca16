"""The frame around every page: set-up, look, menu, and expected errors as one sentence."""

from __future__ import annotations

import atexit
import gc
from importlib import import_module

import streamlit as st

from ita_analysis import paths
from ita_analysis.errors import ItaError
from ita_analysis.store.building import ready
from ita_analysis.texts import explain, say
from ita_analysis.ui.asking import look_again
from ita_analysis.ui.rendering import css, show, tell

PAGES = {
    "executive": ("overview", "pages/overview/executive.py"),
    "rounds": ("measures", "pages/measures/rounds.py"),
    "bring-in": ("data", "pages/data/bring_in.py"),
}


def menu() -> st.Page:
    """Set up the page and its menu; return the page that the address names."""
    st.set_page_config(page_title=say("frame.title"), page_icon=str(paths.STATIC / "favicon.png"), layout="wide")
    sections: dict[str, list[st.Page]] = {}
    for path, (section, script) in PAGES.items():
        heading = "" if section == "overview" else say(f"menu.{section}")
        page = st.Page(script, title=say(f"page.{path}"), url_path=path, default=path == "executive")
        sections.setdefault(heading, []).append(page)
    return st.navigation(sections, position="top")


def run(page: st.Page) -> None:
    """Show a page; an error that a person can mend becomes one sentence, and nothing is half shown."""
    # One element for both: a page is Thai for screen readers too, and Streamlit itself says "en".
    st.html(f"{css()}<script>document.documentElement.lang='th'</script>", unsafe_allow_javascript=True)
    try:
        _warm_up()
        look_again()
        page.run()
    except ItaError as error:
        tell("problem", explain(error))


def welcome() -> None:
    """Say what to do where nothing is stored yet."""
    show("welcome", page=PAGES["bring-in"][1])
    st.page_link(PAGES["bring-in"][1], label=say("welcome.button"))


@st.cache_resource(show_spinner=False)
def _warm_up() -> bool:
    # Streamlit collects garbage after every run; what the first run loads for good is taken out of its way.
    for name in ("figures.indicators", "figures.steps", "figures.timeline", "ui.executive", "ui.rounds", "ui.bring_in"):
        import_module(f"ita_analysis.{name}")
    ready(paths.database())
    gc.collect()
    gc.freeze()
    atexit.register(gc.unfreeze)  # else the process complains of leaks when it ends
    return True
