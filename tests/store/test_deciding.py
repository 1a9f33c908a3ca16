"""Findings accepted or dismissed: kept with who and why, mended where a machine can, taken back from the history."""

from __future__ import annotations

import duckdb
import pytest

from ita_analysis.entries import Entry
from ita_analysis.errors import ItaError
from ita_analysis.people import DESK, Person
from ita_analysis.store.checking import Found
from ita_analysis.store.deciding import LONGEST_REASON, MENDS, accept, can_be_mended, dismiss
from ita_analysis.store.progress import entry_of, save_entry
from ita_analysis.store.undoing import undo
from ita_analysis.texts import explain
from tests.store.files import rows, tables
from tests.store.officers import last_change, set_round
from tests.store.test_checking import now

CODE, YEAR, WHY = "khao-saming", 2564, "ผู้บริหารตรวจแล้ว ถูกต้อง"
HOSTILE = ("'; drop table finding_decision; --", "<script>alert(1)</script>", "{when} {0} $reason", "น้ำ\nบรรทัดสอง🙂")


def _finding(opened: duckdb.DuckDBPyConnection, rule: str) -> Found:
    return next(each for each in now(opened).findings if each.finding.rule == rule)


def _refused(opened: duckdb.DuckDBPyConnection, key: str, reason: str | None = None, who: Person = DESK) -> str:
    """Return the key of the sentence with which a decision is refused; nothing at all may have been kept."""
    before = tables(opened)
    with pytest.raises(ItaError) as refused:
        accept(opened, CODE, YEAR, key, who=who) if reason is None else dismiss(
            opened, CODE, YEAR, key, reason, who=who
        )
    assert tables(opened) == before
    assert explain(refused.value)
    return refused.value.key


@pytest.mark.parametrize("reason", [WHY, *HOSTILE])
def test_a_dismissed_finding_stays_with_its_reason_behind_the_open_ones(
    reason: str, shipped: duckdb.DuckDBPyConnection
) -> None:
    found = _finding(shipped, "missing_approver")
    dismiss(shipped, CODE, YEAR, found.key, f"  {reason}\n", who=DESK)
    last = now(shipped).findings[-1]
    assert (last.key, last.finding) == (found.key, found.finding)
    assert last.decision is not None
    assert (last.decision.choice, last.decision.reason) == ("dismissed", reason)
    assert now(shipped).standing == now(shipped).findings[:-1]


def test_what_no_machine_can_mend_is_accepted_and_left_to_a_person(shipped: duckdb.DuckDBPyConnection) -> None:
    found, before = _finding(shipped, "output_repeats_title"), rows(shipped, "from progress order by all")
    assert not can_be_mended(found)
    accept(shipped, CODE, YEAR, found.key, who=DESK)
    kept = next(each for each in now(shipped).findings if each.key == found.key)
    assert kept.decision is not None
    assert kept.decision.choice == "accepted"
    assert rows(shipped, "from progress order by all") == before
    assert kept in now(shipped).standing, "it stands until a person has written something else"


def test_a_paper_in_the_outcome_is_moved_to_the_output(shipped: duckdb.DuckDBPyConnection) -> None:
    found = _finding(shipped, "outcome_is_output")
    assert found.where is not None
    measure_id, months = found.where.measure_id or 0, found.where.months or 0
    before = entry_of(shipped.cursor(), measure_id, months)
    assert before is not None
    accept(shipped, CODE, YEAR, found.key, who=DESK)
    after = entry_of(shipped.cursor(), measure_id, months)
    assert after is not None
    assert after.outcome == ""
    assert after.output == f"{before.output}\n{before.outcome}"
    assert (after.detail, after.steps, after.evidence) == (before.detail, before.steps, before.evidence)
    left = now(shipped).findings
    assert found.key not in {each.key for each in left}
    empty = [each.where for each in left if each.finding.rule == "outcome_missing"]
    assert [(where.measure_id, where.months, where.role) for where in empty if where] == [
        (measure_id, months, "outcome")
    ], "what is left for a person to write is told"


