"""What a person typed is stored upon what the person saw, or not at all; what it replaces is kept."""

from __future__ import annotations

from decimal import Decimal

import duckdb
import pytest

from ita_analysis.errors import StoreError
from ita_analysis.framework import load
from ita_analysis.intake.form import FormScores, Name, read_form
from ita_analysis.people import DESK
from ita_analysis.records import Agency
from ita_analysis.store.forms import stated_now, store_form
from ita_analysis.texts import explain
from tests.store.files import rows, tables

WHO = Agency("เทศบาลตำบลทดสอบ", "เมือง", "แพร่")


def form_of(texts: dict[Name, str], kept: dict[Name, Decimal] | None = None) -> FormScores:
    return read_form(texts, kept or {}, load(2567))


def ten(text: str) -> dict[Name, str]:
    return {("indicator", str(no)): text for no in range(1, 11)}


def test_a_new_agency_and_its_scores_are_stored_with_what_follows(empty: duckdb.DuckDBPyConnection) -> None:
    stored = store_form(empty, WHO, form_of(ten("88.25")), None, who=DESK)
    assert (stored.is_new, stored.replaced_count) == (True, 0)
    (code,) = stored.agency_codes
    found = rows(empty, "select level, score, source from score where agency_code = $1 order by all", code)
    assert [row[:2] for row in found if row[0] in {"total", "instrument"}] == [("instrument", 88.25)] * 3 + [
        ("total", 88.25)
    ]
    assert {row[2] for row in found if row[0] == "indicator"} == {"hand"}
    assert rows(empty, "select kind, score_count, result_count from score_source") == [("hand", 10, 1)]
    assert rows(empty, "select name_th, district_th, province_th, is_synthetic from agency") == [
        (WHO.name, "เมือง", "แพร่", False)
    ]


def test_what_is_changed_takes_the_place_of_what_was_there_which_is_kept(empty: duckdb.DuckDBPyConnection) -> None:
    (code,) = store_form(empty, WHO, form_of(ten("88.25")), None, who=DESK).agency_codes
    seen = stated_now(empty.cursor(), code, 2567)
    assert seen == {("indicator", str(no)): Decimal("88.25") for no in range(1, 11)}
    stored = store_form(empty, WHO, form_of({("indicator", "7"): "60"}, seen), code, who=DESK)
    assert stored.replaced_count == 1
    assert rows(empty, "select code, score, replaced_by from score_replaced") == [("7", 88.25, stored.source_id)]
    assert rows(empty, "select score from score where level = 'total'") == [(85.43,)]
    assert stated_now(empty.cursor(), code, 2567)["indicator", "7"] == Decimal(60)


def test_the_same_again_is_nothing_new(empty: duckdb.DuckDBPyConnection) -> None:
    (code,) = store_form(empty, WHO, form_of(ten("88.25")), None, who=DESK).agency_codes
    before = tables(empty)
    same = form_of(ten("88.25"), stated_now(empty.cursor(), code, 2567))
    with pytest.raises(StoreError) as refused:
        store_form(empty, WHO, same, code, who=DESK)
    assert refused.value.key == "form_unchanged"
    assert tables(empty) == before


def test_back_to_an_earlier_value_is_stored_again(empty: duckdb.DuckDBPyConnection) -> None:
    (code,) = store_form(empty, WHO, form_of(ten("88.25")), None, who=DESK).agency_codes
    for text in ("60", "88.25", "60"):
        seen = stated_now(empty.cursor(), code, 2567)
        store_form(empty, WHO, form_of({("indicator", "7"): text}, seen), code, who=DESK)
        assert stated_now(empty.cursor(), code, 2567)["indicator", "7"] == Decimal(text)
    assert len(rows(empty, "select * from score_replaced")) == 3


def test_what_was_changed_meanwhile_is_not_overwritten(empty: duckdb.DuckDBPyConnection) -> None:
    (code,) = store_form(empty, WHO, form_of(ten("88.25")), None, who=DESK).agency_codes
    seen = stated_now(empty.cursor(), code, 2567)
    store_form(empty, WHO, form_of({("indicator", "7"): "60"}, seen), code, who=DESK)
    before = tables(empty)
    with pytest.raises(StoreError) as refused:
        store_form(empty, WHO, form_of({("indicator", "8"): "61"}, seen), code, who=DESK)
    assert WHO.name in explain(refused.value)
    assert tables(empty) == before


@pytest.mark.parametrize("province", ["แพร่", None])
def test_a_new_agency_that_is_there_already_is_told(empty: duckdb.DuckDBPyConnection, province: str | None) -> None:
    store_form(empty, WHO, form_of(ten("88.25")), None, who=DESK)
    before = tables(empty)
    with pytest.raises(StoreError) as refused:
        store_form(empty, Agency(WHO.name, None, province), form_of(ten("50")), None, who=DESK)
    assert refused.value.key == "form_agency_known"
    assert tables(empty) == before


def test_a_namesake_of_another_province_is_another_agency(empty: duckdb.DuckDBPyConnection) -> None:
    first = store_form(empty, WHO, form_of(ten("88.25")), None, who=DESK)
    second = store_form(empty, Agency(WHO.name, None, "น่าน"), form_of(ten("50")), None, who=DESK)
    assert first.agency_codes != second.agency_codes


def test_a_form_with_a_fault_stores_nothing(empty: duckdb.DuckDBPyConnection) -> None:
    before = tables(empty)
    with pytest.raises(StoreError) as refused:
        store_form(empty, WHO, form_of({**ten("80"), ("indicator", "4"): "800"}), None, who=DESK)
    assert refused.value.key == "form_faults"
    assert tables(empty) == before
