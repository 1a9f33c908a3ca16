"""What the files about a year are made of, out of a real database."""

from __future__ import annotations

from datetime import date

import duckdb
import pytest

from ita_analysis.documents.paper.material import Ended
from ita_analysis.people import DESK
from ita_analysis.publishing.gathered import gathered
from ita_analysis.queries.indicators import indicators
from ita_analysis.queries.measures import links
from ita_analysis.store.ordering import end_measure
from tests.documents.told import CODE, DAY, YEAR
from tests.store.files import rows


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
