"""The same theme as staff, the public and the documents show it, and in one sentence what a gap between them means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from ita_analysis.framework import Framework
from ita_analysis.scoring import Number, indicators_of_theme, theme_scores
from ita_analysis.sentences.parts import listed
from ita_analysis.texts import say

SMALLEST_GAP = Decimal(10)  # points; a smaller one is within what samples of respondents make of chance
INSTRUMENTS = ("IIT", "EIT", "OIT")


@dataclass(frozen=True)
class Theme:
    """A theme with the view of each instrument that has one (0-100 or None), the widest gap and what it means.

    `verdict` is higher_lower by instrument (IIT_EIT: staff see it better than the public), near, missing or alone.
    """

    code: str
    name: str
    views: Mapping[str, Decimal | None]
    gap: Decimal | None
    verdict: str
    sentence: str
    indicators: frozenset[int]

    @property
    def is_wide(self) -> bool:
        """Return whether the gap is one to speak of."""
        return self.gap is not None and self.gap >= SMALLEST_GAP


def themes(
    indicator_scores: Mapping[int, Number | None], item_scores: Mapping[str, Number | None], pack: Framework
) -> list[Theme]:
    """Return the themes of a year, the widest gap first, those without one in the order of the table."""
    names = {view.theme: view.name_th for view in pack.theme_views}
    found = [
        _theme(code, names[code], views, pack)
        for code, views in theme_scores(indicator_scores, item_scores, pack).items()
    ]
    return sorted(found, key=lambda theme: -1 if theme.gap is None else theme.gap, reverse=True)


def themes_in_words(found: list[Theme]) -> str:
    """Return which themes have a gap to speak of, or that no theme has two views to compare."""
    wide = [theme.name for theme in found if theme.is_wide]
    if wide:
        return say("themes.found", names=listed(wide), least=f"{SMALLEST_GAP}")
    if any(theme.gap is not None for theme in found):
        return say("themes.found_none", least=f"{SMALLEST_GAP}")
    return say("themes.unknown")


def _theme(code: str, name: str, views: Mapping[str, Decimal | None], pack: Framework) -> Theme:
    ordered = {tool: views[tool] for tool in INSTRUMENTS if tool in views}
    known = {tool: score for tool, score in ordered.items() if score is not None}
    gap = max(known.values()) - min(known.values()) if len(known) > 1 else None
    verdict = _verdict(ordered, known, gap)
    return Theme(code, name, ordered, gap, verdict, _sentence(verdict, ordered, gap), indicators_of_theme(code, pack))


def _verdict(views: Mapping[str, Decimal | None], known: Mapping[str, Decimal], gap: Decimal | None) -> str:
    if len(views) < 2:
        return "alone"
    if gap is None:
        return "missing"
    if gap < SMALLEST_GAP:
        return "near"
    return f"{max(known, key=known.__getitem__)}_{min(known, key=known.__getitem__)}"


def _sentence(verdict: str, views: Mapping[str, Decimal | None], gap: Decimal | None) -> str:
    if verdict == "alone":
        return say("themes.alone", name=say(f"views.{next(iter(views))}"))
    if verdict == "missing":
        gone = [say(f"views.{tool}") for tool, score in views.items() if score is None]
        return say("themes.missing", names=listed(gone))
    if verdict == "near":
        return say("themes.near", least=f"{SMALLEST_GAP}")
    return say(f"themes.gap.{verdict}", gap=f"{gap:.2f}")
