"""What goes wrong while a page is at work, as one sentence on it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ita_analysis import paths
from ita_analysis.errors import ItaError
from ita_analysis.store.database import explaining
from ita_analysis.texts import explain
from ita_analysis.ui.rendering import tell


@contextmanager
def told() -> Iterator[None]:
    """Show an error that a person can mend as a sentence in the place where the page had come to.

    The frame has one around every page; a fragment, which runs again without the page, has its own.
    """
    try:
        with explaining(paths.database()):
            yield
    except ItaError as error:
        tell("problem", explain(error))
