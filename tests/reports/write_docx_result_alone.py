"""อบจ.ทดลองธานี, FY2566, 6 months, Word: results alone, activities merged under a measure, two spellings."""

from pathlib import Path

from .docx_parts import a4, lines, merge, save, signatures, table
from .expected import Expected, Progress, Signatory, Variant

AGENCY = "องค์การบริหารส่วนจังหวัดทดลองธานี"
WATER = "มาตรการประหยัดน้ำและพลังงานของสำนักงาน"
LAW = "มาตรการป้องกันการละเว้นการปฏิบัติหน้าที่"
HEAD = (
    ("ลำดับ", "มาตรการ", "รายละเอียดการดำเนินงาน", "ผลการดำเนินงาน", "", "ระยะเวลาการดำเนินงาน", "หมายเหตุ"),
    ("", "", "", "ผลผลิต", "ผลลัพธ์", "", ""),
)
HALF_YEAR = "ตุลาคม ๒๕๖๕ – มีนาคม ๒๕๖๖"
DETAILS = (
    "ติดตั้งมาตรวัดน้ำแยกอาคาร เมื่อวันที่ ๒ ธันวาคม พ.ศ. ๒๕๖๕",
    "จัดทำคู่มือประหยัดพลังงาน",
    "รณรงค์ใช้น้ำอย่างรู้คุณค่า วันที่ ๘ กุมภาพันธ์ ๒๕๖๖",
)
OUTPUTS = ("มาตรวัดน้ำ ๖ จุด", "คู่มือ ๑ เล่ม", "กิจกรรมรณรงค์ ๒ ครั้ง")
OUTCOMES = ("ทราบปริมาณการใช้น้ำรายอาคาร", "ค่าไฟฟ้าลดลงร้อยละ ๖", "ค่าน้ำลดลงร้อยละ ๙")


def odd_letters(text: str) -> str:
    """ำ in two letters, the tone mark sometimes before and sometimes after the nikhahit."""
    mixed = text.replace("น้ำ", "น\u0e49\u0e4d\u0e32", 1).replace("น้ำ", "น\u0e4d\u0e49\u0e32")
    return mixed.replace("ำ", "\u0e4d\u0e32")


def write(path: Path) -> None:
    """Measure, number and period are vMerged over three rows; the agency's name is once misspelled."""
    document = a4()
    lines(
        document,
        odd_letters("รายงานผลการดำเนินงานตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"),
        odd_letters("ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ (รอบ ๖ เดือน)"),
        AGENCY,
        odd_letters("อำเภอเมืองทดลอง จังหวัดทดลองธานี"),
        odd_letters("องค์กรบริหารส่วนจังหวัดทดลองธานี ขอรายงานผลการดำเนินการ ดังนี้"),
    )
    rows = [
        *HEAD,
        (
            "๑",
            odd_letters(WATER),
            odd_letters(DETAILS[0]),
            odd_letters(OUTPUTS[0]),
            odd_letters(OUTCOMES[0]),
            HALF_YEAR,
            "",
        ),
        ("", "", odd_letters(DETAILS[1]), OUTPUTS[1], OUTCOMES[1], "", ""),
        ("", "", odd_letters(DETAILS[2]), OUTPUTS[2], odd_letters(OUTCOMES[2]), "", ""),
        (
            "๒",
            LAW,
            "แจ้งเวียนแนวปฏิบัติ ลงวันที่ ๒๐ มกราคม ๒๕๖๕",
            "หนังสือเวียน ๑ ฉบับ",
            "รายงานผลการแจ้งเวียน ๑ ฉบับ",
            HALF_YEAR,
            "",
        ),
    ]
    made = table(document, rows, headers=2)
    for column in (0, 1, 2, 5, 6):
        merge(made, (0, column), (1, column))
    merge(made, (0, 3), (0, 4))
    for column in (0, 1, 5):
        merge(made, (2, column), (4, column))
    people = [
        ("ผู้รายงาน", odd_letters("นายลำธาร ทดลองน้ำ"), "นักวิเคราะห์นโยบายและแผนปฏิบัติการ"),
        ("ผู้เห็นชอบ", "นางภูผา สมมติไพร", "รองปลัดองค์การบริหารส่วนจังหวัด"),
        ("ผู้อนุมัติ", "นายทะเล ตัวอย่างกว้าง", "นายกองค์การบริหารส่วนจังหวัดทดลองธานี"),
    ]
    signatures(document, people, by_row=False)
    save(path, document)


VARIANT = Variant(
    id="docx-result-alone-merged",
    file_name="result-2566.docx",
    write=write,
    covers=(
        "result_alone two_row_header merged_rows merged_columns nikhahit thai_digits dates_in_words "
        "month_period column_no other_order column_period synonyms three_signatories two_spellings"
    ),
    expected=Expected(
        agency=AGENCY,
        district="เมืองทดลอง",
        province="ทดลองธานี",
        fiscal_year_be=2566,
        round_months=6,
        measures=None,
        progress=(
            Progress(
                WATER,
                said=(*DETAILS, *OUTPUTS, *OUTCOMES),
                period=("2022-10-01", "2023-03-31"),
                stated_on=("2022-12-02", "2023-02-08"),
            ),
            Progress(
                LAW,
                detail="แจ้งเวียนแนวปฏิบัติ",
                output="หนังสือเวียน ๑ ฉบับ",
                outcome="รายงานผลการแจ้งเวียน ๑ ฉบับ",
                period=("2022-10-01", "2023-03-31"),
                stated_on=("2022-01-20",),
            ),
        ),
        signatories=(
            Signatory("ผู้รายงาน", "นายลำธาร ทดลองน้ำ", "นักวิเคราะห์นโยบายและแผนปฏิบัติการ"),
            Signatory("ผู้เห็นชอบ", "นางภูผา สมมติไพร", "รองปลัดองค์การบริหารส่วนจังหวัด"),
            Signatory("ผู้อนุมัติ", "นายทะเล ตัวอย่างกว้าง", "นายกองค์การบริหารส่วนจังหวัดทดลองธานี"),
        ),
        findings=("date_outside_round", "agency_spelled_two_ways", "outcome_is_output"),
        no_findings=("missing_approver", "output_repeats_title"),
        one_row_per_measure=False,
    ),
)
