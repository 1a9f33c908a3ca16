"""The tables of the screen of weak indicators: the indicators that are left, and the items they are measured by."""

from __future__ import annotations

import pandas as pd

from ita_analysis.documents.tables import Sheet, sheet
from ita_analysis.queries.asking import rows_of
from ita_analysis.texts import say
from ita_analysis.ui import heads, judging
from ita_analysis.ui.asking import AgencyYear, ask
from ita_analysis.ui.choosing import Filters


def indicators(year: AgencyYear, wanted: Filters) -> Sheet:
    """Return a row per indicator: its score and level, and what the agency itself calls it."""
    prior = year.prior_fiscal_year_be
    return sheet(
        say("filter.indicator"),
        say("weaknesses.chart_title", year=prior),
        rows_of(_left(year, wanted)),
        (say("export.column.indicator_no"), "count", lambda row: row.indicator_no),
        (say("filter.indicator"), "text", lambda row: row.name_th),
        (say("export.column.instrument"), "text", lambda row: row.instrument),
        (say("column.level"), "text", lambda row: say(f"level.{row.status}")),
        (say("column.score", year=prior), "score", lambda row: row.score),
        (say("column.province"), "score", lambda row: row.province_mean),
        (say("column.own_word"), "text", lambda row: _own_word(row.weakness_kind)),
        (say("column.quote"), "text", lambda row: heads.text_of(row.weakness_words) or ""),
        (say("column.place"), "text", lambda row: heads.place_of(row.weakness_place)),
        (say("export.column.measure_count"), "count", lambda row: row.measure_count),
    )


def items(year: AgencyYear, wanted: Filters) -> Sheet:
    """Return a row per item of the indicators that are left, with its score."""
    prior, left = year.prior_fiscal_year_be, _left(year, wanted)
    found = ask("items", year.agency_code, prior)
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


def _left(year: AgencyYear, wanted: Filters) -> pd.DataFrame:
    found = judging.indicators(year)
    if wanted.status:
        found = found[found["status"] == wanted.status]
    if wanted.indicator_no:
        found = found[found["indicator_no"] == wanted.indicator_no]
    return found


def _own_word(kind: object) -> str:
    return say(f"weakness.{kind}") if isinstance(kind, str) else say("weaknesses.not_named")


TABLES = (indicators, items)
