"""Thai dates: what is written is read back, what cannot be is not read, and months become spans of days."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_analysis.thai.dates import (
    MONTHS,
    SHORT_MONTHS,
    dates_in,
    long_date,
    short_date,
    short_month,
    span_in,
)
from ita_analysis.thai.fiscal_year import BE, Span, fiscal_year_span
from ita_analysis.thai.text import flat, to_thai

LAWS = settings(max_examples=120)

FIRST, LAST = date(2015, 1, 1), date(2030, 12, 31)
EVERY_DAY = [FIRST + timedelta(days=number) for number in range((LAST - FIRST).days + 1)]
DAYS = st.dates(FIRST, LAST)

Writer = Callable[[date], str]


def in_full(day: date) -> str:
    return to_thai(f"วันที่ {day.day} เดือน {MONTHS[day.month - 1]} พ.ศ. {day.year + BE}")


def with_short_year(day: date) -> str:
    return f"{day.day} {SHORT_MONTHS[day.month - 1]} {(day.year + BE) % 100:02d}"


def in_numbers(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year + BE}"


def in_padded_numbers(day: date) -> str:
    return f"{day.day:02d}/{day.month:02d}/{day.year + BE}"


def in_common_era(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} ค.ศ. {day.year}"


def without_spaces(day: date) -> str:
    return long_date(day).replace(" ", "")


def in_thai_digits(day: date) -> str:
    return to_thai(long_date(day))


def short_in_thai_digits(day: date) -> str:
    return to_thai(short_date(day))


WRITERS: list[Writer] = [
    long_date,
    short_date,
    in_thai_digits,
    short_in_thai_digits,
    in_full,
    with_short_year,
    in_numbers,
    in_padded_numbers,
    in_common_era,
    without_spaces,
]


@pytest.mark.parametrize("write", WRITERS)
def test_every_day_of_sixteen_years_is_read_back_as_it_was_written(write: Writer) -> None:
    misread = [write(day) for day in EVERY_DAY if [stated.on for stated in dates_in(write(day))] != [day]]
    assert misread == []


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize("year", [2016, 2020, 2024, 2028])
def test_the_leap_day_is_read_back(write: Writer, year: int) -> None:
    assert [stated.on for stated in dates_in(write(date(year, 2, 29)))] == [date(year, 2, 29)]


@LAWS
@given(st.lists(DAYS, max_size=4, unique=True), st.sampled_from(WRITERS))
def test_dates_of_a_sentence_come_in_order_each_with_its_words(days: list[date], write: Writer) -> None:
    text = "เผยแพร่บนเว็บไซต์ " + " และ ".join(f"เมื่อวันที่ {write(day)} (ครั้งที่ 1)" for day in days)
    stated = dates_in(text)
    assert [each.on for each in stated] == days
    assert all(each.words in flat(text) for each in stated)


def test_the_same_date_in_the_same_words_is_stated_once() -> None:
    assert len(dates_in("7 มกราคม 2563 และอีกครั้ง 7 มกราคม 2563")) == 1


def test_the_words_stand_as_the_document_has_them() -> None:
    text = "เผยแพร่ข้อมูล เมื่อวันที่ ๖ เดือน มกราคม พ.ศ ๒๕๖๓)"
    (stated,) = dates_in(text)
    assert (stated.on, stated.words) == (date(2020, 1, 6), "๖ เดือน มกราคม พ.ศ ๒๕๖๓")


@pytest.mark.parametrize("year", [2020, 2021])
def test_days_that_no_month_has_are_not_read(year: int) -> None:
    for month in range(1, 13):
        for day in (0, *range(monthrange(year, month)[1] + 1, 33)):
            words = f"{day} {MONTHS[month - 1]} {year + BE}"
            for text in (words, to_thai(words), f"{day}/{month}/{year + BE}"):
                assert dates_in(text) == (), text


@pytest.mark.parametrize(
    "text",
    [
        "31 กุมภาพันธ์ 2564",
        "๓๑ กุมภาพันธ์ ๒๕๖๔",
        "29 กุมภาพันธ์ 2564",
        "7/13/2564",
        "7 มกราคม",
        "มกราคม 2564",
        "7/1/63",
        "1/2564",
        "7 มกราคม พ.ศ. 2021",
        "7 มกราคม 25640",
        "โทรศัพท์ 0-3961-9322",
        "มาตรา 9 แห่งพระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. 2540",
        "",
    ],
)
def test_what_is_no_full_date_is_not_read_as_one(text: str) -> None:
    assert dates_in(text) == ()


def test_a_short_year_of_the_common_era_is_not_read_as_a_buddhist_one() -> None:
    assert [stated.on.year for stated in dates_in("7 มกราคม ค.ศ. 21")] in ([], [2021])


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("เดือนตุลาคม ๒๕๖๓ ถึงเดือน มีนาคม ๒๕๖๔", date(2020, 10, 1), date(2021, 3, 31)),
        ("เดือนตุลาคม ๒๕๖๓ ถึงเดือนมีนาคม ๒๕๖๔", date(2020, 10, 1), date(2021, 3, 31)),
        ("ตุลาคม – มีนาคม 2564", date(2020, 10, 1), date(2021, 3, 31)),
        ("ม.ค.-มี.ค. 2564", date(2021, 1, 1), date(2021, 3, 31)),
        ("ต.ค. 63 - มี.ค. 64", date(2020, 10, 1), date(2021, 3, 31)),
        ("พ.ย. ๖๖ ถึง ก.พ. ๖๗", date(2023, 11, 1), date(2024, 2, 29)),
        ("ตั้งแต่ 1 ตุลาคม 2563 จนถึง 31 มีนาคม 2564", date(2020, 10, 1), date(2021, 3, 31)),
        ("15 ธันวาคม - 2 กุมภาพันธ์ 2564", date(2020, 12, 15), date(2021, 2, 2)),
        ("มกราคม 2564", date(2021, 1, 1), date(2021, 1, 31)),
        ("7 มกราคม 2564", date(2021, 1, 7), date(2021, 1, 7)),
        ("ตลอดปีงบประมาณ พ.ศ. ๒๕๖๔", date(2020, 10, 1), date(2021, 9, 30)),
        ("ปีงบประมาณ ๖๔", date(2020, 10, 1), date(2021, 9, 30)),
        ("ปีงบประมาณ 2564 (ตุลาคม 2563 - มีนาคม 2564)", date(2020, 10, 1), date(2021, 3, 31)),
    ],
)
def test_spans_as_reports_write_them(text: str, start: date, end: date) -> None:
    assert span_in(text) == Span(start, end)


@pytest.mark.parametrize(
    "text",
    ["ระหว่างวันที่ 1 - 15 ธันวาคม 2563", "ตั้งแต่วันที่ 1 ถึงวันที่ 15 ธันวาคม 2563"],
)
def test_days_of_one_month_that_is_named_once_are_a_span(text: str) -> None:
    assert span_in(text) == Span(date(2020, 12, 1), date(2020, 12, 15))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "รอบ 6 เดือน",
        "ตุลาคม",
        "ตุลาคม 2563 ถึง มีนาคม",
        "มีนาคม 2564 ถึง ตุลาคม 2563",
        "1 ตุลาคม 2563 ถึง 31 กุมภาพันธ์ 2564",
        "29 กุมภาพันธ์ ถึง 31 มีนาคม 2564",
        "ปีงบประมาณถัดไป",
    ],
)
def test_what_states_no_span_is_none(text: str) -> None:
    assert span_in(text) is None


@LAWS
@given(DAYS, DAYS)
def test_months_with_both_years_run_from_the_first_day_to_the_last(one: date, other: date) -> None:
    first, last = sorted((one, other))
    start = f"เดือน{MONTHS[first.month - 1]} {first.year + BE}"
    text = to_thai(f"{start} ถึงเดือน {MONTHS[last.month - 1]} {last.year + BE}")
    end = last.replace(day=monthrange(last.year, last.month)[1])
    if (first.year, first.month) != (last.year, last.month):
        assert span_in(text) == Span(first.replace(day=1), end)


@LAWS
@given(DAYS, st.integers(0, 11))
def test_a_first_month_without_a_year_is_the_last_such_month(last: date, months: int) -> None:
    back = last.year * 12 + last.month - 1 - months
    start = date(back // 12, back % 12 + 1, 1)
    text = f"{SHORT_MONTHS[start.month - 1]} - {SHORT_MONTHS[last.month - 1]} {last.year + BE}"
    assert span_in(text) == Span(start, last.replace(day=monthrange(last.year, last.month)[1]))


@pytest.mark.parametrize("year", range(2558, 2574))
def test_a_whole_fiscal_year_is_its_365_or_366_days(year: int) -> None:
    assert span_in(f"ปีงบประมาณ พ.ศ. {year}") == fiscal_year_span(year)
    assert span_in(to_thai(f"ตลอดปีงบประมาณ {year}")) == fiscal_year_span(year)


@pytest.mark.parametrize(
    ("write", "expected"),
    [(long_date, "7 มกราคม 2563"), (short_date, "7 ม.ค. 2563"), (short_month, "ม.ค. 63")],
)
def test_dates_as_the_screen_writes_them(write: Writer, expected: str) -> None:
    assert write(date(2020, 1, 7)) == expected
