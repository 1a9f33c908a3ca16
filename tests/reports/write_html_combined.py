"""อบจ.ตัวอย่างบุรี, FY2564, 12 months, HTML: one table for plan and result, activities merged under a measure."""

from pathlib import Path

from .expected import DEVELOP, URGENT, Expected, Measure, Progress, Signatory, Variant, Weak
from .html_parts import page, row, save

AGENCY = "องค์การบริหารส่วนจังหวัดตัวอย่างบุรี"
OPEN = "มาตรการเปิดเผยข้อมูลการจัดซื้อจัดจ้าง"
CALM = "มาตรการกำกับดูแลการใช้ทรัพย์สินของราชการ"
OPEN_STEPS = ("ประกาศแผนจัดซื้อจัดจ้างประจำปี", "สรุปผลการจัดซื้อจัดจ้างทุกเดือน", "จัดทำรายงานวิเคราะห์ประจำปี")
CALM_STEPS = ("กำหนดแนวปฏิบัติการยืมทรัพย์สิน", "สุ่มตรวจการใช้น้ำมันเชื้อเพลิง")
RESULTS = ("ประกาศแผนแล้วเมื่อวันที่ ๑๕ ตุลาคม ๒๕๖๓", "สรุปผลครบ ๑๒ เดือน", "วิเคราะห์แล้วเสร็จวันที่ ๓๐ กันยายน ๒๕๖๔")
CALM_RESULT = "ออกแนวปฏิบัติและสุ่มตรวจ ๔ ครั้ง การใช้น้ำมันลดลงร้อยละ ๕"
ZWSP, FEFF = "\u200b", "\ufeff"


def odd_letters(text: str) -> str:
    """น้ำ typed with the tone before and after the nikhahit, and other ำ in two letters."""
    return text.replace("น้ำ", "น\u0e4d\u0e49\u0e32").replace("ำ", "\u0e4d\u0e32")


def write(path: Path) -> None:
    """The measure and the responsible office span three rows; zero-width spaces stand inside the headers."""
    text = (
        f"<p>รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส<br>ประจำปีงบประมาณ พ.ศ. ๒๕๖๔ "
        f"(รอบ ๑๒ เดือน)<br>{AGENCY} อำเภอเมืองตัวอย่างบุรี จังหวัดตัวอย่างบุรี</p>"
        "<p>การวิเคราะห์ผลการประเมิน ITA พ.ศ. ๒๕๖๓<br>จุดแข็ง: ตัวชี้วัดที่ ๖ คุณภาพการดำเนินงาน และ"
        "ตัวชี้วัดที่ ๗ ประสิทธิภาพการสื่อสาร</p>"
        "<p><b>ประเด็นที่ต้องแก้ไขโดยเร่งด่วน</b></p><ul><li><font face='TH Sarabun New'>ตัวชี้วัดที่ ๙ "
        "<span>การเปิดเผยข้อมูล</span></font></li></ul><p><b>ประเด็นที่ต้องพัฒนาให้ดีขึ้น</b></p>"
        "<ul><li>ตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของราชการ</li></ul>"
    )
    head = row(f"มาตร{ZWSP}การ", f"{FEFF}ขั้นตอน", f"ผู้{ZWSP}รับผิดชอบ", "ผลการ&#8203;ดำเนินงาน", "ตัวชี้วัด", tag="th")
    indicator = "ตัวชี้วัดที่ ๙ การเปิดเผยข้อมูล"
    first = (
        f"<tr><td rowspan=3>{OPEN}</td><td>{OPEN_STEPS[0]}</td><td rowspan=3>กองพัสดุและทรัพย์สิน</td>"
        f"<td>{RESULTS[0]}</td><td rowspan=3>{indicator}</td></tr>"
        f"<tr><td>{OPEN_STEPS[1]}</td><td>{RESULTS[1]}</td></tr><tr><td>{OPEN_STEPS[2]}</td><td>{RESULTS[2]}</td></tr>"
    )
    second = row(
        CALM,
        f"๑. {CALM_STEPS[0]}<br>๒. {CALM_STEPS[1]}",
        "สำนักปลัดองค์การบริหารส่วนจังหวัด",
        CALM_RESULT,
        "ตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของราชการ",
    )
    sign = "<p>ลงชื่อ ................... ผู้จัดทำ<br>(นางสาวน้ำ ตัวอย่างเย็น)<br>นักวิชาการพัสดุ</p>"
    body = f"{text}<table border=1>{head}{first}{second}</table>{sign}"
    save(path, odd_letters(page(body)))


VARIANT = Variant(
    id="html-combined-nikhahit",
    file_name="combined-2564.html",
    write=write,
    covers=(
        "combined merged_rows html_in_cells thai_numbering thai_digits dates_in_words nikhahit zero_width "
        "column_indicator weak_list urgent_and_develop strengths one_signatory"
    ),
    expected=Expected(
        agency=AGENCY,
        district="เมืองตัวอย่างบุรี",
        province="ตัวอย่างบุรี",
        fiscal_year_be=2564,
        round_months=12,
        prior_fiscal_year_be=2563,
        weaknesses=(Weak(9, URGENT, "การเปิดเผยข้อมูล"), Weak(4, DEVELOP, "การใช้ทรัพย์สินของราชการ")),
        measures=(
            Measure(OPEN, (), OPEN_STEPS, ("กองพัสดุและทรัพย์สิน",), None, (9,)),
            Measure(CALM, (), CALM_STEPS, ("สำนักปลัดองค์การบริหารส่วนจังหวัด",), None, (4,)),
        ),
        progress=(
            Progress(OPEN, said=RESULTS, stated_on=("2020-10-15", "2021-09-30")),
            Progress(CALM, said=(CALM_RESULT,), stated_on=()),
        ),
        signatories=(Signatory("ผู้จัดทำ", "นางสาวน้ำ ตัวอย่างเย็น", "นักวิชาการพัสดุ"),),
        findings=("missing_approver",),
        no_findings=(
            "date_outside_round", "agency_spelled_two_ways", "cut_off_text", "weak_indicator_without_measure",
            "measure_without_weak_indicator",
        ),
        one_row_per_measure=False,
    ),
)  # fmt: skip
