"""`demo write`: a file of invented scores of a year that is said in any spelling, or one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita_analysis.intake.sheets.preview import read_sheet_file
from ita_analysis.thai.text import has_thai
from tests.command.running import run


@pytest.mark.parametrize("year", ["abc", "64", "9999", "2575", "2400"])
def test_a_year_that_cannot_be_written_is_one_sentence(year: str, tmp_path: Path) -> None:
    said = run("demo", "write", tmp_path / "F.xlsx", f"--fiscal-year={year}")
    assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)
    assert has_thai(said.err)
    assert not (tmp_path / "F.xlsx").exists()


@pytest.mark.parametrize("year", ["2567", "2024", "พ.ศ. ๒๕๖๗", ""])
def test_a_year_is_read_in_any_spelling(year: str, tmp_path: Path) -> None:
    said = run("demo", "write", tmp_path / "F.xlsx", f"--fiscal-year={year}")
    assert said.code == 0, said.err
    assert read_sheet_file(tmp_path / "F.xlsx").results[0].fiscal_year_be == 2567
