"""All strings of a reading, and comparisons that do not mind where a line was broken."""

from collections.abc import Iterable, Iterator
from typing import Any

from .expected import bare, squeezed

MAIN_FIELDS = ("agency", "weaknesses", "measures", "progress", "signatories")


def strings(value: Any) -> Iterator[str]:
    """Every string inside a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def holds(value: Any, text: str) -> bool:
    """Whether a text stands somewhere in a JSON value, in one string."""
    return any(squeezed(text) in squeezed(found) for found in strings(value))


def same_texts(found: Iterable[str], wanted: Iterable[str]) -> bool:
    """Whether two lists hold the same texts in the same order."""
    return [squeezed(text) for text in found] == [squeezed(text) for text in wanted]


def same_titles(found: Iterable[str], wanted: Iterable[str]) -> bool:
    """Whether two lists name the same measures in the same order, printed row numbers aside."""
    return [bare(text) for text in found] == [bare(text) for text in wanted]
