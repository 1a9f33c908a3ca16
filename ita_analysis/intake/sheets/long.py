"""Long sheets: a row per score, which a cell of the row names; the list of one agency's indicators is one too."""

from __future__ import annotations

from dataclasses import dataclass

from ita_analysis.intake.sheets.body import Body
from ita_analysis.intake.sheets.cells import Named, agency_of, is_missing, is_note, is_summary
from ita_analysis.intake.sheets.grid import Cell, is_blank, words_of
from ita_analysis.intake.sheets.headings import NONE, WEAK, code_of, is_sub_indicator, level_of
from ita_analysis.intake.sheets.layout import Column
from ita_analysis.intake.sheets.stated import Head, Stated, is_stated, read_score
from ita_analysis.thai.text import key


@dataclass
class _Carried:
    """What a row leaves to the rows below it that do not repeat it."""

    named: Named | None = None
    year: int | None = None
    words: str = ""


def read_long(body: Body) -> Stated:
    """Return what the rows of a long sheet state."""
    found, carried = Stated(), _Carried(body.agency, body.year)
    heads: dict[tuple[object, ...], int] = {}
    seen: dict[tuple[int, str], int] = {}
    for number in range(body.layout.body, len(body.grid.rows)):
        if not is_blank(body.grid.rows[number]) and not _is_heading(body, number):
            _read_row(body, number, carried, heads, seen, found)
    return found


def _is_heading(body: Body, number: int) -> bool:
    """Return whether a row prints the headings again."""
    column = body.layout.column("score")
    return column is not None and key(words_of(body.cell(number, column))) == key(column.heading)


def _read_row(
    body: Body,
    number: int,
    carried: _Carried,
    heads: dict[tuple[object, ...], int],
    seen: dict[tuple[int, str], int],
    found: Stated,
) -> None:
    column = body.layout.column("score")
    cell = body.cell(number, column)
    if _is_summary(body, number):
        return
    _carry(body, number, carried)
    said = _words_of_code(body, number)
    field = _field(body, number, said)
    if column is None or not _is_of_a_score(body, number, said, field, cell):
        return
    if carried.named is None:
        return
    if not carried.year:
        if year := body.layout.column("fiscal_year"):
            body.faults.add("year_missing", number + 1, year.number)
        return
    head = _head(body, number, carried, heads, found)
    if field == "grade":
        found.heads[head].grade, found.heads[head].grade_place = cell, (number + 1, column.number)
        return
    score = read_score(cell, body.faults, number + 1, column.number)
    if field is None or score is None:
        return
    if (before := seen.setdefault((head, field), number + 1)) != number + 1:
        body.faults.add("score_repeated", number + 1, column.number, said, name=said, first=before)
    else:
        found.put_one(field, head, score, number + 1, column.number)


def _is_summary(body: Body, number: int) -> bool:
    """Return whether a row is about all agencies, or a note; it is told."""
    name = body.layout.column("agency")
    words = words_of(body.grid.at(number, name.number - 1)) if name else ""
    named = agency_of(words)
    if name is None or not (is_summary(words) or is_note(words)) or (named and named.is_known_kind):
        return False
    body.faults.add("row_left_out" if is_note(words) else "summary_left_out", number + 1, name.number, words)
    return True


def _carry(body: Body, number: int, carried: _Carried) -> None:
    name = body.layout.column("agency")
    words = words_of(body.cell(number, name))
    if name and words and words != carried.words:
        carried.named, carried.words = body.named(number), words
    elif name and not carried.words and not words:
        body.faults.add("agency_missing", number + 1, name.number)
    year = body.layout.column("fiscal_year")
    if year and words_of(body.cell(number, year)):
        carried.year = body.year_of(number)


def _words_of_code(body: Body, number: int) -> str:
    """Return the words that name a row's score: those of a name before those of a number."""
    columns = [column for column in body.layout.columns if column.field == "code"]
    words = [said for column in columns if (said := words_of(body.grid.at(number, column.number - 1)))]
    told = [said for said in words if code_of(said) not in WEAK - {"total", "grade"}]
    return min(told or words, key=lambda said: said.isdigit(), default="")


def _field(body: Body, number: int, said: str) -> str | None:
    level = body.layout.column("level")
    told = level_of(words_of(body.grid.at(number, level.number - 1))) if level else None
    found = "total" if told == "total" else code_of(said) if said else None
    return None if found in {"code", "agency", "fiscal_year", "province", "district", "level", NONE} else found


def _is_of_a_score(body: Body, number: int, said: str, field: str | None, cell: Cell) -> bool:
    """Return whether a row states a score that has a name; a row that does not is told."""
    code: Column | None = body.layout.column("code")
    place = (number + 1, code.number if code else None)
    if field is not None:
        return True
    if is_summary(said):
        body.faults.add("summary_left_out", *place, said)
    elif is_stated(cell) and not is_sub_indicator(said) and not is_missing(said):
        body.faults.add("score_unnamed", *place, said, name=said)
    else:
        words = " ".join(words_of(each) for each in body.grid.rows[number] if words_of(each))
        body.faults.add("row_left_out", *place, words)
    return False


def _head(body: Body, number: int, carried: _Carried, heads: dict[tuple[object, ...], int], found: Stated) -> int:
    assert carried.named is not None
    agency, year = carried.named.agency, carried.year or 0
    name = body.layout.column("agency")
    known = heads.setdefault((agency, year), len(found.heads))
    if known == len(found.heads):
        found.heads.append(Head(agency, year, number + 1, name.number if name else None))
    return known
