"""Texts of documents as the public reads them: a text that names a person says that it does, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ita_analysis.documents.deck.words import names_a_person
from ita_analysis.records import Report
from ita_analysis.texts import say
from ita_analysis.thai.text import flat, key
from ita_analysis.vocabulary import pattern

_FEWEST_LETTERS = 4  # of a name that is looked for without its title


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
