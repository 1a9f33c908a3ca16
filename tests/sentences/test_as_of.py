"""An agency's year as it was: measures in the order of the plan, results that were shown, what has changed since."""

from __future__ import annotations

import duckdb
import pytest

from ita_analysis.people import DESK
from ita_analysis.queries.audit import rows_as_of
from ita_analysis.sentences.as_of import MeasureThen, headline, measures_then, states_then
from ita_analysis.store.undoing import undo
from tests.store.invented import NEWS, WATER, measure, report, result, store
from tests.store.linked import number_of
from tests.store.officers import YEAR, add_measure, last_change, order_measures, reword_measure, save_result, set_round


@pytest.fixture
def code(empty: duckdb.DuckDBPyConnection) -> str:
    made = [measure(), measure(NEWS, answers=[7, 3])]
    return store(empty, report(measures=made, progress=[result(detail="จากรายงาน")])).agency_code


def _then(opened: duckdb.DuckDBPyConnection, code: str, change_id: int) -> list[MeasureThen]:
    return measures_then(rows_as_of(opened, code, YEAR, change_id))


def test_the_year_is_as_it_was_and_says_what_has_changed(empty: duckdb.DuckDBPyConnection, code: str) -> None:
    first, water = last_change(empty), number_of(empty, code)
    save_result(empty, water, 6, "บันทึกเอง")
    reword_measure(empty, number_of(empty, code, NEWS), "ชื่อใหม่")
    order_measures(empty, code)
    then = _then(empty, code, first)
    assert [each.own.row["title"] for each in then] == [WATER, NEWS]
    assert [each.own.is_changed for each in then] == [True, True]
    assert [each.row["words"] for each in then[0].steps] == list(measure().steps)
    assert [each.is_changed for each in then[0].steps] == [False, False]
    assert [each.is_changed for each in then[1].steps] == [True, True]
    assert then[1].indicators == [3, 7]
    now = _then(empty, code, last_change(empty))
    assert [each.own.row["title"] for each in now] == ["ชื่อใหม่", WATER]
    assert not any(each.own.is_changed for each in now)


def test_the_result_is_the_one_that_was_shown(empty: duckdb.DuckDBPyConnection, code: str) -> None:
    first, water = last_change(empty), number_of(empty, code)
    save_result(empty, water, 6, "หนึ่ง", cited=2)
    saved = last_change(empty)
    undo(empty, saved, reason="ผิด", who=DESK)
    before, there, after = (_then(empty, code, number)[0].rounds[0] for number in (first, saved, saved + 1))
    assert [each.results[0].row["detail"] for each in (before, there, after)] == ["จากรายงาน", "หนึ่ง", "จากรายงาน"]
    assert [[shown.row["words"] for shown in each.evidence] for each in (before, there)] == [[], ["หนึ่ง 1", "หนึ่ง 2"]]
    assert [each.done for each in (before, there, after)] == [0, 1, 0]
    assert there.results[0].is_changed


def test_rounds_without_a_result_are_there(empty: duckdb.DuckDBPyConnection, code: str) -> None:
    water = _then(empty, code, last_change(empty))[0]
    assert [(each.months, bool(each.results)) for each in water.rounds] == [(6, True), (12, False)]
    assert [each.is_reported for each in _then(empty, code, last_change(empty))] == [True, False]


def test_states_of_rounds_are_as_they_were(empty: duckdb.DuckDBPyConnection, code: str) -> None:
    first = last_change(empty)
    set_round(empty, code, 6, "submitted")
    states = states_then(rows_as_of(empty, code, YEAR, first))
    assert [(each.row["round_months"], each.row["state"], each.is_changed) for each in states] == [
        (6, "open", True),
        (12, "open", False),
    ]


def test_a_measure_that_was_removed_since_is_there(empty: duckdb.DuckDBPyConnection, code: str) -> None:
    add_measure(empty, code, "มาตรการใหม่")
    there = last_change(empty)
    undo(empty, there, reason="ผิด", who=DESK)
    assert [each.own.row["title"] for each in _then(empty, code, there)] == [WATER, NEWS, "มาตรการใหม่"]
    assert len(_then(empty, code, there + 1)) == 2


def test_the_headline_counts_measures_results_and_later_changes(empty: duckdb.DuckDBPyConnection, code: str) -> None:
    told = headline(_then(empty, code, last_change(empty)), "สิ้นวันที่ 1 มกราคม 2569", 2)
    assert told.words == "ณ สิ้นวันที่ 1 มกราคม 2569 มีมาตรการ ⟦2 เรื่อง⟧"
    assert told.standfirst == "มีผลแล้ว 1 จาก 2 เรื่อง · หลังจากนั้นแก้ไขอีก 2 ครั้ง"
    assert "ยังไม่มีมาตรการ" in headline([], "วันนี้", 0).words
