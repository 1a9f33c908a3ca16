"""What the executive's screen says, for many, one and none."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from ita_analysis.records import Finding
from ita_analysis.scoring import LEAST_CHANGE
from ita_analysis.sentences import late_results
from ita_analysis.sentences.executive import LastResult, WayUp, facts, headline, requests, unanswered
from ita_analysis.sentences.parts import Fact, Headline, Request, listed
from ita_analysis.texts import say, say_count, say_some
from tests.sentences.sound import sound
from tests.sentences.tables import board, findings, items, measures, rounds, total

TODAY = date(2021, 4, 15)
O42_O43 = items(("O42", 5.0), ("O43", 5.0))
LAST = LastResult(2563)
UP = WayUp("ทำเอกสาร", "เพราะ", Fact("ทางสั้นที่สุด", "3", number="way"))
SIX, TWELVE = {"round_months": 6, "result_count": 1}, {"round_months": 12}


def _facts(
    weak: dict[int, int] | None = None,
    of_rounds: pd.DataFrame | None = None,
    score: float | None = None,
    grade: str | None = None,
    today: date = TODAY,
) -> list[Fact]:
    shown = rounds() if of_rounds is None else of_rounds
    return facts(board(weak), shown, LastResult(2563, score, grade), today)


def _asked(
    indicators: pd.DataFrame,
    of_rounds: pd.DataFrame,
    found: list[Finding],
    today: date,
    up: WayUp | None = None,
    *,
    has_report: bool = True,
) -> list[Request]:
    late = late_results.requests(of_rounds, measures("กองช่าง", "กองคลัง"), today)
    return list(requests(indicators, late, found, up, has_report=has_report))


def _said(weak: dict[int, int] | None = None, of_items: pd.DataFrame = O42_O43) -> Headline:
    return sound(headline(board(weak), of_items, LAST))


@pytest.mark.parametrize("holes", [(7, 8), (1, 2, 3), (1, 2, 3, 4)])
def test_many_weak_indicators_without_measures_are_named(holes: tuple[int, ...]) -> None:
    said = _said({**dict.fromkeys(holes, 0), 10: 1})
    names = listed([f"ชื่อสั้นที่ {no}" for no in holes])
    about = {"no": holes[0], "name": "", "names": names, "total": len(holes) + 1}
    assert said.words == say_some("executive.headline.hole", len(holes), **about)
    assert said.tone == "develop"
    assert "ชื่อสั้นที่ 10" not in said.words


def test_one_weak_indicator_without_a_measure_is_named_with_its_number() -> None:
    said = _said({7: 1, 8: 0, 10: 2})
    about = {"no": 8, "name": "ชื่อสั้นที่ 8", "names": "", "total": 3}
    assert (said.words, said.tone) == (say_some("executive.headline.hole", 1, **about), "develop")


@pytest.mark.parametrize(("weak", "count"), [({7: 1}, 1), ({7: 1, 8: 3}, 2)])
def test_no_hole_is_said(weak: dict[int, int], count: int) -> None:
    said = _said(weak)
    assert (said.words, said.tone) == (say_some("executive.headline.covered", count), "strength")


def test_no_weakness_is_not_called_covered() -> None:
    said = _said()
    assert (said.words, said.tone) == (say("executive.headline.unknown"), "")


def test_no_indicator_at_all_is_as_no_weakness() -> None:
    assert sound(headline(board().iloc[:0], O42_O43, LAST)) == _said()


def test_a_low_score_is_a_weakness_that_nobody_has_to_name() -> None:
    said = sound(headline(board(weak={7: 1}, scores={3: 10.0, 7: 99.0}), O42_O43, LAST))
    about = {"no": 3, "name": "ชื่อสั้นที่ 3", "names": "", "total": 2}
    assert said.words == say_some("executive.headline.hole", 1, **about)


@pytest.mark.parametrize(
    ("weak", "count", "covered"), [({}, 0, 0), ({8: 0}, 1, 0), ({8: 1}, 1, 1), ({7: 1, 8: 0, 10: 4}, 3, 2)]
)
def test_the_second_fact_counts_what_is_covered(weak: dict[int, int], count: int, covered: int) -> None:
    said = _said(weak).standfirst
    assert said.startswith(say_count("executive.standfirst.weak", count, covered=covered))


def test_the_worth_of_plan_and_report_is_added_up_and_named() -> None:
    said = _said({8: 0}).standfirst
    assert said.endswith(say("executive.standfirst.worth", codes=listed(["O42", "O43"]), worth="10.00"))


def test_the_worth_of_one_alone_is_that_of_the_one() -> None:
    said = _said({8: 0}, items(("O42", 5.0), ("O43", None))).standfirst
    assert said.endswith(say("executive.standfirst.worth", codes="O42", worth="5.00"))


@pytest.mark.parametrize("unknown", [items(), items(("O42", None), ("O43", None))])
def test_an_unknown_worth_is_left_out_and_is_not_zero(unknown: pd.DataFrame) -> None:
    assert _said({8: 0}, unknown).standfirst == say_count("executive.standfirst.weak", 1, covered=0)


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
    ("weak", "value", "holes"),
    [
        ({7: 1, 8: 0, 10: 0}, "1", ["8", "10"]),
        ({8: 0}, "0", ["8"]),
        ({7: 1, 8: 2}, "2", []),
        (dict.fromkeys(range(1, 6), 0), "0", ["1", "2", "3", "4", "5"]),
    ],
)
def test_coverage_names_what_is_missing(weak: dict[int, int], value: str, holes: list[str]) -> None:
    fact = _facts(weak)[1]
    assert (fact.value, fact.is_warning, fact.is_missing) == (value, bool(holes), False)
    none = say("executive.fact.no_hole")
    assert fact.note == (say("executive.fact.holes", names=listed(holes)) if holes else none)
    assert fact.unit == say("executive.fact.of_indicators", total=len(weak))


def test_coverage_of_nothing_is_missing_and_not_zero() -> None:
    fact = _facts()[1]
    assert (fact.value, fact.is_missing, fact.is_warning) == (say("missing"), True, False)
    assert (fact.unit, fact.note) == ("", say("executive.fact.no_weak"))


def test_a_single_day_and_a_single_measure_are_said() -> None:
    fact = _facts(of_rounds=rounds(SIX))[2]
    assert (fact.value, fact.unit) == ("1", say("executive.fact.of_measures", total=1))


def test_every_fact_points_to_its_own_account() -> None:
    numbers = [fact.number for fact in _facts({8: 0}, rounds(SIX, TWELVE))]
    assert numbers == ["score", "coverage", "round-6", "round-12"]


@pytest.mark.parametrize(("outside", "form"), [(0, "none"), (1, "one"), (2, "many")])
def test_a_reported_round_counts_dates_outside_it(outside: int, form: str) -> None:
    shown = rounds({**SIX, "outside_count": outside}, SIX)
    fact = _facts(of_rounds=shown)[2]
    assert (fact.value, fact.is_warning, fact.status) == ("2", outside > 0, "develop")
    assert fact.note == say(f"executive.fact.outside.{form}", count=outside)
    assert "2" in fact.unit


@pytest.mark.parametrize(
    ("today", "overdue"), [(date(2021, 9, 29), False), (date(2021, 9, 30), False), (date(2021, 10, 1), True)]
)
def test_a_round_without_results_is_late_only_after_its_last_day(today: date, overdue: bool) -> None:
    fact = _facts(of_rounds=rounds(SIX, TWELVE), today=today)[3]
    assert (fact.is_missing, fact.is_warning) == (True, overdue)
    assert fact.status == "overdue", "as in the rows of the same screen"
    assert fact.value == say("executive.fact.no_result" if overdue else "executive.fact.not_due")
    assert fact.note == say("executive.fact.ended" if overdue else "executive.fact.ends", date="30 กันยายน 2564")


@pytest.mark.parametrize(("today", "lacks"), [(date(2021, 3, 31), 0), (date(2021, 4, 1), 2)])
def test_a_round_that_has_ended_says_what_it_lacks(today: date, lacks: int) -> None:
    fact = _facts(of_rounds=rounds(SIX, {"round_months": 6}, {"round_months": 6}), today=today)[2]
    none_outside = say("executive.fact.outside.none")
    assert (fact.value, fact.is_warning, fact.status) == ("1", bool(lacks), "overdue" if lacks else "develop")
    assert fact.note == (say_some("executive.fact.lacks", lacks) if lacks else none_outside)


def test_what_a_round_lacks_and_dates_outside_it_are_both_said() -> None:
    fact = _facts(of_rounds=rounds({**SIX, "outside_count": 1}, {"round_months": 6}))[2]
    assert fact.note == f"{say_some('executive.fact.lacks', 1)} · {say('executive.fact.outside.one')}"


def test_without_rounds_there_are_two_facts() -> None:
    assert len(_facts({8: 0})) == 2


def test_a_chosen_round_is_the_first_that_is_shown() -> None:
    """The slides of six months count those results, whatever was reported since."""
    both = rounds(SIX, {**TWELVE, "result_count": 1})
    shown = facts(board({8: 0}), both, LastResult(2563, None, None), TODAY, months=6)[2:]
    assert [fact.number for fact in shown] == ["round-6", "round-12"]


def test_the_latest_reported_round_and_the_next_one_are_shown() -> None:
    four = [{"round_months": m, "result_count": int(m < 9)} for m in (3, 6, 9, 12)]
    labels = [fact.label for fact in _facts(of_rounds=rounds(*four))][2:]
    assert [[m for m in (3, 6, 9, 12) if str(m) in label] for label in labels] == [[6], [9]]


@pytest.mark.parametrize("holes", [[8], [7, 8], [1, 2, 3, 4, 5]])
def test_holes_are_asked_to_be_filled(holes: list[int]) -> None:
    (asked,) = _asked(board({**dict.fromkeys(holes, 0), 10: 1}), rounds(), findings(), TODAY)
    assert asked.title == say("executive.request.measure.title", numbers=listed([str(no) for no in holes]))
    assert asked.why == say_some("executive.request.measure.why", len(holes))
    assert asked.page == "coverage"
    assert dict(asked.filters) == ({"indicator": "8"} if holes == [8] else {})


@pytest.mark.parametrize("count", [1, 3])
def test_findings_are_asked_to_be_mended(count: int) -> None:
    (asked,) = _asked(board({8: 1}), rounds(), findings(*["date_outside_round"] * count), TODAY)
    assert asked.title == say_some("executive.request.findings.title", count)
    assert asked.why == say_some("executive.request.findings.dates", count)


def test_a_missing_approver_is_named_among_the_findings() -> None:
    (asked,) = _asked(board({8: 1}), rounds(), findings("missing_approver", "date_outside_round"), TODAY)
    assert say("executive.request.findings.approver") in asked.why
    (asked,) = _asked(board({8: 1}), rounds(), findings("cut_off_text"), TODAY)
    assert asked.why == ""


@pytest.mark.parametrize(
    ("today", "asked"), [(date(2021, 3, 31), []), (date(2021, 4, 1), [6]), (date(2022, 1, 1), [6, 12])]
)
def test_results_are_asked_for_when_a_round_is_over(today: date, asked: list[int]) -> None:
    found = _asked(board({8: 1}), rounds({"round_months": 6}, TWELVE), findings(), today)
    assert [each.title for each in found] == [say("executive.request.round.title", months=m) for m in asked]


def test_a_round_that_one_measure_reported_is_asked_for_what_it_lacks_and_not_as_a_whole() -> None:
    shown = rounds(SIX, {"round_months": 6})
    (asked,) = _asked(board({8: 1}), shown, findings(), date(2022, 1, 1))
    assert asked.title == say("executive.request.lacking.title", months="6")
    assert asked.why == f"{say_some('executive.request.lacking.why', 1, total=2)} · กองคลัง"
    assert (asked.page, asked.filters) == ("entry", (("round", "6"),))


def test_nothing_to_ask_for_is_nothing() -> None:
    assert _asked(board({8: 1}), rounds(SIX), findings(), TODAY) == []


def test_all_that_is_open_is_asked_for_in_the_order_of_its_weight() -> None:
    asked = _asked(board({8: 0}), rounds({"round_months": 6}), findings("cut_off_text"), TODAY)
    assert [each.page for each in asked] == ["coverage", "entry", "completeness"]


def test_without_a_total_what_cannot_be_answered_is_said() -> None:
    first, urgent, last = unanswered(total(), O42_O43)
    assert (first, last) == (say("executive.unanswered.grade"), say("executive.unanswered.next"))
    assert urgent == say("executive.unanswered.urgent", code="O42", worth="5.00")


@pytest.mark.parametrize("unknown", [items(), items(("O42", None), ("O43", 5.0))])
def test_an_item_of_unknown_worth_is_not_among_what_cannot_be_answered(unknown: pd.DataFrame) -> None:
    assert unanswered(total(), unknown) == [say("executive.unanswered.grade"), say("executive.unanswered.next")]


@pytest.mark.parametrize("score", [0.0, 80.5])
def test_with_a_total_nothing_is_left_unanswered(score: float) -> None:
    assert unanswered(total(score), O42_O43) == []


def test_a_full_result_with_nothing_weak_is_said_and_needs_no_measure() -> None:
    full = board(scores=dict.fromkeys(range(1, 11), 91.0))
    assert sound(headline(full, O42_O43, LAST)).words == say("executive.headline.no_weak", year=2563)
    coverage = facts(full, rounds(), LastResult(2563, 91.0, "A"), TODAY)[1]
    assert (coverage.value, coverage.is_missing, coverage.is_warning) == (say("executive.fact.none_weak"), False, False)


def test_one_missing_score_leaves_it_open() -> None:
    partly = board(scores=dict.fromkeys(range(1, 10), 91.0))
    assert sound(headline(partly, O42_O43, LAST)).words == say("executive.headline.unknown")


def test_where_coverage_cannot_be_told_the_score_leads() -> None:
    said = sound(headline(board(), O42_O43, LastResult(2563, 74.034, "C")))
    assert said.words == say("executive.headline.score", year=2563, total="74.03", grade="C")
    alone = sound(headline(board(), O42_O43, LastResult(2563, 74.0)))
    assert alone.words == say("executive.headline.score_alone", year=2563, total="74.00")


def test_the_score_does_not_lead_where_something_can_be_said_of_coverage() -> None:
    said = sound(headline(board({8: 0}), O42_O43, LastResult(2563, 74.0, "C")))
    assert said.words == _said({8: 0}).words


@pytest.mark.parametrize(
    ("before", "key", "points"),
    [(78.49, "up", "2.01"), (78.5, "up", "2.00"), (82.5, "down", "2.00"), (90.0, "down", "9.50")],
)
def test_a_change_is_said_from_the_least_one_on(before: float, key: str, points: str) -> None:
    fact = facts(board(), rounds(), LastResult(2563, 80.5, "B", before), TODAY)[0]
    grade = say("executive.fact.grade", grade="B")
    assert fact.note == f"{grade} · {say(f'executive.change.{key}', year=2562, points=points)}"


@pytest.mark.parametrize("before", [78.51, 80.5, 82.49])
def test_a_smaller_change_is_called_little_and_has_no_direction(before: float) -> None:
    fact = facts(board(), rounds(), LastResult(2563, 80.5, None, before), TODAY)[0]
    assert fact.note == say("executive.change.little", year=2562, least=f"{LEAST_CHANGE:g}")


def test_totals_under_other_levels_are_not_compared() -> None:
    fact = facts(board(), rounds(), LastResult(2566, 90.0, "ผ่านดี", 60.0, is_same_rules=False), TODAY)[0]
    assert fact.note.endswith(say("executive.change.other_rules", year=2565))
    assert "30" not in fact.note


def test_the_way_up_is_a_fact_where_there_is_room_for_a_fourth() -> None:
    assert facts(board({8: 0}), rounds(SIX), LAST, TODAY, UP)[-1] == UP.fact
    assert UP.fact not in facts(board({8: 0}), rounds(SIX, TWELVE), LAST, TODAY, UP)


def test_the_way_up_is_asked_for_after_the_holes_and_leads_to_its_page() -> None:
    asked = _asked(board({8: 0}), rounds(), findings("cut_off_text"), TODAY, UP)
    assert [(each.page, each.title) for each in asked][1] == ("way", UP.title)
    assert [each.page for each in asked] == ["coverage", "way", "completeness"]


def test_without_a_report_the_report_is_asked_for_first() -> None:
    asked = _asked(board(scores={3: 10.0}), rounds(), findings(), TODAY, UP, has_report=False)
    assert [each.page for each in asked] == ["bring-in", "coverage", "way"]
    assert asked[0].title == say("executive.request.report.title")
