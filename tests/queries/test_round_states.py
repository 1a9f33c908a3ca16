"""How a measure stands in a round: by hand for the cases that matter, by a second implementation for the rest."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, timedelta
from itertools import count

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ita_analysis.queries.rounds import rounds
from ita_analysis.records import Measure, Progress, Report
from ita_analysis.store.database import transaction
from ita_analysis.store.statements import write_rows
from ita_analysis.thai.fiscal_year import ROUNDS
from tests.queries.oracle import Judged, RoundState, round_states
from tests.store.files import rows
from tests.store.invented import agency, measure, report, result, store

TITLES = ("มาตรการหนึ่ง", "มาตรการสอง", "มาตรการสาม")
STATES = ("done", "not_done", "not_stated")
_numbers = count(1)


def _judge(opened: duckdb.DuckDBPyConnection, code: str, judged: Judged) -> None:
    numbers = dict(rows(opened, "select title, measure_id from measure where agency_code = $1", code))
    told = [
        {"measure_id": numbers[title], "step_no": step, "round_months": months, "state": state, "reason": "ก"}
        for (title, step, months), state in judged.items()
    ]
    with transaction(opened.cursor()) as cursor:
        write_rows(cursor, "step_progress", told)


def _found(opened: duckdb.DuckDBPyConnection, code: str) -> dict[tuple[str, int], RoundState]:
    titles = dict(rows(opened, "select measure_id, title from measure where agency_code = $1", code))
    names = [field.name for field in fields(RoundState)]
    found = {}
    for row in rounds(opened, code, 2564).itertuples():
        values = {name: getattr(row, name) for name in names}
        values |= {name: values[name].date() for name in ("starts_on", "ends_on")}
        key = (str(titles[row.measure_id]), int(row.round_months))
        assert key not in found, "one measure has two states in one round"
        found[key] = RoundState(**{name: v if isinstance(v, date | str) else int(v) for name, v in values.items()})
    return found


@pytest.mark.parametrize(
    ("states", "has_result", "status"),
    [
        (["done", "done"], True, "done"),
        (["done", "not_stated"], True, "in_progress"),
        (["done", "not_done"], True, "in_progress"),
        (["done"], True, "in_progress"),
        (["not_done", "not_done"], True, "not_started"),
        (["not_done", "not_stated"], True, "no_data"),
        (["not_done"], True, "no_data"),
        (["not_stated", "not_stated"], True, "no_data"),
        ([], True, "no_data"),
        (["done", "done"], False, "no_data"),
        ([], False, "no_data"),
    ],
)
def test_the_status_of_two_steps(
    states: list[str], has_result: bool, status: str, framework_alone: duckdb.DuckDBPyConnection
) -> None:
    told = [result(TITLES[0])] if has_result else []
    shown = report(agency(next(_numbers)), measures=[measure(TITLES[0], rounds=[6])], progress=told)
    code = store(framework_alone, shown).agency_code
    _judge(framework_alone, code, {(TITLES[0], step, 6): state for step, state in enumerate(states, 1)})
    found = _found(framework_alone, code)[TITLES[0], 6]
    assert found.status == status
    assert found.done_count == states.count("done")
    assert found.not_stated_count == 2 - states.count("done") - states.count("not_done"), "not stated is not not done"


@pytest.mark.parametrize(
    ("months", "day", "outside"),
    [
        (6, date(2020, 9, 30), 1), (6, date(2020, 10, 1), 0), (6, date(2021, 3, 31), 0), (6, date(2021, 4, 1), 1),
        (3, date(2020, 12, 31), 0), (3, date(2021, 1, 1), 1), (9, date(2021, 6, 30), 0), (9, date(2021, 7, 1), 1),
        (12, date(2021, 9, 30), 0), (12, date(2021, 10, 1), 1), (12, date(2020, 10, 1), 0), (12, date(2020, 1, 7), 1),
    ],
)  # fmt: skip
def test_a_date_on_the_edge_of_its_round(
    months: int, day: date, outside: int, framework_alone: duckdb.DuckDBPyConnection
) -> None:
    shown = report(
        agency(next(_numbers)), months=months, measures=[measure(TITLES[0])], progress=[result(TITLES[0], dates=[day])]
    )
    found = _found(framework_alone, store(framework_alone, shown).agency_code)[TITLES[0], months]
    assert (found.evidence_count, found.outside_count) == (1, outside)


def test_a_measure_without_steps_has_no_status(framework_alone: duckdb.DuckDBPyConnection) -> None:
    shown = report(agency(next(_numbers)), measures=[measure(TITLES[0], steps=())], progress=[result(TITLES[0])])
    found = _found(framework_alone, store(framework_alone, shown).agency_code)
    assert {(state.step_count, state.done_count, state.status) for state in found.values()} == {(0, 0, "no_data")}


days = st.integers(-40, 400).map(lambda after: date(2020, 10, 1) + timedelta(days=after))
steps = st.integers(0, 3).map(lambda number: tuple(f"ขั้นที่ {n}" for n in range(number)))
planned = st.lists(st.sampled_from(ROUNDS), unique=True).map(tuple)
plans = st.builds(lambda s, r: (s, r), steps, planned)
results = st.lists(st.tuples(st.sampled_from(TITLES), st.sampled_from(ROUNDS), st.lists(days, max_size=2)), max_size=5)


@st.composite
def stories(draw: st.DrawFn) -> tuple[list[Report], dict[tuple[str, int, int], str]]:
    """Return one or two reports of an agency's year, and what an analyst judged of their steps."""
    chosen = draw(st.lists(st.sampled_from(TITLES), unique=True, min_size=1))
    made = [measure(title, steps=plan[0], rounds=plan[1]) for title in chosen for plan in [draw(plans)]]
    told = [
        [result(title, dates=dates, months=months, detail=f"ฉบับ {version}") for title, months, dates in draw(results)]
        for version in range(draw(st.integers(1, 2)))
    ]
    reports = [report(weak=(), measures=made, progress=version) for version in told]
    return reports, draw(_judgements(made))


