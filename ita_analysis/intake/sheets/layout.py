"""Where a worksheet's headings stand and what its columns hold: wide (a row per agency) or long (a row per score)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ita_analysis.intake.sheets.cells import is_grade, number_of
from ita_analysis.intake.sheets.grid import Cell, Grid, is_blank, words_of
from ita_analysis.intake.sheets.headings import NONE, WEAK, field_of, is_sub_indicator, year_of
from ita_analysis.thai.text import key

_HEADING_ROWS = 40
_DEEPEST = 3
_GREATEST_NUMBER = 48  # a bare number as a heading is that of an indicator or an item
_YEARS = range(1957, 2644)
_WITNESSES = 50
_OF_SCORES = ("indicator:", "item:", "instrument:")


@dataclass(frozen=True)
class Column:
    """One column: its number from 1, its heading, the field it holds (None: unknown), the year in its heading."""

    number: int
    heading: str
    field: str | None
    year: int | None = None

    @property
    def is_score(self) -> bool:
        """Return whether scores of one code stand in the column."""
        return self.field is not None and (self.field == "total" or self.field.startswith(_OF_SCORES))


@dataclass(frozen=True)
class Layout:
    """The columns of a worksheet, the rows (from 0) its headings and body begin at, and the lines above them."""

    heading_row: int
    body: int
    columns: tuple[Column, ...]
    repeated: tuple[Column, ...]
    titles: tuple[tuple[int, str], ...]

    def column(self, field: str) -> Column | None:
        """Return the column of a field, None where there is none."""
        return next((column for column in self.columns if column.field == field), None)

    @property
    def is_long(self) -> bool:
        """Return whether each row names its score in words."""
        return self.column("code") is not None and self.column("score") is not None

    @property
    def has_scores(self) -> bool:
        """Return whether any score can be read."""
        return self.is_long or any(column.is_score for column in self.columns)


def find_layout(grid: Grid, chosen: Mapping[str, str]) -> Layout | None:
    """Return the layout whose headings say most, None where no row looks like headings.

    `chosen`: the field of a heading by the key of its words, as a reader told it.
    """
    best: tuple[tuple[int, int, int, int], Layout] | None = None
    for row in range(min(_HEADING_ROWS, len(grid.rows))):
        for depth in range(1, _DEEPEST + 1):
            if row + depth <= len(grid.rows) and (found := _layout(grid, row, depth, chosen)):
                told = {(column.field, column.year) for column in found.columns if column.field not in {None, NONE}}
                rank = (int(found.has_scores), len(told), -depth, -row)
                if best is None or rank > best[0]:
                    best = (rank, found)
    return best[1] if best else None


def _layout(grid: Grid, row: int, depth: int, chosen: Mapping[str, str]) -> Layout | None:
    heads = [_filled(grid, row + level, is_last=level == depth - 1) for level in range(depth)]
    if any(is_blank(cells) or not _are_headings(cells) for cells in heads):
        return None
    columns = _roles(_with_agency([*_columns(heads, chosen)]), grid, row + depth)
    fields = {column.field for column in columns}
    titles = tuple(_titles(grid, row))
    layout = Layout(row, row + depth, *_once(columns), titles)
    if layout.is_long or (layout.has_scores and (len(fields - {None, NONE}) > 1)):
        return layout
    # An agency beside columns that nobody knows yet: a reader may say what they hold.
    return layout if "agency" in fields and len(fields) > 1 and len(columns) > 1 else None


def _filled(grid: Grid, row: int, *, is_last: bool) -> list[Cell]:
    """Return a row of headings in which a merged cell, or the group over the columns beside it, stands everywhere."""
    width = max(len(cells) for cells in grid.rows[row : row + _DEEPEST])
    cells = [grid.at(row, column) for column in range(width)]
    for (top, left), (bottom, right) in grid.merged:
        if top <= row <= bottom:
            cells[left : right + 1] = [grid.at(top, left)] * (min(right + 1, width) - left)
    if is_last or grid.merged:
        return cells
    for column in range(1, width):
        if cells[column] == "" and grid.at(row + 1, column) != "":
            cells[column] = cells[column - 1]
    return cells


def _are_headings(cells: list[Cell]) -> bool:
    """Return whether no cell is a score: numbers of headings are small and whole, or years."""
    for cell in cells:
        number = number_of(cell)
        if number is not None and not (number.is_integer() and (1 <= number <= _GREATEST_NUMBER or number in _YEARS)):
            return False
    return True


def _columns(heads: list[list[Cell]], chosen: Mapping[str, str]) -> Iterator[Column]:
    for number in range(max(len(cells) for cells in heads)):
        parts = [words_of(cells[number]) for cells in heads if number < len(cells)]
        said = list(dict.fromkeys(part for part in parts if part))
        heading = " ".join(said)
        told = chosen.get(key(heading)) or (chosen.get(key(said[-1])) if said else None)
        if heading or any(number < len(cells) for cells in heads):
            yield Column(number + 1, heading, told or _field(said), year_of(heading) if heading else None)


def _field(said: list[str]) -> str | None:
    """Return the field of a heading by its own words, else together with the groups that stand over it."""
    if not said or is_sub_indicator(said[-1]):
        return None
    own = field_of(said[-1])
    if own not in WEAK or len(said) == 1:
        return own
    for group in reversed(said[:-1]):
        over = field_of(group)
        if own in {"grade", NONE} and over not in WEAK:
            return NONE
        joined = field_of(f"{group} {said[-1]}")
        if joined not in WEAK:
            return joined
        if over == "total" and own is None and key(said[-1]).isdigit():
            return "total"
    return own


def _with_agency(columns: list[Column]) -> list[Column]:
    """Return the columns; a heading that is nothing but a year holds totals only beside agencies."""
    if any(column.field == "agency" for column in columns):
        return columns
    return [replace(column, field=None) if _is_year(column.heading.split(" ")[-1]) else column for column in columns]


def _is_year(word: str) -> bool:
    return word.isdigit() and int(word) in _YEARS


def _roles(columns: list[Column], grid: Grid, body: int) -> tuple[Column, ...]:
    """Return the columns with what the others, and the cells below, make of a heading of more than one meaning."""
    fields = {column.field for column in columns}
    is_listing = "code" in fields and not any(column.is_score and column.field != "total" for column in columns)
    is_long = is_listing and bool(fields & {"score", "total"})
    found = []
    for column in columns:
        field = column.field
        if field == "level" and not is_long:
            field = "grade"
        if field in {"grade", "total"}:
            field = _by_cells(field, column, grid, body)
        if is_long and field == "total" and "score" not in fields:
            field = "score"
        if not is_long:
            field = {"score": "total", "code": NONE}.get(str(field), field)
        found.append(replace(column, field=field))
    return tuple(found)


def _once(columns: tuple[Column, ...]) -> tuple[tuple[Column, ...], tuple[Column, ...]]:
    """Return the columns with each field once, and those that hold a field again."""
    seen: set[tuple[str | None, int | None]] = set()
    kept: list[Column] = []
    again: list[Column] = []
    for column in columns:
        name = (column.field, column.year)
        is_again = name in seen and column.field not in {None, NONE, "code"}
        (again if is_again else kept).append(column)
        seen.add(name)
    return tuple(kept), tuple(again)


def _by_cells(field: str, column: Column, grid: Grid, body: int) -> str:
    """Return total or grade: the words for the one are also used for the other, the cells tell."""
    cells = [cell for row in range(body, body + _WITNESSES) if (cell := grid.at(row, column.number - 1)) != ""]
    numbers = sum(number_of(cell) is not None for cell in cells)
    if field == "grade":
        return "total" if numbers > len(cells) / 2 else "grade"
    return "grade" if cells and not numbers and any(is_grade(words_of(cell)) for cell in cells) else "total"


def _titles(grid: Grid, row: int) -> Iterator[tuple[int, str]]:
    for number, cells in enumerate(grid.rows[:row]):
        words = dict.fromkeys(words_of(cell) for cell in cells if words_of(cell))
        if words:
            yield number + 1, " ".join(words)
