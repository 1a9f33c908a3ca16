"""เทศบาลเมืองสมมติธานี, FY2565, 12 months, HTML: thead repeated, nested lists, three people sign."""

from pathlib import Path

from .expected import DEVELOP, URGENT, Expected, Measure, Progress, Signatory, Variant, Weak
from .html_parts import ol, page, row, save, ul

AGENCY = "เทศบาลเมืองสมมติธานี"
BUDGET = "มาตรการส่งเสริมการมีส่วนร่วมในการใช้จ่ายงบประมาณ"
ETHICS = "มาตรการเสริมสร้างวัฒนธรรมสุจริต"
BUDGET_NESTED = ("เปิดเผยข้อมูลงบประมาณต่อประชาชน", "แผนการใช้จ่ายรายไตรมาส", "รายงานผลการใช้จ่ายประจำปี")
BUDGET_STEPS = ("จัดประชุมประชาคมเมือง", "เผยแพร่แผนการใช้จ่ายงบประมาณ", "รายงานผลต่อสภาเทศบาล")
ETHICS_GUIDELINES = ("จัดอบรมประมวลจริยธรรมแก่บุคลากรทุกระดับ", "ยกย่องบุคลากรต้นแบบด้านคุณธรรม")
ETHICS_STEPS = ("สำรวจความต้องการฝึกอบรม", "จัดโครงการอบรม")
PLAN_HEAD = ("ลำดับที่", "มาตรการ", "ผู้รับผิดชอบ", "แนวทางการปฏิบัติ", "ขั้นตอน/วิธีการ", "การกำกับติดตาม")
FOLLOW = "รายงานผลการดำเนินงาน<br>- รอบ 6 เดือน<br>- รอบ 12 เดือน"
PAGE_TITLE = "<h3>มาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2565 (รอบ 12 เดือน)</h3>"
RESULT_TITLE = "<h3>รายงานผลการดำเนินการตามมาตรการ ประจำปีงบประมาณ พ.ศ. 2565 (รอบ 12 เดือน)</h3>"
RESULT_HEAD = (
    "<thead><tr><th rowspan='2'>มาตรการ</th><th colspan='2'>ผลการดำเนินการ</th>"
    "<th rowspan='2'>รายละเอียดการดำเนินงาน</th><th rowspan='2'>ระยะเวลาการดำเนินงาน</th>"
    "<th rowspan='2'>หมายเหตุ</th></tr><tr><th>ผลผลิต</th><th>ผลลัพธ์</th></tr></thead>"
)
NESTED_LIST = ul(BUDGET_NESTED[0] + ul(*BUDGET_NESTED[1:]))
YEAR = "1 ตุลาคม 2564 ถึงวันที่ 30 กันยายน 2565"


def _plan_table(*rows: str) -> str:
    head = row(*PLAN_HEAD, tag="th")
    return f"<table border='1'><thead>{head}</thead><tbody>{''.join(rows)}</tbody></table>"


def _result_table(*rows: str) -> str:
    return f"<table border='1'>{RESULT_HEAD}<tbody>{''.join(rows)}</tbody></table>"


