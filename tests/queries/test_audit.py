"""Changes are found by whose, what, who and when; each with what it did to rows, and the results before it."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import duckdb
import pandas as pd
import pytest

from ita_analysis.people import COMMAND, DESK, Person
from ita_analysis.queries.audit import (
    ChangesSought,
    authors_of_changes,
    changes_found,
    history_until,
    results_since,
    rows_of_changes,
)
from ita_analysis.store.carrying import carry_over
from ita_analysis.store.changing import change
from ita_analysis.store.links import set_link
from ita_analysis.store.rules import DEFAULT, set_rule
from ita_analysis.store.undoing import undo
from tests.store.files import rows
from tests.store.invented import NEWS, agency, measure, small_report, store
from tests.store.linked import WHY, number_of
from tests.store.officers import YEAR, add_measure, last_change, reword_measure, save_result, set_sites

SOMCHAI = Person("officer", "somchai@example.go.th", "สมชาย")
TODAY = date.today()  # noqa: DTZ011 - the clock of the computer is what is stored


@pytest.fixture
def code(empty: duckdb.DuckDBPyConnection) -> str:
    return store(empty, small_report(measures=[measure(), measure(NEWS, answers=[7])])).agency_code


@pytest.fixture
def water(empty: duckdb.DuckDBPyConnection, code: str) -> int:
    return number_of(empty, code)


def _found(opened: duckdb.DuckDBPyConnection, code: str | None, **sought: object) -> pd.DataFrame:
    return changes_found(opened, ChangesSought(code, YEAR, **sought), 50)  # type: ignore[arg-type]


def _deeds(found: pd.DataFrame) -> list[str]:
    return list(found["deed"])


def test_the_newest_change_stands_first_with_what_it_is_about(
    empty: duckdb.DuckDBPyConnection, code: str, water: int
) -> None:
    save_result(empty, water, 12, "ผล", who=SOMCHAI)
    set_link(empty, water, 8, WHY, seen=None, who=DESK)
    found = _found(empty, code)
    assert _deeds(found) == ["link_set", "result_saved", "report_stored"]
    assert list(found["months"]) == ["", "12", "6, 12"]
    assert list(found["indicators"]) == ["8", "", "6, 7"]
    assert list(found["measure_count"]) == [1, 1, 2]
    assert found["person_name"].fillna("").tolist() == ["", "สมชาย", ""]
    assert found["found_count"].unique().tolist() == [3]


def test_a_report_is_told_by_its_file(empty: duckdb.DuckDBPyConnection, code: str) -> None:
    assert list(_found(empty, code)["subject"]) == ["รายงาน.docx"]


def test_changes_of_another_agency_and_year_are_not_those_of_this_one(
    empty: duckdb.DuckDBPyConnection, code: str
) -> None:
    other = store(empty, small_report(agency(2))).agency_code
    set_sites(empty, other, "example.go.th")
    assert _deeds(_found(empty, code)) == ["report_stored"]
    assert _deeds(_found(empty, other)) == ["sites_set", "report_stored"]
    of_next = changes_found(empty, ChangesSought(other, YEAR + 1), 50)
    assert _deeds(of_next) == ["sites_set"], "an agency's sites are of no year"


def test_a_year_that_was_taken_back_is_found_with_the_others_and_can_be_brought_back(
    empty: duckdb.DuckDBPyConnection, code: str, water: int
) -> None:
    carry_over(empty, code, YEAR, [water], who=DESK)
    begun = last_change(empty)
    assert _deeds(_found(empty, code)) == ["report_stored"], "a year that is there has its own"
    undo(empty, begun, reason="เริ่มผิดปี", who=DESK)
    assert _deeds(_found(empty, code)) == ["undone", "year_carried", "report_stored"]
    undo(empty, last_change(empty), reason="เริ่มถูกแล้ว", who=DESK)
    assert _deeds(_found(empty, code)) == ["report_stored"]
    assert _deeds(changes_found(empty, ChangesSought(code, YEAR + 1), 50))[:2] == ["undone", "undone"]


def test_rules_persons_and_sheets_are_of_no_agency(empty: duckdb.DuckDBPyConnection, code: str) -> None:
    set_rule(empty, 2563, None, "กลับ", seen=DEFAULT, who=DESK)
    with change(empty, DESK, "person_saved") as cursor:
        cursor.execute("insert into person values ('a@example.go.th', 'ก', '', 'officer', $1, null, true)", [code])
    found = _found(empty, None)
    assert _deeds(found) == ["person_saved"], "the default in its own place is no change"
    assert list(found["subject"]) == ["ก"]
    assert "person_saved" not in _deeds(_found(empty, code))


def test_filters_narrow_to_measure_person_deed_and_days(
    empty: duckdb.DuckDBPyConnection, code: str, water: int
) -> None:
    news = number_of(empty, code, NEWS)
    save_result(empty, water, 6, "ผล", who=SOMCHAI)
    reword_measure(empty, news, "ชื่อใหม่")
    assert _deeds(_found(empty, code, measure_id=news)) == ["measure_saved", "report_stored"]
    assert _deeds(_found(empty, code, who=SOMCHAI.email)) == ["result_saved"]
    assert _deeds(_found(empty, code, who="")) == ["measure_saved", "report_stored"]
    assert _deeds(_found(empty, code, deeds=("result_saved", "link_set"))) == ["result_saved"]
    assert _deeds(_found(empty, code, change_id=last_change(empty))) == ["measure_saved"]
    assert len(_found(empty, code, since=TODAY - timedelta(1), until=TODAY + timedelta(1))) == 3
    assert len(_found(empty, code, since=TODAY + timedelta(2))) == 0
    assert len(_found(empty, code, until=TODAY - timedelta(2))) == 0


def test_both_days_are_included(empty: duckdb.DuckDBPyConnection, code: str) -> None:
    ((at,),) = rows(empty, "select min(changed_at) from audit where agency_code = $1", code)
    assert isinstance(at, datetime)
    assert len(_found(empty, code, since=at.date(), until=at.date())) == 1


def test_a_page_follows_another(empty: duckdb.DuckDBPyConnection, code: str, water: int) -> None:
    for number in range(5):
        save_result(empty, water, 6, str(number))
    sought = ChangesSought(code, YEAR)
    pages = [changes_found(empty, sought, 2, skipped) for skipped in (0, 2, 4, 6)]
    assert [len(page) for page in pages] == [2, 2, 2, 0]
    ids = [number for page in pages for number in page["change_id"]]
    assert ids == sorted(ids, reverse=True)
    assert len(set(ids)) == 6


def test_a_removed_measure_keeps_its_last_title(empty: duckdb.DuckDBPyConnection, code: str) -> None:
    add_measure(empty, code, "มาตรการใหม่")
    undo(empty, last_change(empty), reason="ผิด", who=DESK)
    found = _found(empty, code)
    assert list(found["title"])[:2] == ["มาตรการใหม่"] * 2
    assert list(found["undone_deed"].fillna(""))[:2] == ["measure_added", ""]
    assert list(found["undone_by"].fillna(0))[:2] == [0, last_change(empty)]


def test_rows_tell_before_and_after_and_whether_they_still_hold(
    empty: duckdb.DuckDBPyConnection, code: str, water: int
) -> None:
    reword_measure(empty, water, "ก")
    first = last_change(empty)
    reword_measure(empty, water, "ข")
    told = rows_of_changes(empty, (first, first + 1))
    assert code
    assert list(told["change_id"].unique()) == [first + 1, first]
    measures = told[told["table_name"] == "measure"]
    assert list(measures["is_latest"]) == [True, False]
    assert '"title":"ก"' in measures["new_row"].iloc[1]
    assert '"title":"ก"' in measures["old_row"].iloc[0]


def test_a_row_that_was_removed_and_added_again_unchanged_is_not_told(
    empty: duckdb.DuckDBPyConnection, water: int
) -> None:
    with change(empty, DESK, "measure_saved") as cursor:
        cursor.execute("delete from measure_round where measure_id = $1 and round_months = 6", [water])
        cursor.execute("insert into measure_round values ($1, 6)", [water])
        cursor.execute("update measure set title = 'ก', title_key = 'ก' where measure_id = $1", [water])
    told = rows_of_changes(empty, (last_change(empty),))
    assert list(told["table_name"]) == ["measure"]


def test_results_since_a_change_begin_with_what_is_stored_now(
    empty: duckdb.DuckDBPyConnection, code: str, water: int
) -> None:
    save_result(empty, water, 6, "ผล")
    first = last_change(empty)
    save_result(empty, water, 12, "ผล")
    found = results_since(empty, code, YEAR, first)
    stored = found[found["change_id"].isna()]
    ((count,),) = rows(empty, "select (select count(*) from progress) + (select count(*) from evidence)")
    assert len(stored) == count
    changes = found[found["change_id"].notna()]
    assert list(changes["change_id"].unique()) == [first + 1, first]
    assert changes["audit_id"].is_monotonic_decreasing


def test_authors_are_named_by_the_name_they_last_had(empty: duckdb.DuckDBPyConnection, code: str, water: int) -> None:
    renamed = Person("officer", SOMCHAI.email, "สมชาย ใจดี")
    save_result(empty, water, 6, "ก", who=SOMCHAI)
    save_result(empty, water, 6, "ข", who=renamed)
    save_result(empty, water, 6, "ค", who=COMMAND)
    found = authors_of_changes(empty, code, YEAR)
    named = dict(zip(found["who"], found["person_name"].fillna(""), strict=True))
    assert named == {SOMCHAI.email: "สมชาย ใจดี", "": "", "command": ""}


def test_a_person_without_a_name_in_the_change_has_that_of_the_list(
    empty: duckdb.DuckDBPyConnection, code: str, water: int
) -> None:
    with change(empty, DESK, "person_saved") as cursor:
        cursor.execute("insert into person values ('n@example.go.th', 'นภา', '', 'officer', null, null, true)")
    save_result(empty, water, 6, "ก", who=Person("officer", "n@example.go.th"))
    assert _found(empty, code)["person_name"].iloc[0] == "นภา"


def test_a_moment_is_told_by_the_last_change_until_then(empty: duckdb.DuckDBPyConnection, code: str) -> None:
    first = last_change(empty)
    ((at,),) = rows(empty, "select max(changed_at) from audit")
    assert isinstance(at, datetime)
    set_sites(empty, code, "example.go.th")
    (then,) = history_until(empty, code, YEAR, at).itertuples()
    assert (then.change_id, then.later_count) == (first, 1)
    before = history_until(empty, code, YEAR, datetime(2020, 1, 1)).iloc[0]  # noqa: DTZ001 - as it is stored
    assert pd.isna(before["change_id"])
    assert before["begins_at"] <= at


def test_a_clock_that_was_put_back_changes_no_order(empty: duckdb.DuckDBPyConnection, code: str, water: int) -> None:
    save_result(empty, water, 6, "ก")
    late = last_change(empty)
    with empty.cursor() as cursor:
        cursor.execute("update audit set changed_at = changed_at - interval 1 year where change_id = $1", [late])
    (now,) = history_until(empty, code, YEAR, datetime(2599, 1, 1)).itertuples()  # noqa: DTZ001 - as it is stored
    assert now.change_id == late
