"""Whether what a sheet prints of the whole follows from its parts, and whether each result stands there once."""

from __future__ import annotations

from decimal import Decimal

import numpy as np

from ita_analysis.framework import Framework
from ita_analysis.intake.sheets.faults import Faults
from ita_analysis.intake.sheets.matrix import Matrix
from ita_analysis.intake.sheets.stated import Head, Table
from ita_analysis.intake.sheets.totals import Levels
from ita_analysis.scoring import possible_grades, rounded

# Of a printed whole and its printed parts each is half a cent off, as in `scoring.printed`.
WITHIN = 0.02 + 1e-9
_DIGITS = 8
_FEWEST_OF_A_SCALE = {True: 1, False: 3}


def tell_repeated(heads: list[Head], faults: Faults) -> None:
    """Tell each result whose agency and year stand in the sheet before; a missing province fits every one."""
    seen: dict[tuple[str, int], list[Head]] = {}
    for head in heads:
        namesakes = seen.setdefault((head.agency.name, head.year), [])
        province = head.agency.province
        same = next((each for each in namesakes if province is None or each.agency.province in {None, province}), None)
        if same is not None:
            values = {"name": head.agency.name, "year": head.year, "first": same.row}
            faults.add("result_repeated", head.row, head.column_no, head.agency.name, **values)
        namesakes.append(head)


def tell_scale(scores: Table, faults: Faults) -> None:
    """Tell a level whose every score is at most 1: shares, or marks of 0 and 1, are no scores of 0-100."""
    for level in dict.fromkeys(level for level, _ in scores.codes):
        own = scores.where(scores.is_of(level))
        if len(own.score) >= _FEWEST_OF_A_SCALE[level == "total"] and 0 < own.score.max() <= 1:
            faults.add("scale_unclear", *own.place(int(own.score.argmax())), float(own.score.max()))


def tell_parts(matrix: Matrix, levels: Levels, pack: Framework, scores: Table, faults: Faults) -> None:
    """Tell each indicator and instrument that differs from what stands below it."""
    for (level, code), below in levels.below.items():
        stated = matrix.column(level, code)
        share = float(pack.weights[code]) / 100 if level == "instrument" and pack.weights_known else 1.0
        with np.errstate(invalid="ignore"):
            differing = np.flatnonzero(np.abs(stated - below) * share > WITHIN)
        for number in differing.tolist():
            place = scores.place(int(matrix.rows[number, matrix.at[level, code]]))
            printed, computed = float(stated[number]), float(below[number])
            values = {"code": code, "printed": rounded(printed), "computed": rounded(computed)}
            faults.add("part_differs", *place, printed, **values)


def tell_total(head: Head, printed: float, computed: Decimal | None, place: tuple[int, int], faults: Faults) -> None:
    """Tell a total that does not follow from its parts."""
    if computed is not None and abs(printed - float(computed)) > WITHIN:
        values = {"name": head.agency.name, "printed": rounded(printed), "computed": computed}
        faults.add("total_differs", *place, printed, **values)


def tools_of(number: int, matrix: Matrix, levels: Levels, pack: Framework) -> dict[str, float]:
    """Return the scores of instruments and their parts of one result, those that are known."""
    codes = {code: levels.instruments[code][number] for code in levels.instruments}
    codes |= {
        part.code: matrix.column("instrument", part.code)[number] for part in pack.instruments if part.code not in codes
    }
    return {code: min(round(float(score), _DIGITS), 100.0) for code, score in codes.items() if not np.isnan(score)}


def labels_of(total: Decimal | None, tools: dict[str, float], pack: Framework) -> list[str]:
    """Return the levels that a total and its instruments allow, none where there is no total."""
    if total is None or not pack.bands:
        return []
    return [band.label_th for band in possible_grades(total, tools, pack)]


def tell_grade(head: Head, label: tuple[str, bool], allowed: list[str], pack: Framework, faults: Faults) -> None:
    """Tell a printed level that the totals do not allow, or that the year does not have."""
    row, column_no = head.grade_place or (head.row, None)
    printed, is_of_year = label
    if not is_of_year:
        levels = ", ".join(band.label_th for band in pack.bands)
        faults.add("grade_unknown", row, column_no, printed, printed=printed, year=head.year, levels=levels)
    elif allowed and printed not in allowed:
        faults.add(
            "grade_differs", row, column_no, printed, name=head.agency.name, printed=printed, computed=allowed[0]
        )
