"""อบต.ดอนตัวอย่าง, FY2565, 6 months, Word: two-row headers on each page, split runs, three people sign."""

from pathlib import Path

from docx.document import Document
from docx.table import Table

from .docx_parts import a4, fill, lines, merge, next_page, save, signatures, soft_lines, split_runs, table
from .expected import DEVELOP, Expected, Measure, Progress, Signatory, Variant, Weak

AGENCY = "องค์การบริหารส่วนตำบลดอนตัวอย่าง"
POWER = "มาตรการสร้างความเป็นธรรมในการมอบหมายงาน"
FAST = "มาตรการลดระยะเวลาการให้บริการ"
WEB = "มาตรการเผยแพร่ข้อมูลต่อสาธารณะ"
POWER_GUIDELINES = ("จัดทำคำบรรยายลักษณะงานของทุกตำแหน่ง", "ประเมินผลการปฏิบัติงานด้วยหลักเกณฑ์ที่เปิดเผย")
POWER_STEPS = ("ประชุมชี้แจงหลักเกณฑ์การมอบหมายงาน", "ประกาศหลักเกณฑ์ให้ทราบทั่วกัน")
FAST_GUIDELINES = ("กำหนดระยะเวลาแล้วเสร็จของทุกงานบริการ",)
FAST_STEPS = ("ทบทวนคู่มือสำหรับประชาชน", "ติดประกาศระยะเวลา ณ จุดบริการ", "สุ่มตรวจการให้บริการ")
WEB_GUIDELINES = ("จัดให้มีช่องทางข้อมูลข่าวสารตามมาตรา ๙ ของพระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. ๒๕๔๐",)
WEB_STEPS = ("ตรวจสอบสถานะของข้อมูลข่าวสารให้เป็นปัจจุบัน",)
PLAN_HEAD = ("มาตรการ", "แนวทางปฏิบัติ", "ขั้นตอน/วิธีการปฏิบัติ", "ผู้รับผิดชอบ", "การกำกับติดตาม", "")
FOLLOW_HEAD = ("", "", "", "", "รอบ ๖ เดือน", "รอบ ๑๒ เดือน")
RESULT_HEAD = (
    ("มาตรการ", "รายละเอียดการดำเนินงาน", "ระยะเวลาการดำเนินงาน", "ผลการดำเนินการ", "", "หมายเหตุ"),
    ("", "", "", "ผลผลิต", "ผลลัพธ์", ""),
)
HALF_YEAR = "เดือนตุลาคม ๒๕๖๔ ถึงเดือน มีนาคม ๒๕๖๕"
THAI = "๑๒๓"


def _numbered(items: tuple[str, ...]) -> list[str]:
    return [f"{THAI[no]}. {item}" for no, item in enumerate(items)]


def _plan(document: Document, *rows: tuple[str, tuple[str, ...], tuple[str, ...]]) -> None:
    end = ("สำนักปลัด", "✓", "✓")
    body = [(title, [f"- {g}" for g in guides], _numbered(steps), *end) for title, guides, steps in rows]
    made = table(document, [PLAN_HEAD, FOLLOW_HEAD, *body], headers=2)
    for column in range(4):
        merge(made, (0, column), (1, column))
    merge(made, (0, 4), (0, 5))


def _result_head(made: Table) -> None:
    for column in (0, 1, 2, 5):
        merge(made, (0, column), (1, column))
    merge(made, (0, 3), (0, 4))


def _heading(document: Document, text: str) -> None:
    soft_lines(document.add_paragraph(), text, "ประจำปีงบประมาณ พ.ศ. ๒๕๖๕ (รอบ ๖ เดือนแรก)")


