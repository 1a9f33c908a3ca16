"""Words of slides: short enough for a screen across a room, and without the name of any person."""

from __future__ import annotations

from collections.abc import Iterable

from ita_analysis.documents.names import without_names
from ita_analysis.texts import say, say_some
from ita_analysis.thai.text import first_letters, flat, straight
from ita_analysis.vocabulary import pattern

IN_NOTES = 160  # letters of a text of a document
_MOST_LETTERS = 60
_MOST_SOURCES = 8


def plain_cut(text: str, most: int = _MOST_LETTERS) -> str:
    """Return a text of a document on one line, cut before a word where it is longer than a slide has room for.

    Thai has no blanks between words: it is cut before one of those that surely begin there, if need be a little late.
    """
    whole = without_names(flat(straight(text)))
    if first_letters(whole, most) == whole:
        return whole
    starts = [found.start() for found in pattern("screen", "cut_before").finditer(whole)]
    early = [place for place in starts if most // 2 <= place <= most]
    late = [place for place in starts if most < place <= most + most // 2]
    place = next(iter([*early[-1:], *late]), None)
    return first_letters(whole, most) if place is None else f"{whole[:place].rstrip()}…"


def few(lines: Iterable[str]) -> tuple[str, ...]:
    """Return the first lines of notes, and how many there are more."""
    found = [flat(straight(line)) for line in lines]
    if len(found) <= _MOST_SOURCES:
        return tuple(found)
    return *found[:_MOST_SOURCES], say("deck.more.sources", count=len(found) - _MOST_SOURCES)


def shown_of(count: int, most: int, key: str) -> str:
    """Return that a picture shows the first of more rows; nothing where it shows all of them."""
    return say_some(key, count - most, shown=most, total=count) if count > most else ""
