"""The way to the next grade against trying every set of documents, and what holds of it whatever the scores."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_analysis.errors import FrameworkError
from ita_analysis.framework import load
from ita_analysis.scoring import (
    Standing,
    Way,
    floor_steps,
    full_gain,
    indicator_steps,
    rounded,
    stairs,
    standing,
    steps,
    ways,
)
from tests.scoring import oracle, way_oracle

OLD, NEW = 2564, 2567
CODES = {year: oracle.item_codes(year) for year in (OLD, NEW)}
DOCUMENTS = {year: [code for code in codes if code.startswith("O")] for year, codes in CODES.items()}
CUTS = {OLD: {"AA": 9500, "A": 8500, "B": 7500, "C": 6500, "D": 5500, "E": 5000}}
CONDITIONS = {"excellent": (9500, 9500), "good": (8500, 8500), "pass": (8500, 0), "improve": (7000, 0)}
MOST_OPEN = 7  # every set of so many is tried
surveys = st.integers(4000, 10000).map(lambda n: f"{Decimal(n).scaleb(-2)}")
parts_of_eit = st.tuples(st.integers(7000, 10000), st.integers(7000, 10000))


def results(year: int) -> st.SearchStrategy[dict[str, str]]:
    """A year's items: surveys of one score an indicator, at most MOST_OPEN documents not full, some of them in part."""
    opened = st.dictionaries(
        st.sampled_from(DOCUMENTS[year]), st.sampled_from(["0", "0", "0", "50", "33.33"]), max_size=MOST_OPEN
    )
    return st.tuples(st.tuples(surveys, surveys), opened).map(
        lambda made: {
            **{code: made[0][code.startswith("e")] for code in CODES[year]},
            **dict.fromkeys(DOCUMENTS[year], "100"),
            **made[1],
        }
    )


def _at(year: int, items: Mapping[str, str], **instruments: float) -> Standing:
    stated = {("item", code): float(score) for code, score in items.items()}
    named = {("instrument", code.replace("_", "-")): score for code, score in instruments.items()}
    return standing({**stated, **named}, load(year))


def _full(year: int, survey: str = "80", **others: str) -> dict[str, str]:
    return {code: "100" if code.startswith("O") else survey for code in CODES[year]} | others


def _ways(at: Standing) -> dict[str, Way]:
    return {each.band.grade: each for each in ways(at)}


@settings(max_examples=25)
@given(items=results(OLD))
def test_no_set_of_documents_is_smaller(items: dict[str, str]) -> None:
    for grade, way in _ways(_at(OLD, items)).items():
        least = way_oracle.fewest(OLD, items, CUTS[OLD][grade])
        assert (way.reach == "documents") == (least is not None)
        if least is not None:
            assert len(way.steps) == least
            chosen = way_oracle.filled(items, [each.code for each in way.steps])
            assert way_oracle.reaches(OLD, chosen, CUTS[OLD][grade], 0)


@settings(max_examples=25)
@given(items=results(NEW), parts=parts_of_eit)
def test_no_set_is_smaller_where_every_instrument_has_a_floor(items: dict[str, str], parts: tuple[int, int]) -> None:
    at = _at(NEW, items, EIT_1=parts[0] / 100, EIT_2=parts[1] / 100)
    for grade, way in _ways(at).items():
        least = way_oracle.fewest(NEW, items, *CONDITIONS[grade], parts)
        assert (way.reach == "documents") == (least is not None), grade
        assert least is None or len(way.steps) == least


@settings(max_examples=60)
@given(items=results(OLD))
def test_gains_are_what_the_oracle_loses_without_them(items: dict[str, str]) -> None:
    at = _at(OLD, items)
    total = oracle.total(OLD, items)
    for step in steps(at):
        assert step.gain == oracle.total(OLD, way_oracle.filled(items, [step.code])) - total
    assert full_gain(at) == sum((step.gain for step in steps(at)), Fraction(0))


@settings(max_examples=60)
@given(items=results(OLD))
def test_stairs_rise_by_ever_less_and_end_with_all_documents_full(items: dict[str, str]) -> None:
    at = _at(OLD, items)
    taken = list(stairs(at, steps(at)))
    gains = [each.step.gain for each in taken]
    assert gains == sorted(gains, reverse=True)
    if taken:
        full = oracle.total(OLD, way_oracle.filled(items, way_oracle.open_documents(items)))
        assert taken[-1].total == full
        assert taken[-1].possible[0].grade == oracle.grade_of_old_years(oracle.two_decimals(full))


@settings(max_examples=60)
@given(items=results(OLD))
def test_the_last_document_is_needed_and_has_as_many_stand_ins_as_are_said(items: dict[str, str]) -> None:
    for grade, way in _ways(_at(OLD, items)).items():
        if way.reach != "documents":
            continue
        chosen = [each.code for each in way.steps]
        assert not way_oracle.reaches(OLD, way_oracle.filled(items, chosen[:-1]), CUTS[OLD][grade], 0)
        others = [code for code in way_oracle.open_documents(items) if code not in chosen]
        tried = [way_oracle.filled(items, [*chosen[:-1], code]) for code in others]
        assert way.stand_ins == sum(way_oracle.reaches(OLD, each, CUTS[OLD][grade], 0) for each in tried)


def test_of_equal_gains_plan_and_report_come_first_then_the_order_of_the_table() -> None:
    at = _at(NEW, _full(NEW, O33="0", O35="0", O34="0", O30="0"))
    gains = {step.code: step.gain for step in steps(at)}
    assert gains["O33"] == gains["O34"] == gains["O35"]
    codes = [step.code for step in steps(at)]
    assert codes[:3] == ["O34", "O35", "O33"]


