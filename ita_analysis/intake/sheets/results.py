"""The results of a sheet: what it prints of each agency and year, and what its parts give."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
import pandas as pd

from ita_analysis.intake.sheets.cells import grade_of
from ita_analysis.intake.sheets.checks import (
    Places,
    grade_of_total,
    places_of,
    tell_grade,
    tell_parts,
    tell_total,
    tools_of,
)
from ita_analysis.intake.sheets.codes import pack_of
from ita_analysis.intake.sheets.faults import Faults
from ita_analysis.intake.sheets.matrix import Matrix, matrix_of
from ita_analysis.intake.sheets.stated import Head
from ita_analysis.intake.sheets.totals import levels_of
from ita_analysis.results import Result, SheetPlace
from ita_analysis.scoring import rounded


@dataclass(frozen=True)
class _Figures:
    total: Decimal | None = None
    grade: str | None = None


def results_of(
    heads: list[Head], scores: pd.DataFrame, faults: Faults, tell: Callable[[float], None] | None = None
) -> tuple[Result, ...]:
    """Return a result for each head; totals, levels and parts that do not follow are told."""
    matrix, places = matrix_of(scores, len(heads)), places_of(scores)
    figures: dict[int, _Figures] = {}
    printed = matrix.column("total", "total")
    for year in dict.fromkeys(head.year for head in heads):
        figures |= _of_year(year, heads, (matrix, places), faults)
        if tell:
            tell(len(figures) / len(heads))
    return tuple(
        _result(head, float(printed[number]), figures.get(number, _Figures()), faults.sheet)
        for number, head in enumerate(heads)
    )


def _of_year(year: int, heads: list[Head], told: tuple[Matrix, Places], faults: Faults) -> dict[int, _Figures]:
    pack = pack_of(year)
    if pack is None:
        return {}
    numbers = [number for number, head in enumerate(heads) if head.year == year]
    matrix, places = told[0].of(numbers), told[1]
    levels = levels_of(matrix, pack)
    tell_parts(matrix, levels, pack, numbers, (places, faults))
    printed = matrix.column("total", "total")
    found: dict[int, _Figures] = {}
    for at, number in enumerate(numbers):
        head, computed, tools = heads[number], levels.totals[at], tools_of(at, matrix, levels, pack)
        own = None if np.isnan(printed[at]) else rounded(float(printed[at]))
        if own is not None:
            tell_total(head, float(printed[at]), computed, places[number, "total", "total"], faults)
        label, is_of_year = grade_of(head.grade, pack)
        if label is not None:
            tell_grade(head, (label, is_of_year), (computed, own), tools, (pack, faults))
        found[number] = _Figures(computed, grade_of_total(own if computed is None else computed, tools, pack))
    return found


def _result(head: Head, printed: float, figures: _Figures, sheet: str | None) -> Result:
    return Result(
        head.agency,
        head.year,
        SheetPlace(sheet, head.row, head.column_no),
        None if np.isnan(printed) else rounded(printed),
        figures.total,
        grade_of(head.grade, pack_of(head.year))[0],
        figures.grade,
    )
