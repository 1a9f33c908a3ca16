"""An invented sheet as an XLSX file whose first row, sheet and name all say ข้อมูลสังเคราะห์."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import xlsxwriter
from xlsxwriter.exceptions import XlsxFileError

from ita_analysis.errors import ItaError
from ita_analysis.results import ScoreSheet
from ita_analysis.synthetic.nation import HEAD_ROW, rows_of_sheet
from ita_analysis.texts import say


def write_workbook(sheet: ScoreSheet, file: Path) -> Path:
    """Write the scores of a sheet as a wide XLSX table, a row per agency, whole or not at all, and return the file.

    Raises ItaError where it cannot be written.
    """
    writing = file.with_name(f"{file.name}.writing")
    try:
        with xlsxwriter.Workbook(str(writing), {"constant_memory": True, "strings_to_formulas": False}) as book:
            page = book.add_worksheet(sheet.sheet_name or say("head.synthetic"))
            page.write_string(0, 0, say("demo.sheet.title"))
            for number, row in enumerate(rows_of_sheet(sheet), HEAD_ROW - 1):
                page.write_row(number, 0, row)
        writing.replace(file)
    except (OSError, XlsxFileError) as error:
        raise ItaError("workbook_unwritable", folder=file.resolve().parent.name) from error
    finally:
        with suppress(OSError):
            writing.unlink(missing_ok=True)
    return file
