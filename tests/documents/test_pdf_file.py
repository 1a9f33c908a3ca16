"""A PDF says what its document says, word for word, to every reader; it is laid out whole and tagged."""

from __future__ import annotations

import io
import re
import unicodedata
from dataclasses import replace
from datetime import date

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_analysis.documents.paper.blocks import (
    Block,
    Bullets,
    Column,
    Cover,
    Document,
    Heading,
    Paragraph,
    Section,
    Signature,
    Signatures,
    Table,
)
from ita_analysis.documents.pdf.letters import NO_LETTER, letters, shown
from ita_analysis.documents.pdf.writing import pdf_of
from tests.documents.pdf_text import artifacts, by_pdfium, by_pypdf, difference, rows_by_pdfium

A4 = (595.28, 841.89)
AGENCY = "องค์การบริหารส่วนตำบลทดสอบ"
FOOT = "รายงานผล ปีงบประมาณ พ.ศ. ๒๕๖๔ (รอบ ๖ เดือน) · ข้อมูล ณ ๑ เมษายน ๒๕๖๔"
RUNNING = (
    "สำนักงาน ป.ป.ช. พัฒนาการประเมินคุณธรรมและความโปร่งใส (Integrity and Transparency Assessment: ITA) ให้หน่วยงาน"
    "ของรัฐทราบจุดอ่อนของตน ผู้บริหารกำกับให้ฟื้นฟูที่ทำการ กตัญญูต่อหน้าที่ ปั้นน้ำเป็นตัวไม่ได้ ฏีกา ฐานะ ฝั่งนี้ ๑๒๓"
)
HOSTILE = (
    "#strong[x] $a^2$ *b* _c_ \\ \"q\" 'r' @ref <tag> `raw` // c /* d */ -- --- ... ~ = - + 1. https://a.b {} #{1+1}"
)
PLAN = tuple(
    Column(heading, share)
    for heading, share in {
        "มาตรการ": 18, "แนวทางปฏิบัติ": 28, "ขั้นตอน/วิธีการปฏิบัติ": 28, "ผู้รับผิดชอบ": 12, "การกำกับติดตาม": 14,
    }.items()
)  # fmt: skip
DONE = "ผลการดำเนินการ"
RESULTS = (
    Column("มาตรการ", 16),
    Column("รายละเอียดการดำเนินงาน", 26),
    Column("ระยะเวลาการดำเนินงาน", 14),
    Column("ผลผลิต", 16, DONE),
    Column("ผลลัพธ์", 18, DONE),
    Column("หมายเหตุ", 10),
)
MEASURE = (
    ("มาตรการให้ผู้รับบริการมีส่วนร่วม",),
    ("- จัดทำคู่มือการให้บริการ", "- กำหนดช่องทางรับฟังความคิดเห็น(ทั้งที่ทำการและออนไลน์)"),
    ("๑. สำรวจความต้องการ แล้วเสนอผู้บริหาร", "๒. เผยแพร่ที่ https://www.example.go.th/plan/2564/measure-03.pdf"),
    ("สำนักปลัด",),
    ("รายงานผลตามมาตรการ", "-รอบ ๖ เดือน", "-รอบ ๑๒ เดือน"),
)
RESULT = (
    ("มาตรการให้ผู้รับบริการมีส่วนร่วม",),
    ("เปิดช่องทางรับฟังแล้ว ๒ ช่องทาง ได้แก่ กล่องรับฟังและเว็บบอร์ด",),
    ("เดือนตุลาคม ๒๕๖๓ ถึงเดือนมีนาคม ๒๕๖๔",),
    ("คู่มือการให้บริการ ๑ ฉบับ",),
    ("ผู้รับบริการร้อยละ ๘๕.๕๐ เห็นว่าสะดวกขึ้น (≥ ๘๕)",),
    (),
)
SIGNED = Signature("ผู้จัดทำ", "นางสาวทดสอบ ตั้งใจดี", "นิติกรชำนาญการ", "๑ เมษายน ๒๕๖๔")


