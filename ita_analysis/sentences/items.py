"""Items in words: how each stands, what it would return to the total, and the weakest of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Any

import pandas as pd

from ita_analysis.errors import ItaError
from ita_analysis.framework import Framework, MeasuresKind
from ita_analysis.queries.asking import rows_of
from ita_analysis.scoring import WeaknessRule, rounded, status_of, worth_of_item
from ita_analysis.sentences.weak import WEAK
from ita_analysis.texts import say

FULL = 100
MOST = 10


@dataclass(frozen=True)
class ItemLine:
    """An item with its score (0-100 or None), its status as mark and word, and the points of the total it would return.

    `is_losing` says that it lies below the rule, or of a document that it is not complete; `points` are those between
    its score and 100, None where the year's weights are unknown; `kind` says that it asks for the plan or the report.
    """

    code: str
    topic: str
    indicator_no: int
    sub_indicator: str
    score: float | None
    status: str
    words: str
    is_losing: bool
    points: Decimal | None
    kind: MeasuresKind | None


def item_lines(items: pd.DataFrame, pack: Framework, rule: WeaknessRule | None) -> list[ItemLine]:
    """Return the items of an answer (`indicators.items`) in its order, judged by a rule and by the year's framework."""
    return [_line(row, pack, rule) for row in rows_of(items)]


def weakest(lines: Sequence[ItemLine], most: int = MOST) -> list[ItemLine]:
    """Return the losing items with the lowest scores, of equal ones those first that would return more points."""
    losing = [line for line in lines if line.is_losing]
    return sorted(losing, key=lambda line: (line.score, -(line.points or 0)))[:most]


def spans(codes: Sequence[str]) -> str:
    """Return codes in their order, neighbours as a span: O34–O36, O38."""
    named = [re.fullmatch(r"(\D*)(\d+)", code) for code in codes]
    if not all(named):
        return ", ".join(codes)
    numbers = [(match[1], int(match[2])) for match in named if match]
    runs = [[*run] for _, run in groupby(enumerate(numbers), lambda each: (each[1][0], each[1][1] - each[0]))]
    ends = [(run[0][1], run[-1][1]) for run in runs]
    return ", ".join(_span(f"{one[0]}{one[1]}", f"{last[0]}{last[1]}") for one, last in ends)


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first}–{last}"


def _line(row: Any, pack: Framework, rule: WeaknessRule | None) -> ItemLine:  # noqa: ANN401 - a row of an answer
    score = None if pd.isna(row.score) else float(row.score)
    status, words, is_losing = _state(row, score, pack, rule)
    return ItemLine(
        code=row.item_code,
        topic=row.topic_th,
        indicator_no=int(row.indicator_no),
        sub_indicator=row.sub_indicator if isinstance(row.sub_indicator, str) else "",
        score=score,
        status=status,
        words=words,
        is_losing=is_losing,
        points=_points(row.item_code, score, pack),
        kind=next((each.kind for each in pack.measures_items if each.item_code == row.item_code), None),
    )


def _state(row: Any, score: float | None, pack: Framework, rule: WeaknessRule | None) -> tuple[str, str, bool]:  # noqa: ANN401
    """Return mark, word and whether points are lost: documents are complete or not, others have the rule's status."""
    if score is None:
        return "no_data", say("missing"), False
    if pack.indicator(int(row.indicator_no)).instrument == "OIT":
        is_losing = score < FULL
        return ("urgent" if is_losing else "done"), say(f"item.{'incomplete' if is_losing else 'complete'}"), is_losing
    if rule is None:
        return "no_data", say("item.no_rule"), False
    status = status_of(score, rule)
    return status, say(f"level.{status}"), status in WEAK


def _points(code: str, score: float | None, pack: Framework) -> Decimal | None:
    try:
        worth = worth_of_item(code, pack)
    except ItaError:
        return None
    return None if score is None else rounded(worth * (FULL - Decimal(str(score))) / FULL)
