"""What the queue of open work says: how much of each kind, since when, and singular numbers true."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_analysis.queries.asking import rows_of
from ita_analysis.queries.entries import TASKS_COLUMNS
from ita_analysis.sentences.queue import MARKS, kinds, more, since, title
from ita_analysis.texts import catalogue, say
from ita_analysis.thai.dates import long_date
from tests.sentences.sound import plain

TODAY = date(2021, 4, 1)


def _tasks(*of: str, on: date | None = TODAY) -> pd.DataFrame:
    about = {"round_months": 6, "since_on": pd.Timestamp(on) if on else pd.NaT}
    return pd.DataFrame([{"kind": kind, **about} for kind in of], columns=list(TASKS_COLUMNS))


def _since(kind: str, on: date | None) -> str:
    (row,) = rows_of(_tasks(kind, on=on))
    return since(row, TODAY)


@pytest.mark.parametrize(("count", "words"), [(0, "ไม่มีงานค้าง"), (1, "งานค้าง 1 เรื่อง"), (41, "งานค้าง 41 เรื่อง")])
def test_the_title_counts_what_is_open(count: int, words: str) -> None:
    assert plain(title(_tasks(*["stale"] * count))) == words


@settings(max_examples=25)
@given(st.lists(st.sampled_from(list(MARKS)), max_size=30))
def test_every_task_is_counted_once_under_its_kind_the_most_pressing_first(of: list[str]) -> None:
    counted = {kind: of.count(kind) for kind in MARKS if kind in of}
    assert kinds(_tasks(*of)) == " · ".join(f"{say(f'queue.kind.{kind}')} {count}" for kind, count in counted.items())


def test_every_kind_has_its_name_and_its_time() -> None:
    for family in ("queue.kind.", "queue.since."):
        assert {key.removeprefix(family) for key in catalogue() if key.startswith(family)} == set(MARKS)
    assert {plain(_since(kind, TODAY - timedelta(days=1))) for kind in MARKS}


@pytest.mark.parametrize("days", [0, 1, 30, 1_234])
def test_days_are_counted_to_a_day_that_comes_and_from_one_that_went(days: int) -> None:
    before, after = TODAY - timedelta(days=days), TODAY + timedelta(days=days)
    assert _since("overdue", before) == f"{long_date(before)} (เลยมา {days:,} วัน)"
    assert _since("stale", before) == f"{long_date(before)} ({days:,} วัน)"
    if days:
        assert _since("due_soon", after) == f"{long_date(after)} (อีก {days:,} วัน)"


def test_what_is_due_today_is_not_said_to_be_due_in_no_days() -> None:
    assert _since("due_soon", TODAY) == f"{long_date(TODAY)} (วันนี้)"


def test_a_time_that_is_not_known_is_not_said() -> None:
    assert _since("to_approve", None) == ""


@pytest.mark.parametrize(("count", "said"), [(-3, ""), (0, ""), (1, "1 เรื่อง"), (12, "12 เรื่อง")])
def test_what_is_not_shown_is_counted(count: int, said: str) -> None:
    assert (plain(more(count)) if said else more(count)).count(said) >= 1
    assert bool(more(count)) is bool(said)
