"""The arithmetic of a total line by line, before and after some documents; exact, rounded only when printed."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from ita_analysis.framework import Indicator
from ita_analysis.scoring.exact import Exact, mean, sum_of
from ita_analysis.scoring.standing import DOCUMENTS, Standing
from ita_analysis.scoring.totals import group_means

Kind = Literal["sub_indicator", "indicator", "instrument", "weighted", "total"]


@dataclass(frozen=True)
class Line:
    """One line of the arithmetic, exact, None where it is not known.

    A mean is `sum_…` ÷ `count`; where `count` is 0 the score is as its source states it. A weighted line is the
    instrument's score × `count` ÷ 100, `count` being its weight in points; the total is the sum of those lines.
    """

    kind: Kind
    code: str
    count: Fraction
    sum_before: Exact
    sum_after: Exact
    before: Exact
    after: Exact


def lines(at: Standing, filled: Collection[str]) -> tuple[Line, ...]:
    """Return the lines from sub-indicators up to the total, before and after the documents `filled` are at 100."""
    whole = [line for each in at.framework.indicators for line in _of_indicator(each, at, filled)]
    indicators = {line.code: line for line in whole if line.kind == "indicator"}
    instruments = [_of_instrument(code, at, indicators) for code in at.framework.parts]
    weighted = [_weighted(line, Fraction(at.framework.weights[line.code])) for line in instruments]
    return (*whole, *instruments, *weighted, _total(at, weighted))


def _of_indicator(row: Indicator, at: Standing, filled: Collection[str]) -> Iterator[Line]:
    before: dict[str, Exact] = dict(at.items)
    after: dict[str, Exact] = {**before, **{code: Fraction(100) for code in filled}}
    means, raised = group_means(row, before, at.framework), group_means(row, after, at.framework)
    for name in means:
        if name:
            codes = [each.code for each in at.framework.items_of(row.no) if each.sub_indicator == name]
            yield _mean(
                "sub_indicator", name, [before.get(code) for code in codes], [after.get(code) for code in codes]
            )
    line = _mean("indicator", str(row.no), list(means.values()), list(raised.values()))
    if "" in means:
        codes = [each.code for each in at.framework.items_of(row.no)]
        line = _mean(
            "indicator", str(row.no), [before.get(code) for code in codes], [after.get(code) for code in codes]
        )
    own = at.indicators[row.no]
    yield line if line.before is not None else _stated("indicator", str(row.no), own, _raised(row, at, filled))


def _raised(row: Indicator, at: Standing, filled: Collection[str]) -> Exact:
    """Return a stated indicator's score after documents; it rises by what each gives, whatever the others are."""
    own = at.indicators[row.no]
    if own is None or row.instrument != DOCUMENTS:
        return own
    groups: dict[str, list[str]] = {}
    for item in at.framework.items_of(row.no):
        groups.setdefault(item.sub_indicator or "", []).append(item.code)
    for codes in groups.values():
        gains = [100 - at.items[code] for code in codes if code in filled]
        own += sum(gains, Fraction(0)) / len(codes) / len(groups)
    return own


def _of_instrument(code: str, at: Standing, indicators: dict[str, Line]) -> Line:
    parts = [indicators[str(each.no)] for each in at.framework.indicators_of(code)]
    line = _mean("instrument", code, [each.before for each in parts], [each.after for each in parts])
    return line if line.before is not None else _stated("instrument", code, at.instruments[code], at.instruments[code])


def _weighted(line: Line, weight: Fraction) -> Line:
    before, after = (None if score is None else score * weight / 100 for score in (line.before, line.after))
    return Line("weighted", line.code, weight, line.before, line.after, before, after)


def _total(at: Standing, weighted: list[Line]) -> Line:
    before, after = sum_of(each.before for each in weighted), sum_of(each.after for each in weighted)
    if before is None:
        return _stated("total", "total", at.total, None)
    return Line("total", "total", Fraction(len(weighted)), before, after, before, after)


def _mean(kind: Kind, code: str, before: list[Exact], after: list[Exact]) -> Line:
    return Line(kind, code, Fraction(len(before)), sum_of(before), sum_of(after), mean(before), mean(after))


def _stated(kind: Kind, code: str, before: Exact, after: Exact) -> Line:
    return Line(kind, code, Fraction(0), None, None, before, after)
