"""The queue of open work: each kind to the day, whatever the year holds as a slow second way finds it; and copies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import count

import duckdb
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_analysis.entries import Cited, Entry
from ita_analysis.intake.result_form import is_like_before
from ita_analysis.people import DESK
from ita_analysis.queries.entries import entries, tasks
from ita_analysis.store.database import MEMORY, connect, transaction
from ita_analysis.store.progress import entry_of
from ita_analysis.store.rounds import set_rounds
from ita_analysis.thai.fiscal_year import ROUNDS
from tests.queries.oracle import last_day
from tests.queries.queue_oracle import YEAR, Owned, Shown, Task, Year, open_tasks
from tests.store.entered import ENTRY, LATER, ROUND, Entered, year_of
from tests.store.files import rows
from tests.store.invented import agency, measure, report, result, store

KINDS = ["overdue", "incomplete", "to_approve", "to_submit", "due_soon", "no_evidence", "stale"]
DUE = last_day(YEAR, 6)
OWNERS = ("กองการประปา", "สำนักปลัด", None)
Row = dict[str, object]
_numbers = count(500)


@pytest.fixture(scope="module")
def bare() -> Iterator[duckdb.DuckDBPyConnection]:
    """Tables that hold nothing but the years that tests put into them."""
    with connect(MEMORY) as opened:
        yield opened


@pytest.fixture(scope="module")
def fresh(framework_alone: duckdb.DuckDBPyConnection) -> Entered:
    """An agency's year with two measures and no result yet."""
    return year_of(framework_alone, next(_numbers))


def _made(opened: duckdb.DuckDBPyConnection, year: Year) -> str:
    """Put a year of an agency of its own into the tables, and return the agency's code."""
    code = f"queue-{next(_numbers)}"
    of_year = {"agency_code": code, "fiscal_year_be": YEAR}
    told: dict[str, list[Row]] = defaultdict(list)
    for months, (state, due) in year.rounds.items():
        told["round"] += [{**of_year, "round_months": months, "state": state, "due_on": due}]
    for no, each in enumerate(year.measures, 1):
        number = next(_numbers) * 100
        named = {"title": each.title, "title_key": each.title, "responsible": each.owner}
        ended = date(2021, 1, 1) if each.is_ended else None
        told["measure"] += [{**of_year, "measure_id": number, "measure_no": no, **named, "ended_on": ended}]
        told["measure_round"] += [{"measure_id": number, "round_months": months} for months in each.rounds]
        steps = range(1, each.steps + 1)
        told["measure_step"] += [{"measure_id": number, "step_no": step, "words": "ก"} for step in steps]
        for months, shown in each.shown.items():
            _enter(told, {"measure_id": number, "round_months": months}, shown, steps)
    with opened.cursor() as cursor, transaction(cursor):
        for table, rows_of_table in told.items():
            _insert(cursor, table, rows_of_table)
    return code


def _enter(told: dict[str, list[Row]], of: Row, shown: Shown, steps: range) -> None:
    late = datetime.combine(shown.saved_on, datetime.max.time())  # the last moment of a day is still that day
    number = int(str(of["measure_id"])) + 2 * int(str(of["round_months"]))
    for version, at in ((1, late - timedelta(days=400)), (2, late)):  # only the last version counts
        told["progress"] += [{**of, "progress_id": number + version, "version": version, "saved_at": at}]
    told["evidence"] += [{"progress_id": number + (2 if shown.is_cited else 1), "evidence_no": 1, "words": "ก"}]
    states = (*["done"] * shown.done, "not_done", "not_stated")
    judged = zip(steps, states, strict=False)
    told["step_progress"] += [{**of, "step_no": no, "state": state, "reason": ""} for no, state in judged]


def _insert(cursor: duckdb.DuckDBPyConnection, table: str, of: Sequence[Row]) -> None:
    if of:
        values = ", ".join(f"unnest(${number})" for number in range(1, len(of[0]) + 1))
        columns = [[row[name] for row in of] for name in of[0]]
        cursor.execute(f"insert into {table} ({', '.join(of[0])}) select {values}", columns)


