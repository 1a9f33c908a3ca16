"""What the files about a year are made of, out of a real database."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from typing import Any

import duckdb
import pytest

from ita_analysis.documents.facts import Facts, facts_of
from ita_analysis.documents.paper.material import Ended
from ita_analysis.people import DESK
from ita_analysis.publishing.gathered import gathered
from ita_analysis.queries.indicators import indicators
from ita_analysis.queries.measures import links
from ita_analysis.store.ordering import end_measure
from ita_analysis.store.plans import add_measure
from ita_analysis.store.statements import find
from tests.documents.told import CODE, DAY, YEAR
from tests.store.entered import ENTRY, PLAN, year_of
from tests.store.files import rows
from tests.store.invented import small_report, store


def test_a_measure_that_ended_is_known_to_plan_and_result(shipped: duckdb.DuckDBPyConnection) -> None:
    end_measure(shipped, 2, date(2021, 5, 1), "รวมกับมาตรการแรก", who=DESK)
    found = gathered(shipped, CODE, YEAR, None, DAY)
    assert found is not None
    assert found.result is not None
    title = found.plan.report.measures[1].title
    for of in (found.plan, found.result):
        assert of.ended == {title: Ended(date(2021, 5, 1), "รวมกับมาตรการแรก")}


@pytest.mark.parametrize(("ended_on", "is_answered"), [(date(2020, 11, 1), False), (date(2021, 5, 1), True)])
def test_a_measure_that_ended_before_its_first_round_answers_nothing_on_screen_and_paper(
    ended_on: date, is_answered: bool, shipped: duckdb.DuckDBPyConnection
) -> None:
    """One that was reported in a round stays in the plan."""
    ((measure_id, indicator_no),) = rows(
        shipped,
        "select min(measure_id), indicator_no from measure_indicator mi join weakness w using (indicator_no)"
        " group by indicator_no having count(distinct measure_id) = 1 order by 2 limit 1",
    )
    end_measure(shipped, int(str(measure_id)), ended_on, "รวมกับมาตรการแรก", who=DESK)
    found = gathered(shipped, CODE, YEAR, None, DAY)
    assert found is not None
    on_screen = indicators(shipped, CODE, YEAR).set_index("indicator_no")["measure_count"]
    on_paper = {each.indicator_no for each in found.plan.uncovered}
    linked = set(links(shipped, CODE, YEAR)["indicator_no"])
    assert bool(on_screen[indicator_no]) is is_answered
    assert (indicator_no not in on_paper) is is_answered
    assert (indicator_no in linked) is is_answered


def test_an_agency_of_which_nothing_is_stored_has_no_files(shipped: duckdb.DuckDBPyConnection) -> None:
    assert gathered(shipped, CODE, 2550, None, DAY) is None


def test_plan_and_results_are_of_one_state_though_an_officer_saves_in_between(
    empty: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    year = year_of(empty)
    year.save(ENTRY)

    def saved_after(*about: Any) -> Facts | None:
        found = facts_of(*about)
        with ThreadPoolExecutor(1) as officers:
            officers.submit(year.save, replace(ENTRY, detail="แก้ภายหลัง")).result()
            officers.submit(add_measure, empty, year.code, YEAR, PLAN, indicators={}, who=DESK).result()
        return found

    monkeypatch.setattr("ita_analysis.publishing.gathered.facts_of", saved_after)
    of = gathered(empty, year.code, YEAR, None, DAY)
    assert of is not None
    assert of.result is not None
    assert [each.detail for each in of.result.report.progress] == [ENTRY.detail]
    assert len(of.plan.report.measures) == len(of.facts.measures) == 2


def test_what_the_rounds_of_a_year_share_is_asked_once(
    empty: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    for months in (6, 12):
        code = store(empty, small_report(months=months), f"{months}.docx").agency_code
    asked: Counter[str] = Counter()

    def counted(cursor: duckdb.DuckDBPyConnection, name: str, **about: object) -> list[tuple[object, ...]]:
        asked[name] += 1
        return find(cursor, name, **about)

    for module in ("year_report", "written", "signing"):
        monkeypatch.setattr(f"ita_analysis.store.{module}.find", counted)
    assert gathered(empty, code, YEAR, None, DAY) is not None
    assert {name: asked[name] for name in ("results_of_year", "evidence_told")} == {
        "results_of_year": 1, "evidence_told": 1,
    }  # fmt: skip
    assert asked["written_results"] == 1, "for the check of the year and its papers alike"
    assert asked["rounds_set"] == asked["signatories_told"] <= 2, "for both, and for the days of the signatures"
