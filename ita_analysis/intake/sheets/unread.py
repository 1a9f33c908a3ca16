"""Which columns scores were read from, which nobody knows, and which are of no use here."""

from __future__ import annotations

from collections.abc import Iterator

from ita_analysis.intake.sheets.body import Body
from ita_analysis.intake.sheets.cells import shown
from ita_analysis.intake.sheets.headings import NONE
from ita_analysis.intake.sheets.layout import Column, Layout
from ita_analysis.intake.sheets.stated import level_and_code
from ita_analysis.results import Level, SheetColumn, UnknownColumn

_FIRST_CELLS = 3
_LEVELS: dict[str, Level] = {"item": "item", "indicator": "indicator", "instrument": "instrument", "total": "total"}


def columns_of(layout: Layout) -> tuple[SheetColumn, ...]:
    """Return the columns that scores were read from."""
    if layout.is_long:
        column = layout.column("score")
        return (SheetColumn(column.number, column.heading, "", ""),) if column else ()
    found = []
    for column in layout.columns:
        if column.is_score and column.field:
            level, code = level_and_code(column.field)
            found.append(SheetColumn(column.number, column.heading, _LEVELS[level], code))
    return tuple(found)


def unknown_of(body: Body) -> tuple[UnknownColumn, ...]:
    """Return the columns whose heading no word of ours fits, with the first cells below it."""
    return tuple(
        UnknownColumn(column.number, column.heading, tuple(_first_cells(body, column)))
        for column in body.layout.columns
        if column.field is None and column.heading
    )


def tell_columns(body: Body) -> None:
    """Tell the columns that were not read, the years that are missing, and a sheet without a column of agencies."""
    layout, faults = body.layout, body.faults
    row = layout.body
    for column in layout.columns:
        if column.field is None and (column.heading or any(_first_cells(body, column))):
            faults.add("unknown_column", row, column.number, column.heading, heading=column.heading)
    if left_out := [column.heading for column in layout.columns if column.field == NONE and column.heading]:
        faults.add("column_left_out", row, None, ", ".join(left_out), headings=", ".join(left_out))
    for column in layout.repeated:
        faults.add("column_repeated", row, column.number, column.heading, heading=column.heading)
    if layout.column("agency") is None and body.agency is None:
        faults.add("agency_column_missing", row)
    has_years = layout.column("fiscal_year") or all(column.year for column in layout.columns if column.is_score)
    if body.year is None and not has_years and not faults.has("year_unclear"):
        faults.add("year_missing", row)


def _first_cells(body: Body, column: Column) -> Iterator[str]:
    found = 0
    for row in range(body.layout.body, len(body.grid.rows)):
        if said := shown(body.grid.at(row, column.number - 1)):
            yield said
            found += 1
        if found == _FIRST_CELLS:
            return
