"""Whether what a sheet prints of the whole follows from its parts, and whether each result stands there once."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import pandas as pd

from ita_analysis.framework import Band, Framework
from ita_analysis.intake.sheets.faults import Faults
from ita_analysis.intake.sheets.matrix import Matrix
from ita_analysis.intake.sheets.stated import Head
from ita_analysis.intake.sheets.totals import Levels
from ita_analysis.scoring import grade, possible_grades, rounded

# Of a printed whole and its printed parts each is half a cent off, as in `scoring.printed`.
WITHIN = 0.02 + 1e-9
_DIGITS = 8
Places = dict[tuple[int, str, str], tuple[int, int]]


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


def places_of(scores: pd.DataFrame) -> Places:
    """Return the row and column of each score by result, level and code."""
    names = zip(scores["result_no"].tolist(), scores["level"].tolist(), scores["code"].tolist(), strict=True)
    return dict(zip(names, zip(scores["row"].tolist(), scores["column_no"].tolist(), strict=True), strict=True))


def tell_parts(
    matrix: Matrix, levels: Levels, pack: Framework, results: list[int], told: tuple[Places, Faults]
) -> None:
    """Tell each indicator and instrument that differs from what stands below it."""
    places, faults = told
    for (level, code), below in levels.below.items():
        stated = matrix.column(level, code)
        share = float(pack.weights[code]) / 100 if level == "instrument" and pack.weights_known else 1.0
        with np.errstate(invalid="ignore"):
            differing = np.flatnonzero(np.abs(stated - below) * share > WITHIN)
        for number in differing:
            row, column = places[results[number], level, code]
            values = {
                "code": code,
                "printed": rounded(float(stated[number])),
                "computed": rounded(float(below[number])),
            }
            faults.add("part_differs", row, column, float(stated[number]), **values)


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


def grade_of_total(total: Decimal | None, tools: dict[str, float], pack: Framework) -> str | None:
    """Return the level that a total and its instruments give, None where they do not settle it."""
    band: Band | None = grade(total, tools, pack) if pack.bands else None
    return band.label_th if band else None


def tell_grade(
    head: Head,
    label: tuple[str, bool],
    totals: tuple[Decimal | None, ...],
    tools: dict[str, float],
    told: tuple[Framework, Faults],
) -> None:
    """Tell a printed level that neither the printed nor the computed total allows, or that the year does not have."""
    pack, faults = told
    place = head.grade_place or (head.row, 0)
    printed, is_of_year = label
    known = [total for total in totals if total is not None]
    if not is_of_year:
        levels = ", ".join(band.label_th for band in pack.bands)
        faults.add("grade_unknown", *place, printed, printed=printed, year=head.year, levels=levels)
    elif known and pack.bands:
        allowed = [band.label_th for total in known for band in possible_grades(total, tools, pack)]
        if printed not in allowed:
            faults.add("grade_differs", *place, printed, name=head.agency.name, printed=printed, computed=allowed[0])
