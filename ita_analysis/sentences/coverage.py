"""What the screen of coverage says: which weak indicator has no measure, and which links still wait for a word."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences.parts import SEPARATOR, Headline, listed
from ita_analysis.sentences.weak import carried_note, has_report, is_none_weak, uncovered, weak_rows
from ita_analysis.texts import say, say_count, say_some


def headline(indicators: pd.DataFrame, measures: pd.DataFrame, links: pd.DataFrame) -> Headline:
    """Return the finding: the weak indicators that no measure answers, or that each has one.

    `indicators` are judged ones (`weak.judged`).
    """
    weak, holes = weak_rows(indicators), uncovered(indicators)
    standfirst = SEPARATOR.join([*_rest(weak, holes, measures, links), *carried_note(indicators)])
    if is_none_weak(indicators):
        return Headline(say("coverage.headline.no_weak"), "strength", standfirst)
    if weak.empty:
        key = "coverage.headline.unknown" if has_report(indicators) else "coverage.headline.no_report"
        return Headline(say(key), "", standfirst)
    if holes.empty:
        return Headline(say_some("coverage.headline.covered", len(weak)), "strength", standfirst)
    names = listed([f"{row.indicator_no} {row.short_name_th}" for row in rows_of(holes)])
    about = {"names": names, "total": len(weak)}
    return Headline(say_some("coverage.headline.hole", len(holes), **about), "develop", standfirst)


def in_words(indicator: str, titles: list[str]) -> str:
    """Return a row of the matrix as one sentence, for those who hear it."""
    return say_count("coverage.row", len(titles), indicator=indicator, names=", ".join(titles))


def _rest(weak: pd.DataFrame, holes: pd.DataFrame, measures: pd.DataFrame, links: pd.DataFrame) -> Iterator[str]:
    if len(weak):
        yield say_some("coverage.covered", len(weak), covered=len(weak) - len(holes))
    answering = set(links[links["indicator_no"].isin(weak["indicator_no"])]["measure_id"])
    aside = int((~measures["measure_id"].isin(answering)).sum())
    if len(measures):
        yield say_count("coverage.aside", aside)
    guessed = int((links["basis"] == "wording").sum())
    if guessed:
        yield say_some("coverage.guessed", guessed)
