"""The frame around every page: set-up, menu, and expected errors as one sentence."""

from __future__ import annotations

import streamlit as st

from ita_analysis import paths
from ita_analysis.texts import say
from ita_analysis.ui import trouble
from ita_analysis.ui.asking import look_again
from ita_analysis.ui.rendering import HOME, href, show

# The name of a page in the address: its section of the menu and its script; no section, no place in the menu.
PAGES = {
    HOME: ("overview", "pages/overview/executive.py"),
    "weaknesses": ("analysis", "pages/analysis/weaknesses.py"),
    "trend": ("analysis", "pages/analysis/trend.py"),
    "way": ("analysis", "pages/analysis/way.py"),
    "measures": ("measures", "pages/measures/measures.py"),
    "rounds": ("measures", "pages/measures/rounds.py"),
    "coverage": ("measures", "pages/measures/coverage.py"),
    "bring-in": ("data", "pages/data/bring_in.py"),
    "survey": ("data", "pages/data/survey.py"),
    "scores": ("data", "pages/data/scores.py"),
    "demo": ("data", "pages/data/demo.py"),
    "backups": ("data", "pages/data/backups.py"),
    "agencies": ("", "pages/data/agencies.py"),
    "source": ("", "pages/data/source.py"),
}


def menu() -> st.Page:
    """Set up the page and its menu; return the page that the address names."""
    st.set_page_config(page_title=say("frame.title"), page_icon=str(paths.STATIC / "favicon.png"), layout="wide")
    sections: dict[str, list[st.Page]] = {}
    for path, (section, script) in PAGES.items():
        heading = say(f"menu.{section}") if section not in {"", "overview"} else ""
        sections.setdefault(heading, []).append(
            st.Page(
                script,
                title=say(f"page.{path}"),
                url_path=path,
                default=path == HOME,
                visibility="visible" if section else "hidden",
            )
        )
    return st.navigation(sections, position="top")


def run(page: st.Page) -> None:
    """Show a page; an error that a person can mend becomes one sentence, and nothing is half shown."""
    with trouble.told():
        look_again()
        page.run()


def welcome() -> None:
    """Say what to do where nothing is stored yet."""
    show("welcome", href=href("bring-in"))
