"""The same themes as staff, the public and the documents show them, side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences.themes import INSTRUMENTS, Theme, themes, themes_in_words
from ita_analysis.texts import say
from ita_analysis.ui import heads, judging
from ita_analysis.ui.asking import AgencyYear, ask
from ita_analysis.ui.choosing import Filters
from ita_analysis.ui.rendering import show_kept
from ita_analysis.ui.screens.drilling import pack_of


def show_views(year: AgencyYear, wanted: Filters) -> None:
    """Show each theme with its views and what a gap means; of one indicator those that look at it."""
    show_kept("views", _views, year, wanted.indicator_no)


def shown_themes(year: AgencyYear, indicator_no: int | None) -> list[Theme] | None:
    """Return the themes of the assessed year, or those that look at one indicator; None where the year has none."""
    pack = pack_of(year.prior_fiscal_year_be)
    if pack is None or not pack.theme_views:
        return None
    items = ask("items", year.agency_code, year.prior_fiscal_year_be)
    indicators = judging.indicators(year)
    of_indicators = {int(row.indicator_no): float(row.score) for row in rows_of(_known(indicators))}
    found = themes(of_indicators, {row.item_code: float(row.score) for row in rows_of(_known(items))}, pack)
    return [theme for theme in found if indicator_no is None or indicator_no in theme.indicators]


def has_views(shown: Sequence[Theme]) -> bool:
    """Return whether any theme has the view of any instrument."""
    return any(score is not None for theme in shown for score in theme.views.values())


def _views(year: AgencyYear, indicator_no: int | None) -> Mapping[str, object] | None:
    shown = shown_themes(year, indicator_no)
    if shown is None:
        return None
    rows = [_row(theme, year) for theme in shown] if has_views(shown) else []
    return {"rows": rows, "text": themes_in_words(shown), "tools": INSTRUMENTS, "year": year.prior_fiscal_year_be}


def _known(table: pd.DataFrame) -> pd.DataFrame:
    return table.dropna(subset=["score"])


def _row(theme: Theme, year: AgencyYear) -> dict[str, object]:
    views = [(tool, None if score is None else float(score)) for tool, score in theme.views.items()]
    said = [f"{say(f'views.{tool}')} {say('missing') if score is None else f'{score:.2f}'}" for tool, score in views]
    ways = [(no, heads.link("weaknesses", year, indicator=no)) for no in sorted(theme.indicators)]
    return {"theme": theme, "views": dict(views), "ways": ways, "alt": f"{theme.name}: {', '.join(said)}"}