def document(*blocks: Block, is_landscape: bool = False) -> Document:
    return Document("รายงานผลการดำเนินการ", AGENCY, FOOT, date(2021, 4, 1), (Section(blocks, is_landscape),))


def report(measures: int = 3) -> Document:
    """A report in the shape of those that agencies hand in."""
    words = (
        Cover(("รายงานผลการดำเนินการตามมาตรการ", "ประจำปีงบประมาณ พ.ศ. ๒๕๖๔"), AGENCY, ("โทรศัพท์ ๐-๓๙๖๑-๐๐๐๐",)),
        Heading("คำนำ"),
        Paragraph(RUNNING),
        Paragraph("สำนักปลัด\nเมษายน ๒๕๖๔", "center"),
        Heading("๑. ผลการวิเคราะห์"),
        Heading("๑.๑ ประเด็นที่ต้องพัฒนา", 2),
        Bullets(("ตัวชี้วัดที่ ๗ ได้ ๗๒.๑๐ คะแนน", RUNNING)),
        Heading("ข้อสังเกต", 3),
        Paragraph(HOSTILE, "left", is_strong=True),
    )
    plan = Table("มาตรการที่จะดำเนินการ\nปี พ.ศ. ๒๕๖๔", PLAN, (MEASURE,) * measures)
    results = Table("ผลรอบ ๖ เดือนแรก", RESULTS, (RESULT,) * measures)
    places = Signatures((SIGNED, Signature("ผู้ตรวจสอบ", "นายสมมติ ใจซื่อ"), Signature("ผู้อนุมัติ")))
    sections = (Section(words), Section((plan,), is_landscape=True), Section((results, places)))
    return replace(document(), sections=sections)


def all_words(block: Block, *, as_drawn: bool = False) -> list[str]:
    """Every text of a block as it stands on paper, in reading order; shared headings are drawn before the others."""
    match block:
        case Cover(titles, agency, contact):
            return [*titles, agency, *contact]
        case Heading(words) | Paragraph(words):
            return [words]
        case Bullets(points):
            return [each for point in points for each in ("•", point)]
        case Table(caption, columns, rows):
            upper = dict.fromkeys(column.above or column.heading for column in columns)
            if as_drawn:
                upper = {column.above: None for column in columns if column.above} | upper
            lower = [column.heading for column in columns if column.above]
            return [caption, *upper, *lower, *(words for row in rows for cell in row for words in cell)]
        case Signatures(places):
            return [words for place in places for words in on_paper(place)]


def on_paper(place: Signature) -> list[str]:
    name = [f"({place.name})"] if place.name else ["(", ")"]
    day = [f"วันที่ {place.signed_on}"] if place.signed_on else ["วันที่", "เดือน", "พ.ศ."]
    return ["(ลงชื่อ)", place.role, *name, f"ตำแหน่ง {place.position}".strip(), *day]


def said(made: Document, *, as_drawn: bool = False) -> str:
    blocks = [block for section in made.sections for block in section.blocks]
    return "\n".join(words for block in blocks for words in all_words(block, as_drawn=as_drawn))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def foot(page: int, pages: int) -> str:
    counted = f"หน้า {page} จาก {pages}".translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))
    return FOOT if page == 1 else f"{FOOT}\n{counted}"  # a cover has no number


@pytest.fixture(scope="module")
def whole() -> bytes:
    return pdf_of(report())


@pytest.fixture(scope="module")
def long() -> bytes:
    """Forty measures."""
    return pdf_of(document(Table("มาตรการ", RESULTS, (RESULT,) * 40), is_landscape=True))


def opened(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(content))


def test_pdfium_reads_each_part_by_its_tags(whole: bytes) -> None:
    assert difference(said(report()), "\n".join(words for _, words in by_pdfium(whole))) == ""


