"""Any table of texts, numbers, dates and gaps is the same table when other programs have read its files."""

from __future__ import annotations

import math
import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_analysis.documents.csv_file import csv_of
from ita_analysis.documents.tables import Column, Sheet, cell, is_formula_like, sheet
from ita_analysis.documents.workbook import LONGEST_TEXT, workbook
from ita_analysis.texts import say
from ita_analysis.thai.text import straight
from tests.documents.tabled import (
    FORMULAS,
    HARMLESS,
    MIXED,
    REAL,
    as_written,
    calamine_rows,
    csv_rows,
    expected_rows,
    openpyxl_page,
    openpyxl_rows,
    pandas_rows,
)

TEXTS = st.text(max_size=40) | st.sampled_from(
    [*FORMULAS, *HARMLESS, "น้ำ ที่ ผู้ รู้", "_x0041_", "😀", '"",\n;', "NaN", "#N/A"]
)
NUMBERS = (
    st.integers(-(2**53), 2**53) | st.floats(-1e15, 1e15) | st.sampled_from([float("nan"), float("inf"), float("-inf")])
)
DAYS = st.dates(date(1900, 3, 1), date(2200, 12, 31))
CELLS = st.none() | TEXTS | NUMBERS | DAYS


def _same(found: Any, wanted: Any) -> bool:
    if isinstance(wanted, int | float) and isinstance(found, int | float):
        return math.isclose(found, wanted, rel_tol=1e-15, abs_tol=1e-300)
    return type(found) is type(wanted) and bool(found == wanted)


def _alike(found: list[list[Any]], wanted: list[list[Any]]) -> bool:
    return [len(row) for row in found] == [len(row) for row in wanted] and all(
        _same(*pair) for rows in zip(found, wanted, strict=True) for pair in zip(*rows, strict=True)
    )


def _to_last_value(rows: list[list[Any]]) -> list[list[Any]]:
    """Return rows without the blank ones at the end, which calamine does not tell."""
    while rows and all(value is None for value in rows[-1]):
        rows = rows[:-1]
    return rows


@st.composite
def tables(draw: st.DrawFn) -> Sheet:
    width = draw(st.integers(1, 4))
    kinds = st.sampled_from(["text", "score", "count", "share", "date"])
    columns = tuple(Column(f"คอลัมน์ {number}", draw(kinds)) for number in range(width))  # type: ignore[arg-type]
    rows = draw(st.lists(st.tuples(*[CELLS] * width), max_size=6))
    return Sheet("ตาราง", "ตารางใด ๆ", columns, tuple(tuple(map(cell, row)) for row in rows))


@settings(max_examples=30)
@given(tables())
def test_any_table_survives_xlsx(table: Sheet) -> None:
    content = workbook(REAL, [table])
    assert _alike(openpyxl_rows(content), expected_rows(table))
    assert _alike(_to_last_value(calamine_rows(content)), _to_last_value(expected_rows(table)))


@settings(max_examples=60)
@given(tables())
def test_any_table_survives_csv(table: Sheet) -> None:
    content = csv_of(REAL, table)
    assert csv_rows(content) == as_written(table)
    assert pandas_rows(content) == as_written(table)


@given(TEXTS)
def test_the_apostrophe_can_be_taken_away_again(text: str) -> None:
    table = Sheet("ก", "ก", (Column("ก"),), ((straight(text),),))
    ((found,),) = csv_rows(csv_of(REAL, table))[1:]
    wanted = straight(text)
    assert found == (f"'{wanted}" if is_formula_like(wanted) else wanted)


def test_both_files_hold_the_same_values_in_their_types() -> None:
    content = workbook(REAL, [MIXED])
    assert openpyxl_rows(content) == expected_rows(MIXED)
    assert _alike(calamine_rows(content), expected_rows(MIXED))
    shown = pd.read_csv(BytesIO(csv_of(REAL, MIXED)), na_values=[say("missing")])
    assert list(shown["คะแนน"])[:2] == [84.99, -1.5]
    assert shown["คะแนน"].dtype == float, "numbers stay numbers beside the word for a missing one"
    assert list(pd.to_datetime(shown["วันที่"]).dropna().dt.date)[:2] == [date(2021, 4, 1), date(2024, 2, 29)]


@pytest.mark.parametrize("text", [*FORMULAS, *HARMLESS])
def test_no_text_becomes_a_formula_a_number_or_a_link(text: str) -> None:
    table = Sheet("ก", "ก", (Column(text), Column("ข", "score")), ((text, text),))
    content = workbook(replace(REAL, agency=text, filters=(text,), sources=(text,)), [replace(table, caption=text)])
    page = openpyxl_page(content)
    assert {each.data_type for row in page.iter_rows() for each in row if each.value is not None} == {"s"}
    assert all(each.hyperlink is None for row in page.iter_rows() for each in row)
    with zipfile.ZipFile(BytesIO(content)) as parts:
        assert not [name for name in parts.namelist() if b"<f>" in parts.read(name) or b"hyperlink" in parts.read(name)]


@pytest.mark.parametrize("text", FORMULAS)
def test_what_looks_like_a_formula_is_disarmed_in_both(text: str) -> None:
    table = Sheet("ก", "ก", (Column(text), Column("ข")), ((straight(text), "ค"),))
    for row in csv_rows(csv_of(REAL, table)):
        assert row[0] == f"'{straight(text)}"
    page = openpyxl_page(workbook(REAL, [table]))
    (entered,) = [each for row in page.iter_rows() for each in row if each.value == straight(text)][1:]
    assert entered.quotePrefix, "entered again, it would become one"


@pytest.mark.parametrize("text", HARMLESS)
def test_other_texts_stay_as_they_are(text: str) -> None:
    table = Sheet("ก", "ก", (Column("ข"),), ((text,),))
    assert csv_rows(csv_of(REAL, table))[1] == [text]


@pytest.mark.parametrize("missing", [None, float("nan"), pd.NA, pd.NaT, float("inf"), float("-inf")])
def test_what_is_missing_says_so_and_is_never_a_zero(missing: object) -> None:
    table = sheet("ก", "ก", [missing], ("ข", "score", lambda value: value))
    assert table.rows == ((None,),)
    assert openpyxl_rows(workbook(REAL, [table]))[1] == [say("missing")]
    assert csv_rows(csv_of(REAL, table))[1] == [say("missing")]


def test_a_text_that_no_cell_holds_is_cut_and_says_so() -> None:
    long = "😀" * LONGEST_TEXT
    table = Sheet("ก", "ก", (Column("ข"),), ((long,),))
    ((found,),) = openpyxl_rows(workbook(REAL, [table]))[1:]
    assert found.endswith("😀…")
    assert len(found.encode("utf-16-le")) // 2 <= LONGEST_TEXT
    assert csv_rows(csv_of(REAL, table))[1] == [long]


def test_a_day_before_excel_s_calendar_is_words() -> None:
    table = Sheet("ก", "ก", (Column("ข", "date"),), ((date(1890, 4, 1),),))
    assert openpyxl_rows(workbook(REAL, [table]))[1] == ["1 เมษายน 2433"]
