"""The screen of people: who may log in and as what, what each role may do, and how login is set up."""

from __future__ import annotations

from ita_analysis import paths
from ita_analysis.people import ROLES
from ita_analysis.sentences import people as sentences
from ita_analysis.store.people import CONFIGURED, first_administrator
from ita_analysis.texts import say
from ita_analysis.ui import login
from ita_analysis.ui.asking import ask
from ita_analysis.ui.heads import Head
from ita_analysis.ui.rendering import show

_PAGE = "people"
_SAMPLE = paths.PROJECT / ".streamlit" / "secrets.example.toml"


def show_head() -> None:
    """Show how many people may log in, and whether login is set up."""
    is_set_up = login.stated().state == "on"
    found = sentences.headline(ask("people"), is_set_up=is_set_up, first_administrator=first_administrator())
    show("head", head=Head(say(f"page.{_PAGE}"), (), found.words, found.standfirst))


def show_people() -> None:
    """Show each person with role, agency and unit."""
    show("people", rows=sentences.rows(ask("people")))


def show_roles() -> None:
    """Show what each role may do."""
    show("roles", roles=ROLES, rows=sentences.roles())


def show_set_up() -> None:
    """Show in three steps how login is set up, where it is not, and what it changes."""
    if login.stated().state == "off":
        show("set_up", sample=_SAMPLE.read_text(encoding="utf-8"), variable=CONFIGURED)
