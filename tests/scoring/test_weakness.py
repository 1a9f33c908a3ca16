"""How weak an indicator is: every edge of both families, the lowest three, and what holds whatever the scores."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from math import isnan
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_analysis.errors import FrameworkError, ItaError
from ita_analysis.framework import fiscal_years, load
from ita_analysis.scoring import Status, WeaknessRule, lowest, status_of, weakness_rule
from ita_analysis.texts import explain
from tests.framework.folders import FRAMEWORK, copy_to
from tests.scoring import oracle

OLD = tuple(range(2562, 2566))
NEW = tuple(range(2566, 2570))
ORDER = ["urgent", "develop", "good", "strength"]
EDGES = [
    ("0", "urgent", "urgent"),
    ("69.99", "urgent", "urgent"),
    ("70", "urgent", "develop"),
    ("74.99", "urgent", "develop"),
    ("75", "develop", "develop"),
    ("84.99", "develop", "develop"),
    ("85", "good", "good"),
    ("94.99", "good", "good"),
    ("95", "strength", "strength"),
    ("100", "strength", "strength"),
]
TIES = [
    ("69.9949", "urgent", "urgent"),
    ("69.995", "urgent", "develop"),
    ("74.9949", "urgent", "develop"),
    ("74.995", "develop", "develop"),
    ("84.9949", "develop", "develop"),
    ("84.995", "good", "good"),
    ("94.9949", "good", "good"),
    ("94.995", "strength", "strength"),
]
RULES = [weakness_rule(load(2564)), weakness_rule(load(2568))]
hundredths = st.integers(0, 10000).map(lambda n: Decimal(n).scaleb(-2))
thousandths = st.integers(0, 100000).map(lambda n: Decimal(n).scaleb(-3))
few = st.sampled_from([Decimal(70), Decimal("70.00"), Decimal("70.004"), Decimal("69.995"), Decimal(71), Decimal(0)])
missing = st.sampled_from([None, float("nan")])
boards = st.dictionaries(st.integers(1, 12), st.one_of(missing, few, thousandths), max_size=12)
rules = st.lists(hundredths.filter(bool), min_size=3, max_size=3, unique=True).map(
    lambda limits: WeaknessRule(*sorted(limits))
)


def printed(score: Decimal | float | None) -> str | None:
    return None if score is None or isnan(score) else oracle.two_decimals(Fraction(score))


@pytest.mark.parametrize(("score", "old", "new"), EDGES + TIES)
def test_a_status_at_its_edges(score: str, old: Status, new: Status) -> None:
    for years, expected in ((OLD, old), (NEW, new)):
        for year in years:
            rule = weakness_rule(load(year))
            assert status_of(Decimal(score), rule) == status_of(float(score), rule) == expected


def test_both_families_together_are_all_fiscal_years() -> None:
    assert fiscal_years() == OLD + NEW


def test_the_default_rule_has_exact_limits() -> None:
    old, new = RULES
    assert old == WeaknessRule(Decimal(75), Decimal(85), Decimal(95))
    assert new == WeaknessRule(Decimal(70), Decimal(85), Decimal(95))


@pytest.mark.parametrize("score", [None, float("nan"), Decimal("NaN")])
@pytest.mark.parametrize("rule", RULES)
def test_a_missing_score_is_no_data(score: float | None, rule: WeaknessRule) -> None:
    assert status_of(score, rule) == "no_data"


@pytest.mark.parametrize("score", [-0.01, 100.01, float("inf")])
def test_a_score_outside_0_to_100_is_refused(score: float) -> None:
    for call in (lambda: status_of(score, RULES[0]), lambda: lowest({1: 80, 2: score})):
        with pytest.raises(ItaError) as caught:
            call()
        assert caught.value.key == "score_range"
        assert str(score) in explain(caught.value)


def test_a_reader_may_put_another_rule_in_place() -> None:
    rule = WeaknessRule(Decimal("50.5"), Decimal(60), Decimal(100))
    found = [status_of(score, rule) for score in (50.49, 50.5, 60, 99.99, 100)]
    assert found == ["urgent", "develop", "good", "good", "strength"]


@pytest.mark.parametrize(
    "limits",
    [
        ("0", "85", "95"),
        ("-1", "85", "95"),
        ("85", "85", "95"),
        ("86", "85", "95"),
        ("75", "95", "95"),
        ("75", "96", "95"),
        ("75", "85", "100.01"),
        ("NaN", "85", "95"),
        ("75", "sNaN", "95"),
        ("75", "85", "Infinity"),
    ],
)
def test_limits_that_leave_a_status_without_a_score_are_refused(limits: tuple[str, str, str]) -> None:
    with pytest.raises(ItaError) as caught:
        WeaknessRule(*map(Decimal, limits))
    assert caught.value.key == "weakness_limits"
    assert all(limit in explain(caught.value) for limit in limits)


def test_a_year_without_a_rule_is_named(tmp_path: Path) -> None:
    table = copy_to(tmp_path) / "framework" / "weakness_rules.csv"
    lines = (FRAMEWORK / table.name).read_text(encoding="utf-8").splitlines()
    table.write_text("\n".join(line for line in lines if not line.startswith("2566")), encoding="utf-8")
    assert weakness_rule(load(2565, tmp_path)) == RULES[0]
    with pytest.raises(FrameworkError) as caught:
        weakness_rule(load(2566, tmp_path))
    assert caught.value.key == "framework_weakness_unknown"
    assert all(words in explain(caught.value) for words in ("2566", "weakness_rules.csv"))


@pytest.mark.parametrize(
    ("rule", "slow"), [(RULES[0], oracle.weakness_of_old_years), (RULES[1], oracle.weakness_of_new_years)]
)
def test_every_score_of_two_decimals_has_the_status_of_the_oracle(
    rule: WeaknessRule, slow: Callable[[str | None], str]
) -> None:
    for each in range(10001):
        score = Decimal(each).scaleb(-2)
        assert status_of(score, rule) == slow(f"{score:.2f}")


@settings(max_examples=300)
@given(score=st.one_of(missing, thousandths, st.floats(0, 100)))
def test_whatever_the_decimals_the_printed_score_decides(score: Decimal | float | None) -> None:
    text = printed(Decimal(str(score)) if isinstance(score, float) else score)
    assert status_of(score, RULES[0]) == oracle.weakness_of_old_years(text)
    assert status_of(score, RULES[1]) == oracle.weakness_of_new_years(text)


@settings(max_examples=300)
@given(rule=rules, one=thousandths, other=thousandths)
def test_a_higher_score_is_never_weaker(rule: WeaknessRule, one: Decimal, other: Decimal) -> None:
    low, high = sorted((one, other))
    assert ORDER.index(status_of(low, rule)) <= ORDER.index(status_of(high, rule))


@settings(max_examples=100)
@given(rule=rules)
def test_every_rule_gives_every_status_from_its_limit_on(rule: WeaknessRule) -> None:
    floors = (Decimal(0), rule.urgent_below, rule.develop_below, rule.good_below)
    assert [status_of(floor, rule) for floor in floors] == ORDER
    cent = Decimal("0.01")
    assert [status_of(floor - cent, rule) for floor in floors[1:]] == ORDER[:3]


def test_a_status_is_one_of_five() -> None:
    assert get_args(Status) == (*ORDER, "no_data")


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ({}, set()),
        ({1: None, 2: None}, set()),
        ({1: 99, 2: None}, {1}),
        ({1: 99, 2: 98, 3: 97, 4: 100}, {1, 2, 3}),
        ({1: 70, 2: 80, 3: 90, 4: 90, 5: 90, 6: 90.01}, {1, 2, 3, 4, 5}),
        ({1: 70, 2: 80, 3: 90, 4: 90.004, 5: 90.005}, {1, 2, 3, 4}),
        ({1: 70, 2: 70, 3: 70, 4: 70}, {1, 2, 3, 4}),
        ({1: 70, 2: 70, 3: 80, 4: 81}, {1, 2, 3}),
        ({1: 0, 2: None, 3: 50, 4: 60, 5: 70}, {1, 3, 4}),
    ],
)
def test_the_three_lowest(scores: dict[int, float | None], expected: set[int]) -> None:
    assert lowest(scores) == expected


@settings(max_examples=300)
@given(scores=boards, count=st.integers(-1, 14))
def test_the_lowest_are_those_of_a_naive_sort(scores: dict[int, Decimal | float | None], count: int) -> None:
    found = lowest(scores, count)
    known = {no for no, score in scores.items() if printed(score) is not None}
    assert found == oracle.lowest({no: printed(score) for no, score in scores.items()}, max(count, 0))
    assert found <= known
    assert len(found) >= min(max(count, 0), len(known))


@settings(max_examples=200)
@given(data=st.data(), scores=boards)
def test_the_order_of_the_scores_does_not_matter(
    data: st.DataObject, scores: dict[int, Decimal | float | None]
) -> None:
    shuffled = {no: scores[no] for no in data.draw(st.permutations(list(scores)))}
    assert lowest(shuffled) == lowest(scores)
