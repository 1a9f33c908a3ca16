"""What the screen of rounds says, for many, one and none."""

from __future__ import annotations

import pandas as pd
import pytest

from ita_analysis.sentences.parts import Headline
from ita_analysis.sentences.rounds import headline, latest_reported
from ita_analysis.texts import say, say_some
from tests.sentences.sound import sound
from tests.sentences.tables import rounds


def _six(**counts: int) -> dict[str, int]:
    return {"round_months": 6, "result_count": 1, **counts}


def _said(shown: pd.DataFrame) -> Headline:
    return sound(headline(shown, latest_reported(shown)))


@pytest.mark.parametrize(
    ("done", "steps", "key"),
    [(6, 6, "all"), (4, 6, "some"), (1, 6, "some"), (0, 6, "none"), (1, 1, "all"), (0, 1, "none")],
)
def test_the_finding_counts_steps_of_the_latest_reported_round(done: int, steps: int, key: str) -> None:
    said = _said(rounds(_six(step_count=steps, done_count=done), {"round_months": 12, "step_count": steps}))
    assert said.words == say(f"rounds.headline.{key}", months=6, done=done, steps=steps)
    assert said.tone == ("strength" if key == "all" else "develop")


def test_steps_of_all_measures_are_added_up() -> None:
    shown = rounds(_six(step_count=3, done_count=2), _six(step_count=2, done_count=1), _six(step_count=1, done_count=1))
    assert _said(shown).words == say("rounds.headline.some", months=6, done=4, steps=6)


def test_a_plan_without_steps_is_said_and_not_called_done() -> None:
    said = _said(rounds(_six()))
    assert (said.words, said.tone) == (say("rounds.headline.no_steps", months=6), "")


@pytest.mark.parametrize(
    "shown", [rounds(), rounds({"round_months": 6, "step_count": 3})], ids=["no-round", "no-result"]
)
def test_no_result_is_said(shown: pd.DataFrame) -> None:
    assert latest_reported(shown) is None
    said = _said(shown)
    assert said.words == say("rounds.headline.no_result")
    assert said.standfirst == say("rounds.standfirst.no_result")
    assert said.tone != "strength"


def test_a_round_that_was_asked_for_and_has_no_result_is_not_called_empty_of_work() -> None:
    shown = rounds(_six(step_count=2, done_count=2), {"round_months": 12, "step_count": 2})
    said = sound(headline(shown, 12))
    assert said.words == say("rounds.headline.round_empty", months=12)
    assert said.tone == "develop"
    assert say("rounds.standfirst.reported", reported=0, total=1) in said.standfirst


def test_a_round_that_was_asked_for_is_the_one_that_is_told() -> None:
    shown = rounds(_six(step_count=2, done_count=2), {"round_months": 12, "step_count": 2, "result_count": 1})
    assert sound(headline(shown, 6)).words == say("rounds.headline.all", months=6, done=2, steps=2)
    assert sound(headline(shown, 12)).words == say("rounds.headline.none", months=12, done=0, steps=2)


def test_the_latest_round_is_the_latest_with_a_result() -> None:
    four = [{"round_months": m, "result_count": int(m in {3, 9})} for m in (3, 6, 9, 12)]
    assert latest_reported(rounds(*four)) == 9


@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize("name", ["not_stated", "outside"])
def test_what_is_left_open_is_counted(name: str, count: int) -> None:
    counts = {"step_count": count} if name == "not_stated" else {"outside_count": count, "evidence_count": count}
    assert say_some(f"rounds.standfirst.{name}", count) in _said(rounds(_six(**counts))).standfirst


def test_nothing_left_open_is_not_mentioned() -> None:
    said = _said(rounds(_six(step_count=1, done_count=1)))
    assert said.standfirst == say("rounds.standfirst.reported", reported=1, total=1)


def test_measures_reported_are_counted_in_that_round_alone() -> None:
    said = _said(rounds(_six(), {"round_months": 6}, {"round_months": 12}))
    assert said.standfirst == say("rounds.standfirst.reported", reported=1, total=2)
