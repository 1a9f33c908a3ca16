"""A file that is no plan of this agency's year is refused in one sentence that says why; hostile archives too."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ita_analysis.documents.plan_workbook import plan_xlsx
from ita_analysis.errors import UnreadableDocument
from ita_analysis.intake.plan_sheet.reading import MOST_ROWS
from ita_analysis.texts import explain
from tests.intake.plan_sheet.filled import ABOUT, AGENCY, SHEET, handed_out, lines_of, read, table
from tests.intake.sheets.test_refusals import rewritten, rows_xml
from tests.reports.bad_files import OLE_MAGIC

OTHER = "เทศบาลตำบลอื่น ” รหัส “a1” ปีงบประมาณ พ.ศ. 2564 ข้อมูลรุ่นที่ 7"


def refused(content: bytes) -> tuple[str, str]:
    """Return the key and the sentence with which a file is refused."""
    with pytest.raises(UnreadableDocument) as caught:
        read(content)
    sentence = explain(caught.value)
    assert "\n" not in sentence
    return caught.value.key, sentence


def test_the_plan_of_another_agency() -> None:
    other = replace(ABOUT, agency="เทศบาลตำบลอื่น", agency_code="a2")
    key, sentence = refused(plan_xlsx(other, lines_of()))
    assert key == "plan_sheet_other_agency"
    assert "เทศบาลตำบลอื่น" in sentence
    assert AGENCY in sentence


def test_the_plan_of_an_agency_whose_name_pretends_to_be_this_one() -> None:
    assert (
        refused(plan_xlsx(replace(ABOUT, agency=OTHER, agency_code="a2"), lines_of()))[0] == "plan_sheet_other_agency"
    )


def test_the_plan_of_another_year() -> None:
    key, sentence = refused(plan_xlsx(replace(ABOUT, fiscal_year_be=2565), lines_of()))
    assert key == "plan_sheet_other_year"
    assert "2565" in sentence
    assert "2564" in sentence


def test_a_table_of_something_else_says_what_stands_there() -> None:
    key, sentence = refused(table([["รายการ", "ราคา"], ["กระดาษ", 120]]))
    assert key == "plan_sheet_no_header"
    assert "รายการ, ราคา / กระดาษ, 120" in sentence


@pytest.mark.parametrize("content", [handed_out({}), table([["ชื่อมาตรการ", "ขั้นตอน"]])], ids=["blank", "by hand"])
def test_a_sheet_without_any_measure(content: bytes) -> None:
    assert refused(content)[0] == "plan_sheet_blank"


def test_more_measures_than_a_plan_has() -> None:
    rows = [["ชื่อมาตรการ", "ขั้นตอน"], *([f"มาตรการที่ {number}", "ก"] for number in range(MOST_ROWS + 1))]
    key, sentence = refused(table(rows))
    assert key == "plan_sheet_many"
    assert str(MOST_ROWS) in sentence


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "sheet_empty"),
        (b"PK\x03\x04" + bytes(100), "sheet_damaged"),
        (b"%PDF-1.7 \xff\xfe\x00", "sheet_not_text"),
        (OLE_MAGIC + bytes(504) + "EncryptedPackage".encode("utf-16-le"), "sheet_locked_or_old"),
        (handed_out()[:-200], "sheet_damaged"),
        (rewritten(handed_out(), SHEET, bytes(210 * 2**20)), "sheet_bomb"),
        (rewritten(handed_out(), SHEET, rows_xml(300_000)), "sheet_too_long"),
    ],
    ids=["empty", "no archive", "pdf", "locked", "cut off", "bomb", "long"],
)
def test_a_file_that_cannot_be_opened(content: bytes, key: str) -> None:
    assert refused(content)[0] == key
