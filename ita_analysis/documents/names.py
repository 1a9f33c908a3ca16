"""Names of persons in the texts of documents: what holds one says that it does, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote

from ita_analysis.records import Report
from ita_analysis.texts import say
from ita_analysis.thai.text import flat, key
from ita_analysis.vocabulary import pattern

_FEWEST_LETTERS = 4  # of a name that is looked for without its title
_BETWEEN_WORDS = re.compile(r"[_+-]|(?<=\d)\.")  # in the name of a file or an address


def without_names(text: str) -> str:
    """Return the words, or in place of words that name a person that they do."""
    return say("deck.person") if names_a_person(text) else text


def names_a_person(text: str) -> bool:
    """Return whether a title of a person and a name stand in a text, such as the name of a file or an address."""
    named, read = pattern("person", "named"), unquote(text)
    return bool(named.search(read) or named.search(_BETWEEN_WORDS.sub(" ", read)))


@dataclass(frozen=True)
class Veil:
    """What hides the names of persons: those with a title before them, and those that are known to have signed."""

    names: frozenset[str] = frozenset()

    def __call__(self, text: str) -> str:
        """Return a text as it is, or in its place that it names a person."""
        return say("public.hidden") if self.hides(text) else text

    def hides(self, text: str) -> bool:
        """Return whether a text names a person."""
        letters = key(text)
        return names_a_person(flat(text)) or any(name in letters for name in self.names)


def veil_of(reports: Iterable[Report]) -> Veil:
    """Return what hides everybody who signed one of the reports, with and without a title."""
    names = (key(_untitled(who.name)) for report in reports for who in report.signatories if who.name)
    return Veil(frozenset(name for name in names if len(name) >= _FEWEST_LETTERS))


def _untitled(name: str) -> str:
    return pattern("person", "title").sub("", name.strip("() "))
