"""What the screen of backups says: when the data were last kept, whether they changed since, what each backup is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ita_analysis.sentences.parts import SEPARATOR, Headline
from ita_analysis.store.keeping import Kept
from ita_analysis.store.manifest import Manifest
from ita_analysis.texts import say
from ita_analysis.thai.dates import long_date

AMOUNTS = ("agency", "report", "measure", "progress", "score")
_KILO, _MEGA = 1000, 1_000_000


@dataclass(frozen=True)
class Amount:
    """How many rows of a kind a backup holds, how many are stored now, and what putting it back changes in words."""

    kind: str
    there: int
    here: int
    difference: str


def headline(known: Sequence[Kept], state: str | None) -> Headline:
    """Return when the newest backup was made, how many there are, and which of them holds the `state` of the data."""
    newest = next((each for each in known if each.manifest), None)
    if newest is None:
        return Headline(say("backups.none"), "", say("backups.none_lead"))
    size = sum(each.size for each in known)
    lead = [say("backups.lead", count=len(known), size=size_of(size))]
    lead.append(_held(known, newest, state))
    words = say("backups.latest", when=moment(newest))
    return Headline(words, "", SEPARATOR.join(lead))


def moment(kept: Kept) -> str:
    """Return when a backup was made, or that it cannot be read."""
    return made_at(kept.manifest) if kept.manifest else say("backups.unreadable")


def made_at(manifest: Manifest) -> str:
    """Return the day and the time at which a backup was made."""
    made = manifest.made_at
    return say("backups.moment", date=long_date(made.date()), time=f"{made:%H:%M}")


def named(manifest: Manifest) -> str:
    """Return what tells a backup from others in a list: when and why it was made."""
    return SEPARATOR.join([made_at(manifest), say(f"backups.reason.{manifest.reason}")])


def reason(kept: Kept) -> str:
    """Return why a backup was made."""
    return say(f"backups.reason.{kept.manifest.reason}") if kept.manifest else say("backups.unreadable_why")


def holds(kept: Kept) -> str:
    """Return how many agencies, reports and scores a backup holds."""
    if kept.manifest is None:
        return say("missing")
    rows = Counter({name: member.rows for name, member in kept.manifest.tables.items()})
    return say("backups.holds", agencies=rows["agency"], reports=rows["report"], scores=rows["score"])


def amounts(manifest: Manifest, now: Mapping[str, int]) -> list[Amount]:
    """Return what a backup holds beside what is stored now."""
    rows = {name: member.rows for name, member in manifest.tables.items()}
    return [_amount(table, rows.get(table, 0), now[table]) for table in AMOUNTS]


def size_of(count: int) -> str:
    """Return a number of bytes as a person reads it."""
    if count < _MEGA:
        return say("backups.kilobytes", size=max(count / _KILO, 1))
    return say("backups.megabytes", size=count / _MEGA)


def _amount(table: str, there: int, here: int) -> Amount:
    words = say("backups.equal")
    if there != here:
        count = abs(there - here)
        words = say("backups.more", count=count) if there > here else say("backups.fewer", count=count)
    return Amount(say(f"backups.amount.{table}"), there, here, words)


def _held(known: Sequence[Kept], newest: Kept, state: str | None) -> str:
    holder = next((each for each in known if state and each.manifest and each.manifest.state == state), None)
    if holder is None:
        return say("backups.changed")
    return say("backups.current") if holder is newest else say("backups.same_as", when=moment(holder))
