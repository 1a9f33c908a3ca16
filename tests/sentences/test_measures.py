"""What the screen of measures says of all and of one, for many, one and none."""

from __future__ import annotations

import pandas as pd
import pytest

from ita_analysis.sentences.measures import headline, of_measure
from ita_analysis.sentences.parts import Headline, listed
from ita_analysis.texts import say, say_count, say_some
from tests.sentences.sound import sound
from tests.sentences.tables import links, measures, rounds

TITLE = "มาตรการตรวจสอบการใช้ดุลพินิจ"


def _six(**counts: int) -> dict[str, int]:
    return {"round_months": 6, "result_count": 1, **counts}


def _said(of: pd.DataFrame, *pairs: tuple[int, int], of_rounds: pd.DataFrame | None = None, found: int = 0) -> Headline:
    shown = rounds() if of_rounds is None else of_rounds
    return sound(headline(of, links(*pairs, weak=[7, 8]), shown, found))


def test_no_measure_is_said_with_what_to_do() -> None:
    said = _said(measures())
    assert said == Headline(say("measures.headline.none"), "", say("measures.none_why"))


@pytest.mark.parametrize("count", [1, 2, 40])
def test_measures_that_answer_nothing_weak_are_said_to_be_unlinked(count: int) -> None:
    said = _said(measures(*[None] * count), (1, 3))
    assert (said.words, said.tone) == (say_some("measures.headline.unlinked", count), "develop")
    assert _said(measures(*[None] * count)).words == said.words, "no link at all is no better"


@pytest.mark.parametrize("count", [1, 2])
def test_all_answer_a_weakness(count: int) -> None:
    said = _said(measures(*[None] * count), *[(no, 7) for no in range(1, count + 1)])
    assert (said.words, said.tone) == (say_some("measures.headline.all", count), "strength")


@pytest.mark.parametrize("aside", [1, 2, 5])
def test_measures_aside_are_named(aside: int) -> None:
    said = _said(measures(*[None] * (aside + 1)), (1, 7), (1, 3), (2, 3))
    names = listed([f"มาตรการที่ {no}" for no in range(2, aside + 2)])
    assert said.words == say_some("measures.headline.aside", aside, total=aside + 1, names=names)
    assert said.tone == "develop"


@pytest.mark.parametrize("owners", [["กองคลัง"], ["กองคลัง", "สำนักปลัด"], ["ก", "ข", "ค", "ง"]])
def test_owners_are_named_once_each(owners: list[str]) -> None:
    said = _said(measures(*owners, *reversed(owners)), (1, 7)).standfirst
    assert said.startswith(say_some("measures.owners", len(owners), names=listed(sorted(owners))))
    assert all(say_some("measures.without_owner", count) not in said for count in (1, 2))


@pytest.mark.parametrize("count", [1, 3])
def test_measures_without_an_owner_are_counted(count: int) -> None:
    said = _said(measures(*[None] * count), (1, 7)).standfirst
    assert said.startswith(say_some("measures.without_owner", count))
    assert say_some("measures.owners", 1, names="") not in said


def test_no_result_in_any_round_is_said() -> None:
    assert say("measures.no_result") in _said(measures(None), of_rounds=rounds({"round_months": 6})).standfirst


def test_progress_is_that_of_the_latest_reported_round() -> None:
    shown = rounds(
        _six(step_count=3, done_count=3), {"round_months": 9, "result_count": 1, "step_count": 3, "done_count": 1},
        {"round_months": 9, "step_count": 2}, {"round_months": 12, "step_count": 5},
    )  # fmt: skip
    assert say("measures.progress", months=9, done=1, steps=5) in _said(measures(None), of_rounds=shown).standfirst


def test_a_plan_without_steps_is_not_counted_as_none_of_none() -> None:
    said = _said(measures(None), of_rounds=rounds(_six())).standfirst
    assert say("measures.progress", months=6, done=0, steps=0) not in said


@pytest.mark.parametrize("found", [0, 1, 12])
def test_findings_are_counted(found: int) -> None:
    assert _said(measures(None), found=found).standfirst.endswith(say_count("measures.doubts", found))


def _one(*states: dict[str, int], found: int = 0, owner: str | None = "กองคลัง") -> Headline:
    return sound(of_measure(TITLE, rounds(*states), found, owner))


@pytest.mark.parametrize(
    ("done", "steps", "tone"), [(2, 2, "strength"), (1, 1, "strength"), (1, 2, "develop"), (0, 2, "develop")]
)
def test_one_measure_counts_its_steps(done: int, steps: int, tone: str) -> None:
    said = _one(_six(step_count=steps, done_count=done), {"round_months": 12, "step_count": steps})
    assert said.words == say("measures.one.steps", title=TITLE, done=done, steps=steps, months=6)
    assert said.tone == tone


@pytest.mark.parametrize("states", [[], [{"round_months": 6, "step_count": 2}]])
def test_one_measure_without_a_result_is_said_to_have_none(states: list[dict[str, int]]) -> None:
    said = _one(*states)
    assert (said.words, said.tone) == (say("measures.one.no_result", title=TITLE), "develop")


def test_one_measure_without_steps_is_not_called_done() -> None:
    said = _one(_six())
    assert (said.words, said.tone) == (say("measures.one.no_steps", title=TITLE, months=6), "")


@pytest.mark.parametrize("found", [0, 1, 3])
@pytest.mark.parametrize("owner", ["กองคลัง", None])
def test_one_measure_says_whose_it_is_and_what_was_found(owner: str | None, found: int) -> None:
    said = _one(_six(step_count=1), found=found, owner=owner).standfirst
    whose = say("measures.owner", name=owner) if owner else say("measures.no_owner")
    assert said == f"{whose} · {say_count('measures.doubts', found)}"
