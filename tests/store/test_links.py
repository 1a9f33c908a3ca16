"""Analysts confirm, change, remove and add links: each with a reason, and every change is kept."""

from __future__ import annotations

import re
from datetime import datetime

import duckdb
import numpy as np
import pytest

from ita_analysis.people import DESK
from ita_analysis.queries.indicators import indicators
from ita_analysis.queries.measures import link_changes, links
from ita_analysis.sql import names, statement
from ita_analysis.store.building import data_version
from ita_analysis.store.database import broken_rows
from ita_analysis.store.links import SeenLink, remove_link, set_link
from tests.store.files import tables
from tests.store.invented import NEWS, WATER, agency, measure, small_report, store
from tests.store.linked import GUESS, WHY, history, links_of, number_of

HOSTILE = (
    "'; drop table link_change; --",
    "<script>alert(1)</script> & <b>",
    "{indicator_no} {0} %s $reason \\",
    "=cmd|' /C calc'!A0",
    "บรรทัดหนึ่ง\nบรรทัดสอง\t\u200bกลับทาง🙂",
    "๒๕๖๔ น้ํา",
)


def test_an_added_link_is_the_analysts_and_counts(empty: duckdb.DuckDBPyConnection, code: str, water: int) -> None:
    set_link(empty, water, 8, WHY, seen=None, who=DESK)
    assert links_of(empty, water)[water, 8] == SeenLink("analyst", WHY)
    assert history(empty, code) == [(8, "added", None, WHY)]
    found = indicators(empty, code, 2564).set_index("indicator_no")["measure_count"]
    assert (found[6], found[8]) == (1, 1)


def test_a_confirmed_guess_is_no_guess_any_more(empty: duckdb.DuckDBPyConnection, code: str, water: int) -> None:
    set_link(empty, water, 6, WHY, seen=GUESS, who=DESK)
    assert links_of(empty, water) == {(water, 6): SeenLink("analyst", WHY)}
    assert history(empty, code) == [(6, "confirmed", GUESS, WHY)]


def test_a_guess_confirmed_in_its_own_words_is_confirmed(empty: duckdb.DuckDBPyConnection, water: int) -> None:
    set_link(empty, water, 6, GUESS.reason, seen=GUESS, who=DESK)
    assert links_of(empty, water) == {(water, 6): SeenLink("analyst", GUESS.reason)}


def test_a_reason_may_be_worded_anew(empty: duckdb.DuckDBPyConnection, code: str, water: int) -> None:
    set_link(empty, water, 6, "ก", seen=GUESS, who=DESK)
    set_link(empty, water, 6, "ข", seen=SeenLink("analyst", "ก"), who=DESK)
    assert links_of(empty, water) == {(water, 6): SeenLink("analyst", "ข")}
    assert history(empty, code)[1:] == [(6, "confirmed", SeenLink("analyst", "ก"), "ข")]


@pytest.mark.parametrize("again", [WHY, f"  {WHY}\n"])
def test_the_same_word_again_is_no_change(again: str, empty: duckdb.DuckDBPyConnection, water: int) -> None:
    set_link(empty, water, 6, WHY, seen=GUESS, who=DESK)
    before = tables(empty)
    set_link(empty, water, 6, again, seen=SeenLink("analyst", WHY), who=DESK)
    assert tables(empty) == before, "a change that changes nothing was counted"


def test_a_removed_link_is_gone_and_the_history_says_why(
    empty: duckdb.DuckDBPyConnection, code: str, water: int
) -> None:
    remove_link(empty, water, 6, WHY, seen=GUESS, who=DESK)
    assert links_of(empty, water) == {}
    assert history(empty, code) == [(6, "removed", GUESS, WHY)]
    assert indicators(empty, code, 2564).set_index("indicator_no")["measure_count"][6] == 0


def test_a_removed_link_may_be_added_again_and_all_of_it_is_told(
    empty: duckdb.DuckDBPyConnection, code: str, water: int
) -> None:
    remove_link(empty, water, 6, "ก", seen=GUESS, who=DESK)
    set_link(empty, water, 6, "ข", seen=None, who=DESK)
    set_link(empty, water, 9, "ค", seen=None, who=DESK)
    remove_link(empty, water, 6, "ง", seen=SeenLink("analyst", "ข"), who=DESK)
    set_link(empty, water, 6, "จ", seen=None, who=DESK)
    assert history(empty, code) == [
        (6, "removed", GUESS, "ก"),
        (6, "added", None, "ข"),
        (9, "added", None, "ค"),
        (6, "removed", SeenLink("analyst", "ข"), "ง"),
        (6, "added", None, "จ"),
    ]
    assert links_of(empty, water) == {(water, 6): SeenLink("analyst", "จ"), (water, 9): SeenLink("analyst", "ค")}


