"""What the screen of rounds says: how far the latest reported round is, and what it leaves open."""

from __future__ import annotations

import pandas as pd

from ita_analysis.sentences.executive import SEPARATOR
from ita_analysis.texts import say, say_some


def latest_reported(rounds: pd.DataFrame) -> int | None:
    """Return the latest round (months) that any measure has a result in, or None."""
    reported = rounds[rounds["result_count"] > 0]
    return None if reported.empty else int(reported["round_months"].max())


def headline(rounds: pd.DataFrame) -> str:
    """Return the finding: steps done of all steps in the latest reported round."""
    months = latest_reported(rounds)
    if months is None:
        return say("rounds.headline.no_result")
    group = rounds[rounds["round_months"] == months]
    steps, done = int(group["step_count"].sum()), int(group["done_count"].sum())
    if steps == 0:
        return say("rounds.headline.no_steps", months=months)
    key = "all" if done == steps else "none" if done == 0 else "some"
    return say(f"rounds.headline.{key}", months=months, done=done, steps=steps)


def standfirst(rounds: pd.DataFrame) -> str:
    """Return what the latest reported round leaves open: measures reported, steps not stated, dates outside it."""
    months = latest_reported(rounds)
    if months is None:
        return say("rounds.standfirst.no_result")
    group = rounds[rounds["round_months"] == months]
    parts = [say("rounds.standfirst.reported", reported=int((group["result_count"] > 0).sum()), total=len(group))]
    counts = {name: int(group[f"{name}_count"].sum()) for name in ("not_stated", "outside")}
    parts += [say_some(f"rounds.standfirst.{name}", count) for name, count in counts.items() if count]
    return SEPARATOR.join(parts)
