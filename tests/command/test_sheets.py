"""`preview` and `import` of score sheets: as JSON, as sentences, stored once, or refused with nothing stored."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ita_analysis.store.building import ready
from ita_analysis.texts import say_count
from tests.command.running import run
from tests.intake.sheets.test_faults import GRAVE
from tests.intake.sheets.test_refusals import OLE_MAGIC
from tests.intake.sheets.written import WIDE_ROWS, csv_bytes, wide, xlsx_bytes
from tests.store.files import rows, tables

KEYS = {"agency", "fiscal_year_be", "indicators", "items", "instruments", "total_printed", "total_computed"}
KEYS |= {"grade_printed", "grade_computed"}


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """A small workbook of two agencies."""
    file = tmp_path / "คะแนน.xlsx"
    file.write_bytes(xlsx_bytes(wide(*WIDE_ROWS)))
    return file


def test_a_preview_as_json_holds_every_score(workbook: Path, fresh_file: Path) -> None:
    said = run("preview", workbook, "--json")
    found = json.loads(said.out)
    assert (said.code, said.err) == (0, "")
    assert (found["file"], found["sheet"], found["form"]) == ("คะแนน.xlsx", "ผลคะแนน", "percent")
    first = found["scores"][0]
    assert set(first) >= KEYS
    assert first["instruments"] == {"IIT": 85, "EIT": 90, "OIT": 90}
    assert (first["total_printed"], first["total_computed"], first["grade_computed"]) == (88.5, 88.5, "A")
    assert found["unknown_columns"] == []
    assert not fresh_file.exists(), "looking is not storing"


def test_what_is_missing_is_null_or_absent(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(csv_bytes(wide([1, "อบต.เขาสมิง", "ตราด", 2564, "-", 90, 90, "", ""])))
    (found,) = json.loads(run("preview", file, "--json").out)["scores"]
    assert found["instruments"] == {"EIT": 90, "OIT": 90}
    assert [found[name] for name in ("total_printed", "total_computed", "grade_printed", "district")] == [None] * 4


def test_a_preview_in_sentences(workbook: Path) -> None:
    said = run("preview", workbook)
    assert say_count("reading.sheet.results", 2) in said.out
    assert "องค์การบริหารส่วนตำบลเขาสมิง" in said.out
    assert "แผ่นงาน “ผลคะแนน”" in said.out


def test_an_import_stores_and_the_same_scores_in_another_format_are_not_doubled(
    workbook: Path, tmp_path: Path, empty_file: Path
) -> None:
    assert run("import", workbook).code == 0
    assert rows(ready(empty_file), "select count(*) from score where source = 'sheet'") == [(8,)]
    before = tables(ready(empty_file))
    other = tmp_path / "a.csv"
    other.write_bytes(csv_bytes(wide(*reversed(WIDE_ROWS)), "cp874", ";"))
    said = run("import", other, "--json")
    assert (said.code, len(json.loads(said.out)["scores"])) == (0, 2)
    assert say_count("reading.sheet.already_stored", 2, number=1) in said.err
    assert tables(ready(empty_file)) == before


@pytest.mark.parametrize("rule", GRAVE)
def test_a_grave_fault_keeps_everything_out(rule: str, tmp_path: Path, empty_file: Path) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes(xlsx_bytes(GRAVE[rule][0]))
    before = tables(ready(empty_file))
    said = run("import", file)
    assert said.code == 1
    assert said.err.startswith("a.xlsx")
    assert GRAVE[rule][1] in said.err
    assert said.err.count("\n") == 1
    assert tables(ready(empty_file)) == before


def test_a_stated_year_stands_in_and_another_sheet_can_be_named(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    content = [["หน่วยงาน", "คะแนนรวม"], ["อบต.เขาสมิง", 80]]
    file.write_bytes(xlsx_bytes([*content, ["อบต.ก้าว", 81]], others=[("อื่น", content)]))
    found = json.loads(run("preview", file, "--json", "--fiscal-year", "2564").out)
    assert [each["fiscal_year_be"] for each in found["scores"]] == [2564, 2564]
    other = json.loads(run("preview", file, "--json", "--fiscal-year", "2565", "--sheet", "อื่น").out)
    assert (other["sheet"], len(other["scores"])) == ("อื่น", 1)


def test_a_password_is_told_in_the_words_of_a_workbook(tmp_path: Path, fresh_file: Path) -> None:
    file = tmp_path / "ลับ.xlsx"
    file.write_bytes(OLE_MAGIC + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(3584))
    said = run("import", file)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("ลับ.xlsx")
    assert "Excel" in said.err
    assert not fresh_file.exists()