@st.composite
def _judgements(draw: st.DrawFn, made: list[Measure]) -> dict[tuple[str, int, int], str]:
    places = [(x.title, step, months) for x in made for step in range(1, len(x.steps) + 1) for months in ROUNDS]
    chosen = draw(st.lists(st.sampled_from(places), unique=True)) if places else []
    return {place: draw(st.sampled_from(STATES)) for place in chosen}


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(story=stories())
def test_the_view_and_the_slow_way_agree(
    story: tuple[list[Report], dict[tuple[str, int, int], str]], framework_alone: duckdb.DuckDBPyConnection
) -> None:
    reports, judged = story
    # Hypothesis tries a story again: each try has an agency of its own, or its report would be there already.
    fresh = agency(next(_numbers))
    rows(framework_alone, "delete from step_progress")  # judged beside the store, whose checks they would break
    stored = [store(framework_alone, replace(shown, agency=fresh)) for shown in reports]
    kept = [shown for shown, became in zip(reports, stored, strict=True) if became.is_new]
    _judge(framework_alone, stored[0].agency_code, judged)
    assert _found(framework_alone, stored[0].agency_code) == round_states(kept, judged)


def test_the_slow_way_counts_what_a_person_counts() -> None:
    told = [Progress(TITLES[0]), result(TITLES[0], dates=[date(2020, 1, 7), date(2021, 1, 7)])]
    shown = report(measures=[measure(TITLES[0], rounds=[6, 12])], progress=told)
    found = round_states([shown], {(TITLES[0], 1, 6): "done"})
    half = RoundState(6, date(2020, 10, 1), date(2021, 3, 31), 2, 1, 0, 1, 2, 2, 1, "in_progress")
    whole = RoundState(12, date(2020, 10, 1), date(2021, 9, 30), 2, 0, 0, 2, 0, 0, 0, "no_data")
    assert found == {(TITLES[0], 6): half, (TITLES[0], 12): whole}
