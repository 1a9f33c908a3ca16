"""The pictures of the page as numbers, before any SVG: bars of scores, squares of steps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from ita_analysis.documents.facts import Facts
from ita_analysis.queries.asking import rows_of
from ita_analysis.scoring import WeaknessRule
from ita_analysis.sentences.parts import SEPARATOR
from ita_analysis.sentences.weaknesses import limits_in_words
from ita_analysis.texts import say

_LEAST_APART = 6.0  # points between two limits whose numbers both have room


@dataclass(frozen=True)
class ScoreBar:
    """An indicator's bar: its label, its score of 0-100 (None: missing), the status, and the words beside it."""

    label: str
    score: float | None
    status: str
    words: str


@dataclass(frozen=True)
class ScoreBars:
    """The bars of all indicators, what they say in words, and the limits of the rule with room for their numbers."""

    told: str
    rows: tuple[ScoreBar, ...]
    limits: tuple[float, ...]
    numbered: tuple[float, ...]


@dataclass(frozen=True)
class Squares:
    """A measure's steps in a round: the measure, its steps by state (None: nothing to count), and that in words."""

    title: str
    words: str
    states: tuple[str, ...] | None


def score_bars(facts: Facts) -> ScoreBars | None:
    """Return the bars of the assessed year's scores; None where there is no score at all."""
    if facts.indicators["score"].isna().all():
        return None
    rows = tuple(_bar(row) for row in rows_of(facts.indicators))
    told = SEPARATOR.join([rule_words(facts.rule.rule), *(f"{bar.label}: {bar.words}" for bar in rows)])
    limits = _limits(facts.rule.rule)
    return ScoreBars(told, rows, limits, tuple(_with_room(limits)))


def step_squares(facts: Facts, months: int) -> tuple[Squares, ...]:
    """Return the steps of each measure that is to be reported in a round, in the order of the plan."""
    titles = {row.measure_id: f"{row.measure_no} {row.title}" for row in rows_of(facts.measures)}
    group: pd.DataFrame = facts.rounds[facts.rounds["round_months"] == months]
    return tuple(_squares(row, str(titles[row.measure_id])) for row in rows_of(group))


def score_words(score: float) -> str:
    """Return a score of 0-100 with its two decimals, or that it is missing."""
    return say("missing") if pd.isna(score) else f"{score:.2f}"


def rule_words(rule: WeaknessRule | None) -> str:
    """Return the limits by which a score is called weak or strong."""
    if rule is None:
        return say("weaknesses.rule_unknown")
    return say("public.scores.rule", **dict(zip(("urgent", "develop", "good"), limits_in_words(rule), strict=True)))


def _bar(row: Any) -> ScoreBar:  # noqa: ANN401 - a row of judged indicators
    label = f"{row.indicator_no} {row.short_name_th}"
    if pd.isna(row.score):
        return ScoreBar(label, None, "no_data", say("missing"))
    return ScoreBar(label, float(row.score), row.status, f"{row.score:.2f} {say(f'level.{row.status}')}")


def _limits(rule: WeaknessRule | None) -> tuple[float, ...]:
    return () if rule is None else tuple(map(float, (rule.urgent_below, rule.develop_below, rule.good_below)))


def _with_room(limits: tuple[float, ...]) -> Iterator[float]:
    last = 0.0
    for limit in limits:
        if limit - last >= _LEAST_APART:
            yield limit
            last = limit


def _squares(row: Any, title: str) -> Squares:  # noqa: ANN401 - a row of an answer
    if not row.result_count:
        return Squares(title, say("rounds.no_result"), None)
    if not row.step_count:
        return Squares(title, say("measures.uncounted"), None)
    counts = {"done": int(row.done_count), "not_stated": int(row.not_stated_count), "not_done": int(row.not_done_count)}
    states = tuple(name for name, count in counts.items() for _ in range(count))
    done = say("deck.progress.steps", done=counts["done"], steps=int(row.step_count))
    others = [f"{say(f'step.{name}')} {counts[name]}" for name in ("not_stated", "not_done") if counts[name]]
    return Squares(title, SEPARATOR.join([f"{say('step.done')} {done}", *others]), states)
