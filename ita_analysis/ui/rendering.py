"""HTML from templates: every value escaped, nothing turned around, terms of the field never broken over two lines."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from functools import cache
from pathlib import Path
from typing import Literal
from urllib.parse import urlencode

import streamlit as st
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ita_analysis.look import MARKS
from ita_analysis.sentences.unbroken import emphasised, terms, whole_terms
from ita_analysis.texts import say
from ita_analysis.thai.text import undirected
from ita_analysis.ui.asking import kept_in_view

_TEMPLATES = Path(__file__).parent / "templates"
HOME = "executive"


def show(template: str, **values: object) -> None:
    """Write a template to the page."""
    st.html(render(template, **values))


def show_kept(template: str, compose: Callable[..., Mapping[str, object] | None], *about: Hashable) -> None:
    """Write a template filled by what `compose(*about)` says, made once per data and sight; None shows nothing."""
    html = kept_in_view(_rendered, template, compose, *about)
    if html:
        st.html(html)


def tell(kind: Literal["problem", "note", "done"], *lines: str) -> None:
    """Write a message as plain words: Streamlit's own message boxes would read a document's words as Markdown."""
    show("message", kind=kind, lines=lines)


def render(template: str, **values: object) -> str:
    """Return a template filled in; text in `values` is escaped, and turns no line around, whatever it holds."""
    return undirected(_environment().get_template(f"{template}.html").render(**values))


def href(page: str, /, place: str = "", **address: object) -> str:
    """Return the address of one of our pages, of a place on it, with filters that are not None."""
    query = urlencode({name: value for name, value in address.items() if value is not None})
    path = "./" if page == HOME else f"./{page}"
    return f"{path}{'?' if query else ''}{query}{'#' if place else ''}{place}"


def warm() -> None:
    """Make ready all templates and the pattern of terms."""
    terms()
    for name in _environment().list_templates():
        _environment().get_template(name)


def _rendered(template: str, compose: Callable[..., Mapping[str, object] | None], *about: Hashable) -> str:
    values = compose(*about)
    return "" if values is None else render(template, **values)


@cache
def _environment() -> Environment:
    loader = FileSystemLoader(_TEMPLATES)
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.filters.update(th=whole_terms, emphasised=emphasised)
    made.globals.update(say=say, MARKS=MARKS)
    return made
