"""The results of a sheet: what it prints of each agency and year, and what its parts give."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from ita_analysis.framework import Framework
from ita_analysis.intake.sheets.cells import grade_of
from ita_analysis.intake.sheets.checks import labels_of, tell_grade, tell_parts, tell_total, tools_of
from ita_analysis.intake.sheets.codes import pack_of
from ita_analysis.intake.sheets.faults import Faults
from ita_analysis.intake.sheets.grid import words_of
from ita_analysis.intake.sheets.matrix import Matrix, matrix_of
from ita_analysis.intake.sheets.stated import Head, Table
from ita_analysis.intake.sheets.totals import Levels, levels_of
from ita_analysis.results import Result, SheetPlace
from ita_analysis.scoring import rounded


@dataclass(frozen=True)
class _Figures:
    total: Decimal | None = None
    label: str | None = None
    grade: str | None = None


def results_of(
    heads: list[Head], scores: Table, faults: Faults, tell: Callable[[float], None] | None = None
) -> tuple[Result, ...]:
    """Return a result for each head; totals, levels and parts that do not follow are told."""
    matrix = matrix_of(scores, len(heads))
    totals = [None if np.isnan(each) else rounded(each) for each in matrix.column("total", "total").tolist()]
    figures: dict[int, _Figures] = {}
    for year in dict.fromkeys(head.year for head in heads):
        figures |= _of_year(year, heads, (matrix, scores), faults)
        if tell:
            tell(len(figures) / len(heads))
    return tuple(
        _result(head, total, figures.get(number, _Figures()), faults.sheet)
        for number, (head, total) in enumerate(zip(heads, totals, strict=True))
    )


def _of_year(year: int, heads: list[Head], told: tuple[Matrix, Table], faults: Faults) -> dict[int, _Figures]:
    pack = pack_of(year)
    if pack is None:
        return {}
    numbers = [number for number, head in enumerate(heads) if head.year == year]
    matrix, scores = told[0].of(numbers), told[1]
    levels = levels_of(matrix, pack)
    tell_parts(matrix, levels, pack, scores, faults)
    return {
        number: _of_head(heads[number], (matrix, scores), (levels, at), (pack, faults))
        for at, number in enumerate(numbers)
    }


def _of_head(
    head: Head, told: tuple[Matrix, Table], followed: tuple[Levels, int], judged: tuple[Framework, Faults]
) -> _Figures:
    (matrix, scores), (levels, at), (pack, faults) = told, followed, judged
    computed, tools = levels.totals[at], tools_of(at, matrix, levels, pack)
    own = matrix.stated(at).get(("total", "total"))
    if own is not None:
        place = scores.place(int(matrix.rows[at, matrix.at["total", "total"]]))
        tell_total(head, own, computed, place, faults)
    printed = None if own is None else rounded(own)
    allowed = labels_of(printed if computed is None else computed, tools, pack)
    label, is_of_year = grade_of(words_of(head.grade), pack)
    if label is not None:
        beside = [] if label in allowed else labels_of(printed, tools, pack)
        tell_grade(head, (label, is_of_year), [*allowed, *beside], pack, faults)
    return _Figures(computed, label, allowed[0] if len(allowed) == 1 else None)


def _result(head: Head, total: Decimal | None, figures: _Figures, sheet: str | None) -> Result:
    place = SheetPlace(sheet, head.row, head.column_no)
    return Result(head.agency, head.year, place, total, figures.total, figures.label, figures.grade)
