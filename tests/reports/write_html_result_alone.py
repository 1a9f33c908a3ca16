"""อบต.คลองทดสอบ, FY2567, 6 months, HTML: results alone, foul content, a picture table, a broken date."""

from pathlib import Path

from .expected import Expected, Progress, Signatory, Variant
from .html_parts import page, row, save

AGENCY = "องค์การบริหารส่วนตำบลคลองทดสอบ"
GIFT = "มาตรการขับเคลื่อนนโยบายไม่รับของขวัญ (No Gift Policy)"
CAR = "มาตรการควบคุมการใช้รถราชการ"
PLAIN = "มาตรการเปิดเผยข้อมูลเชิงรุก"
HEAD = (
    "<tr><th rowspan=2>ลำดับ</th><th rowspan=2>ตัวชี้วัดความสำเร็จ</th><th rowspan=2>มาตรการ</th>"
    "<th rowspan=2>รายละเอียดการดำเนินงาน</th><th rowspan=2>ระยะเวลาดำเนินการ</th>"
    "<th colspan=2>ผลการดำเนินงาน</th><th rowspan=2>หมายเหตุ</th></tr><tr><th>ผลผลิต</th><th>ผลลัพธ์</th></tr>"
)
HALF_YEAR = "เดือน ตุลาคม พ.ศ. ๒๕๖๖ - เดือน มีนาคม พ.ศ. ๒๕๖๗"
RUDE = "=cmd|' /C calc'!A0"
KPI = "จำนวนครั้งที่ตรวจรถไม่น้อยกว่า ๖ ครั้ง"
PICTURE = "ภาพกิจกรรมการประกาศนโยบาย ณ ลานอเนกประสงค์"


def write(path: Path) -> None:
    """Scripts, event handlers and a formula in and between the cells must stay without effect."""
    poison = (
        "<script>document.write('<table><tr><td>มาตรการปลอม</td></tr></table>')</script>"
        "<img src=x onerror=\"alert('x')\"><iframe src='javascript:alert(1)'></iframe>"
    )
    heading = "<h2>รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส รอบ ๖ เดือน ปีงบประมาณ ๒๕๖๗</h2>"
    title = f"{heading}<p onclick=\"alert('x')\">{AGENCY} ตำบลคลองทดสอบ อำเภอทดสอบ จังหวัดกระบี่</p>{poison}"
    first = HEAD + row(
        "๑",
        "ประกาศนโยบาย ๑ ฉบับ",
        f"<span onclick='alert(1)'>{GIFT}</span>",
        "ผู้บริหารประกาศนโยบายเมื่อวันที่ ๑๒ มกราคม ๒๕๖๗ และทบทวนวันที่ ๓๑ กุมภาพันธ์ ๒๕๖๗",
        HALF_YEAR,
        "ประกาศ ๑ ฉบับ",
        "บุคลากรรับทราบนโยบายครบทุกคน",
        RUDE,
    )
    second = HEAD + row(
        "๒",
        KPI,
        CAR,
        f"ตรวจสมุดบันทึกการใช้รถทุกเดือน<script>alert('{CAR}')</script>",
        HALF_YEAR,
        "ตรวจ ๖ ครั้ง",
        "ไม่พบการใช้รถผิดวัตถุประสงค์",
        "",
    )
    third = row("๓", "ข้อมูลครบถ้วน", PLAIN, "ปรับปรุงข้อมูลบนเว็บไซต์", HALF_YEAR, PLAIN, "ประชาชนเข้าถึงข้อมูลได้", "")
    pictures = f"<table>{row('ลำดับภาพ', 'คำบรรยายภาพ')}{row('๑', PICTURE)}</table>"
    sign = (
        "<p>(ลงชื่อ)...............................ผู้รายงาน</p><p>(พันจ่าเอกหาญ ทดสอบดี)</p>"
        "<p>ตำแหน่ง หัวหน้าสำนักปลัดองค์การบริหารส่วนตำบล</p>"
        "<p>(ลงชื่อ)...............................ผู้รับรอง</p><p>(นางรุ่ง สมมติเจริญ)</p>"
        "<p>ตำแหน่ง ปลัดองค์การบริหารส่วนตำบลคลองทดสอบ</p>"
    )
    tables = f"<table border=1>{first}</table>{heading}<table border=1>{second}{third}</table>"
    save(path, page(title + tables + pictures + sign))


VARIANT = Variant(
    id="html-result-alone-hostile",
    file_name="result-2567.html",
    write=write,
    covers=(
        "result_alone pages_split two_row_header header_repeated merged_columns merged_rows thai_digits "
        "dates_in_words month_period column_no column_kpi column_period other_order synonyms "
        "two_signatories hostile unread_table"
    ),
    expected=Expected(
        agency=AGENCY,
        district="ทดสอบ",
        province="กระบี่",
        fiscal_year_be=2567,
        round_months=6,
        measures=None,
        progress=(
            Progress(
                GIFT,
                detail="๓๑ กุมภาพันธ์ ๒๕๖๗",
                output="ประกาศ ๑ ฉบับ",
                outcome="บุคลากรรับทราบนโยบายครบทุกคน",
                period=("2023-10-01", "2024-03-31"),
                stated_on=("2024-01-12",),
            ),
            Progress(
                CAR,
                detail="ตรวจสมุดบันทึกการใช้รถทุกเดือน",
                output="ตรวจ ๖ ครั้ง",
                outcome="ไม่พบการใช้รถผิดวัตถุประสงค์",
                period=("2023-10-01", "2024-03-31"),
                stated_on=(),
            ),
            Progress(
                PLAIN,
                detail="ปรับปรุงข้อมูลบนเว็บไซต์",
                output=PLAIN,
                outcome="ประชาชนเข้าถึงข้อมูลได้",
                period=("2023-10-01", "2024-03-31"),
                stated_on=(),
            ),
        ),
        signatories=(
            Signatory("ผู้รายงาน", "พันจ่าเอกหาญ ทดสอบดี", "หัวหน้าสำนักปลัดองค์การบริหารส่วนตำบล"),
            Signatory("ผู้รับรอง", "นางรุ่ง สมมติเจริญ", "ปลัดองค์การบริหารส่วนตำบลคลองทดสอบ"),
        ),
        findings=("output_repeats_title",),
        no_findings=("agency_spelled_two_ways", "date_outside_round", "outcome_is_output"),
        kept=("calc", KPI),
        unread=(PICTURE,),
    ),
)
