"""What the screen of weak indicators says: how many, how weak, and what is not known of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from ita_analysis.queries.asking import rows_of
from ita_analysis.scoring import WeaknessRule
from ita_analysis.sentences.parts import SEPARATOR, Headline, listed
from ita_analysis.sentences.weak import WEAK, StatedRule, carried_note, has_report, weak_rows
from ita_analysis.texts import say, say_count, say_some
from ita_analysis.thai.dates import long_date

BY_NUMBER = "number"


def headline(indicators: pd.DataFrame, items: pd.DataFrame, prior: int) -> Headline:
    """Return the finding: the urgent indicators, else those to develop; without scores those that the report names.

    `indicators` are judged ones (`weak.judged`), `prior` is the assessed fiscal year.
    """
    if indicators["score"].notna().any():
        return _of_scores(indicators, prior)
    weak = weak_rows(indicators)
    standfirst = SEPARATOR.join(_without_scores(items, prior))
    if weak.empty:
        key = "weaknesses.headline.unknown" if has_report(indicators) else "weaknesses.headline.no_report"
        return Headline(say(key, year=prior), "", standfirst)
    names = listed([f"{row.indicator_no} {row.short_name_th}" for row in rows_of(weak)])
    if carried := SEPARATOR.join(carried_note(indicators)):
        words = say_some("weaknesses.headline.carried", len(weak), names=names)
        return Headline(words, "develop", SEPARATOR.join([carried, standfirst]))
    return Headline(say_some("weaknesses.headline.named", len(weak), names=names), "develop", standfirst)


def rule_line(rule: WeaknessRule | None) -> str:
    """Return the rule of weakness in words, with its limits."""
    if rule is None:
        return say("weaknesses.rule_unknown")
    return say("weaknesses.rule", **dict(zip(("urgent", "develop", "good"), limits_in_words(rule), strict=True)))


def limits_in_words(rule: WeaknessRule) -> tuple[str, str, str]:
    """Return the limits as a person writes them, the lowest first: 75, 82.5, 95."""
    return _plain(rule.urgent_below), _plain(rule.develop_below), _plain(rule.good_below)


def rule_account(stated: StatedRule) -> str:
    """Return whose rule holds, its limits, and why and since when readers changed it, if they did."""
    line = rule_line(stated.rule)
    if not stated.change_id or stated.changed_on is None:
        return say("weaknesses.rule_default", rule=line)
    about = {"rule": line, "reason": stated.reason, "date": long_date(stated.changed_on)}
    return say("weaknesses.rule_own", **about) if stated.is_own else say("weaknesses.rule_back", **about)


def beside(row: Any) -> str:  # noqa: ANN401 - a row of judged indicators
    """Return how the report's own word and the score stand to each other: a code, empty where nothing is to be said.

    `agreed`: both call it weak; `not_low`: named, but the score is not low; `not_named`: low, but a report that there
    is does not name it; `no_score`: named, and nobody knows the score.
    """
    is_named, is_low = isinstance(row.weakness_kind, str), row.status in WEAK
    if is_named:
        return "agreed" if is_low else "no_score" if row.status == "no_data" else "not_low"
    return "not_named" if is_low and not pd.isna(row.report_id) else ""


def note(row: Any) -> str:  # noqa: ANN401 - a row of judged indicators
    """Return what a chart writes beside an indicator: that it is one of the three lowest, and the report's own word."""
    code = beside(row)
    words = [say("weaknesses.note.lowest")] if row.is_lowest else []
    if not pd.isna(row.carried_from):
        words.append(say("weaknesses.note.carried", year=row.carried_from))
    return SEPARATOR.join([*words, say(f"weaknesses.note.{code}")] if code else words)


def in_order(indicators: pd.DataFrame, order: str | None) -> pd.DataFrame:
    """Return indicators the weakest first, those without a score last; in their own order where `order` says so."""
    if order == BY_NUMBER:
        return indicators.sort_values("indicator_no")
    return indicators.sort_values(["score", "indicator_no"], na_position="last")


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
    named, low = indicators["weakness_kind"].notna(), indicators["status"].isin(WEAK)
    if indicators["report_id"].isna().all():
        yield say("weaknesses.difference.no_report")
        return
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
    return ". ".join([title, *map(_dot_in_words, rows_of(indicators))])


def _dot_in_words(row: Any) -> str:  # noqa: ANN401 - a row of an answer
    score = say("missing") if pd.isna(row.score) else f"{row.score:.2f}"
    change = say("weaknesses.changed", change=row.change_words) if row.change_words else ""
    return SEPARATOR.join(
        part for part in (f"{row.indicator_no} {row.short_name_th}: {score}", change, row.note) if part
    )


def _scored(row: Any) -> str:  # noqa: ANN401 - a row of an answer
    return f"{row.indicator_no} {row.short_name_th} ({row.score:.2f})"


def _plain(limit: object) -> str:
    return f"{float(str(limit)):g}"
