"""อบจ.สมมตินคร, FY2565, 12 months, text: results alone, with ำ written as two letters."""

from pathlib import Path

from .expected import Expected, Progress, Signatory, Variant
from .text_parts import blocks, save, tsv

AGENCY = "องค์การบริหารส่วนจังหวัดสมมตินคร"
BUY = "มาตรการส่งเสริมความโปร่งใสในการจัดซื้อจัดจ้าง"
COMPLAIN = "มาตรการจัดการเรื่องร้องเรียนการทุจริต"
WATER = "มาตรการตรวจสอบการใช้น้ำประปาและน้ำมันเชื้อเพลิงของทางราชการ"
HEAD = (
    ("มาตรการ", "รายละเอียดการดำเนินการ", "ระยะเวลา", "ผลการดำเนินงาน", "", "หมายเหตุ"),
    ("", "", "", "ผลผลิต (Output)", "ผลลัพธ์ (Outcome)", ""),
)
YEAR = "๑ ตุลาคม ๒๕๖๔ – ๓๐ กันยายน ๒๕๖๕"


def two_letters(text: str) -> str:
    """The text with every ำ typed as nikhahit and า, as many Thai keyboards and PDF copies leave it."""
    return text.replace("ำ", "ํา")


def write(path: Path) -> None:
    """Windows line ends; a second spelling of ำ everywhere; signatures side by side with a tab."""
    title = (
        "รายงานผลการดำเนินงานตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\n"
        f"ประจำปีงบประมาณ พ.ศ. ๒๕๖๕ (รอบ ๑๒ เดือน)\n{AGENCY}\nอำเภอเมืองสมมตินคร จังหวัดสมมตินคร"
    )
    results = tsv(
        *HEAD,
        (
            BUY, "เผยแพร่แผนการจัดซื้อจัดจ้างบนเว็บไซต์ เมื่อวันที่ ๕ พฤษภาคม ๒๕๖๕", YEAR,
            "แผนการจัดซื้อจัดจ้างและสรุปผลรายเดือน ๑๒ เดือน", "ผู้ประกอบการเข้าถึงข้อมูลได้อย่างเท่าเทียม", "",
        ),
        (
            COMPLAIN, "จัดทำคู่มือการจัดการเรื่องร้องเรียน ลงวันที่ ๑๒ สิงหาคม ๒๕๖๔ และประชุมชี้แจง"
            "เมื่อวันที่ ๒๘ เดือนกุมภาพันธ์ พ.ศ.๒๕๖๕", YEAR,
            "คู่มือ ๑ เล่ม", "เรื่องร้องเรียนได้รับการตอบภายใน ๑๕ วัน", "คู่มือใช้ต่อเนื่อง",
        ),
        (
            WATER, "จัดทำทะเบียนคุมการเบิกจ่ายน้ำมัน", YEAR,
            "ทะเบียนคุม ๔ ไตรมาส", "ค่าน้ำประปาและน้ำมันลดลงร้อยละ ๘", "",
        ),
    )  # fmt: skip
    sign = (
        "(ลงชื่อ).............................ผู้รายงาน\t(ลงชื่อ).............................ผู้ตรวจสอบ\n"
        "(นางสมใจ ตัวอย่างดี)\t(ว่าที่ร้อยตรีสมพร ทดลองงาน)\n"
        "นักวิเคราะห์นโยบายและแผนปฏิบัติการ\tหัวหน้าสำนักปลัดองค์การบริหารส่วนจังหวัด"
    )
    save(path, two_letters(blocks(title, results, sign)), newline="\r\n")


VARIANT = Variant(
    id="txt-result-alone-crlf",
    file_name="result-2565.txt",
    write=write,
    covers=(
        "result_alone two_row_header nikhahit thai_digits dates_in_words month_period synonyms "
        "column_period two_signatories"
    ),
    expected=Expected(
        agency=AGENCY,
        district="เมืองสมมตินคร",
        province="สมมตินคร",
        fiscal_year_be=2565,
        round_months=12,
        measures=None,
        progress=(
            Progress(
                BUY,
                detail="เผยแพร่แผนการจัดซื้อจัดจ้างบนเว็บไซต์",
                output="แผนการจัดซื้อจัดจ้างและสรุปผลรายเดือน ๑๒ เดือน",
                outcome="ผู้ประกอบการเข้าถึงข้อมูลได้อย่างเท่าเทียม",
                period=("2021-10-01", "2022-09-30"),
                stated_on=("2022-05-05",),
            ),
            Progress(
                COMPLAIN,
                detail="จัดทำคู่มือการจัดการเรื่องร้องเรียน",
                output="คู่มือ ๑ เล่ม",
                outcome="เรื่องร้องเรียนได้รับการตอบภายใน ๑๕ วัน",
                note="คู่มือใช้ต่อเนื่อง",
                period=("2021-10-01", "2022-09-30"),
                stated_on=("2021-08-12", "2022-02-28"),
            ),
            Progress(
                WATER,
                detail="จัดทำทะเบียนคุมการเบิกจ่ายน้ำมัน",
                output="ทะเบียนคุม ๔ ไตรมาส",
                outcome="ค่าน้ำประปาและน้ำมันลดลงร้อยละ ๘",
                period=("2021-10-01", "2022-09-30"),
                stated_on=(),
            ),
        ),
        signatories=(
            Signatory("ผู้รายงาน", "นางสมใจ ตัวอย่างดี", "นักวิเคราะห์นโยบายและแผนปฏิบัติการ"),
            Signatory("ผู้ตรวจสอบ", "ว่าที่ร้อยตรีสมพร ทดลองงาน", "หัวหน้าสำนักปลัดองค์การบริหารส่วนจังหวัด"),
        ),
        findings=("date_outside_round", "missing_approver"),
        no_findings=("agency_spelled_two_ways", "outcome_is_output", "output_repeats_title", "cut_off_text"),
    ),
)
