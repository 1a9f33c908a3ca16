"""The way of a round from open to approved and back: who may, what it needs, and what it keeps from then on."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from threading import Barrier
from typing import Any

import duckdb
import numpy as np
import pytest

from ita_analysis.entries import LONGEST_LINE, LONGEST_TEXT, Signature
from ita_analysis.errors import StoreError
from ita_analysis.people import DESK, Person
from ita_analysis.store.building import data_version
from ita_analysis.store.rounds import Round, approve, reopen, set_rounds, state_of, submit
from tests.store.entered import APPROVAL, ENTRY, LATER, ROUND, SIGNATURE, YEAR, Entered, changes_nothing, refused
from tests.store.files import rows
from tests.store.invented import WATER, judge, measure, report, result, store

WHY = "ตัวเลขผลผลิตผิด"
DUE = date(2021, 4, 15)
Deed = Callable[[Entered, str], object]


def _submit(entered: Entered, who: Person = DESK) -> None:
    submit(entered.opened, entered.round(), SIGNATURE, who=who)


def _approve(entered: Entered, who: Person = DESK) -> None:
    approve(entered.opened, entered.round(), APPROVAL, who=who)


def _reopen(entered: Entered, who: Person = DESK) -> None:
    reopen(entered.opened, entered.round(), WHY, who=who)


def _set(entered: Entered, due: dict[int, date | None], who: Person = DESK, **told: Any) -> None:
    set_rounds(entered.opened, entered.code, YEAR, due, who=who, **told)


def _row(entered: Entered, months: int = ROUND) -> tuple[object, ...]:
    asked = "select state, signed_name, signed_position, signed_on, reason from round where agency_code = $1"
    (found,) = rows(entered.opened, f"{asked} and round_months = $2", entered.code, months)
    return found


def _days(entered: Entered) -> dict[object, object]:
    return dict(rows(entered.opened, "select round_months, due_on from round where agency_code = $1", entered.code))


@pytest.fixture
def reported(entered: Entered) -> Entered:
    """A year with a result in the round of six months."""
    entered.save(ENTRY)
    return entered


def test_a_round_goes_its_way_and_says_who_signed(reported: Entered) -> None:
    before = data_version(reported.opened)
    assert _row(reported) == ("open", None, None, None, None)
    _submit(reported)
    assert _row(reported) == ("submitted", SIGNATURE.name, SIGNATURE.position, SIGNATURE.on, None)
    _approve(reported)
    assert _row(reported) == ("approved", APPROVAL.name, APPROVAL.position, APPROVAL.on, None)
    _reopen(reported)
    assert _row(reported) == ("open", None, None, None, WHY)
    _submit(reported)
    assert _row(reported) == ("submitted", SIGNATURE.name, SIGNATURE.position, SIGNATURE.on, None)
    _reopen(reported)
    assert _row(reported) == ("open", None, None, None, WHY)
    assert data_version(reported.opened) == before + 5


def test_the_history_keeps_every_signature_and_reason(reported: Entered) -> None:
    _submit(reported)
    _approve(reported)
    _reopen(reported)
    told = "select deed, new_row->>'signed_name', new_row->>'reason' from audit"
    asked = f"{told} where table_name = 'round' and old_row is not null order by audit_id"
    assert rows(reported.opened, asked) == [
        ("round_submitted", SIGNATURE.name, None),
        ("round_approved", APPROVAL.name, None),
        ("round_reopened", None, WHY),
    ]


def test_other_rounds_stay_open(reported: Entered) -> None:
    reported.lock()
    assert _row(reported, LATER) == ("open", None, None, None, None)
    reported.save(ENTRY, months=LATER)
    submit(reported.opened, reported.round(LATER), SIGNATURE, who=DESK)
    assert _row(reported)[0] == "approved"


@pytest.mark.parametrize(
    ("state", "deed", "refusal"),
    [
        ("open", _approve, "round_is_open"),
        ("open", _reopen, "round_is_open"),
        ("submitted", _submit, "round_is_submitted"),
        ("approved", _submit, "round_is_approved"),
        ("approved", _approve, "round_is_approved"),
    ],
)
def test_no_step_of_the_way_is_left_out(
    state: str, deed: Callable[[Entered], None], refusal: str, reported: Entered
) -> None:
    if state != "open":
        reported.lock(state)
    assert refused(reported.opened, deed, reported) == refusal


def test_a_round_without_a_result_is_not_submitted(entered: Entered) -> None:
    assert refused(entered.opened, _submit, entered) == "round_empty"
    judge(entered.opened, WATER, {(1, ROUND): "done"})
    entered.save(ENTRY, months=LATER)
    assert refused(entered.opened, _submit, entered) == "round_empty"


def test_a_result_of_a_report_is_a_result(entered: Entered) -> None:
    store(entered.opened, report(measures=[measure()], progress=[result()]))
    _submit(entered)
    assert _row(entered)[0] == "submitted"


def test_a_round_that_the_year_does_not_have_has_no_way(reported: Entered) -> None:
    for months in (3, 9, 0, 18):
        of = reported.round(months)
        assert refused(reported.opened, submit, reported.opened, of, SIGNATURE, who=DESK) == "round_not_of_year"
        assert refused(reported.opened, approve, reported.opened, of, SIGNATURE, who=DESK) == "round_not_of_year"
        assert refused(reported.opened, reopen, reported.opened, of, WHY, who=DESK) == "round_not_of_year"
    nobody = Round("nobody", YEAR, ROUND)
    assert refused(reported.opened, submit, reported.opened, nobody, SIGNATURE, who=DESK) == "round_not_of_year"
    with reported.opened.cursor() as cursor, pytest.raises(StoreError, match="round_not_of_year"):
        state_of(cursor, reported.round(3))


def test_nobody_signs_without_a_name_and_a_position(reported: Entered) -> None:
    for blank in ("", " ", "\0", "\u200b"):
        for wrong in (replace(SIGNATURE, name=blank), replace(SIGNATURE, position=blank)):
            told = refused(reported.opened, submit, reported.opened, reported.round(), wrong, who=DESK)
            assert told == "signature_missing"
    reported.lock("submitted")
    wrong = replace(APPROVAL, name=" ")
    assert refused(reported.opened, approve, reported.opened, reported.round(), wrong, who=DESK) == "signature_missing"
    long = replace(APPROVAL, position="ก" * (LONGEST_LINE + 1))
    assert refused(reported.opened, approve, reported.opened, reported.round(), long, who=DESK) == "text_long"


def test_nobody_signs_on_a_day_that_has_not_come(reported: Entered) -> None:
    today = date.today()  # noqa: DTZ011 - the calendar that the store looks at
    late = replace(SIGNATURE, on=today + timedelta(1))
    assert refused(reported.opened, submit, reported.opened, reported.round(), late, who=DESK) == "signed_in_future"
    submit(reported.opened, reported.round(), replace(SIGNATURE, on=today), who=DESK)
    late = replace(APPROVAL, on=date(2057, 1, 1))
    assert refused(reported.opened, approve, reported.opened, reported.round(), late, who=DESK) == "signed_in_future"
    approve(reported.opened, reported.round(), replace(APPROVAL, on=today), who=DESK)


def test_nobody_approves_before_the_round_was_handed_over(reported: Entered) -> None:
    _submit(reported)
    early = replace(APPROVAL, on=SIGNATURE.on - timedelta(1))
    told = refused(reported.opened, approve, reported.opened, reported.round(), early, who=DESK)
    assert told == "approved_before_submitted"
    approve(reported.opened, reported.round(), replace(APPROVAL, on=SIGNATURE.on), who=DESK)
    assert _row(reported)[0] == "approved"


@pytest.mark.parametrize("on", [date(1957, 1, 1), date(2020, 9, 30)])
def test_no_round_is_due_before_it_begins(on: date, entered: Entered) -> None:
    assert refused(entered.opened, _set, entered, {6: on, 12: None}) == "round_due_early"
    assert refused(entered.opened, _set, entered, {3: on, 6: None, 12: None}) == "round_due_early"
    _set(entered, {6: date(2020, 10, 1), 12: None})


def test_a_day_of_an_older_program_stops_no_other_round(entered: Entered) -> None:
    entered.opened.execute("update round set due_on = date '1957-01-01' where round_months = 6")
    _set(entered, {6: date(1957, 1, 1), 12: DUE})
    assert _days(entered) == {6: date(1957, 1, 1), 12: DUE}


def test_a_signature_stands_on_one_line_as_it_was_written(reported: Entered) -> None:
    hostile = Signature(" <b>นาย\n ดี</b>\0 ", "=ผู้อำนวยการ\tกอง", SIGNATURE.on)
    submit(reported.opened, reported.round(), hostile, who=DESK)
    assert _row(reported)[1:3] == ("<b>นาย ดี</b>", "=ผู้อำนวยการ กอง")


def test_a_round_is_opened_again_only_for_a_reason(reported: Entered) -> None:
    for state in ("submitted", "approved"):
        reported.lock(state)
        for blank in ("", " \n", "\0", "\u200b"):
            told = refused(reported.opened, reopen, reported.opened, reported.round(), blank, who=DESK)
            assert told == "round_reason_missing"
        long = "ก" * (LONGEST_TEXT + 1)
        assert refused(reported.opened, reopen, reported.opened, reported.round(), long, who=DESK) == "text_long"
        _reopen(reported)


OFFICER, APPROVER = Person("officer"), Person("approver")
OTHER = (Person("viewer"), Person("approver", agency_code="other"), Person("approver", unit="กองการประปา"))


def test_who_may_submit_takes_back_and_who_may_approve_opens_again(reported: Entered) -> None:
    for who in OTHER:
        assert refused(reported.opened, _submit, reported, who) == "right_submit"
    _submit(reported, OFFICER)
    for who in (*OTHER, OFFICER):
        assert refused(reported.opened, _approve, reported, who) == "right_approve"
    for who in OTHER:
        assert refused(reported.opened, _reopen, reported, who) == "right_submit"
    _reopen(reported, OFFICER)
    _submit(reported, OFFICER)
    _approve(reported, APPROVER)
    for who in (*OTHER, OFFICER):
        assert refused(reported.opened, _reopen, reported, who) == "right_approve"
    _reopen(reported, APPROVER)


@pytest.mark.parametrize(("deed", "refusal"), [(_submit, "round_is_submitted"), (_approve, "round_is_approved")])
def test_of_many_who_sign_at_once_one_is_heard(
    deed: Callable[[Entered], None], refusal: str, reported: Entered
) -> None:
    if deed is _approve:
        reported.lock("submitted")
    together, before = Barrier(6), data_version(reported.opened)

    def sign(_: int) -> str:
        together.wait()
        try:
            deed(reported)
        except StoreError as told:
            return told.key
        return "heard"

    with ThreadPoolExecutor(6) as people:
        assert sorted(people.map(sign, range(6))) == ["heard"] + [refusal] * 5
    assert data_version(reported.opened) == before + 1


def test_a_result_saved_at_the_moment_of_submitting_is_in_or_refused(reported: Entered) -> None:
    together = Barrier(2)

    def save() -> str:
        together.wait()
        try:
            reported.save(replace(ENTRY, detail="ทันเวลา"))
        except StoreError as told:
            return told.key
        return "heard"

    def hand_over() -> None:
        together.wait()
        _submit(reported)

    with ThreadPoolExecutor(2) as people:
        saved, submitted = people.submit(save), people.submit(hand_over)
        submitted.result()
        told = saved.result()
    order = "select deed from audit where deed in ('result_saved', 'round_submitted') order by audit_id desc limit 1"
    assert rows(reported.opened, order) == [("round_submitted",)]
    stored = reported.entry()
    assert stored is not None
    assert (told, stored.detail) in {("heard", "ทันเวลา"), ("round_locked_submitted", ENTRY.detail)}


def test_the_rounds_of_a_year_and_the_days_they_are_due_can_be_set(entered: Entered) -> None:
    before = data_version(entered.opened)
    _set(entered, {3: None, 6: DUE, 12: None})
    assert _days(entered) == {3: None, 6: DUE, 12: None}
    _set(entered, {6: None, 12: DUE})
    assert _days(entered) == {6: None, 12: DUE}
    assert data_version(entered.opened) == before + 2


def test_the_rounds_as_they_are_are_no_change(entered: Entered) -> None:
    _set(entered, {3: DUE, 6: None, 12: None})
    changes_nothing(entered.opened, _set, entered, {12: None, 6: None, 3: DUE})


def test_only_the_rounds_that_change_are_written_into_the_history(entered: Entered) -> None:
    _set(entered, {3: None, 6: DUE, 12: None})
    told = "select row_key->>'round_months', old_row is null from audit where deed = 'rounds_set' order by 1"
    assert rows(entered.opened, told) == [("3", True), ("6", False)]


def test_a_year_of_which_nothing_is_known_begins_with_its_rounds(entered: Entered) -> None:
    set_rounds(entered.opened, entered.code, 2570, {6: None, 12: None}, who=DESK)
    years = "select fiscal_year_be from years_of($1) order by 1"
    assert rows(entered.opened, years, entered.code) == [(YEAR,), (2570,)]
    assert refused(entered.opened, set_rounds, entered.opened, "nobody", YEAR, {6: None}, who=DESK) == "store_check"


def test_numbers_of_a_table_of_answers_are_taken(reported: Entered) -> None:
    _set(reported, {np.int64(6): None, np.int64(12): DUE})  # type: ignore[dict-item]
    assert _days(reported) == {6: None, 12: DUE}
    submit(reported.opened, Round(reported.code, np.int64(YEAR), np.int64(6)), SIGNATURE, who=DESK)  # type: ignore[arg-type]
    assert _row(reported)[0] == "submitted"


def test_a_year_has_at_least_one_round_and_none_but_those_of_the_field(entered: Entered) -> None:
    for due in ({}, {6: None, 4: None}, {0: None}, {6: None, 12: None, 15: None}):
        assert refused(entered.opened, _set, entered, due) == "rounds_none"


def test_a_round_in_use_stays(entered: Entered) -> None:
    """A plan, a result and a signature each keep a round in its year."""
    assert refused(entered.opened, _set, entered, {12: None}) == "round_in_use"
    _set(entered, {3: None, 6: None, 9: None, 12: None})
    entered.save(ENTRY, months=3)
    assert refused(entered.opened, _set, entered, {6: None, 12: None}) == "round_in_use"
    entered.lock("submitted", months=3)
    assert refused(entered.opened, _set, entered, {6: None, 12: None}) == "round_in_use"
    _set(entered, {3: None, 6: None, 12: None})


def test_a_round_in_which_only_steps_were_judged_stays(entered: Entered) -> None:
    _set(entered, {3: None, 6: None, 12: None})
    judge(entered.opened, WATER, {(1, 3): "done"})
    assert refused(entered.opened, _set, entered, {6: None, 12: None}) == "store_check"


def test_a_locked_round_keeps_the_day_it_was_due(reported: Entered) -> None:
    reported.lock()
    assert refused(reported.opened, _set, reported, {6: DUE, 12: None}) == "round_locked_approved"
    _set(reported, {6: None, 9: None, 12: DUE})
    _reopen(reported)
    _set(reported, {6: DUE, 9: None, 12: DUE})


def test_other_rounds_than_were_seen_are_left_alone(entered: Entered) -> None:
    seen = {6: None, 12: None}
    _set(entered, {6: DUE, 12: None}, seen=seen)
    assert refused(entered.opened, _set, entered, {6: None, 9: None, 12: None}, seen=seen) == "rounds_changed_meanwhile"
    assert refused(entered.opened, _set, entered, {6: None, 12: None}, seen={}) == "rounds_changed_meanwhile"
    _set(entered, {6: None, 9: None, 12: None}, seen={6: DUE, 12: None})


def test_who_may_submit_sets_rounds(entered: Entered) -> None:
    for who in OTHER:
        assert refused(entered.opened, _set, entered, {3: None, 6: None, 12: None}, who) == "right_submit"
    _set(entered, {3: None, 6: None, 12: None}, OFFICER)


def test_a_round_that_stays_keeps_its_signature(reported: Entered) -> None:
    reported.lock()
    before = _row(reported)
    _set(reported, {3: None, 6: None, 12: None})
    assert _row(reported) == before


def test_a_report_brought_in_leaves_the_state_of_rounds_alone(reported: Entered) -> None:
    reported.lock()
    before = _row(reported)
    store(reported.opened, report(months=12, measures=[measure()], progress=[result()]))
    assert _row(reported) == before
    assert _row(reported, LATER)[0] == "open"


def test_a_connection_of_a_visitor_may_be_a_cursor(reported: Entered) -> None:
    cursor: duckdb.DuckDBPyConnection = reported.opened.cursor()
    submit(cursor, reported.round(), SIGNATURE, who=DESK)
    assert _row(reported)[0] == "submitted"
