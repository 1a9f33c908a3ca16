"""What is not known is not invented: missing scores, unknown rules, impossible input."""

from decimal import Decimal

import pytest

from ita_analysis.errors import FrameworkError, ItaError
from ita_analysis.framework import Framework, load
from ita_analysis.scoring import (
    grade,
    instruments_as_percent,
    instruments_of_indicators,
    score_of_items,
    total_of_indicators,
    total_of_instruments,
    worth_of_item,
)
from ita_analysis.texts import explain


@pytest.fixture
def framework() -> Framework:
    return load(2564)


def test_a_missing_item_empties_every_level_above_it_and_no_other(framework: Framework) -> None:
    items: dict[str, float | None] = dict.fromkeys((item.code for item in framework.items), 100.0)
    scores = score_of_items(items | {"O43": None}, framework)
    assert scores.sub_indicators["10.2"] is None
    assert scores.sub_indicators["10.1"] == 100
    assert scores.indicators[10] is None
    assert scores.indicators[9] == 100
    assert scores.instruments == {"IIT": 100, "EIT": 100, "OIT": None}
    assert scores.total is None


def test_nothing_in_is_nothing_out_and_never_zero(framework: Framework) -> None:
    scores = score_of_items({}, framework)
    levels = [*scores.sub_indicators.values(), *scores.indicators.values(), *scores.instruments.values(), scores.total]
    assert levels == [None] * (7 + 10 + 3 + 1)


def test_nan_is_missing_as_a_data_frame_writes_it(framework: Framework) -> None:
    full = dict.fromkeys(range(1, 11), 90.0)
    assert total_of_indicators(full, framework) == 90
    assert total_of_indicators(full | {4: float("nan")}, framework) is None
    assert total_of_indicators(full | {4: Decimal("NaN")}, framework) is None


def test_one_missing_indicator_empties_its_instrument_only(framework: Framework) -> None:
    scores: dict[int, float | None] = {no: 80 for no in range(1, 11) if no != 7}
    assert instruments_of_indicators(scores, framework) == {"IIT": 80, "EIT": None, "OIT": 80}


def test_one_eit_score_is_enough_for_a_total_but_one_part_is_not() -> None:
    framework = load(2567)
    assert total_of_instruments({"IIT": 90, "EIT": 80, "OIT": 100}, framework) == 91
    assert total_of_instruments({"IIT": 90, "EIT-1": 80, "OIT": 100}, framework) is None
    assert total_of_instruments({"IIT": 90, "EIT-1": 70, "EIT-2": 90, "OIT": 100}, framework) == 91


def test_the_printed_eit_score_goes_before_its_parts_whose_weights_are_unsure() -> None:
    framework = load(2567)
    parts = [row for row in framework.instruments if row.part]
    assert {row.confidence for row in parts} == {"unsure"}
    assert total_of_instruments({"IIT": 90, "EIT": 80, "EIT-1": 0, "EIT-2": 0, "OIT": 100}, framework) == 91


@pytest.mark.parametrize("score", [-0.01, 100.01, 1e9, float("inf"), "ninety"])
def test_a_score_outside_0_to_100_is_refused(framework: Framework, score: float) -> None:
    for call in (
        lambda: score_of_items({"O1": score}, framework),
        lambda: total_of_indicators({1: score}, framework),
        lambda: total_of_instruments({"IIT": score}, framework),
        lambda: grade(score, {}, framework),
    ):
        with pytest.raises(ItaError) as caught:
            call()
        assert caught.value.key == "score_range"
        assert str(score) in explain(caught.value)


def test_a_code_the_year_does_not_have_is_refused(framework: Framework) -> None:
    with pytest.raises(FrameworkError) as item:
        score_of_items({"O44": 100}, framework)
    with pytest.raises(FrameworkError) as indicator:
        total_of_indicators({11: 100}, framework)
    with pytest.raises(FrameworkError) as part:
        total_of_instruments({"EIT-1": 100}, framework)
    keys = [caught.value.key for caught in (item, indicator, part)]
    assert keys == ["framework_item_unknown", "framework_indicator_unknown", "framework_instrument_unknown"]
    assert "EIT-1" in explain(part.value)


def test_fy2569_refuses_each_computation_with_a_sentence() -> None:
    framework = load(2569)
    unknown = {
        "framework_weights_unknown": [
            lambda: total_of_indicators(dict.fromkeys(range(1, 11), 90), framework),
            lambda: total_of_instruments({"IIT": 90, "EIT": 90, "OIT": 90}, framework),
            lambda: instruments_as_percent({"IIT": 90}, framework),
        ],
        "framework_mean_unknown": [lambda: score_of_items({}, framework), lambda: worth_of_item("O25", framework)],
        "framework_bands_unknown": [lambda: grade(90, {}, framework)],
    }
    for key, calls in unknown.items():
        for call in calls:
            with pytest.raises(FrameworkError) as caught:
                call()
            assert caught.value.key == key
            assert "2569" in explain(caught.value)


def test_indicator_means_of_fy2569_need_no_weights() -> None:
    scores = dict.fromkeys(range(1, 6), 90)
    assert instruments_of_indicators(scores, load(2569)) == {"IIT": 90, "EIT": None, "OIT": None}
