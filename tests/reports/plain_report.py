"""One small, well-made report that can be written in each format, turned about and spoilt on purpose."""

import html
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from . import docx_parts, html_parts, text_parts

AGENCY = "เทศบาลตำบลแม่ตัวอย่าง"
SUFFIXES = (".txt", ".html", ".docx")
Table = Sequence[Sequence[str]]
Block = str | Table

PLAN_COLUMNS = ("มาตรการ", "แนวทางปฏิบัติ", "ขั้นตอน/วิธีการปฏิบัติ", "ผู้รับผิดชอบ", "การกำกับติดตาม")
PLAN_ROWS = (
    (
        "มาตรการปรับปรุงการให้บริการน้ำประปา", "- รับคำร้องผ่านเว็บไซต์\n- แจ้งผลภายใน ๓ วัน",
        "๑. จัดทำแบบคำร้อง\n๒. มอบหมายผู้รับผิดชอบ\n๓. สรุปผลรายเดือน", "กองการประปา",
        "รายงานผล\n- รอบ ๖ เดือน\n- รอบ ๑๒ เดือน",
    ),
    (
        "มาตรการประชาสัมพันธ์เชิงรุก", "เผยแพร่ข่าวสารทุกวันตามพระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. ๒๕๔๐",
        "๑. จัดทำปฏิทินข่าว\n๒. ติดตามยอดผู้เข้าชม", "สำนักปลัดเทศบาล", "รอบ ๑๒ เดือน",
    ),
)  # fmt: skip
RESULT_COLUMNS = ("มาตรการ", "รายละเอียดการดำเนินงาน", "ระยะเวลาการดำเนินงาน", "ผลผลิต", "ผลลัพธ์", "หมายเหตุ")
RESULT_ROWS = (
    (
        "มาตรการปรับปรุงการให้บริการน้ำประปา", "เปิดรับคำร้องเมื่อวันที่ ๓ เดือน พฤศจิกายน พ.ศ. ๒๕๖๓",
        "เดือนตุลาคม ๒๕๖๓ ถึงเดือน มีนาคม ๒๕๖๔", "คำร้อง ๔๘ เรื่อง", "ซ่อมท่อน้ำแล้วเสร็จภายใน ๒ วัน", "",
    ),
    (
        "มาตรการประชาสัมพันธ์เชิงรุก", "เผยแพร่ข่าว ๑๒๐ เรื่อง",
        "เดือนตุลาคม ๒๕๖๓ ถึงเดือน มีนาคม ๒๕๖๔", "ข่าว ๑๒๐ เรื่อง", "ผู้เข้าชมเพิ่มขึ้นร้อยละ ๓๐", "ดีกว่าเป้าหมาย",
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Plain:
    """How the report is written: the printed year, the order of columns, what happens to letters."""

    year: str = "ประจำปีงบประมาณ พ.ศ. ๒๕๖๔"
    plan_order: tuple[int, ...] = (0, 1, 2, 3, 4)
    result_order: tuple[int, ...] = (0, 1, 2, 3, 4, 5)
    with_result: bool = True
    times: int = 1
    change: Callable[[str], str] = str


def write_plain(path: Path, plain: Plain | None = None) -> None:
    """Write the report in the format that the file's suffix names."""
    plain = plain or Plain()
    content = _content(plain) * plain.times
    _WRITERS[path.suffix](path, [_changed(block, plain.change) for block in content])


def write_blocks(path: Path, content: Sequence[Block]) -> None:
    """Write any paragraphs and tables in the format that the file's suffix names."""
    _WRITERS[path.suffix](path, content)


def _content(plain: Plain) -> list[Block]:
    plan = [[row[no] for no in plain.plan_order] for row in (PLAN_COLUMNS, *PLAN_ROWS)]
    place = f"{AGENCY} อำเภอแม่ตัวอย่าง จังหวัดแพร่"
    if not plain.with_result:
        return [f"มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน {plain.year}", place, plan]
    result = [[row[no] for no in plain.result_order] for row in (RESULT_COLUMNS, *RESULT_ROWS)]
    return [
        f"รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน {plain.year} (รอบ ๖ เดือน)",
        place,
        "จากผลการประเมิน ITA ในปี พ.ศ. ๒๕๖๓ ที่ผ่านมา มีประเด็นที่ต้องพัฒนาให้ดีขึ้น ได้แก่ "
        "ตัวชี้วัดคุณภาพการดำเนินงาน และตัวชี้วัดประสิทธิภาพการสื่อสาร",
        plan,
        f"รายงานผลการดำเนินการ {plain.year} (รอบ ๖ เดือน)",
        result,
        "(ลงชื่อ)........................ผู้จัดทำ",
        "(นางสาวน้ำฟ้า ตัวอย่างดำรง)",
        "นักประชาสัมพันธ์ชำนาญการ",
    ]


def _changed(block: Block, change: Callable[[str], str]) -> Block:
    if isinstance(block, str):
        return change(block)
    return [[change(cell) for cell in row] for row in block]


def _write_text(path: Path, content: Sequence[Block]) -> None:
    parts = [
        block
        if isinstance(block, str)
        else text_parts.tsv(*([cell.replace("\n", " ") for cell in row] for row in block))
        for block in content
    ]
    text_parts.save(path, text_parts.blocks(*parts))


def _write_html(path: Path, content: Sequence[Block]) -> None:
    parts = []
    for block in content:
        if isinstance(block, str):
            parts.append(f"<p>{html.escape(block)}</p>")
            continue
        rows = [html_parts.row(*(html.escape(cell).replace("\n", "<br>") for cell in row)) for row in block]
        parts.append(f"<table border=1>{''.join(rows)}</table>")
    html_parts.save(path, html_parts.page("\n".join(parts)))


def _write_docx(path: Path, content: Sequence[Block]) -> None:
    document = docx_parts.a4()
    for block in content:
        if isinstance(block, str):
            docx_parts.lines(document, block)
        else:
            docx_parts.table(document, [[cell.split("\n") if cell else "" for cell in row] for row in block])
    docx_parts.save(path, document)


_WRITERS: dict[str, Callable[[Path, Sequence[Block]], None]] = {
    ".txt": _write_text,
    ".html": _write_html,
    ".docx": _write_docx,
}
