"""What plan and report say, in which order, under which headings, as a stranger's reader sees it."""

from __future__ import annotations

from dataclasses import replace

import duckdb
import pytest

from ita_analysis.documents.docx_file import docx_file
from ita_analysis.documents.paper.material import Material
from ita_analysis.documents.paper.plan import plan_document
from ita_analysis.documents.paper.result import result_document
from ita_analysis.documents.pdf.writing import pdf_of
from ita_analysis.entries import Cited, Entry, Signature
from ita_analysis.framework import assessments
from ita_analysis.people import DESK
from ita_analysis.publishing.gathered import gathered
from ita_analysis.records import IndicatorLink, Measure
from ita_analysis.scoring import WeaknessRule
from ita_analysis.store.progress import entry_of, save_entry
from ita_analysis.store.rounds import Round, submit
from ita_analysis.texts import say
from ita_analysis.thai.fiscal_year import Span
from ita_analysis.thai.text import to_arabic
from tests.documents.pdf_text import artifacts
from tests.documents.told import CODE, DAY, YEAR, stored
from tests.documents.word_parts import headings, part, table_texts, whole_text
from tests.store.invented import store_scores

PLAN = ["มาตรการ", "แนวทางปฏิบัติ", "ขั้นตอน/วิธีการปฏิบัติ", "ผู้รับผิดชอบ", "การกำกับติดตาม"]
RESULT = ["มาตรการ", "รายละเอียดการดำเนินงาน", "ระยะเวลาการดำเนินงาน", "ผลการดำเนินการ", "ผลการดำเนินการ", "หมายเหตุ"]
LAWFUL = "มาตรการตรวจสอบการใช้ดุลพินิจ"


def plan(of: Material) -> bytes:
    return docx_file(plan_document(of))


def result(of: Material) -> bytes:
    return docx_file(result_document(of))


def test_the_plan_has_its_parts_in_the_order_an_assessor_looks_for_them(shipped: duckdb.DuckDBPyConnection) -> None:
    assert headings(plan(stored(shipped, None))) == [
        ("Heading 1", "คำนำ"),
        ("Heading 1", "การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส"),
        ("Heading 2", "จุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน"),
        ("Heading 2", "ประเด็นที่ต้องพัฒนาให้ดีขึ้น"),
        ("Heading 2", "หลักเกณฑ์ที่ใช้พิจารณา"),
        ("Heading 2", "แนวทางการนำผลการวิเคราะห์ไปสู่การปฏิบัติของหน่วยงาน"),
        ("Heading 1", "มาตรการเพื่อขับเคลื่อนการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงานให้ดีขึ้น ประจำปีงบประมาณ พ.ศ. ๒๕๖๔"),
        ("Heading 2", "ความเชื่อมโยงของมาตรการกับผลการวิเคราะห์"),
    ]  # fmt: skip


def test_the_plan_has_the_five_columns_of_the_source(shipped: duckdb.DuckDBPyConnection) -> None:
    rows = table_texts(plan(stored(shipped, None)), 0)
    assert rows[0] == PLAN
    title, guidelines, steps, responsible, follow_up = rows[1]
    assert (title, responsible, follow_up) == (LAWFUL, "สำนักปลัด", "รายงานผลรอบ 6 และ 12 เดือน")
    assert guidelines.splitlines()[0] == LAWFUL.replace("มาตรการ", "จัดทำมาตรการ", 1)
    assert [line[:2] for line in steps.splitlines()] == ["๑.", "๒.", "๓."]


