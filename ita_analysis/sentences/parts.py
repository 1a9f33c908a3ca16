"""What sentences are put into: facts of a strip, requests, and the account a number gives of itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ita_analysis.texts import say

SEPARATOR = " · "
_MOST_NAMES = 3


@dataclass(frozen=True)
class Fact:
    """One number of the facts strip, with what stands above and below it; `number` names the account of it.

    A warning has the mark and the colour of `status`.
    """

    label: str
    value: str
    unit: str = ""
    note: str = ""
    is_missing: bool = False
    is_warning: bool = False
    status: str = "develop"
    number: str = ""


@dataclass(frozen=True)
class Request:
    """One thing asked of the reader: what, why, and the page (with its filters and place) whose button leads there."""

    title: str
    why: str
    button: str
    page: str
    place: str = ""
    filters: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Headline:
    """The finding of a page as a sentence; what stands in ⟦ ⟧ gets the colour of its tone."""

    words: str
    tone: str = ""
    standfirst: str = ""


def listed(names: Sequence[str]) -> str:
    """Return names as one list in a sentence: all of a few, of many the first ones and how many more."""
    if len(names) > _MOST_NAMES:
        return say("list.more", names=", ".join(names[:_MOST_NAMES]), count=len(names) - _MOST_NAMES)
    if len(names) < 2:
        return "".join(names)
    return say("list.and", names=", ".join(names[:-1]), last=names[-1])
