"""เทศบาลตำบลโนนสมมติ, FY2566, 12 months, Word: real Word lists, section rows, two people sign."""

from pathlib import Path

from docx.document import Document

from .docx_parts import (
    BULLETS,
    THAI_NUMBERS,
    a4,
    as_list_item,
    fill,
    fill_list,
    lines,
    list_id,
    merge,
    save,
    signatures,
    table,
)
from .expected import DEVELOP, URGENT, Expected, Measure, Progress, Signatory, Variant, Weak

AGENCY = "เทศบาลตำบลโนนสมมติ"
HEAR = "มาตรการเปิดช่องทางร้องเรียนที่คุ้มครองผู้แจ้งเบาะแส"
TRAIN = "มาตรการอบรมเจ้าหน้าที่ด้านการให้บริการ"
HEAR_GUIDELINES = ("ปกปิดข้อมูลผู้แจ้งเบาะแส", "แจ้งผลการตรวจสอบภายใน ๓๐ วัน", "รายงานสถิติเรื่องร้องเรียนรายเดือน")
HEAR_STEPS = ("จัดทำแบบแจ้งเบาะแสบนเว็บไซต์", "แต่งตั้งคณะกรรมการตรวจสอบข้อเท็จจริง")
TRAIN_GUIDELINES = ("อบรมทักษะการสื่อสารกับผู้รับบริการ",)
TRAIN_STEPS = ("จัดทำหลักสูตรอบรม", "จัดอบรมปีละ ๒ ครั้ง", "ประเมินความพึงพอใจหลังการอบรม")
PLAN_HEAD = ("มาตรการ", "แนวทางการดำเนินงาน", "ขั้นตอนการปฏิบัติ", "ผู้รับผิดชอบ", "การกำกับติดตาม")
RESULT_HEAD = (
    ("มาตรการ", "กิจกรรมที่ดำเนินการ", "ระยะเวลา", "ผลการดำเนินงาน", "", "หมายเหตุ"),
    ("", "", "", "ผลผลิต", "ผลลัพธ์", ""),
)
FOLLOW = ["รายงานผลการดำเนินงานตามมาตรการ", "-รอบ ๖ เดือน", "-รอบ ๑๒ เดือน"]
YEAR = "วันที่ ๑ ตุลาคม พ.ศ. ๒๕๖๕ ถึงวันที่ ๓๐ กันยายน พ.ศ. ๒๕๖๖"


def _weak_list(document: Document, heading: str, *points: str) -> None:
    lines(document, heading, bold=True)
    number = list_id(document, BULLETS)
    for point in points:
        paragraph = document.add_paragraph(point)
        as_list_item(paragraph, number)


def _plan(document: Document) -> None:
    made = table(document, [PLAN_HEAD, *[("",) * 5 for _ in range(4)]])
    sections = {1: "ตัวชี้วัดที่ ๕ การแก้ไขปัญหาการทุจริต", 3: "ตัวชี้วัดที่ ๖ คุณภาพการดำเนินงาน"}
    for row, section in sections.items():
        fill(merge(made, (row, 0), (row, 4)), section)
    rows = {
        2: (HEAR, HEAR_GUIDELINES, HEAR_STEPS, "นิติกร"),
        4: (TRAIN, TRAIN_GUIDELINES, TRAIN_STEPS, "กองการศึกษา"),
    }
    for row, (title, guidelines, steps, who) in rows.items():
        fill(made.cell(row, 0), title)
        fill_list(made.cell(row, 1), guidelines, list_id(document, BULLETS))
        fill_list(made.cell(row, 2), steps, list_id(document, THAI_NUMBERS))
        fill(made.cell(row, 3), who)
        fill(made.cell(row, 4), FOLLOW)


def _result(document: Document) -> None:
    rows = [
        *RESULT_HEAD,
        (
            HEAR,
            "เปิดใช้แบบแจ้งเบาะแสเมื่อวันที่ ๑ ธันวาคม พ.ศ. ๒๕๖๕",
            YEAR,
            "แบบแจ้งเบาะแส ๑ ช่องทาง",
            "ผู้แจ้งเบาะแสได้รับความคุ้มครองทุกราย",
            "",
        ),
        (TRAIN, "", YEAR, "บุคลากรผ่านการอบรม ๔๕ คน", "คะแนนความพึงพอใจเพิ่มเป็นร้อยละ ๙๐", "ครบตามแผน"),
    ]
    made = table(document, rows, headers=2)
    fill_list(
        made.cell(3, 1),
        ("จัดอบรมครั้งแรกวันที่ ๑๔ มีนาคม ๒๕๖๖", "จัดอบรมครั้งที่สองวันที่ ๒๒ สิงหาคม ๒๕๖๖"),
        list_id(document, THAI_NUMBERS),
    )
    for column in (0, 1, 2, 5):
        merge(made, (0, column), (1, column))
    merge(made, (0, 3), (0, 4))


