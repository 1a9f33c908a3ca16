"""What the screen of coverage says, for many, one and none."""

from __future__ import annotations

import pytest

from ita_analysis.sentences.coverage import headline, in_words
from ita_analysis.sentences.parts import Headline, listed
from ita_analysis.texts import say, say_count, say_some
from tests.sentences.sound import sound
from tests.sentences.tables import board, links, measures


def _said(
    weak: dict[int, int] | None = None, *pairs: tuple[int, int] | tuple[int, int, str], count: int | None = None
) -> Headline:
    shown = measures(*[None] * (max((pair[0] for pair in pairs), default=0) if count is None else count))
    return sound(headline(board(weak), shown, links(*pairs, weak=list(weak or {}))))


@pytest.mark.parametrize("holes", [[8], [7, 8], [1, 2, 3, 4, 5]])
def test_holes_are_named_with_their_numbers(holes: list[int]) -> None:
    said = _said({**dict.fromkeys(holes, 0), 10: 1}, (1, 10))
    names = listed([f"{no} ชื่อสั้นที่ {no}" for no in holes])
    assert said.words == say_some("coverage.headline.hole", len(holes), names=names, total=len(holes) + 1)
    assert said.tone == "develop"


@pytest.mark.parametrize("weak", [{7: 1}, {7: 1, 8: 2}])
def test_no_hole_is_said(weak: dict[int, int]) -> None:
    said = _said(weak, (1, 7))
    assert (said.words, said.tone) == (say_some("coverage.headline.covered", len(weak)), "strength")


def test_without_a_weakness_coverage_is_unknown_and_not_whole() -> None:
    said = _said({}, (1, 3))
    assert (said.words, said.tone) == (say("coverage.headline.unknown"), "")
    assert said.standfirst == say_count("coverage.aside", 1)


def test_without_any_measure_only_the_weaknesses_are_counted() -> None:
    said = _said({7: 0, 8: 0}, count=0)
    assert said.standfirst == say_some("coverage.covered", 2, covered=0)


@pytest.mark.parametrize(("weak", "covered"), [({8: 0}, 0), ({8: 1}, 1), ({7: 1, 8: 0, 10: 3}, 2)])
def test_what_is_covered_is_counted(weak: dict[int, int], covered: int) -> None:
    assert _said(weak).standfirst.startswith(say_some("coverage.covered", len(weak), covered=covered))


@pytest.mark.parametrize(
    ("pairs", "aside"), [([(1, 7), (2, 7)], 0), ([(1, 7), (2, 3)], 1), ([(1, 3), (2, 4)], 2), ([(2, 3), (2, 7)], 1)]
)
def test_measures_beside_the_weaknesses_are_counted(pairs: list[tuple[int, int]], aside: int) -> None:
    assert say_count("coverage.aside", aside) in _said({7: 1}, *pairs, count=2).standfirst.split(" · ")


@pytest.mark.parametrize("guesses", [0, 1, 2])
def test_guessed_links_wait_for_a_word(guesses: int) -> None:
    pairs = [(1, no, "wording" if no <= guesses else "document") for no in (1, 2, 3)]
    parts = _said({1: 1, 2: 1, 3: 1}, *pairs).standfirst.split(" · ")
    told = [say_some("coverage.guessed", count) for count in (1, 2)]
    assert [part for part in parts if part in told] == ([say_some("coverage.guessed", guesses)] if guesses else [])


def test_a_link_that_an_analyst_gave_waits_for_nobody() -> None:
    parts = _said({1: 1}, (1, 1, "analyst")).standfirst.split(" · ")
    assert say_some("coverage.guessed", 1) not in parts


@pytest.mark.parametrize("titles", [[], ["ก"], ["ก", "ข", "ค", "ง", "จ"]])
def test_a_row_in_words_names_every_measure(titles: list[str]) -> None:
    said = in_words("8 การปรับปรุงการทำงาน", titles)
    assert said == say_count("coverage.row", len(titles), indicator="8 การปรับปรุงการทำงาน", names=", ".join(titles))
    assert all(title in said for title in titles)
