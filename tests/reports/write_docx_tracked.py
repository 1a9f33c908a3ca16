"""อบต.ทุ่งสมมติ, FY2567, 12 months, Word: tracked changes, links, a measure run on over the page."""

from pathlib import Path

from docx.document import Document
from docx.table import Table

from .docx_parts import (
    a4,
    deleted,
    fill,
    hyperlink,
    inserted,
    lines,
    merge,
    next_page,
    save,
    split_runs,
    table,
)
from .expected import DEVELOP, URGENT, Expected, Measure, Progress, Signatory, Variant, Weak

AGENCY = "องค์การบริหารส่วนตำบลทุ่งสมมติ"
FARM = "มาตรการให้ความรู้เรื่องสิทธิในการรับบริการ"
SEEN = "มาตรการเปิดเผยสัญญาจ้างโครงสร้างพื้นฐาน"
FARM_GUIDELINES = ("จัดทำแผ่นพับสิทธิของผู้รับบริการ", "จัดเวทีให้ความรู้รายหมู่บ้าน", "ประเมินความเข้าใจหลังจบเวที")
FARM_STEPS = ("แต่งตั้งวิทยากร", "กำหนดตารางเวที ๙ หมู่บ้าน", "สรุปผลการจัดเวที")
SEEN_GUIDELINES = ("เผยแพร่สัญญาทุกฉบับที่มีวงเงินเกิน ๑๐๐,๐๐๐ บาท",)
SEEN_STEPS = ("จัดทำหน้าเว็บไซต์รวมสัญญา", "ติดป้ายโครงการพร้อมคิวอาร์โค้ด")
PLAN_HEAD = ("มาตรการ", "แนวทางปฏิบัติ", "ขั้นตอน/วิธีการปฏิบัติ", "ผู้รับผิดชอบ", "ตัวชี้วัดความสำเร็จ", "การกำกับติดตาม")
RESULT_HEAD = (
    ("มาตรการ", "รายละเอียดการดำเนินงาน", "ระยะเวลาการดำเนินงาน", "ผลการดำเนินการ", "", "หมายเหตุ"),
    ("", "", "", "ผลผลิต", "ผลลัพธ์", ""),
)
KPI = "จัดเวทีครบ ๙ หมู่บ้าน"
KPI_2 = "เผยแพร่สัญญาครบทุกฉบับภายใน ๗ วัน"
LINK = "http://www.thungsommut.example/contract"
YEAR = "เดือนตุลาคม ๒๕๖๖ ถึงเดือนกันยายน ๒๕๖๗"
GUESTS = ("นายหนึ่ง ตัวอย่างหมู่", "นางสอง สมมติบ้าน")


def _steps(items: tuple[str, ...], first: int = 1) -> list[str]:
    return [f"{'๑๒๓๔'[no]}. {item}" for no, item in enumerate(items, start=first - 1)]


def _plans(document: Document) -> None:
    follow = ["รอบ ๖ เดือน", "รอบ ๑๒ เดือน"]
    dashes = [f"- {text}" for text in FARM_GUIDELINES]
    table(document, [PLAN_HEAD, (FARM, dashes[:2], _steps(FARM_STEPS[:2]), "กองสวัสดิการสังคม", KPI, follow)])
    next_page(document)
    lines(document, "มาตรการส่งเสริมคุณธรรมและความโปร่งใส (ต่อ)")
    second = table(
        document,
        [
            PLAN_HEAD,
            ("", dashes[2], _steps(FARM_STEPS[2:], first=3), "", "", ""),
            (SEEN, "", _steps(SEEN_STEPS), "กองช่าง", KPI_2, follow),
        ],
    )
    changed = second.cell(2, 1).paragraphs[0]
    changed.add_run(SEEN_GUIDELINES[0][:12])
    deleted(changed, "เฉพาะบางฉบับ")
    inserted(changed, SEEN_GUIDELINES[0][12:])