def test_pypdf_reads_each_page_as_it_is_drawn(whole: bytes) -> None:
    pages = by_pypdf(whole)
    put = [page.removesuffix("\n") for page in pages]
    feet = [foot(number, len(pages)) for number in range(1, len(pages) + 1)]
    assert [difference(end, page[page.rindex(FOOT) :]) for end, page in zip(feet, put, strict=True)] == [""] * len(put)
    assert difference(said(report(), as_drawn=True), "\n".join(page[: page.rindex(FOOT)] for page in put)) == ""


def test_both_read_every_cell_apart(whole: bytes) -> None:
    plan, results = rows_by_pdfium(whole)[1:4], rows_by_pdfium(whole)[-3:]
    for put, rows in ((MEASURE, plan), (RESULT, results)):
        assert [len(row) for row in rows] == [len(put)] * 3
        assert {difference("\n".join(cell), taken) for row in rows for cell, taken in zip(put, row, strict=True)} == {
            ""
        }


def test_the_foot_of_each_page_is_no_part_of_the_text(whole: bytes) -> None:
    feet = artifacts(whole)
    assert [difference(foot(number, len(feet)), taken) for number, taken in enumerate(feet, 1)] == [""] * len(feet)


def test_pages_are_a4_upright_and_across(whole: bytes) -> None:
    with opened(whole) as pdf:
        sizes = [tuple(round(float(side), 1) for side in page.mediabox[2:]) for page in pdf.pages]
    upright, across = (round(A4[0], 1), round(A4[1], 1)), (round(A4[1], 1), round(A4[0], 1))
    assert [*dict.fromkeys(sizes)] == [upright, across]


def test_it_says_what_it_is_and_which_standards_it_keeps(whole: bytes) -> None:
    with opened(whole) as pdf, pdf.open_metadata() as about:
        root = pdf.Root
        assert (str(root.Lang), bool(root.MarkInfo.Marked), bool(root.ViewerPreferences.DisplayDocTitle)) == (
            "th",
            True,
            True,
        )
        assert (about["pdfaid:part"], about["pdfaid:conformance"], about["pdfuaid:part"]) == ("2", "A", "1")
        assert (about["dc:title"], about["dc:creator"]) == (report().title, [AGENCY])
        assert str(pdf.docinfo.CreationDate).startswith("D:20210401")
        assert "OutputIntents" in [key.removeprefix("/") for key in root.keys()]  # noqa: SIM118 - pikepdf's own


def test_headings_are_its_bookmarks(whole: bytes) -> None:
    with opened(whole) as pdf, pdf.open_outline() as outline:
        found = [(each.title, [below.title for below in each.children]) for each in outline.root]
    assert found == [("คำนำ", []), ("๑. ผลการวิเคราะห์", ["๑.๑ ประเด็นที่ต้องพัฒนา"])]


def test_sarabun_is_its_only_font_and_goes_with_it(whole: bytes) -> None:
    with opened(whole) as pdf:
        fonts = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/Font"]
        described = [each for each in fonts if "/FontDescriptor" in each]
        assert {str(each.BaseFont).partition("+")[2] for each in fonts} <= {"SarabunPDF-Regular", "SarabunPDF-Bold"}
        assert len(described) == 2
        assert all("/FontFile2" in each.FontDescriptor for each in described)


def test_the_same_document_makes_the_same_bytes(whole: bytes) -> None:
    assert pdf_of(report()) == whole


def test_another_day_makes_another_file(whole: bytes) -> None:
    assert pdf_of(replace(report(), made_on=date(2021, 4, 2))) != whole


def test_headings_of_a_table_come_again_on_every_page(long: bytes) -> None:
    pages = by_pypdf(long)
    # Lines of neighbouring cells stand at one height: this reader shows their ends as spaces.
    heads = squeezed("\n".join(all_words(Table("", RESULTS, ()), as_drawn=True)))
    assert len(pages) > 3
    assert [squeezed(page.partition("มาตรการให้")[0]) for page in pages[1:]] == [heads] * (len(pages) - 1)
    assert sum(row[0].startswith("มาตรการให้") for row in rows_by_pdfium(long) if row) == 40