def write(path: Path) -> None:
    """Arabic digits throughout; the outcome columns stand in the middle of the result table."""
    analysis = (
        f"<p>{AGENCY} อำเภอเมืองสมมติธานี จังหวัดสุรินทร์ ได้วิเคราะห์ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2564 "
        "คะแนนเฉลี่ย 84.12 คะแนน สรุปได้ดังนี้</p>"
        "<h4>จุดแข็ง</h4>"
        + ul("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ 94.20 คะแนน", "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล 98.00 คะแนน")
        + "<h4>ประเด็นที่เป็นข้อบกพร่องหรือจุดอ่อนที่จะต้องแก้ไขโดยเร่งด่วน</h4>"
        + ul("ตัวชี้วัดที่ 2 การใช้งบประมาณ 70.55 คะแนน")
        + "<h4>ประเด็นที่จะต้องพัฒนาให้ดีขึ้น</h4>"
        + ul("ตัวชี้วัดที่ 5 การแก้ไขปัญหาการทุจริต 81.90 คะแนน")
    )
    steps = ol(*BUDGET_STEPS)
    first = _plan_table(row("1", f"<b>{BUDGET}</b>", "กองยุทธศาสตร์และงบประมาณ", NESTED_LIST, steps, FOLLOW))
    second = _plan_table(
        row("2", f"<b>{ETHICS}</b>", "กองการเจ้าหน้าที่", ul(*ETHICS_GUIDELINES), ol(*ETHICS_STEPS), FOLLOW)
    )
    result = _result_table(
        row(
            f"<b>{BUDGET}</b>",
            "การประชุมประชาคม 4 ครั้ง",
            "ประชาชนร่วมเสนอโครงการ 12 โครงการ",
            "จัดประชุมประชาคมเมือง ครั้งแรกเมื่อวันที่ 15 ธันวาคม 2564",
            YEAR,
            "",
        )
    )
    more = _result_table(
        row(
            f"<b>{ETHICS}</b>",
            "ผู้ผ่านการอบรม 120 คน",
            "บุคลากรมีความรู้ความเข้าใจเพิ่มขึ้นร้อยละ 85",
            "จัดอบรมเมื่อวันที่ 9 มิถุนายน พ.ศ. 2565",
            YEAR,
            "รายงานเพิ่มรอบ 9 เดือน",
        )
    )
    people = "<table>" + row(
        "(ลงชื่อ)..................ผู้จัดทำ<br>(นางสาวมะลิ ตัวอย่างหอม)<br>นิติกรชำนาญการ",
        "(ลงชื่อ)..................ผู้ตรวจสอบ<br>(นายจันทร์ ทดลองดี)<br>ปลัดเทศบาลเมืองสมมติธานี",
        "(ลงชื่อ)..................ผู้อนุมัติ<br>(นายอาทิตย์ สมมติวงศ์)<br>นายกเทศมนตรีเมืองสมมติธานี",
    )
    body = analysis + PAGE_TITLE + first + PAGE_TITLE + second + RESULT_TITLE + result + RESULT_TITLE + more
    save(path, page(f"<h1>{AGENCY}</h1>{body}{people}</table>"))


VARIANT = Variant(
    id="html-split-three-sign",
    file_name="เทศบาลเมือง ๒๕๖๕.html",
    write=write,
    covers=(
        "plan_and_result pages_split two_row_header header_repeated merged_rows merged_columns "
        "html_in_cells dates_in_words month_period other_order column_no column_follow_up synonyms "
        "weak_list weak_scores urgent_and_develop strengths three_signatories"
    ),
    expected=Expected(
        agency=AGENCY,
        district="เมืองสมมติธานี",
        province="สุรินทร์",
        fiscal_year_be=2565,
        round_months=12,
        prior_fiscal_year_be=2564,
        weaknesses=(
            Weak(2, URGENT, "การใช้งบประมาณ"),
            Weak(5, DEVELOP, "การแก้ไขปัญหาการทุจริต"),
        ),
        measures=(
            Measure(BUDGET, None, BUDGET_STEPS, ("กองยุทธศาสตร์และงบประมาณ",), (6, 12), holds=BUDGET_NESTED),
            Measure(ETHICS, ETHICS_GUIDELINES, ETHICS_STEPS, ("กองการเจ้าหน้าที่",), (6, 12)),
        ),
        progress=(
            Progress(
                BUDGET,
                detail="จัดประชุมประชาคมเมือง",
                output="การประชุมประชาคม 4 ครั้ง",
                outcome="ประชาชนร่วมเสนอโครงการ 12 โครงการ",
                period=("2021-10-01", "2022-09-30"),
                stated_on=("2021-12-15",),
            ),
            Progress(
                ETHICS,
                detail="จัดอบรม",
                output="ผู้ผ่านการอบรม 120 คน",
                outcome="บุคลากรมีความรู้ความเข้าใจเพิ่มขึ้นร้อยละ 85",
                note="รายงานเพิ่มรอบ 9 เดือน",
                period=("2021-10-01", "2022-09-30"),
                stated_on=("2022-06-09",),
            ),
        ),
        signatories=(
            Signatory("ผู้จัดทำ", "นางสาวมะลิ ตัวอย่างหอม", "นิติกรชำนาญการ"),
            Signatory("ผู้ตรวจสอบ", "นายจันทร์ ทดลองดี", "ปลัดเทศบาลเมืองสมมติธานี"),
            Signatory("ผู้อนุมัติ", "นายอาทิตย์ สมมติวงศ์", "นายกเทศมนตรีเมืองสมมติธานี"),
        ),
        findings=("round_not_in_plan",),
        no_findings=("missing_approver", "date_outside_round", "agency_spelled_two_ways", "cut_off_text"),
        kept=("70.55", "81.90"),
    ),
)
