"""เทศบาลเมืองทดลองบุรี, FY2564, 6 months, Word: one table, typed code in cells, scores and strengths beside."""

from pathlib import Path

from .docx_parts import BULLETS, a4, fill, lines, list_id, merge, save, table
from .docx_parts import fill_list as fill_word_list
from .expected import DEVELOP, Expected, Measure, Progress, Signatory, Variant, Weak

AGENCY = "เทศบาลเมืองทดลองบุรี"
ASK = "มาตรการสอบถามความพึงพอใจของผู้รับบริการ"
FAST = "มาตรการให้บริการนอกเวลาราชการ"
OPEN = "มาตรการเผยแพร่ผลการใช้จ่ายงบประมาณ"
ASK_STEPS = ("ติดตั้งเครื่องประเมิน ณ เคาน์เตอร์", "สรุปผลทุกสิ้นเดือน")
FAST_STEPS = ("เปิดบริการวันเสาร์", "จัดเวรเจ้าหน้าที่", "ประชาสัมพันธ์เวลาให้บริการ")
OPEN_STEPS = ("จัดทำสรุปการใช้จ่ายรายไตรมาส",)
HEAD = ("ขั้นตอน", "มาตรการ", "ผู้รับผิดชอบ", "งบประมาณ", "ผลการดำเนินงาน", "หมายเหตุ")
RUDE = "=cmd|' /C calc'!A0"
TAG = "<script>alert('x')</script>"
SCORES = (
    ("ตัวชี้วัด", "คะแนน"),
    ("การปฏิบัติหน้าที่", "๙๔.๑๐"),
    ("การใช้อำนาจ", "๙๐.๓๒"),
    ("คุณภาพการดำเนินงาน", "๘๑.๒๗"),
)
ASK_RESULT = "ติดตั้งแล้ว ๕ เครื่อง เมื่อวันที่ ๔ มกราคม ๒๕๖๔"
FAST_RESULT = "เปิดบริการวันเสาร์ ๒๔ ครั้ง มีผู้รับบริการ ๑,๐๘๘ คน"
OPEN_RESULT = "เผยแพร่แล้ว ๒ ไตรมาส"


def write(path: Path) -> None:
    """Plan and result in one table, its measure column second; a section row names the indicator."""
    document = a4()
    lines(
        document,
        "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
        "ประจำปี พ.ศ.๒๕๖๔ (รอบ ๖ เดือนแรก)",
        f"{AGENCY} อำเภอทดลองบุรี จังหวัดราชบุรี",
        "ผลการประเมิน ITA ปี พ.ศ. ๒๕๖๓ มีจุดแข็ง ได้แก่ ตัวชี้วัดการปฏิบัติหน้าที่ และตัวชี้วัดการใช้อำนาจ "
        "สำหรับประเด็นที่ต้องพัฒนาให้ดีขึ้น ได้แก่ ตัวชี้วัดคุณภาพการดำเนินงาน และตัวชี้วัดการใช้งบประมาณ "
        "โดยไม่มีข้อบกพร่องที่ต้องแก้ไขโดยเร่งด่วน",
    )
    table(document, SCORES)
    lines(document, "ผลการดำเนินการรายมาตรการ")
    rows = [
        HEAD,
        ("ตัวชี้วัดที่ ๖ คุณภาพการดำเนินงาน", *[""] * 5),
        ("", ASK, "กองวิชาการและแผนงาน", "๑๐,๐๐๐ บาท", ASK_RESULT, RUDE),
        ([f"- {step}" for step in FAST_STEPS], FAST, "สำนักปลัดเทศบาล", "๓๖,๐๐๐ บาท", FAST_RESULT, TAG),
        ("ตัวชี้วัดที่ ๒ การใช้งบประมาณ", *[""] * 5),
        (OPEN_STEPS[0], OPEN, "กองคลัง", "-", OPEN_RESULT, ""),
    ]
    made = table(document, rows)
    fill_word_list(made.cell(2, 0), ASK_STEPS, list_id(document, BULLETS))
    merge(made, (1, 0), (1, 5))
    merge(made, (4, 0), (4, 5))
    block = table(document, [("", "")], headers=0)
    fill(block.cell(0, 0), ["ลงชื่อ.....................ผู้จัดทำ", "(นางสาวฝน ทดลองชื่น)", "นักทรัพยากรบุคคลปฏิบัติการ"])
    fill(block.cell(0, 1), ["ลงชื่อ.....................ผู้ตรวจสอบ", "(นายลม ตัวอย่างพัด)", "ปลัดเทศบาลเมืองทดลองบุรี"])
    save(path, document)


VARIANT = Variant(
    id="docx-combined-hostile",
    file_name="combined-2564.docx",
    write=write,
    covers=(
        "combined section_rows merged_columns word_lists dash_bullets thai_digits dates_in_words "
        "other_order column_budget weak_prose no_urgent strengths two_signatories hostile unread_column"
    ),
    expected=Expected(
        agency=AGENCY,
        district="ทดลองบุรี",
        province="ราชบุรี",
        fiscal_year_be=2564,
        round_months=6,
        prior_fiscal_year_be=2563,
        weaknesses=(Weak(6, DEVELOP, "คุณภาพการดำเนินงาน"), Weak(2, DEVELOP, "การใช้งบประมาณ")),
        measures=(
            Measure(ASK, (), ASK_STEPS, ("กองวิชาการและแผนงาน",), None, (6,)),
            Measure(FAST, (), FAST_STEPS, ("สำนักปลัดเทศบาล",), None, (6,)),
            Measure(OPEN, (), OPEN_STEPS, ("กองคลัง",), None, (2,)),
        ),
        progress=(
            Progress(ASK, said=(ASK_RESULT,), note="calc", stated_on=("2021-01-04",)),
            Progress(FAST, said=(FAST_RESULT,), stated_on=()),
            Progress(OPEN, said=(OPEN_RESULT,), stated_on=()),
        ),
        signatories=(
            Signatory("ผู้จัดทำ", "นางสาวฝน ทดลองชื่น", "นักทรัพยากรบุคคลปฏิบัติการ"),
            Signatory("ผู้ตรวจสอบ", "นายลม ตัวอย่างพัด", "ปลัดเทศบาลเมืองทดลองบุรี"),
        ),
        findings=("missing_approver",),
        no_findings=(
            "date_outside_round", "agency_spelled_two_ways", "weak_indicator_without_measure",
            "measure_without_weak_indicator",
        ),
        kept=("๘๑.๒๗",),
        unread=("๑๐,๐๐๐ บาท", "๓๖,๐๐๐ บาท"),
        has_typed_tags=True,
    ),
)  # fmt: skip
