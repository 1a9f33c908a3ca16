"""HTML from templates: every value escaped, terms of the field never broken over two lines."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Literal

import streamlit as st
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from ita_analysis.texts import say
from ita_analysis.vocabulary import words

_TEMPLATES = Path(__file__).parent / "templates"
MARKS = {
    "done": "●", "in_progress": "◐", "not_started": "○", "no_data": "⊖", "not_stated": "▨", "overdue": "▲",
    "urgent": "▲", "develop": "◆", "high": "▲", "medium": "◆", "low": "○",
}  # fmt: skip


def show(template: str, **values: object) -> None:
    """Write a template to the page."""
    st.html(render(template, **values))


def tell(kind: Literal["problem", "note", "done"], *lines: str) -> None:
    """Write a message as plain words: Streamlit's own message boxes would read a document's words as Markdown."""
    show("message", kind=kind, lines=lines)


def render(template: str, **values: object) -> str:
    """Return a template filled in; text in `values` is escaped, whatever it holds."""
    return _environment().get_template(f"{template}.html").render(**values)


def css() -> str:
    """Return the look as a style element."""
    # Streamlit's own words on its buttons are English; the look replaces them by the catalogue's.
    words_of_widgets = f':root {{ --choose-file: "{say("bring_in.choose_file")}"; }}'
    return f"<style>{(_TEMPLATES / 'look.css').read_text(encoding='utf-8')}\n{words_of_widgets}</style>"


def whole_terms(text: object) -> Markup:
    """Return escaped text in which the terms of the field, and numbers with their unit, stay on one line."""
    return Markup(_terms().sub(r'<span class="nb">\1</span>', str(escape("" if text is None else text))))  # noqa: S704


@cache
def _terms() -> re.Pattern[str]:
    terms = "|".join(re.escape(term) for term in sorted(words("screen")["unbroken"], key=len, reverse=True))
    return re.compile(f"({words('screen')['with_number']}|{terms})")


@cache
def _environment() -> Environment:
    loader = FileSystemLoader(_TEMPLATES)
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.filters["th"] = whole_terms
    made.globals.update(say=say, MARKS=MARKS)
    return made