def write(path: Path) -> None:
    """Markers are drawn by Word (numPr) and not typed; the weak points are a Word list under two headings."""
    document = a4()
    lines(
        document,
        "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
        "ปีงบประมาณ พ.ศ. ๒๕๖๖ รอบ ๑๒ เดือน",
        f"{AGENCY} อำเภอโนนสมมติ จังหวัดร้อยเอ็ด",
        "การวิเคราะห์ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๕",
    )
    _weak_list(document, "จุดแข็งของหน่วยงาน", "ตัวชี้วัดที่ ๒ การใช้งบประมาณ (๙๕.๕๐ คะแนน)")
    _weak_list(document, "ประเด็นที่ต้องแก้ไขโดยเร่งด่วน", "ตัวชี้วัดที่ ๕ การแก้ไขปัญหาการทุจริต (๖๘.๙๐ คะแนน)")
    _weak_list(
        document,
        "ประเด็นที่ต้องพัฒนาให้ดีขึ้น",
        "ตัวชี้วัดที่ ๖ คุณภาพการดำเนินงาน (๘๐.๗๕ คะแนน)",
        "ตัวชี้วัดที่ ๑๐ การป้องกันการทุจริต (๘๔.๓๘ คะแนน)",
    )
    _plan(document)
    lines(document, "ผลการดำเนินงานตามมาตรการ")
    _result(document)
    people = [
        ("ผู้รายงาน", "จ่าเอกเมฆ สมมติฟ้า", "หัวหน้าฝ่ายอำนวยการ"),
        ("ผู้อนุมัติ", "นางดาว ตัวอย่างแสง", "นายกเทศมนตรีตำบลโนนสมมติ"),
    ]
    signatures(document, people, by_row=False)
    save(path, document)


PERIOD = ("2022-10-01", "2023-09-30")
VARIANT = Variant(
    id="docx-word-lists",
    file_name="report-2566.docx",
    write=write,
    covers=(
        "plan_and_result two_row_header merged_columns section_rows word_lists thai_digits dates_in_words "
        "month_period column_follow_up synonyms weak_list weak_scores urgent_and_develop strengths "
        "two_signatories"
    ),
    expected=Expected(
        agency=AGENCY,
        district="โนนสมมติ",
        province="ร้อยเอ็ด",
        fiscal_year_be=2566,
        round_months=12,
        prior_fiscal_year_be=2565,
        weaknesses=(
            Weak(5, URGENT, "การแก้ไขปัญหาการทุจริต"),
            Weak(6, DEVELOP, "คุณภาพการดำเนินงาน"),
            Weak(10, DEVELOP, "การป้องกันการทุจริต"),
        ),
        measures=(
            Measure(HEAR, HEAR_GUIDELINES, HEAR_STEPS, ("นิติกร",), (6, 12), (5,)),
            Measure(TRAIN, TRAIN_GUIDELINES, TRAIN_STEPS, ("กองการศึกษา",), (6, 12), (6,)),
        ),
        progress=(
            Progress(
                HEAR,
                detail="เปิดใช้แบบแจ้งเบาะแส",
                output="แบบแจ้งเบาะแส ๑ ช่องทาง",
                outcome="ผู้แจ้งเบาะแสได้รับความคุ้มครองทุกราย",
                period=PERIOD,
                stated_on=("2022-12-01",),
            ),
            Progress(
                TRAIN,
                detail="จัดอบรมครั้งที่สอง",
                output="บุคลากรผ่านการอบรม ๔๕ คน",
                outcome="คะแนนความพึงพอใจเพิ่มเป็นร้อยละ ๙๐",
                note="ครบตามแผน",
                period=PERIOD,
                stated_on=("2023-03-14", "2023-08-22"),
            ),
        ),
        signatories=(
            Signatory("ผู้รายงาน", "จ่าเอกเมฆ สมมติฟ้า", "หัวหน้าฝ่ายอำนวยการ"),
            Signatory("ผู้อนุมัติ", "นางดาว ตัวอย่างแสง", "นายกเทศมนตรีตำบลโนนสมมติ"),
        ),
        findings=("weak_indicator_without_measure",),
        no_findings=(
            "missing_approver", "date_outside_round", "agency_spelled_two_ways", "output_repeats_title",
            "measure_without_weak_indicator",
        ),
        kept=("๖๘.๙๐", "๘๔.๓๘"),
    ),
)  # fmt: skip
