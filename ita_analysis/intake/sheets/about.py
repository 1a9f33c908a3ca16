"""What the lines above a table say of it: the year, and the agency where the table is about one alone."""

from __future__ import annotations

from collections.abc import Iterator

from ita_analysis.errors import UnclearYear
from ita_analysis.intake.sheets.cells import Named, agency_in, is_missing, number_of
from ita_analysis.intake.sheets.faults import Faults
from ita_analysis.intake.sheets.grid import Cell, Grid, words_of
from ita_analysis.intake.sheets.layout import Layout
from ita_analysis.thai.fiscal_year import parse_year
from ita_analysis.thai.text import flat, to_arabic
from ita_analysis.vocabulary import pattern


def title_agency(layout: Layout) -> Named | None:
    """Return the agency that the lines above the table name, None where they name none."""
    return next((named for _, line in layout.titles if (named := agency_in(line))), None)


def title_year(grid: Grid, layout: Layout, given: int | None, faults: Faults) -> int | None:
    """Return the year of a table without a year in its rows: of its title, its sheet's name, else the given one.

    More than one year in the title is told as unclear, unless one of them is said to be that of the result.
    """
    lines = [(row, to_arabic(flat(line))) for row, line in layout.titles]
    for name in ("year", "loose_year"):
        found = {year: row for row, line in lines for year in _years(line, name)}
        of_result = {
            int(match["year"]) for _, line in lines for match in pattern("sheet", "result_year").finditer(line)
        }
        years = set(found) if len(found) < 2 else of_result & set(found)
        if len(years) == 1:
            return years.pop()
        if len(found) > 1 and given is None:
            faults.add("year_unclear", max(found.values()), None, ", ".join(map(str, sorted(found))))
            return None
    named = _year_of_name(grid)
    if given is None and named is None and (unclear := _unclear(lines)):
        faults.add("year_unclear", unclear[0], None, unclear[1])
    return given if named is None else named


def year_of_cell(cell: Cell, faults: Faults, row: int, column_no: int) -> int | None:
    """Return the year of a cell in the Buddhist era; one that cannot be told is a finding."""
    said = words_of(cell)
    if is_missing(said):
        return None
    number = number_of(cell)
    try:
        return parse_year(str(int(number)) if number and number.is_integer() else said)
    except UnclearYear:
        faults.add("year_unclear", row, column_no, cell)
        return None


def _years(line: str, name: str) -> Iterator[int]:
    for match in pattern("identity", name).finditer(line):
        try:
            yield parse_year(match["year"])
        except UnclearYear:
            continue


def _unclear(lines: list[tuple[int, str]]) -> tuple[int, str] | None:
    """Return the row and words of a year that no year can be told from, as a bare 64."""
    for row, line in lines:
        if match := pattern("identity", "year").search(line):
            return row, match[0]
    return None


def _year_of_name(grid: Grid) -> int | None:
    try:
        return parse_year(grid.name) if grid.name else None
    except UnclearYear:
        return None
