"""Names of files and sheets that Windows and Excel take, whatever the agency is called."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_analysis.documents.naming import MEDIA_TYPES, MOST_BYTES, MOST_LETTERS, file_name, sheet_names
from ita_analysis.texts import say
from tests.documents.tabled import REAL

DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
REFUSED = set('<>:"/\\|?*') | {chr(number) for number in range(32)} | set(DIRECTIONS)
LONG = "องค์การบริหารส่วนตำบลที่มีชื่อยาวมากจนไม่มีที่ใดพอจะเขียนได้ครบ"


def test_a_file_is_named_by_what_whose_and_when() -> None:
    assert file_name(REAL, "มาตรการ", "xlsx") == "มาตรการ_อบต.ตัวอย่าง_2564.xlsx"
    assert file_name(replace(REAL, part="มาตรการที่ 2 น้ำ"), "ขั้นตอน", "csv") == "ขั้นตอน-มาตรการที่-2-น้ำ_อบต.ตัวอย่าง_2564.csv"
    nation = replace(REAL, agency="", agency_short="", fiscal_year_be=None)
    assert file_name(nation, "หน่วยงาน", "csv") == "หน่วยงาน.csv"


def test_made_up_data_say_so_first_and_the_year_is_never_cut() -> None:
    name = file_name(replace(REAL, is_synthetic=True, agency_short=LONG), LONG, "xlsx")
    assert name.startswith(f"{say('head.synthetic')}_")
    assert name.endswith("_2564.xlsx")
    assert len(name.encode()) <= MOST_BYTES


@given(st.text(max_size=90), st.text(max_size=90), st.booleans())
def test_names_are_cut_alike_whatever_their_ending(name: str, agency: str, is_synthetic: bool) -> None:
    about = replace(REAL, agency_short=agency, is_synthetic=is_synthetic)
    stems = {file_name(about, name, ending).removesuffix(f".{ending}") for ending in MEDIA_TYPES}
    assert len(stems) == 1


def test_what_an_office_calls_itself_and_its_report_fit() -> None:
    about = replace(REAL, agency_short="อบต.บ้านตัวอย่างพัฒนา")
    name = file_name(about, f"{say('files.name.result')} {say('files.of_round', months=12)}", "docx")
    assert name == "รายงานผล-รอบ-12-เดือน_อบต.บ้านตัวอย่างพัฒนา_2564.docx"


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=40), st.booleans())
def test_any_name_is_one_that_windows_takes(name: str, agency: str, part: str, is_synthetic: bool) -> None:
    about = replace(REAL, agency_short=agency, part=part, is_synthetic=is_synthetic)
    made = file_name(about, name, "xlsx")
    assert len(made.encode()) <= MOST_BYTES
    assert not REFUSED & set(made)
    assert made.endswith(".xlsx")
    stem = made.removesuffix(".xlsx")
    assert stem
    assert not stem.endswith((".", " "))
    assert not stem.startswith(".")


def test_a_name_reads_as_it_ends() -> None:
    assert file_name(replace(REAL, part=f"ผล{DIRECTIONS}xcod.exe"), "มาตรการ", "csv").startswith("มาตรการ-ผลxcod.exe_")
    assert [*sheet_names([f"ผล{DIRECTIONS}ก"])] == ["ผลก"]


@pytest.mark.parametrize("name", ["con", "NUL", "com1", "aux.หน่วย"])
def test_a_name_that_windows_keeps_for_itself_is_another(name: str) -> None:
    bare = replace(REAL, agency_short="", fiscal_year_be=None)
    assert file_name(bare, name, "csv").startswith("_")


def test_no_letter_is_parted_from_its_vowels_and_tones() -> None:
    for length in range(1, 60):
        about = replace(REAL, agency_short="ที่" * length, is_synthetic=True)
        whose = file_name(about, "ผู้" * 30, "xlsx").split("_")
        for part in whose[1:3]:
            assert not part or unicodedata.category(part[0]) == "Lo"
            assert part == "ที่" * (len(part) // 3) or part == "ผู้" * (len(part) // 3), part


@given(st.lists(st.text(max_size=50), max_size=8))
def test_any_names_of_sheets_are_ones_that_excel_takes(names: list[str]) -> None:
    made = [*sheet_names(names)]
    assert len(made) == len(names)
    assert len({each.lower() for each in made}) == len(made)
    for each in made:
        assert 0 < len(each.encode("utf-16-le")) // 2 <= MOST_LETTERS
        assert not set("[]:*?/\\") & set(each)
        assert not each.startswith("'")
        assert not each.endswith("'")
        assert each.lower() != "history"


def test_sheets_of_one_name_are_numbered() -> None:
    assert [*sheet_names(["ผล", "ผล", "a", "A"])] == ["ผล", "ผล 2", "a", "A 2"]
    assert [*sheet_names(["ก" * 40, "ก" * 40])] == ["ก" * 31, f"{'ก' * 29} 2"]
