"""What the screen of trends says: up, down, little, not comparable, missing; with a group, with few, with none."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from ita_analysis.framework import changes_between
from ita_analysis.scoring import LEAST_CHANGE, LEAST_OTHERS, years
from ita_analysis.sentences.parts import Headline
from ita_analysis.sentences.trend import (
    Low,
    Standing,
    headline,
    in_words,
    indicators_in_words,
    line_notes,
    moved,
    reasons,
)
from ita_analysis.texts import say, say_count
from tests.sentences.sound import sound

WHAT, GROUP = "คะแนนรวม", "องค์การบริหารส่วนตำบลในจังหวัดตราด"
RISING = {2563: 60.0, 2564: 70.0, 2565: 80.0}


def _said(
    known: dict[int, float],
    places: dict[int, tuple[int, float]] | None = None,
    last: int = 2565,
    low: Low | None = None,
) -> Headline:
    """Return the headline of scores by year; `places` are per cent below and the median, by year."""
    standings = [
        Standing(year, Fraction(percent, 100), Decimal(str(median)), 40)
        for year, (percent, median) in (places or {}).items()
    ]
    return sound(headline(WHAT, years(known, last), standings, GROUP, low))


def test_a_rise_every_year_that_the_group_outran() -> None:
    said = _said(RISING, {2563: (49, 55.0), 2564: (40, 70.0), 2565: (31, 85.0)})
    assert said.words == "คะแนนรวมขึ้นทุกปีตั้งแต่ 2563 จนถึง 80.00 แต่กลุ่มขึ้นเร็วกว่า: ⟦จากสูงกว่า 49% ของกลุ่ม เหลือ 31%⟧"
    assert said.tone == "develop"


@pytest.mark.parametrize("median", [75.0, 74.99, 60.0])
def test_a_group_whose_median_rose_no_more_did_not_rise_faster(median: float) -> None:
    said = _said(RISING, {2563: (49, 55.0), 2565: (31, median)})
    assert say("trend.peers.faster", first="|", before=49, now=31).split("|")[1] not in said.words
    assert said.words.endswith("⟦จากสูงกว่า 49% ของกลุ่มในปี 2563 เหลือ 31%⟧")


def test_over_a_break_nothing_is_said_to_rise_faster() -> None:
    said = _said({2565: 60.0, 2566: 85.0}, {2565: (49, 50.0), 2566: (31, 90.0)}, last=2566)
    assert said.words == "คะแนนรวม ปี 2566 คือ 85.00: ⟦จากสูงกว่า 49% ของกลุ่มในปี 2565 เหลือ 31%⟧"
    assert (
        say("trend.standfirst.incomparable", before=2565, reasons=reasons(changes_between(2565, 2566)))
        in said.standfirst
    )


def test_a_rise_in_the_group_has_the_tone_of_strength() -> None:
    said = _said(RISING, {2563: (31, 55.0), 2565: (49, 60.0)})
    assert said.tone == "strength"
    assert "⟦จากสูงกว่า 31% ของกลุ่มในปี 2563 เป็น 49%⟧" in said.words


@pytest.mark.parametrize(
    ("before", "now", "is_near"), [(40, 40, True), (40, 36, True), (36, 40, True), (40, 35, False)]
)
def test_a_small_shift_is_called_near(before: int, now: int, is_near: bool) -> None:
    said = _said(RISING, {2564: (before, 55.0), 2565: (now, 56.0)})
    near = say("trend.peers.near", first="|", before=before, now=now, since=2564).split("|")[1]
    assert (near in said.words) is is_near
    assert (said.tone == "") is is_near


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ({2564: 70.0, 2565: 80.0}, "คะแนนรวมเพิ่มขึ้น 10.00 จากปี 2564 เป็น 80.00"),
        ({2564: 80.0, 2565: 70.0}, "คะแนนรวมลดลง 10.00 จากปี 2564 เหลือ 70.00"),
        ({2563: 90.0, 2564: 80.0, 2565: 70.0}, "คะแนนรวมลงทุกปีตั้งแต่ 2563 จนถึง 70.00"),
        ({2564: 70.0, 2565: 71.99}, "คะแนนรวม 71.99 เปลี่ยนแปลงน้อยกว่า 2.00 จากปี 2564"),
        ({2563: 70.0, 2565: 80.0}, "คะแนนรวมเพิ่มขึ้น 10.00 จากปี 2563 เป็น 80.00"),
        ({2563: 60.0, 2564: 61.0, 2565: 80.0}, "คะแนนรวมเพิ่มขึ้น 19.00 จากปี 2564 เป็น 80.00"),
        ({2562: 60.0, 2563: 80.0, 2564: 90.0, 2565: 95.0}, "คะแนนรวมขึ้นทุกปีตั้งแต่ 2563 จนถึง 95.00"),
    ],
)
def test_a_movement_is_said_as_it_is(known: dict[int, float], words: str) -> None:
    assert _said(known).words == words


def test_one_year_is_no_trend() -> None:
    said = _said({2565: 80.0}, {2565: (31, 70.0)})
    assert said.words == "คะแนนรวม ปี 2565 คือ 80.00: สูงกว่า 31% ของกลุ่ม"
    assert say("trend.standfirst.one_year") in said.standfirst
    assert say("trend.standfirst.one_year") not in _said(RISING).standfirst


def test_without_scores_it_says_how_to_get_them() -> None:
    said = _said({})
    assert (said.words, said.standfirst) == (say("trend.headline.none"), say("trend.standfirst.none"))


def test_a_missing_last_year_names_the_latest_known() -> None:
    assert _said({2563: 60.0}, last=2565).words == "ไม่มีคะแนนรวมปี 2565 ปีล่าสุดที่มีคือ 2563: 60.00"
    none = sound(headline(WHAT, years({}, 2565, 2564), (), GROUP))
    assert none.words == "ไม่มีคะแนนรวมตั้งแต่ปี 2564 ถึง 2565"
    assert sound(headline(WHAT, years({}, 2565, 2565), (), GROUP)).words == "ไม่มีคะแนนรวมปี 2565"


def test_a_small_group_is_said_to_be_small() -> None:
    said = _said(RISING)
    few = say("trend.standfirst.group_few", group=GROUP, year=2565, least=LEAST_OTHERS)
    assert few in said.standfirst
    assert "%" not in said.words
    shown = _said(RISING, {2565: (31, 60.0)})
    assert say("trend.standfirst.group", group=GROUP, count=40) in shown.standfirst
    assert few not in shown.standfirst


def test_a_group_that_was_too_small_in_the_last_year_gives_no_place() -> None:
    assert "%" not in _said(RISING, {2563: (49, 60.0), 2564: (31, 60.0)}).words


@pytest.mark.parametrize("count", [0, 1, 2])
def test_the_lowest_indicator_is_named(count: int) -> None:
    low = Low(Decimal(85), count, 8, "การปรับปรุงการทำงาน", Decimal("81.80"))
    said = _said(RISING, low=low).standfirst
    assert say_count("trend.standfirst.below", count, limit="85", no=8, name=low.name, score="81.80") in said


def test_the_grade_is_named_where_it_is_known() -> None:
    said = sound(headline(WHAT, years(RISING, 2565), (), GROUP, None, "B"))
    assert said.standfirst.startswith(say("trend.standfirst.grade", grade="B"))
    assert say("trend.standfirst.grade", grade="") not in _said(RISING).standfirst


def test_each_year_says_how_it_moved_or_why_it_cannot_be_said() -> None:
    told = [moved(each) for each in years({2563: 60.0, 2564: 70.0, 2565: 70.5, 2566: 90.0, 2567: 80.0}, 2567)]
    assert told[:3] == ["", "▲ เพิ่มขึ้น 10.00 จากปี 2563", f"เปลี่ยนแปลงน้อยกว่า {LEAST_CHANGE} จากปี 2564"]
    assert told[3].startswith("เทียบกับปี 2565 ไม่ได้ เพราะเกณฑ์ระดับผลเปลี่ยน")
    assert told[4] == "เทียบกับปี 2566 ไม่ได้ เพราะจำนวนข้อเปลี่ยน (IIT 30 เป็น 15, EIT 15 เป็น 9, OIT 43 เป็น 35)"
    assert moved(years({2564: 80.0, 2565: 70.0}, 2565)[1]) == "▼ ลดลง 10.00 จากปี 2564"


def test_the_notes_say_why_a_line_is_broken_or_dashed() -> None:
    found = list(line_notes(years({2561: 90.0, 2562: 60.0, 2563: 61.0, 2564: 70.0, 2566: 80.0}, 2566)))
    assert found == [
        say("trend.break", before=2561, after=2562, reasons=say("trend.change.model")),
        say("trend.dash", before=2562, after=2563, reasons=reasons(changes_between(2562, 2563))),
        say("trend.break", before=2564, after=2566, reasons=reasons(changes_between(2564, 2566))),
    ]
    assert list(line_notes(years(RISING, 2565))) == []


def test_a_missing_score_is_heard_as_missing() -> None:
    assert in_words(WHAT, years({2563: 0.0, 2565: 80.0}, 2565)) == (
        "คะแนนรวม รายปี ปี 2563 0.00, ปี 2564 ไม่มีข้อมูล, ปี 2565 80.00"
    )
    heard = indicators_in_words([(8, "ปรับปรุงงาน", Decimal("81.80")), (1, "ปฏิบัติหน้าที่", None)], 2565)
    assert heard.endswith("8 ปรับปรุงงาน 81.80, 1 ปฏิบัติหน้าที่ ไม่มีข้อมูล")
