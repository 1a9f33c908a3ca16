"""In which form a sheet prints its instruments: 0-100, or times their weight (at most 30/30/40); one for the sheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from ita_analysis.errors import FrameworkError
from ita_analysis.framework import Framework
from ita_analysis.intake.sheets.codes import pack_of
from ita_analysis.intake.sheets.faults import Faults
from ita_analysis.intake.sheets.headings import form_of
from ita_analysis.intake.sheets.layout import Layout
from ita_analysis.intake.sheets.matrix import Matrix
from ita_analysis.intake.sheets.stated import Head, Numbers, Table
from ita_analysis.results import InstrumentForm
from ita_analysis.scoring import instruments_as_percent, rounded

# Rows beyond these change nothing of a form that is one for the sheet; a total that then does not follow is told.
_WITNESSES = 400
_CLEARLY_MORE = 9
_NEAR = 10.0
_MOST, _HALF_A_CENT = 100.0, 0.005


def find_form(
    matrix: Matrix, heads: list[Head], layout: Layout, scores: Table, faults: Faults
) -> InstrumentForm | None:
    """Return the form of the instruments, None where the sheet has none, or where it is unclear: that is told."""
    codes = [code for level, code in matrix.at if level == "instrument"]
    if not scores.is_of("instrument").any() or not any(pack_of(head.year) for head in heads):
        return None
    votes = _votes(matrix, heads, codes)
    found = _agreed(votes) if votes else _untold(matrix, heads, codes, layout)
    if found is None:
        first = int(np.argmax(scores.is_of("instrument")))
        faults.add("form_unclear", *scores.place(first), float(scores.score[first]))
    return found


def as_percent(scores: Table, heads: list[Head], form: InstrumentForm | None, faults: Faults) -> Table:
    """Return the scores with every instrument as 0-100; where the form is unclear they are left out."""
    is_tool = scores.is_of("instrument")
    if form is None:
        return scores.where(~is_tool)
    if form == "percent":
        return scores
    weights = [_weight(heads[head].year, scores.codes[code][1]) for head, code in _pairs(scores, is_tool)]
    turned = scores.score.copy()
    turned[is_tool] = turned[is_tool] * 100 / np.array(weights)
    too_much = turned > _MOST + _HALF_A_CENT
    for at in np.flatnonzero(too_much).tolist():
        faults.add("score_out_of_range", *scores.place(at), float(scores.score[at]))
    return replace(scores, score=np.minimum(turned, _MOST)).where(~too_much)


def _pairs(scores: Table, keep: NDArray[np.bool_]) -> list[tuple[int, int]]:
    return list(zip(scores.head[keep].tolist(), scores.code[keep].tolist(), strict=True))


def rounded_tools(scores: Table) -> Table:
    """Return the scores with instruments at the two decimals that tables print."""
    is_tool, score = scores.is_of("instrument"), scores.score.copy()
    score[is_tool] = [float(rounded(round(value, 8))) for value in score[is_tool].tolist()]
    return replace(scores, score=score)


def _weight(year: int, code: str) -> float:
    return float(_weights(pack_of(year)).get(code) or 100)


def _weights(pack: Framework | None) -> Mapping[str, float]:
    if pack is None or not pack.weights_known:
        return {}
    parts = {each.code: float(each.weight or 0) for each in pack.instruments}
    return parts | {code: float(weight) for code, weight in pack.weights.items()}


def _agreed(votes: Counter[InstrumentForm]) -> InstrumentForm | None:
    """Return the form that nearly all rows tell which tell any, None where they disagree."""
    ranked = votes.most_common(2)
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] >= _CLEARLY_MORE * ranked[1][1] else None


def _untold(matrix: Matrix, heads: list[Head], codes: list[str], layout: Layout) -> InstrumentForm | None:
    """Return the form where no row fits either: its total may be wrong, or nothing stands beside the instruments."""
    votes = _votes(matrix, heads, codes, with_total=False)
    by_rows = _agreed(votes) if votes else None
    return by_rows or _by_headings(layout, heads) or _by_size(matrix, heads, codes) or _by_total(matrix, heads)


def _votes(matrix: Matrix, heads: list[Head], codes: list[str], *, with_total: bool = True) -> Counter[InstrumentForm]:
    return Counter(_forms(matrix, heads, codes, with_total=with_total))


def _forms(matrix: Matrix, heads: list[Head], codes: list[str], *, with_total: bool) -> Iterator[InstrumentForm]:
    held = np.flatnonzero(~np.isnan(matrix.values[:, [matrix.at["instrument", code] for code in codes]]).all(axis=1))
    for result in held[:: max(1, len(held) // _WITNESSES)]:
        stated, pack = matrix.stated(int(result)), pack_of(heads[result].year)
        if pack is None:
            continue
        row = {code: score for (level, code), score in stated.items() if level == "instrument"}
        indicators = {int(code): score for (level, code), score in stated.items() if level == "indicator"}
        total = stated.get(("total", "total")) if with_total else None
        try:
            form = instruments_as_percent(row, pack, indicators, total).form
        except FrameworkError:  # the year's weights are unknown
            continue
        if form != "unclear":
            yield form


def _by_headings(layout: Layout, heads: list[Head]) -> InstrumentForm | None:
    """Return the form that the headings themselves tell, as in IIT (30)."""
    told = {
        form
        for column in layout.columns
        if column.field and column.field.startswith("instrument:")
        for head in heads[:1]
        if (form := form_of(column.heading, int(_weight(head.year, column.field.partition(":")[2]))))
    }
    return told.pop() if len(told) == 1 else None


def _by_size(matrix: Matrix, heads: list[Head], codes: list[str]) -> InstrumentForm | None:
    """Return percent where any instrument stands above its weight."""
    for code in codes:
        weights = np.array([_weight(head.year, code) for head in heads])
        if (matrix.column("instrument", code) > weights + 1e-9).any():
            return "percent"
    return None


def _by_total(matrix: Matrix, heads: list[Head]) -> InstrumentForm | None:
    """Return the form whose sum is near the printed total where that of the other is far off, a wrong sum or not."""
    total = matrix.column("total", "total")
    columns = {code: matrix.column("instrument", code) for level, code in matrix.at if level == "instrument"}
    tools = [code for code in ("IIT", "EIT", "OIT") if code in columns]
    if len(tools) < 3 or not heads:
        return None
    weights = {code: _weight(heads[0].year, code) for code in tools}
    weighted = np.nanmedian(np.abs(sum(columns[code] for code in tools) - total)) if _any(total) else np.nan
    percent = (
        np.nanmedian(np.abs(sum(columns[code] * weights[code] / 100 for code in tools) - total))
        if _any(total)
        else np.nan
    )
    if weighted <= _NEAR < percent:
        return "weighted"
    return "percent" if percent <= _NEAR < weighted else None


def _any(numbers: Numbers) -> bool:
    return bool((~np.isnan(numbers)).any())
