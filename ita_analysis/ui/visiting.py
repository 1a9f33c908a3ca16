"""Who looks at the page, and what that person may do here."""

from __future__ import annotations

from ita_analysis.people import DESK, Person


def visitor() -> Person:
    """Return the person at the screen: the one who logged in, or whoever sits at a PC that needs no login."""
    return DESK
