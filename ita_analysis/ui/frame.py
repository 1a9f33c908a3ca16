"""The frame around every page: set-up, menu, who may see what, and expected errors as one sentence."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from ita_analysis import paths
from ita_analysis.people import Right, may_somewhere
from ita_analysis.store.sharing import using
from ita_analysis.texts import say
from ita_analysis.ui import greeting, trouble, visiting
from ita_analysis.ui.asking import look_again
from ita_analysis.ui.rendering import HOME, href, show

Need = Right | Literal["names"] | None
# The name of a page in the address: its section of the menu (none: no place in the menu), its script, and what it takes
# to see it: a right over anything at all, that personal names may be seen, or nothing.
PAGES: dict[str, tuple[str, str, Need]] = {
    HOME: ("overview", "pages/overview/executive.py", None),
    "weaknesses": ("analysis", "pages/analysis/weaknesses.py", None),
    "trend": ("analysis", "pages/analysis/trend.py", None),
    "way": ("analysis", "pages/analysis/way.py", None),
    "measures": ("measures", "pages/measures/measures.py", None),
    "rounds": ("measures", "pages/measures/rounds.py", None),
    "plan": ("measures", "pages/measures/plan.py", "plan"),
    "entry": ("measures", "pages/measures/entering.py", "enter"),
    "coverage": ("measures", "pages/measures/coverage.py", None),
    "completeness": ("documents", "pages/documents/completeness.py", None),
    "files": ("documents", "pages/documents/files.py", "names"),
    "council": ("documents", "pages/documents/council.py", None),
    "bring-in": ("data", "pages/data/bring_in.py", "bring"),
    "survey": ("data", "pages/data/survey.py", "bring"),
    "scores": ("data", "pages/data/scores.py", "bring"),
    "demo": ("data", "pages/data/demo.py", "keep"),
    "history": ("data", "pages/data/history.py", "names"),
    "backups": ("data", "pages/data/backups.py", "keep"),
    "people": ("data", "pages/data/people.py", "appoint"),
    "agencies": ("", "pages/data/agencies.py", None),
    "source": ("", "pages/data/source.py", None),
}


def menu() -> st.Page:
    """Set up the page and its menu of what the visitor may see; return the page that the address names."""
    st.set_page_config(page_title=say("frame.title"), page_icon=str(paths.STATIC / "favicon.png"), layout="wide")
    visiting.look()
    sections: dict[str, list[st.Page]] = {}
    for path, (section, script, _) in PAGES.items():
        heading = say(f"menu.{section}") if section not in {"", "overview"} else ""
        sections.setdefault(heading, []).append(
            st.Page(
                script,
                title=say(f"page.{path}"),
                url_path=path,
                default=path == HOME,
                visibility="visible" if section and is_open(path) else "hidden",
            )
        )
    return st.navigation(sections, position="top")


def is_open(path: str) -> bool:
    """Return whether the visitor may see a page of PAGES."""
    _, _, need = PAGES[path]
    if need == "names":
        return visiting.sees_names()
    return need is None or may_somewhere(visiting.seen().person, need)


def run(page: st.Page) -> None:
    """Show a page upon one state of the data; an error that a person can mend becomes one sentence, nothing half."""
    path = page.url_path or HOME
    with trouble.told(), using():
        look_again()
        greeting.show(path)
        if is_open(path):
            page.run()
        else:
            show("closed", page=say(f"page.{path}"), text=greeting.why_closed())


def welcome() -> None:
    """Say what to do where nothing is stored yet."""
    show("welcome", href=href("bring-in") if is_open("bring-in") else "")