def test_years_of_another_era_are_rewritten(shipped: duckdb.DuckDBPyConnection) -> None:
    _enter(shipped, Entry("ประชุม 7 มกราคม 2021\nแจก 2,021 ชุด", note="ปี 2021"))
    found = _finding(shipped, "mixed_eras")
    accept(shipped, CODE, YEAR, found.key, who=DESK)
    entry = entry_of(shipped.cursor(), 1, 6)
    assert entry is not None
    assert (entry.detail, entry.note) == ("ประชุม 7 มกราคม 2564\nแจก 2,021 ชุด", "ปี 2021"), "each finding is one cell"


def test_the_name_of_the_agency_is_spelled_right_and_nothing_else_changes(shipped: duckdb.DuckDBPyConnection) -> None:
    wrong, other = "องค์กรบริหารส่วนตำบล เขาสมิง", "องค์กรบริหารส่วนตำบลแสนตุ้ง"
    _enter(shipped, Entry(f"ประชุมที่{wrong}\nกับ{other}", note=wrong))
    before = {name: kept for name, kept in tables(shipped).items() if name not in {"audit", "data_version"}}
    of_cells = [each for each in now(shipped).findings if each.finding.rule == "agency_misspelled"]
    found = next(each for each in of_cells if each.where and each.where.role == "detail")
    assert len(of_cells) == 2
    accept(shipped, CODE, YEAR, found.key, who=DESK)
    entry = entry_of(shipped.cursor(), 1, 6)
    assert entry is not None
    assert entry.detail == f"ประชุมที่องค์การบริหารส่วนตำบล เขาสมิง\nกับ{other}"
    assert entry.note == wrong, "each finding is one cell"
    assert found.key not in {each.key for each in now(shipped).findings}
    assert rows(shipped, "select distinct deed from audit where change_id = $1", last_change(shipped)) == [
        ("finding_accepted",)
    ]
    undo(shipped, last_change(shipped), reason="ผิดข้อ", who=DESK)
    assert {name: kept for name, kept in tables(shipped).items() if name not in {"audit", "data_version"}} == before


@pytest.mark.parametrize("is_mended", [True, False])
def test_a_decision_is_taken_back_whole_from_the_history(is_mended: bool, shipped: duckdb.DuckDBPyConnection) -> None:
    before = {name: kept for name, kept in tables(shipped).items() if name not in {"audit", "data_version"}}
    accept(shipped, CODE, YEAR, _finding(shipped, "outcome_is_output" if is_mended else "cut_off_text").key, who=DESK)
    assert rows(shipped, "select distinct deed from audit where change_id = $1", last_change(shipped)) == [
        ("finding_accepted",)
    ]
    undo(shipped, last_change(shipped), reason="ผิดข้อ", who=DESK)
    assert {name: kept for name, kept in tables(shipped).items() if name not in {"audit", "data_version"}} == before


def test_a_day_stays_decided_about_when_its_result_is_mended_elsewhere(shipped: duckdb.DuckDBPyConnection) -> None:
    """A mend writes the result anew, and keeps the days that the document stated as evidence."""
    of_second = [each for each in now(shipped).findings if each.measure_no == 2]
    day = next(each for each in of_second if each.finding.rule == "date_outside_round")
    dismiss(shipped, CODE, YEAR, day.key, WHY, who=DESK)
    accept(shipped, CODE, YEAR, next(e.key for e in of_second if e.finding.rule == "outcome_is_output"), who=DESK)
    (left,) = [e for e in now(shipped).findings if e.measure_no == 2 and e.finding.rule == "date_outside_round"]
    assert (left.key, left.choice) == (day.key, "dismissed")


def test_one_may_think_again_and_the_history_keeps_both(shipped: duckdb.DuckDBPyConnection) -> None:
    key = _finding(shipped, "cut_off_text").key
    dismiss(shipped, CODE, YEAR, key, WHY, who=DESK)
    accept(shipped, CODE, YEAR, key, who=DESK)
    assert rows(shipped, "select decision, reason from finding_decision") == [("accepted", "")]
    told = rows(
        shipped, "select new_row->>'decision' from audit where table_name = 'finding_decision' order by audit_id"
    )
    assert told == [("dismissed",), ("accepted",)]


def test_the_same_decision_again_is_no_change(shipped: duckdb.DuckDBPyConnection) -> None:
    key = _finding(shipped, "cut_off_text").key
    dismiss(shipped, CODE, YEAR, key, WHY, who=DESK)
    before = tables(shipped)
    dismiss(shipped, CODE, YEAR, key, f" {WHY} ", who=DESK)
    assert tables(shipped) == before


