"""Each question returns the columns it promises, on full and on empty tables; missing stays missing."""

from __future__ import annotations

from inspect import getsource

import duckdb
import pytest

from ita_analysis.queries.asking import ask
from ita_analysis.queries.indicators import indicators, total
from ita_analysis.sql import names, statement
from ita_analysis.ui.asking import QUESTIONS
from tests.queries.questions import answer, promised, questions
from tests.store.invented import small_report, store, store_scores

CODES = ("khao-saming", "nobody")
# What only the store asks, most of it while it writes.
OF_THE_STORE = {
    "active_administrators", "agencies_by_name", "agencies_named", "agencies_of_sheet", "attachment_of",
    "attachments", "carried_links", "change_told", "data_state", "data_version", "finding_decisions",
    "findings_of_papers", "heading_choices",
    "judged_steps", "known_items", "locked_by_end", "locked_steps", "measure_scope", "measure_titles",
    "measures_in_use", "measures_numbered", "next_measure_no", "next_progress_version", "obstacles_to_undoing",
    "rounds_stored", "rows_of_change", "scores_beside_sheet", "states_of_steps", "steps_of_measure",
    "stored_evidence", "stored_guidelines", "stored_items", "stored_link", "stored_person", "stored_plan",
    "stored_report", "stored_results", "stored_round", "stored_rounds", "stored_sheet", "stored_steps",
    "stored_survey", "made_from", "written_links", "written_measures", "written_report", "written_results",
    "written_none_stated", "written_unread", "written_weaknesses", "evidence_told", "signatories_told",
}  # fmt: skip


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", sorted(questions()))
def test_a_question_returns_the_columns_it_promises(
    name: str, code: str, shipped_alone: duckdb.DuckDBPyConnection
) -> None:
    question = questions()[name]
    found = answer(question, shipped_alone, code, 2564)
    assert tuple(found.columns) == promised(question)


@pytest.mark.parametrize("name", sorted(questions()))
def test_a_question_returns_them_from_an_empty_database(name: str, framework_alone: duckdb.DuckDBPyConnection) -> None:
    question = questions()[name]
    assert tuple(answer(question, framework_alone, "khao-saming", 2564).columns) == promised(question)


def test_every_file_of_a_question_has_a_function_or_is_of_the_store() -> None:
    asked = "\n".join(map(getsource, questions().values()))
    assert {name for name in names("queries") if f'"{name}"' not in asked} == OF_THE_STORE


def test_the_screens_ask_only_questions_that_are_tested_here() -> None:
    assert set(QUESTIONS.values()) <= set(questions().values())
    assert all(function.__name__ == name for name, function in QUESTIONS.items())


def test_a_column_that_was_not_promised_is_told(shipped_alone: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(LookupError, match="data_version"):
        ask(shipped_alone, "data_version", ("version",))
    with pytest.raises(LookupError):
        ask(shipped_alone, "data_version", ("reference_digest", "version"))


def test_every_question_says_the_order_of_its_rows() -> None:
    orderless = [name for name in names("queries") if name not in OF_THE_STORE and not _is_ordered(name)]
    assert orderless == []


def test_a_missing_score_is_no_number(shipped_alone: duckdb.DuckDBPyConnection) -> None:
    found = indicators(shipped_alone, "khao-saming", 2564)
    assert len(found) == 10
    assert found["score"].isna().all()
    assert found["score_source"].isna().all()
    assert total(shipped_alone, "khao-saming", 2563).empty


def test_a_score_of_zero_is_a_score(empty: duckdb.DuckDBPyConnection) -> None:
    code = store(empty, small_report()).agency_code
    store_scores(empty, code, 2563, {"1": 0.0, "2": 100.0, "total": 0.0})
    found = indicators(empty, code, 2564).set_index("indicator_no")["score"]
    assert (found[1], found[2]) == (0.0, 100.0)
    assert found.drop([1, 2]).isna().all()
    assert list(total(empty, code, 2563)["score"]) == [0.0]


def test_the_score_of_one_year_is_not_that_of_another(empty: duckdb.DuckDBPyConnection) -> None:
    code = store(empty, small_report()).agency_code
    store_scores(empty, code, 2564, {"1": 80.0, "total": 80.0})
    assert indicators(empty, code, 2564)["score"].isna().all()
    assert total(empty, code, 2563).empty


def test_the_mean_of_a_province_is_context_and_no_score(shipped_alone: duckdb.DuckDBPyConnection) -> None:
    found = indicators(shipped_alone, "khao-saming", 2564)
    assert found["province_mean"].notna().any()
    assert found["score"].isna().all()


def test_texts_are_texts_and_counts_are_counts(shipped_alone: duckdb.DuckDBPyConnection) -> None:
    found = indicators(shipped_alone, "khao-saming", 2564)
    weak = found[found["weakness_kind"].notna()]
    assert list(weak["indicator_no"]) == [7, 8, 10]
    assert all(isinstance(words, str) for words in weak["weakness_words"])
    assert found["measure_count"].map(lambda count: int(count) >= 0).all()


def _is_ordered(name: str) -> bool:
    sql = statement("queries", name)
    return "order by" in sql or "One row:" in sql.splitlines()[0]