def write(path: Path) -> None:
    """Real gridSpan and vMerge headers, typed again on the next page; a borderless signature table."""
    document = a4()
    _heading(document, "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน")
    lines(document, AGENCY, "อำเภอดอนตัวอย่าง จังหวัดนครพนม", bold=True)
    split_runs(
        document.add_paragraph(),
        f"{AGENCY} ได้วิเคราะห์ผลการประเมิน ITA ในปี พ.ศ. ๒๕๖๔ ที่ผ่านมา มีประเด็นที่ต้องพัฒนาให้ดีขึ้น ได้แก่ "
        "ตัวชี้วัดการใช้อำนาจ ตัวชี้วัดคุณภาพการดำเนินงาน และตัวชี้วัดการเปิดเผยข้อมูล",
    )
    _heading(document, "มาตรการเพื่อขับเคลื่อนการส่งเสริมคุณธรรมและความโปร่งใส")
    _plan(document, (POWER, POWER_GUIDELINES, POWER_STEPS))
    next_page(document)
    _heading(document, "มาตรการเพื่อขับเคลื่อนการส่งเสริมคุณธรรมและความโปร่งใส")
    _plan(document, (FAST, FAST_GUIDELINES, FAST_STEPS), (WEB, WEB_GUIDELINES, WEB_STEPS))
    _heading(document, "รายงานผลการติดตาม วิเคราะห์ และประเมินผล")
    first = table(document, [*RESULT_HEAD, ("", "", HALF_YEAR, "หลักเกณฑ์ ๑ ฉบับ", "บุคลากรร้องเรียนลดลง", "")], 2)
    _result_head(first)
    split_runs(first.cell(2, 0).paragraphs[0], POWER)
    soft_lines(first.cell(2, 1).paragraphs[0], "ประชุมชี้แจงหลักเกณฑ์", "เมื่อวันที่ ๑๐ เดือน พฤศจิกายน พ.ศ. ๒๕๖๔")
    next_page(document)
    _heading(document, "รายงานผลการติดตาม วิเคราะห์ และประเมินผล")
    last = table(
        document,
        [
            *RESULT_HEAD,
            (
                FAST,
                ["- ทบทวนคู่มือ ๑๕ กระบวนงาน", "- ติดประกาศแล้ว"],
                HALF_YEAR,
                "",
                "ลดเวลาได้ร้อยละ ๓๐",
                "รอประเมินรอบ ๑๒ เดือน",
            ),
            (WEB, "ตรวจสอบข้อมูลทุกสัปดาห์", HALF_YEAR, "ข้อมูลเป็นปัจจุบัน ๔๓ ข้อ", "ประชาชนตรวจสอบได้", ""),
        ],
        headers=2,
    )
    _result_head(last)
    fill(last.cell(2, 3), "คู่มือ ๑๕ กระบวนงาน")
    signatures(
        document,
        [
            ("ผู้จัดทำ", "นางสาวใบเตย ตัวอย่างหอม", "นักวิเคราะห์นโยบายและแผนชำนาญการ"),
            ("ผู้ตรวจสอบ", "นายปลาย สมมติพงษ์", "ปลัดองค์การบริหารส่วนตำบล"),
            ("ผู้อนุมัติ", "นายต้น ทดลองชัย", "นายกองค์การบริหารส่วนตำบลดอนตัวอย่าง"),
        ],
        by_row=True,
    )
    save(path, document)


PERIOD = ("2021-10-01", "2022-03-31")
VARIANT = Variant(
    id="docx-split-three-sign",
    file_name="รายงาน อบต. ๒๕๖๕.docx",
    write=write,
    covers=(
        "plan_and_result pages_split two_row_header header_repeated merged_columns dash_bullets "
        "thai_numbering thai_digits dates_in_words month_period column_follow_up weak_prose "
        "three_signatories split_runs soft_breaks"
    ),
    expected=Expected(
        agency=AGENCY,
        district="ดอนตัวอย่าง",
        province="นครพนม",
        fiscal_year_be=2565,
        round_months=6,
        prior_fiscal_year_be=2564,
        weaknesses=(
            Weak(3, DEVELOP, "การใช้อำนาจ"),
            Weak(6, DEVELOP, "คุณภาพการดำเนินงาน"),
            Weak(9, DEVELOP, "การเปิดเผยข้อมูล"),
        ),
        measures=(
            Measure(POWER, POWER_GUIDELINES, POWER_STEPS, ("สำนักปลัด",), (6, 12)),
            Measure(FAST, FAST_GUIDELINES, FAST_STEPS, ("สำนักปลัด",), (6, 12)),
            Measure(WEB, WEB_GUIDELINES, WEB_STEPS, ("สำนักปลัด",), (6, 12)),
        ),
        progress=(
            Progress(
                POWER,
                detail="ประชุมชี้แจงหลักเกณฑ์",
                output="หลักเกณฑ์ ๑ ฉบับ",
                outcome="บุคลากรร้องเรียนลดลง",
                period=PERIOD,
                stated_on=("2021-11-10",),
            ),
            Progress(
                FAST,
                detail="ทบทวนคู่มือ ๑๕ กระบวนงาน",
                output="คู่มือ ๑๕ กระบวนงาน",
                outcome="ลดเวลาได้ร้อยละ ๓๐",
                note="รอประเมินรอบ ๑๒ เดือน",
                period=PERIOD,
                stated_on=(),
            ),
            Progress(
                WEB,
                detail="ตรวจสอบข้อมูลทุกสัปดาห์",
                output="ข้อมูลเป็นปัจจุบัน ๔๓ ข้อ",
                outcome="ประชาชนตรวจสอบได้",
                period=PERIOD,
                stated_on=(),
            ),
        ),
        signatories=(
            Signatory("ผู้จัดทำ", "นางสาวใบเตย ตัวอย่างหอม", "นักวิเคราะห์นโยบายและแผนชำนาญการ"),
            Signatory("ผู้ตรวจสอบ", "นายปลาย สมมติพงษ์", "ปลัดองค์การบริหารส่วนตำบล"),
            Signatory("ผู้อนุมัติ", "นายต้น ทดลองชัย", "นายกองค์การบริหารส่วนตำบลดอนตัวอย่าง"),
        ),
        no_findings=(
            "missing_approver", "date_outside_round", "agency_spelled_two_ways", "round_not_in_plan",
            "output_repeats_title", "outcome_is_output", "cut_off_text",
        ),
    ),
)  # fmt: skip
