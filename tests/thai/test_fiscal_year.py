"""Fiscal years run from 1 October, rounds are counted from there, a year is read in one era or not at all."""

from calendar import isleap
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_analysis.errors import UnclearYear
from ita_analysis.texts import explain
from ita_analysis.thai.fiscal_year import BE, ROUNDS, Span, fiscal_year_span, parse_year, round_span
from ita_analysis.thai.text import to_thai

LAWS = settings(max_examples=100)
YEARS = st.integers(2558, 2580)


def length(span: Span) -> int:
    return (span.end - span.start).days + 1


@LAWS
@given(YEARS)
def test_a_fiscal_year_runs_from_october_to_september(year: int) -> None:
    span = fiscal_year_span(year)
    assert (span.start.day, span.start.month, span.start.year + BE) == (1, 10, year - 1)
    assert (span.end.day, span.end.month, span.end.year + BE) == (30, 9, year)


@LAWS
@given(YEARS)
def test_fiscal_years_follow_without_gap_and_only_leap_years_have_a_day_more(year: int) -> None:
    assert length(fiscal_year_span(year)) == (366 if isleap(year - BE) else 365)
    assert fiscal_year_span(year).end + timedelta(days=1) == fiscal_year_span(year + 1).start


@pytest.mark.parametrize(("year", "days"), [(2563, 366), (2564, 365), (2567, 366), (2568, 365)])
def test_length_of_known_fiscal_years(year: int, days: int) -> None:
    assert length(fiscal_year_span(year)) == days


@pytest.mark.parametrize(
    ("months", "end"),
    [(3, date(2020, 12, 31)), (6, date(2021, 3, 31)), (9, date(2021, 6, 30)), (12, date(2021, 9, 30))],
)
def test_rounds_of_fiscal_year_2564(months: int, end: date) -> None:
    assert round_span(2564, months) == Span(date(2020, 10, 1), end)


@LAWS
@given(YEARS)
def test_each_round_holds_the_rounds_before_it_and_the_last_is_the_year(year: int) -> None:
    spans = [round_span(year, months) for months in ROUNDS]
    assert all(later.covers(earlier) for earlier, later in pairwise(spans))
    assert not any(earlier.covers(later) for earlier, later in pairwise(spans))
    assert spans[-1] == fiscal_year_span(year)


@LAWS
@given(YEARS, st.integers(1, 12))
def test_a_round_ends_on_the_last_day_of_its_last_month(year: int, months: int) -> None:
    after = round_span(year, months).end + timedelta(days=1)
    assert after.day == 1
    assert (after.year - fiscal_year_span(year).start.year) * 12 + after.month == 10 + months


def test_both_ends_belong_to_a_span() -> None:
    span = round_span(2564, 6)
    assert span.start in span
    assert span.end in span
    assert span.start - timedelta(days=1) not in span
    assert span.end + timedelta(days=1) not in span
    assert "2021-01-01" not in span


@pytest.mark.parametrize(
    "text",
    [
        "2564",
        "๒๕๖๔",
        "2021",
        "๒๐๒๑",
        "พ.ศ. ๖๔",
        "พ.ศ.2564",
        "พศ 64",
        "พ. ศ. ๒๕๖๔",
        "ค.ศ. 2021",
        "ปี พ.ศ. ๒๕๖๔",
    ],
)
def test_one_year_in_every_way_it_is_written(text: str) -> None:
    assert parse_year(text) == 2564


@LAWS
@given(YEARS)
def test_a_year_reads_the_same_in_both_eras_and_both_kinds_of_digits(year: int) -> None:
    written = [f"{year}", f"{year - BE}", f"พ.ศ. {year}", f"ค.ศ. {year - BE}", f"พ.ศ. {year % 100:02d}"]
    assert {parse_year(text) for each in written for text in (each, to_thai(each))} == {year}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("64", "year_ambiguous"),
        ("๖๔", "year_ambiguous"),
        ("12", "year_ambiguous"),
        ("ค.ศ. 21", "year_ambiguous"),
        ("พ.ศ. 2021", "year_unreadable"),
        ("ค.ศ. 2564", "year_unreadable"),
        ("256", "year_unreadable"),
        ("25640", "year_unreadable"),
        ("2499", "year_unreadable"),
        ("3000", "year_unreadable"),
        ("2564-2565", "year_unreadable"),
        ("ปีหน้า", "year_unreadable"),
        ("", "year_unreadable"),
    ],
)
def test_a_year_whose_era_cannot_be_told_is_refused_in_a_sentence(text: str, key: str) -> None:
    with pytest.raises(UnclearYear) as refused:
        parse_year(text)
    assert refused.value.key == key
    assert "2564" in explain(refused.value)


def test_an_era_with_a_space_before_its_dot_is_still_an_era() -> None:
    assert parse_year("พ .ศ. ๖๔") == 2564
    with pytest.raises(UnclearYear):
        parse_year("พ .ศ. 2021")