def test_the_report_has_the_six_columns_of_the_source_under_two_levels(shipped: duckdb.DuckDBPyConnection) -> None:
    rows = table_texts(result(stored(shipped, 6)), 2)
    assert rows[0] == RESULT
    assert rows[1] == [*RESULT[:3], "ผลผลิต", "ผลลัพธ์", "หมายเหตุ"]
    assert rows[2] == [
        LAWFUL, "จัดทำมาตรการแล้ว และเผยแพร่บนเว็บไซต์หลัก", "เดือนตุลาคม ๒๕๖๓ ถึงเดือนมีนาคม ๒๕๖๔", LAWFUL,
        "ผู้บังคับบัญชาใช้ดุลพินิจถูกกฎหมาย ระเบียบ และคู่มือ", "หลักฐาน: เผยแพร่เมื่อวันที่ ๗ เดือน มกราคม พ.ศ. ๒๕๖๓",
    ]  # fmt: skip


def test_a_round_without_results_says_there_is_no_data_and_never_zero(shipped: duckdb.DuckDBPyConnection) -> None:
    content = result(stored(shipped, 12))
    rows = table_texts(content, 2)
    assert [row[1:] for row in rows[2:]] == [["ไม่มีข้อมูล"] * 4 + [""]] * 3
    assert "มีผลที่บันทึกไว้ ๐ จาก ๓ มาตรการ" in whole_text(content).replace("\u00a0", " ")


def test_what_an_officer_entered_stands_in_the_report(shipped: duckdb.DuckDBPyConnection) -> None:
    seen = entry_of(shipped.cursor(), 1, 12)
    cited = Cited("ประกาศมาตรการ", "https://www.khaosaming.go.th/news?id=7&x=1", published_on=DAY.replace(year=2021))
    entry = Entry("จัดประชุมแล้ว", Span(DAY.replace(year=2021), DAY.replace(year=2021)), "คู่มือ 1 เล่ม", evidence=(cited,))
    save_entry(shipped, 1, 12, entry, seen=seen, who=DESK)
    submit(shipped, Round(CODE, YEAR, 12), Signature("นายตัวอย่าง มั่นคง", "นิติกร", DAY), who=DESK)
    content = result(stored(shipped, 12))
    evidence = f"หลักฐาน: ประกาศมาตรการ {cited.url} เผยแพร่เมื่อวันที่ ๒๖ พฤศจิกายน ๒๕๖๔"
    assert table_texts(content, 2)[2][1:] == [
        "จัดประชุมแล้ว", "วันที่ ๒๖ พฤศจิกายน ๒๕๖๔", "คู่มือ 1 เล่ม", "ไม่มีข้อมูล", evidence,
    ]  # fmt: skip
    places = table_texts(content, 3)[0][1].splitlines()
    assert places[0].endswith("ผู้จัดทำ")
    assert places[1:] == ["(นายตัวอย่าง มั่นคง)", "ตำแหน่ง นิติกร", "วันที่ ๒๖ พฤศจิกายน ๒๕๖๙"]


def test_three_places_to_sign_of_which_two_are_blank(shipped: duckdb.DuckDBPyConnection) -> None:
    cells = [text for text in table_texts(plan(stored(shipped, None)), -1)[0] if text]
    assert [text.splitlines()[0].rpartition("…")[2] for text in cells] == ["ผู้จัดทำ", "ผู้ตรวจสอบ", "ผู้อนุมัติ"]
    assert [text.splitlines()[1].strip("(…)") for text in cells] == ["นางสาวอรพรรณ พันธุ์วิไล", "", ""]


def test_without_scores_the_analysis_says_so(shipped: duckdb.DuckDBPyConnection) -> None:
    text = whole_text(plan(stored(shipped, None))).replace("\u00a0", " ")
    assert "ไม่มีข้อมูลคะแนนของปี พ.ศ. ๒๕๖๓" in text
    assert "ตัวชี้วัดที่ยังไม่มีมาตรการตอบโดยตรง คือ ตัวชี้วัดที่ ๘ การปรับปรุงการทำงาน" in text
    assert "คะแนนรายตัวชี้วัด" not in {words for _, words in headings(plan(stored(shipped, None)))}


