"""Which worksheet of a workbook holds the scores."""

from __future__ import annotations

from collections.abc import Mapping

from ita_analysis.errors import UnreadableDocument
from ita_analysis.intake.sheets.faults import Faults
from ita_analysis.intake.sheets.grid import Grid, is_blank, words_of
from ita_analysis.intake.sheets.layout import Layout, find_layout
from ita_analysis.results import SheetPlace

_SHOWN_ROWS = 3
_LONGEST_SHOWN = 80


def choose(grids: tuple[Grid, ...], chosen: Mapping[str, str], sheet_name: str | None) -> tuple[Grid, Layout, Faults]:
    """Return the worksheet with most scores, or the named one, its layout, and a finding for each other with scores.

    Raises UnreadableDocument where none has headings of ours: what was looked for, and what stands there.
    """
    named = [grid for grid in grids if sheet_name in {None, grid.name}]
    if not named:
        raise UnreadableDocument(
            "sheet_name_unknown", name=sheet_name, names=", ".join(str(grid.name) for grid in grids)
        )
    found = [(grid, layout) for grid in named if (layout := find_layout(grid, chosen))]
    if not found:
        raise UnreadableDocument("sheet_no_header", place=_place(named), rows=_first_rows(named))
    grid, layout = max(found, key=lambda pair: _rank(*pair))
    faults = Faults(grid.name)
    if not layout.has_scores:
        faults.add("no_score_column", layout.heading_row + 1)
    for other, its in found:
        if other is not grid and its.has_scores and _rank(other, its)[2]:
            faults.add("sheet_left_out", None, None, str(other.name), name=other.name, read=grid.name)
    return grid, layout, faults


def _rank(grid: Grid, layout: Layout) -> tuple[bool, bool, int]:
    columns = sum(column.is_score or column.field == "score" for column in layout.columns)
    rows = sum(not is_blank(cells) for cells in grid.rows[layout.body :])
    return layout.has_scores, not grid.is_hidden, columns * rows


def _place(grids: list[Grid]) -> str:
    return ", ".join(str(SheetPlace(grid.name)) for grid in grids if not all(map(is_blank, grid.rows)))


def _first_rows(grids: list[Grid]) -> str:
    grid = next(grid for grid in grids if not all(map(is_blank, grid.rows)))
    rows = [cells for cells in grid.rows if not is_blank(cells)][:_SHOWN_ROWS]
    shown = [", ".join(words_of(cell) for cell in cells if words_of(cell))[:_LONGEST_SHOWN] for cells in rows]
    return " / ".join(shown)
