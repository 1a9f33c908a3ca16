"""Names in a sentence: none, one, two, a few, many."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_analysis.sentences.parts import listed
from ita_analysis.texts import say

names = st.lists(st.sampled_from(["ก", "ข", "ค", "ง", "จ {x}", "ฉ, ช"]), max_size=9)


@pytest.mark.parametrize(("count", "expected"), [(0, ""), (1, "1")])
def test_none_and_one(count: int, expected: str) -> None:
    assert listed([str(n + 1) for n in range(count)]) == expected


def test_two_and_three_are_all_named_and_the_last_one_is_joined_by_a_word() -> None:
    assert listed(["ก", "ข"]) == say("list.and", names="ก", last="ข")
    assert listed(["ก", "ข", "ค"]) == say("list.and", names="ก, ข", last="ค")


@pytest.mark.parametrize("count", [4, 5, 10, 40])
def test_of_many_the_first_three_are_named_and_the_rest_counted(count: int) -> None:
    assert listed([f"ก{n}" for n in range(count)]) == say("list.more", names="ก0, ก1, ก2", count=count - 3)


@given(names)
def test_the_first_three_names_stand_in_their_order_and_no_name_twice(given_names: list[str]) -> None:
    numbered = [f"<{number}:{name}>" for number, name in enumerate(given_names)]
    said = listed(numbered)
    places = [said.find(name) for name in numbered]
    named = [place for place in places if place >= 0]
    assert named == sorted(named)
    assert len(named) == min(len(numbered), 3)
    assert all(said.count(name) <= 1 for name in numbered)


@given(names)
def test_a_tuple_says_the_same_as_a_list(given_names: list[str]) -> None:
    assert listed(tuple(given_names)) == listed(given_names)
