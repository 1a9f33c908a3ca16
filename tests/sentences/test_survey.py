"""What the screen of own surveys says, in each of its states."""

from __future__ import annotations

import pytest

from ita_analysis.intake.survey import read_survey
from ita_analysis.scoring import Reached
from ita_analysis.sentences.survey import OwnResult, difference, facts, headline, no_criteria, sample_line
from ita_analysis.texts import say
from tests.intake.survey.exports import as_csv, people, table


def test_the_finding_is_the_score_with_its_respondents_and_says_it_is_no_official_one() -> None:
    found = headline("IIT", 2566, OwnResult(42, 87.256, 5, 5, "ก"))
    assert "87.26" in found.words
    assert "42 คน" in found.words
    assert say("survey.not_official") in found.standfirst


def test_a_part_of_the_indicators_is_said_to_be_a_part() -> None:
    found = headline("EIT", 2566, OwnResult(1, None, 2, 3, "ก"))
    assert "2 จาก 3 ตัวชี้วัด" in found.words


def test_nothing_stored_and_no_criteria_are_two_things() -> None:
    assert headline("IIT", 2566, None).words == say("survey.headline.none", tool="IIT", year=2566)
    found = no_criteria("IIT", 2568, (2562, 2566))
    assert "2568" in found.words
    assert "2562" in found.standfirst
    assert "2566" in found.standfirst


@pytest.mark.parametrize(
    ("reached", "words"),
    [
        (Reached(24, 120, 30), "ยังไม่ถึงขั้นต่ำ 30 คน ขาดอีก 6 คน"),
        (Reached(30, 120, 30), "ผู้ตอบ 30 จาก 120 คน ถึงขั้นต่ำ 30 คนแล้ว"),
        (Reached(29, 30, 30), "ยังไม่ถึงขั้นต่ำ 30 คน ขาดอีก 1 คน"),
    ],
)
def test_whether_enough_have_answered(reached: Reached, words: str) -> None:
    assert sample_line(reached) == words


def test_without_a_population_nobody_says_that_it_is_enough() -> None:
    assert "ยังบอกไม่ได้ว่าพอ" in sample_line(Reached(40, None, 30))
    assert "ตอบทุกคน" in sample_line(Reached(20, None, 30))
    assert sample_line(None) == say("survey.sample.no_rule")


@pytest.mark.parametrize(
    ("own", "official", "counts"),
    [
        ({1: 90.0, 2: 80.0, 3: 70.0}, {1: 80.0, 2: 80.001, 3: 75.0, 4: 1.0}, ("สูงกว่าผลทางการปี 2565 1", "ต่ำกว่า 1")),
        ({1: 90.0}, {1: 90.0}, ("2565 0 ตัวชี้วัด", "ต่ำกว่า 0")),
    ],
)
def test_the_difference_is_counted_and_is_no_forecast(
    own: dict[int, float], official: dict[int, float], counts: tuple[str, str]
) -> None:
    said = difference(own, official, 2565)
    assert all(each in said for each in counts)
    assert "ไม่ใช่การพยากรณ์" in said


def test_nothing_to_compare_is_said() -> None:
    for official, year in (({}, None), ({}, 2565), ({6: 1.0}, 2565)):
        assert difference({1: 90.0}, official, year) == say("survey.difference.none")


def test_the_facts_of_a_file() -> None:
    read = read_survey("ก.csv", as_csv(table("EIT", people("EIT", 3), more=("ชื่อ",))), 2564, "EIT")
    shown = list(facts(read, Reached(3, None, 30)))
    assert [each.value for each in shown][:2] == ["3", "30"]
    assert shown[1].is_warning
    assert shown[3].value == "57"
    assert "1" in shown[0].note
    missing = list(facts(read, None))[1]
    assert missing.is_missing
