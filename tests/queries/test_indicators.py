"""Last year's indicators: weakness, score, measures and the province's mean, against a second implementation."""

from __future__ import annotations

import csv
from itertools import count

import duckdb
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ita_analysis.paths import REFERENCE
from ita_analysis.people import DESK
from ita_analysis.queries.agencies import agency_years
from ita_analysis.queries.indicators import indicators
from ita_analysis.queries.measures import links, measures
from ita_analysis.records import Report
from ita_analysis.store.carrying import carry_over
from tests.store.invented import agency, measure, report, store, store_scores

_numbers = count(1)
NUMBERS = st.integers(1, 10)
Row = tuple[str | None, float | None, int, float | None]


def _province_means(province: str, year: int) -> dict[int, float]:
    with (REFERENCE / "published" / "province_means.csv").open(encoding="utf-8-sig", newline="") as file:
        return {
            int(row["code"]): float(row["score"])
            for row in csv.DictReader(file)
            if (row["province"], row["fiscal_year_be"], row["level"]) == (province, str(year), "indicator")
        }


def _expected(shown: Report, scores: dict[int, float]) -> dict[int, Row]:
    kinds = {weak.indicator_no: weak.kind for weak in shown.weaknesses}
    means = _province_means(str(shown.agency.province), shown.fiscal_year_be - 1)
    answered = [link.no for each in shown.measures for link in each.indicators]
    return {no: (kinds.get(no), scores.get(no), answered.count(no), means.get(no)) for no in range(1, 11)}


def _found(table: pd.DataFrame) -> dict[int, Row]:
    return {
        int(row.indicator_no): (
            row.weakness_kind if isinstance(row.weakness_kind, str) else None,
            None if pd.isna(row.score) else float(row.score),
            int(row.measure_count),
            None if pd.isna(row.province_mean) else float(row.province_mean),
        )
        for row in table.itertuples()
    }


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    weak=st.lists(NUMBERS, unique=True),
    answers=st.lists(st.lists(NUMBERS, unique=True), max_size=3),
    scores=st.dictionaries(NUMBERS, st.integers(0, 10000).map(lambda points: points / 100)),
    province=st.sampled_from(["ตราด", "แพร่"]),
    year=st.sampled_from([2564, 2565, 2566]),
)
def test_the_view_and_the_slow_way_agree(
    weak: list[int],
    answers: list[list[int]],
    scores: dict[int, float],
    province: str,
    year: int,
    framework_alone: duckdb.DuckDBPyConnection,
) -> None:
    made = [measure(f"มาตรการที่ {number}", answers=own) for number, own in enumerate(answers)]
    shown = report(agency(next(_numbers), province), year=year, weak=weak, measures=made)
    code = store(framework_alone, shown).agency_code
    store_scores(framework_alone, code, year - 1, {str(no): score for no, score in scores.items()})
    assert _found(indicators(framework_alone, code, year)) == _expected(shown, scores)


def test_a_measure_knows_whether_what_it_answers_is_weak(framework_alone: duckdb.DuckDBPyConnection) -> None:
    shown = report(agency(next(_numbers)), weak=[6], measures=[measure(answers=[3, 6])])
    found = links(framework_alone, store(framework_alone, shown).agency_code, 2564)
    assert list(zip(found["indicator_no"], found["is_weak"], strict=True)) == [(3, False), (6, True)]


def test_weaknesses_stay_when_a_later_round_does_not_repeat_them(framework_alone: duckdb.DuckDBPyConnection) -> None:
    who = agency(next(_numbers))
    code = store(framework_alone, report(who, weak=[6, 7], measures=[measure()])).agency_code
    store(framework_alone, report(who, months=12, weak=[], measures=[measure()]))
    found = indicators(framework_alone, code, 2564)
    assert list(found[found["weakness_kind"].notna()]["indicator_no"]) == [6, 7]
    assert len(agency_years(framework_alone, code)) == 1


def test_a_later_report_that_names_others_is_the_one_that_counts(framework_alone: duckdb.DuckDBPyConnection) -> None:
    who = agency(next(_numbers))
    code = store(framework_alone, report(who, weak=[6, 7], measures=[measure()])).agency_code
    store(framework_alone, report(who, months=12, weak=[8], measures=[measure()]))
    found = indicators(framework_alone, code, 2564)
    assert list(found[found["weakness_kind"].notna()]["indicator_no"]) == [8]


def test_weaknesses_are_shown_where_the_year_before_has_no_framework(
    framework_alone: duckdb.DuckDBPyConnection,
) -> None:
    """The report of FY2562 speaks of the result of 2561, which had another model; its weaknesses are still named."""
    code = store(framework_alone, report(agency(next(_numbers)), year=2562, weak=[6, 7])).agency_code
    found = indicators(framework_alone, code, 2562)
    assert list(found[found["weakness_kind"].notna()]["indicator_no"]) == [6, 7], (
        "the screen would say that none is named"
    )


def _begun(opened: duckdb.DuckDBPyConnection, code: str, year: int) -> tuple[set[bool], list[int]]:
    found = indicators(opened, code, year)
    return {*found["is_begun"]}, [int(no) for no in found[found["went_on"]]["indicator_no"]]


@pytest.mark.parametrize("known", ["report", "score", "total"])
def test_a_year_is_only_begun_until_a_report_or_a_score_says_something(
    known: str, framework_alone: duckdb.DuckDBPyConnection
) -> None:
    told = [measure(answers=[3, 6]), measure("มาตรการอื่น", answers=[7])]
    who = agency(next(_numbers))
    code = store(framework_alone, report(who, weak=[6, 8], measures=told)).agency_code
    assert _begun(framework_alone, code, 2564) == ({False}, [])
    (first, _) = measures(framework_alone, code, 2564)["measure_id"]
    carry_over(framework_alone, code, 2564, [int(first)], who=DESK)
    assert _begun(framework_alone, code, 2565) == ({True}, [3, 6])
    if known == "report":
        store(framework_alone, report(who, year=2565, weak=[]))
    else:
        store_scores(framework_alone, code, 2564, {"1" if known == "score" else known: 60.0})
    is_begun = known == "total"  # which says of no indicator that it is weak
    assert _begun(framework_alone, code, 2565) == ({is_begun}, [3, 6])


def test_a_result_alone_begins_no_year(framework_alone: duckdb.DuckDBPyConnection) -> None:
    code = store(framework_alone, report(agency(next(_numbers)), weak=[6])).agency_code
    store_scores(framework_alone, code, 2564, {"total": 70.0})
    assert _begun(framework_alone, code, 2565) == ({False}, [])
