"""The tables of the executive's screen: from weakness to result, the scores, the dates of evidence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import pandas as pd

from ita_analysis.documents.tables import Part, Sheet, sheet
from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences.late_results import most_pressing_first
from ita_analysis.sentences.parts import SEPARATOR
from ita_analysis.sentences.weak import kind_words, weak_words
from ita_analysis.texts import say
from ita_analysis.ui import heads, judging
from ita_analysis.ui.asking import AgencyYear, of_year, today
from ita_analysis.ui.choosing import Filters
from ita_analysis.ui.exported.measures import names
from ita_analysis.ui.exported.rounds import of_dates


def decisions(year: AgencyYear, _: Filters) -> Sheet:
    """Return a row per weak indicator, the most pressing first, then per measure that answers none."""
    months = sorted({int(each) for each in of_year("rounds", year)["round_months"]})
    rounds: list[Part] = [(say("column.round", months=each), "text", partial(_round, each)) for each in months]
    return sheet(
        say("export.executive.decisions"),
        say("executive.weak_title"),
        [*_weak(year), *_aside(year)],
        (say("export.column.indicator_no"), "count", lambda row: row["no"]),
        (say("filter.indicator"), "text", lambda row: row["name"]),
        (say("column.own_word"), "text", lambda row: row["kind"]),
        (say("column.score", year=year.prior_fiscal_year_be), "score", lambda row: row["score"]),
        (say("column.province"), "score", lambda row: row["province"]),
        (say("column.measure"), "text", lambda row: "\n".join(row["titles"]) or say("coverage.no_measure")),
        (say("export.column.measure_count"), "count", lambda row: len(row["titles"])),
        *rounds,
    )


def indicators(year: AgencyYear, _: Filters) -> Sheet:
    """Return a row per indicator of the assessed year: its score, and whether it is weak."""
    prior = year.prior_fiscal_year_be
    return sheet(
        say("export.scores"),
        say("executive.slots", year=prior),
        rows_of(judging.indicators(year)),
        (say("export.column.indicator_no"), "count", lambda row: row.indicator_no),
        (say("filter.indicator"), "text", lambda row: row.name_th),
        (say("export.column.instrument"), "text", lambda row: row.instrument),
        (say("column.score", year=prior), "score", lambda row: row.score),
        (say("export.column.weak"), "text", weak_words),
    )


def dates(year: AgencyYear, _: Filters) -> Sheet:
    """Return a row per date of publication that a result states, and whether it lies within its round."""
    return of_dates(say("export.dates"), of_year("evidence", year))


def _weak(year: AgencyYear) -> Iterator[dict[str, Any]]:
    links = judging.links(year)
    for row in rows_of(most_pressing_first(judging.indicators(year), links, of_year("rounds", year), today())):
        yield {
            "no": row.indicator_no,
            "name": row.name_th,
            "kind": kind_words(row),
            "score": row.score,
            "province": row.province_mean,
            **_measures(year, links[links["indicator_no"] == row.indicator_no]["measure_id"]),
        }


def _aside(year: AgencyYear) -> Iterator[dict[str, Any]]:
    """Yield the measures that answer no weak indicator, with the score of the one that each answers, if it is one."""
    links, measures, indicators = judging.links(year), of_year("measures", year), judging.indicators(year)
    answering = links[links["is_weak"]]["measure_id"]
    for row in rows_of(measures[~measures["measure_id"].isin(answering)]):
        own = links[links["measure_id"] == row.measure_id]
        answered = [*rows_of(indicators[indicators["indicator_no"].isin(own["indicator_no"])])]
        (one,) = answered if len(answered) == 1 else [None]
        yield {
            "no": "",
            "name": names(own) or say("executive.no_indicator"),
            "kind": say("executive.not_named_weak"),
            "score": one.score if one else "",
            "province": one.province_mean if one else "",
            **_measures(year, pd.Series([row.measure_id])),
        }


def _measures(year: AgencyYear, measure_ids: pd.Series[Any]) -> dict[str, Any]:
    measures, states = of_year("measures", year), of_year("rounds", year)
    return {
        "titles": list(measures[measures["measure_id"].isin(measure_ids)]["title"]),
        "states": states[states["measure_id"].isin(measure_ids)],
    }


def _round(months: int, row: dict[str, Any]) -> str | None:
    own = row["states"][row["states"]["round_months"] == months]
    return SEPARATOR.join(line.words for line in heads.round_lines(own, today())) or None


TABLES = (decisions, indicators, dates)
