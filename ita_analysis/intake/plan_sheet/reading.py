"""Bytes in, the rows of a plan out: which table it is, whose, and what no row tells."""

from __future__ import annotations

from dataclasses import dataclass

from ita_analysis.errors import UnreadableDocument
from ita_analysis.intake.plan_sheet.cells import FIELDS
from ita_analysis.intake.plan_sheet.columns import Columns, HandedOut, find_columns, handed_out
from ita_analysis.intake.plan_sheet.faults import Faults, PlanFinding
from ita_analysis.intake.plan_sheet.rows import PlanRow, PlanYear, read_rows
from ita_analysis.intake.sheets.opening import open_grids
from ita_analysis.results import SheetPlace
from ita_analysis.texts import say

MOST_ROWS = 500


@dataclass(frozen=True)
class PlanSheet:
    """What a file says: its rows, its findings (the gravest first), and what it says of itself."""

    file_name: str
    rows: tuple[PlanRow, ...]
    findings: tuple[PlanFinding, ...] = ()
    handed_out: HandedOut | None = None

    @property
    def is_grave(self) -> bool:
        """Return whether nothing may be stored until something is mended."""
        return any(each.severity == "high" for each in self.findings)


def read_plan_sheet(name: str, content: bytes, year: PlanYear) -> PlanSheet:
    """Return what a sheet says of the plan of a year.

    Raises UnreadableDocument where the file cannot be opened, has no table of measures or too many rows, or is of
    another agency or year.
    """
    grids = open_grids(content)
    columns, others = find_columns(grids)
    said = handed_out(columns)
    _refuse_other(said, year)
    faults = Faults(columns.grid.name)
    if said is None:
        faults.add("whose_unsaid", agency=year.agency, year=year.fiscal_year_be)
    for other in others:
        faults.add("sheet_left_out", name=other.name or "", read=columns.grid.name or "")
    _tell_columns(columns, faults)
    rows = tuple(read_rows(columns, year, faults))
    if not rows or len(rows) > MOST_ROWS:
        place = SheetPlace(columns.grid.name)
        raise UnreadableDocument("plan_sheet_many" if rows else "plan_sheet_blank", place=place, most=MOST_ROWS)
    return PlanSheet(name, rows, faults.all(), said)


def _refuse_other(said: HandedOut | None, year: PlanYear) -> None:
    if said and said.agency_code != year.agency_code:
        raise UnreadableDocument("plan_sheet_other_agency", agency=said.agency, here=year.agency)
    if said and said.fiscal_year_be != year.fiscal_year_be:
        raise UnreadableDocument("plan_sheet_other_year", year=said.fiscal_year_be, here=year.fiscal_year_be)


def _tell_columns(columns: Columns, faults: Faults) -> None:
    row = columns.head + 1
    for column in columns.repeated:
        faults.add("column_repeated", row, column + 1, columns.heading(column))
    for column in columns.unknown:
        faults.add("column_unknown", row, column + 1, columns.heading(column))
    for name in FIELDS:
        if name not in columns.of:
            faults.add("column_missing", row, None, say(f"plan_sheet.column.{name}"))
