"""What the screen of the plan says: its measures, what none of them answers, and nothing that is not known."""

from __future__ import annotations

import pandas as pd
import pytest

from ita_analysis.sentences.parts import Headline, listed
from ita_analysis.sentences.planning import answers, finished, headline, saved
from ita_analysis.texts import say, say_some
from tests.sentences.sound import plain, sound
from tests.sentences.tables import board, links, measures, rounds
from tests.store.entered import HOSTILE

GOOD = dict.fromkeys(range(1, 11), 96.0)


def _said(of: pd.DataFrame, weak: dict[int, int] | None = None, scores: dict[int, float] | None = None) -> Headline:
    return sound(headline(of, board(weak, scores), 2564))


@pytest.mark.parametrize(("count", "words"), [(1, "แผนปี 2564 มี 1 มาตรการ"), (12, "แผนปี 2564 มี 12 มาตรการ")])
def test_measures_are_counted(count: int, words: str) -> None:
    assert (_said(measures(*["ก"] * count)).words, _said(measures(*["ก"] * count)).tone) == (words, "")


def test_a_plan_without_a_measure_says_what_to_do() -> None:
    said = _said(measures(), {7: 0})
    assert (said.tone, said.standfirst) == ("develop", say("plan.empty_why"))
    assert "ยังไม่มีมาตรการ" in said.words


@pytest.mark.parametrize("holes", [[8], [7, 8], [1, 2, 3, 4, 5]])
def test_weak_indicators_that_no_measure_answers_are_named(holes: list[int]) -> None:
    said = _said(measures("ก"), dict.fromkeys(holes, 0) | {10: 1}).standfirst
    assert said == say_some("plan.holes", len(holes), names=listed([f"{no} ชื่อสั้นที่ {no}" for no in holes]))


@pytest.mark.parametrize("count", [1, 2])
def test_measures_that_nobody_answers_for_are_counted(count: int) -> None:
    without = say_some("measures.without_owner", count)
    assert _said(measures("ก", *[None] * count), {7: 1}).standfirst == without
    assert _said(measures("ก", *[None] * count), {7: 0}).standfirst.endswith(f" · {without}")


def test_all_weak_indicators_have_a_measure() -> None:
    assert _said(measures("ก"), {7: 1, 8: 2}).standfirst == say("plan.covered")


def test_no_weak_indicator_is_not_said_to_be_covered() -> None:
    assert _said(measures("ก"), scores=GOOD).standfirst == say("plan.none_weak")


@pytest.mark.parametrize("scores", [None, {1: 96.0}, {**GOOD, 10: float("nan")}])
def test_where_weak_indicators_are_not_known_nothing_is_said_to_be_covered(scores: dict[int, float] | None) -> None:
    said = _said(measures("ก"), scores=scores).standfirst
    assert said == say("plan.weak_unknown")
    assert "ไม่มีข้อมูล" in said


@pytest.mark.parametrize("numbers", [[], [3], [3, 7], [1, 2, 3, 4]])
def test_a_measure_names_the_indicators_it_answers(numbers: list[int]) -> None:
    made = links(*[(1, no) for no in numbers]).assign(short_name_th="ชื่อ")
    assert answers(made) == listed([f"{no} ชื่อ" for no in numbers])


def test_what_was_saved_is_named_as_it_was_typed() -> None:
    for title in HOSTILE:
        for is_new in (True, False):
            assert f"“{title.strip()}”" in saved(title, is_new=is_new)
    assert plain(saved("ก", is_new=True)) != plain(saved("ก", is_new=False))


def _round(measure: int, months: int, *, results: int = 1, steps: int = 2, done: int = 2) -> dict[str, int]:
    counts = {"result_count": results, "step_count": steps, "done_count": done}
    return {"measure_id": measure, "round_months": months, **counts}


def test_a_measure_is_finished_by_the_last_round_it_has_a_result_in() -> None:
    shown = rounds(
        _round(1, 6), _round(1, 12, results=0, done=0),
        _round(2, 12, done=1), _round(2, 6),
        _round(3, 12), _round(3, 6, done=0),
        _round(4, 6, steps=0, done=0),
        _round(5, 6, results=0),
    )  # fmt: skip
    assert finished(shown) == {1, 3}
    assert finished(rounds()) == set()
