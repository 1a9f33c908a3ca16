"""โรงพยาบาลทดลองราชนคร, FY2567, Word: a plan alone, a title row inside the table, cells merged over rows."""

from pathlib import Path

from .docx_parts import a4, lines, merge, save, signatures, table
from .expected import DEVELOP, URGENT, Expected, Measure, Signatory, Variant, Weak

AGENCY = "โรงพยาบาลทดลองราชนคร"
SIGNS = "มาตรการปรับปรุงป้ายและสื่อแนะนำการรับบริการ"
APP = "มาตรการแจ้งคิวผ่านแอปพลิเคชัน"
RISK = "มาตรการประเมินความเสี่ยงการทุจริตในการจัดซื้อยา"
SIGN_GUIDELINES = ("ใช้ภาษาที่เข้าใจง่ายและมีภาพประกอบ", "มีป้ายภาษาท้องถิ่นในจุดคัดกรอง")
SIGN_STEPS = ("สำรวจป้ายเดิม", "ออกแบบและติดตั้งป้ายใหม่")
APP_GUIDELINES = ("เชื่อมต่อระบบคิวกับระบบเวชระเบียน",)
APP_STEPS = ("ทดสอบระบบกับแผนกผู้ป่วยนอก", "เปิดให้บริการจริง", "อบรมเจ้าหน้าที่")
RISK_GUIDELINES = ("ประเมินความเสี่ยงตามแบบของสำนักงาน ป.ป.ช.", "เผยแพร่ผลการประเมินบนเว็บไซต์")
RISK_STEPS = ("แต่งตั้งคณะทำงานประเมินความเสี่ยง",)
NBSP, ZWSP = "\u00a0", "\u200b"
HEAD = (
    "ลำดับ", "ตัวชี้วัด", "ผู้รับผิดชอบ", f"แนวทาง{ZWSP}ปฏิบัติ", f"มาตร{ZWSP}การ", "ขั้นตอนหรือวิธีการปฏิบัติ",
    f"งบ{NBSP}ประมาณ", "ระยะเวลา", "การติดตามผล",
)  # fmt: skip
CAPTION = "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๗"
SEVEN = "ตัวชี้วัดที่ ๗ ประสิทธิภาพการสื่อสาร"
TEN = "ตัวชี้วัดที่ ๑๐ การป้องกันการทุจริต"
WHEN = "ต.ค. ๒๕๖๖ - ก.ย. ๒๕๖๗"


def _dash(items: tuple[str, ...]) -> list[str]:
    return [f"-{NBSP}{item}" for item in items]


def _no(items: tuple[str, ...]) -> list[str]:
    return [f"{'๑๒๓'[no]}.{NBSP}{item}" for no, item in enumerate(items)]


def write(path: Path) -> None:
    """The caption is the first row of the table; one indicator and one office span two measures."""
    document = a4()
    lines(
        document,
        AGENCY,
        f"อำเภอเมืองทดลอง{NBSP}{NBSP}จังหวัดพะเยา",
        f"การวิเคราะห์ผลการประเมิน{ZWSP}คุณธรรมและความโปร่งใส (ITA) ประจำปีงบประมาณ{NBSP}พ.ศ.{NBSP}๒๕๖๖",
        f"๑. ประเด็นที่ต้องแก้ไขโดย{ZWSP}เร่งด่วน",
        f"-{NBSP}{TEN} ๖๔.๑๗ คะแนน",
        "๒. ประเด็นที่ต้องพัฒนาให้ดีขึ้น",
        f"-{NBSP}ตัวชี้วัดที่{NBSP}๗{NBSP}ประสิทธิภาพ{ZWSP}การสื่อสาร ๘๓.๖๒ คะแนน",
        "๓. จุดแข็ง",
        f"-{NBSP}ตัวชี้วัดที่ ๘ การปรับปรุงระบบการทำงาน ๘๙.๐๐ คะแนน",
    )
    rows = [
        (CAPTION, *[""] * 8),
        HEAD,
        (
            "๑", SEVEN, "กลุ่มงานสุขศึกษา", _dash(SIGN_GUIDELINES), SIGNS, _no(SIGN_STEPS), "๔๐,๐๐๐ บาท", WHEN,
            "รอบ ๖ เดือน",
        ),
        ("๒", "", "", _dash(APP_GUIDELINES), APP, _no(APP_STEPS), "๑๒๐,๐๐๐ บาท", WHEN, "รอบ ๑๒ เดือน"),
        (
            "๓", TEN, "กลุ่มงานเภสัชกรรม", _dash(RISK_GUIDELINES), RISK, RISK_STEPS[0], "ไม่ใช้งบประมาณ", WHEN,
            ["- รอบ ๖ เดือน", "- รอบ ๑๒ เดือน"],
        ),
    ]  # fmt: skip
    made = table(document, rows, headers=2)
    merge(made, (0, 0), (0, 8))
    merge(made, (2, 1), (3, 1))
    merge(made, (2, 2), (3, 2))
    signatures(document, [("ผู้จัดทำ", "นางสาวทราย ทดลองงาม", "นักสาธารณสุขปฏิบัติการ")], by_row=True)
    save(path, document)


VARIANT = Variant(
    id="docx-plan-alone",
    file_name="plan-2567.docx",
    write=write,
    covers=(
        "plan_alone merged_rows merged_columns dash_bullets thai_numbering thai_digits other_order "
        "column_no column_indicator column_period column_follow_up column_budget synonyms zero_width "
        "no_break_space weak_list weak_scores urgent_and_develop strengths one_signatory unread_column"
    ),
    expected=Expected(
        agency=AGENCY,
        district="เมืองทดลอง",
        province="พะเยา",
        fiscal_year_be=2567,
        prior_fiscal_year_be=2566,
        weaknesses=(Weak(10, URGENT, "การป้องกันการทุจริต"), Weak(7, DEVELOP, "ประสิทธิภาพการสื่อสาร")),
        measures=(
            Measure(SIGNS, SIGN_GUIDELINES, SIGN_STEPS, ("กลุ่มงานสุขศึกษา",), (6,), (7,)),
            Measure(APP, APP_GUIDELINES, APP_STEPS, ("กลุ่มงานสุขศึกษา",), (12,), (7,)),
            Measure(RISK, RISK_GUIDELINES, RISK_STEPS, ("กลุ่มงานเภสัชกรรม",), (6, 12), (10,)),
        ),
        signatories=(Signatory("ผู้จัดทำ", "นางสาวทราย ทดลองงาม", "นักสาธารณสุขปฏิบัติการ"),),
        findings=("missing_approver",),
        no_findings=(
            "weak_indicator_without_measure",
            "measure_without_weak_indicator",
            "agency_spelled_two_ways",
        ),
        kept=("๖๔.๑๗", "๘๓.๖๒", WHEN),
        unread=("๔๐,๐๐๐ บาท", "๑๒๐,๐๐๐ บาท", "ไม่ใช้งบประมาณ"),
    ),
)