def test_no_row_is_torn_where_a_page_can_hold_it(long: bytes) -> None:
    starts = [page.count("มาตรการให้ผู้") for page in by_pypdf(long)]
    ends = [page.count("(≥") for page in by_pypdf(long)]
    assert starts == ends
    assert sum(starts) == 40


def test_a_cell_of_three_pages_is_torn_and_whole() -> None:
    row = ((RUNNING,), ("\n".join([RUNNING] * 40),), *[("",)] * 3)
    content = pdf_of(document(Table("ก", PLAN, (MEASURE, row)), is_landscape=True))
    assert len(by_pypdf(content)) >= 4
    read = rows_by_pdfium(content)[2]
    assert difference("\n".join([RUNNING] * 40), read[1]) == ""


def test_places_to_sign_stand_on_one_page() -> None:
    for lines in range(24, 36, 3):
        filled = [Paragraph("ก") for _ in range(lines)]
        places = Signatures((SIGNED, replace(SIGNED, role="ผู้ตรวจสอบ"), replace(SIGNED, role="ผู้อนุมัติ")))
        assert sorted(page.count("(ลงชื่อ)") for page in by_pypdf(pdf_of(document(*filled, places))))[-1] == 3


@pytest.mark.parametrize("count", range(1, 12))
def test_places_to_sign_never_stand_alone(count: int) -> None:
    """On a page of their own they would be under nothing; the last row goes with them."""
    table = Table("ผล", RESULTS, (RESULT,) * count)
    *_, last = by_pypdf(pdf_of(document(table, Signatures((SIGNED, SIGNED, SIGNED)), is_landscape=True)))
    assert last.count("(ลงชื่อ)") == 3
    assert "(≥" in last


@pytest.mark.parametrize("lines", range(30, 42, 2))
def test_behind_a_torn_row_places_to_sign_do_not_stand_alone_either(lines: int) -> None:
    torn = (*RESULT[:1], ("\n".join([RUNNING] * lines),), *RESULT[2:])
    table = Table("ผล", RESULTS, (torn, RESULT))
    *_, last = by_pypdf(pdf_of(document(table, Signatures((SIGNED, SIGNED, SIGNED)), is_landscape=True)))
    assert (last.count("(ลงชื่อ)"), "(≥" in last) == (3, True)


@pytest.mark.parametrize("lines", range(8, 20, 2))
def test_a_short_table_goes_with_its_heading_and_the_places_to_sign(lines: int) -> None:
    filled = [Paragraph("ก") for _ in range(lines)]
    table = Table("ตอบ", RESULTS[:2], ((("มาตรการ",), ("ตัวชี้วัด",)),) * 4)
    made = document(*filled, Heading("ความเชื่อมโยง", 2), table, Signatures((SIGNED,)), is_landscape=True)
    *_, last = by_pypdf(pdf_of(made))
    assert [last.count(word) for word in ("ความเชื่อมโยง", "ตัวชี้วัด", "(ลงชื่อ)")] == [1, 4, 1]


@pytest.mark.parametrize("lines", range(14, 24, 2))
def test_a_short_table_stands_whole_with_its_heading(lines: int) -> None:
    filled = [Paragraph("ก") for _ in range(lines)]
    table = Table("ตอบ", RESULTS[:2], ((("มาตรการ",), ("ตัวชี้วัด",)),) * 4)
    pages = by_pypdf(pdf_of(document(*filled, Heading("ความเชื่อมโยง", 2), table, is_landscape=True)))
    assert [page.count("ตัวชี้วัด") for page in pages if "ความเชื่อมโยง" in page] == [4]


def test_the_foot_stands_on_the_paper_however_long_it_is() -> None:
    long = replace(report(), foot="\n".join([RUNNING, RUNNING, FOOT]))
    with pypdfium2.PdfDocument(pdf_of(long)) as opened_pdf:
        for page in opened_pdf:
            lowest = min(each.get_bounds()[1] for each in page.get_objects())
            assert lowest > 15  # points above the edge