def _open(opened: duckdb.DuckDBPyConnection, code: str, today: date) -> list[Task]:
    found = tasks(opened, code, YEAR, today)
    return [
        (row.kind, int(row.round_months), _text(row.title), _text(row.responsible), _day(row.since_on))
        for row in found.itertuples()
    ]


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _day(value: pd.Timestamp) -> date | None:
    return None if pd.isna(value) else value.date()


def _kinds(opened: duckdb.DuckDBPyConnection, year: Year, today: date) -> list[str]:
    return [kind for kind, *_ in _open(opened, _made(opened, year), today)]


days = st.integers(-40, 420).map(lambda after: date(2020, 10, 1) + timedelta(days=after))
shown = st.builds(Shown, days, st.booleans(), st.integers(0, 2))
owned = st.builds(
    Owned,
    st.just(""),
    st.sampled_from(OWNERS),
    st.lists(st.sampled_from(ROUNDS), unique=True, max_size=2).map(tuple),
    st.integers(0, 2),
    st.sampled_from([False, False, False, True]),
    st.dictionaries(st.sampled_from(ROUNDS), shown, max_size=3),
)
states = st.sampled_from(["open", "open", "submitted", "approved"])
more_rounds = st.sets(st.sampled_from(ROUNDS))


@st.composite
def years(draw: st.DrawFn) -> Year:
    """Return a year with rounds and measures of any kind."""
    made = draw(st.lists(owned, max_size=5))
    used = {months for each in made for months in (*each.rounds, *each.shown)} | draw(more_rounds)
    rounds = {months: draw(st.tuples(states, st.none() | days)) for months in sorted(used)}
    return Year(rounds, tuple(replace(each, title=f"มาตรการที่ {no}") for no, each in enumerate(made, 1)))


@settings(max_examples=20)
@given(year=years(), after=st.lists(st.integers(-40, 480), min_size=2, max_size=2))
def test_the_queue_and_the_slow_way_agree(year: Year, after: Sequence[int], bare: duckdb.DuckDBPyConnection) -> None:
    code = _made(bare, year)
    for today in (date(2020, 10, 1) + timedelta(days=number) for number in after):
        found = _open(bare, code, today)
        assert len(found) == len(set(found)), "one thing is open twice"
        assert set(found) == open_tasks(year, today)
        assert found == sorted(found, key=lambda task: (KINDS.index(task[0]), task[4] or date.max, task[1]))


@pytest.mark.parametrize(
    ("days_left", "kinds"),
    [(31, []), (30, ["due_soon"]), (1, ["due_soon"]), (0, ["due_soon"]), (-1, ["overdue"]), (-400, ["overdue"])],
)
@pytest.mark.parametrize("due", [None, date(2021, 2, 28)])
def test_a_result_is_due_soon_from_thirty_days_before_and_overdue_from_the_day_after(
    due: date | None, days_left: int, kinds: list[str], bare: duckdb.DuckDBPyConnection
) -> None:
    year = Year({6: ("open", due)}, (Owned("ก"),))
    assert _kinds(bare, year, (due or DUE) - timedelta(days=days_left)) == kinds


@pytest.mark.parametrize(("age", "kinds"), [(0, []), (60, []), (61, ["stale"])])
def test_a_result_is_stale_from_the_sixty_first_day(
    age: int, kinds: list[str], bare: duckdb.DuckDBPyConnection
) -> None:
    saved = date(2020, 11, 1)
    half, whole = (Owned("ก", steps=2, shown={6: Shown(saved, done=done)}) for done in (1, 2))
    today = saved + timedelta(days=age)
    assert _kinds(bare, Year({6: ("open", None)}, (half,)), today) == kinds
    assert _kinds(bare, Year({6: ("open", None)}, (whole,)), today) == [], "what is done may rest"


@pytest.mark.parametrize(("after", "kinds"), [(0, []), (1, ["to_submit"])])
def test_a_whole_round_waits_to_be_submitted_from_the_day_after_it_ended(
    after: int, kinds: list[str], bare: duckdb.DuckDBPyConnection
) -> None:
    year = Year({6: ("open", date(2021, 2, 1))}, (Owned("ก", shown={6: Shown(DUE)}),))
    assert _kinds(bare, year, DUE + timedelta(days=after)) == kinds


