"""Sixteen threads that ask at once get their own answers, and never those of another thread."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import duckdb
import pandas as pd
import pytest

from tests.queries.questions import answer, questions
from tests.store.invented import NEWS, WATER, agency, judge, measure, report, result, store, store_scores

THREADS, TIMES = 16, 20
QUESTIONS = questions()
Asked = tuple[str, str, int]


@pytest.fixture
def asked(shipped: duckdb.DuckDBPyConnection) -> list[Asked]:
    """Every question about the shipped agency and about two that differ from it and from each other."""
    codes = ["khao-saming"]
    for number in (1, 2):
        days = [date(2020, 11, number), date(2021, 2, number)]
        told = report(
            agency(number, "ตราด"),
            weak=range(number, number + 4),
            scores={number: 50.0 + number},
            measures=[measure(WATER, steps=[f"ขั้น {n}" for n in range(number + 2)]), measure(NEWS, answers=[number])],
            progress=[result(WATER, dates=days[:number], detail=f"ผล {number}"), result(NEWS, detail=f"ข่าว {number}")],
        )
        codes.append(store(shipped, told).agency_code)
        store_scores(shipped, codes[-1], 2563, {"total": 80.0 + number})
    judge(shipped, WATER, {(1, 6): "done"})
    return [(name, code, year) for name in QUESTIONS for code in codes for year in (2563, 2564)]


def test_sixteen_threads_get_the_answers_of_one(shipped: duckdb.DuckDBPyConnection, asked: list[Asked]) -> None:
    alone = {each: _answer(shipped, each) for each in asked}
    _assert_a_mix_up_would_show(alone)

    def ask_many(seed: int) -> int:
        chosen = random.Random(seed).choices(asked, k=TIMES)
        for each in chosen:
            pd.testing.assert_frame_equal(_answer(shipped, each), alone[each])
        return len(chosen)

    with ThreadPoolExecutor(THREADS) as threads:
        assert sum(threads.map(ask_many, range(THREADS))) == THREADS * TIMES


def test_threads_that_ask_while_another_stores_see_whole_reports(shipped: duckdb.DuckDBPyConnection) -> None:
    def store_some(number: int) -> None:
        told = [result(WATER, detail="ก"), result(NEWS, detail="ข")]
        store(shipped, report(agency(number), measures=[measure(WATER), measure(NEWS)], progress=told))

    def count(_: int) -> tuple[object, ...]:
        with shipped.cursor() as cursor:
            asked = "select count(distinct report_id), count(*) from result_of_round where measure_id > 3"
            return cursor.execute(asked).fetchall()[0]

    with ThreadPoolExecutor(THREADS) as threads:
        storing = threads.submit(lambda: [store_some(number) for number in range(10)])
        seen = list(threads.map(count, range(200)))
        storing.result()
    assert all(rows == 2 * int(str(reports)) for reports, rows in seen), "half a report was seen"
    assert count(0) == (10, 20)


def _answer(opened: duckdb.DuckDBPyConnection, each: Asked) -> pd.DataFrame:
    name, code, year = each
    return answer(QUESTIONS[name], opened, code, year)


def _assert_a_mix_up_would_show(alone: dict[Asked, pd.DataFrame]) -> None:
    """Questions about an agency have to differ from agency to agency, or the test would prove nothing."""
    for name in ("indicators", "measures", "rounds", "results", "steps", "links"):
        answers = {frame.to_csv() for (asked, _, year), frame in alone.items() if (asked, year) == (name, 2564)}
        assert len(answers) == 3, f"{name} tells no agency from another"
