"""What one item is worth in points of the total."""

from decimal import Decimal

import pytest

from ita_analysis.errors import FrameworkError
from ita_analysis.framework import load
from ita_analysis.scoring import score_of_items, worth_of_item

KNOWN = range(2562, 2569)


@pytest.mark.parametrize("year", [2563, 2564, 2565])
@pytest.mark.parametrize("code", ["O42", "O43"])
def test_o42_and_o43_are_worth_five_points_each(year: int, code: str) -> None:
    assert worth_of_item(code, load(year)) == Decimal("5.00")


@pytest.mark.parametrize(
    ("code", "worth"),
    [("O34", "1.25"), ("O25", "1"), ("O10", "0.5"), ("O29", "0.8"), ("i1", "1"), ("e1", "2")],
)
def test_other_items_of_fy2564(code: str, worth: str) -> None:
    assert worth_of_item(code, load(2564)) == Decimal(worth)


def test_worth_is_kept_unrounded() -> None:
    assert abs(worth_of_item("O1", load(2564)) - Decimal(4) / 9) < Decimal("1e-20")


@pytest.mark.parametrize(("year", "code", "worth"), [(2566, "O42", 2), (2567, "O34", "2.5"), (2568, "O27", "2.5")])
def test_the_plan_item_of_later_years(year: int, code: str, worth: str) -> None:
    assert load(year).plan_item == code
    assert worth_of_item(code, load(year)) == Decimal(worth)


@pytest.mark.parametrize("year", KNOWN)
def test_all_items_together_are_worth_100(year: int) -> None:
    framework = load(year)
    assert abs(sum(worth_of_item(item.code, framework) for item in framework.items) - 100) < Decimal("1e-20")


@pytest.mark.parametrize("year", KNOWN)
def test_weights_sum_to_100(year: int) -> None:
    assert sum(load(year).weights.values()) == 100


@pytest.mark.parametrize("year", KNOWN)
def test_losing_an_item_costs_what_it_is_worth(year: int) -> None:
    framework = load(year)
    full = dict.fromkeys((item.code for item in framework.items), 100)
    for item in framework.items:
        total = score_of_items(full | {item.code: 0}, framework).total
        assert total is not None
        assert abs(100 - total - worth_of_item(item.code, framework)) <= Decimal("0.005")


def test_an_unknown_item_has_no_worth() -> None:
    with pytest.raises(FrameworkError) as caught:
        worth_of_item("O44", load(2564))
    assert caught.value.key == "framework_item_unknown"
