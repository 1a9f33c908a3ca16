"""Files that are no report, or that must not be opened: made at test time, most of them small on disk."""

import io
import struct
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from .plain_report import AGENCY, PLAN_COLUMNS, PLAN_ROWS, Plain, write_blocks, write_plain

MEBIBYTE = 1024 * 1024
OLE_MAGIC = bytes.fromhex("D0CF11E0A1B11AE1")
BODY = "word/document.xml"


@dataclass(frozen=True)
class Bad:
    """One file that must be refused."""

    id: str
    file_name: str
    write: Callable[[Path], None]


def nothing(path: Path) -> None:
    """No byte at all."""
    path.write_bytes(b"")


def only_white_space(path: Path) -> None:
    """A text of line ends and spaces."""
    path.write_text(" \n\n\t\n\u00a0\n", encoding="utf-8")


def empty_page(path: Path) -> None:
    """HTML without a word in its body."""
    path.write_text("<html><head><title></title></head><body></body></html>", encoding="utf-8")


def empty_document(path: Path) -> None:
    """A Word document without a word."""
    write_blocks(path, [])


def memo(path: Path) -> None:
    """An ordinary memo: Thai prose, no table, nothing of a report."""
    write_blocks(path, ["บันทึกข้อความ", "เรื่อง ขอเชิญประชุมประจำเดือน", "ด้วยสำนักปลัดจะจัดประชุม จึงเรียนมาเพื่อทราบ"])


def other_table(path: Path) -> None:
    """A table of something else entirely."""
    rows = [("ลำดับ", "รายการ", "ราคา"), ("๑", "กระดาษ A4", "๑๒๐"), ("๒", "หมึกพิมพ์", "๙๐๐")]
    write_blocks(path, ["รายการจัดซื้อวัสดุสำนักงาน", rows])


def without_measure_column(path: Path) -> None:
    """A plan in every respect but one: no column for the measure."""
    head = ("ลำดับ", *PLAN_COLUMNS[1:])
    rows = [(no, *row[1:]) for no, row in zip("๑๒", PLAN_ROWS, strict=True)]
    title = "แผนการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๔"
    write_blocks(path, [title, f"{AGENCY} อำเภอแม่ตัวอย่าง จังหวัดแพร่", [head, *rows]])


def ambiguous_year(path: Path) -> None:
    """The only year is a bare 64: ค.ศ. 1964, ค.ศ. 2064 or พ.ศ. 2564? (the act's year is not the report's)."""
    write_plain(path, Plain(year="ประจำปีงบประมาณ 64", with_result=False))


def picture(path: Path) -> None:
    """The start of a PNG under another name."""
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)


def not_a_zip(path: Path) -> None:
    """Text with the name of a Word file."""
    path.write_text("รายงานผลการดำเนินการตามมาตรการ", encoding="utf-8")


def cut_short(path: Path) -> None:
    """The first half of a Word file, as a broken download leaves it."""
    whole = _docx_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def broken_xml(path: Path) -> None:
    """A Word file whose text is not XML any more."""
    _rewrite(path, {BODY: _member(BODY)[:-200]})


