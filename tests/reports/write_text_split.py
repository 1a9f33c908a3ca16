"""ทต.บ้านตัวอย่าง, FY2564, 6 months, text: tables cut by the page, a measure that runs on over the cut."""

from pathlib import Path

from .expected import DEVELOP, URGENT, Expected, Measure, Progress, Signatory, Variant, Weak
from .text_parts import blocks, ol, save, tsv, ul

AGENCY = "เทศบาลตำบลบ้านตัวอย่าง"
SERVICE = "มาตรการเพิ่มประสิทธิภาพการให้บริการประชาชน"
WEBSITE = "มาตรการเปิดเผยข้อมูลข่าวสารทางเว็บไซต์"
NO_GIFT = "มาตรการป้องกันการรับสินบนของเจ้าหน้าที่"
FOLLOW = "รายงานผลการดำเนินงานตามมาตรการ -รอบ ๖ เดือน -รอบ ๑๒ เดือน"

SERVICE_GUIDELINES = (
    "ปรับปรุงคู่มือสำหรับประชาชนให้เป็นปัจจุบันตามพระราชบัญญัติการอำนวยความสะดวกฯ พ.ศ. ๒๕๕๘",
    "จัดจุดบริการเบ็ดเสร็จ ณ จุดเดียว (One Stop Service)",
    "สำรวจความพึงพอใจของผู้รับบริการทุกเดือน",
)
SERVICE_NEXT_GUIDELINE = "แจ้งผลการสำรวจให้ผู้บริหารทราบในการประชุมประจำเดือน"
SERVICE_STEPS = (
    "แต่งตั้งคณะทำงานปรับปรุงการให้บริการประชาชน",
    "จัดทำแผนผังขั้นตอนและระยะเวลาการให้บริการติดประกาศไว้ ณ จุดบริการ",
)
SERVICE_NEXT_STEP = "สรุปผลความพึงพอใจเสนอนายกเทศมนตรี"
WEBSITE_GUIDELINES = ("ทบทวนรายการข้อมูลที่ต้องเปิดเผยบนเว็บไซต์หลักให้ครบ ๔๓ ข้อ",)
WEBSITE_STEPS = ("มอบหมายผู้รับผิดชอบข้อมูลรายข้อ", "ตรวจสอบการเชื่อมโยงของเว็บไซต์ทุกสัปดาห์")
GIFT_GUIDELINES = ("ประกาศนโยบายงดรับของขวัญทุกชนิดจากการปฏิบัติหน้าที่", "เปิดช่องทางรับแจ้งเบาะแสการทุจริต")
GIFT_STEPS = ("ผู้บริหารลงนามในประกาศ", "เผยแพร่ประกาศให้บุคลากรและผู้มาติดต่อทราบ")

PLAN_TITLE = "  \n".join(
    (
        "**มาตรการเพื่อขับเคลื่อนการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงานให้ดีขึ้น",
        "ประจำปีงบประมาณ พ.ศ. ๒๕๖๔ (รอบ ๖ เดือนแรก)**",
    )
)
PLAN_HEAD = (
    "ลำดับ", "มาตรการ", "ขั้นตอน/วิธีการปฏิบัติ", "แนวทางปฏิบัติ", "การกำกับติดตาม", "ผู้รับผิดชอบ",
)  # fmt: skip
RESULT_TITLE = "รายงานผลการดำเนินการตามมาตรการ ประจำปีงบประมาณ พ.ศ. ๒๕๖๔ (รอบ ๖ เดือนแรก)"
RESULT_HEAD = (
    ("ลำดับ", "มาตรการ", "ระยะเวลาการดำเนินงาน", "รายละเอียดการดำเนินงาน", "ผลการดำเนินการ", "", "หมายเหตุ"),
    ("", "", "", "", "ผลผลิต", "ผลลัพธ์", ""),
)
HALF_YEAR = "เดือนตุลาคม ๒๕๖๓ ถึงเดือน มีนาคม ๒๕๖๔"


