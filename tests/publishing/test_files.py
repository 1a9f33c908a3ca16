"""The files of an agency's year: which there are, what they are called, and that the same day makes the same bytes."""

from __future__ import annotations

import re
import zipfile
from datetime import date
from io import BytesIO

import duckdb
import pypdfium2
import pytest

from ita_analysis.errors import StoreError
from ita_analysis.publishing.files import FORMATS, KINDS, WHOLE, Kind, kinds, made, parts
from ita_analysis.publishing.gathered import Gathered, gathered
from ita_analysis.records import Agency
from ita_analysis.texts import explain, say
from tests.store.entered import YEAR, year_of
from tests.store.invented import agency, measure, result, small_report, store

DAY = date(2026, 11, 26)
CODE = "khao-saming"


def of_shipped(opened: duckdb.DuckDBPyConnection, day: date = DAY) -> Gathered:
    found = gathered(opened, CODE, 2564, None, day)
    assert found
    return found


@pytest.mark.parametrize("kind", KINDS, ids=lambda each: f"{each.holds} {each.format}")
def test_the_same_data_of_the_same_day_make_the_same_bytes(kind: Kind, shipped: duckdb.DuckDBPyConnection) -> None:
    first, again = (made(of_shipped(shipped), kind) for _ in range(2))
    assert first == again
    assert first.name.endswith(f".{kind.format}")
    assert made(of_shipped(shipped, date(2026, 11, 27)), kind).content != first.content


def test_no_two_files_have_one_name(shipped: duckdb.DuckDBPyConnection) -> None:
    of = of_shipped(shipped)
    names = [made(of, kind).name for kind in parts(of)]
    assert len(set(names)) == len(names) == len(KINDS) - 1


def test_without_a_result_there_is_no_report(empty: duckdb.DuckDBPyConnection) -> None:
    year = year_of(empty)
    of = gathered(empty, year.code, YEAR, None, DAY)
    assert of
    assert (of.result, of.facts.months) == (None, None)
    assert {each.holds for each in kinds(of)} == {each.holds for each in KINDS} - {"result"}
    assert all(made(of, kind).content for kind in kinds(of))


def test_only_the_formats_asked_for_in_the_order_of_all(shipped: duckdb.DuckDBPyConnection) -> None:
    of = of_shipped(shipped)
    assert [each.format for each in kinds(of, ["zip", "docx"])] == ["docx", "docx", "zip"]
    assert kinds(of, []) == ()
    assert kinds(of) == KINDS
    assert WHOLE not in parts(of)
    assert FORMATS == ("docx", "pdf", "pptx", "xlsx", "html", "zip")


def test_a_round_is_that_of_its_own_results(empty: duckdb.DuckDBPyConnection) -> None:
    for months in (6, 12):
        code = store(empty, small_report(agency(1), months=months)).agency_code
    for months, asked in ((6, 6), (12, 12), (12, None)):
        of = gathered(empty, code, 2564, asked, DAY)
        assert of
        assert of.result
        assert [each.detail for each in of.result.report.progress] == [f"รอบ {months} เดือน"]
        assert sorted(of.results) == [6, 12]


def test_a_round_that_lost_its_results_is_refused_in_a_sentence(empty: duckdb.DuckDBPyConnection) -> None:
    year = year_of(empty)
    for months, said in ((6, say("error.report_round_empty", months=6)), (None, say("error.report_no_round"))):
        of = gathered(empty, year.code, YEAR, months, DAY)
        assert of
        for form in ("docx", "pdf"):
            with pytest.raises(StoreError) as refused:
                made(of, Kind("result", form))
            assert explain(refused.value) == said
        assert made(of, WHOLE).content, "the other files are there all the same"


@pytest.mark.parametrize("kind", [*KINDS], ids=lambda each: f"{each.holds} {each.format}")
def test_no_file_turns_the_direction_of_what_is_read(kind: Kind, empty: duckdb.DuckDBPyConnection) -> None:
    marks = "\u061c\u200e\u200f\u202a\u202b\u202d\u202e\u202c\u2066\u2067\u2068\u2069"
    titled = measure(f"มาตรการ{marks}ก", unit=f"กอง{marks}ช่าง", steps=(f"ขั้น{marks}หนึ่ง",))
    told = [result(f"มาตรการ{marks}ก", detail=f"ทำ{marks}แล้ว", note=f"เอกสาร{marks}แนบ")]
    who = Agency(f"เทศบาลตำบล{marks}ทดลอง", "แม่ตัวอย่าง", "แพร่")
    code = store(empty, small_report(who, measures=[titled], progress=told), f"รายงาน{marks}.docx").agency_code
    of = gathered(empty, code, 2564, None, DAY)
    assert of
    file = made(of, kind)
    assert not set(marks) & set(file.name)
    said = _text_of(file.content)
    assert "มาตรการก" in re.sub(r"<[^>]*>|\n", "", said)
    assert not set(marks) & set(said)


def _text_of(content: bytes) -> str:
    """Return all that a file says: a package part by part and name by name, a PDF page by page."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(content)) as package:
            return " ".join(f"{name} {_text_of(package.read(name))}" for name in package.namelist())
    if content.startswith(b"%PDF-"):
        return " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content))
    return content.decode(errors="ignore")


def test_nothing_is_gathered_of_a_year_that_is_not_known(shipped: duckdb.DuckDBPyConnection) -> None:
    assert gathered(shipped, CODE, 2599, None, DAY) is None
    assert gathered(shipped, "nobody", 2564, None, DAY) is None