def test_the_newest_change_stands_first_with_its_measure_and_time(
    empty: duckdb.DuckDBPyConnection, code: str, water: int
) -> None:
    before = datetime.now().replace(microsecond=0)  # noqa: DTZ005 - the clock of the computer is what is stored
    set_link(empty, water, 8, "ก", seen=None, who=DESK)
    set_link(empty, number_of(empty, code, NEWS), 8, "ข", seen=None, who=DESK)
    found = link_changes(empty, code, 2564)
    assert list(found["change_id"]) == [2, 1]
    assert list(zip(found["measure_no"], found["title"], strict=True)) == [(2, NEWS), (1, WATER)]
    assert found["changed_at"].is_monotonic_decreasing
    assert found["changed_at"].min() >= before


def test_changes_of_one_agency_and_year_are_not_those_of_another(empty: duckdb.DuckDBPyConnection, code: str) -> None:
    other = store(empty, small_report(agency(2))).agency_code
    set_link(empty, number_of(empty, other), 8, WHY, seen=None, who=DESK)
    assert history(empty, code) == history(empty, other, 2565) == []
    assert len(history(empty, other)) == 1


@pytest.mark.parametrize("text", HOSTILE)
def test_a_reason_is_kept_as_it_was_written(text: str, empty: duckdb.DuckDBPyConnection, code: str, water: int) -> None:
    set_link(empty, water, 8, text, seen=None, who=DESK)
    assert links_of(empty, water)[water, 8] == SeenLink("analyst", text)
    (shown,) = links(empty, code, 2564).query("indicator_no == 8").itertuples()
    remove_link(empty, water, 8, text, seen=SeenLink(shown.basis, shown.reason), who=DESK)
    assert history(empty, code) == [(8, "added", None, text), (8, "removed", SeenLink("analyst", text), text)]


def test_nul_is_left_out_of_a_reason(empty: duckdb.DuckDBPyConnection, water: int) -> None:
    set_link(empty, water, 8, "\0ก\0ข\0", seen=None, who=DESK)
    assert links_of(empty, water)[water, 8].reason == "กข"


def test_numbers_as_a_table_of_answers_holds_them_are_numbers(
    empty: duckdb.DuckDBPyConnection, code: str, water: int
) -> None:
    shown = links(empty, code, 2564).iloc[0]
    assert isinstance(shown["measure_id"], np.integer)
    set_link(
        empty, shown["measure_id"], shown["indicator_no"], WHY, seen=SeenLink(shown["basis"], shown["reason"]), who=DESK
    )
    assert links_of(empty, water) == {(water, 6): SeenLink("analyst", WHY)}


def test_each_change_is_one_change_of_the_data(empty: duckdb.DuckDBPyConnection, water: int) -> None:
    before = data_version(empty)
    set_link(empty, water, 6, WHY, seen=GUESS, who=DESK)
    remove_link(empty, water, 6, WHY, seen=SeenLink("analyst", WHY), who=DESK)
    assert data_version(empty) == before + 2


def test_a_later_report_undoes_nothing_of_an_analysts_work(
    empty: duckdb.DuckDBPyConnection, code: str, water: int
) -> None:
    news = number_of(empty, code, NEWS)
    set_link(empty, water, 6, WHY, seen=GUESS, who=DESK)
    set_link(empty, water, 8, WHY, seen=None, who=DESK)
    remove_link(empty, news, 7, WHY, seen=links_of(empty)[news, 7], who=DESK)
    before, told = links_of(empty), history(empty, code)
    assert store(empty, small_report(months=12, measures=[measure(answers=[6, 9]), measure(NEWS, answers=[7])])).is_new
    assert links_of(empty) == before
    assert history(empty, code) == told
    assert broken_rows(empty) == {}


def test_no_statement_changes_or_removes_history() -> None:
    forbidden = re.compile(
        r"(update|delete\s+from|truncate|drop\s+table|or\s+replace\s+into)\s+(table\s+)?link_change\b"
    )
    folders = ("writes", "migrations", "queries")
    found = [name for folder in folders for name in names(folder) if forbidden.search(statement(folder, name).lower())]
    # Invented agencies leave with all that hangs on them; what is taken back stays in the audit.
    assert found == ["synthetic_removed", "taken_back_link_change"]
