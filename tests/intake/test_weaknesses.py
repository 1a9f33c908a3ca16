"""What an analysis says of weak points: which are urgent, which are to be developed, and of which there are none."""

from __future__ import annotations

import pytest

from ita_analysis import framework
from ita_analysis.documents.paper.wording import told
from ita_analysis.intake.document import Cell, Document, Paragraph, Table
from ita_analysis.intake.weaknesses import read_weaknesses
from ita_analysis.records import Place
from ita_analysis.texts import say

RULES = framework.load(2564)
URGENT, DEVELOP = "จุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน", "ประเด็นที่ต้องพัฒนาให้ดีขึ้น"
POINT = "- ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร"
SENTENCE = "ปี 2564 มีประเด็นที่ต้องแก้ไขโดยเร่งด่วน ได้แก่ ไม่มี มีประเด็นที่ต้องพัฒนาให้ดีขึ้น ได้แก่ ตัวชี้วัดประสิทธิภาพการสื่อสาร"


def said(*paragraphs: str) -> tuple[list[tuple[int, str]], list[tuple[str, str, int | None]]]:
    """Return the weak points that paragraphs name, and the kinds of which they say that there are none."""
    blocks = tuple(Paragraph(text, Place(paragraph=number)) for number, text in enumerate(paragraphs, 1))
    weak, none = read_weaknesses(Document(blocks), RULES)
    return [(each.indicator_no, each.kind) for each in weak], [
        (each.kind, each.quote, each.place.paragraph) for each in none
    ]


@pytest.mark.parametrize("words", ["ไม่มี", "- ไม่มี", "1. ไม่พบ", "ไม่พบตัวชี้วัดในกลุ่มนี้", "ไม่มีประเด็นดังกล่าว", "ไม่มี."])
def test_none_below_a_heading_is_said_of_what_the_heading_names(words: str) -> None:
    weak, none = said(URGENT, words, DEVELOP, POINT)
    assert weak == [(7, "develop")]
    assert none == [("urgent", f"{URGENT} {words}", 2)]


def test_what_our_own_plan_prints_where_there_is_none_is_read_as_none() -> None:
    headings = [told(f"document.analysis.{kind}") for kind in ("urgent", "develop")]
    weak, none = said(headings[0], say("document.analysis.none_found"), headings[1], POINT)
    assert (weak, [kind for kind, *_ in none]) == ([(7, "develop")], ["urgent"])


def test_none_in_the_midst_of_a_sentence_ends_what_went_before() -> None:
    assert said(SENTENCE) == ([(7, "develop")], [("urgent", SENTENCE, 1)])


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("ไม่มีจุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน", "urgent"),
        ("ไม่พบ ข้อบกพร่องหรือจุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน", "urgent"),
        ("ไม่มีประเด็นที่ต้องพัฒนาให้ดีขึ้น", "develop"),
        ("ประเด็นที่ต้องแก้ไขโดยเร่งด่วน : ไม่มี", "urgent"),
        ("ประเด็นที่ต้องแก้ไขโดยเร่งด่วน คือ ไม่มีประเด็นที่คะแนนต่ำกว่าเกณฑ์", "urgent"),
        ("จุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน ได้แก่ ไม่มี ประเด็นที่ต้องพัฒนาให้ดีขึ้น ได้แก่ ตัวชี้วัดที่ 7", "urgent"),
    ],
)
def test_none_is_said_in_a_sentence_of_its_own(words: str, kind: str) -> None:
    assert [(found, quote) for found, quote, _ in said(words)[1]] == [(kind, words)]


@pytest.mark.parametrize(
    "paragraphs",
    [
        (URGENT, "ไม่มีข้อมูล"),
        (URGENT, "ไม่มีข้อร้องเรียน"),
        (URGENT, POINT, "การประชุมเดือนนี้", "ไม่มี"),
        ("ไม่มี",),
        ("ไม่พบข้อบกพร่อง",),
        ("ดำเนินการโดยเร่งด่วนแล้ว ผู้ร้องเรียนทราบ ไม่มี",),
        ("ไม่มีการปรับปรุงระบบ",),
        ("จุดแข็งของหน่วยงาน", "ไม่มี"),
    ],
)
def test_other_words_of_nothing_say_nothing_of_weak_points(paragraphs: tuple[str, ...]) -> None:
    assert said(*paragraphs)[1] == []


def test_of_a_long_paragraph_the_passage_is_quoted_that_says_it() -> None:
    ((kind, quote, _),) = said(f"{'ได้ดำเนินการวิเคราะห์ผลการประเมิน ' * 10}{SENTENCE}")[1]
    assert (kind, quote) == ("urgent", "…มีประเด็นที่ต้องแก้ไขโดยเร่งด่วน ได้แก่ ไม่มี…")


def _table(*rows: tuple[str, ...]) -> Table:
    cells = tuple(tuple(Cell((text,), (at, no)) for no, text in enumerate(row)) for at, row in enumerate(rows))
    return Table(1, cells, tuple(None for _ in rows))


def test_none_is_read_in_a_cell_below_its_heading() -> None:
    table = _table(("ลำดับ", f"ตัวชี้วัดที่เป็น{URGENT}", "ตัวชี้วัดที่ต้องพัฒนาให้ดีขึ้น"), ("1", "ไม่มี", "ตัวชี้วัดที่ 7"))
    weak, none = read_weaknesses(Document((table,)), RULES)
    assert [(each.indicator_no, each.kind) for each in weak] == [(7, "develop")]
    assert [(each.kind, each.place) for each in none] == [("urgent", Place(table=1, row=2))]


def test_none_is_read_in_a_table_below_the_words_that_say_of_what() -> None:
    blocks = (Paragraph(URGENT, Place(paragraph=1)), _table(("ลำดับ", "ตัวชี้วัด", "คะแนน"), ("-", "ไม่มี", "-")))
    weak, none = read_weaknesses(Document(blocks), RULES)
    assert weak == ()
    assert [(each.kind, each.quote) for each in none] == [("urgent", f"{URGENT} ไม่มี")]


def test_each_kind_is_said_once_and_the_next_heading_begins_anew() -> None:
    weak, none = said(URGENT, "ไม่มี", POINT, DEVELOP, "ไม่มี", f"{URGENT}: ไม่มี")
    assert weak == []
    assert [(kind, paragraph) for kind, _, paragraph in none] == [("urgent", 2), ("develop", 5)]