@pytest.mark.parametrize(
    ("state", "kinds"),
    [
        ("open", ["overdue", "no_evidence", "stale"]),
        ("submitted", ["incomplete", "to_approve"]),
        ("approved", []),
    ],
)
def test_nothing_is_open_in_a_round_that_was_approved(
    state: str, kinds: list[str], bare: duckdb.DuckDBPyConnection
) -> None:
    uncited = Shown(date(2020, 10, 5), is_cited=False)
    year = Year({6: (state, None)}, (Owned("ก"), Owned("ข", steps=1, shown={6: uncited})))
    assert _kinds(bare, year, date(2021, 5, 1)) == kinds


def test_what_the_form_shows_as_evidence_is_evidence_for_the_queue_too(
    framework_alone: duckdb.DuckDBPyConnection,
) -> None:
    """A cell of a report may name its evidence without any date: nobody can mend a result that has it."""
    told = {"ก": "ภาพถ่าย\nคำสั่งที่ 1\n\n ภาพถ่าย ", "ข": " \n\u200b ", "ค": "", "ง": "ภาพถ่าย"}
    plan = [measure(title, rounds=[6]) for title in told]
    said = [result(title, evidence=words, months=6) for title, words in told.items()]
    said[-1] = replace(said[-1], stated_on=result(dates=[date(2021, 1, 7)]).stated_on)
    shown = report(agency(next(_numbers)), months=6, measures=plan, progress=said)
    code = store(framework_alone, shown).agency_code
    counted = {row.title: row.cited_count for row in entries(framework_alone, code, YEAR, 6).itertuples()}
    with framework_alone.cursor() as cursor:
        numbers = dict(rows(framework_alone, "select title, measure_id from measure where agency_code = $1", code))
        stored = {title: entry_of(cursor, int(str(number)), 6) for title, number in numbers.items()}
    assert counted == {title: len(entry.evidence) if entry else 0 for title, entry in stored.items()}
    uncited = {title for kind, _, title, *_ in _open(framework_alone, code, DUE) if kind == "no_evidence"}
    assert uncited == {title for title, number in counted.items() if not number} == {"ข", "ค"}


def test_each_measure_stands_in_the_round_as_it_was_entered(framework_alone: duckdb.DuckDBPyConnection) -> None:
    fresh = year_of(framework_alone, next(_numbers))
    fresh.save(ENTRY)
    first, second = entries(fresh.opened, fresh.code, YEAR, ROUND).itertuples()
    assert (first.version, first.owner, first.cited_count) == (1, ENTRY.owner, 4)
    assert (first.step_count, first.done_count, first.not_done_count) == (2, 1, 1)
    assert (bool(first.is_planned), bool(first.is_from_report)) == (True, False)
    assert all(pd.isna(value) for value in (second.version, second.saved_at, second.owner, second.is_from_report))
    assert (second.cited_count, second.step_count, second.done_count) == (0, 2, 0)


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (ENTRY, ENTRY),
        (ENTRY, replace(ENTRY, note="อื่น", owner="", evidence=(Cited("อื่น"),), period=None)),
        (ENTRY, replace(ENTRY, outcome="อื่น")),
        (ENTRY, replace(ENTRY, outcome="")),
        (Entry(output="ก"), Entry(output="ก")),
        (Entry(note="ก"), Entry(note="ก")),
        (Entry(note="ก"), Entry(evidence=(Cited("ก"),))),
        (Entry("ก", output="ข"), Entry("ก\nข")),
    ],
)
def test_a_copy_of_the_round_before_is_told_as_the_form_tells_it(before: Entry, now: Entry, fresh: Entered) -> None:
    fresh.save(before)
    fresh.save(now, months=LATER)
    told = [_is_copy(fresh, months) for months in (ROUND, LATER)]
    assert told == [False, is_like_before(now, before)]


def test_a_round_in_between_without_a_result_is_passed_over(fresh: Entered) -> None:
    set_rounds(fresh.opened, fresh.code, YEAR, dict.fromkeys(ROUNDS), who=DESK)
    fresh.save(ENTRY, fresh.news, 3)
    fresh.save(ENTRY, fresh.news, 12)
    assert _is_copy(fresh, 12, of=1)
    assert not _is_copy(fresh, 9, of=1)


def _is_copy(year: Entered, months: int, of: int = 0) -> bool:
    return bool(entries(year.opened, year.code, YEAR, months)["is_like_before"].iloc[of])
