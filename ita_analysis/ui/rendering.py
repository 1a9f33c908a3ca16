"""HTML from templates: every value escaped, terms of the field never broken over two lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Literal
from urllib.parse import urlencode

import streamlit as st
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from ita_analysis.texts import phrases, say
from ita_analysis.ui.asking import kept_in_view
from ita_analysis.vocabulary import words

_TEMPLATES = Path(__file__).parent / "templates"
HOME = "executive"
_EMPHASIS = re.compile("⟦([^⟦⟧]*)⟧")
MARKS = {
    "done": "●", "in_progress": "◐", "not_started": "○", "no_data": "⊖", "not_stated": "▨", "overdue": "▲",
    "urgent": "▲", "develop": "◆", "good": "●", "strength": "★", "high": "▲", "medium": "◆", "low": "○",
    "document": "●", "analyst": "○", "wording": "◌", "found": "●", "doubtful": "◆", "missing": "▲",
    "open": "○", "accepted": "●", "dismissed": "–",
}  # fmt: skip


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
    """Return a template filled in; text in `values` is escaped, whatever it holds."""
    return _environment().get_template(f"{template}.html").render(**values)


def href(page: str, /, place: str = "", **address: object) -> str:
    """Return the address of one of our pages, of a place on it, with filters that are not None."""
    query = urlencode({name: value for name, value in address.items() if value is not None})
    path = "./" if page == HOME else f"./{page}"
    return f"{path}{'?' if query else ''}{query}{'#' if place else ''}{place}"


def warm() -> None:
    """Make ready all templates and the pattern of terms."""
    _terms()
    for name in _environment().list_templates():
        _environment().get_template(name)


def whole_terms(text: object) -> Markup:
    """Return escaped text whose terms, official names' phrases, and numbers with their unit stay on one line."""
    return Markup(_terms().sub(_kept_whole, str(escape("" if text is None else text))))  # noqa: S704


def emphasised(text: str, tone: str) -> Markup:
    """Return escaped text whose ⟦part⟧ has the colour of a tone: what the sentence is about."""
    return Markup(_EMPHASIS.sub(rf'<span class="{tone}">\1</span>', str(whole_terms(text))))  # noqa: S704


def _rendered(template: str, compose: Callable[..., Mapping[str, object] | None], *about: Hashable) -> str:
    values = compose(*about)
    return "" if values is None else render(template, **values)


def _kept_whole(found: re.Match[str]) -> str:
    number, name = found["number"] or "", found["name"]
    first, *rest = phrases()[name] if name else (found[0],)
    return "<wbr>".join(f'<span class="nb">{part}</span>' for part in (f"{number}{first}", *rest))


@cache
def _terms() -> re.Pattern[str]:
    def one_of(texts: Iterable[str]) -> str:
        return "|".join(re.escape(text) for text in sorted(texts, key=len, reverse=True))

    name = rf"(?P<number>(?:\b[0-9]{{1,2}} )?)(?P<name>{one_of(phrases())})"
    return re.compile(f"{name}|{words('screen')['with_number']}|{one_of(words('screen')['unbroken'])}")


@cache
def _environment() -> Environment:
    loader = FileSystemLoader(_TEMPLATES)
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.filters.update(th=whole_terms, emphasised=emphasised)
    made.globals.update(say=say, MARKS=MARKS)
    return made
