"""One indicator down to its items: the arithmetic of its score line by line, and what does not add up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from ita_analysis.errors import ItaError
from ita_analysis.framework import Framework
from ita_analysis.scoring import Scores, WeaknessRule, rounded, score_of_items, status_of
from ita_analysis.sentences.items import FULL, ItemLine, item_lines, spans
from ita_analysis.texts import say, say_some

_NEAR = Decimal("0.01")  # printed items are each half a cent off, and so is the printed mean


@dataclass(frozen=True)
class Group:
    """A sub-indicator, or the items of an indicator that has none: its score, those that lose points, the rest.

    `folded` says how many items lose nothing, and which.
    """

    code: str
    name: str
    score: float | None
    status: str
    losing: tuple[ItemLine, ...]
    rest: tuple[ItemLine, ...]
    folded: str


@dataclass(frozen=True)
class Drill:
    """An indicator's groups, its score as a sum that can be followed, and where the stored score does not follow."""

    groups: tuple[Group, ...]
    arithmetic: str
    mismatch: str
    returns: Decimal | None


def drill(
    items: pd.DataFrame, stored: float | None, pack: Framework, rule: WeaknessRule | None, indicator_no: int
) -> Drill:
    """Return an indicator down to its items.

    `items` are those of an answer that belong to the indicator; `stored` is its stored score, 0-100. `returns` are
    the points of the total that complete documents would return; None for surveys, which nobody can promise.
    """
    lines = item_lines(items, pack, rule)
    scores = _scores(lines, pack)
    groups = tuple(
        _group(code, [line for line in lines if line.sub_indicator == code], scores, pack, rule)
        for code in dict.fromkeys(line.sub_indicator for line in lines)
    )
    computed = scores.indicators[indicator_no] if scores else None
    is_document = pack.indicator(indicator_no).instrument == "OIT"
    lost = [line.points for line in lines if line.is_losing]
    returns = sum((each for each in lost if each is not None), Decimal(0)) if is_document and None not in lost else None
    return Drill(groups, _arithmetic(lines, scores, indicator_no), _mismatch(stored, computed), returns)


def sum_in_words(parts: Sequence[Decimal], result: Decimal) -> str:
    """Return a mean as people write it: (87.50 + 50.00) ÷ 2 = 68.75; ≈ where the printed parts are rounded too much."""
    sign = "=" if rounded(sum(parts, Decimal(0)) / len(parts)) == result else "≈"
    added = " + ".join(f"{part:.2f}" for part in parts)
    return f"{added} {sign} {result:.2f}" if len(parts) == 1 else f"({added}) ÷ {len(parts)} {sign} {result:.2f}"


def _scores(lines: Sequence[ItemLine], pack: Framework) -> Scores | None:
    try:
        return score_of_items({line.code: line.score for line in lines}, pack)
    except ItaError:  # the year's weights or way of averaging are unknown
        return None


def _group(
    code: str, lines: list[ItemLine], scores: Scores | None, pack: Framework, rule: WeaknessRule | None
) -> Group:
    found = scores.sub_indicators.get(code) if scores and code else None
    losing = sorted((line for line in lines if line.is_losing), key=_heaviest_first)
    rest = [line for line in lines if not line.is_losing]
    known = [line.code for line in rest if line.score is not None]
    folded = say_some(f"drill.rest.{_rest(lines, losing, pack)}", len(known), codes=spans(known)) if known else ""
    unknown = tuple(line for line in rest if line.score is None)
    shown = tuple(line for line in rest if line.score is not None)
    return Group(
        code=code,
        name=(pack.sub_indicator_name(code) or "") if code else "",
        score=None if found is None else float(found),
        status=status_of(found, rule) if rule else "no_data",
        losing=(*losing, *unknown),
        rest=shown,
        folded=folded,
    )


def _rest(lines: list[ItemLine], losing: list[ItemLine], pack: Framework) -> str:
    is_document = pack.indicator(lines[0].indicator_no).instrument == "OIT"
    return f"{'more' if losing else 'all'}_{'complete' if is_document else 'enough'}"


def _heaviest_first(line: ItemLine) -> tuple[Decimal, float]:
    return -(line.points or Decimal(0)), FULL if line.score is None else line.score


def _arithmetic(lines: list[ItemLine], scores: Scores | None, indicator_no: int) -> str:
    missing = [line.code for line in lines if line.score is None]
    if len(missing) == len(lines) or scores is None:
        return ""
    result = scores.indicators[indicator_no]
    if missing or result is None:
        return say_some("drill.missing", len(missing), codes=spans(missing))
    of_groups = [scores.sub_indicators[code] for code in dict.fromkeys(x.sub_indicator for x in lines) if code]
    parts = [each for each in of_groups if each is not None]
    if parts:
        return say("drill.of_groups", sum=sum_in_words(parts, result))
    return say("drill.of_items", sum=sum_in_words([rounded(line.score or 0) for line in lines], result))


def _mismatch(stored: float | None, computed: Decimal | None) -> str:
    if stored is None or computed is None or abs(rounded(stored) - computed) <= _NEAR:
        return ""
    return say("drill.mismatch", stored=f"{stored:.2f}", computed=f"{computed:.2f}")