def test_a_note_on_the_cover_stands_on_the_cover() -> None:
    made = document(Cover(("รายงาน",), AGENCY), Paragraph("ข้อมูลสังเคราะห์", "center"))
    assert len(by_pypdf(pdf_of(made))) == 1


def test_a_level_that_is_left_out_is_none() -> None:
    tags = [kind for kind, _ in by_pdfium(pdf_of(document(Heading("ก", 3), Heading("ข", 1), Heading("ค", 3))))]
    assert tags == ["/H1", "/H1", "/H2"]


@pytest.mark.parametrize(
    "text",
    [
        "", " \n ", "a\0b\x07\x1b\ud800", "\u202eก\u202c \u200f", "😀 👩‍👩‍👧 ☐", "\u0e48", "ก" + "\u0e48" * 40_000,
        "ำ" * 400, "A" * 2_000, "ก" * 1_000, "." * 800, "https://" + "a.b/" * 100, "((((" * 100,
    ],
)  # fmt: skip
def test_hostile_texts_are_laid_out_within_the_page(text: str) -> None:
    blocks = (
        Cover((text[:900],), text[:900]), Heading(text), Paragraph(text), Bullets((text,)), Bullets(()),
        Table(text[:900], (), ()), Table(text[:900], PLAN, (((text,),) * 5,)),
        Signatures(()), Signatures((Signature(text[:300], text[:300]),)),
    )  # fmt: skip
    made = replace(document(*blocks), title=text, agency=text, foot=text[:300])
    with pypdfium2.PdfDocument(pdf_of(made)) as pdf:
        for page in pdf:
            read = page.get_textpage()
            rights = [read.get_charbox(place)[2] for place in range(0, read.count_chars(), 11)]
            assert max(rights, default=0) < page.get_width()


def test_a_letter_that_the_font_has_not_is_shown_as_missing() -> None:
    assert shown("ก😀ข") == f"ก{NO_LETTER}ข"
    assert NO_LETTER in by_pdfium(pdf_of(document(Paragraph("ก😀ข"))))[0][1]
    assert shown("①Ａﬁ e\u0301 x\u0303") == "1Afi é x\u0303"


THAI = "".join(sorted(letter for letter in letters() if "\u0e01" <= letter <= "\u0e2e"))
TONES = ["", *"่้๊๋"]
# As Thai is written: sara am follows no vowel above or below, and no tone stands on a maitaikhu.
ENDS = st.one_of(
    st.tuples(st.sampled_from("ัิีึืุู"), st.sampled_from(TONES)).map("".join),
    st.tuples(st.sampled_from(TONES), st.sampled_from(["", *"าำะ"])).map("".join),
    st.sampled_from("็์"),
)
SYLLABLES = st.tuples(st.sampled_from(THAI), ENDS).map("".join)
ALONE = sorted(letter for letter in letters() - {" ", "ำ"} if unicodedata.category(letter) != "Mn")
WORDS = st.lists(
    st.one_of(SYLLABLES, st.sampled_from(ALONE), st.sampled_from(["ที่", "น้ำ", "(", ")", "#", " "])),
    min_size=1,
    max_size=60,
).map(lambda parts: shown("".join(parts)))


@settings(max_examples=10)
@given(texts=st.lists(WORDS, min_size=5, max_size=5))
def test_every_text_is_taken_out_as_it_was_put_in(texts: list[str]) -> None:
    made = document(Paragraph(texts[0]), Table("ก", PLAN, (tuple((text,) for text in texts),)))
    content = pdf_of(made)
    assert [difference(put, taken) for put, taken in zip(texts, rows_by_pdfium(content)[-1], strict=True)] == [""] * 5
    page = "\n".join(each[: each.rindex(FOOT)] for each in by_pypdf(content))
    assert squeezed(page) == squeezed(said(made))
