"""Files that cannot be read as a sheet are refused in one sentence, quickly, whatever their name."""

from __future__ import annotations

import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from random import Random
from time import process_time

import pytest

from ita_analysis.errors import UnreadableDocument
from ita_analysis.intake.sheets.preview import is_sheet, read_sheet, read_sheet_file
from ita_analysis.texts import explain
from tests.intake.sheets.written import WIDE_ROWS, csv_bytes, wide, xlsx_bytes
from tests.reports.bad_files import OLE_MAGIC

SHEET = "xl/worksheets/sheet1.xml"


def refused(content: bytes, name: str = "a.xlsx") -> tuple[str, str]:
    """Return the key and the sentence with which a file is refused."""
    with pytest.raises(UnreadableDocument) as caught:
        read_sheet(name, content)
    sentence = explain(caught.value)
    assert "\n" not in sentence
    return caught.value.key, sentence


def rewritten(content: bytes, member: str, text: bytes) -> bytes:
    """Return a workbook with another text in one of its members."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info.filename, text if info.filename == member else old.read(info))
    return target.getvalue()


def rows_xml(count: int) -> bytes:
    """Return a worksheet of many rows of one number."""
    rows = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (row, row) for row in range(1, count + 1))
    return worksheet(rows)


def worksheet(rows: bytes) -> bytes:
    """Return the XML of a worksheet of rows."""
    space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return b'<worksheet xmlns="' + space + b'"><sheetData>' + rows + b"</sheetData></worksheet>"


def test_a_password() -> None:
    content = OLE_MAGIC + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(3584)
    key, sentence = refused(content)
    assert key == "sheet_locked_or_old"
    assert "รหัสผ่าน" in sentence
    assert is_sheet(content, "a.xlsx")
    assert not is_sheet(content, "a.docx")


def test_an_old_workbook_with_a_new_name() -> None:
    content = OLE_MAGIC + bytes(504) + "Workbook".encode("utf-16-le") + bytes(3584)
    key, sentence = refused(content)
    assert key == "sheet_old"
    assert "XLSX" in sentence
    assert is_sheet(content)


@pytest.mark.parametrize(
    "content", [b"", b" \n\n", xlsx_bytes([]), csv_bytes([["", ""], ["", ""]])], ids=["none", "spaces", "xlsx", "csv"]
)
def test_an_empty_sheet(content: bytes) -> None:
    assert refused(content)[0] == "sheet_empty"


def test_no_headings_says_what_was_looked_for_and_what_stands_there() -> None:
    key, sentence = refused(xlsx_bytes([["รายการ", "ราคา"], ["กระดาษ", 120]]))
    assert key == "sheet_no_header"
    for part in ("แผ่นงาน “ผลคะแนน”", "หน่วยงาน", "คะแนนรวม", "รายการ, ราคา", "กระดาษ, 120"):
        assert part in sentence


def test_a_million_rows_in_a_workbook_are_refused_soon() -> None:
    content = rewritten(xlsx_bytes(wide(*WIDE_ROWS)), SHEET, rows_xml(1_000_000))
    before = process_time()
    key, sentence = refused(content)
    assert process_time() - before < 5
    assert key == "sheet_too_long"
    assert "200,000" in sentence
    assert "แผ่นงาน “ผลคะแนน”" in sentence


def test_a_million_rows_of_text_are_refused_soon() -> None:
    content = csv_bytes(wide(*WIDE_ROWS)) + b"1,a,b,2564,1,1,1,1,A\n" * 1_000_000
    before = process_time()
    key, _ = refused(content, "a.csv")
    assert key == "sheet_too_long"
    assert process_time() - before < 5


def test_one_cell_at_the_end_of_the_sheet_is_no_million_rows_in_memory() -> None:
    far = worksheet(b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    assert refused(rewritten(xlsx_bytes(wide(*WIDE_ROWS)), SHEET, far))[0] == "sheet_too_long"
    wide_one = far.replace(b"1048576", b"2")
    assert refused(rewritten(xlsx_bytes(wide(*WIDE_ROWS)), SHEET, wide_one))[0] == "sheet_too_wide"


@pytest.mark.parametrize("member", [SHEET, "xl/sharedStrings.xml", "docProps/app.xml"])
def test_a_small_file_that_unpacks_to_a_large_one(member: str) -> None:
    assert refused(rewritten(xlsx_bytes(wide(*WIDE_ROWS)), member, bytes(210 * 2**20)))[0] == "sheet_bomb"


def test_a_very_large_file_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    with file.open("wb") as stream:
        stream.truncate(51 * 2**20)
    with pytest.raises(UnreadableDocument) as caught:
        read_sheet_file(file)
    assert caught.value.key == "sheet_too_large"


@pytest.mark.parametrize("part", [0.3, 0.6, 0.95])
def test_a_file_cut_short(part: float) -> None:
    whole = xlsx_bytes(wide(*WIDE_ROWS))
    assert refused(whole[: int(len(whole) * part)])[0] == "sheet_damaged"


@pytest.mark.parametrize("seed", range(40))
def test_spoilt_bytes_are_refused_or_read_but_never_a_trace(seed: int) -> None:
    source, content = Random(seed), bytearray(xlsx_bytes(wide(*WIDE_ROWS)))
    for _ in range(4):
        content[source.randrange(len(content))] = source.randrange(256)
    with suppress(UnreadableDocument):
        assert len(read_sheet("a.xlsx", bytes(content)).results) <= 2


def test_a_worksheet_that_is_no_xml() -> None:
    broken = rewritten(xlsx_bytes(wide(*WIDE_ROWS)), SHEET, b"<worksheet><sheetData><row r=")
    assert refused(broken)[0] in {"sheet_damaged", "sheet_empty"}


def test_an_archive_of_something_else() -> None:
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("readme.txt", "x")
    assert refused(content.getvalue())[0] == "sheet_other_workbook"


def test_bytes_that_are_no_text() -> None:
    assert refused(b"\x89PNG\r\n" + bytes(100))[0] == "sheet_not_text"


def test_a_page_of_a_website_with_the_name_of_a_workbook() -> None:
    assert refused(b"<html><table><tr><td>IIT</td></tr></table></html>")[0] == "sheet_is_html"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read_sheet_file(tmp_path / "a.xlsx")
    assert "a.xlsx" in explain(caught.value)


def test_a_sheet_of_another_name() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read_sheet("a.xlsx", xlsx_bytes(wide(*WIDE_ROWS)), sheet_name="ไม่มี")
    assert "ผลคะแนน" in explain(caught.value)


def test_macros_and_links_to_other_files_are_never_followed() -> None:
    content = BytesIO(xlsx_bytes(wide(*WIDE_ROWS)))
    with zipfile.ZipFile(content, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0macro")
        archive.writestr("xl/externalLinks/externalLink1.xml", "<externalLink/>")
    assert len(read_sheet("a.xlsm", content.getvalue()).results) == 2
