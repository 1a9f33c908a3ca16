"""The rows below the headings, each with the agency and the year it is about."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from ita_analysis.intake.sheets.about import year_of_cell
from ita_analysis.intake.sheets.cells import Named, agency_of, place_name
from ita_analysis.intake.sheets.faults import Faults
from ita_analysis.intake.sheets.grid import Cell, Grid, words_of
from ita_analysis.intake.sheets.layout import Column, Layout
from ita_analysis.records import Agency


@dataclass(frozen=True)
class Body:
    """A worksheet with its layout, and what its title says of agency and year."""

    grid: Grid
    layout: Layout
    agency: Named | None
    year: int | None
    faults: Faults

    def cell(self, row: int, column: Column | None) -> Cell:
        """Return the cell of a row (from 0) in a column, the words of a cell merged downwards in each of its rows."""
        if column is None:
            return ""
        found = self.grid.at(row, column.number - 1)
        return self._downwards.get((row, column.number - 1), "") if found == "" else found

    @cached_property
    def _downwards(self) -> dict[tuple[int, int], Cell]:
        return {
            (row, left): self.grid.at(top, left)
            for (top, left), (bottom, right) in self.grid.merged
            if left == right
            for row in range(top, min(bottom, len(self.grid.rows)) + 1)
        }

    def named(self, row: int) -> Named | None:
        """Return the agency of a row with its whereabouts; one that is missing or no name is told."""
        column = self.layout.column("agency")
        if column is None:
            return self.agency
        cell = self.cell(row, column)
        found = agency_of(words_of(cell))
        if found is None:
            rule = "agency_not_a_name" if words_of(cell) else "agency_missing"
            self.faults.add(rule, row + 1, column.number, cell)
        elif not found.is_known_kind:
            self.faults.add("agency_kind_unknown", row + 1, column.number, cell, name=found.agency.name)
        return found and replace(found, agency=self._placed(row, found.agency))

    def _placed(self, row: int, agency: Agency) -> Agency:
        district = place_name(words_of(self.cell(row, self.layout.column("district"))), "district")
        province = place_name(words_of(self.cell(row, self.layout.column("province"))), "province")
        return replace(agency, district=district or agency.district, province=province or agency.province)

    def year_of(self, row: int) -> int | None:
        """Return the year of a row: of its own cell, else that of the sheet."""
        column = self.layout.column("fiscal_year")
        own = year_of_cell(self.cell(row, column), self.faults, row + 1, column.number) if column else None
        return self.year if own is None else own