def test_half_a_hundredth_is_rounded_up_to_the_band_and_less_is_not() -> None:
    reached, missed = _at(OLD, _full(OLD, "75")), _at(OLD, _full(OLD, "75", i1="74.49"))
    assert (reached.band and reached.band.grade, missed.band and missed.band.grade) == ("A", "B")
    tie = _at(OLD, _full(OLD, "75", i1="74.5"))  # i1 is worth 1 point: 84.995
    assert tie.total == Fraction("84.995")
    assert tie.band is not None
    assert tie.band.grade == "A"


def test_missing_documents_stay_missing_and_known_ones_keep_their_gain() -> None:
    items = _full(OLD, O42="0", O43="0")
    del items["O40"]
    at = standing(
        {**{("item", code): float(score) for code, score in items.items()}, ("indicator", "10"): 43.75}, load(OLD)
    )
    assert at.missing_documents == ("O40",)
    assert [(step.code, step.gain) for step in steps(at)] == [("O42", 5), ("O43", 5)]
    assert full_gain(at) == Fraction("11.25"), "what the missing one may give is in the indicator"
    assert at.total == Fraction("76.75")


def test_surveys_known_as_instruments_alone_leave_documents_exact() -> None:
    items = {code: "0" if code in {"O42", "O43"} else "100" for code in DOCUMENTS[OLD]}
    at = _at(OLD, items, IIT=80.01, EIT=70.02)
    assert at.total == Fraction("0.3") * Fraction("150.03") + 30
    assert [each.code for each in _ways(at)["A"].steps] == ["O42", "O43"]


def test_with_indicators_alone_no_document_is_named() -> None:
    scores = dict(zip(range(1, 11), (88, 85, 84, 80, 79, 82, 81, 78, 92.5, 56.25), strict=True))
    at = standing({("indicator", str(no)): score for no, score in scores.items()}, load(OLD))
    assert steps(at) == ()
    assert [(step.code, step.gain) for step in indicator_steps(at)] == [
        ("9", Fraction("1.5")),
        ("10", Fraction("8.75")),
    ]
    assert {grade: way.reach for grade, way in _ways(at).items()} == {"A": "unnamed", "AA": "surveys"}
    assert _ways(at)["AA"].rest == 95 - Fraction(at.total or 0) - Fraction("10.25")


def test_a_total_alone_says_the_distance_and_no_way() -> None:
    at = standing({("total", "total"): 74.04}, load(OLD))
    assert (at.total, at.is_total_stated, full_gain(at)) == (Fraction("74.04"), True, None)
    assert {way.reach for way in ways(at)} == {"unknown"}
    assert steps(at) == indicator_steps(at) == ()


def test_a_stated_total_that_does_not_follow_is_told_and_the_computed_one_counts() -> None:
    stated = {("item", code): float(score) for code, score in _full(OLD, "80").items()}
    at = standing({**stated, ("total", "total"): 95.0}, load(OLD))
    assert at.total == 88
    ((level, code, own, computed),) = [(d.level, d.code, d.stated, d.computed) for d in at.differences]
    assert (level, code, own, computed) == ("total", "total", Decimal("95.00"), Decimal("88.00"))
    assert standing({**stated, ("total", "total"): 88.01}, load(OLD)).differences == ()


def test_nothing_known_is_nothing_said() -> None:
    at = standing({}, load(OLD))
    assert (at.total, at.band, len(at.possible)) == (None, None, 7)
    assert {way.reach for way in ways(at)} == {"unknown"}


@pytest.mark.parametrize("year", [2569])
def test_a_year_of_unknown_rules_is_refused(year: int) -> None:
    with pytest.raises(FrameworkError):
        standing({("total", "total"): 88.0}, load(year))


def test_the_highest_band_has_no_way_up() -> None:
    assert ways(_at(OLD, _full(OLD, "95"))) == ()


def test_floors_of_surveys_are_held_missed_and_unknown() -> None:
    items = _full(NEW, "90", O34="0", O35="0", O33="0")
    good = _ways(_at(NEW, items, EIT_1=90.0, EIT_2=84.0))["good"]
    assert {each.code: (each.state, each.missing) for each in good.floors} == {
        "IIT": ("held", 0),
        "EIT-1": ("held", 0),
        "EIT-2": ("missed", Decimal("1.00")),
        "OIT": ("missed", Decimal("3.75")),
    }
    assert (good.reach, good.steps, good.rest) == ("surveys", (), 0)
    one_part = _ways(_at(NEW, items, EIT_1=90.0))["good"]
    assert [each.state for each in one_part.floors] == ["held", "held", "unknown", "missed"]


def test_unknown_parts_of_eit_leave_the_way_open_and_the_documents_named() -> None:
    good = _ways(_at(NEW, _full(NEW, "90", O34="0", O35="0", O33="0")))["good"]
    assert (good.reach, good.is_open, [each.code for each in good.steps]) == ("documents", True, ["O34"])
    low = _ways(_at(NEW, _full(NEW, "90", **{f"e{n}": "84" for n in range(1, 10)})))["good"]
    assert [(each.code, each.state) for each in low.floors][1] == ("EIT", "missed"), "one part lies below for sure"
    assert low.reach == "surveys"


def test_documents_lift_their_own_floor() -> None:
    at = _at(NEW, _full(NEW, "90", O34="0", O35="0", O33="0"))
    bands = {band.grade: band for band in load(NEW).bands}
    assert [each.code for each in floor_steps(bands["good"], at) or ()] == ["O34"]
    assert [each.code for each in floor_steps(bands["excellent"], at) or ()] == ["O34", "O35", "O33"]
    assert floor_steps(bands["pass"], at) is None
    assert rounded(at.instruments["OIT"] or 0) == Decimal("81.25")
