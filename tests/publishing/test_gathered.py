"""What the files about a year are made of, out of a real database."""

from __future__ import annotations

from datetime import date

import duckdb

from ita_analysis.documents.paper.material import Ended
from ita_analysis.people import DESK
from ita_analysis.publishing.gathered import gathered
from ita_analysis.store.ordering import end_measure
from tests.documents.told import CODE, DAY, YEAR


def test_a_measure_that_ended_is_known_to_plan_and_result(shipped: duckdb.DuckDBPyConnection) -> None:
    end_measure(shipped, 2, date(2021, 5, 1), "รวมกับมาตรการแรก", who=DESK)
    found = gathered(shipped, CODE, YEAR, None, DAY)
    assert found is not None
    assert found.result is not None
    title = found.plan.report.measures[1].title
    for of in (found.plan, found.result):
        assert of.ended == {title: Ended(date(2021, 5, 1), "รวมกับมาตรการแรก")}


def test_an_agency_of_which_nothing_is_stored_has_no_files(shipped: duckdb.DuckDBPyConnection) -> None:
    assert gathered(shipped, CODE, 2550, None, DAY) is None
