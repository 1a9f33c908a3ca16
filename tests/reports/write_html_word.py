"""โรงพยาบาลบ้านตัวอย่าง, FY2564, 6 months, HTML as Word saves it: windows-874, MsoNormal, merges."""

from pathlib import Path

from .expected import DEVELOP, Expected, Measure, Progress, Signatory, Variant, Weak
from .html_parts import page, save, word_list, word_paragraph

AGENCY = "โรงพยาบาลบ้านตัวอย่าง"
REPLY = "มาตรการแจ้งผลการดำเนินการให้ผู้ร้องเรียนทราบ"
NEWS = "มาตรการเผยแพร่ข่าวสารหลายช่องทาง"
REPLY_GUIDELINES = ("กำหนดระยะเวลาการตอบกลับเรื่องร้องเรียนไม่เกิน ๗ วันทำการ", "แจ้งผลผ่านช่องทางที่ผู้ร้องเลือก")
REPLY_STEPS = ("รับเรื่องและลงทะเบียน", "ส่งเรื่องให้กลุ่มงานที่เกี่ยวข้อง", "ตอบกลับและบันทึกผล")
NEWS_GUIDELINES = ("จัดทำสื่อประชาสัมพันธ์ที่เข้าใจง่าย", "ใช้เสียงตามสายภายในโรงพยาบาล")
NEWS_STEPS = ("จัดทำปฏิทินประชาสัมพันธ์", "เผยแพร่ข่าวอย่างน้อยสัปดาห์ละ ๑ ครั้ง")
HALF_YEAR = "เดือนตุลาคม&nbsp;๒๕๖๓ ถึงเดือน&nbsp; มีนาคม ๒๕๖๔"
STYLE = "<style><!-- p.MsoNormal {font-family:'TH SarabunPSK';} @page S1 {size:841.9pt} --></style>"


def _cell(html: str, span: str = "", bold: bool = False) -> str:
    inner = word_paragraph(html, bold) if not html.startswith("<p") else html
    return f"<td width=171 {span} valign=top style='border:solid windowtext 1.0pt'>\n{inner}</td>\n"


def _row(*cells: str) -> str:
    return f"<tr style='mso-yfti-irow:1'>\n{''.join(cells)}</tr>\n"


def _plan() -> str:
    head = _row(
        *(
            _cell(text, bold=True)
            for text in (
                "แนวทางปฏิบัติ", "มาตรการ", "ขั้นตอน/<br>วิธีการปฏิบัติ", "การกำกับ<br>ติดตาม", "ผู้รับผิดชอบ",
            )
        )
    )  # fmt: skip
    thai = ("๑.", "๒.", "๓.")
    reply = _row(
        _cell(word_list(("-", text) for text in REPLY_GUIDELINES)),
        _cell(REPLY, bold=True),
        _cell(word_list(zip(thai, REPLY_STEPS, strict=False))),
        _cell("รายงานผล<br>-รอบ ๖ เดือน<br>-รอบ ๑๒ เดือน", "rowspan=2"),
        _cell("กลุ่มงาน<font color=black><span style='color:black'>ประกัน</span></font>สุขภาพ", "rowspan=2"),
    )
    news = _row(
        _cell(word_list(("-", text) for text in NEWS_GUIDELINES)),
        _cell(NEWS, bold=True),
        _cell(word_list(zip(thai, NEWS_STEPS, strict=False))),
    )
    return f"<table class=MsoNormalTable border=1 cellspacing=0>\n{head}{reply}{news}</table>\n"


def _result() -> str:
    head = _row(
        _cell("มาตรการ", "rowspan=2", bold=True),
        _cell("รายละเอียดการดำเนินงาน", "rowspan=2", bold=True),
        _cell("ระยะเวลาการดำเนินงาน", "rowspan=2", bold=True),
        _cell("ผลการดำเนินการ", "colspan=2", bold=True),
        _cell("หมายเหตุ", "rowspan=2", bold=True),
    ) + _row(_cell("ผลผลิต", bold=True), _cell("ผลลัพธ์", bold=True))
    reply = _row(
        _cell(REPLY),
        _cell("กำหนดแนวทางตอบกลับ เมื่อวันที่&nbsp;๒๑ เดือน ตุลาคม พ.ศ.&nbsp;๒๕๖๓"),
        _cell(HALF_YEAR),
        _cell("แนวทางการตอบกลับ ๑ ฉบับ"),
        _cell("ผู้ร้องเรียนได้รับแจ้งผลครบทุกราย"),
        _cell("&nbsp;"),
    )
    news = _row(
        _cell(NEWS),
        _cell("เผยแพร่ข่าว ๓๐ ครั้ง"),
        _cell(HALF_YEAR),
        _cell("ข่าวประชาสัมพันธ์ ๓๐ เรื่อง"),
        _cell("รายงานผลการดำเนินงานตามมาตรการ รอบ ๖ เดือน"),
        _cell("&nbsp;"),
    )
    return f"<table class=MsoNormalTable border=1 cellspacing=0>\n{head}{reply}{news}</table>\n"


