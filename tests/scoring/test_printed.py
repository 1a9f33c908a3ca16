"""Which form a printed table of instrument scores has: 0-100, or already weighted."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_analysis.framework import load
from ita_analysis.scoring import Number, instruments_as_percent, rounded, total_of_instruments

FRAMEWORK = load(2564)
TRAT = dict(enumerate((93.55, 87.72, 91.01, 87.93, 89.52, 90.55, 88.68, 88.58, 72.89, 65.56), start=1))
hundredths = st.integers(0, 10000).map(lambda n: Decimal(n).scaleb(-2))


def test_a_value_above_its_weight_is_a_percent() -> None:
    found = instruments_as_percent({"IIT": 89.95, "EIT": 20, "OIT": None}, FRAMEWORK)
    assert found.form == "percent"
    assert found.scores == {"IIT": Decimal("89.95"), "EIT": 20, "OIT": None}


def test_the_printed_total_tells_the_weighted_form() -> None:
    found = instruments_as_percent({"IIT": 27.0, "EIT": 24.0, "OIT": 30.0}, FRAMEWORK, total=81.0)
    assert found.form == "weighted"
    assert found.scores == {"IIT": 90, "EIT": 80, "OIT": 75}


def test_the_printed_indicators_tell_the_weighted_form() -> None:
    found = instruments_as_percent({"OIT": 27.69}, FRAMEWORK, indicator_scores=TRAT)
    assert found.form == "weighted"
    assert found.scores == {"OIT": Decimal("69.23")}


def test_low_values_may_be_percents_where_the_total_says_so() -> None:
    found = instruments_as_percent({"IIT": 20, "EIT": 25, "OIT": 30}, FRAMEWORK, total=25.5)
    assert found.form == "percent"


@pytest.mark.parametrize("total", [None, 60])
def test_no_witness_or_a_contradicting_one_is_unclear(total: float | None) -> None:
    found = instruments_as_percent({"IIT": 27, "EIT": 24, "OIT": 30}, FRAMEWORK, total=total)
    assert found.form == "unclear"
    assert found.scores == {"IIT": None, "EIT": None, "OIT": None}


def test_parts_are_read_with_their_own_weights() -> None:
    row = {"IIT": 27, "EIT-1": 12, "EIT-2": 15, "OIT": 40}
    found = instruments_as_percent(row, load(2567), total=94)
    assert found.form == "weighted"
    assert found.scores == {"IIT": 90, "EIT-1": 80, "EIT-2": 100, "OIT": 100}


@given(st.tuples(hundredths, hundredths, hundredths))
def test_both_forms_of_the_same_result_are_read_alike(scores: tuple[Decimal, ...]) -> None:
    percent: dict[str, Number | None] = dict(zip(("IIT", "EIT", "OIT"), scores, strict=True))
    total = total_of_instruments(percent, FRAMEWORK)
    weighted: dict[str, Number | None] = {
        code: rounded(score * FRAMEWORK.weights[code] / 100) for code, score in zip(percent, scores, strict=True)
    }
    direct = instruments_as_percent(percent, FRAMEWORK, total=total)
    read = instruments_as_percent(weighted, FRAMEWORK, total=total)
    assert direct.form in {"percent", "unclear"}
    assert read.form in {"weighted", "unclear"}
    if total is not None and total > 1:
        assert (direct.form, read.form) == ("percent", "weighted")
        for code, score in zip(percent, scores, strict=True):
            assert abs((read.scores[code] or 0) - score) <= Decimal("0.02")
