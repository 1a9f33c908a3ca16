"""The screen of weak indicators: all of them on one axis, and one of them down to its items."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from ita_analysis.figures.style import Figure
from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences import weaknesses as sentences
from ita_analysis.sentences.before import why_apart, with_before
from ita_analysis.sentences.parts import SEPARATOR
from ita_analysis.sentences.weak import carried_words, weak_rows
from ita_analysis.texts import say
from ita_analysis.ui import choosing, heads, judging, sources
from ita_analysis.ui.asking import AgencyYear, ask, kept
from ita_analysis.ui.charts import show_chart
from ita_analysis.ui.choosing import Filters
from ita_analysis.ui.rendering import show_kept, tell
from ita_analysis.ui.screens import drilling
from ita_analysis.ui.visiting import may_here

_PAGE = "weaknesses"
LEVELS = ("urgent", "develop", "good", "strength", "no_data")


def show_head(year: AgencyYear) -> None:
    """Show how many indicators are weak, which, and what is not known of them."""
    show_kept("head", _head, year)


def choose(year: AgencyYear) -> Filters:
    """Return what the reader filters for: one indicator, a level, and in which order indicators stand."""
    names = {str(row.indicator_no): row.tile_name_th for row in rows_of(judging.indicators(year))}
    return choosing.filters(
        {
            "indicator": (list(names), lambda code: f"{code} {names[code]}"),
            "status": (LEVELS, lambda code: say(f"level.{code}")),
            "order": ((sentences.BY_NUMBER,), lambda _: say("weaknesses.by_number")),
        },
        {"order": "weaknesses.by_score"},
    )


def show_indicators(year: AgencyYear, wanted: Filters) -> None:
    """Show the indicators that pass the filters on one axis, and beside them one of them in full."""
    rows = _wanted(year, wanted)
    if rows.empty:
        tell("note", say("weaknesses.nothing_left"))
        return
    chosen = _chosen(rows, wanted)
    about = (year, wanted.status, wanted.order)
    with st.container(key="beside"):
        with st.container(key="beside_main"):
            show_kept("section", _title, year)
            show_chart("scores", _dots, *about, wanted.indicator_no, picks="indicator")
            show_kept("weaknesses", _all, *about, wanted.indicator_no)
        drilling.show_indicator(year, chosen)


def show_source(year: AgencyYear, wanted: Filters) -> None:
    """Say where the numbers of this screen come from."""
    show_kept("source", _source, year, wanted)


def of_level(year: AgencyYear, status: str | None, order: str | None) -> pd.DataFrame:
    """Return the judged indicators of a level (all without one) in the order asked for, beside the year before."""
    found = sentences.in_order(kept(_beside, year), order)
    return found[found["status"] == status] if status else found


def apart(year: AgencyYear) -> str:
    """Return why stored scores of the year before are not shown beside those of the assessed year, if they are not."""
    prior = year.prior_fiscal_year_be
    stored = ask("indicator_scores", year.agency_code, prior - 1)
    return why_apart(prior) if len(stored) and judging.indicators(year)["score"].notna().any() else ""


def _wanted(year: AgencyYear, wanted: Filters) -> pd.DataFrame:
    found = judging.indicators(year)
    if wanted.status:
        found = found[found["status"] == wanted.status]
    if wanted.indicator_no:
        found = found[found["indicator_no"] == wanted.indicator_no]
    return found


def _chosen(rows: pd.DataFrame, wanted: Filters) -> int:
    """Return the indicator to show in full: the one asked for, else the weakest; without scores an uncovered one."""
    if wanted.indicator_no:
        return wanted.indicator_no
    weak = weak_rows(rows)
    ordered = (weak if len(weak) else rows).sort_values(["score", "measure_count", "indicator_no"])
    return int(ordered["indicator_no"].iloc[0])


def _head(year: AgencyYear) -> Mapping[str, object]:
    prior = year.prior_fiscal_year_be
    items = ask("items_of_measures", year.fiscal_year_be)
    return {"head": heads.head(_PAGE, year, sentences.headline(judging.indicators(year), items, prior))}


def _beside(year: AgencyYear) -> pd.DataFrame:
    """Return the judged indicators with the scores of the year before, and what is noted beside each."""
    prior = year.prior_fiscal_year_be
    found = with_before(judging.indicators(year), ask("indicator_scores", year.agency_code, prior - 1), prior)
    return found.assign(beside=[*map(sentences.beside, rows_of(found))], note=[*map(sentences.note, rows_of(found))])


def _title(year: AgencyYear) -> Mapping[str, object]:
    prior, indicators = year.prior_fiscal_year_be, kept(_beside, year)
    parts = [say("weaknesses.chart_click")]
    if indicators["before"].notna().any():
        parts.append(say("weaknesses.chart_before", year=prior - 1))
    if indicators["province_mean"].notna().any():
        parts.append(say("weaknesses.chart_context", province=year.province or ""))
    if indicators["score"].isna().any():
        parts.append(say("weaknesses.chart_hatched"))
    return {"title": say("weaknesses.chart_title", year=prior), "text": SEPARATOR.join(parts)}


def _all(year: AgencyYear, status: str | None, order: str | None, chosen: int | None) -> Mapping[str, object]:
    prior = year.prior_fiscal_year_be
    rows = [
        {
            "no": row.indicator_no,
            "name": row.short_name_th,
            "href": heads.link(_PAGE, year, indicator=row.indicator_no, status=status, order=order),
            "instrument": row.instrument,
            "score": heads.number_of(row.score),
            "before": heads.number_of(row.before),
            "change": row.change_words,
            "level": row.status,
            "is_lowest": row.is_lowest,
            "is_chosen": row.indicator_no == chosen,
            "kind": heads.text_of(row.weakness_kind),
            "carried": carried_words(row),
            "beside": row.beside,
            "province": heads.number_of(row.province_mean),
        }
        for row in rows_of(of_level(year, status, order))
    ]
    every = heads.link(_PAGE, year, status=status, order=order) if chosen else ""
    about = {"prior": prior, "has_before": any(row["before"] is not None for row in rows), "apart": apart(year)}
    rule = {
        "rule": sentences.rule_account(judging.stated_rule(year)),
        "rule_words": say("weaknesses.change_rule" if may_here("bring") else "weaknesses.see_rule"),
    }
    return {"rows": rows, "every": every, **rule, **about}


def _dots(year: AgencyYear, status: str | None, order: str | None, chosen: int | None) -> tuple[Figure, str]:
    from ita_analysis.figures.dots import Years, indicator_dots

    indicators, rule = of_level(year, status, order), judging.rule(year)
    prior = year.prior_fiscal_year_be
    limits = [float(each) for each in (rule.urgent_below, rule.develop_below, rule.good_below)] if rule else []
    figure = indicator_dots(indicators, ask("bands", prior), limits, Years(prior, prior - 1), chosen)
    return figure, sentences.dots_in_words(indicators, prior)


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
