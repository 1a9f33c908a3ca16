"""The screen of weak indicators: all of them on one axis, and one of them down to its items."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from ita_analysis.figures.style import Figure
from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences import weaknesses as sentences
from ita_analysis.sentences.parts import SEPARATOR
from ita_analysis.sentences.weak import weak_rows
from ita_analysis.texts import say
from ita_analysis.ui import choosing, heads, judging, sources
from ita_analysis.ui.asking import AgencyYear, ask, of_year
from ita_analysis.ui.charts import show_chart
from ita_analysis.ui.choosing import Filters
from ita_analysis.ui.rendering import show_kept, tell

_PAGE = "weaknesses"
LEVELS = ("urgent", "develop", "good", "strength", "no_data")


def show_head(year: AgencyYear) -> None:
    """Show how many indicators are weak, which, and what is not known of them."""
    show_kept("head", _head, year)


def choose(year: AgencyYear) -> Filters:
    """Return what the reader filters for: one indicator, a level."""
    names = {str(row.indicator_no): row.tile_name_th for row in rows_of(judging.indicators(year))}
    return choosing.filters(
        {
            "indicator": (list(names), lambda code: f"{code} {names[code]}"),
            "status": (LEVELS, lambda code: say(f"level.{code}")),
        }
    )


def show_indicators(year: AgencyYear, wanted: Filters) -> None:
    """Show the indicators that pass the filters on one axis, and beside them one of them in full."""
    rows = _wanted(year, wanted)
    if rows.empty:
        tell("note", say("weaknesses.nothing_left"))
        return
    chosen = _chosen(rows, wanted)
    with st.container(key="beside"):
        with st.container(key="beside_main"):
            show_kept("section", _title, year)
            show_chart("scores", _dots, year, wanted.status)
            show_kept("weaknesses", _all, year, wanted.status)
        show_kept("indicator", _one, year, chosen)


def show_source(year: AgencyYear, wanted: Filters) -> None:
    """Say where the numbers of this screen come from."""
    show_kept("source", _source, year, wanted)


def _wanted(year: AgencyYear, wanted: Filters) -> pd.DataFrame:
    found = judging.indicators(year)
    if wanted.status:
        found = found[found["status"] == wanted.status]
    if wanted.indicator_no:
        found = found[found["indicator_no"] == wanted.indicator_no]
    return found


def _chosen(rows: pd.DataFrame, wanted: Filters) -> int:
    """Return the indicator to show in full: the one asked for, else the weakest, one without a measure first."""
    if wanted.indicator_no:
        return wanted.indicator_no
    weak = weak_rows(rows)
    ordered = (weak if len(weak) else rows).sort_values(["measure_count", "score", "indicator_no"])
    return int(ordered["indicator_no"].iloc[0])


def _head(year: AgencyYear) -> Mapping[str, object]:
    prior = year.prior_fiscal_year_be
    items = ask("items_of_measures", year.fiscal_year_be)
    return {"head": heads.head(_PAGE, year, sentences.headline(judging.indicators(year), items, prior))}


def _of_level(year: AgencyYear, status: str | None) -> pd.DataFrame:
    found = judging.indicators(year)
    return found[found["status"] == status] if status else found


def _title(year: AgencyYear) -> Mapping[str, object]:
    prior, indicators = year.prior_fiscal_year_be, judging.indicators(year)
    parts = [say("weaknesses.chart_hatched")] if indicators["score"].isna().any() else []
    if indicators["province_mean"].notna().any():
        parts.append(say("weaknesses.chart_context", province=year.province or ""))
    return {"title": say("weaknesses.chart_title", year=prior), "text": SEPARATOR.join(parts)}


def _all(year: AgencyYear, status: str | None) -> Mapping[str, object]:
    rows = [
        {
            "no": row.indicator_no,
            "name": row.short_name_th,
            "href": heads.link(_PAGE, year, indicator=row.indicator_no),
            "instrument": row.instrument,
            "score": heads.number_of(row.score),
            "level": row.status,
            "kind": heads.text_of(row.weakness_kind),
            "province": heads.number_of(row.province_mean),
        }
        for row in rows_of(_of_level(year, status))
    ]
    return {"rows": rows, "prior": year.prior_fiscal_year_be, "rule": sentences.rule_line(judging.rule(year))}


def _dots(year: AgencyYear, status: str | None) -> tuple[Figure, str]:
    from ita_analysis.figures.dots import indicator_dots

    indicators, rule = _of_level(year, status), judging.rule(year)
    limits = [float(each) for each in (rule.urgent_below, rule.develop_below, rule.good_below)] if rule else []
    figure = indicator_dots(indicators, ask("bands", year.prior_fiscal_year_be), limits)
    return figure, sentences.dots_in_words(indicators, year.prior_fiscal_year_be)


def _one(year: AgencyYear, indicator_no: int) -> Mapping[str, object]:
    indicators = judging.indicators(year)
    row: Any = next(rows_of(indicators[indicators["indicator_no"] == indicator_no]))
    links, measures = judging.links(year), of_year("measures", year)
    linked = links[links["indicator_no"] == indicator_no].set_index("measure_id")
    own = [
        {
            "title": measure.title,
            "href": heads.link("measures", year, measure=measure.measure_no),
            "basis": linked.loc[measure.measure_id, "basis"],
        }
        for measure in rows_of(measures[measures["measure_id"].isin(linked.index)])
    ]
    cell = heads.cell(heads.way_to_source(year, _PAGE, indicator=indicator_no), f"weakness-{indicator_no}")
    return {
        "row": row,
        "score": heads.number_of(row.score),
        "province_mean": heads.number_of(row.province_mean),
        "province": year.province or "",
        "prior": year.prior_fiscal_year_be,
        "kind": heads.text_of(row.weakness_kind),
        "words": heads.text_of(row.weakness_words),
        "place": heads.place_of(row.weakness_place),
        "cell": cell,
        "measures": own,
        "coverage": heads.link("coverage", year, indicator=indicator_no),
        **_items(year, indicator_no),
    }


def _items(year: AgencyYear, indicator_no: int) -> dict[str, Any]:
    """Return the items of an indicator by sub-indicator, and whether any has a score, or is unsure."""
    items = ask("items", year.agency_code, year.prior_fiscal_year_be)
    items = items[items["indicator_no"] == indicator_no]
    groups: dict[str | None, list[dict[str, Any]]] = {}
    for row in rows_of(items):
        told = {"code": row.item_code, "topic": row.topic_th, "score": heads.number_of(row.score)}
        groups.setdefault(heads.text_of(row.sub_indicator), []).append(told)
    return {
        "groups": [{"code": code, "rows": rows} for code, rows in groups.items()],
        "count": len(items),
        "has_scores": bool(items["score"].notna().any()),
        "is_unsure": bool((items["confidence"] != "sure").any()),
    }


def _source(year: AgencyYear, wanted: Filters) -> Mapping[str, object]:
    way = heads.way_to_source(year, _PAGE, **vars(wanted))
    return {
        "numbers": [
            sources.coverage(year, way),
            sources.score(year, way),
            sources.context(year),
            sources.rule(year),
            sources.worth(year),
        ]
    }
