"""XLSX workbooks: the values of each worksheet; formulas, macros and links to other files are never followed."""

from __future__ import annotations

from io import BytesIO

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from ita_analysis.errors import UnreadableDocument
from ita_analysis.intake.sheets.archive import Marks, checked
from ita_analysis.intake.sheets.grid import Grid

_DIGITS = 10  # 0.8557 * 100 is 85.57000000000001


def read_workbook(content: bytes) -> tuple[Grid, ...]:
    """Return the worksheets of an XLSX file in their order; raises UnreadableDocument where it cannot be opened."""
    marks = checked(content)
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        sheets = [
            (sheet.name, sheet.visible is not SheetVisibleEnum.Visible)
            for sheet in book.sheets_metadata
            if sheet.typ is SheetTypeEnum.WorkSheet
        ]
        return tuple(
            _grid(book.get_sheet_by_name(name), is_hidden=hidden, marks=marks.get(name, Marks()))
            for name, hidden in sheets
        )
    except (CalamineError, OSError, ValueError) as error:
        raise UnreadableDocument("sheet_damaged") from error


def _grid(sheet: CalamineSheet, *, is_hidden: bool, marks: Marks) -> Grid:
    rows: list[list[object]] = [list(cells) for cells in sheet.to_python(skip_empty_area=False)]
    for row, column in marks.percents:
        _as_percent(rows, row, column)
    for (row, column), words in marks.words.items():
        _put(rows, row, column, words)
    return Grid(sheet.name, rows, tuple(sheet.merged_cell_ranges or ()), is_hidden, frozenset(marks.words))


def _as_percent(rows: list[list[object]], row: int, column: int) -> None:
    if row < len(rows) and column < len(rows[row]):
        value = rows[row][column]
        if isinstance(value, int | float) and not isinstance(value, bool):
            rows[row][column] = round(value * 100, _DIGITS)


def _put(rows: list[list[object]], row: int, column: int, words: str) -> None:
    """Put words into a cell that the reader of values left empty, beyond the rows and columns it gave too."""
    while len(rows) <= row:
        rows.append([])
    cells = rows[row]
    cells.extend([""] * (column + 1 - len(cells)))
    cells[column] = words
