"""Typed words as they are stored: without NUL, marks that turn the direction of reading, and blanks around them."""

from __future__ import annotations

from ita_analysis.entries import LONGEST_LINE, LONGEST_TEXT
from ita_analysis.errors import StoreError
from ita_analysis.texts import say
from ita_analysis.thai.text import undirected


def tidy(text: str) -> str:
    """Return a text without NUL, which no text holds, marks that turn its direction, and blanks around it."""
    return undirected(text.replace("\0", "")).strip()


def on_one_line(text: str) -> str:
    """Return a text with single blanks between its words."""
    return " ".join(tidy(text).split())


def worded(text: str, field: str, most: int = LONGEST_TEXT) -> str:
    """Return a text as it is stored; raises StoreError where it is too long for its field (`field.*` of the texts)."""
    words = tidy(text)
    if len(words) > most:
        raise StoreError("text_long", field=say(f"field.{field}"), count=len(words), most=most)
    return words


def line(text: str, field: str) -> str:
    """Return a text that stands on one line."""
    return on_one_line(worded(text, field, LONGEST_LINE))


def is_said(words: str) -> bool:
    """Return whether a text holds any letter or sign that can be seen."""
    return any(sign.isprintable() and not sign.isspace() for sign in words)


def required(text: str, field: str, missing: str, most: int = LONGEST_LINE) -> str:
    """Return a text that may not be blank; raises StoreError with the key `missing` where it is."""
    words = worded(text, field, most)
    if not is_said(words):
        raise StoreError(missing)
    return words
