"""What the screen of measures says: which ones answer a weakness, how far they are, and what stands against them."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from ita_analysis.sentences.parts import SEPARATOR, Headline, listed
from ita_analysis.sentences.rounds import latest_reported
from ita_analysis.texts import say, say_count, say_some


def headline(measures: pd.DataFrame, links: pd.DataFrame, rounds: pd.DataFrame, finding_count: int) -> Headline:
    """Return the finding about all measures: how many answer no weak indicator, or that all do."""
    count = len(measures)
    standfirst = SEPARATOR.join([*_owners(measures), *_progress(rounds), *_doubts(finding_count)])
    if not count:
        return Headline(say("measures.headline.none"), "", say("measures.none_why"))
    answering = set(links[links["is_weak"]]["measure_id"])
    if not links["is_weak"].any():
        return Headline(say_some("measures.headline.unlinked", count), "develop", standfirst)
    aside = measures[~measures["measure_id"].isin(answering)]
    if aside.empty:
        return Headline(say_some("measures.headline.all", count), "strength", standfirst)
    about = {"total": count, "names": listed(list(aside["title"]))}
    return Headline(say_some("measures.headline.aside", len(aside), **about), "develop", standfirst)


def of_measure(title: str, rounds: pd.DataFrame, finding_count: int, responsible: str | None) -> Headline:
    """Return the finding about one measure: its steps done in the latest reported round.

    `rounds` are those of the measure alone.
    """
    months = latest_reported(rounds)
    owner = say("measures.owner", name=responsible) if responsible else say("measures.no_owner")
    standfirst = SEPARATOR.join([owner, *_doubts(finding_count)])
    if months is None:
        return Headline(say("measures.one.no_result", title=title), "develop", standfirst)
    group = rounds[rounds["round_months"] == months]
    steps, done = int(group["step_count"].sum()), int(group["done_count"].sum())
    if not steps:
        return Headline(say("measures.one.no_steps", title=title, months=months), "", standfirst)
    tone = "strength" if done == steps else "develop"
    words = say("measures.one.steps", title=title, done=done, steps=steps, months=months)
    return Headline(words, tone, standfirst)


def _owners(measures: pd.DataFrame) -> Iterator[str]:
    owners = sorted(measures["responsible"].dropna().unique())
    if owners:
        yield say_some("measures.owners", len(owners), names=listed(owners))
    without = int(measures["responsible"].isna().sum())
    if without:
        yield say_some("measures.without_owner", without)


def _progress(rounds: pd.DataFrame) -> Iterator[str]:
    months = latest_reported(rounds)
    if months is None:
        yield say("measures.no_result")
        return
    group = rounds[rounds["round_months"] == months]
    done, steps = int(group["done_count"].sum()), int(group["step_count"].sum())
    yield say("measures.progress", months=months, done=done, steps=steps) if steps else say("measures.uncounted")


def _doubts(finding_count: int) -> Iterator[str]:
    yield say_count("measures.doubts", finding_count)