def _results(document: Document) -> Table:
    made = table(
        document,
        [
            *RESULT_HEAD,
            (FARM, "", YEAR, "เวทีให้ความรู้ ๙ ครั้ง", "ประชาชนเข้าใจสิทธิร้อยละ ๘๘", ""),
            (SEEN, "", YEAR, "สัญญาที่เผยแพร่ ๑๔ ฉบับ", "ประชาชนติดตามงานก่อสร้างได้", ""),
        ],
        headers=2,
    )
    for column in (0, 1, 2, 5):
        merge(made, (0, column), (1, column))
    merge(made, (0, 3), (0, 4))
    split_runs(made.cell(2, 1).paragraphs[0], "จัดเวทีครั้งแรกเมื่อวันที่ ๑๘ เดือน พฤศจิกายน พ.ศ. ๒๕๖๖", size=3)
    linked = made.cell(3, 1).paragraphs[0]
    linked.add_run("เผยแพร่สัญญาที่ ")
    hyperlink(linked, LINK)
    inserted(linked, " เมื่อวันที่ ๓ มิถุนายน พ.ศ. ๒๕๖๗")
    return made


def write(path: Path) -> None:
    """What was inserted counts, what was deleted does not; an attendance list stands beside."""
    document = a4()
    lines(
        document,
        "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
        "ประจำปีงบประมาณ พ.ศ. ๒๕๖๗ (รอบ ๑๒ เดือน)",
        f"{AGENCY} อำเภอทุ่งสมมติ จังหวัดนครสวรรค์",
    )
    prose = document.add_paragraph()
    split_runs(
        prose,
        "จากผลการประเมิน ITA ปีงบประมาณ พ.ศ. ๒๕๖๖ พบว่าประเด็นที่ต้องแก้ไขโดยเร่งด่วน ได้แก่ ตัวชี้วัดประสิทธิภาพการสื่อสาร ",
        size=7,
    )
    inserted(prose, "และประเด็นที่ต้องพัฒนาให้ดีขึ้น ได้แก่ ตัวชี้วัดการเปิดเผยข้อมูล")
    _plans(document)
    lines(document, "ผลการดำเนินการตามมาตรการ")
    _results(document)
    lines(document, "รายชื่อผู้เข้าร่วมประชุมพิจารณารายงาน")
    table(document, [("ที่", "ชื่อ - สกุล"), ("๑", GUESTS[0]), ("๒", GUESTS[1])])
    block = table(document, [("", "")], headers=0)
    fill(block.cell(0, 1), ["(ลงชื่อ)", "ผู้จัดทำ", "(นายยอด สมมติกล้า)", "นิติกรปฏิบัติการ"])
    save(path, document)


PERIOD = ("2023-10-01", "2024-09-30")
VARIANT = Variant(
    id="docx-tracked-links",
    file_name="report-2567.docx",
    write=write,
    covers=(
        "plan_and_result pages_split two_row_header merged_rows merged_columns dash_bullets "
        "thai_numbering thai_digits dates_in_words month_period column_kpi column_follow_up weak_prose "
        "urgent_and_develop one_signatory split_runs tracked_changes links unread_table"
    ),
    expected=Expected(
        agency=AGENCY,
        district="ทุ่งสมมติ",
        province="นครสวรรค์",
        fiscal_year_be=2567,
        round_months=12,
        prior_fiscal_year_be=2566,
        weaknesses=(Weak(7, URGENT, "การสื่อสาร"), Weak(9, DEVELOP, "การเปิดเผยข้อมูล")),
        measures=(
            Measure(FARM, FARM_GUIDELINES, FARM_STEPS, ("กองสวัสดิการสังคม",), (6, 12)),
            Measure(SEEN, SEEN_GUIDELINES, SEEN_STEPS, ("กองช่าง",), (6, 12)),
        ),
        progress=(
            Progress(
                FARM,
                detail="จัดเวทีครั้งแรก",
                output="เวทีให้ความรู้ ๙ ครั้ง",
                outcome="ประชาชนเข้าใจสิทธิร้อยละ ๘๘",
                period=PERIOD,
                stated_on=("2023-11-18",),
            ),
            Progress(
                SEEN,
                detail=LINK,
                output="สัญญาที่เผยแพร่ ๑๔ ฉบับ",
                outcome="ประชาชนติดตามงานก่อสร้างได้",
                period=PERIOD,
                stated_on=("2024-06-03",),
            ),
        ),
        signatories=(Signatory("ผู้จัดทำ", "นายยอด สมมติกล้า", "นิติกรปฏิบัติการ"),),
        findings=("missing_approver",),
        no_findings=("date_outside_round", "agency_spelled_two_ways", "outcome_is_output", "cut_off_text"),
        kept=(KPI, KPI_2),
        unread=GUESTS,
    ),
)