def wrong_checksum(path: Path) -> None:
    """A Word file with one spoilt byte inside its compressed text."""
    whole = bytearray(_docx_bytes())
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        member = archive.getinfo(BODY)
    whole[member.header_offset + 30 + len(BODY) + member.compress_size // 2] ^= 0xFF
    path.write_bytes(bytes(whole))


def without_text_part(path: Path) -> None:
    """A zip that lacks word/document.xml."""
    _rewrite(path, {BODY: None})


def other_archive(path: Path) -> None:
    """A zip of something else with the name of a Word file."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "ไม่ใช่เอกสาร Word")


def encrypted_office_file(path: Path) -> None:
    """What Word writes when a password is set: an OLE container instead of a zip."""
    path.write_bytes(OLE_MAGIC + b"\x00" * 504 + "EncryptedPackage".encode("utf-16-le") + b"\x00" * 3584)


def encrypted_zip(path: Path) -> None:
    """A Word file whose zip entries carry the encryption flag."""
    whole = bytearray(_docx_bytes())
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        offsets, central = [member.header_offset for member in archive.infolist()], archive.start_dir
    for offset in offsets:
        whole[offset + 6] |= 1
    for _ in offsets:
        whole[central + 8] |= 1
        name, extra, comment = struct.unpack_from("<HHH", whole, central + 28)
        central += 46 + name + extra + comment
    path.write_bytes(bytes(whole))


def too_big_on_disk(path: Path) -> None:
    """A Word file of more than 20 MB, a stored picture in it."""
    write_plain(path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_STORED) as archive:
        archive.writestr("word/media/image1.bmp", bytes(21 * MEBIBYTE))


def bomb_in_one_member(path: Path) -> None:
    """210 MB of nothing packed into a few hundred kilobytes."""
    write_plain(path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        _pour(archive, "word/media/image1.bmp", 210)


def bomb_in_many_members(path: Path) -> None:
    """The same in 30 members of 7 MB, none of them large by itself."""
    write_plain(path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for no in range(30):
            _pour(archive, f"word/media/image{no}.bmp", 7)


def bomb_in_the_text(path: Path) -> None:
    """The document text itself swells to 210 MB of blanks."""
    body, end = _member(BODY), b"</w:body>"
    before, _, after = body.partition(end)
    _rewrite(path, {BODY: None})
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        _pour(archive, BODY, 210, before=before, after=end + after, filler=b" ")


def bomb_that_lies(path: Path) -> None:
    """A bomb whose directory claims that its large member unpacks to 100 bytes."""
    bomb_in_one_member(path)
    whole = bytearray(path.read_bytes())
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        central, count = archive.start_dir, len(archive.infolist())
    for _ in range(count):
        name, extra, comment = struct.unpack_from("<HHH", whole, central + 28)
        if bytes(whole[central + 46 : central + 46 + name]).endswith(b".bmp"):
            struct.pack_into("<I", whole, central + 24, 100)
        central += 46 + name + extra + comment
    path.write_bytes(bytes(whole))


def missing(path: Path) -> None:
    """No file at all under that name."""
    path.unlink(missing_ok=True)


def _pour(
    archive: zipfile.ZipFile,
    name: str,
    mebibytes: int,
    before: bytes = b"",
    after: bytes = b"",
    filler: bytes = b"\0",
) -> None:
    chunk = filler * MEBIBYTE
    with archive.open(name, "w") as member:
        member.write(before)
        for _ in range(mebibytes):
            member.write(chunk)
        member.write(after)


def _docx_bytes() -> bytes:
    """A good Word report, not yet spoilt."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "good.docx"
        write_plain(path)
        return path.read_bytes()


def _member(name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(_docx_bytes())) as archive:
        return archive.read(name)


def _rewrite(path: Path, changes: dict[str, bytes | None]) -> None:
    """Write a good Word report with some members replaced or (None) left out."""
    with (
        zipfile.ZipFile(io.BytesIO(_docx_bytes())) as source,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            content = changes.get(name, source.read(name))
            if content is not None:
                target.writestr(name, content)


def _each(identity: str, write: Callable[[Path], None], *suffixes: str) -> list[Bad]:
    return [Bad(f"{identity}-{suffix}", f"{identity}.{suffix}", write) for suffix in suffixes]


BAD_FILES: tuple[Bad, ...] = (
    *_each("empty", nothing, "txt", "html", "docx"),
    *_each("white-space", only_white_space, "txt"),
    *_each("empty-page", empty_page, "html"),
    *_each("empty-document", empty_document, "docx"),
    *_each("memo", memo, "txt", "html", "docx"),
    *_each("other-table", other_table, "txt", "html", "docx"),
    *_each("no-measure-column", without_measure_column, "txt", "html", "docx"),
    *_each("year-64", ambiguous_year, "txt", "html", "docx"),
    *_each("picture", picture, "txt", "html", "docx", "png"),
    *_each("not-a-zip", not_a_zip, "docx"),
    *_each("cut-short", cut_short, "docx"),
    *_each("broken-xml", broken_xml, "docx"),
    *_each("wrong-checksum", wrong_checksum, "docx"),
    *_each("no-text-part", without_text_part, "docx"),
    *_each("other-archive", other_archive, "docx"),
    *_each("password", encrypted_office_file, "docx"),
    *_each("zip-flag", encrypted_zip, "docx"),
    *_each("over-20-mb", too_big_on_disk, "docx"),
    *_each("bomb-one-member", bomb_in_one_member, "docx"),
    *_each("bomb-many-members", bomb_in_many_members, "docx"),
    *_each("bomb-in-text", bomb_in_the_text, "docx"),
    *_each("bomb-that-lies", bomb_that_lies, "docx"),
    *_each("missing", missing, "docx"),
)
