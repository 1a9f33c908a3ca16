"""What the executive's screen says, for many, one and none."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from ita_analysis.sentences.executive import (
    Fact,
    facts,
    headline,
    requests,
    standfirst,
    uncovered,
    weak_rows,
)
from ita_analysis.texts import say, say_count, say_some
from tests.sentences.tables import findings, indicators, items, rounds, total

TODAY = date(2021, 4, 15)
O42_O43 = items(("O42", 5.0), ("O43", 5.0))
SIX, TWELVE = {"round_months": 6, "result_count": 1}, {"round_months": 12}


def _facts(
    weak: dict[int, int] | None = None,
    of_rounds: pd.DataFrame | None = None,
    score: float | None = None,
    grade: str | None = None,
    today: date = TODAY,
) -> list[Fact]:
    shown = rounds() if of_rounds is None else of_rounds
    return facts(indicators(weak), shown, total(score), 2563, grade, today)


def test_many_weak_indicators_without_measures_are_all_named() -> None:
    said = headline(indicators({7: 0, 8: 0, 10: 1}))
    assert all(part in said for part in ("2", "3", "ชื่อสั้นที่ 7", "ชื่อสั้นที่ 8"))
    assert "ชื่อสั้นที่ 10" not in said


def test_one_weak_indicator_without_a_measure_is_named_with_its_number() -> None:
    said = headline(indicators({7: 1, 8: 0, 10: 2}))
    assert "8" in said
    assert "ชื่อสั้นที่ 8" in said


@pytest.mark.parametrize(("weak", "count"), [({7: 1}, 1), ({7: 1, 8: 3}, 2)])
def test_no_hole_is_said(weak: dict[int, int], count: int) -> None:
    assert headline(indicators(weak)) == say_some("executive.headline.covered", count)


def test_no_stated_weakness_is_not_called_covered() -> None:
    said = headline(indicators())
    assert said == say("executive.headline.unknown")
    assert said != say_some("executive.headline.covered", 2)


def test_no_indicator_at_all_is_as_no_stated_weakness() -> None:
    assert headline(indicators().iloc[:0]) == say("executive.headline.unknown")


@pytest.mark.parametrize(
    ("weak", "count", "covered"), [({}, 0, 0), ({8: 0}, 1, 0), ({8: 1}, 1, 1), ({7: 1, 8: 0, 10: 4}, 3, 2)]
)
def test_the_second_fact_counts_what_is_covered(weak: dict[int, int], count: int, covered: int) -> None:
    said = standfirst(indicators(weak), O42_O43)
    assert said.startswith(say_count("executive.standfirst.weak", count, covered=covered))


def test_the_worth_of_plan_and_report_is_added_up_and_named() -> None:
    said = standfirst(indicators({8: 0}), O42_O43)
    assert all(part in said for part in ("O42", "O43", "10.00"))


@pytest.mark.parametrize("unknown", [items(), items(("O42", None), ("O43", None))])
def test_an_unknown_worth_is_left_out_and_is_not_zero(unknown: pd.DataFrame) -> None:
    said = standfirst(indicators({8: 0}), unknown)
    assert said == say_count("executive.standfirst.weak", 1, covered=0)


def test_a_missing_score_is_said_and_no_number() -> None:
    fact = _facts()[0]
    assert (fact.value, fact.unit, fact.is_missing) == (say("missing"), "", True)
    assert "2563" in fact.label


def test_a_score_has_two_decimals_and_its_level() -> None:
    fact = _facts(score=80.5, grade="B")[0]
    assert (fact.value, fact.is_missing) == ("80.50", False)
    assert fact.note == say("executive.fact.grade", grade="B")


@pytest.mark.parametrize("score", [0.0, 100.0])
def test_a_score_of_zero_is_a_score(score: float) -> None:
    fact = _facts(score=score)[0]
    assert (fact.value, fact.is_missing, fact.note) == (f"{score:.2f}", False, "")


@pytest.mark.parametrize(
    ("weak", "value", "holes"), [({7: 1, 8: 0, 10: 0}, "1", "8, 10"), ({8: 0}, "0", "8"), ({7: 1, 8: 2}, "2", "")]
)
def test_coverage_names_what_is_missing(weak: dict[int, int], value: str, holes: str) -> None:
    fact = _facts(weak)[1]
    assert fact.value == value
    assert fact.is_warning is bool(holes)
    assert holes in fact.note
    assert str(len(weak)) in fact.unit


def test_coverage_of_nothing_is_missing_and_not_zero() -> None:
    fact = _facts()[1]
    assert (fact.value, fact.is_missing, fact.is_warning) == (say("missing"), True, False)


@pytest.mark.parametrize(("outside", "form"), [(0, "none"), (1, "one"), (2, "many")])
def test_a_reported_round_counts_dates_outside_it(outside: int, form: str) -> None:
    shown = rounds({**SIX, "outside_count": outside}, {"round_months": 6})
    fact = _facts(of_rounds=shown)[2]
    assert (fact.value, fact.is_warning) == ("1", outside > 0)
    assert fact.note == say(f"executive.fact.outside.{form}", count=outside)
    assert "2" in fact.unit


@pytest.mark.parametrize(
    ("today", "overdue"), [(date(2021, 9, 29), False), (date(2021, 9, 30), False), (date(2021, 10, 1), True)]
)
def test_a_round_without_results_is_late_only_after_its_last_day(today: date, overdue: bool) -> None:
    fact = _facts(of_rounds=rounds(SIX, TWELVE), today=today)[3]
    assert (fact.is_missing, fact.is_warning) == (True, overdue)
    assert fact.value == say("executive.fact.no_result")
    assert "30 กันยายน 2564" in fact.note


def test_without_rounds_there_are_two_facts() -> None:
    assert len(_facts({8: 0})) == 2


def test_the_latest_reported_round_and_the_next_one_are_shown() -> None:
    four = [{"round_months": m, "result_count": int(m < 9)} for m in (3, 6, 9, 12)]
    labels = [fact.label for fact in _facts(of_rounds=rounds(*four))][2:]
    assert [[m for m in (3, 6, 9, 12) if str(m) in label] for label in labels] == [[6], [9]]


@pytest.mark.parametrize(("weak", "numbers"), [({8: 0}, "8"), ({7: 0, 8: 0, 10: 1}, "7, 8")])
def test_holes_are_asked_to_be_filled(weak: dict[int, int], numbers: str) -> None:
    (asked,) = requests(indicators(weak), rounds(), findings(), TODAY)
    assert asked.title == say("executive.request.measure.title", numbers=numbers)
    assert asked.why == say_some("executive.request.measure.why", len(numbers.split(", ")))
    assert asked.page == "bring-in"


@pytest.mark.parametrize("count", [1, 3])
def test_findings_are_asked_to_be_mended(count: int) -> None:
    (asked,) = requests(indicators({8: 1}), rounds(), findings(*["date_outside_round"] * count), TODAY)
    assert asked.title == say_some("executive.request.findings.title", count)
    assert asked.why == say_some("executive.request.findings.dates", count)


def test_a_missing_approver_is_named_among_the_findings() -> None:
    (asked,) = requests(indicators({8: 1}), rounds(), findings("missing_approver", "date_outside_round"), TODAY)
    assert say("executive.request.findings.approver") in asked.why
    (asked,) = requests(indicators({8: 1}), rounds(), findings("cut_off_text"), TODAY)
    assert asked.why == ""


@pytest.mark.parametrize(
    ("today", "asked"), [(date(2021, 3, 31), []), (date(2021, 4, 1), [6]), (date(2022, 1, 1), [6, 12])]
)
def test_results_are_asked_for_when_a_round_is_over(today: date, asked: list[int]) -> None:
    found = list(requests(indicators({8: 1}), rounds({"round_months": 6}, TWELVE), findings(), today))
    assert [each.title for each in found] == [say("executive.request.round.title", months=m) for m in asked]


def test_a_round_that_one_measure_reported_is_not_asked_for_as_a_whole() -> None:
    shown = rounds(SIX, {"round_months": 6})
    assert list(requests(indicators({8: 1}), shown, findings(), date(2022, 1, 1))) == []


def test_nothing_to_ask_for_is_nothing() -> None:
    assert list(requests(indicators({8: 1}), rounds(SIX), findings(), TODAY)) == []


def test_weak_and_uncovered_are_those_the_report_names() -> None:
    shown = indicators({7: 1, 8: 0}, scores={1: 10.0})
    assert list(weak_rows(shown)["indicator_no"]) == [7, 8], "a low score alone is not what the report says"
    assert list(uncovered(shown)["indicator_no"]) == [8]
