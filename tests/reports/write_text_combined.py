"""เทศบาลเมืองตัวอย่างนคร, FY2566, 6 months, text: plan and result in one table, indicator headings in it."""

from pathlib import Path

from .expected import DEVELOP, Expected, Measure, Progress, Signatory, Variant, Weak
from .text_parts import blocks, dashes, numbers, save, tsv

AGENCY = "เทศบาลเมืองตัวอย่างนคร"
LINE = "มาตรการสื่อสารผ่านไลน์ทางการของเทศบาล"
RADIO = "มาตรการประชาสัมพันธ์ผ่านหอกระจายข่าวและเสียงตามสาย"
ASSET = "มาตรการควบคุมการยืมทรัพย์สินของราชการ"
LINE_STEPS = ("เปิดบัญชีไลน์ทางการของเทศบาล", "กำหนดผู้ตอบคำถามภายใน ๒๔ ชั่วโมง")
RADIO_STEPS = ("จัดทำผังรายการรายสัปดาห์", "ให้ชุมชนร่วมเสนอหัวข้อรายการ")
ASSET_STEPS = (
    "จัดทำแบบฟอร์มขอยืมทรัพย์สิน",
    "ลงทะเบียนคุมการยืมและการคืนทุกครั้ง",
    "ตรวจนับทรัพย์สินทุกไตรมาส",
)
HEAD = ("ที่", "มาตรการ", "ขั้นตอนการดำเนินงาน", "ผู้รับผิดชอบ", "ระยะเวลา", "ผลการดำเนินงาน", "งบประมาณ")
NBSP, ZWSP = "\u00a0", "\u200b"
HALF_YEAR = "ต.ค. ๒๕๖๕ - มี.ค. ๒๕๖๖"


def write(path: Path) -> None:
    """Markdown stars around headings; invisible spaces inside words; no urgent point, and it says so."""
    title = (
        f"**รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน**\n"
        f"**ประจำปีงบประมาณ{NBSP}พ.ศ.{NBSP}๒๕๖๖ (รอบ{NBSP}๖{NBSP}เดือน)**\n**เทศบาล{ZWSP}เมือง{ZWSP}ตัวอย่างนคร**"
    )
    analysis = (
        f"{AGENCY} อำเภอเมืองตัวอย่าง จังหวัดขอนแก่น วิเคราะห์ผลการประเมิน ITA ปีงบประมาณ พ.ศ. ๒๕๖๕ แล้ว "
        "จุดแข็งคือ ตัวชี้วัดที่ ๕ การแก้ไขปัญหาการทุจริต ซึ่งได้คะแนนสูงสุด ๙๖.๐๑ คะแนน "
        "ทั้งนี้ ไม่มีประเด็นที่ต้องแก้ไขโดยเร่งด่วน"
    )
    weak = (
        "**ประเด็นที่ต้องพัฒนาให้ดีขึ้น**\n- **ตัวชี้วัดที่ ๗ ประสิทธิภาพการสื่อสาร** (๘๓.๑๙ คะแนน)\n"
        "- **ตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของราชการ** (๘๔.๐๐ คะแนน)"
    )
    table = tsv(
        HEAD,
        ("**ตัวชี้วัดที่ ๗ ประสิทธิภาพการสื่อสาร**", "", "", "", "", "", ""),
        (
            "๑", f"มาตร{ZWSP}การสื่อสาร{ZWSP}ผ่านไลน์{ZWSP}ทางการของเทศบาล", numbers(*LINE_STEPS),
            f"งาน{ZWSP}ประชาสัมพันธ์", HALF_YEAR, "มีผู้ติดตาม ๑,๒๕๐ บัญชี เริ่มใช้วันที่ ๓ มกราคม ๒๕๖๖", "-",
        ),
        (
            "๒", RADIO, dashes(*RADIO_STEPS), "งานประชาสัมพันธ์", HALF_YEAR,
            "ออกอากาศครบ ๑๗ ชุมชน", "๑๕,๐๐๐ บาท",
        ),
        ("**ตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของราชการ**", "", "", "", "", "", ""),
        (
            "๓", ASSET, numbers(*ASSET_STEPS), "กองคลัง", HALF_YEAR,
            "ตรวจนับแล้ว ๒ ไตรมาส ทรัพย์สินอยู่ครบถ้วน", "-",
        ),
    )  # fmt: skip
    sign = (
        "(ลงชื่อ)....................................ผู้จัดทำ\n(นายก่อ ตัวอย่างกิจ)\nนิติกรปฏิบัติการ\n\n"
        "(ลงชื่อ)....................................ผู้ตรวจสอบ\n(นางข้าว ทดลองดี)\nปลัดเทศบาล\n\n"
        "(ลงชื่อ)....................................ผู้อนุมัติ\n(นายคง สมมติสุข)\nนายกเทศมนตรีเมืองตัวอย่างนคร"
    )
    save(path, blocks(title, analysis, weak, table, sign))


VARIANT = Variant(
    id="txt-combined-markdown",
    file_name="combined-2566.txt",
    write=write,
    covers=(
        "combined section_rows thai_numbering dash_bullets thai_digits zero_width no_break_space "
        "column_no column_period column_budget synonyms weak_list weak_scores no_urgent strengths "
        "month_period dates_in_words three_signatories unread_column"
    ),
    expected=Expected(
        agency=AGENCY,
        district="เมืองตัวอย่าง",
        province="ขอนแก่น",
        fiscal_year_be=2566,
        round_months=6,
        prior_fiscal_year_be=2565,
        weaknesses=(
            Weak(7, DEVELOP, "ประสิทธิภาพการสื่อสาร"),
            Weak(4, DEVELOP, "การใช้ทรัพย์สินของราชการ"),
        ),
        measures=(
            Measure(LINE, (), LINE_STEPS, ("งานประชาสัมพันธ์",), None, (7,)),
            Measure(RADIO, (), RADIO_STEPS, ("งานประชาสัมพันธ์",), None, (7,)),
            Measure(ASSET, (), ASSET_STEPS, ("กองคลัง",), None, (4,)),
        ),
        progress=(
            Progress(
                LINE,
                said=("มีผู้ติดตาม ๑,๒๕๐ บัญชี",),
                period=("2022-10-01", "2023-03-31"),
                stated_on=("2023-01-03",),
            ),
            Progress(RADIO, said=("ออกอากาศครบ ๑๗ ชุมชน",), period=("2022-10-01", "2023-03-31"), stated_on=()),
            Progress(
                ASSET,
                said=("ตรวจนับแล้ว ๒ ไตรมาส ทรัพย์สินอยู่ครบถ้วน",),
                period=("2022-10-01", "2023-03-31"),
                stated_on=(),
            ),
        ),
        signatories=(
            Signatory("ผู้จัดทำ", "นายก่อ ตัวอย่างกิจ", "นิติกรปฏิบัติการ"),
            Signatory("ผู้ตรวจสอบ", "นางข้าว ทดลองดี", "ปลัดเทศบาล"),
            Signatory("ผู้อนุมัติ", "นายคง สมมติสุข", "นายกเทศมนตรีเมืองตัวอย่างนคร"),
        ),
        no_findings=(
            "missing_approver", "date_outside_round", "agency_spelled_two_ways", "cut_off_text",
            "weak_indicator_without_measure", "measure_without_weak_indicator",
        ),
        kept=("๘๓.๑๙", "๘๔.๐๐"),
        unread=("๑๕,๐๐๐ บาท",),
    ),
)  # fmt: skip
