"""อบต.หนองสมมุติ, FY2565, text: a plan alone, in the old Thai code page, with a budget column."""

from pathlib import Path

from .expected import DEVELOP, URGENT, Expected, Measure, Variant, Weak
from .text_parts import blocks, dashes, numbers, save, tsv

AGENCY = "องค์การบริหารส่วนตำบลหนองสมมุติ"
ONLINE = "พัฒนาระบบการให้บริการผ่านช่องทางออนไลน์ (e-Service)"
TALK = "เพิ่มช่องทางการสื่อสารและรับฟังความคิดเห็นของประชาชน"
DATA = "จัดระเบียบข้อมูลที่ต้องเปิดเผยต่อสาธารณะ"
ONLINE_STEPS = (
    "สำรวจงานบริการที่สามารถให้บริการผ่านระบบออนไลน์ได้ตามมาตรา ๗ แห่งพระราชบัญญัติฯ พ.ศ. ๒๕๕๘",
    "จัดทำระบบรับคำขอผ่านเว็บไซต์หลัก",
    "ประเมินผลการใช้งานระบบและรายงานผู้บริหาร",
)
TALK_STEPS = (
    "จัดทำเพจและกลุ่มไลน์ประจำหมู่บ้าน",
    "ประชาสัมพันธ์แผนปฏิบัติการป้องกันการทุจริต (พ.ศ. ๒๕๖๑ - ๒๕๖๕) ให้ประชาชนทราบ",
)
DATA_STEPS = ("แต่งตั้งผู้รับผิดชอบเว็บไซต์ และตรวจสอบข้อมูลทุกวันที่ ๕ ของเดือน",)
HEAD = (
    "มาตรการ/แนวทาง", "ขั้นตอนหรือวิธีการปฏิบัติ", "ผู้รับผิดชอบ", "ระยะเวลา", "งบประมาณ", "การติดตามผล",
)  # fmt: skip
WHOLE_YEAR = "ตุลาคม ๒๕๖๔ – กันยายน ๒๕๖๕"
FOLLOW = "รายงานผลรอบ ๖ เดือน และรอบ ๑๒ เดือน"


def write(path: Path) -> None:
    """CP874 with Windows line ends; strengths, urgent and develop points under their own headings."""
    title = f"มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\nประจำปีงบประมาณ พ.ศ. ๒๕๖๕\n{AGENCY}"
    analysis = (
        f"๑. ผลการวิเคราะห์\n{AGENCY} อ.ตัวอย่างใต้ จ.อุดรธานี ได้นำผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๔ "
        "มาวิเคราะห์รายตัวชี้วัด มีรายละเอียดดังนี้"
    )
    strong = "จุดแข็ง\n- ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่ (๙๕.๑๒ คะแนน)\n- ตัวชี้วัดที่ ๓ การใช้อำนาจ (๙๑.๐๘ คะแนน)"
    urgent = "\n".join(
        (
            "ข้อบกพร่องหรือจุดอ่อนที่จะต้องแก้ไขโดยเร่งด่วน",
            "- ตัวชี้วัดที่ ๘ การปรับปรุงระบบการทำงาน (๗๑.๒๕ คะแนน)",
        )
    )
    develop = "\n".join(
        (
            "ประเด็นที่จะต้องพัฒนาให้ดีขึ้น",
            "- ตัวชี้วัดที่ ๗ ประสิทธิภาพการสื่อสาร (๘๒.๔๐ คะแนน)",
            "- ตัวชี้วัดที่ ๙ การเปิดเผยข้อมูล (๘๔.๖๗ คะแนน)",
        )
    )
    plan = tsv(
        HEAD,
        (ONLINE, numbers(*ONLINE_STEPS), "กองช่าง และสำนักปลัด", WHOLE_YEAR, "๒๐,๐๐๐ บาท", FOLLOW),
        (TALK, dashes(*TALK_STEPS), "สำนักปลัด", WHOLE_YEAR, "ไม่ใช้งบประมาณ", FOLLOW),
        (DATA, DATA_STEPS[0], "สำนักปลัด", WHOLE_YEAR, "๕,๕๐๐ บาท", "รายงานผลรอบ ๑๒ เดือน"),
    )
    heading = "๒. มาตรการเพื่อขับเคลื่อนการส่งเสริมคุณธรรมและความโปร่งใส"
    save(path, blocks(title, analysis, strong, urgent, develop, heading, plan), "cp874", "\r\n")


VARIANT = Variant(
    id="txt-plan-alone-cp874",
    file_name="แผน ๒๕๖๕.txt",
    write=write,
    covers=(
        "plan_alone thai_numbering dash_bullets thai_digits synonyms column_budget column_period "
        "column_follow_up weak_list weak_scores urgent_and_develop strengths unread_column old_code_page"
    ),
    expected=Expected(
        agency=AGENCY,
        district="ตัวอย่างใต้",
        province="อุดรธานี",
        fiscal_year_be=2565,
        prior_fiscal_year_be=2564,
        weaknesses=(
            Weak(8, URGENT, "การปรับปรุงระบบการทำงาน"),
            Weak(7, DEVELOP, "ประสิทธิภาพการสื่อสาร"),
            Weak(9, DEVELOP, "การเปิดเผยข้อมูล"),
        ),
        measures=(
            Measure(ONLINE, None, ONLINE_STEPS, ("กองช่าง และสำนักปลัด",), (6, 12)),
            Measure(TALK, None, TALK_STEPS, ("สำนักปลัด",), (6, 12)),
            Measure(DATA, None, DATA_STEPS, ("สำนักปลัด",), (12,)),
        ),
        no_findings=(
            "date_outside_round",
            "agency_spelled_two_ways",
            "outcome_is_output",
            "output_repeats_title",
        ),
        kept=("๗๑.๒๕", "๘๒.๔๐", WHOLE_YEAR),
        unread=("๒๐,๐๐๐ บาท", "ไม่ใช้งบประมาณ", "๕,๕๐๐ บาท"),
    ),
)
