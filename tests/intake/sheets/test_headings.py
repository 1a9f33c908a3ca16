"""A heading is known by its words, in every way that offices write it."""

from __future__ import annotations

import pytest

from ita_analysis.intake.sheets.headings import code_of, field_of, form_of, year_of

FIELDS = {
    "none": ("ลำดับ", "ที่", "No.", "หมายเหตุ", "รหัสหน่วยงาน", "ประเภทหน่วยงาน", "จำนวนผู้ตอบ IIT"),
    "fiscal_year": ("ปี", "ปีงบประมาณ", "พ.ศ.", "ปีงบประมาณ พ.ศ.", "Year", "fiscal_year"),
    "agency": ("หน่วยงาน", "อปท.", "ชื่อหน่วยงาน", "คณะ/หน่วยงาน", "ชื่อ อปท.", "Agency Name", "หน่วยงานที่รับการประเมิน"),
    "province": ("จังหวัด", "Province"),
    "district": ("อำเภอ", "อำเภอ/เขต"),
    "total": ("คะแนนรวม", "คะแนน ITA", "ผลคะแนน ITA", "คะแนนการประเมิน ITA", "รวม", "Total score", "คะแนนรวม 2564"),
    "score": ("คะแนน", "ผลคะแนน", "คะแนนที่ได้", "ร้อยละ", "score"),
    "grade": ("ระดับ", "ผลการประเมิน", "เกรด", "ระดับผลการประเมิน", "ระดับคะแนน"),
    "instrument:IIT": ("IIT", "คะแนน IIT", "IIT (30)", "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT)", "คะแนน (IIT)"),
    "instrument:EIT": ("EIT", "eit (30 คะแนน)", "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก", "EIT (15)"),
    "instrument:EIT-1": ("EIT ส่วนที่ 1", "EIT ส่วนที่ ๑", "EIT-1", "EIT (1)", "EIT part 1", "EIT ส่วนที่ 1 (15)"),
    "instrument:EIT-2": ("EIT ส่วนที่ 2", "EIT2"),
    "instrument:OIT": ("OIT (ร้อยละ 40)", "แบบตรวจการเปิดเผยข้อมูลสาธารณะ (OIT)"),
    "indicator:1": ("ตัวชี้วัดที่ 1", "ตัวชี้วัด ๑", "การปฏิบัติหน้าที่", "ด้านการปฏิบัติหน้าที่", "1. การปฏิบัติหน้าที่"),
    "indicator:7": ("ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร", "การสื่อสาร", "คะแนนตัวชี้วัดที่ 7"),
    "indicator:10": ("ตัวชี้วัดที่ ๑๐", "การป้องกันการทุจริต", "indicator_10"),
    "indicator:11": ("ตัวชี้วัดที่ 11",),
    "item:O1": ("O1", "o1", "ข้อ O1", "O๑", "O 1", "O1 โครงสร้างหน่วยงาน"),
    "item:O42": ("O42", "ข้อ O42 มาตรการ"),
    "item:i30": ("i30", "I30"),
    "item:e15": ("e15", "ข้อ E15"),
    "code": ("ตัวชี้วัด", "หัวข้อ", "รายการตัวชี้วัด", "รหัสข้อ", "code"),
    "level": ("level",),
}
UNKNOWN = ("ความเห็น", "9.1 ข้อมูลพื้นฐาน", "ตัวชี้วัดย่อย 9.1", "i1.1", "", "ค่าความเชื่อมั่น")


@pytest.mark.parametrize(("field", "heading"), [(name, each) for name, all_of in FIELDS.items() for each in all_of])
def test_a_heading_is_known(field: str, heading: str) -> None:
    assert field_of(heading) == field


@pytest.mark.parametrize("heading", UNKNOWN)
def test_other_words_are_unknown(heading: str) -> None:
    assert field_of(heading) is None


@pytest.mark.parametrize(
    ("heading", "year"),
    [("คะแนนรวม 2564", 2564), ("ปี ๒๕๖๕", 2565), ("คะแนน ITA 2021", 2564), ("คะแนนรวม", None), ("O42", None)],
)
def test_the_year_of_a_heading(heading: str, year: int | None) -> None:
    assert year_of(heading) == year


@pytest.mark.parametrize(
    ("heading", "form"),
    [
        ("IIT (30)", "weighted"),
        ("IIT (ร้อยละ 30)", "weighted"),
        ("IIT (100)", "percent"),
        ("IIT", None),
        ("IIT 2564", None),
    ],
)
def test_a_full_mark_in_the_heading_tells_the_form(heading: str, form: str | None) -> None:
    assert form_of(heading, 30) == form


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("7", "indicator:7"),
        ("๗", "indicator:7"),
        ("คะแนน", "total"),
        ("O42", "item:O42"),
        ("EIT ส่วนที่ 2", "instrument:EIT-2"),
    ],
)
def test_a_row_of_a_long_sheet_names_its_score(words: str, code: str) -> None:
    assert code_of(words) == code
