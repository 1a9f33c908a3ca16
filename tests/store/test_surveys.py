"""An own survey is stored once, whole or not at all, and never among the official scores."""

from __future__ import annotations

from dataclasses import replace

import duckdb
import pytest

from ita_analysis.errors import StoreError
from ita_analysis.people import DESK
from ita_analysis.queries.surveys import agencies_surveyed, last_official_scores, own_scores, own_surveys
from ita_analysis.records import Agency
from ita_analysis.results import SheetPlace
from ita_analysis.store.surveys import store_survey, stored_survey
from ita_analysis.surveys import SurveyFinding
from ita_analysis.texts import explain
from tests.store.files import rows, tables
from tests.store.invented import agency, small_report, store, store_scores
from tests.store.surveyed import official, stored, survey

SCORES = {"1": 90.0, "2": 80.0, "6": 70.0, "total": 77.0}


@pytest.fixture
def code(empty: duckdb.DuckDBPyConnection) -> str:
    code = store(empty, small_report(agency(1))).agency_code
    store_scores(empty, code, 2563, SCORES)
    return code


def test_what_was_read_is_what_is_stored(empty: duckdb.DuckDBPyConnection, code: str) -> None:
    read = survey()
    made = store_survey(empty, read, code, 100, who=DESK)
    kept = own_scores(empty, made.survey_id)
    found = {(row.level, row.code, f"{row.score:.2f}", row.answer_count) for row in kept.itertuples()}
    assert found == {(each.level, each.code, str(each.score), each.answer_count) for each in read.scores}
    (row,) = own_surveys(empty, code).itertuples()
    assert (row.respondent_count, row.population_count, row.instrument, bool(row.is_latest)) == (12, 100, "IIT", True)


@pytest.mark.parametrize("tool", ["IIT", "EIT"])
def test_no_official_table_changes_by_it(tool: str, empty: duckdb.DuckDBPyConnection, code: str) -> None:
    before = official(empty)
    assert stored(empty, code, tool=tool).is_new
    assert official(empty) == before
    assert rows(empty, "select count(*) from own_score where code = 'total'") == [(0,)]
    told = "select distinct table_name from audit where deed = 'survey_stored'"
    assert rows(empty, told) == [("own_survey",)], "the history tells of the survey alone"


def test_the_same_answers_are_stored_once_for_an_agency(empty: duckdb.DuckDBPyConnection, code: str) -> None:
    first = stored(empty, code)
    before = tables(empty)
    again = stored(empty, code)
    assert (again.is_new, again.survey_id) == (False, first.survey_id)
    assert again.stored_at is not None
    assert tables(empty) == before
    other = store(empty, small_report(agency(2))).agency_code
    assert stored_survey(empty, survey(), other) is None
    assert stored(empty, other).is_new


def test_a_later_survey_is_the_latest_and_the_earlier_one_stays(empty: duckdb.DuckDBPyConnection, code: str) -> None:
    first = stored(empty, code)
    second = store_survey(empty, survey(seed=2), code, who=DESK)
    third = stored(empty, code, tool="EIT")
    found = own_surveys(empty, code)
    assert list(found["survey_id"]) == [third.survey_id, second.survey_id, first.survey_id]
    assert list(found["is_latest"]) == [True, True, False]
    assert found["population_count"].isna().tolist() == [False, True, False]


def test_an_agency_that_is_not_there_yet_is_stored_with_it_once(empty: duckdb.DuckDBPyConnection) -> None:
    who = Agency("เทศบาลตำบลใหม่", None, "ตราด")
    made = store_survey(empty, survey(), who, who=DESK)
    again = store_survey(empty, survey("EIT"), who, who=DESK)
    assert again.agency_code == made.agency_code
    assert rows(empty, "select name_th, province_th, is_synthetic, type_code is not null from agency") == [
        ("เทศบาลตำบลใหม่", "ตราด", False, True)
    ]
    assert list(agencies_surveyed(empty)["agency_code"]) == [made.agency_code]


def test_a_namesake_of_another_province_is_another_agency(empty: duckdb.DuckDBPyConnection) -> None:
    codes = {store_survey(empty, survey(), Agency("เทศบาลตำบลใหม่", None, province), who=DESK).agency_code
             for province in ("ตราด", "แพร่", None)}  # fmt: skip
    assert len(codes) == 3


@pytest.mark.parametrize(
    ("change", "who", "key"),
    [
        ({"findings": (SurveyFinding("question_twice", "high", SheetPlace(None, 1, 3)),)}, None, "survey_has_errors"),
        ({"scores": ()}, None, "survey_no_scores"),
        ({}, Agency(""), "survey_agency_missing"),
        ({}, "nobody", "survey_agency_unknown"),
    ],
)
def test_what_may_not_be_stored_leaves_nothing(
    change: dict[str, object], who: Agency | str | None, key: str, empty: duckdb.DuckDBPyConnection, code: str
) -> None:
    before = tables(empty)
    with pytest.raises(StoreError) as refused:
        store_survey(empty, replace(survey(), **change), who if who is not None else code, who=DESK)  # type: ignore[arg-type]
    assert refused.value.key == key
    assert explain(refused.value)
    assert tables(empty) == before


def test_a_score_that_breaks_a_check_rolls_everything_back(empty: duckdb.DuckDBPyConnection) -> None:
    read = survey()
    wrong = replace(read, scores=(replace(read.scores[0], score=read.scores[0].score + 200), *read.scores[1:]))
    before = tables(empty)
    with pytest.raises(StoreError, match="store_check"):
        store_survey(empty, wrong, Agency("เทศบาลตำบลใหม่"), who=DESK)
    assert tables(empty) == before


def test_the_official_scores_beside_it_are_of_its_instrument_and_of_the_latest_year(
    empty: duckdb.DuckDBPyConnection, code: str
) -> None:
    store_scores(empty, code, 2564, {"1": 95.0})
    stored(empty, code)
    found = last_official_scores(empty, code, "IIT")
    assert [tuple(row)[1:] for row in found.itertuples()] == [(2564, "indicator", "1", 95.0)]
    found = last_official_scores(empty, code, "EIT")
    assert [tuple(row)[1:] for row in found.itertuples()] == [(2563, "indicator", "6", 70.0)]
    assert last_official_scores(empty, "nobody", "IIT").empty
