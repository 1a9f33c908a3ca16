"""What an XLSX archive holds that a reader of its values does not tell, looked at before it is opened.

Its size once unpacked, its rows, cells with a formula error, formulas without a result, percent formats.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from posixpath import join, normpath

from lxml import etree

from ita_analysis.errors import UnreadableDocument
from ita_analysis.intake.sheets.grid import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, UNCALCULATED
from ita_analysis.results import SheetPlace

MOST_UNPACKED = 200 * 1024 * 1024
_LONGEST_ROW = 16 * 1024 * 1024
_CHUNK = 2 * 1024 * 1024
_LOCKED = 0x1
_WORKBOOK = "xl/workbook.xml"
_PERCENT_FORMATS = {"9", "10"}
_QUOTED = re.compile(r'"[^"]*"|\\.')
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
_ROW_END = re.compile(rb"</(?:\w+:)?row>")
_LAST = re.compile(rb' r="([A-Z]*)(\d+)"')
_REF = re.compile(rb'\br="([A-Z]+)(\d+)"')
_ERROR = re.compile(rb'<(?:\w+:)?c\s([^>]*\bt="e"[^>]*)>(.*?)</(?:\w+:)?c>', re.DOTALL)
_VALUE = re.compile(rb"<(?:\w+:)?v>([^<]*)<")
_UNCALCULATED = re.compile(
    rb"<(?:\w+:)?c\s([^>]*[^/>])><(?:\w+:)?f(?:\s[^>]*)?(?:/>|>[^<]*</(?:\w+:)?f>)(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?</(?:\w+:)?c>"
)


@dataclass
class Marks:
    """What has to be said of cells by row and column from 0: words in their place, and percent formats."""

    words: dict[tuple[int, int], str] = field(default_factory=dict)
    percents: list[tuple[int, int]] = field(default_factory=list)


def checked(content: bytes) -> dict[str, Marks]:
    """Return the marks of each worksheet by name.

    Raises UnreadableDocument where the archive is damaged, locked, no workbook, or too large once unpacked.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            _check_members(archive)
            percents = _percent_styles(archive)
            members = set(archive.namelist())
            sheets = {name: member for name, member in _sheets(archive) if member in members}
            marks = {name: _scan(archive, name, member, percents) for name, member in sheets.items()}
            _check_rest(archive, set(sheets.values()))
            return marks
    except (zipfile.BadZipFile, etree.XMLSyntaxError, zlib.error, KeyError, EOFError, OSError, RuntimeError) as error:
        raise UnreadableDocument("sheet_damaged") from error


