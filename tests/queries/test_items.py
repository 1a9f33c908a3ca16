"""The items of an assessed year: those of its framework, each with the agency's score where one is stored."""

from __future__ import annotations

from itertools import count, pairwise

import duckdb
import pytest

from ita_analysis import framework
from ita_analysis.queries.indicators import items
from ita_analysis.queries.origins import score_origins
from ita_analysis.store.database import transaction
from ita_analysis.store.statements import write_all
from tests.store.invented import agency, small_report, store

_numbers = count(1)


def _store_items(opened: duckdb.DuckDBPyConnection, code: str, year: int, scores: dict[str, float]) -> None:
    about = {"agency_code": code, "fiscal_year_be": year, "level": "item", "source": "official"}
    with transaction(opened.cursor()) as cursor:
        write_all(cursor, "score", [{**about, "code": item, "score": score} for item, score in scores.items()])


@pytest.mark.parametrize("year", framework.fiscal_years())
def test_the_items_of_a_year_are_those_of_its_framework(year: int, framework_alone: duckdb.DuckDBPyConnection) -> None:
    found = items(framework_alone, "nobody", year)
    pack = framework.load(year)
    told = {row.item_code: (row.indicator_no, row.topic_th, row.confidence) for row in found.itertuples()}
    assert told == {each.code: (each.indicator_no, each.topic_th, each.confidence) for each in pack.items}
    assert found["score"].isna().all()
    assert found["source"].isna().all()
    assert len(found) == len(told), "an item stands twice"


@pytest.mark.parametrize("year", framework.fiscal_years())
def test_items_stand_by_indicator_and_in_the_order_of_their_numbers(
    year: int, framework_alone: duckdb.DuckDBPyConnection
) -> None:
    found = items(framework_alone, "nobody", year)
    assert list(found["indicator_no"]) == sorted(found["indicator_no"])
    for _, group in found.groupby(["indicator_no", found["sub_indicator"].fillna("")]):
        numbers = [int("".join(sign for sign in code if sign.isdigit())) for code in group["item_code"]]
        assert all(before < after for before, after in pairwise(numbers)), "O10 stands before O9"


def test_a_score_stands_at_its_item_and_the_rest_has_none(framework_alone: duckdb.DuckDBPyConnection) -> None:
    code, other = (store(framework_alone, small_report(agency(next(_numbers)))).agency_code for _ in range(2))
    first, second, *_ = (each.code for each in framework.load(2563).items)
    _store_items(framework_alone, code, 2563, {first: 0.0, second: 87.5})
    _store_items(framework_alone, other, 2563, {first: 11.0})
    _store_items(framework_alone, code, 2564, {first: 22.0})
    found = items(framework_alone, code, 2563).set_index("item_code")["score"]
    assert (found[first], found[second]) == (0.0, 87.5), "zero is a score"
    assert found.drop([first, second]).isna().all()


def test_sources_of_scores_stand_in_the_order_of_the_numbers_of_their_items(
    framework_alone: duckdb.DuckDBPyConnection,
) -> None:
    code = store(framework_alone, small_report(agency(next(_numbers)))).agency_code
    in_order = ["O3", "O4", "O29", "O30", "e2", "e11", "i1", "i10"]
    _store_items(framework_alone, code, 2563, dict.fromkeys(reversed(in_order), 50.0))
    assert list(score_origins(framework_alone, code, 2563)["code"]) == in_order


def test_a_score_of_an_indicator_is_not_that_of_an_item(framework_alone: duckdb.DuckDBPyConnection) -> None:
    code = store(framework_alone, small_report(agency(next(_numbers)))).agency_code
    item = framework.load(2563).items[0].code
    about = {"agency_code": code, "fiscal_year_be": 2563, "source": "official", "score": 50.0}
    with transaction(framework_alone.cursor()) as cursor:
        write_all(cursor, "score", [{**about, "level": "indicator", "code": item}])
    assert items(framework_alone, code, 2563)["score"].isna().all()


def test_a_year_without_a_framework_has_no_items(framework_alone: duckdb.DuckDBPyConnection) -> None:
    assert items(framework_alone, "nobody", 2540).empty
