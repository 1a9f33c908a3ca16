"""The cells of a CSV or XLSX file as text, sheet by sheet; whatever cannot be opened is one sentence."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO, StringIO

from python_calamine import CalamineError, CalamineWorkbook

from ita_analysis.errors import UnreadableDocument
from ita_analysis.intake.formats import decode

MOST_BYTES = 20 * 2**20
MOST_UNPACKED = 400 * 2**20
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_LOCKED_INSIDE = "EncryptedPackage".encode("utf-16-le")
_OTHER = (b"%PDF", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
_DELIMITERS = ",;\t"


@dataclass(frozen=True)
class Grid:
    """The cells of one sheet, row by row from its first; a CSV file is a sheet without a name."""

    sheet_name: str | None
    rows: Sequence[Sequence[str]]


def grids(content: bytes) -> tuple[Grid, ...]:
    """Return the sheets of a file; raises UnreadableDocument where it is no CSV or XLSX file that opens."""
    if len(content) > MOST_BYTES:
        raise UnreadableDocument("survey_too_large", limit=MOST_BYTES // 2**20)
    if not content.strip():
        raise UnreadableDocument("survey_empty")
    if content.startswith(_OLE):
        raise UnreadableDocument("survey_locked" if _LOCKED_INSIDE in content else "survey_old_excel")
    if content.startswith(_OTHER):
        raise UnreadableDocument("survey_other_kind")
    return _workbook(content) if content.startswith(_ZIP) else (_text(content),)


def _text(content: bytes) -> Grid:
    try:
        text = decode(content)
    except UnreadableDocument as error:
        raise UnreadableDocument("survey_other_kind") from error
    try:
        delimiter = max(_DELIMITERS, key=lambda sign: len(next(_lines(text, sign), [])))
        return Grid(None, list(_lines(text, delimiter)))
    except csv.Error as error:
        raise UnreadableDocument("survey_damaged") from error


def _lines(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(StringIO(text, newline=""), delimiter=delimiter)


def _workbook(content: bytes) -> tuple[Grid, ...]:
    _check(content)
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        sheets = {name: book.get_sheet_by_name(name) for name in book.sheet_names}
        return tuple(Grid(name, _cells(sheet.to_python(skip_empty_area=False))) for name, sheet in sheets.items())
    except (CalamineError, OSError, ValueError) as error:
        raise UnreadableDocument("survey_damaged") from error


def _check(content: bytes) -> None:
    """Refuse an archive that is damaged, no workbook, or larger unpacked than this computer should take."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
            names = archive.namelist()
    except zipfile.BadZipFile as error:
        raise UnreadableDocument("survey_damaged") from error
    if unpacked > MOST_UNPACKED:
        raise UnreadableDocument("survey_bomb", unpacked=unpacked // 2**20, limit=MOST_UNPACKED // 2**20)
    if "xl/workbook.xml" not in names:
        raise UnreadableDocument("survey_other_kind")


def _cells(rows: Sequence[Sequence[object]]) -> list[list[str]]:
    return [[_words(cell) for cell in row] for row in rows]


def _words(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return cell.isoformat() if isinstance(cell, datetime | date) else str(cell)