def test_a_guessed_link_is_neither_printed_nor_counted(shipped: duckdb.DuckDBPyConnection) -> None:
    of = stored(shipped, None)
    weak = [each.indicator_no for each in of.report.weaknesses]
    guess, word = (tuple(IndicatorLink(no, basis) for no in weak) for basis in ("wording", "analyst"))
    guessed, mixed, told = (
        whole_text(
            plan(replace(of, report=replace(of.report, measures=(Measure("มาตรการ", indicators=links),))))
        ).replace("\u00a0", " ")
        for links in (guess, (*word[:1], *guess[1:]), word)
    )
    covered, unsure = say("document.analysis.all_covered"), say("document.analysis.unconfirmed", indicators="").strip()
    assert (covered in guessed, covered in mixed, covered in told) == (False, False, True)
    assert f"{unsure} ตัวชี้วัดที่ ๗ ประสิทธิภาพการสื่อสาร ตัวชี้วัดที่ ๘" in guessed
    assert f"{unsure} ตัวชี้วัดที่ ๘" in mixed
    assert unsure not in told
    assert say("document.analysis.uncovered", indicators="").strip() not in guessed + mixed + told


def test_scores_and_the_rule_stand_in_the_analysis(shipped: duckdb.DuckDBPyConnection) -> None:
    store_scores(shipped, CODE, 2563, {"1": 95.5, "7": 84.995, "9": 67.28})
    of = stored(shipped, None)
    text = whole_text(plan(of)).replace("\u00a0", " ")
    assert "ตัวชี้วัดที่ ๙ การเปิดเผยข้อมูล (คะแนน ๖๗.๒๘)" in text
    assert "ตัวชี้วัดที่ ๗ ประสิทธิภาพการสื่อสาร (คะแนน ๘๕.๐๐ หน่วยงานระบุ)" in text
    assert "ต่ำกว่า ๗๕.๐๐ คะแนน" in text
    rows = {row[0]: row[2:] for row in table_texts(plan(of), 0)[1:]}
    assert rows["ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่"] == ["๙๕.๕๐", "จุดแข็ง"]
    assert rows["ตัวชี้วัดที่ ๒ การใช้งบประมาณ"] == ["ไม่มีข้อมูล", "ไม่มีข้อมูล"]
    assert of.rule == WeaknessRule(*map(type(of.rule.urgent_below), ("75", "85", "95")))


def test_a_year_without_measures_says_so(shipped: duckdb.DuckDBPyConnection) -> None:
    of = stored(shipped, 6)
    bare = replace(of, report=replace(of.report, measures=(), progress=()))
    said = "กำหนดมาตรการ"
    for make in (plan, result):
        foreword, others = (whole_text(make(each)).partition("การวิเคราะห์ผล")[0] for each in (bare, of))
        assert "ยังไม่มีมาตรการของปีงบประมาณ พ.ศ. ๒๕๖๔" in foreword.replace("\u00a0", " ")
        assert (said in foreword, said in others) == (False, True)
        assert "ไม่มีข้อมูลมาตรการของปีนี้" in whole_text(make(bare))


def test_where_nothing_of_the_year_before_is_known_no_analysis_is_claimed(
    shipped: duckdb.DuckDBPyConnection,
) -> None:
    of = stored(shipped, 6)
    unknown = replace(of, named=frozenset(), report=replace(of.report, weaknesses=(), none_stated=()))
    bare = replace(unknown, report=replace(unknown.report, measures=(), progress=()))
    claim, none = "ได้วิเคราะห์ผลการประเมิน", "ยังไม่มีข้อมูลผลการประเมิน"
    for make in (plan, result):
        told = whole_text(make(of))
        assert (told.count(claim), told.count(none)) == (2, 0)
        for each in (unknown, bare):
            said = whole_text(make(each))
            assert (said.count(claim), said.count(none)) == (0, 2)


