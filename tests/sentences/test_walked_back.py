"""What a save made of the results shown is found by walking back: version beside version, evidence by its number."""

from __future__ import annotations

import duckdb
import pytest

from ita_analysis.people import DESK
from ita_analysis.queries.audit import results_since
from ita_analysis.sentences.walked_back import Made, results_made
from ita_analysis.store.changing import change
from ita_analysis.store.undoing import undo
from tests.store.invented import measure, report, result, store
from tests.store.linked import number_of
from tests.store.officers import YEAR, last_change, save_result


@pytest.fixture
def code(empty: duckdb.DuckDBPyConnection) -> str:
    return store(empty, report(measures=[measure()], progress=[result(detail="จากรายงาน")])).agency_code


@pytest.fixture
def water(empty: duckdb.DuckDBPyConnection, code: str) -> int:
    return number_of(empty, code)


def _made(opened: duckdb.DuckDBPyConnection, code: str) -> dict[int, list[Made]]:
    return results_made(results_since(opened, code, YEAR, 0))


def _words(made: list[Made]) -> list[tuple[object, ...]]:
    names = {"progress": "detail", "evidence": "words"}
    return [(table, *(None if row is None else row[names[table]] for row in both)) for table, *both in made]


def test_a_save_is_told_beside_what_was_shown_before(empty: duckdb.DuckDBPyConnection, code: str, water: int) -> None:
    save_result(empty, water, 6, "หนึ่ง", cited=2)
    save_result(empty, water, 6, "สอง", cited=1)
    made = _made(empty, code)
    last = last_change(empty)
    assert _words(made[last - 1]) == [
        ("evidence", None, "หนึ่ง 1"),
        ("evidence", None, "หนึ่ง 2"),
        ("progress", "จากรายงาน", "หนึ่ง"),
    ]
    assert _words(made[last]) == [
        ("evidence", "หนึ่ง 1", "สอง 1"),
        ("evidence", "หนึ่ง 2", None),
        ("progress", "หนึ่ง", "สอง"),
    ]
    assert all(row["round_months"] == 6 for told in made.values() for _, *both in told for row in both if row)


def test_a_save_taken_back_is_told_the_other_way_round(empty: duckdb.DuckDBPyConnection, code: str, water: int) -> None:
    save_result(empty, water, 6, "หนึ่ง")
    saved = last_change(empty)
    undo(empty, saved, reason="ผิด", who=DESK)
    undo(empty, saved + 1, reason="ถูก", who=DESK)
    made = _made(empty, code)
    there = _words(made[saved])
    assert _words(made[saved + 1]) == [(table, after, before) for table, before, after in there]
    assert _words(made[saved + 2]) == there


def test_rounds_are_told_apart(empty: duckdb.DuckDBPyConnection, code: str, water: int) -> None:
    with change(empty, DESK, "result_saved") as cursor:
        for months in (6, 12):
            cursor.execute(
                "insert into progress by name select 50 + $1 as progress_id, $2 as measure_id, $1 as round_months,"
                " case $1 when 6 then 2 else 1 end as version, 'รอบ ' || $1 as detail",
                [months, water],
            )
    assert _words(_made(empty, code)[last_change(empty)]) == [
        ("progress", "จากรายงาน", "รอบ 6"),
        ("progress", None, "รอบ 12"),
    ]


def test_evidence_that_is_changed_alone_is_told(empty: duckdb.DuckDBPyConnection, code: str, water: int) -> None:
    save_result(empty, water, 6, "หนึ่ง")
    with change(empty, DESK, "result_saved") as cursor:
        cursor.execute("update evidence set words = 'แก้แล้ว' where words = 'หนึ่ง 1'")
    told = _words(_made(empty, code)[last_change(empty)])
    assert ("evidence", "หนึ่ง 1", "แก้แล้ว") in told


def test_a_result_of_two_rows_is_told_row_by_row(empty: duckdb.DuckDBPyConnection) -> None:
    both = [result(detail="หนึ่ง"), result(detail="สอง")]
    code = store(empty, report(measures=[measure()], progress=both)).agency_code
    save_result(empty, number_of(empty, code), 6, "รวม", cited=0)
    told = _words(_made(empty, code)[last_change(empty)])
    assert told == [("progress", "หนึ่ง", "รวม"), ("progress", "สอง", None)]
