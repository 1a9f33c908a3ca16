"""A table as CSV: UTF-8 with a mark that spreadsheets look for, as RFC 4180 has it, no cell of it a formula."""

from __future__ import annotations

import csv
from io import StringIO

from ita_analysis.documents.tables import About, Cell, Sheet, is_formula_like
from ita_analysis.texts import say
from ita_analysis.thai.text import straight


def csv_of(about: About, table: Sheet) -> bytes:
    """Return the table as CSV; dates are year-month-day of the common era, a column marks made-up data.

    A text that a spreadsheet could take for a formula stands behind an apostrophe; a negative number stays a number.
    """
    more = [say("head.synthetic")] if about.is_synthetic else []
    lines = StringIO(newline="")
    # All texts stand in quotation marks: a spreadsheet may take a semicolon for the end of a cell too.
    writer = csv.writer(lines, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow([_plain(column.heading) for column in table.columns] + more)
    writer.writerows([*map(_plain, row), *(say("export.yes") for _ in more)] for row in table.rows)
    return lines.getvalue().encode("utf-8-sig")


def _plain(cell: Cell) -> str | float:
    if cell is None:
        return say("missing")
    if isinstance(cell, str):
        text = straight(cell)
        return f"'{text}" if is_formula_like(text) else text
    return cell if isinstance(cell, int | float) else cell.isoformat()