def write(path: Path) -> None:
    """UTF-8 with a byte order mark; two plan tables and two result tables, headings repeated."""
    cover = f"รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\n{AGENCY}"
    analysis = (
        f"{AGENCY} อำเภอสมมติ จังหวัดลำปาง ได้วิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน"
        "ของหน่วยงานภาครัฐ (ITA) ในปี พ.ศ. ๒๕๖๓ ที่ผ่านมา สรุปได้ว่า มีข้อบกพร่องหรือจุดอ่อนที่ต้องแก้ไข"
        "โดยเร่งด่วน ได้แก่ ตัวชี้วัดการป้องกันการทุจริต และมีประเด็นที่ต้องพัฒนาให้ดีขึ้น ได้แก่ "
        "ตัวชี้วัดคุณภาพการดำเนินงาน และตัวชี้วัดการเปิดเผยข้อมูล จึงกำหนดมาตรการดังนี้"
    )
    first_page = tsv(
        PLAN_HEAD,
        ("๑", f"<b>{SERVICE}</b>", ol(*SERVICE_STEPS), ul(*SERVICE_GUIDELINES), FOLLOW, "สำนักปลัดเทศบาล"),
    )
    next_page = tsv(
        PLAN_HEAD,
        ("", "", ol(SERVICE_NEXT_STEP, first=3), ul(SERVICE_NEXT_GUIDELINE), "", ""),
        ("๒", f"<b>{WEBSITE}</b>", ol(*WEBSITE_STEPS), WEBSITE_GUIDELINES[0], FOLLOW, "กองวิชาการและแผนงาน"),
        ("๓", f"<b>{NO_GIFT}</b>", ol(*GIFT_STEPS), ul(*GIFT_GUIDELINES), FOLLOW, "สำนักปลัดเทศบาล"),
    )
    results = tsv(
        *RESULT_HEAD,
        (
            "๑", f"<b>{SERVICE}</b>", HALF_YEAR,
            "จัดทำคู่มือสำหรับประชาชน จำนวน ๒๐ กระบวนงาน แล้วเสร็จเมื่อวันที่ ๑๕ เดือน ธันวาคม พ.ศ. ๒๕๖๓",
            "คู่มือสำหรับประชาชน ๒๐ กระบวนงาน", "ผู้รับบริการพึงพอใจร้อยละ ๙๑.๔๐", "",
        ),
        (
            "๒", f"<b>{WEBSITE}</b>", HALF_YEAR,
            "- ปรับปรุงเว็บไซต์หลัก (เผยแพร่เมื่อวันที่ ๗ เดือน มกราคม พ.ศ. ๒๕๖๔) - อบรมผู้ดูแลเว็บไซต์ ๒ ครั้ง",
            "ข้อมูลครบ ๔๓ ข้อ", "ประชาชนสืบค้นข้อมูลได้สะดวกขึ้น", "",
        ),
    )  # fmt: skip
    last_results = tsv(
        *RESULT_HEAD,
        (
            "๓", NO_GIFT, HALF_YEAR, "ประกาศนโยบายงดรับของขวัญ ลงวันที่ ๑ กุมภาพันธ์ พ.ศ.๒๕๖๔",
            "ประกาศ ๑ ฉบับ", "ไม่มีเรื่องร้องเรียนการรับสินบน", "อยู่ระหว่างติดตาม",
        ),
    )  # fmt: skip
    sign = "(ลงชื่อ)\n\n\nผู้จัดทำ\n\n(นางสาวสมหญิง ตัวอย่างดี)\n\nนักวิเคราะห์นโยบายและแผนชำนาญการ"
    text = blocks(
        cover, analysis, PLAN_TITLE, first_page, PLAN_TITLE, next_page,
        RESULT_TITLE, results, RESULT_TITLE, last_results, sign,
    )  # fmt: skip
    save(path, text, encoding="utf-8-sig")


VARIANT = Variant(
    id="txt-split-bom",
    file_name="รายงาน รอบ ๖ เดือน บ้านตัวอย่าง.txt",
    write=write,
    covers=(
        "pages_split two_row_header header_repeated merged_rows html_in_cells dash_bullets thai_digits "
        "dates_in_words month_period plan_and_result other_order column_no column_follow_up weak_prose "
        "urgent_and_develop one_signatory"
    ),
    expected=Expected(
        agency=AGENCY,
        district="สมมติ",
        province="ลำปาง",
        fiscal_year_be=2564,
        round_months=6,
        prior_fiscal_year_be=2563,
        weaknesses=(
            Weak(10, URGENT, "การป้องกันการทุจริต"),
            Weak(6, DEVELOP, "คุณภาพการดำเนินงาน"),
            Weak(9, DEVELOP, "การเปิดเผยข้อมูล"),
        ),
        measures=(
            Measure(
                SERVICE,
                (*SERVICE_GUIDELINES, SERVICE_NEXT_GUIDELINE),
                (*SERVICE_STEPS, SERVICE_NEXT_STEP),
                ("สำนักปลัดเทศบาล",),
                (6, 12),
            ),
            Measure(WEBSITE, WEBSITE_GUIDELINES, WEBSITE_STEPS, ("กองวิชาการและแผนงาน",), (6, 12)),
            Measure(NO_GIFT, GIFT_GUIDELINES, GIFT_STEPS, ("สำนักปลัดเทศบาล",), (6, 12)),
        ),
        progress=(
            Progress(
                SERVICE,
                detail="จำนวน ๒๐ กระบวนงาน แล้วเสร็จ",
                output="คู่มือสำหรับประชาชน ๒๐ กระบวนงาน",
                outcome="ผู้รับบริการพึงพอใจร้อยละ ๙๑.๔๐",
                period=("2020-10-01", "2021-03-31"),
                stated_on=("2020-12-15",),
            ),
            Progress(
                WEBSITE,
                detail="อบรมผู้ดูแลเว็บไซต์ ๒ ครั้ง",
                output="ข้อมูลครบ ๔๓ ข้อ",
                outcome="ประชาชนสืบค้นข้อมูลได้สะดวกขึ้น",
                period=("2020-10-01", "2021-03-31"),
                stated_on=("2021-01-07",),
            ),
            Progress(
                NO_GIFT,
                detail="ประกาศนโยบายงดรับของขวัญ",
                output="ประกาศ ๑ ฉบับ",
                outcome="ไม่มีเรื่องร้องเรียนการรับสินบน",
                note="อยู่ระหว่างติดตาม",
                period=("2020-10-01", "2021-03-31"),
                stated_on=("2021-02-01",),
            ),
        ),
        signatories=(Signatory("ผู้จัดทำ", "นางสาวสมหญิง ตัวอย่างดี", "นักวิเคราะห์นโยบายและแผนชำนาญการ"),),
        findings=("missing_approver",),
        no_findings=(
            "date_outside_round", "agency_spelled_two_ways", "cut_off_text", "round_not_in_plan",
            "outcome_is_output", "output_repeats_title",
        ),
    ),
)  # fmt: skip
