"""What the screen of changes says: who did what and when, as one sentence a change."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import pandas as pd

from ita_analysis.queries.asking import rows_of
from ita_analysis.review import ALL_RULES
from ita_analysis.sentences.parts import SEPARATOR, Headline
from ita_analysis.store.changing import Deed
from ita_analysis.texts import say, say_count
from ita_analysis.thai.dates import long_date, short_date

GROUPS: Mapping[str, tuple[Deed, ...]] = {
    "results": ("result_saved", "steps_judged"),
    "measures": (
        "measure_added", "measure_saved", "measure_ended", "measure_resumed", "measures_ordered", "plan_imported",
        "year_carried",
    ),
    "links": ("link_set", "link_removed"),
    "findings": ("finding_accepted", "finding_dismissed"),
    "rounds": ("rounds_set", "round_submitted", "round_approved", "round_reopened"),
    "brought": ("report_stored", "sheet_stored", "survey_stored", "synthetic_removed"),
    "settings": ("rule_set", "sites_set", "person_saved"),
    "undone": ("undone",),
}  # fmt: skip
_NOBODY = {"": "desk", "command": "command", "program": "program"}


def headline(found: pd.DataFrame, begins_at: datetime | None, *, is_filtered: bool) -> Headline:
    """Return how many changes there are, or were found, and when the last one was made; then what it was."""
    count = int(found["found_count"].iloc[0]) if len(found) else 0
    begun = say("history.begins", date=long_date(begins_at)) if begins_at else ""
    if not count:
        why = say("history.nothing_left" if is_filtered else "history.none_why")
        return Headline(say("history.found.none" if is_filtered else "history.headline.none"), "", why)
    latest = next(rows_of(found))
    words = say_count("history.found" if is_filtered else "history.headline", count, when=moment(latest.changed_at))
    last = say("history.latest", what=SEPARATOR.join([change(latest), who(latest)]))
    return Headline(words, "", SEPARATOR.join(filter(None, [last, begun])))


def change(row: Any) -> str:  # noqa: ANN401 - a row of an answer
    """Return what a change did, as a sentence."""
    return _told(row, row.deed)


def who(row: Any) -> str:  # noqa: ANN401 - a row of an answer
    """Return who made a change: a name, the desk, the command line or the program, else the address of the log-in."""
    if isinstance(row.person_name, str):
        return row.person_name
    if not isinstance(row.who, str):
        return say("history.who.unknown")
    return say(f"history.who.{_NOBODY[row.who]}") if row.who in _NOBODY else row.who


def moment(at: datetime | None) -> str:
    """Return a time in full words."""
    if at is None or pd.isna(at):
        return say("history.unknown_when")
    return say("history.moment", date=long_date(at), time=f"{at:%H:%M}")


def when(at: datetime | None) -> str:
    """Return a time in short words."""
    if at is None or pd.isna(at):
        return say("history.unknown_when")
    return say("history.when", date=short_date(at), time=f"{at:%H:%M}")


def _told(row: Any, deed: object) -> str:  # noqa: ANN401 - a row of an answer
    it = _it(row)
    of = say("history.of", it=it) if it else ""
    parts = {
        "it": it,
        "of": of,
        "rounds": say("history.rounds", months=row.months) if row.months else "",
        "indicators": say("history.indicators", numbers=row.indicators) if row.indicators else "",
        "subject": _subject(row, deed),
    }
    if deed == "undone":
        again = row.undone_deed == "undone"
        parts["what"] = say("history.undone_again", of=of) if again else _told(row, row.undone_deed)
    key = f"history.deed.{deed}" if isinstance(deed, str) else "history.unknown"
    return " ".join(say(key, **parts).split())


def _subject(row: Any, deed: object) -> str:  # noqa: ANN401 - a row of an answer
    """Return what a change is about besides a measure: a file's name, a person, a site; of a finding what it is."""
    if not isinstance(row.subject, str):
        return ""
    is_finding = deed in GROUPS["findings"] and row.subject in ALL_RULES
    return say(f"finding.{row.subject}.title") if is_finding else row.subject


def _it(row: Any) -> str:  # noqa: ANN401 - a row of an answer
    """Return the measure that a change is about by its title, several by their number, none as nothing."""
    if row.measure_count == 1 and isinstance(row.title, str):
        return say("history.it", title=row.title)
    return say("history.its", count=row.measure_count) if row.measure_count else ""
