"""A score sheet is stored whole or not at all; what it replaces is kept; what follows from it is computed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_analysis import framework
from ita_analysis.errors import StoreError
from ita_analysis.people import DESK
from ita_analysis.records import Agency
from ita_analysis.scoring import completed
from ita_analysis.store.results import store_sheet, stored_sheet
from tests.store.files import rows, tables
from tests.store.invented import agency, report, store
from tests.store.sheets import TEN, sheet


def scores_of(
    opened: duckdb.DuckDBPyConnection, code: str, year: int = 2564
) -> dict[tuple[str, str], tuple[float, str]]:
    """Return the stored scores of an agency's year, each with its source."""
    asked = "select level, code, score, source from score where agency_code = $1 and fiscal_year_be = $2"
    return {(level, name): (score, source) for level, name, score, source in rows(opened, asked, code, year)}  # type: ignore[misc]


def test_each_score_knows_its_cell(empty: duckdb.DuckDBPyConnection) -> None:
    stored = store_sheet(empty, sheet(TEN, TEN), "sheet", who=DESK)
    assert stored.is_new
    assert len(stored.agency_codes) == 2
    asked = "select source_row, source_column from score where agency_code = $1 and level = 'indicator' and code = '3'"
    assert rows(empty, asked, stored.agency_codes[1]) == [(3, 4)]


def test_what_follows_is_computed_and_says_so(empty: duckdb.DuckDBPyConnection) -> None:
    stored = store_sheet(empty, sheet(TEN), "sheet", who=DESK)
    found = scores_of(empty, stored.agency_codes[0])
    # IIT 83, EIT 87, OIT 89.5: 24.9 + 26.1 + 35.8
    assert found["total", "total"] == (86.8, "computed")
    assert found["instrument", "OIT"] == (89.5, "computed")
    assert found["indicator", "1"] == (81.0, "sheet")


def test_a_stated_total_is_not_computed_over(empty: duckdb.DuckDBPyConnection) -> None:
    stored = store_sheet(empty, sheet({**TEN, ("total", "total"): 70.0}), "sheet", who=DESK)
    assert scores_of(empty, stored.agency_codes[0])["total", "total"] == (70.0, "sheet")


def test_a_missing_part_leaves_the_levels_above_missing(empty: duckdb.DuckDBPyConnection) -> None:
    some = {name: score for name, score in TEN.items() if name != ("indicator", "9")}
    found = scores_of(empty, store_sheet(empty, sheet(some), "sheet", who=DESK).agency_codes[0])
    assert ("total", "total") not in found
    assert ("instrument", "OIT") not in found
    assert found["instrument", "IIT"] == (83.0, "computed")


def test_the_same_sheet_is_stored_once(empty: duckdb.DuckDBPyConnection) -> None:
    first = store_sheet(empty, sheet(TEN), "sheet", who=DESK)
    before = tables(empty)
    again = store_sheet(empty, sheet(TEN), "sheet", who=DESK)
    assert not again.is_new
    assert again.source_id == first.source_id
    assert again.stored_at is not None
    assert tables(empty) == before


def test_a_replaced_score_is_kept_and_what_followed_is_computed_anew(empty: duckdb.DuckDBPyConnection) -> None:
    code = store_sheet(empty, sheet(TEN), "sheet", who=DESK).agency_codes[0]
    second = store_sheet(empty, sheet({("indicator", "9"): 0.0}, name="two"), "hand", who=DESK)
    assert second.replaced_count == 1
    found = scores_of(empty, code)
    assert found["indicator", "9"] == (0.0, "hand")
    assert found["indicator", "10"] == (90.0, "sheet"), "what the second source does not state stays"
    assert found["instrument", "OIT"] == (45.0, "computed")
    kept = rows(empty, "select code, score, source, replaced_by from score_replaced")
    assert kept == [("9", 89.0, "sheet", second.source_id)]


def test_a_sheet_whose_scores_were_replaced_can_be_stored_again(empty: duckdb.DuckDBPyConnection) -> None:
    store_sheet(empty, sheet(TEN), "sheet", who=DESK)
    store_sheet(empty, sheet({("indicator", "9"): 0.0}, name="two"), "sheet", who=DESK)
    assert stored_sheet(empty, "one") is None
    again = store_sheet(empty, sheet(TEN), "sheet", who=DESK)
    assert again.is_new
    assert scores_of(empty, again.agency_codes[0])["indicator", "9"] == (89.0, "sheet")