def test_the_rule_counts_what_the_agency_named_only_where_it_named_any(shipped: duckdb.DuckDBPyConnection) -> None:
    of = stored(shipped, None)
    silent = replace(of, named=frozenset(), report=replace(of.report, weaknesses=()))
    named = "ที่หน่วยงานระบุเอง"
    assert say("document.analysis.only_named") in whole_text(plan(of))
    assert say("document.analysis.none_judged") in whole_text(plan(silent))
    store_scores(shipped, CODE, 2563, {"1": 95.5})
    scored = stored(shipped, None)
    silent = replace(scored, named=frozenset(), report=replace(scored.report, weaknesses=()))
    told, untold = (whole_text(plan(each)).replace("\u00a0", " ") for each in (scored, silent))
    assert all("ต่ำกว่า ๗๕.๐๐ คะแนน" in text for text in (told, untold))
    assert (named in told, named in untold) == (True, False)


def test_made_up_data_say_so_on_the_cover_and_at_the_foot_of_every_page(shipped: duckdb.DuckDBPyConnection) -> None:
    of = replace(stored(shipped, 6), is_synthetic=True)
    content = result(of)
    said = "ข้อมูลสังเคราะห์"
    assert said in whole_text(content).partition("คำนำ")[0]
    for foot in ("word/footer1.xml", "word/footer2.xml"):
        words = "".join(part(content, foot).itertext())
        assert said in words
    assert said not in whole_text(result(stored(shipped, 6)))


def test_the_foot_says_of_when_the_data_are_and_when_it_was_made(shipped: duckdb.DuckDBPyConnection) -> None:
    of = gathered(shipped, CODE, YEAR, None, DAY)
    assert of is not None
    assert of.result is not None
    line = "องค์การบริหารส่วนตำบลเขาสมิง · ข้อมูล ณ เมษายน ๒๕๖๔ · จัดทำเมื่อวันที่ ๒๖ พฤศจิกายน ๒๕๖๙"
    assert of.facts.data_of in to_arabic(line)
    for content, pdf in (
        (plan(of.plan), pdf_of(plan_document(of.plan))),
        (result(of.result), pdf_of(result_document(of.result))),
    ):
        feet = ["".join(part(content, f"word/footer{number}.xml").itertext()) for number in (1, 2)]
        assert all(line in foot.replace("\u00a0", " ") for foot in feet)
        assert all(line in foot for foot in artifacts(pdf))
        assert line not in whole_text(content)


@pytest.mark.parametrize(
    ("year", "plans", "results"),
    [
        (2564, [(2564, "O42")], [(2564, "O43")]),
        (2566, [(2566, "O42")], [(2566, "O43"), (2567, "O35")]),
        (2567, [(2567, "O34")], [(2568, "O28")]),
    ],
)
def test_from_2567_the_report_is_on_the_measures_of_the_year_before(
    year: int, plans: list[tuple[int, str]], results: list[tuple[int, str]]
) -> None:
    assert list(assessments(year, "plan")) == plans
    assert list(assessments(year, "report")) == results


def test_the_foreword_tells_that_the_report_is_on_the_year_before(shipped: duckdb.DuckDBPyConnection) -> None:
    of = stored(shipped, 6)
    later = replace(of, report=replace(of.report, fiscal_year_be=2567, prior_fiscal_year_be=2566))
    assert "จึงแสดงผลของมาตรการปี พ.ศ. ๒๕๖๗" in whole_text(result(later)).replace("\u00a0", " ")
    assert "มาตรการปีก่อนหน้า" not in whole_text(result(of))


def test_forty_measures_are_forty_rows(shipped: duckdb.DuckDBPyConnection) -> None:
    of = stored(shipped, 6)
    many = tuple(Measure(f"มาตรการทดสอบข้อ {number}", ("ก",), ("ข", "ค")) for number in range(1, 41))
    content = result(replace(of, report=replace(of.report, measures=many, progress=())))
    assert [row[0] for row in table_texts(content, 0)[1:]] == [each.title for each in many]
    assert len(table_texts(content, 1)) == 2 + 40
