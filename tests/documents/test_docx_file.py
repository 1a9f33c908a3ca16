"""The file itself: letters for complex script, A4, headings repeated, rows whole, the same bytes, nothing hostile."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from itertools import pairwise

import docx
import duckdb
import pytest
from docx.oxml.ns import qn

from ita_analysis.documents.docx_file import docx_file
from ita_analysis.documents.paper.blocks import Cover, Document, Heading, Paragraph, Section
from ita_analysis.documents.paper.plan import plan_document
from ita_analysis.documents.paper.result import result_document
from ita_analysis.intake.preview import preview_content
from ita_analysis.texts import say
from tests.documents.told import DAY, HOSTILE, stored
from tests.documents.word_parts import attribute, found, part, whole_text

FONT = "TH SarabunPSK"


@pytest.fixture
def content(shipped: duckdb.DuckDBPyConnection) -> bytes:
    """The report on the shipped round."""
    return docx_file(result_document(stored(shipped, 6)))


def test_the_official_letters_are_set_for_thai_too(content: bytes) -> None:
    styles = part(content, "word/styles.xml")
    fonts = found(styles, "rFonts")
    assert len(fonts) > 10
    for each in fonts:
        assert {name: attribute(each, name) for name in ("ascii", "hAnsi", "cs")} == dict.fromkeys(
            ("ascii", "hAnsi", "cs"), FONT
        )
    for name in zipfile.ZipFile(BytesIO(content)).namelist():
        assert b"asciiTheme" not in zipfile.ZipFile(BytesIO(content)).read(name), name


def test_every_size_and_weight_is_said_for_thai_too(content: bytes) -> None:
    for name in ("word/styles.xml", "word/document.xml", "word/footer1.xml"):
        for about in found(part(content, name), "rPr"):
            sizes = [attribute(each, "val") for each in (*found(about, "sz"), *found(about, "szCs"))]
            assert len(sizes) in (0, 2)
            assert len(set(sizes)) <= 1
            assert len(found(about, "b")) == len(found(about, "bCs"))


def test_the_language_is_thai(content: bytes) -> None:
    (language,) = found(part(content, "word/styles.xml"), "lang")
    assert attribute(language, "bidi") == "th-TH"
    assert docx.Document(BytesIO(content)).core_properties.language == "th-TH"


def test_every_page_is_a4_and_the_tables_lie(content: bytes) -> None:
    sizes = [(attribute(each, "w"), attribute(each, "h")) for each in found(part(content), "pgSz")]
    assert sizes == [("11906", "16838")] * 3 + [("16838", "11906")] * 2


def test_the_headings_of_each_table_stand_on_every_page(content: bytes) -> None:
    tables = [each for each in found(part(content), "tbl") if found(each, "tblStyle")]
    counts = [len(found(each, "tblHeader")) for each in tables]
    assert counts == [1, 1, 2]
    for each in tables:
        rows = found(each, "tr")
        assert all(found(row, "tblHeader") for row in rows[: len(found(each, "tblHeader"))])


def test_a_row_stays_whole_unless_it_is_longer_than_a_page(shipped: duckdb.DuckDBPyConnection) -> None:
    of = stored(shipped, 6)
    long = replace(of.report.progress[0], detail="ดำเนินการตามขั้นตอนที่กำหนดไว้ " * 400)
    report = replace(of.report, progress=(long, *of.report.progress[1:]))
    made = docx_file(result_document(replace(of, report=report)))
    rows = found(found(part(made), "tbl")[2], "tr")
    assert [bool(found(row, "cantSplit")) for row in rows] == [True, True, False, True, True]
    assert preview_content("x.docx", made).report.progress[0].detail == str(long.detail).strip()


def test_the_last_row_stands_with_the_places_to_sign(content: bytes) -> None:
    rows = found(found(part(content), "tbl")[2], "tr")
    assert all(found(each, "keepNext") for each in found(rows[-1], "p"))
    plan = found(found(part(content), "tbl")[0], "tr")
    assert not found(plan[-1], "keepNext")


def test_a_short_table_is_not_torn(content: bytes) -> None:
    _, *rows = found(found(part(content), "tbl")[1], "tr")  # headings are kept by their style
    assert [bool(found(row, "keepNext")) for row in rows] == [True, True, False]


def test_the_two_levels_are_merged_cells(content: bytes) -> None:
    first, second = found(found(part(content), "tbl")[2], "tr")[:2]
    assert [attribute(each, "val") for each in found(first, "gridSpan")] == ["2"]
    assert [attribute(each, "val") for each in found(first, "vMerge")] == ["restart"] * 4
    assert [attribute(each, "val") for each in found(second, "vMerge")] == [None] * 4


def test_a_row_is_as_wide_as_its_table(content: bytes) -> None:
    for table in found(part(content), "tbl"):
        grid = sum(int(attribute(each, "w") or 0) for each in found(table, "gridCol"))
        for row in found(table, "tr"):
            assert sum(int(attribute(each, "w") or 0) for each in found(row, "tcW")) == grid


def test_the_file_says_what_it_is_and_whose(content: bytes) -> None:
    about = docx.Document(BytesIO(content)).core_properties
    assert about.title.startswith("รายงานผลการดำเนินการตามมาตรการ")
    assert about.author == "องค์การบริหารส่วนตำบลเขาสมิง"
    assert about.created == about.modified == datetime(DAY.year, DAY.month, DAY.day, tzinfo=UTC)


def test_the_same_data_make_the_same_bytes(shipped: duckdb.DuckDBPyConnection) -> None:
    for months, made in ((None, plan_document), (6, result_document)):
        assert docx_file(made(stored(shipped, months))) == docx_file(made(stored(shipped, months)))
    times = {
        each.date_time for each in zipfile.ZipFile(BytesIO(docx_file(plan_document(stored(shipped, None))))).infolist()
    }
    assert times == {(DAY.year, DAY.month, DAY.day, 0, 0, 0)}


def test_the_pages_are_numbered_in_thai_but_for_the_cover(content: bytes) -> None:
    feet = [part(content, f"word/footer{number}.xml") for number in (1, 2)]
    fields = [[str(attribute(each, "instr")).strip() for each in found(foot, "fldSimple")] for foot in feet]
    assert sorted(fields) == [[], ["PAGE", r"NUMPAGES \* THAIARABIC"]]
    words = "".join(feet[fields.index(max(fields))].itertext())
    assert words.endswith(say("paper.page", page="๑", pages="๑"))
    assert [attribute(each, "fmt") for each in found(part(content), "pgNumType")] == ["thaiNumbers"] * 5
    assert len(found(part(content), "titlePg")) == 1


def test_settings_stand_in_the_order_of_the_schema(content: bytes) -> None:
    order = ["pStyle", "keepNext", "keepLines", "numPr", "spacing", "ind", "jc", "sectPr"]
    for about in found(part(content), "pPr"):
        names = [order.index(str(each.tag).rpartition("}")[2]) for each in about]
        assert all(one < other for one, other in pairwise(names))
    order = ["footerReference", "type", "pgSz", "pgMar", "pgNumType", "titlePg"]
    for about in found(part(content), "sectPr"):
        names = [order.index(str(each.tag).rpartition("}")[2]) for each in about]
        assert names == sorted(names)


@pytest.mark.parametrize("text", [*HOSTILE, "ก" * 100_000, "w:instrText HYPERLINK", "\u0e33" * 3_000])
def test_no_text_breaks_the_file(text: str) -> None:
    blocks = (Cover((text,), text, (text,)), Heading(text), Paragraph(text))
    made = docx_file(Document(text, text, text, DAY, (Section(blocks), Section((Paragraph(text),)))))
    told = whole_text(made)
    assert docx.Document(BytesIO(made)).paragraphs
    assert not found(part(made), "instrText")
    assert not {"\u202e", "\x00", "\ufffe"} & set(told)
    assert all(each.tag != qn("w:hyperlink") for each in part(made).iter())
