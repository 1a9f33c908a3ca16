"""How many have to answer: the table's cases, and what holds whatever the number of people."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_analysis.errors import ItaError
from ita_analysis.framework import Sample, load
from ita_analysis.scoring import minimum, reached

RULES = [rule for year in range(2562, 2569) for rule in load(year).samples]
people = st.integers(0, 10**7)
rules = st.sampled_from(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.instrument}-{rule.row}")
@pytest.mark.parametrize(
    ("population", "fewest"),
    [
        (0, 0), (1, 1), (29, 29), (30, 30), (31, 30), (299, 30), (300, 30), (301, 31), (310, 31), (311, 32),
        (1000, 100), (1001, 101), (3999, 400), (4000, 400), (4001, 400), (10**6, 400),
    ],
)  # fmt: skip
def test_the_fewest_of_so_many(rule: Sample, population: int, fewest: int) -> None:
    assert minimum(population, rule) == fewest


def test_every_surveyed_year_has_a_rule_for_both_and_fy2569_none() -> None:
    for year in range(2562, 2569):
        assert {rule.instrument for rule in load(year).samples} == {"IIT", "EIT"}
    assert load(2569).sample("IIT") is None


def test_only_the_rule_of_eit_in_fy2564_is_more_than_unsure() -> None:
    likely = [(year, rule.instrument) for year in range(2562, 2569) for rule in load(year).samples
              if rule.confidence != "unsure"]  # fmt: skip
    assert likely == [(2564, "EIT")]


@given(people, rules)
def test_never_more_than_there_are_and_never_less_than_the_rule(population: int, rule: Sample) -> None:
    fewest = minimum(population, rule)
    assert fewest <= population
    assert fewest >= min(population, rule.at_least)
    if population <= rule.most_by_percent:
        assert fewest * 100 >= rule.percent * population or fewest == population


@given(people, people, rules)
def test_more_people_never_need_fewer(one: int, other: int, rule: Sample) -> None:
    low, high = sorted((one, other))
    assert minimum(low, rule) <= minimum(high, rule)


@given(people, rules, st.data())
def test_what_is_missing_is_what_would_reach_it(population: int, rule: Sample, data: st.DataObject) -> None:
    count = data.draw(st.integers(0, population))
    found = reached(count, population, rule)
    assert found.missing >= 0
    assert (found.missing == 0) == (count >= found.minimum)
    assert reached(count + found.missing, population, rule).missing == 0


def test_without_a_population_the_smallest_sample_is_asked_for() -> None:
    (rule, *_) = RULES
    assert (reached(29, None, rule).minimum, reached(29, None, rule).missing) == (30, 1)
    assert reached(31, None, rule).missing == 0


def test_more_answers_than_people_and_fewer_than_none_are_refused() -> None:
    (rule, *_) = RULES
    with pytest.raises(ItaError) as more:
        reached(11, 10, rule)
    assert more.value.key == "survey_more_than_all"
    with pytest.raises(ItaError):
        minimum(-1, rule)
