"""A file that is no table of answers is one sentence that says what to do; the reader never breaks."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_analysis.errors import ItaError, UnreadableDocument
from ita_analysis.intake.survey import grid, read_survey, reading
from ita_analysis.texts import explain
from tests.intake.survey.exports import as_csv, as_xlsx, people, table


def archive(**members: bytes) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as made:
        for name, inside in members.items():
            made.writestr(name, inside)
    return content.getvalue()


def said_of(content: bytes) -> list[str]:
    """Return what is said of a file: why it is refused, or how many answered and each finding."""
    try:
        survey = read_survey("ก", content, 2564, "IIT")
    except UnreadableDocument as refused:
        return [explain(refused)]
    return [str(survey.respondent_count), *(words for each in survey.findings for words in (each.title, each.fix))]


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64)
GOOD = as_xlsx(table("IIT", people("IIT", 2)))
BAD = {
    "survey_empty": [b"", b" \r\n \n"],
    "survey_old_excel": [OLE],
    "survey_locked": [OLE + "EncryptedPackage".encode("utf-16-le")],
    "survey_other_kind": [b"%PDF-1.7 x", b"\x89PNG\r\n", archive(**{"word/document.xml": b"<w/>"}), b"i1\x00\x01\x02,"],
    "survey_damaged": [b"PK\x03\x04 nothing", GOOD[:400], archive(**{"xl/workbook.xml": b"<oops"}),
                       b'i1.1,i1.2\n"' + b"x" * 200_000 + b'"\n'],
    "survey_no_questions": [b"a,b\n1,2\n", "ชื่อ,ความเห็น\nก,ข\n".encode(), as_xlsx([["หัวข้อ"], ["ก"]]), b"<html>"],
    "survey_other_instrument": [as_csv(table("EIT", people("EIT", 2)))],
    "survey_no_respondents": [as_csv(table("IIT", [])), as_xlsx(table("IIT", [])), b"i1.1\nno idea\n"],
}  # fmt: skip


@pytest.mark.parametrize(("key", "content"), [(key, content) for key, cases in BAD.items() for content in cases])
def test_a_bad_file_is_one_sentence(key: str, content: bytes) -> None:
    with pytest.raises(UnreadableDocument) as refused:
        read_survey("ก.csv", content, 2564, "IIT")
    assert refused.value.key == key
    assert explain(refused.value)


def test_a_file_too_large_to_read_or_to_unpack_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grid, "MOST_UNPACKED", 100)
    with pytest.raises(UnreadableDocument) as refused:
        read_survey("ก.xlsx", GOOD, 2564, "IIT")
    assert refused.value.key == "survey_bomb"
    monkeypatch.setattr(grid, "MOST_BYTES", 100)
    with pytest.raises(UnreadableDocument) as refused:
        read_survey("ก.xlsx", GOOD, 2564, "IIT")
    assert refused.value.key == "survey_too_large"


def test_more_rows_than_any_agency_has_people_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_RESPONDENTS", 3)
    rows = table("IIT", people("IIT", 4))
    assert read_survey("ก.csv", as_csv(rows[:4]), 2564, "IIT").respondent_count == 3
    with pytest.raises(UnreadableDocument) as refused:
        read_survey("ก.csv", as_csv(rows), 2564, "IIT")
    assert refused.value.key == "survey_too_many"


def test_a_year_without_criteria_is_refused_before_the_file_is_read() -> None:
    with pytest.raises(ItaError) as refused:
        read_survey("ก.csv", b"", 2568, "IIT")
    assert refused.value.key == "survey_year"


@settings(max_examples=150)
@given(st.binary(max_size=400) | st.text(max_size=200).map(lambda text: f"i1.1,{text}\n{text},มาก".encode()))
def test_whatever_the_bytes_the_answer_is_a_survey_or_a_sentence(content: bytes) -> None:
    assert said_of(content)


@settings(max_examples=60)
@given(st.lists(st.lists(st.sampled_from(
    ["i1.1", "i1", "e1", "[i1]", "i1[9]", "มาก", "", "=1+1", "<script>", "ชื่อ", "ประทับเวลา", "0", "100", "ไม่ทราบ"]
), max_size=6), max_size=8))  # fmt: skip
def test_whatever_the_cells_the_answer_is_a_survey_or_a_sentence(rows: list[list[str]]) -> None:
    for content in (as_csv(rows), as_xlsx(rows)):
        assert said_of(content)