def test_a_decision_outlives_what_is_typed_beside_it(shipped: duckdb.DuckDBPyConnection) -> None:
    """The row is another one then, typed by a person; the words that the finding quotes stand in the same field."""
    found = _finding(shipped, "output_repeats_title")
    dismiss(shipped, CODE, YEAR, found.key, WHY, who=DESK)
    accept(shipped, CODE, YEAR, _finding(shipped, "outcome_is_output").key, who=DESK)
    assert found.where is not None
    entry = entry_of(shipped.cursor(), found.where.measure_id or 0, 6)
    assert entry is not None
    _enter(shipped, Entry("เขียนใหม่", output=entry.output), found.where.measure_id or 0)
    kept = next(each for each in now(shipped).findings if each.key == found.key)
    assert kept.where is not None
    assert kept.where.is_entered
    assert kept.decision is not None


@pytest.mark.parametrize("reason", ["", " \n\t", "\0", "\u200b"])
def test_a_dismissal_without_a_reason_is_refused(reason: str, shipped: duckdb.DuckDBPyConnection) -> None:
    assert _refused(shipped, _finding(shipped, "cut_off_text").key, reason) == "finding_reason_missing"


def test_a_reason_that_is_too_long_is_refused(shipped: duckdb.DuckDBPyConnection) -> None:
    key = _finding(shipped, "cut_off_text").key
    assert _refused(shipped, key, "ก" * (LONGEST_REASON + 1)) == "finding_reason_long"
    dismiss(shipped, CODE, YEAR, key, "ก" * LONGEST_REASON, who=DESK)


@pytest.mark.parametrize("key", ["", "0" * 16, "'; drop table finding_decision"])
def test_a_finding_that_nobody_finds_is_refused(key: str, shipped: duckdb.DuckDBPyConnection) -> None:
    assert _refused(shipped, key) == "finding_gone"
    assert _refused(shipped, key, WHY) == "finding_gone"


def test_one_that_was_mended_meanwhile_is_refused(shipped: duckdb.DuckDBPyConnection) -> None:
    found = _finding(shipped, "outcome_is_output")
    accept(shipped, CODE, YEAR, found.key, who=DESK)
    assert _refused(shipped, found.key) == "finding_gone"


def test_a_closed_round_is_not_mended(shipped: duckdb.DuckDBPyConnection) -> None:
    found = _finding(shipped, "outcome_is_output")
    set_round(shipped, CODE, 6, "submitted")
    assert _refused(shipped, found.key).startswith("round_")
    dismiss(shipped, CODE, YEAR, found.key, WHY, who=DESK)


@pytest.mark.parametrize(
    ("person", "rule", "is_let"),
    [
        (Person("viewer", "a@b.th"), "cut_off_text", False),
        (Person("officer", "a@b.th", agency_code="demo"), "cut_off_text", False),
        (Person("officer", "a@b.th", agency_code=CODE), "cut_off_text", True),
        (Person("officer", "a@b.th", agency_code=CODE, unit="สำนักปลัด"), "output_repeats_title", True),
        (Person("officer", "a@b.th", agency_code=CODE, unit="กองช่าง"), "output_repeats_title", False),
        (Person("officer", "a@b.th", agency_code=CODE, unit="สำนักปลัด"), "missing_approver", False),
    ],
)
def test_who_may_write_about_it_may_decide(
    person: Person, rule: str, is_let: bool, shipped: duckdb.DuckDBPyConnection
) -> None:
    key = _finding(shipped, rule).key
    if is_let:
        dismiss(shipped, CODE, YEAR, key, WHY, who=person)
        assert rows(shipped, "select distinct who from audit where deed = 'finding_dismissed'") == [(person.email,)]
    else:
        assert _refused(shipped, key, WHY, person).startswith("right_")


def test_every_mend_is_of_a_rule_about_results(shipped: duckdb.DuckDBPyConnection) -> None:
    mended = {each.finding.rule for each in now(shipped).findings if can_be_mended(each)}
    assert mended == {"outcome_is_output"} < {*MENDS}


def _enter(opened: duckdb.DuckDBPyConnection, entry: Entry, measure_id: int = 1) -> None:
    save_entry(opened, measure_id, 6, entry, seen=entry_of(opened.cursor(), measure_id, 6), who=DESK)
