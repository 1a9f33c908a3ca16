"""The one day that a person types: every way to write it is read, all else is refused, the Buddhist era is meant."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_analysis.thai.dates import MONTHS, day_in, long_date, short_date
from ita_analysis.thai.fiscal_year import BE
from ita_analysis.thai.text import to_thai

LAWS = settings(max_examples=80)
FIRST, LAST = date(1957, 1, 1), date(2100, 12, 31)  # พ.ศ. 2500 to 2643
DAYS = st.dates(FIRST, LAST)
SEVENTH = date(2021, 1, 7)
WAYS: tuple[Callable[[date], str], ...] = (
    long_date,
    short_date,
    lambda day: short_date(day).replace(".", ""),
    lambda day: short_date(day).replace(" ", ""),
    lambda day: f"วันที่ {day.day} เดือน {MONTHS[day.month - 1]} พ.ศ. {day.year + BE}",
    lambda day: f"{day.day} {MONTHS[day.month - 1]} ค.ศ. {day.year}",
    lambda day: f"{day.day:02d}/{day.month:02d}/{day.year + BE}",
    lambda day: f"{day.day}-{day.month}-{day.year + BE}",
    lambda day: f"{day.day}.{day.month}.{day.year}",
)
SIGNS = st.text(st.sampled_from("0123456789๗๑๖๔/.- \t\n\u00a0\u200b\u200f\0มกราค.พศ{}<=่ำํ"), max_size=30)


@LAWS
@given(DAYS, st.sampled_from(WAYS), st.booleans(), st.sampled_from(["", " ", "\n", "\u00a0", "\u200b"]))
def test_a_day_is_read_back_however_it_is_written(
    day: date, write: Callable[[date], str], is_thai: bool, around: str
) -> None:
    text = to_thai(write(day)) if is_thai else write(day)
    assert day_in(f"{around}{text}{around}") == day


@LAWS
@given(st.dates(date(2000, 1, 1), date(2042, 12, 31)))
def test_two_digits_of_a_year_are_of_the_buddhist_era(day: date) -> None:
    year = (day.year + BE) % 100
    for text in (f"{day.day}/{day.month}/{year:02d}", f"{day.day} {MONTHS[day.month - 1]} {year:02d}"):
        assert day_in(text) == day_in(to_thai(text)) == day


@LAWS
@given(SIGNS)
def test_what_was_read_is_written_as_the_same_day(text: str) -> None:
    day = day_in(text)
    assert day is None or day_in(long_date(day)) == day_in(short_date(day)) == day


@pytest.mark.parametrize("month", [2, 4, 6, 9, 11])
def test_a_day_that_no_month_has_is_refused(month: int) -> None:
    for year in (2563, 2564):
        for words in (f"31 {MONTHS[month - 1]} {year}", f"31/{month}/{year}", f"๓๑/{month}/{year % 100}"):
            assert day_in(words) is None, words


def test_the_leap_day_is_one_of_its_christian_year() -> None:
    assert [day_in(f"29 ก.พ. {year}") for year in (2564, 2567, 2643)] == [None, date(2024, 2, 29), None]
    assert day_in("29/2/2567") == day_in("๒๙/๒/๖๗") == date(2024, 2, 29)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "64", "2564", "7", "7 ม.ค.", "ม.ค. 2564", "7/1", "7/13/2564", "0/1/2564", "7/1/564", "7/1/4",
        "7 ม.ค. ค.ศ. 21", "7 ม.ค. ค.ศ. 2564", "7 ม.ค. พ.ศ. 2021", "7/1/2499", "7/1/2644", "7/1/1956", "7/1-2564",
        "7 ม.ค. 25640", "7 Jan 2021", "2564-01-07", "7 ม.ค. 2564 เป็นต้นไป", "ราว 7 ม.ค. 2564", "7-9 ม.ค. 2564",
        "7 ม.ค. 2564 ถึง 8 ม.ค. 2564", "7/1/2564 8/1/2564", "=7/1/2564", "<b>7/1/2564</b>", "7\0/1/2564",
        "\u202e7/1/2564", "-7/1/2564", "วานนี้",
    ],
)  # fmt: skip
def test_what_is_not_one_day_and_nothing_else_is_refused(text: str) -> None:
    assert day_in(text) is None


def test_the_first_and_last_day_of_the_known_years_are_read() -> None:
    assert [day_in(long_date(day)) for day in (FIRST, LAST)] == [FIRST, LAST]
    assert day_in("7 มกราคม 2564") == SEVENTH
