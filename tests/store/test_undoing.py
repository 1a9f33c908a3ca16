"""A change is taken back with a reason while nobody has built on it; what cannot be says what to do instead."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from ita_analysis.errors import ItaError, StoreError
from ita_analysis.people import DESK, Person
from ita_analysis.scoring import typed_rule
from ita_analysis.sql import names
from ita_analysis.store.building import ready
from ita_analysis.store.carrying import carry_over
from ita_analysis.store.changing import change
from ita_analysis.store.database import broken_rows
from ita_analysis.store.links import LONGEST_REASON, remove_link, set_link
from ita_analysis.store.rules import DEFAULT, set_rule
from ita_analysis.store.undoing import undo
from ita_analysis.texts import explain
from tests.store.files import forget, rows, tables
from tests.store.invented import small_report, store
from tests.store.linked import GUESS, WHY, links_of
from tests.store.officers import (
    WATCHED,
    add_measure,
    end_measure,
    last_change,
    reword_measure,
    save_result,
    set_round,
    set_sites,
)

MISTAKE = "กรอกผิดมาตรการ"
HOSTILE = ("'; drop table audit; --", "<script>alert(1)</script>", "{when} {0} $reason", "น้ำ\nบรรทัดสอง🙂")
SOMCHAI = Person("officer", "somchai@example.go.th", "สมชาย", agency_code=None)


def _stored(opened: duckdb.DuckDBPyConnection) -> dict[str, list[tuple[object, ...]]]:
    return {name: rows for name, rows in tables(opened).items() if name not in {"audit", "data_version"}}


def _refused(opened: duckdb.DuckDBPyConnection, change_id: int, reason: str = MISTAKE, who: Person = DESK) -> str:
    """Return the key of the sentence with which taking back is refused; nothing at all may have been kept."""
    before = tables(opened)
    with pytest.raises(ItaError) as refused:
        undo(opened, change_id, reason=reason, who=who)
    assert tables(opened) == before
    assert explain(refused.value)
    return refused.value.key


def test_a_link_is_as_before_and_the_history_says_who_took_it_back_and_why(
    empty: duckdb.DuckDBPyConnection, water: int
) -> None:
    before = _stored(empty)
    set_link(empty, water, 8, WHY, seen=None, who=DESK)
    number = last_change(empty)
    undo(empty, number, reason=f"  {MISTAKE}\n", who=SOMCHAI)
    assert _stored(empty) == before
    told = rows(
        empty,
        "select distinct deed, who, who_name, reason, undoes, measure_id from audit where change_id = $1",
        number + 1,
    )
    assert told == [("undone", SOMCHAI.email, SOMCHAI.name, MISTAKE, number, water)]


def test_the_history_of_links_loses_the_row_and_the_audit_keeps_it(
    empty: duckdb.DuckDBPyConnection, water: int
) -> None:
    remove_link(empty, water, 6, WHY, seen=GUESS, who=DESK)
    undo(empty, last_change(empty), reason=MISTAKE, who=DESK)
    assert links_of(empty, water) == {(water, 6): GUESS}
    assert rows(empty, "from link_change") == []
    kept = rows(empty, "select old_row from audit where table_name = 'link_change' and new_row is null")
    assert len(kept) == 1
    assert WHY in str(kept[0][0])
    assert broken_rows(empty) == {}


def test_other_changes_say_no_reason_and_take_nothing_back(empty: duckdb.DuckDBPyConnection, water: int) -> None:
    undo(empty, _linked(empty, water), reason=MISTAKE, who=DESK)
    _linked(empty, water)
    said = rows(empty, "select distinct reason, undoes from audit where deed = 'link_set'")
    assert said == [(None, None)]


def test_a_result_taken_back_shows_the_version_before(empty: duckdb.DuckDBPyConnection, water: int) -> None:
    save_result(empty, water, 6, "ฉบับแรก")
    save_result(empty, water, 6, "ฉบับที่ผิด", cited=3)
    undo(empty, last_change(empty), reason=MISTAKE, who=DESK)
    shown = rows(empty, "select detail from result_of_round where measure_id = $1 and round_months = 6", water)
    assert shown == [("ฉบับแรก",)]
    assert rows(empty, "select count(*) from evidence where words like 'ฉบับที่ผิด%'") == [(0,)]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_come_back_as_they_were(text: str, empty: duckdb.DuckDBPyConnection, water: int) -> None:
    save_result(empty, water, 6, text)
    after = _stored(empty)
    undo(empty, last_change(empty), reason=text, who=DESK)
    undo(empty, last_change(empty), reason=text, who=DESK)
    assert _stored(empty) == after
    assert rows(empty, "select distinct reason from audit where deed = 'undone'") == [(text,)]


def test_it_holds_in_a_file_that_was_closed_in_between(empty_file: Path) -> None:
    opened = ready(empty_file)
    code = store(opened, small_report()).agency_code
    before = _stored(opened)
    number = add_measure(opened, code, "มาตรการใหม่")
    reword_measure(opened, number, "มาตรการใหม่กว่า")
    for _ in range(2):
        forget(empty_file)
        opened = ready(empty_file)
        undo(opened, _last_not_undone(opened), reason=MISTAKE, who=DESK)
    assert _stored(opened) == before


@pytest.mark.parametrize("reason", ["", " \n\t", "\0", "\u200b"])
def test_a_blank_reason_is_refused(reason: str, empty: duckdb.DuckDBPyConnection, water: int) -> None:
    assert _refused(empty, _linked(empty, water), reason) == "undo_reason_missing"


def test_a_reason_that_is_too_long_is_refused(empty: duckdb.DuckDBPyConnection, water: int) -> None:
    assert _refused(empty, _linked(empty, water), "ก" * (LONGEST_REASON + 1)) == "undo_reason_long"


@pytest.mark.usefixtures("code")
@pytest.mark.parametrize("number", [0, -1, 999])
def test_a_change_that_never_was_is_refused(number: int, empty: duckdb.DuckDBPyConnection) -> None:
    assert _refused(empty, number) == "undo_unknown"


def test_what_was_changed_since_is_refused_until_that_is_taken_back(
    empty: duckdb.DuckDBPyConnection, water: int
) -> None:
    reword_measure(empty, water, "ครั้งแรก")
    first = last_change(empty)
    reword_measure(empty, water, "ครั้งที่สอง")
    assert _refused(empty, first) == "undo_changed_since"
    undo(empty, last_change(empty), reason=MISTAKE, who=DESK)
    undo(empty, first, reason=MISTAKE, who=DESK)
    assert rows(empty, "select title from measure where measure_id = $1", water) != [("ครั้งแรก",)]


def test_the_refusal_says_when_the_later_change_was_made(empty: duckdb.DuckDBPyConnection, water: int) -> None:
    reword_measure(empty, water, "ครั้งแรก")
    first = last_change(empty)
    reword_measure(empty, water, "ครั้งที่สอง")
    ((at,),) = rows(empty, "select max(changed_at) from audit")
    with pytest.raises(StoreError) as refused:
        undo(empty, first, reason=MISTAKE, who=DESK)
    assert refused.value.values["time"] == f"{at:%H:%M}"


def test_a_result_under_a_newer_one_is_refused(empty: duckdb.DuckDBPyConnection, water: int) -> None:
    save_result(empty, water, 6, "ฉบับแรก")
    first = last_change(empty)
    with change(empty, DESK, "result_saved") as cursor:  # a version that touches no row of the first one
        cursor.execute(
            "insert into progress by name select 999 as progress_id, measure_id, round_months, version + 1 as version"
            " from progress where measure_id = $1 order by version desc limit 1",
            [water],
        )
    assert _refused(empty, first) == "undo_changed_since"


def test_what_is_taken_back_is_not_taken_back_twice(empty: duckdb.DuckDBPyConnection, water: int) -> None:
    number = _linked(empty, water)
    undo(empty, number, reason=MISTAKE, who=DESK)
    assert _refused(empty, number) == "undo_done"
    undo(empty, number + 1, reason="ถูกแล้ว", who=DESK)
    assert _refused(empty, number + 1) == "undo_done"
    undo(empty, number, reason=MISTAKE, who=DESK)
    assert (water, 8) not in links_of(empty)


def test_only_the_change_that_holds_counts_as_taken_back(empty: duckdb.DuckDBPyConnection, water: int) -> None:
    number = _linked(empty, water)
    for taken_back in (number, number + 1, number, number + 3):
        undo(empty, taken_back, reason=MISTAKE, who=DESK)
    holding = rows(empty, "from undone_change order by change_id")
    assert holding == [(number + 1, number + 2), (number + 3, number + 4)]


@pytest.mark.parametrize("state", ["submitted", "approved"])
def test_a_result_of_a_closed_round_is_refused(
    state: str, empty: duckdb.DuckDBPyConnection, code: str, water: int
) -> None:
    save_result(empty, water, 6, "ผล")
    number = last_change(empty)
    set_round(empty, code, 6, state)
    assert _refused(empty, number) == "round_locked"
    set_round(empty, code, 6, "open")
    undo(empty, number, reason=MISTAKE, who=DESK)


def test_a_closed_round_does_not_hold_what_is_not_of_it(
    empty: duckdb.DuckDBPyConnection, code: str, water: int
) -> None:
    save_result(empty, water, 12, "ผล")
    set_round(empty, code, 6, "approved")
    undo(empty, last_change(empty) - 1, reason=MISTAKE, who=DESK)
    end_measure(empty, water, "ยุบ")
    undo(empty, last_change(empty), reason=MISTAKE, who=DESK)


def test_a_measure_that_something_hangs_on_is_refused(empty: duckdb.DuckDBPyConnection, code: str) -> None:
    number = add_measure(empty, code, "มาตรการใหม่")
    added = last_change(empty)
    save_result(empty, number, 6, "ผล")
    assert _refused(empty, added) == "undo_in_use"
    undo(empty, last_change(empty), reason=MISTAKE, who=DESK)
    undo(empty, added, reason=MISTAKE, who=DESK)
    assert rows(empty, "select count(*) from measure where title = 'มาตรการใหม่'") == [(0,)]


def test_a_measure_that_a_later_year_goes_on_with_is_refused(empty: duckdb.DuckDBPyConnection, code: str) -> None:
    number = add_measure(empty, code, "มาตรการใหม่")
    added = last_change(empty)
    carry_over(empty, code, 2564, [number], who=DESK)
    assert _refused(empty, added) == "undo_in_use"


def test_a_round_stays_while_another_measure_is_reported_in_it(empty: duckdb.DuckDBPyConnection, code: str) -> None:
    add_measure(empty, code, "หนึ่ง", months=9)
    first = last_change(empty)
    add_measure(empty, code, "สอง", months=9)
    undo(empty, first, reason=MISTAKE, who=DESK)
    assert (9,) in rows(empty, "select round_months from round where agency_code = $1", code)
    undo(empty, first + 1, reason=MISTAKE, who=DESK)
    assert broken_rows(empty) == {}


def test_what_came_from_a_file_is_gone_back_on_by_its_backup(empty: duckdb.DuckDBPyConnection, code: str) -> None:
    assert code
    ((stored,),) = rows(empty, "select max(change_id) from audit where deed = 'report_stored'")
    assert _refused(empty, int(str(stored))) == "undo_of_file"


def test_states_of_rounds_and_settings_have_ways_of_their_own(empty: duckdb.DuckDBPyConnection, code: str) -> None:
    set_round(empty, code, 6, "submitted")
    assert _refused(empty, last_change(empty)) == "undo_of_round"
    set_rule(empty, 2563, typed_rule("80", "90", "97.50"), WHY, seen=DEFAULT, who=DESK)
    assert _refused(empty, last_change(empty)) == "undo_of_setting"
    with change(empty, DESK, "person_saved") as cursor:
        cursor.execute("insert into person values ('a@b.c', 'ก', '', 'viewer', null, null, true)")
    assert _refused(empty, last_change(empty)) == "undo_of_setting"


def test_a_plan_that_brought_more_than_rows_of_the_plan_is_of_a_file(empty: duckdb.DuckDBPyConnection) -> None:
    with change(empty, DESK, "plan_imported") as cursor:
        cursor.execute(
            "insert into report by name select 99 as report_id, 'x' as agency_code, 2564 as fiscal_year_be,"
            " 'แผน.docx' as file_name, 'x' as fingerprint, now()::timestamp as imported_at"
        )
    assert _refused(empty, last_change(empty)) == "undo_of_file"


def test_a_column_that_a_later_program_added_is_no_change(empty: duckdb.DuckDBPyConnection, water: int) -> None:
    number = _linked(empty, water)
    with empty.cursor() as cursor:
        cursor.execute("alter table measure_indicator add column added_later varchar")
    undo(empty, number, reason=MISTAKE, who=DESK)
    undo(empty, number + 1, reason=MISTAKE, who=DESK)
    assert (water, 8) in {pair[:2] for pair in rows(empty, "from measure_indicator")}


def test_every_watched_table_can_be_put_back() -> None:
    kept = set(names("writes"))
    assert {f"{way}_{table}" for way in ("put_back", "taken_back") for table in WATCHED} <= kept


@pytest.mark.parametrize(
    "who",
    [
        Person("viewer", "v@example.go.th"),
        Person("officer", "o@example.go.th", agency_code="other"),
        Person("officer", "u@example.go.th", unit="กองอื่น"),
    ],
)
def test_only_who_may_do_it_may_take_it_back(who: Person, empty: duckdb.DuckDBPyConnection, water: int) -> None:
    assert _refused(empty, _linked(empty, water), who=who) == "right_plan"
    save_result(empty, water, 6, "ผล")
    assert _refused(empty, last_change(empty), who=who) == "right_enter"
    undo(empty, last_change(empty), reason=MISTAKE, who=DESK)
    assert _refused(empty, last_change(empty), who=who) == "right_enter", "the right is that of what was taken back"


def test_an_officer_of_the_unit_may_take_back_what_is_of_the_unit(
    empty: duckdb.DuckDBPyConnection, code: str, water: int
) -> None:
    own = Person("officer", "u@example.go.th", agency_code=code, unit="กองการประปา")
    save_result(empty, water, 6, "ผล")
    undo(empty, last_change(empty), reason=MISTAKE, who=own)
    added = add_measure(empty, code, "มาตรการใหม่")
    number = last_change(empty)
    assert _refused(empty, number, who=own) == "right_plan"
    of_new = Person("officer", "n@example.go.th", agency_code=code, unit="กองใหม่")
    undo(empty, number, reason=MISTAKE, who=of_new)
    undo(empty, last_change(empty), reason="ถูกแล้ว", who=of_new)
    assert rows(empty, "select count(*) from measure where measure_id = $1", added) == [(1,)]


def test_sites_are_of_the_whole_agency(empty: duckdb.DuckDBPyConnection, code: str) -> None:
    set_sites(empty, code, "example.go.th")
    own = Person("officer", "u@example.go.th", agency_code=code, unit="กองการประปา")
    assert _refused(empty, last_change(empty), who=own) == "right_plan"
    undo(empty, last_change(empty), reason=MISTAKE, who=Person("officer", "a@example.go.th", agency_code=code))
    assert rows(empty, "from agency_site") == []


def _linked(opened: duckdb.DuckDBPyConnection, measure_id: int) -> int:
    set_link(opened, measure_id, 8, WHY, seen=None, who=DESK)
    return last_change(opened)


def _last_not_undone(opened: duckdb.DuckDBPyConnection) -> int:
    holding = "deed <> 'undone' and change_id not in (select change_id from undone_change)"
    ((number,),) = rows(opened, f"select max(change_id) from audit where {holding}")
    return int(str(number))