def test_a_score_of_a_report_is_replaced_like_any_other(empty: duckdb.DuckDBPyConnection) -> None:
    code = store(empty, report(year=2565, weak=(6,), scores={6: 50.0})).agency_code
    stored = store_sheet(empty, sheet(TEN), "sheet", who=DESK)
    assert stored.agency_codes == (code,)
    assert scores_of(empty, code)["indicator", "6"] == (86.0, "sheet")
    assert rows(empty, "select code, score, source from score_replaced") == [("6", 50.0, "report")]


def test_a_printed_grade_is_kept_until_another_is_printed(empty: duckdb.DuckDBPyConnection) -> None:
    first = sheet(TEN)
    told = replace(first, results=(replace(first.results[0], grade_printed="A"),))
    store_sheet(empty, told, "sheet", who=DESK)
    store_sheet(empty, sheet({("indicator", "1"): 1.0}, name="two"), "hand", who=DESK)
    assert rows(empty, "select grade_printed from result") == [("A",)]


@pytest.mark.parametrize("bad", [-0.01, 100.01, float("nan")])
def test_a_score_outside_its_range_stores_nothing(empty: duckdb.DuckDBPyConnection, bad: float) -> None:
    before = tables(empty)
    with pytest.raises(StoreError) as refused:
        store_sheet(empty, sheet({**TEN, ("item", "O42"): bad}), "sheet", who=DESK)
    assert refused.value.key == "store_check"
    assert tables(empty) == before


def test_two_scores_for_one_thing_store_nothing(empty: duckdb.DuckDBPyConnection) -> None:
    twice = sheet(TEN, TEN, who=[agency(1), agency(1)])
    before = tables(empty)
    with pytest.raises(StoreError):
        store_sheet(empty, twice, "sheet", who=DESK)
    assert tables(empty) == before


def test_synthetic_and_real_agencies_of_one_name_never_share_a_code(empty: duckdb.DuckDBPyConnection) -> None:
    (real,) = store_sheet(empty, sheet(TEN), "sheet", who=DESK).agency_codes
    (made,) = store_sheet(empty, sheet({("indicator", "1"): 5.0}, name="two"), "demo", who=DESK).agency_codes
    assert real != made
    assert scores_of(empty, real)["indicator", "1"] == (81.0, "sheet")
    assert rows(empty, "select agency_code from agency where is_synthetic") == [(made,)]


def test_the_kind_of_an_agency_is_told_by_its_name(empty: duckdb.DuckDBPyConnection) -> None:
    names = {"องค์การบริหารส่วนตำบลก": "sao", "เทศบาลเมืองข": "town", "ชมรมค": None}
    who = [Agency(name) for name in names]
    store_sheet(empty, sheet(*[TEN] * 3, who=who), "sheet", who=DESK)
    assert dict(rows(empty, "select name_th, type_code from agency")) == names  # type: ignore[arg-type]


def test_a_year_with_a_result_and_no_report_is_a_year_to_look_at(empty: duckdb.DuckDBPyConnection) -> None:
    store_sheet(empty, sheet(TEN), "sheet", who=DESK)
    asked = "select fiscal_year_be, prior_fiscal_year_be, report_id from agency, years_of(agency_code)"
    assert rows(empty, asked) == [(2565, 2564, None)]
    store(empty, report(year=2565))
    assert [row[:2] for row in rows(empty, asked)] == [(2565, 2564)], "one row, whatever is known of the year"


def test_progress_is_told_and_rises(empty: duckdb.DuckDBPyConnection) -> None:
    heard: list[float] = []
    store_sheet(empty, sheet(*[TEN] * 450), "sheet", heard.append, who=DESK)
    assert heard == sorted(heard)
    assert len(heard) > 1
    assert all(0 <= share <= 1 for share in heard)


@settings(max_examples=60)
@given(st.lists(st.floats(0, 100).map(lambda score: round(score, 2)), min_size=10, max_size=10), st.integers(0, 9))
def test_completing_agrees_with_plain_arithmetic(scores: list[float], gone: int) -> None:
    """The plain way: sums of decimals, divided once; missing in, missing out."""
    stated = {("indicator", str(no)): score for no, score in enumerate(scores, 1)}
    exact = [Decimal(str(score)) for score in scores]
    parts = {"IIT": exact[:5], "EIT": exact[5:8], "OIT": exact[8:]}
    found = completed(stated, framework.load(2564))
    for tool, own in parts.items():
        assert abs(found["instrument", tool] - sum(own) / len(own)) <= Decimal("0.005")
    weighed = sum(
        weight * sum(parts[tool]) / len(parts[tool]) for tool, weight in (("IIT", 30), ("EIT", 30), ("OIT", 40))
    )
    assert abs(found["total", "total"] - weighed / 100) <= Decimal("0.005")
    del stated["indicator", str(gone + 1)]
    assert ("total", "total") not in completed(stated, framework.load(2564))
