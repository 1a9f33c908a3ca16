"""What the screen of rounds says: how far a round is, and what it leaves open."""

from __future__ import annotations

import pandas as pd

from ita_analysis.sentences.parts import SEPARATOR, Headline
from ita_analysis.texts import say, say_some


def latest_reported(rounds: pd.DataFrame) -> int | None:
    """Return the latest round (months) that any measure has a result in, or None."""
    reported = rounds[rounds["result_count"] > 0]
    return None if reported.empty else int(reported["round_months"].max())


def headline(rounds: pd.DataFrame, months: int | None) -> Headline:
    """Return the finding about a round: steps done of all steps, and what it leaves open.

    `rounds` are those of the measures that are shown; `months` is the round asked for, None where none has a result.
    """
    if months is None:
        return Headline(say("rounds.headline.no_result"), "develop", say("rounds.standfirst.no_result"))
    group = rounds[rounds["round_months"] == months]
    reported, steps = int((group["result_count"] > 0).sum()), int(group["step_count"].sum())
    if not reported:
        return Headline(say("rounds.headline.round_empty", months=months), "develop", _standfirst(group))
    if not steps:
        return Headline(say("rounds.headline.no_steps", months=months), "", _standfirst(group))
    done = int(group["done_count"].sum())
    key = "all" if done == steps else "none" if done == 0 else "some"
    tone = "strength" if done == steps else "develop"
    return Headline(say(f"rounds.headline.{key}", months=months, done=done, steps=steps), tone, _standfirst(group))


def _standfirst(group: pd.DataFrame) -> str:
    parts = [say("rounds.standfirst.reported", reported=int((group["result_count"] > 0).sum()), total=len(group))]
    counts = {name: int(group[f"{name}_count"].sum()) for name in ("not_stated", "outside")}
    parts += [say_some(f"rounds.standfirst.{name}", count) for name, count in counts.items() if count]
    return SEPARATOR.join(parts)
