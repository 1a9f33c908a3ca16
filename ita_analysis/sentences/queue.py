"""What the queue of open work says: how much there is of each kind, and since when."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from ita_analysis.sentences.parts import SEPARATOR
from ita_analysis.texts import say, say_count, say_some
from ita_analysis.thai.dates import long_date

# The kinds of open work, the most pressing first, each with its mark.
MARKS = {
    "overdue": "overdue",
    "incomplete": "overdue",
    "to_approve": "develop",
    "to_submit": "develop",
    "due_soon": "in_progress",
    "no_evidence": "not_started",
    "stale": "no_data",
}


def title(tasks: pd.DataFrame) -> str:
    """Return how many things are open."""
    return say_count("queue.title", len(tasks))


def kinds(tasks: pd.DataFrame) -> str:
    """Return how many there are of each kind."""
    counts = tasks["kind"].value_counts()
    found = [kind for kind in MARKS if kind in counts]
    return SEPARATOR.join(say("queue.count", kind=say(f"queue.kind.{kind}"), count=counts[kind]) for kind in found)


def since(row: Any, today: date) -> str:  # noqa: ANN401 - a row of an answer
    """Return since when, or until when, something is open."""
    if pd.isna(row.since_on):
        return ""
    day = row.since_on.date()
    if row.kind == "due_soon" and day == today:
        return say("queue.due_today", date=long_date(day))
    return say(f"queue.since.{row.kind}", date=long_date(day), days=abs((today - day).days))


def more(count: int) -> str:
    """Return how many things are open besides those shown, or nothing."""
    return say_some("queue.more", count) if count > 0 else ""
