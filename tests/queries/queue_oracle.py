"""A slow second way to the queue of open work: plain Python over a year as it was made, written without the SQL."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from tests.queries.oracle import last_day

YEAR = 2564
Task = tuple[str, int, str | None, str | None, date | None]  # kind, months, title, owner, since


@dataclass(frozen=True)
class Shown:
    """What is stored of a measure in a round: since when, whether anything is cited, and its steps done."""

    saved_on: date
    is_cited: bool = True
    done: int = 0


@dataclass(frozen=True)
class Owned:
    """A measure: the rounds its plan names, its steps, its results by round, who answers for it."""

    title: str
    owner: str | None = "กองการประปา"
    rounds: tuple[int, ...] = ()
    steps: int = 0
    is_ended: bool = False
    shown: Mapping[int, Shown] = field(default_factory=dict)


@dataclass(frozen=True)
class Year:
    """A year: its rounds with state and the day set for results (None: the last day of the round), its measures."""

    rounds: Mapping[int, tuple[str, date | None]]
    measures: tuple[Owned, ...]


def open_tasks(year: Year, today: date) -> set[Task]:
    """Return what is open on a day."""
    return {*_of_measures(year, today), *_of_rounds(year, today)}


def _asked(year: Year, measure: Owned) -> tuple[int, ...]:
    """Return the rounds of the year that a measure is reported in; a plan that names none means each."""
    if measure.is_ended:
        return ()
    return tuple(months for months in year.rounds if not measure.rounds or months in measure.rounds)


def _of_measures(year: Year, today: date) -> Iterator[Task]:
    for measure in year.measures:
        for months in _asked(year, measure):
            state, due = year.rounds[months]
            due = due or last_day(YEAR, months)
            shown = measure.shown.get(months)
            if state == "approved":  # what was approved is finished
                continue
            if shown is None:
                if state == "submitted":  # asked of the round, not of who owns the measure
                    continue
                if due < today:
                    yield "overdue", months, measure.title, measure.owner, due
                elif due - today <= timedelta(days=30):
                    yield "due_soon", months, measure.title, measure.owner, due
                continue
            if state == "open" and not shown.is_cited:
                yield "no_evidence", months, measure.title, measure.owner, shown.saved_on
            if state == "open" and shown.done < measure.steps and today - shown.saved_on > timedelta(days=60):
                yield "stale", months, measure.title, measure.owner, shown.saved_on


def _of_rounds(year: Year, today: date) -> Iterator[Task]:
    for months, (state, due) in year.rounds.items():
        if state == "submitted":
            yield "to_approve", months, None, None, None
        asked = [measure for measure in year.measures if months in _asked(year, measure)]
        if state == "submitted" and not all(_is_cited(measure, months) for measure in asked):
            yield "incomplete", months, None, None, due or last_day(YEAR, months)
        is_whole = bool(asked) and all(months in measure.shown for measure in asked)
        if state == "open" and is_whole and last_day(YEAR, months) < today:
            yield "to_submit", months, None, None, due or last_day(YEAR, months)


def _is_cited(measure: Owned, months: int) -> bool:
    shown = measure.shown.get(months)
    return shown is not None and shown.is_cited
