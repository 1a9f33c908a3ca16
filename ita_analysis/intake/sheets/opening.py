"""Bytes in, worksheets out: which kind of file it is, told by its content."""

from __future__ import annotations

from pathlib import Path

from ita_analysis.errors import UnreadableDocument
from ita_analysis.intake.formats import content_of
from ita_analysis.intake.html import looks_like_html
from ita_analysis.intake.sheets.cells import number_of
from ita_analysis.intake.sheets.grid import MOST_ROWS, Cell, Grid, is_blank
from ita_analysis.intake.sheets.layout import Layout, find_layout
from ita_analysis.intake.sheets.separated import decoded, first_rows, read_separated
from ita_analysis.intake.sheets.workbook import read_workbook

MOST_BYTES = 50 * 1024 * 1024
_ZIP, _OLE = (b"PK\x03\x04", b"PK\x05\x06"), b"\xd0\xcf\x11\xe0"
_IN_WORKBOOKS = (b"xl/", b"opendocument.spreadsheet")
_OLD_WORKBOOK = tuple(name.encode("utf-16-le") for name in ("Workbook", "Book"))
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_NAMES = {".xlsx", ".xlsm", ".xltx", ".xls", ".xlsb", ".ods", ".csv", ".tsv"}
_TRIED_BYTES = 256 * 1024
_LEAST_OF_TABLE = 0.5


def is_sheet(content: bytes, name: str = "") -> bool:
    """Return whether a file is a table of scores rather than a report: a workbook, or text whose rows are a table.

    The name counts only where the content cannot tell: an encrypted or empty file, a table without headings of ours.
    """
    is_named = Path(name).suffix.lower() in _NAMES
    if content.startswith(_ZIP):
        return any(mark in content for mark in _IN_WORKBOOKS) and b"word/document.xml" not in content
    if content.startswith(_OLE):
        return is_named or any(mark in content for mark in _OLD_WORKBOOK)
    return is_named or _is_table(content)


def is_sheet_file(path: Path) -> bool:
    """Return whether a file on disk is a table of scores rather than a report; a very large one counts as a table."""
    return path.stat().st_size > MOST_BYTES or is_sheet(content_of(path), path.name)


def open_grids(content: bytes) -> tuple[Grid, ...]:
    """Return the worksheets of a file; raises UnreadableDocument where it cannot be read as a sheet."""
    if len(content) > MOST_BYTES:
        raise UnreadableDocument("sheet_too_large", limit=MOST_BYTES // 2**20, rows=MOST_ROWS)
    if not content.strip():
        raise UnreadableDocument("sheet_empty")
    if content.startswith(_OLE):
        is_old = _ENCRYPTED not in content and any(mark in content for mark in _OLD_WORKBOOK)
        raise UnreadableDocument("sheet_old" if is_old else "sheet_locked_or_old")
    grids = read_workbook(content) if content.startswith(_ZIP) else (read_separated(content),)
    if all(is_blank(cells) for grid in grids for cells in grid.rows):
        raise UnreadableDocument("sheet_empty")
    return grids


def open_grids_of(path: Path) -> tuple[str, bytes]:
    """Return the name and content of a file on disk; raises UnreadableDocument where it is missing or too large."""
    if not path.is_file():
        raise UnreadableDocument("document_missing", file=path.name)
    if path.stat().st_size > MOST_BYTES:
        raise UnreadableDocument("sheet_too_large", limit=MOST_BYTES // 2**20, rows=MOST_ROWS)
    return path.name, content_of(path)


def _is_table(content: bytes) -> bool:
    """Return whether a text begins as a table under headings of scores."""
    try:
        text = decoded(_whole_lines(content))
    except UnreadableDocument:
        return False
    if not text.strip() or looks_like_html(text):
        return False
    grid = Grid(None, [cells for cells in first_rows(text) if not is_blank(cells)])
    layout = find_layout(grid, {})
    if layout is None or not layout.has_scores:
        return False
    in_columns = sum(len(cells) > 1 for cells in grid.rows)
    scored = sum(_has_score(cells, layout) for cells in grid.rows[layout.body :])
    below = len(grid.rows) - layout.body
    return in_columns >= _LEAST_OF_TABLE * len(grid.rows) and scored >= max(1, _LEAST_OF_TABLE * below)


def _has_score(cells: list[Cell], layout: Layout) -> bool:
    columns = [column.number - 1 for column in layout.columns if column.is_score or column.field == "score"]
    return any(number_of(cells[at]) is not None for at in columns if at < len(cells))


def _whole_lines(content: bytes) -> bytes:
    """Return the beginning of a file up to a line's end, so that no letter is cut."""
    if len(content) <= _TRIED_BYTES or b"\x00" in content[:_TRIED_BYTES]:
        return content
    return content[: content.rfind(b"\n", 0, _TRIED_BYTES) + 1]
