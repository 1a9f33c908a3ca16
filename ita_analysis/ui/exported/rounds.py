"""The tables of the screen of rounds: each measure in each round, and what the reports say in the round shown."""

from __future__ import annotations

from typing import Any

import pandas as pd

from ita_analysis.documents.tables import Sheet, sheet
from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences.origins import place_of
from ita_analysis.texts import say
from ita_analysis.thai.dates import long_date
from ita_analysis.ui import cited, heads, judging
from ita_analysis.ui.asking import AgencyYear, of_year
from ita_analysis.ui.choosing import Filters
from ita_analysis.ui.exported.measures import counted, in_words, names
from ita_analysis.ui.screens.measures import cell, months_shown, passing


def measures(year: AgencyYear, wanted: Filters) -> Sheet:
    """Return a row per measure and round: its steps, and what is said of it."""
    return sheet(
        say("page.rounds"),
        say("page.rounds"),
        _in_rounds(year, wanted),
        (say("export.column.measure_no"), "count", lambda row: row["measure"].measure_no),
        (say("column.measure"), "text", lambda row: row["measure"].title),
        (say("filter.unit"), "text", lambda row: row["measure"].responsible),
        (say("column.answers"), "text", lambda row: row["answers"] or say("executive.no_indicator")),
        (say("export.column.round"), "count", lambda row: row["months"]),
        (say("export.column.round_end"), "date", lambda row: row["until"]),
        (say("step.done"), "count", lambda row: counted(row["cell"], "done")),
        (say("step.not_stated"), "count", lambda row: counted(row["cell"], "not_stated")),
        (say("step.not_done"), "count", lambda row: counted(row["cell"], "not_done")),
        (say("export.column.step_count"), "count", lambda row: row["measure"].step_count),
        (say("column.state"), "text", lambda row: in_words(row["cell"])),
    )


def results(year: AgencyYear, wanted: Filters) -> Sheet:
    """Return a row per result of the round that is shown, of the measures that are left."""
    months, found = months_shown(year, wanted), of_year("results", year)
    left = found["measure_id"].isin(passing(year, wanted)["measure_id"]) & (found["round_months"] == (months or 0))
    caption = say("rounds.results", months=months) if months else say("measures.no_result")
    return of_results(caption, found[left], of_year("evidence", year))


def of_results(caption: str, found: pd.DataFrame, evidence: pd.DataFrame) -> Sheet:
    """Return a row per result in the report's words."""
    return sheet(
        say("export.results"),
        caption,
        rows_of(found),
        (say("export.column.measure_no"), "count", lambda row: row.measure_no),
        (say("column.measure"), "text", lambda row: row.title),
        (say("export.column.round"), "count", lambda row: row.round_months),
        (say("column.detail"), "text", lambda row: row.detail),
        (say("export.column.period_start"), "date", lambda row: row.period_start),
        (say("export.column.period_end"), "date", lambda row: row.period_end),
        (say("column.output"), "text", lambda row: row.output),
        (say("column.outcome"), "text", lambda row: row.outcome),
        (say("export.column.note"), "text", lambda row: heads.text_of(row.note) or ""),
        (say("export.column.evidence"), "text", lambda row: heads.text_of(row.evidence_words) or ""),
        (say("column.evidence"), "text", lambda row: _dates(evidence, row) or say("rounds.no_date")),
        (say("column.place"), "text", lambda row: place_of(row.place)),
    )


def of_dates(caption: str, evidence: pd.DataFrame) -> Sheet:
    """Return a row per date of publication, and whether it lies within its round."""
    return sheet(
        say("export.dates"),
        caption,
        rows_of(cited.shown(evidence)),
        (say("export.column.measure_no"), "count", lambda row: row.measure_no),
        (say("column.measure"), "text", lambda row: row.title),
        (say("export.column.round"), "count", lambda row: row.round_months),
        (say("column.date"), "date", lambda row: row.stated_on),
        (say("column.state"), "text", heads.span_state),
        (say("column.quote"), "text", lambda row: row.words),
        (say("column.place"), "text", lambda row: place_of(row.place)),
    )


def _in_rounds(year: AgencyYear, wanted: Filters) -> list[dict[str, Any]]:
    states, links = of_year("rounds", year), judging.links(year)
    ends = dict(zip(states["round_months"], states["ends_on"], strict=True))
    return [
        {
            "measure": measure,
            "answers": names(links[links["measure_id"] == measure.measure_id]),
            "months": months,
            "until": ends[months],
            "cell": cell(states[(states["measure_id"] == measure.measure_id) & (states["round_months"] == months)]),
        }
        for measure in rows_of(passing(year, wanted))
        for months in sorted(ends)
    ]


def _dates(evidence: pd.DataFrame, row: Any) -> str:  # noqa: ANN401 - a row of an answer
    own = evidence[(evidence["measure_id"] == row.measure_id) & (evidence["round_months"] == row.round_months)]
    return "\n".join(_date(each) for each in rows_of(own))


def _date(row: Any) -> str:  # noqa: ANN401 - a row of an answer
    if pd.isna(row.stated_on):
        return say("rounds.no_date")
    day = long_date(row.stated_on)
    return day if row.is_within_round else say("rounds.date_outside", date=day)


TABLES = (measures, results)
