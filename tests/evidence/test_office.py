"""An office file is one by what it holds: its main part, no macro, nothing that it does not name."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document
from openpyxl import Workbook
from pptx import Presentation

from ita_analysis.evidence.office import MAIN, defect
from tests.evidence.office_files import PARTS, office_file, packed

MACRO_MAIN = "application/vnd.ms-word.document.macroEnabled.main+xml"
PICTURE = '<Default Extension="jpeg" ContentType="image/jpeg"/>'
MACRO = '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'


def _saved(made: object) -> bytes:
    content = BytesIO()
    made.save(content)  # type: ignore[attr-defined]
    return content.getvalue()


@pytest.mark.parametrize(("kind", "make"), [("docx", Document), ("xlsx", Workbook), ("pptx", Presentation)])
def test_what_programs_write_is_taken_as_its_own_kind_alone(kind: str, make: type) -> None:
    content = _saved(make())
    assert {each: defect(each, content) for each in MAIN} == {each: None if each == kind else "other" for each in MAIN}


@pytest.mark.parametrize("kind", MAIN)
def test_any_other_zip_is_none(kind: str) -> None:
    whole = office_file(kind)
    assert defect(kind, whole) is None
    for content in (
        packed({}), packed({"evil.exe": b"MZ"}), packed({PARTS[kind]: b"<d/>"}),
        packed({"[Content_Types].xml": b"<Types/>"}),
        packed({"[Content_Types].xml": b"<", PARTS[kind]: b"<d/>"}), b"PK\x03\x04", whole[:-30], b"",
    ):  # fmt: skip
        assert defect(kind, content) == "other"


@pytest.mark.parametrize("kind", MAIN)
def test_what_the_file_does_not_name_may_not_travel_in_it(kind: str) -> None:
    assert defect(kind, office_file(kind, {"evil.exe": b"MZ"})) == "other"
    assert defect(kind, office_file(kind, {"docProps/thumbnail.jpeg": b""}, PICTURE)) is None
    assert defect(kind, office_file(kind, {"[trash]/0000.dat": b""})) is None


@pytest.mark.parametrize("kind", MAIN)
def test_a_macro_is_seen_however_it_is_called(kind: str) -> None:
    for content in (
        office_file(kind, {"word/vbaProject.bin": b""}),
        office_file(kind, {"word/VBAPROJECT.BIN": b""}, MACRO),
        office_file(kind, {"word/other.bin": b""}, MACRO),
        office_file(kind, main=MACRO_MAIN),
    ):
        assert defect(kind, content) == "macros"
