"""Every error raised on purpose; each becomes one sentence where it is shown."""

from __future__ import annotations


class ItaError(Exception):
    """Something a person can mend: a key of the catalogue of texts, with the values its sentence needs.

    The sentence itself is made where the error is shown (`texts.explain`), so that a language is a catalogue.
    """

    def __init__(self, key: str, /, **values: object) -> None:
        """Keep the catalogue key (without the leading `error.`) and the values of its sentence."""
        super().__init__(key, values)
        self.key = key
        self.values = values


class UnreadableDocument(ItaError):
    """A file cannot be read as a report: damaged, locked, too large, or of another kind."""


class UnclearYear(ItaError):
    """A year cannot be read as one Buddhist-era fiscal year."""


class FrameworkError(ItaError):
    """The tables of the assessment framework contradict themselves or lack a fiscal year."""


class StoreError(ItaError):
    """The database cannot be opened, built or written."""


class RightMissing(ItaError):
    """A person may not do what was asked."""
