"""How each instrument sees a theme: the mean of the scores that the year's framework gives its view."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from ita_analysis.framework import Framework, ThemeView
from ita_analysis.scoring.exact import Exact, Number, exact, exact_indicators, mean, printed


def theme_scores(
    indicator_scores: Mapping[int, Number | None], item_scores: Mapping[str, Number | None], framework: Framework
) -> dict[str, dict[str, Decimal | None]]:
    """Return by theme the view of each instrument that has one, 0-100; None where a score of it is missing.

    Themes stand in the order of the table. A sub-indicator is the mean of its items. Unknown indicators and items
    are a FrameworkError. Source: `themes.csv`, a choice of this project.
    """
    indicators = exact_indicators(indicator_scores, framework)
    items = {framework.item(code).code: exact(score, code) for code, score in item_scores.items()}
    views: dict[str, dict[str, list[Exact]]] = {}
    for view in framework.theme_views:
        score = _score(view, indicators, items, framework)
        views.setdefault(view.theme, {}).setdefault(view.instrument, []).append(score)
    return {theme: {tool: printed(mean(each)) for tool, each in of.items()} for theme, of in views.items()}


def indicators_of_theme(theme: str, framework: Framework) -> frozenset[int]:
    """Return the indicators whose scores, or parts of whose scores, a theme looks at."""
    return frozenset(_indicator(each, framework) for each in framework.theme_views if each.theme == theme)


def _score(view: ThemeView, indicators: Mapping[int, Exact], items: Mapping[str, Exact], pack: Framework) -> Exact:
    if view.level == "indicator":
        return indicators.get(int(view.code))
    if view.level == "item":
        return items.get(view.code)
    return mean(items.get(each.code) for each in pack.items if each.sub_indicator == view.code)


def _indicator(view: ThemeView, pack: Framework) -> int:
    if view.level == "indicator":
        return int(view.code)
    return next(each.indicator_no for each in pack.items if view.code in {each.code, each.sub_indicator})
