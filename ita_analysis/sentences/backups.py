"""What the screen of backups says: when the data were last kept, whether they changed since, what each backup is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ita_analysis.sentences.parts import SEPARATOR, Headline
from ita_analysis.store.keeping import Kept
from ita_analysis.texts import say
from ita_analysis.thai.dates import long_date

_KILO, _MEGA = 1000, 1_000_000


def headline(known: Sequence[Kept], *, is_current: bool) -> Headline:
    """Return when the newest backup was made and how many there are; `is_current`: it holds the data as they are."""
    newest = next((each for each in known if each.manifest), None)
    if newest is None:
        return Headline(say("backups.none"), "", say("backups.none_lead"))
    size = sum(each.size for each in known)
    lead = [say("backups.lead", count=len(known), size=size_of(size))]
    lead.append(say("backups.current" if is_current else "backups.changed"))
    words = say("backups.latest", when=moment(newest))
    return Headline(words, "", SEPARATOR.join(lead))


def moment(kept: Kept) -> str:
    """Return when a backup was made, or that it cannot be read."""
    if kept.manifest is None:
        return say("backups.unreadable")
    made = kept.manifest.made_at
    return say("backups.moment", date=long_date(made.date()), time=f"{made:%H:%M}")


def reason(kept: Kept) -> str:
    """Return why a backup was made."""
    return say(f"backups.reason.{kept.manifest.reason}") if kept.manifest else say("backups.unreadable_why")


def holds(kept: Kept) -> str:
    """Return how many agencies, reports and scores a backup holds."""
    if kept.manifest is None:
        return say("missing")
    rows = Counter({name: member.rows for name, member in kept.manifest.tables.items()})
    return say("backups.holds", agencies=rows["agency"], reports=rows["report"], scores=rows["score"])


def size_of(count: int) -> str:
    """Return a number of bytes as a person reads it."""
    if count < _MEGA:
        return say("backups.kilobytes", size=max(count / _KILO, 1))
    return say("backups.megabytes", size=count / _MEGA)
