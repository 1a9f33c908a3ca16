"""The rule against a second implementation, and what holds of it whatever the scores."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_analysis.framework import load
from ita_analysis.scoring import grade, score_of_items, total_of_indicators, total_of_instruments
from tests.scoring import oracle

YEARS = [2563, 2566, 2568]
CODES = {year: oracle.item_codes(year) for year in YEARS}
hundredths = st.integers(0, 10000).map(lambda n: Decimal(n).scaleb(-2))
steps = st.sampled_from([Decimal(0), Decimal(100)])


def scores_of(year: int) -> st.SearchStrategy[dict[str, Decimal]]:
    return st.fixed_dictionaries({code: steps if code[0] == "O" else hundredths for code in CODES[year]})


@pytest.mark.parametrize("year", YEARS)
@settings(max_examples=60)
@given(data=st.data())
def test_the_rule_agrees_with_the_oracle_on_every_level(year: int, data: st.DataObject) -> None:
    items = data.draw(scores_of(year))
    plain = {code: str(score) for code, score in items.items()}
    scores = score_of_items(items, load(year))
    assert str(scores.total) == oracle.two_decimals(oracle.total(year, plain))
    for no, score in scores.indicators.items():
        assert str(score) == oracle.two_decimals(oracle.indicator(str(no), year, plain))


@pytest.mark.parametrize("year", YEARS)
@settings(max_examples=60)
@given(data=st.data())
def test_floats_and_decimals_of_the_same_print_give_the_same(year: int, data: st.DataObject) -> None:
    items = data.draw(scores_of(year))
    assert score_of_items({code: float(score) for code, score in items.items()}, load(year)) == score_of_items(
        items, load(year)
    )


@pytest.mark.parametrize("year", YEARS)
@settings(max_examples=60)
@given(data=st.data())
def test_totals_are_bounded_and_rise_with_each_item(year: int, data: st.DataObject) -> None:
    items = data.draw(scores_of(year))
    code = data.draw(st.sampled_from(CODES[year]))
    more = items | {code: data.draw(hundredths.filter(lambda score: score >= items[code]))}
    low, high = score_of_items(items, load(year)), score_of_items(more, load(year))
    assert low.total is not None
    assert high.total is not None
    assert 0 <= low.total <= high.total <= 100
    lowest, highest = min(items.values()), max(items.values())
    assert all(lowest <= score <= highest for score in low.indicators.values() if score is not None)


@pytest.mark.parametrize("year", YEARS)
@settings(max_examples=40)
@given(data=st.data())
def test_the_order_of_the_scores_does_not_matter(year: int, data: st.DataObject) -> None:
    items = data.draw(scores_of(year))
    shuffled = {code: items[code] for code in data.draw(st.permutations(CODES[year]))}
    assert score_of_items(shuffled, load(year)) == score_of_items(items, load(year))


@pytest.mark.parametrize("year", YEARS)
@settings(max_examples=40)
@given(data=st.data())
def test_starting_from_printed_indicators_moves_the_total_by_a_hundredth_at_most(
    year: int, data: st.DataObject
) -> None:
    scores = score_of_items(data.draw(scores_of(year)), load(year))
    again = total_of_indicators(scores.indicators, load(year))
    once_more = total_of_instruments(scores.instruments, load(year))
    assert scores.total is not None
    assert again is not None
    assert once_more is not None
    assert abs(again - scores.total) <= Decimal("0.01")
    assert abs(once_more - scores.total) <= Decimal("0.01")


@pytest.mark.parametrize("year", YEARS)
@settings(max_examples=40)
@given(data=st.data(), same=hundredths)
def test_equal_scores_are_their_own_mean(year: int, data: st.DataObject, same: Decimal) -> None:
    framework = load(year)
    items = dict.fromkeys(CODES[year], same)
    assert score_of_items(items, framework).total == same
    gap = data.draw(st.sampled_from(CODES[year]))
    assert score_of_items({code: score for code, score in items.items() if code != gap}, framework).total is None


@settings(max_examples=300)
@given(total=hundredths, parts=st.tuples(hundredths, hundredths, hundredths, hundredths))
def test_grades_agree_with_the_oracle(total: Decimal, parts: tuple[Decimal, ...]) -> None:
    old, new = (
        grade(total, {}, load(2563)),
        grade(total, dict(zip(("IIT", "EIT-1", "EIT-2", "OIT"), parts, strict=True)), load(2566)),
    )
    assert old is not None
    assert new is not None
    assert old.grade == oracle.grade_of_old_years(f"{total:.2f}")
    assert new.grade == oracle.grade_of_new_years(f"{total:.2f}", [f"{part:.2f}" for part in parts])