def write(path: Path) -> None:
    """windows-874 in the meta tag and in the bytes; columns in another order; two signatures in a table."""
    opening = "".join(
        word_paragraph(text, bold=True)
        for text in (
            "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรม<br>และความโปร่งใสภายในหน่วยงาน",
            "ประจำปีงบประมาณ&nbsp;พ.ศ.&nbsp;๒๕๖๔ (รอบ&nbsp;๖&nbsp;เดือนแรก)",
            AGENCY,
        )
    )
    analysis = word_paragraph(
        f"{AGENCY} อำเภอบ้านตัวอย่าง จังหวัดน่าน ได้วิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส "
        "ในปี&nbsp;พ.ศ.&nbsp;๒๕๖๓ ที่ผ่านมา และรายงานสำนักงานสาธารณสุขจังหวัดน่านทราบแล้ว สรุปว่า"
        "มีประเด็นที่ต้องพัฒนาให้ดีขึ้น ได้แก่ <span lang=TH>ตัวชี้วัดประสิทธิภาพ</span><span lang=TH>การสื่อสาร"
        "</span> และตัวชี้วัดการปรับปรุงการทำงาน"
    )
    people = (
        "<table border=0 class=MsoTableGrid><tr><td>"
        + word_paragraph("(ลงชื่อ)&nbsp;.........................&nbsp;ผู้จัดทำ")
        + word_paragraph("(นางสาวฟ้า ตัวอย่างใส)")
        + word_paragraph("นักจัดการงานทั่วไปปฏิบัติการ")
        + "</td><td>"
        + word_paragraph("(ลงชื่อ)&nbsp;.........................&nbsp;ผู้อนุมัติ")
        + word_paragraph("(นายแพทย์ดิน สมมติเวช)")
        + word_paragraph("ผู้อำนวยการโรงพยาบาลบ้านตัวอย่าง")
        + "</td></tr></table>"
    )
    tables = f"{_plan()}<p class=MsoNormal>&nbsp;</p>{_result()}"
    body = f"<div class=WordSection1>{opening}{analysis}{tables}{people}</div>"
    save(path, page(body, "windows-874", STYLE), "cp874")


VARIANT = Variant(
    id="html-word-windows874",
    file_name="hospital-2564.htm",
    write=write,
    covers=(
        "plan_and_result two_row_header merged_rows merged_columns html_in_cells dash_bullets "
        "thai_numbering thai_digits dates_in_words month_period other_order column_follow_up "
        "no_break_space weak_prose two_signatories old_code_page"
    ),
    expected=Expected(
        agency=AGENCY,
        district="บ้านตัวอย่าง",
        province="น่าน",
        fiscal_year_be=2564,
        round_months=6,
        prior_fiscal_year_be=2563,
        weaknesses=(Weak(7, DEVELOP, "การสื่อสาร"), Weak(8, DEVELOP, "การปรับปรุงการทำงาน")),
        measures=(
            Measure(REPLY, REPLY_GUIDELINES, REPLY_STEPS, ("กลุ่มงานประกันสุขภาพ",), (6, 12)),
            Measure(NEWS, NEWS_GUIDELINES, NEWS_STEPS, ("กลุ่มงานประกันสุขภาพ",), (6, 12)),
        ),
        progress=(
            Progress(
                REPLY,
                detail="กำหนดแนวทางตอบกลับ",
                output="แนวทางการตอบกลับ ๑ ฉบับ",
                outcome="ผู้ร้องเรียนได้รับแจ้งผลครบทุกราย",
                period=("2020-10-01", "2021-03-31"),
                stated_on=("2020-10-21",),
            ),
            Progress(
                NEWS,
                detail="เผยแพร่ข่าว ๓๐ ครั้ง",
                output="ข่าวประชาสัมพันธ์ ๓๐ เรื่อง",
                outcome="รายงานผลการดำเนินงานตามมาตรการ รอบ ๖ เดือน",
                period=("2020-10-01", "2021-03-31"),
                stated_on=(),
            ),
        ),
        signatories=(
            Signatory("ผู้จัดทำ", "นางสาวฟ้า ตัวอย่างใส", "นักจัดการงานทั่วไปปฏิบัติการ"),
            Signatory("ผู้อนุมัติ", "นายแพทย์ดิน สมมติเวช", "ผู้อำนวยการโรงพยาบาลบ้านตัวอย่าง"),
        ),
        findings=("outcome_is_output",),
        no_findings=(
            "missing_approver", "date_outside_round", "agency_spelled_two_ways", "round_not_in_plan",
            "output_repeats_title", "cut_off_text",
        ),
    ),
)  # fmt: skip
