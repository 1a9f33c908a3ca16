"""The cell of a score: its code in addresses, and what the score is of."""

from __future__ import annotations

from ita_analysis.errors import FrameworkError
from ita_analysis.framework import Framework
from ita_analysis.texts import say


def code_of(level: str, code: str) -> str:
    """Return the code of a score's cell, as the address of `/source` names it."""
    return f"score-{level}-{code}"


def name_of(level: str, code: str, pack: Framework | None) -> str:
    """Return what a score is of, in words; without a framework the code stands for itself."""
    if level == "total":
        return say("score_origin.total")
    try:
        if pack and level == "indicator":
            return say("score_origin.indicator", no=code, name=pack.name(int(code)))
        if pack and level == "item":
            return say("score_origin.item", code=code, topic=pack.item(code).topic_th)
    except FrameworkError:
        return code
    return code
