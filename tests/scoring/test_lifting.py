"""What surveys would have to give once all documents are full: enough, and not a hundredth more than that."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_analysis.framework import load
from ita_analysis.scoring import Standing, Way, lifts, mean_rise, standing, ways
from tests.scoring import oracle, way_oracle

OLD, NEW = 2564, 2567
CODES = {year: oracle.item_codes(year) for year in (OLD, NEW)}
CUTS = {"AA": 9500, "A": 8500, "B": 7500}


def _items(year: int, iit: str, eit: str, **others: str) -> dict[str, str]:
    of = {"i": iit, "e": eit, "O": "100"}
    return {code: of[code[0]] for code in CODES[year]} | others


def _at(year: int, items: dict[str, str], **instruments: float) -> Standing:
    named = {("instrument", code.replace("_", "-")): score for code, score in instruments.items()}
    return standing({**{("item", code): float(score) for code, score in items.items()}, **named}, load(year))


def _way(at: Standing, grade: str) -> Way:
    return next(each for each in ways(at) if each.band.grade == grade)


hundredths = st.integers(0, 10000).map(lambda n: f"{Decimal(n).scaleb(-2)}")
near = st.integers(8600, 9600).map(lambda n: f"{Decimal(n).scaleb(-2)}")


@settings(max_examples=15)
@given(iit=near, eit=near, own=st.dictionaries(st.sampled_from(["i1", "e1", "e2", "O42", "O9"]), hundredths))
def test_a_rise_that_is_said_to_be_enough_is_and_a_hundredth_less_is_not(
    iit: str, eit: str, own: dict[str, str]
) -> None:
    items = _items(OLD, iit, eit, **own)
    at = _at(OLD, items)
    full = way_oracle.filled(items, way_oracle.open_documents(items))
    for way in ways(at):
        for lift in lifts(way, at):
            if not lift.is_enough:
                continue
            raised = {**full, lift.code: str(lift.after)}
            assert way_oracle.reaches(OLD, raised, CUTS[way.band.grade], 0)
            less = {**full, lift.code: str(lift.after - Decimal("0.01"))}
            assert not way_oracle.reaches(OLD, less, CUTS[way.band.grade], 0)


@settings(max_examples=15)
@given(iit=near, eit=near, own=st.dictionaries(st.sampled_from(["i1", "e1", "e2", "O42"]), hundredths))
def test_an_item_that_is_said_not_to_be_enough_is_not_even_at_100(iit: str, eit: str, own: dict[str, str]) -> None:
    items = _items(OLD, iit, eit, **own)
    at = _at(OLD, items)
    full = way_oracle.filled(items, way_oracle.open_documents(items))
    for way in ways(at):
        for lift in lifts(way, at):
            if not lift.is_enough:
                raised = {**full, lift.code: "100"}
                assert not way_oracle.reaches(OLD, raised, CUTS[way.band.grade], 0)


@settings(max_examples=15)
@given(survey=st.integers(5000, 8900).map(lambda n: f"{Decimal(n).scaleb(-2)}"))
def test_a_mean_rise_of_all_surveys_is_enough(survey: str) -> None:
    items = _items(OLD, survey, survey)
    at = _at(OLD, items)
    for way in ways(at):
        rise = mean_rise(way, at)
        assert rise is not None
        lifted = str(Decimal(survey) + rise)
        assert way_oracle.reaches(OLD, _items(OLD, lifted, lifted), CUTS[way.band.grade], 0)
        less = str(Decimal(survey) + rise - Decimal("0.01"))
        assert not way_oracle.reaches(OLD, _items(OLD, less, less), CUTS[way.band.grade], 0)


def test_the_one_item_with_room_is_enough_alone_and_comes_first() -> None:
    at = _at(OLD, _items(OLD, "93.25", "89.9", e2="60", O9="0"))
    first, *others = lifts(_way(at, "AA"), at)
    assert (first.code, first.score, first.more, first.after) == ("e2", 60, Decimal("32.40"), Decimal("92.40"))
    assert first.is_enough
    assert not any(each.is_enough for each in others)
    assert others[0].most >= others[-1].most


def test_a_full_item_is_not_offered() -> None:
    at = _at(OLD, _items(OLD, "90", "90", e1="100"))
    assert "e1" not in {each.code for each in lifts(_way(at, "AA"), at)}


def test_where_documents_reach_the_band_nothing_is_asked_of_surveys() -> None:
    at = _at(OLD, _items(OLD, "80", "80", O42="0"))
    assert (lifts(_way(at, "A"), at), mean_rise(_way(at, "A"), at)) == ((), None)


def test_indicators_stand_in_for_items_without_scores() -> None:
    at = standing({("indicator", str(no)): 100.0 if no > 8 else 90.0 for no in range(1, 11)}, load(OLD))
    found = lifts(_way(at, "AA"), at)
    assert {each.code for each in found} == {str(no) for no in range(1, 9)}
    assert {each.code: each.most for each in found} == {
        **{str(no): Decimal("0.60") for no in range(1, 6)},
        **{str(no): Decimal("1.00") for no in range(6, 9)},
    }


def test_one_item_lifts_the_floor_of_its_own_instrument() -> None:
    """IIT of FY2567 is the mean of 15 items: 94.40 lacks 0.595, so the one low item needs 15 times that."""
    items = _items(NEW, "95", "98", i1="86")
    at = _at(NEW, items, EIT_1=98.0, EIT_2=98.0)
    (first, *_) = lifts(_way(at, "excellent"), at)
    assert (first.code, first.more, first.is_enough) == ("i1", Decimal("8.93"), True)
    enough, less = ({**items, "i1": score} for score in ("94.93", "94.92"))
    assert way_oracle.reaches(NEW, enough, 9500, 9500, (9800, 9800))
    assert not way_oracle.reaches(NEW, less, 9500, 9500, (9800, 9800))


@pytest.mark.parametrize("parts", [{"EIT_1": 98.0, "EIT_2": 90.0}, {}, {"EIT_1": 98.0}])
def test_no_item_is_enough_where_the_floor_of_a_part_is_missed_or_unknown(parts: dict[str, float]) -> None:
    at = _at(NEW, _items(NEW, "95", "98", i1="86"), **parts)
    assert not any(each.is_enough for each in lifts(_way(at, "excellent"), at))