def _check_members(archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    if any(member.flag_bits & _LOCKED for member in members):
        raise UnreadableDocument("sheet_locked")
    if _WORKBOOK not in archive.namelist():
        raise UnreadableDocument("sheet_other_workbook")
    beside = sum(member.file_size for member in members if not member.filename.startswith("xl/worksheets/"))
    _check_size(beside)


def _check_size(unpacked: int) -> None:
    if unpacked > MOST_UNPACKED:
        raise UnreadableDocument("sheet_bomb", limit=MOST_UNPACKED // 2**20)


def _check_rest(archive: zipfile.ZipFile, seen: set[str]) -> None:
    """Read the other members to their end: a false size or checksum shows there."""
    for member in archive.infolist():
        if member.filename not in seen and member.filename.endswith((".xml", ".rels")):
            with archive.open(member) as stream:
                while stream.read(_CHUNK):
                    pass


def _xml(archive: zipfile.ZipFile, member: str) -> etree._Element | None:
    return etree.fromstring(archive.read(member), _PARSER) if member in archive.namelist() else None


def _sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Yield the name of each worksheet and its member of the archive."""
    book, links = _xml(archive, _WORKBOOK), _xml(archive, "xl/_rels/workbook.xml.rels")
    if book is None or links is None:
        raise UnreadableDocument("sheet_damaged")
    targets = {str(each.get("Id")): str(each.get("Target")) for each in links}
    for sheet in book.iterfind(".//{*}sheet"):
        number = next((value for name, value in sheet.attrib.items() if str(name).endswith("}id")), "")
        target = targets.get(str(number), "")
        yield str(sheet.get("name")), target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))


def _percent_styles(archive: zipfile.ZipFile) -> set[bytes]:
    """Return the numbers of the cell styles that show a number as a percentage."""
    styles = _xml(archive, "xl/styles.xml")
    if styles is None:
        return set()
    own = {str(each.get("numFmtId")): str(each.get("formatCode")) for each in styles.iterfind(".//{*}numFmt")}
    percent = _PERCENT_FORMATS | {number for number, code in own.items() if "%" in _QUOTED.sub("", code)}
    rows = styles.iterfind("{*}cellXfs/{*}xf")
    return {str(number).encode() for number, style in enumerate(rows) if style.get("numFmtId") in percent}


def _scan(archive: zipfile.ZipFile, sheet: str, member: str, percents: set[bytes]) -> Marks:
    marks, rows = Marks(), 0
    styled = re.compile(rb'<(?:\w+:)?c\s([^>]*\bs="(?:' + b"|".join(sorted(percents)) + rb')"[^>]*)(?<!/)>')
    for block in _blocks(archive, member):
        held = _last_cells(block)
        rows += len(held)
        _check_extent(sheet, max([rows, *(row for _, row in held)]), max((column for column, _ in held), default=0))
        marks.words.update(_said(block))
        if percents:
            marks.percents += [place for match in styled.finditer(block) if (place := _place(match[1]))]
    return marks


def _last_cells(block: bytes) -> list[tuple[int, int]]:
    """Return column and row of the last cell that holds something in each row that has one."""
    found, start = [], 0
    for match in _ROW_END.finditer(block):
        value = max(block.rfind(b"v>", start, match.start()), block.rfind(b"is>", start, match.start()))
        ref = block.rfind(b' r="', start, value) if value > 0 else -1
        if ref >= 0 and (cell := _LAST.match(block, ref)):
            found.append((_number(cell[1]) if cell[1] else 1, int(cell[2])))
        start = match.end()
    return found


def _check_extent(sheet: str, rows: int, columns: int) -> None:
    if rows > MOST_ROWS:
        raise UnreadableDocument("sheet_too_long", place=SheetPlace(sheet), limit=MOST_ROWS)
    if columns > MOST_COLUMNS or rows * columns > MOST_CELLS:
        raise UnreadableDocument("sheet_too_wide", place=SheetPlace(sheet), limit=MOST_COLUMNS, cells=MOST_CELLS)


def _blocks(archive: zipfile.ZipFile, member: str) -> Iterator[bytes]:
    """Yield a worksheet in blocks that end where a row ends."""
    rest, unpacked = b"", 0
    with archive.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            unpacked += len(chunk)
            _check_size(unpacked)
            text = rest + chunk
            cut = text.rfind(b"row>") + 4 if b"row>" in text else 0
            if len(text) - cut > _LONGEST_ROW:
                raise UnreadableDocument("sheet_bomb", limit=MOST_UNPACKED // 2**20)
            rest = text[cut:]
            yield text[:cut]
    yield rest


def _said(block: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    if b't="e"' in block:
        for match in _ERROR.finditer(block):
            value = _VALUE.search(match[2])
            if place := _place(match[1]):
                yield place, value[1].decode("utf-8", "replace") if value else UNCALCULATED
    if b"<f" in block or b":f" in block:
        for match in _UNCALCULATED.finditer(block):
            # A formula may give no words on purpose: its kind is then `str`.
            if b't="str"' not in match[1] and (place := _place(match[1])):
                yield place, UNCALCULATED


def _place(attributes: bytes) -> tuple[int, int] | None:
    match = _REF.search(attributes)
    return (int(match[2]) - 1, _number(match[1]) - 1) if match else None


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
