"""Wide sheets: a row per agency, a column per score."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from ita_analysis.intake.sheets.body import Body
from ita_analysis.intake.sheets.cells import (
    agency_of,
    is_note,
    is_summary,
)
from ita_analysis.intake.sheets.grid import Cell, is_blank, words_of
from ita_analysis.intake.sheets.layout import Column
from ita_analysis.intake.sheets.stated import Head, Stated, is_stated, read_score
from ita_analysis.records import Agency
from ita_analysis.thai.text import key
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
        _read_column(body, column, rows, heads, found)
        if tell:
            tell(done / len(columns))
    for column in body.layout.columns:
        if column.field == "grade":
            _read_grades(body, column, rows, heads, found)
    return found


def _rows(body: Body) -> Iterator[_Row]:
    """Yield the rows that are about an agency; the others are told, headings printed again are not."""
    name, section = body.layout.column("agency"), None
    columns = [column.number - 1 for column in body.layout.columns if column.is_score]
    for number in range(body.layout.body, len(body.grid.rows)):
        cells = body.grid.rows[number]
        if is_blank(cells) or (name and key(words_of(body.cell(number, name))) == key(name.heading)):
            continue
        scores = any(is_stated(cells[at]) for at in columns if at < len(cells))
        if _is_left_out(body, number, has_scores=scores):
            section = _section(cells) or section
            continue
        if (named := body.named(number)) is None:
            continue
        agency = named.agency if named.agency.province else replace(named.agency, province=section)
        yield _Row(number, agency, body.year_of(number))


def _is_left_out(body: Body, number: int, *, has_scores: bool) -> bool:
    cells = body.grid.rows[number]
    words = [said for cell in cells if isinstance(cell, str) and (said := words_of(cell))]
    first = next((column for column, cell in enumerate(cells, 1) if words and words_of(cell) == words[0]), None)
    if words and is_summary(words[0]) and not ((named := agency_of(words[0])) and named.is_known_kind):
        body.faults.add("summary_left_out", number + 1, first, words[0])
        return True
    if has_scores:
        return False
    if _section(cells):
        return True
    name = words_of(body.cell(number, body.layout.column("agency")))
    is_row_of_table = name and not is_note(name) and len(words) > 1 and agency_of(name)
    body.faults.add("row_without_scores" if is_row_of_table else "row_left_out", number + 1, first, " ".join(words))
    return True


def _section(cells: list[Cell]) -> str | None:
    """Return the province that a row of one cell names over the rows below it."""
    words = [said for cell in cells if (said := words_of(cell))]
    return None if len(words) != 1 else _province(words[0])


def _province(words: str) -> str | None:
    match = pattern("identity", "province").match(words)
    return match["name"] if match and match.end() == len(words) else None


def _heads(body: Body, rows: list[_Row], columns: list[Column], found: Stated) -> dict[tuple[int, int | None], int]:
    """Add a head for each agency and year of which some score stands there; return its number by row and year."""
    heads: dict[tuple[int, int | None], int] = {}
    name = body.layout.column("agency")
    years = list(dict.fromkeys(column.year for column in columns))
    for row in rows:
        cells = body.grid.rows[row.number]
        for year in years:
            own = [column.number - 1 for column in columns if column.year == year]
            if (year or row.year) and any(is_stated(cells[at]) for at in own if at < len(cells)):
                heads[row.number, year] = len(found.heads)
                assessed = year or row.year or 0
                found.heads.append(Head(row.agency, assessed, row.number + 1, name.number if name else None))
            elif not (year or row.year):
                _tell_year_missing(body, row)
    return heads


def _tell_year_missing(body: Body, row: _Row) -> None:
    column = body.layout.column("fiscal_year")
    if column:
        body.faults.add("year_missing", row.number + 1, column.number)


def _read_column(
    body: Body, column: Column, rows: list[_Row], heads: dict[tuple[int, int | None], int], found: Stated
) -> None:
    number, at = found.number_of(column.field or ""), column.number - 1
    for row in rows:
        cells = body.grid.rows[row.number]
        cell = cells[at] if at < len(cells) else ""
        score: float | None
        if type(cell) is float and 0 <= cell <= _MOST:
            score = round(cell, _DIGITS)
        else:
            score = read_score(cell, body.faults, row.number + 1, column.number)
        head = heads.get((row.number, column.year))
        if score is not None and head is not None:
            found.put(head, number, score, row.number + 1, column.number)


def _read_grades(
    body: Body, column: Column, rows: list[_Row], heads: dict[tuple[int, int | None], int], found: Stated
) -> None:
    for row in rows:
        head = heads.get((row.number, column.year))
        if head is not None and not found.heads[head].grade:
            found.heads[head].grade = body.grid.at(row.number, column.number - 1)
            found.heads[head].grade_place = (row.number + 1, column.number)
