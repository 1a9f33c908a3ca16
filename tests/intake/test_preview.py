"""What a preview promises beside the words it read: places in words, dates once, a name for the same words."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from ita_analysis.intake.preview import Preview, as_json, fingerprint
from ita_analysis.records import NoneStated, Place, Report
from ita_analysis.thai.dates import StatedDate
from tests.store.invented import NEWS, agency, measure, report, result, small_report


def _json(shown: Report) -> dict[str, object]:
    found: dict[str, object] = json.loads(as_json(Preview("ก.docx", shown, ())))
    return found


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place(), "ทั้งเอกสาร"),
        (Place(line=7), "บรรทัด 7"),
        (Place(table=2, row=3, column="ผลผลิต", line=41), "ตารางที่ 2 แถวที่ 3 คอลัมน์ ผลผลิต บรรทัด 41"),
        (Place(paragraph=5), "ย่อหน้าที่ 5"),
    ],
)
def test_a_place_is_said_from_the_whole_to_the_part(place: Place, words: str) -> None:
    assert str(place) == words


def test_a_date_that_is_named_twice_is_listed_once() -> None:
    day, other = date(2021, 1, 5), date(2021, 1, 6)
    shown = replace(result(), stated_on=tuple(StatedDate(each, "ก") for each in (other, day, other)))
    (found,) = _json(report(progress=[shown]))["progress"]  # type: ignore[misc]
    assert found["stated_on"] == ["2021-01-06", "2021-01-05"]


def test_what_is_missing_is_null_and_not_zero() -> None:
    found = _json(report(months=None, progress=[result()]))
    assert found["round_months"] is None
    assert [weak["score"] for weak in found["weaknesses"]] == [None, None]  # type: ignore[attr-defined]
    (shown,) = found["progress"]  # type: ignore[misc]
    assert shown["period"] == {"start": None, "end": None}


def test_that_there_is_none_of_a_kind_stands_beside_the_weak_points() -> None:
    none = NoneStated("urgent", "จุดอ่อนเร่งด่วน ไม่มี", Place(line=9))
    told = {"kind": "urgent", "quote": none.quote, "where": str(none.place)}
    assert _json(replace(report(), none_stated=(none,)))["none_stated"] == [told]


CHANGED = {
    "agency": small_report(agency(2)),
    "province": small_report(agency(1, "ตราด")),
    "year": small_report(year=2565),
    "round": small_report(months=12, progress=small_report().progress),
    "step": small_report(measures=[measure(steps=("จัดทำแบบคำร้อง",))]),
    "title": small_report(measures=[measure(NEWS)]),
    "detail": small_report(progress=[result(detail="อื่น")]),
    "outcome": small_report(progress=[replace(small_report().progress[0], outcome="อื่น")]),
    "weakness": small_report(weak=(6,)),
    "score": small_report(scores={6: 71.25}),
}


@pytest.mark.parametrize("part", CHANGED)
def test_another_word_is_another_report(part: str) -> None:
    assert fingerprint(CHANGED[part]) != fingerprint(small_report())


def test_every_change_has_a_fingerprint_of_its_own() -> None:
    assert len({fingerprint(shown) for shown in CHANGED.values()}) == len(CHANGED)


def test_words_that_move_to_another_field_are_another_report() -> None:
    told = [
        small_report(progress=[result(detail=a, output=b, outcome=c)])
        for a, b, c in permutations(("หนึ่ง", "สอง", "สาม"))
    ]
    assert len({fingerprint(shown) for shown in told}) == 6


def test_places_and_the_sureness_of_the_reading_are_not_of_the_words() -> None:
    moved = replace(
        small_report(), measures=tuple(replace(x, place=Place(9), confidence="unsure") for x in small_report().measures)
    )
    assert fingerprint(moved) == fingerprint(small_report())
