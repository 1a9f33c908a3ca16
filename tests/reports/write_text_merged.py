"""โรงพยาบาลสมมติวิทยา, FY2567, 12 months, text: merged rows left blank, a KPI column, foul content."""

from pathlib import Path

from .expected import DEVELOP, URGENT, Expected, Measure, Progress, Signatory, Variant, Weak
from .text_parts import blocks, save, tsv, ul

AGENCY = "โรงพยาบาลสมมติวิทยา"
QUEUE = "มาตรการลดขั้นตอนและระยะเวลารอคอยของผู้รับบริการ"
STOCK = "มาตรการตรวจสอบการเบิกจ่ายยาและเวชภัณฑ์"
HEAD = (
    "ตัวชี้วัด", "มาตรการ", "วิธีดำเนินการ", "ตัวชี้วัดความสำเร็จ", "หน่วยงานที่รับผิดชอบ", "การกำกับติดตาม",
)  # fmt: skip
RESULT_HEAD = (
    ("มาตรการ", "รายละเอียดการดำเนินงาน", "ระยะเวลาการดำเนินงาน", "ผลการดำเนินการ", "", "หมายเหตุ"),
    ("", "", "", "ผลผลิต", "ผลลัพธ์", ""),
)
QUEUE_STEPS = ("จัดทำระบบนัดหมายล่วงหน้า", "เพิ่มช่องบริการรับยาในช่วงเช้า", "ติดตามระยะเวลารอคอยทุกสัปดาห์")
STOCK_STEPS = ("จัดทำทะเบียนคุมคลังยา", "ตรวจสอบคลังยาร่วมกับกลุ่มงานบริหารทั่วไป")
KPI_1, KPI_2 = "ระยะเวลารอคอยเฉลี่ยไม่เกิน ๖๐ นาที", "ตรวจสอบครบ ๔ ครั้งต่อปี"
RUDE = "=cmd|' /C calc'!A0"
SCRIPT = "<script>alert('อบต')</script>"
YEAR = "เดือนตุลาคม ๒๕๖๖ ถึงเดือนกันยายน ๒๕๖๗"


def write(path: Path) -> None:
    """Cells merged over rows stand in their first row only; the result header of two rows comes twice."""
    title = (
        "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\n"
        f"ประจำปีงบประมาณ พ.ศ. ๒๕๖๗ (รอบ ๑๒ เดือน)\n{AGENCY} อำเภอสมมติวิทยา จังหวัดแพร่"
    )
    analysis = (
        "จากการวิเคราะห์ผลการประเมิน ITA ปีงบประมาณ พ.ศ. ๒๕๖๖ พบว่า ตัวชี้วัดที่ได้คะแนนสูงสุดคือ "
        "ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่ ได้ ๙๗.๗๗ คะแนน ประเด็นที่ต้องแก้ไขโดยเร่งด่วน ได้แก่ "
        "ตัวชี้วัดที่ ๖ คุณภาพการดำเนินงาน ได้ ๖๘.๓๐ คะแนน ประเด็นที่ต้องพัฒนาให้ดีขึ้น ได้แก่ "
        "ตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของราชการ ได้ ๘๐.๑๕ คะแนน และตัวชี้วัดที่ ๑๐ การป้องกันการทุจริต ได้ ๘๓.๓๓ คะแนน"
    )
    plan = tsv(
        HEAD,
        (
            "ตัวชี้วัดที่ ๖ คุณภาพการดำเนินงาน", QUEUE, f"๑) {QUEUE_STEPS[0]}", KPI_1,
            "กลุ่มงานผู้ป่วยนอก", "รอบ ๖ เดือน และรอบ ๑๒ เดือน",
        ),
        ("", "", f"๒) {QUEUE_STEPS[1]}", "", "", ""),
        ("", "", f"๓) {QUEUE_STEPS[2]}", "", "", ""),
        (
            "ตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของราชการ", STOCK, ul(*STOCK_STEPS), KPI_2,
            f"กลุ่มงานเภสัชกรรม{SCRIPT}", "รอบ ๖ เดือน และรอบ ๑๒ เดือน",
        ),
    )  # fmt: skip
    results = tsv(
        *RESULT_HEAD,
        (
            QUEUE, "- เปิดระบบนัดหมายเมื่อวันที่ ๒๙ กุมภาพันธ์ ๒๕๖๗ - เปิดช่องรับยาเพิ่ม ๒ ช่อง", YEAR,
            "ระบบนัดหมาย ๑ ระบบ", "ระยะเวลารอคอยลดลงเหลือ ๕๒ นาที", RUDE,
        ),
    )  # fmt: skip
    more_results = tsv(
        *RESULT_HEAD,
        (
            STOCK, '<b onclick="alert(1)">ตรวจสอบคลังยา</b> ๔ ครั้ง', YEAR,
            "รายงานผลการตรวจสอบคลังยา ๔ ฉบับ", "ไม่พบยาหมดอายุในคลัง", "",
        ),
    )  # fmt: skip
    sign = "ลงชื่อ..............................ผู้รายงาน\n(นางเขียว สมมติงาม)\nนักจัดการงานทั่วไปชำนาญการ"
    save(
        path,
        blocks(title, analysis, plan, "ผลการดำเนินการ", results, "ผลการดำเนินการ (ต่อ)", more_results, sign),
    )


VARIANT = Variant(
    id="txt-merged-hostile",
    file_name="hospital-2567.txt",
    write=write,
    covers=(
        "plan_and_result two_row_header header_repeated pages_split merged_rows html_in_cells "
        "dash_bullets thai_numbering thai_digits dates_in_words month_period column_indicator column_kpi "
        "column_follow_up synonyms weak_prose weak_scores urgent_and_develop strengths one_signatory "
        "hostile"
    ),
    expected=Expected(
        agency=AGENCY,
        district="สมมติวิทยา",
        province="แพร่",
        fiscal_year_be=2567,
        round_months=12,
        prior_fiscal_year_be=2566,
        weaknesses=(
            Weak(6, URGENT, "คุณภาพการดำเนินงาน"),
            Weak(4, DEVELOP, "การใช้ทรัพย์สินของราชการ"),
            Weak(10, DEVELOP, "การป้องกันการทุจริต"),
        ),
        measures=(
            Measure(QUEUE, (), QUEUE_STEPS, ("กลุ่มงานผู้ป่วยนอก",), (6, 12), (6,)),
            Measure(STOCK, (), STOCK_STEPS, (), (6, 12), (4,)),
        ),
        progress=(
            Progress(
                QUEUE,
                detail="เปิดช่องรับยาเพิ่ม ๒ ช่อง",
                output="ระบบนัดหมาย ๑ ระบบ",
                outcome="ระยะเวลารอคอยลดลงเหลือ ๕๒ นาที",
                period=("2023-10-01", "2024-09-30"),
                stated_on=("2024-02-29",),
            ),
            Progress(
                STOCK,
                detail="ตรวจสอบคลังยา ๔ ครั้ง",
                output="รายงานผลการตรวจสอบคลังยา ๔ ฉบับ",
                outcome="ไม่พบยาหมดอายุในคลัง",
                period=("2023-10-01", "2024-09-30"),
                stated_on=(),
            ),
        ),
        signatories=(Signatory("ผู้รายงาน", "นางเขียว สมมติงาม", "นักจัดการงานทั่วไปชำนาญการ"),),
        findings=("missing_approver", "weak_indicator_without_measure"),
        no_findings=("date_outside_round", "agency_spelled_two_ways"),
        kept=("กลุ่มงานเภสัชกรรม", KPI_1, KPI_2, "calc", "๖๘.๓๐"),
    ),
)
