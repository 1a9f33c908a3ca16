"""What the screen of weak indicators says: with scores, with some, without any; named or not."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd
import pytest

from ita_analysis.scoring import WeaknessRule
from ita_analysis.sentences.parts import Headline, listed
from ita_analysis.sentences.weaknesses import dots_in_words, headline, rule_line
from ita_analysis.texts import say, say_some
from tests.sentences.sound import sound
from tests.sentences.tables import RULE, board, items

HIGH = dict.fromkeys(range(1, 11), 96.0)
O42_O43 = items(("O42", 5.0), ("O43", 5.0))


def _said(
    weak: dict[int, int] | None = None, scores: dict[int, float] | None = None, of: pd.DataFrame = O42_O43
) -> Headline:
    return sound(headline(board(weak, scores), of, 2563))


def _scored(no: int, score: float) -> str:
    return f"{no} ชื่อสั้นที่ {no} ({score:.2f})"


@pytest.mark.parametrize("low", [{7: 50.0}, {7: 74.0, 8: 50.5}, {1: 70.0, 2: 60.0, 3: 50.0, 4: 40.0}])
def test_urgent_indicators_are_named_the_weakest_first(low: dict[int, float]) -> None:
    said = _said(scores=HIGH | low)
    names = listed([_scored(no, score) for no, score in sorted(low.items(), key=lambda each: each[1])])
    assert said.words == say_some("weaknesses.headline.urgent", len(low), names=names)
    assert said.tone == "urgent"


@pytest.mark.parametrize("low", [{7: 80.0}, {7: 84.99, 8: 75.0}])
def test_without_an_urgent_one_those_to_develop_are_named(low: dict[int, float]) -> None:
    said = _said(scores=HIGH | low)
    names = listed([_scored(no, score) for no, score in sorted(low.items(), key=lambda each: each[1])])
    assert (said.words, said.tone) == (say_some("weaknesses.headline.develop", len(low), names=names), "develop")


def test_an_urgent_one_comes_before_those_to_develop() -> None:
    said = _said(scores=HIGH | {7: 80.0, 8: 50.0})
    assert said.words == say_some("weaknesses.headline.urgent", 1, names=_scored(8, 50.0))


def test_scores_that_tie_stand_in_the_order_of_their_numbers() -> None:
    said = _said(scores=HIGH | {9: 50.0, 3: 50.0})
    assert said.words == say_some("weaknesses.headline.urgent", 2, names=listed([_scored(3, 50.0), _scored(9, 50.0)]))


def test_no_low_score_is_said_to_be_none() -> None:
    said = _said(weak={7: 1}, scores=HIGH)
    assert (said.words, said.tone) == (say("weaknesses.headline.none", year=2563), "strength")


def test_a_score_of_zero_is_urgent_and_not_missing() -> None:
    said = _said(scores=HIGH | {5: 0.0})
    assert said.words == say_some("weaknesses.headline.urgent", 1, names=_scored(5, 0.0))
    assert say_some("weaknesses.missing", 1, year=2563) not in said.standfirst


@pytest.mark.parametrize("known", [{1: 50.0}, dict.fromkeys(range(1, 10), 96.0)])
def test_partly_missing_scores_are_counted_and_never_low(known: dict[int, float]) -> None:
    said = _said(scores=known)
    assert say_some("weaknesses.missing", 10 - len(known), year=2563) in said.standfirst
    assert "ชื่อสั้นที่ 10" not in said.words


def test_no_missing_score_is_not_mentioned() -> None:
    said = _said(scores=HIGH)
    assert all(say_some("weaknesses.missing", count, year=2563) not in said.standfirst for count in (0, 1, 10))


def test_the_lowest_are_named_by_their_numbers_the_lowest_first() -> None:
    said = _said(scores=HIGH | {4: 90.0, 9: 80.0, 2: 85.0})
    assert said.standfirst.startswith(say("weaknesses.lowest", names=listed(["9", "2", "4"])))


@pytest.mark.parametrize(
    ("weak", "low", "sides"),
    [
        ({7: 1}, {7: 60.0}, {}),
        ({7: 1}, {7: 60.0, 8: 60.0}, {"not_named": ["8"]}),
        ({7: 1, 9: 0}, {7: 60.0}, {"not_low": ["9"]}),
        ({9: 0}, {7: 60.0, 8: 80.0}, {"not_named": ["7", "8"], "not_low": ["9"]}),
        ({1: 1, 2: 1, 3: 1, 4: 1}, {}, {"not_low": ["1", "2", "3", "4"]}),
    ],
)
def test_where_word_and_score_differ_is_said(
    weak: dict[int, int], low: dict[int, float], sides: dict[str, list[str]]
) -> None:
    said = _said(weak, HIGH | low).standfirst
    for side in ("not_named", "not_low"):
        lead = say(f"weaknesses.difference.{side}", numbers="|").partition("|")[0]
        assert (lead in said) is (side in sides)
        if side in sides:
            assert say(f"weaknesses.difference.{side}", numbers=listed(sides[side])) in said


def test_a_named_one_without_a_score_does_not_differ_from_its_score() -> None:
    scores = {no: 96.0 for no in range(1, 11) if no != 7}
    said = _said({7: 1}, scores).standfirst
    assert say("weaknesses.difference.not_low", numbers="7") not in said


def test_a_report_that_names_none_is_said_to_and_nothing_is_held_against_it() -> None:
    said = _said(scores=HIGH | {8: 60.0}).standfirst
    assert say("weaknesses.difference.none_named") in said
    assert say("weaknesses.difference.not_named", numbers="8") not in said


@pytest.mark.parametrize("weak", [{8: 0}, {7: 1, 8: 0, 10: 2}])
def test_without_scores_the_named_ones_are_the_finding(weak: dict[int, int]) -> None:
    said = _said(weak)
    names = listed([f"{no} ชื่อสั้นที่ {no}" for no in weak])
    assert (said.words, said.tone) == (say_some("weaknesses.headline.named", len(weak), names=names), "develop")
    assert said.standfirst.startswith(say("weaknesses.no_scores", year=2563))


def test_without_scores_and_names_nothing_is_known() -> None:
    said = _said()
    assert (said.words, said.tone) == (say("weaknesses.headline.unknown", year=2563), "")


def test_what_missing_scores_cost_is_said_of_the_plan_alone() -> None:
    assert say("weaknesses.cost", code="O42", worth="5.00") in _said({8: 0}).standfirst
    assert "O43" not in _said({8: 0}).standfirst


@pytest.mark.parametrize("unknown", [items(), items(("O42", None), ("O43", 5.0))])
def test_an_unknown_cost_is_left_out(unknown: pd.DataFrame) -> None:
    assert _said({8: 0}, of=unknown).standfirst == say("weaknesses.no_scores", year=2563)


def test_scores_that_no_rule_judges_are_not_called_good() -> None:
    said = sound(headline(board(scores={1: 10.0}, rule=None), O42_O43, 2563))
    assert said.tone != "strength"
    assert said.words != say("weaknesses.headline.none", year=2563)


def test_the_rule_says_its_limits_as_a_person_writes_them() -> None:
    assert rule_line(RULE) == say("weaknesses.rule", urgent="75", develop="85", good="95")
    other = WeaknessRule(Decimal("70.50"), Decimal("85.00"), Decimal(100))
    assert rule_line(other) == say("weaknesses.rule", urgent="70.5", develop="85", good="100")
    assert rule_line(None) == say("weaknesses.rule_unknown")


@pytest.mark.parametrize(
    ("known", "form", "count"), [(HIGH, "none", 0), (dict.fromkeys(range(1, 10), 1.0), "one", 1), ({}, "many", 10)]
)
def test_the_chart_in_words_says_every_score_and_that_there_is_none(
    known: dict[int, float], form: str, count: int
) -> None:
    title, *rows = dots_in_words(board(scores=known), 2563).split(". ")
    assert title == say(f"weaknesses.chart.{form}", year=2563, total=10, count=count)
    assert len(rows) == 10
    for no, row in enumerate(rows, 1):
        assert row == f"{no} ชื่อสั้นที่ {no}: {f'{known[no]:.2f}' if no in known else say('missing')}"
