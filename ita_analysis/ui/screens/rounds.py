"""The screen of rounds: each measure's steps, results and evidence from round to round."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from ita_analysis.figures.style import Figure
from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences import rounds as sentences
from ita_analysis.sentences.origins import origin_of
from ita_analysis.sentences.parts import SEPARATOR
from ita_analysis.texts import say
from ita_analysis.thai.dates import long_date, short_date
from ita_analysis.ui import charts, heads, judging, sources
from ita_analysis.ui.asking import AgencyYear, of_year
from ita_analysis.ui.choosing import Filters
from ita_analysis.ui.rendering import show_kept
from ita_analysis.ui.screens.measures import cell, months_shown, passing

_PAGE = "rounds"


def show_head(year: AgencyYear, wanted: Filters) -> None:
    """Show the finding about the round that is shown and what it leaves open."""
    show_kept("head", _head, year, wanted)


def show_measures(year: AgencyYear, wanted: Filters) -> None:
    """Show a row per measure and a column per round: a square per step, results and evidence under it."""
    show_kept("rounds", _measures, year, wanted)


def show_results(year: AgencyYear, wanted: Filters) -> None:
    """Show what the report says of each measure in the round: detail, output, outcome, dates."""
    show_kept("results", _results, year, wanted)


def show_chart(year: AgencyYear, wanted: Filters) -> None:
    """Show the steps of the measures shown, round by round."""
    show_kept("section", _chart_title, year, wanted)
    charts.show_chart("steps", _chart, year, wanted)


def show_source(year: AgencyYear, wanted: Filters) -> None:
    """Say where the numbers of this screen come from."""
    show_kept("source", _source, year, wanted)


def _rounds(year: AgencyYear, wanted: Filters) -> pd.DataFrame:
    found = of_year("rounds", year)
    return found[found["measure_id"].isin(passing(year, wanted)["measure_id"])]


def _head(year: AgencyYear, wanted: Filters) -> Mapping[str, object]:
    own = _rounds(year, wanted)
    shown = own if len(own) else of_year("rounds", year)
    return {"head": heads.head(_PAGE, year, sentences.headline(shown, months_shown(year, wanted)))}


def _measures(year: AgencyYear, wanted: Filters) -> Mapping[str, object]:
    states, shown = of_year("rounds", year), months_shown(year, wanted)
    own, latest = _rounds(year, wanted), sentences.latest_reported(of_year("rounds", year))
    spans = {int(row.round_months): row.ends_on.date() for row in rows_of(states)}
    months = sorted(spans)
    rounds = [
        {
            "months": each,
            "is_shown": each == shown,
            "is_latest": each == latest,
            "until": say("rounds.until", date=short_date(spans[each])),
        }
        for each in months
    ]
    rows = [*_rows(year, passing(year, wanted), months)]
    totals = [_total(own, each) for each in months]
    return {"rounds": rounds, "rows": rows, "totals": totals, "is_filtered": wanted != Filters()}


def _rows(year: AgencyYear, measures: pd.DataFrame, months: list[int]) -> Iterator[dict[str, Any]]:
    states, links = of_year("rounds", year), judging.links(year)
    for measure in rows_of(measures):
        own = links[links["measure_id"] == measure.measure_id]
        names = ", ".join(f"{link.indicator_no} {heads.text_of(link.short_name_th) or ''}" for link in rows_of(own))
        about = [
            say("rounds.answers", names=names) if names else say("executive.no_indicator"),
            heads.text_of(measure.responsible) or say("measures.no_owner"),
        ]
        state = states[states["measure_id"] == measure.measure_id]
        yield {
            "title": measure.title,
            "href": heads.link("measures", year, measure=measure.measure_no),
            "about": SEPARATOR.join(about),
            "cells": [cell(state[state["round_months"] == each]) for each in months],
        }


def _total(own: pd.DataFrame, months: int) -> dict[str, Any]:
    group = own[own["round_months"] == months]
    done, steps = int(group["done_count"].sum()), int(group["step_count"].sum())
    return {"done": done, "step_count": steps, "is_reported": bool(group["result_count"].sum())}


def _results(year: AgencyYear, wanted: Filters) -> Mapping[str, object] | None:
    months, measures = months_shown(year, wanted), passing(year, wanted)
    found = of_year("results", year)
    found = found[found["measure_id"].isin(measures["measure_id"]) & (found["round_months"] == (months or 0))]
    if months is None or measures.empty:
        return None
    return {"months": months, "rows": [_result(year, row, wanted) for row in rows_of(found)]}


def _result(year: AgencyYear, row: Any, wanted: Filters) -> dict[str, Any]:  # noqa: ANN401 - a row of an answer
    evidence = of_year("evidence", year)
    dates = evidence[(evidence["measure_id"] == row.measure_id) & (evidence["round_months"] == row.round_months)]
    return {
        **{name: heads.text_of(getattr(row, name)) for name in ("detail", "output", "outcome")},
        "title": row.title,
        "place": origin_of(row),
        "href": heads.cell(
            heads.way_to_source(year, _PAGE, **vars(wanted)), f"result-{row.measure_no}-{row.round_months}-detail"
        ),
        "dates": [*map(_date, rows_of(dates))],
    }


def _date(row: Any) -> heads.Line:  # noqa: ANN401 - a row of an answer
    if pd.isna(row.stated_on):
        return heads.Line("no_data", say("rounds.no_date"))
    day = long_date(row.stated_on)
    if row.is_within_round:
        return heads.Line("done", day)
    return heads.Line("develop", say("rounds.date_outside", date=day))


def _chart_title(year: AgencyYear, wanted: Filters) -> Mapping[str, object] | None:
    own = _rounds(year, wanted)
    return {"title": say("rounds.chart")} if int(own["step_count"].sum()) else None


def _chart(year: AgencyYear, wanted: Filters) -> tuple[Figure, str] | None:
    own = _rounds(year, wanted)
    if not int(own["step_count"].sum()):
        return None
    from ita_analysis.figures.steps import steps_by_round

    totals = own.groupby("round_months", as_index=False)[["done_count", "step_count", "result_count"]].sum()
    return steps_by_round(own), ". ".join(_total_in_words(row) for row in rows_of(totals))


def _total_in_words(row: Any) -> str:  # noqa: ANN401 - a row of an answer
    if not row.result_count:
        return say("rounds.chart_row_missing", months=row.round_months)
    return say("rounds.chart_row", months=row.round_months, done=row.done_count, steps=row.step_count)


def _source(year: AgencyYear, wanted: Filters) -> Mapping[str, object]:
    way = heads.way_to_source(year, _PAGE, **vars(wanted))
    return {"numbers": [sources.steps(year, way, months_shown(year, wanted)), *sources.rounds(year, way)]}
