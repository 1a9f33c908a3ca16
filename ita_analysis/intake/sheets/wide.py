"""Wide sheets: a row per agency, a column per score."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from ita_analysis.intake.sheets.body import Body
from ita_analysis.intake.sheets.cells import (
    agency_of,
    is_note,
    is_summary,
    number_of,
)
from ita_analysis.intake.sheets.grid import Cell, is_blank, words_of
from ita_analysis.intake.sheets.layout import Column
from ita_analysis.intake.sheets.stated import Head, Stated, is_stated, read_score
from ita_analysis.records import Agency
from ita_analysis.vocabulary import pattern

_MOST = 100.0
_DIGITS = 8


@dataclass(frozen=True)
class _Row:
    number: int
    agency: Agency
    year: int | None


def read_wide(body: Body, tell: Callable[[float], None] | None = None) -> Stated:
    """Return what the rows of a wide sheet state."""
    rows, found = list(_rows(body)), Stated()
    columns = [column for column in body.layout.columns if column.is_score]
    heads = _heads(body, rows, columns, found)
    for done, column in enumerate(columns):
        _read_column(body, column, rows, heads[column.year], found)
        if tell:
            tell(done / len(columns))
    for column in body.layout.columns:
        if column.field == "grade" and column.year in heads:
            _read_grades(body, column, rows, heads[column.year], found)
    return found


def _rows(body: Body) -> Iterator[_Row]:
    """Yield the rows that are about an agency; the others are told, headings printed again are not."""
    name, section = body.layout.column("agency"), None
    columns = [column.number - 1 for column in body.layout.columns if column.is_score]
    for number in range(body.layout.body, len(body.grid.rows)):
        cells = body.grid.rows[number]
        if is_blank(cells) or _are_headings(cells, words_of(body.cell(number, name)), name):
            continue
        scores = any(is_stated(cells[at]) for at in columns if at < len(cells))
        if _is_left_out(body, number, has_scores=scores):
            section = _section(cells) or section
            continue
        if (named := body.named(number)) is None:
            continue
        agency = named.agency if named.agency.province else replace(named.agency, province=section)
        yield _Row(number, agency, body.year_of(number))


def _are_headings(cells: list[Cell], words: str, column: Column | None) -> bool:
    """Return whether a row prints the headings again, or numbers the columns: (1) (2) (3)."""
    numbers = [said.strip("()") for cell in cells if (said := words_of(cell))]
    is_numbered = len(numbers) > 1 and numbers == [str(number) for number in range(1, len(numbers) + 1)]
    return is_numbered or (column is not None and words == column.heading)


def _is_left_out(body: Body, number: int, *, has_scores: bool) -> bool:
    cells = body.grid.rows[number]
    words = [said for cell in cells if number_of(cell) is None and (said := words_of(cell))]
    first = next((column for column, cell in enumerate(cells, 1) if words and words_of(cell) == words[0]), None)
    if words and is_summary(words[0]) and not ((named := agency_of(words[0])) and named.is_known_kind):
        body.faults.add("summary_left_out", number + 1, first, words[0])
        return True
    if has_scores:
        return False
    if _section(cells):
        return True
    column = body.layout.column("agency")
    name = words_of(body.cell(number, column))
    if column and name and not is_note(name) and len(words) > 1 and agency_of(name):
        body.faults.add("row_without_scores", number + 1, column.number, name)
    else:
        body.faults.add("row_left_out", number + 1, first, " ".join(words))
    return True


def _section(cells: list[Cell]) -> str | None:
    """Return the province that a row of one cell names over the rows below it."""
    words = [said for cell in cells if (said := words_of(cell))]
    return None if len(words) != 1 else _province(words[0])


def _province(words: str) -> str | None:
    match = pattern("identity", "province").match(words)
    return match["name"] if match and match.end() == len(words) else None


def _heads(body: Body, rows: list[_Row], columns: list[Column], found: Stated) -> dict[int | None, list[int]]:
    """Add a head for each agency and year of which some score stands there.

    Returns the head of each row by the year in the columns' headings, -1 for none.
    """
    name = body.layout.column("agency")
    own = {year: [each.number - 1 for each in columns if each.year == year] for year in {each.year for each in columns}}
    heads: dict[int | None, list[int]] = {year: [] for year in own}
    for row in rows:
        cells = body.grid.rows[row.number]
        for year, numbers in own.items():
            assessed = year or row.year
            is_there = any(is_stated(cells[at]) for at in numbers if at < len(cells))
            heads[year].append(len(found.heads) if assessed and is_there else -1)
            if assessed and is_there:
                found.heads.append(Head(row.agency, assessed, row.number + 1, name.number if name else None))
        if row.year is None and None in own:
            _tell_year_missing(body, row)
    return heads


def _tell_year_missing(body: Body, row: _Row) -> None:
    column = body.layout.column("fiscal_year")
    if column and words_of(body.cell(row.number, column)) == "":
        body.faults.add("year_missing", row.number + 1, column.number)


def _read_column(body: Body, column: Column, rows: list[_Row], heads: list[int], found: Stated) -> None:
    at = column.number - 1
    scores = np.full(len(rows), np.nan)
    for number, row in enumerate(rows):
        cells = body.grid.rows[row.number]
        cell = cells[at] if at < len(cells) else ""
        if type(cell) is float and 0 <= cell <= _MOST:
            scores[number] = cell
        elif cell != "":
            score = read_score(cell, body.faults, row.number + 1, column.number)
            scores[number] = np.nan if score is None else score
    head, printed = np.array(heads, dtype="int64"), np.array([row.number + 1 for row in rows], dtype="int64")
    keep = ~np.isnan(scores) & (head >= 0)
    found.put(column.field or "", head[keep], np.round(scores[keep], _DIGITS), printed[keep], column.number)


def _read_grades(body: Body, column: Column, rows: list[_Row], heads: list[int], found: Stated) -> None:
    for row, number in zip(rows, heads, strict=True):
        if number >= 0:
            found.heads[number].grade = body.grid.at(row.number, column.number - 1)
            found.heads[number].grade_place = (row.number + 1, column.number)
