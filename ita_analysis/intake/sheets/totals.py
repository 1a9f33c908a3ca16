"""What the stated scores of a sheet give: each level from the one below it, for all results of a year at once.

The arithmetic is that of `scoring`, in binary numbers; a total so near a half cent that these could round it the
wrong way is computed again in fractions.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from ita_analysis.framework import Framework, Indicator
from ita_analysis.intake.sheets.matrix import Matrix
from ita_analysis.intake.sheets.stated import Code, Numbers
from ita_analysis.scoring import completed

_NEAR_A_TIE = 1e-6
_TOTAL = ("total", "total")


@dataclass(frozen=True, eq=False)
class Levels:
    """Scores of one year's results that follow from those below: NaN where they do not.

    `below`: of each indicator from its items, of each instrument from its indicators. `instruments`: the best known.
    """

    below: dict[Code, Numbers]
    instruments: dict[str, Numbers]
    totals: list[Decimal | None]


def levels_of(matrix: Matrix, pack: Framework) -> Levels:
    """Return what follows from the scores of results of one fiscal year."""
    from_items = {each.no: _of_items(each, matrix, pack) for each in pack.indicators}
    indicators = {no: _either(score, matrix.column("indicator", str(no))) for no, score in from_items.items()}
    means = {code: _mean(indicators[each.no] for each in pack.indicators_of(code)) for code in pack.parts}
    instruments = {code: _either(mean, _stated(code, matrix, pack)) for code, mean in means.items()}
    below: dict[Code, Numbers] = {("indicator", str(no)): score for no, score in from_items.items()}
    below |= {("instrument", code): mean for code, mean in means.items()}
    return Levels(below, instruments, _totals(matrix, instruments, pack))


def _of_items(indicator: Indicator, matrix: Matrix, pack: Framework) -> Numbers:
    way = pack.parts[indicator.instrument][0].mean_of
    groups: dict[str, list[Numbers]] = {}
    for item in pack.items_of(indicator.no):
        name = item.sub_indicator if way == "sub_indicators" else None
        groups.setdefault(name or "", []).append(matrix.column("item", item.code))
    if way is None or not groups:
        return np.full(len(matrix.values), np.nan)
    return _mean(_mean(columns) for columns in groups.values())


def _stated(tool: str, matrix: Matrix, pack: Framework) -> Numbers:
    parts = pack.parts[tool]
    weights = [float(part.weight or np.nan) for part in parts]
    joined = sum(
        (matrix.column("instrument", part.code) * weight for part, weight in zip(parts, weights, strict=True)),
        start=np.zeros(len(matrix.values)),
    )
    return _either(matrix.column("instrument", tool), joined / sum(weights))


def _totals(matrix: Matrix, instruments: dict[str, Numbers], pack: Framework) -> list[Decimal | None]:
    if not pack.weights_known:
        return [None] * len(matrix.values)
    weighted = [instruments[code] * float(weight) for code, weight in pack.weights.items()]
    cents = np.sum(weighted, axis=0)
    near = np.abs(cents - np.floor(cents) - 0.5) < _NEAR_A_TIE
    return [
        None if np.isnan(cent) else exact_total(matrix.stated(number), pack) if tie else _hundredths(cent)
        for number, (cent, tie) in enumerate(zip(cents, near, strict=True))
    ]


def _hundredths(cents: float) -> Decimal:
    return Decimal(int(np.floor(cents + 0.5))).scaleb(-2)


def exact_total(stated: dict[Code, float], pack: Framework) -> Decimal | None:
    """Return the total of one result in fractions, rounded once, from the lowest complete level of each part."""
    known = {code: score for code, score in stated.items() if code != _TOTAL}
    for indicator in pack.indicators:
        if all(("item", item.code) in known for item in pack.items_of(indicator.no)):
            known.pop(("indicator", str(indicator.no)), None)
    given = {*known, *completed({code: score for code, score in known.items() if code[0] != "instrument"}, pack)}
    for tool, parts in pack.parts.items():
        if all(("indicator", str(each.no)) in given for each in pack.indicators_of(tool)):
            for code in (tool, *(part.code for part in parts)):
                known.pop(("instrument", code), None)
    return completed(known, pack).get(_TOTAL)


def _mean(columns: Iterable[Numbers]) -> Numbers:
    found: Numbers = np.mean(list(columns), axis=0)
    return found


def _either(first: Numbers, second: Numbers) -> Numbers:
    return np.where(np.isnan(first), second, first)
