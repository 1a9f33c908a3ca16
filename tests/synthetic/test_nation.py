"""The nation of a year as a sheet and as a file: every cell labelled synthetic above, every score in its place."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from ita_analysis import framework
from ita_analysis.results import SCORE_COLUMNS
from ita_analysis.synthetic.nation import HEAD_ROW, YEARS, nation_sheet
from ita_analysis.synthetic.workbook import write_workbook
from ita_analysis.texts import say
from ita_analysis.thai.text import has_thai


@pytest.mark.parametrize("year", YEARS)
def test_a_sheet_holds_every_item_of_every_agency_once(year: int) -> None:
    sheet = nation_sheet(year, 40)
    assert tuple(sheet.scores.columns) == SCORE_COLUMNS
    codes = [item.code for item in framework.load(year).items]
    assert len(sheet.results) == 40
    assert len(sheet.scores) == 40 * len(codes)
    for _, own in sheet.scores.groupby("result_no"):
        assert list(own["code"]) == codes
    assert {each.fiscal_year_be for each in sheet.results} == {year}


def test_sheets_of_other_years_or_sizes_are_other_sheets() -> None:
    prints = {nation_sheet(year, count).fingerprint for year in YEARS for count in (10, 11)}
    assert len(prints) == 10
    assert nation_sheet(2567, 10).fingerprint == nation_sheet(2567, 10).fingerprint


def test_every_name_of_the_sheet_says_that_it_is_synthetic() -> None:
    sheet = nation_sheet(2567, 10)
    assert say("head.synthetic") in sheet.file_name
    assert sheet.sheet_name == say("head.synthetic")


def test_a_score_stands_in_the_file_where_its_place_says(tmp_path: Path) -> None:
    sheet = nation_sheet(2567, 25)
    book = openpyxl.load_workbook(write_workbook(sheet, tmp_path / "nation.xlsx"))
    assert book.sheetnames == [say("head.synthetic")]
    page = book.worksheets[0]
    assert say("head.synthetic") in str(page.cell(1, 1).value)
    for row in sheet.scores.sample(200, random_state=1).itertuples():
        assert page.cell(int(row.row), int(row.column_no)).value == pytest.approx(row.score)
        assert page.cell(HEAD_ROW, int(row.column_no)).value == row.code
        assert page.cell(int(row.row), 2).value == sheet.results[row.result_no].agency.name
    assert [has_thai(str(page.cell(HEAD_ROW, number).value)) for number in (1, 2, 3)] == [True] * 3


def test_the_file_reads_back_as_a_plain_table(tmp_path: Path) -> None:
    sheet = nation_sheet(2568, 25)
    file = write_workbook(sheet, tmp_path / "nation.xlsx")
    read = pd.read_excel(file, engine="calamine", header=HEAD_ROW - 1)
    assert read.shape == (25, 3 + len(sheet.columns))
    assert read.iloc[:, 3:].to_numpy().ravel() == pytest.approx(sheet.scores["score"].to_numpy())
