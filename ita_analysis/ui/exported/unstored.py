"""What the tables of a file share that was read and may not be stored: names that say so, and what was found in it."""

from __future__ import annotations

from collections.abc import Sequence

from ita_analysis.documents.tables import Sheet, sheet
from ita_analysis.results import SheetFinding
from ita_analysis.surveys import SurveyFinding
from ita_analysis.texts import say


def named(name: str, *, is_stored: bool = False) -> str:
    """Return the name of a table, with a word where what it holds is not stored."""
    return name if is_stored else say("export.sheet.unstored", name=name)


def findings(found: Sequence[SheetFinding] | Sequence[SurveyFinding], title: str, *, is_stored: bool = False) -> Sheet:
    """Return a row per finding, in the given order: how grave, what, where, the words, what to do."""
    return sheet(
        named(say("column.finding"), is_stored=is_stored),
        title,
        found,
        (say("column.severity"), "text", lambda each: say(f"severity.{each.severity}")),
        (say("column.finding"), "text", lambda each: each.title),
        (say("column.place"), "text", lambda each: str(each.place)),
        (say("column.quote"), "text", lambda each: each.quote),
        (say("column.fix"), "text", lambda each: each.fix),
    )
