"""What the screen of weak indicators says: how many, how weak, and what is not known of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from ita_analysis.queries.asking import rows_of
from ita_analysis.scoring import WeaknessRule
from ita_analysis.sentences.parts import SEPARATOR, Headline, listed
from ita_analysis.sentences.weak import weak_rows
from ita_analysis.texts import say, say_count, say_some


def headline(indicators: pd.DataFrame, items: pd.DataFrame, prior: int) -> Headline:
    """Return the finding: the urgent indicators, else those to develop; without scores those that the report names.

    `indicators` are judged ones (`weak.judged`), `prior` is the assessed fiscal year.
    """
    if indicators["score"].notna().any():
        return _of_scores(indicators, prior)
    weak = weak_rows(indicators)
    standfirst = SEPARATOR.join(_without_scores(items, prior))
    if weak.empty:
        return Headline(say("weaknesses.headline.unknown", year=prior), "", standfirst)
    names = listed([f"{row.indicator_no} {row.short_name_th}" for row in rows_of(weak)])
    return Headline(say_some("weaknesses.headline.named", len(weak), names=names), "develop", standfirst)


def rule_line(rule: WeaknessRule | None) -> str:
    """Return the rule of weakness in words, with its limits."""
    if rule is None:
        return say("weaknesses.rule_unknown")
    limits = (rule.urgent_below, rule.develop_below, rule.good_below)
    return say("weaknesses.rule", **dict(zip(("urgent", "develop", "good"), map(_plain, limits), strict=True)))


def _of_scores(indicators: pd.DataFrame, prior: int) -> Headline:
    standfirst = SEPARATOR.join(_beside_scores(indicators, prior))
    for status in ("urgent", "develop"):
        rows = indicators[indicators["status"] == status].sort_values(["score", "indicator_no"])
        if len(rows):
            words = say_some(f"weaknesses.headline.{status}", len(rows), names=listed([*map(_scored, rows_of(rows))]))
            return Headline(words, status, standfirst)
    scored = indicators[indicators["score"].notna()]
    if (scored["status"] == "no_data").all():
        return Headline(say("weaknesses.rule_unknown"), "", standfirst)
    if len(scored) < len(indicators):  # what is missing may be weak
        return Headline(say("weaknesses.headline.none_known", year=prior), "", standfirst)
    return Headline(say("weaknesses.headline.none", year=prior), "strength", standfirst)


def _beside_scores(indicators: pd.DataFrame, prior: int) -> Iterator[str]:
    low = indicators[indicators["is_lowest"]].sort_values(["score", "indicator_no"])
    yield say("weaknesses.lowest", names=listed([str(row.indicator_no) for row in rows_of(low)]))
    missing = int(indicators["score"].isna().sum())
    if missing:
        yield say_some("weaknesses.missing", missing, year=prior)
    yield from _difference(indicators)


def _difference(indicators: pd.DataFrame) -> Iterator[str]:
    """Yield where the agency's own word and the scores differ: named without a low score, low without being named."""
    named, low = indicators["weakness_kind"].notna(), indicators["status"].isin(("urgent", "develop"))
    if not named.any():
        yield say("weaknesses.difference.none_named")
        return
    sides = {"not_named": low & ~named, "not_low": named & ~low & indicators["score"].notna()}
    differing = {side: [str(no) for no in indicators[rows]["indicator_no"]] for side, rows in sides.items()}
    for side, numbers in differing.items():
        if numbers:
            yield say(f"weaknesses.difference.{side}", numbers=listed(numbers))


def _without_scores(items: pd.DataFrame, prior: int) -> Iterator[str]:
    yield say("weaknesses.no_scores", year=prior)
    plan = items[items["kind"] == "plan"].dropna(subset=["item_worth"])
    for row in rows_of(plan):
        yield say("weaknesses.cost", code=row.item_code, worth=f"{float(row.item_worth):.2f}")


def dots_in_words(indicators: pd.DataFrame, prior: int) -> str:
    """Return the chart of indicators in words: each with its score, or that there is none."""
    missing = int(indicators["score"].isna().sum())
    title = say_count("weaknesses.chart", missing, year=prior, total=len(indicators))
    scores = [
        f"{row.indicator_no} {row.short_name_th}: {say('missing') if pd.isna(row.score) else f'{row.score:.2f}'}"
        for row in rows_of(indicators)
    ]
    return ". ".join([title, *scores])


def _scored(row: Any) -> str:  # noqa: ANN401 - a row of an answer
    return f"{row.indicator_no} {row.short_name_th} ({row.score:.2f})"


def _plain(limit: object) -> str:
    return f"{float(str(limit)):g}"
