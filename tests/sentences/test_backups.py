"""What is said of backups: which of them holds the data, what it is called, what putting it back would change."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from ita_analysis.sentences.backups import AMOUNTS, Amount, amounts, headline, made_at, named
from ita_analysis.store.keeping import Kept
from ita_analysis.store.manifest import Manifest, Member
from ita_analysis.texts import say

NOW = dict.fromkeys(AMOUNTS, 1000)


def _manifest(state: str | None = "a", day: int = 5, **counts: int) -> Manifest:
    tables = {name: Member(count, "") for name, count in counts.items()}
    return Manifest(datetime(2026, 1, day, 8, 30), "day", 1, (), tables, state)  # noqa: DTZ001 - the clock of a desk


def _kept(manifest: Manifest | None) -> Kept:
    return Kept(Path("ita.zip"), 28_000, manifest)


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("new", say("backups.current")),
        ("old", say("backups.same_as", when=made_at(_manifest(day=4)))),
        ("other", say("backups.changed")),
        (None, say("backups.changed")),
    ],
)
def test_which_backup_holds_the_data_is_told_by_their_state(state: str | None, said: str) -> None:
    known = [_kept(_manifest(each, day)) for each, day in (("new", 5), ("old", 4), (None, 3))]
    told = headline(known, state)
    assert told.words == say("backups.latest", when=made_at(_manifest(day=5)))
    assert told.standfirst.endswith(said)


def test_a_damaged_newest_one_is_passed_over() -> None:
    told = headline([_kept(None), _kept(_manifest("old", 4))], "old")
    assert told.words == say("backups.latest", when=made_at(_manifest(day=4)))
    assert told.standfirst.endswith(say("backups.current"))


def test_more_fewer_and_as_many_are_told_apart_and_a_table_that_was_not_there_is_empty() -> None:
    found = amounts(_manifest(agency=1500, report=1000, measure=1), NOW)
    assert found[:3] == [
        Amount(say("backups.amount.agency"), 1500, 1000, say("backups.more", count=500)),
        Amount(say("backups.amount.report"), 1000, 1000, say("backups.equal")),
        Amount(say("backups.amount.measure"), 1, 1000, say("backups.fewer", count=999)),
    ]
    assert [each.there for each in found[3:]] == [0, 0]


def test_two_of_one_minute_are_told_apart_by_their_reason() -> None:
    assert named(_manifest()).startswith(made_at(_manifest()))
    assert say("backups.reason.day") in named(_manifest())
