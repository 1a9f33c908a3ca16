"""Words of the tables of a year: what stands above each, and texts of people without the names in them."""

from __future__ import annotations

from collections.abc import Callable

from ita_analysis.documents.names import without_names
from ita_analysis.store.worded import is_said
from ita_analysis.texts import say

Said = Callable[[object], str | None]


def captioned(table: str, count: int, **values: object) -> str:
    """Return what a table shows; one without rows says why it has none."""
    return say(f"year_tables.{table}.caption", **values) if count else say(f"year_tables.{table}.empty", **values)


def without_people(text: object) -> str | None:
    """Return a text of an answer in which each line that names a person says that it does, in place of its words."""
    words = _as_written(text)
    return words and "\n".join(map(without_names, words.splitlines()))


def round_in_words(months: int | None) -> str:
    """Return the round by its months; that none has a result where it is None."""
    return say("filter.round_label", months=months) if months else say("deck.no_round")


def _as_written(text: object) -> str | None:
    return text if isinstance(text, str) and is_said(text) else None
