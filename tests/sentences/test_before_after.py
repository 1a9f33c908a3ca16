"""What a change did is told field by field, in words: what differs alone, without numbers of rows."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest

from ita_analysis.sentences.before_after import COLUMNS, Field, fields
from ita_analysis.sql import names
from ita_analysis.texts import say

MEASURE = {"measure_id": 7, "measure_no": 2, "title": "ก", "title_key": "ก", "responsible": None, "ended_on": None}


def _row(table: str, old: dict[str, object] | None, new: dict[str, object] | None) -> SimpleNamespace:
    kept = [None if each is None else json.dumps(each, ensure_ascii=False) for each in (old, new)]
    return SimpleNamespace(table_name=table, old_row=kept[0], new_row=kept[1])


def _told(table: str, old: dict[str, object] | None, new: dict[str, object] | None) -> list[tuple[object, ...]]:
    return [(each.row, each.name, each.before, each.after) for each in fields([_row(table, old, new)], [])]


def test_only_what_differs_is_told() -> None:
    assert _told("measure", MEASURE, {**MEASURE, "title": "ข", "title_key": "ข"}) == [("มาตรการ", "ชื่อ", "ก", "ข")]


def test_numbers_of_rows_are_not_told() -> None:
    assert (
        _told("measure", MEASURE, {**MEASURE, "measure_id": 8, "title_key": "ค", "report_id": 9, "place": "{}"}) == []
    )


def test_dates_are_of_the_buddhist_era_and_missing_is_nothing() -> None:
    told = _told("measure", MEASURE, {**MEASURE, "ended_on": "2021-03-31", "responsible": ""})
    assert told == [("มาตรการ", "ยุติเมื่อ", None, "31 มีนาคม 2564")]


@pytest.mark.parametrize(
    ("table", "row", "name", "words"),
    [
        ("step_progress", {"step_no": 1, "round_months": 6, "state": "not_done"}, "สถานะ", say("step.not_done")),
        ("round", {"round_months": 6, "state": "submitted"}, "สถานะ", say("history.round_state.submitted")),
        ("measure_indicator", {"indicator_no": 8, "basis": "analyst"}, "ที่มา", say("basis.analyst")),
        ("person", {"email": "a@b", "role": "officer"}, "สิทธิ์", say("role.officer")),
        ("person", {"email": "a@b", "is_active": False}, "เข้าใช้ได้", say("export.no")),
        ("weakness_rule_change", {"fiscal_year_be": 2563, "urgent_below": 75.0}, "เร่งด่วนเมื่อต่ำกว่า", "75.00"),
        ("own_survey", {"respondent_count": 0}, "จำนวนผู้ตอบ", "0"),
    ],
)
def test_codes_and_numbers_are_words(table: str, row: dict[str, object], name: str, words: str) -> None:
    assert [each[1:] for each in _told(table, None, row)] == [(name, None, words)]


def test_a_row_without_fields_of_its_own_is_there_or_not() -> None:
    row: dict[str, object] = {"measure_id": 7, "round_months": 9}
    assert _told("measure_round", None, row) == [("รายงานในรอบ 9 เดือน", "", None, say("history.present"))]
    assert _told("measure_round", row, None) == [("รายงานในรอบ 9 เดือน", "", say("history.present"), None)]


def test_what_was_done_to_a_link_is_said_by_the_link_and_why_it_went_by_the_history_of_links() -> None:
    change: dict[str, object] = {"change_id": 1, "measure_id": 7, "indicator_no": 8, "reason": "ไม่เกี่ยว"}
    assert _told("link_change", None, {**change, "action": "added"}) == []
    gone = _told("link_change", None, {**change, "action": "removed"})
    assert gone == [("ตัวชี้วัดที่ 8", "เหตุผล", None, "ไม่เกี่ยว")]


def test_results_are_those_walked_back() -> None:
    added = _row(
        "progress", None, {"progress_id": 3, "measure_id": 7, "round_months": 6, "detail": "ใหม่", "output": "ก"}
    )
    old = {"progress_id": 2, "measure_id": 7, "round_months": 6, "detail": "เดิม", "output": "ก"}
    new = {**old, "progress_id": 3, "detail": "ใหม่"}
    told = fields([added], [("progress", old, new)])
    assert told == [Field("ผลรอบ 6 เดือน", "รายละเอียดการดำเนินงาน", "เดิม", "ใหม่", 7)]


def test_hostile_words_stay_words() -> None:
    text = "<script>{0}</script> **หนา** {title}"
    assert _told("measure", MEASURE, {**MEASURE, "title": text})[0][3] == text
    steps: dict[str, object] = {"step_no": "{0}", "words": text}
    assert _told("measure_step", None, steps) == [("ขั้นตอนที่ {0}", "ข้อความ", None, text)]


def test_every_table_that_the_triggers_watch_is_told() -> None:
    assert set(COLUMNS) == set(names("triggers"))
