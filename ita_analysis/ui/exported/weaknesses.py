"""The tables of the screen of weak indicators: indicators, items, those below the rule, themes, its history."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd

from ita_analysis.documents.tables import Part, Sheet, sheet
from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences.items import item_lines, weakest
from ita_analysis.sentences.origins import place_of
from ita_analysis.sentences.parts import SEPARATOR
from ita_analysis.sentences.themes import INSTRUMENTS, Theme
from ita_analysis.sentences.weak import carried_words
from ita_analysis.texts import say
from ita_analysis.ui import heads, judging
from ita_analysis.ui.asking import AgencyYear, ask
from ita_analysis.ui.choosing import Filters
from ita_analysis.ui.screens.drilling import items_of, pack_of
from ita_analysis.ui.screens.ruling import limits
from ita_analysis.ui.screens.views import has_views, shown_themes
from ita_analysis.ui.screens.weaknesses import apart, of_level


def indicators(year: AgencyYear, wanted: Filters) -> Sheet:
    """Return a row per indicator in the order asked for: its score, the year before, and what the agency calls it."""
    prior, left = year.prior_fiscal_year_be, _left(year, wanted)
    before: list[Part] = [
        (say("column.score", year=prior - 1), "score", lambda row: row.before),
        (say("column.change"), "score", lambda row: row.change),
    ]
    return sheet(
        say("filter.indicator"),
        SEPARATOR.join(filter(None, [say("weaknesses.chart_title", year=prior), apart(year)])),
        rows_of(left),
        (say("export.column.indicator_no"), "count", lambda row: row.indicator_no),
        (say("filter.indicator"), "text", lambda row: row.name_th),
        (say("export.column.instrument"), "text", lambda row: row.instrument),
        (say("column.level"), "text", lambda row: say(f"level.{row.status}")),
        (say("weaknesses.is_lowest"), "text", lambda row: say("export.yes" if row.is_lowest else "export.no")),
        (say("column.score", year=prior), "score", lambda row: row.score),
        *(before if left["before"].notna().any() else []),
        (say("column.province"), "score", lambda row: row.province_mean),
        (say("column.own_word"), "text", lambda row: carried_words(row) or _own_word(row.weakness_kind)),
        (say("export.column.beside"), "text", lambda row: say(f"weaknesses.beside.{row.beside}") if row.beside else ""),
        (say("column.quote"), "text", lambda row: heads.text_of(row.weakness_words) or ""),
        (say("column.place"), "text", lambda row: place_of(row.weakness_place)),
        (say("export.column.measure_count"), "count", lambda row: row.measure_count),
    )


def items(year: AgencyYear, wanted: Filters) -> Sheet:
    """Return a row per item of the indicators that are left, with its score."""
    prior, left = year.prior_fiscal_year_be, _left(year, wanted)
    found = items_of(year)
    names = dict(zip(left["indicator_no"], left["name_th"], strict=True))
    return sheet(
        say("export.items"),
        say("export.items_of_year", year=prior),
        rows_of(found[found["indicator_no"].isin(left["indicator_no"])]),
        (say("export.column.indicator_no"), "count", lambda row: row.indicator_no),
        (say("filter.indicator"), "text", lambda row: names[row.indicator_no]),
        (say("export.column.sub_indicator"), "text", lambda row: heads.text_of(row.sub_indicator) or ""),
        (say("column.item"), "text", lambda row: row.item_code),
        (say("column.topic"), "text", lambda row: row.topic_th),
        (say("column.score", year=prior), "score", lambda row: row.score),
        (say("column.confidence"), "text", lambda row: say(f"confidence.{row.confidence}")),
    )


def weak_items(year: AgencyYear, wanted: Filters) -> Sheet:
    """Return a row per item below the rule of the indicators that are left, the lowest scores first; all of them."""
    pack, left, prior = pack_of(year.prior_fiscal_year_be), _left(year, wanted), year.prior_fiscal_year_be
    found = items_of(year)
    lines = (
        item_lines(found[found["indicator_no"].isin(left["indicator_no"])], pack, judging.rule(year)) if pack else []
    )
    names = dict(zip(left["indicator_no"], left["name_th"], strict=True))
    return sheet(
        say("export.weak_items"),
        say("export.weak_items_of_year", year=prior),
        weakest(lines, len(lines)),
        (say("column.item"), "text", lambda line: line.code),
        (say("column.topic"), "text", lambda line: line.topic),
        (say("export.column.indicator_no"), "count", lambda line: line.indicator_no),
        (say("filter.indicator"), "text", lambda line: names[line.indicator_no]),
        (say("export.column.sub_indicator"), "text", lambda line: line.sub_indicator),
        (say("column.score", year=prior), "score", lambda line: line.score),
        (say("column.state"), "text", lambda line: line.words),
        (say("weak_items.points"), "score", lambda line: None if line.points is None else float(line.points)),
    )


def themes(year: AgencyYear, wanted: Filters) -> Sheet:
    """Return a row per theme: the view of each instrument, the widest gap, and what it means."""
    shown = shown_themes(year, wanted.indicator_no) or []
    tools: list[Part] = [(say(f"views.{tool}"), "score", partial(_view, tool)) for tool in INSTRUMENTS]
    return sheet(
        say("export.themes"),
        say("themes.title", year=year.prior_fiscal_year_be),
        shown if has_views(shown) else (),
        (say("column.theme"), "text", lambda theme: theme.name),
        *tools,
        (say("column.gap"), "score", lambda theme: say("export.no_gap") if theme.gap is None else float(theme.gap)),
        (say("export.column.meaning"), "text", lambda theme: theme.sentence),
    )


def rule_changes(year: AgencyYear, _: Filters) -> Sheet:
    """Return a row per change of the year's rule of weakness: when, which limits, why."""
    return sheet(
        say("export.rule_changes"),
        say("rule.form", year=year.prior_fiscal_year_be),
        rows_of(ask("rule_changes", year.prior_fiscal_year_be)),
        (say("rule.when"), "date", lambda row: row.changed_at),
        (say("rule.limits"), "text", limits),
        (say("rule.reason"), "text", lambda row: row.reason),
    )


def _left(year: AgencyYear, wanted: Filters) -> pd.DataFrame:
    found = of_level(year, wanted.status, wanted.order)
    return found[found["indicator_no"] == wanted.indicator_no] if wanted.indicator_no else found


def _view(tool: str, theme: Theme) -> Any:  # noqa: ANN401 - a number, words where nothing is measured, or None
    if tool not in theme.views:
        return say("themes.no_view")
    score = theme.views[tool]
    return None if score is None else float(score)


def _own_word(kind: object) -> str:
    return say(f"weakness.{kind}") if isinstance(kind, str) else say("weaknesses.not_named")


TABLES = (indicators, items, weak_items, themes, rule_changes)
