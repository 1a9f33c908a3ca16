"""เทศบาลตำบลทุ่งทดลอง, FY2566, HTML: a plan alone, section rows, tool and indicator in two columns."""

from pathlib import Path

from .expected import DEVELOP, URGENT, Expected, Measure, Variant, Weak
from .html_parts import row, save

AGENCY = "เทศบาลตำบลทุ่งทดลอง"
ASK = "มาตรการรับฟังความคิดเห็นผ่านแบบสอบถามออนไลน์"
FIX = "มาตรการปรับปรุงกระบวนงานตามข้อเสนอแนะ"
LEAK = "มาตรการป้องกันผลประโยชน์ทับซ้อน"
ASK_STEPS = ("จัดทำแบบสอบถามออนไลน์", "ติดป้ายคิวอาร์โค้ด ณ จุดบริการ")
FIX_STEPS = ("รวบรวมข้อเสนอแนะทุกเดือน", "ปรับปรุงกระบวนงานอย่างน้อย ๒ กระบวนงาน")
LEAK_STEPS = ("ประกาศแนวปฏิบัติป้องกันผลประโยชน์ทับซ้อน",)
WEB_NOTE = "เว็บไซต์หลักและเพจของเทศบาล"


def entities(text: str) -> str:
    """The text as numeric character references, as some web editors store Thai."""
    return "".join(f"&#{ord(letter)};" if ord(letter) > 127 else letter for letter in text)


def write(path: Path) -> None:
    """A fragment without html or head; titles as entities; budget and channel columns nobody asked for."""
    analysis = (
        f"<p>{entities(AGENCY)} &#3629;ำเภอทุ่งทดลอง จังหวัดสุโขทัย</p>"
        "<p>แผนการดำเนินมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ.&nbsp;๒๕๖๖</p>"
        "<p>จากผลการประเมิน ITA ปีงบประมาณ พ.ศ. ๒๕๖๕ มีจุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน คือ "
        "ตัวชี้วัดที่ ๑๐ การป้องกันการทุจริต (๖๒.๕๐ คะแนน) ส่วนประเด็นที่ต้องพัฒนาให้ดีขึ้น คือ "
        "ตัวชี้วัดที่ ๗ ประสิทธิภาพการสื่อสาร (๘๐.๐๕ คะแนน) ตัวชี้วัดที่ ๘ การปรับปรุงระบบการทำงาน "
        "(๗๙.๙๙ คะแนน) และตัวชี้วัดที่ ๓ การใช้อำนาจ (๘๔.๔๔ คะแนน)</p>"
    )
    head = (
        "<tr><td colspan=2><b>ตัวชี้วัด</b></td><td rowspan=2><b>มาตรการ/กิจกรรม</b></td>"
        "<td rowspan=2><b>ขั้นตอนหรือวิธีการปฏิบัติ</b></td><td rowspan=2><b>งบประมาณ (บาท)</b></td>"
        "<td rowspan=2><b>ผู้รับผิดชอบ</b></td><td rowspan=2><b>ช่องทางเผยแพร่</b></td>"
        "<td rowspan=2><b>การติดตามผล</b></td></tr>"
        "<tr><td><b>เครื่องมือ</b></td><td><b>ตัวชี้วัดที่</b></td></tr>"
    )
    follow = "รอบ ๓ เดือน รอบ ๖ เดือน รอบ ๙ เดือน และรอบ ๑๒ เดือน"
    rows = (
        "<tr><td colspan=8 align=center><i>ด้านการให้บริการ</i></td></tr>"
        "<tr><td rowspan=2>EIT</td><td>ตัวชี้วัดที่ ๗ ประสิทธิภาพการสื่อสาร</td>"
        f"<td>{entities(ASK)}</td><td>๑) {ASK_STEPS[0]}<br>๒) {ASK_STEPS[1]}</td><td>๓,๐๐๐</td>"
        f"<td>สำนักปลัดเทศบาล</td><td>{WEB_NOTE}</td><td>{follow}</td></tr>"
        f"<tr><td>ตัวชี้วัดที่ ๘ การปรับปรุงระบบการทำงาน</td><td>{FIX}</td>"
        f"<td>- {FIX_STEPS[0]}<br/>- {FIX_STEPS[1]}</td><td>๗,๒๕๐</td><td>ทุกกอง</td><td>{WEB_NOTE}</td>"
        "<td>รอบ ๖ และ ๑๒ เดือน</td></tr>"
        "<tr><td colspan=8 align=center><i>ด้านการป้องกันการทุจริต</i></td></tr>"
    ) + row("OIT", "ตัวชี้วัดที่ ๑๐ การป้องกันการทุจริต", LEAK, LEAK_STEPS[0], "-", "นิติกร", WEB_NOTE, "รอบ ๑๒ เดือน")
    save(path, f"{analysis}<table border=1 bordercolor='#000'>{head}{rows}</table>")


VARIANT = Variant(
    id="html-plan-alone-fragment",
    file_name="plan-2566.html",
    write=write,
    covers=(
        "plan_alone two_row_header merged_rows merged_columns section_rows thai_numbering dash_bullets "
        "thai_digits other_order column_indicator column_budget column_follow_up synonyms weak_prose "
        "weak_scores urgent_and_develop no_break_space unread_column"
    ),
    expected=Expected(
        agency=AGENCY,
        district="ทุ่งทดลอง",
        province="สุโขทัย",
        fiscal_year_be=2566,
        prior_fiscal_year_be=2565,
        weaknesses=(
            Weak(10, URGENT, "การป้องกันการทุจริต"),
            Weak(7, DEVELOP, "ประสิทธิภาพการสื่อสาร"),
            Weak(8, DEVELOP, "การปรับปรุงระบบการทำงาน"),
            Weak(3, DEVELOP, "การใช้อำนาจ"),
        ),
        measures=(
            Measure(ASK, None, ASK_STEPS, ("สำนักปลัดเทศบาล",), (3, 6, 9, 12), (7,)),
            Measure(FIX, None, FIX_STEPS, ("ทุกกอง",), (6, 12), (8,)),
            Measure(LEAK, None, LEAK_STEPS, ("นิติกร",), (12,), (10,)),
        ),
        findings=("weak_indicator_without_measure",),
        no_findings=("measure_without_weak_indicator", "agency_spelled_two_ways"),
        kept=("๖๒.๕๐",),
        unread=("๓,๐๐๐", "๗,๒๕๐", WEB_NOTE),
    ),
)
