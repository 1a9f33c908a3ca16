"""An agency's year as it was at a moment: measures with steps and results, and what has changed since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

import pandas as pd
import streamlit as st

from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences import as_of as sentences
from ita_analysis.sentences import history as told
from ita_analysis.sentences.as_of import MeasureThen, Reported, Shown
from ita_analysis.sentences.parts import SEPARATOR, Headline
from ita_analysis.texts import say, say_some
from ita_analysis.thai.dates import long_date
from ita_analysis.ui import choosing, heads
from ita_analysis.ui.asking import AgencyYear, ask
from ita_analysis.ui.changes import PAGE
from ita_analysis.ui.day_sought import day_sought, moment_of, unread
from ita_analysis.ui.rendering import show, show_kept, tell

_NAME = "at"


def stated() -> datetime | None:
    """Return the moment that the address names, or None."""
    return moment_of(choosing.stated(_NAME))


def ask_for_day() -> None:
    """Ask for the day that the reader wants to see the data of."""
    show("section", title=say("as_of.title"), text=say("as_of.text"))
    with st.container(key="day_of_data"):
        day_sought(_NAME)
    if lines := unread([_NAME]):
        tell("note", *lines)


def show_year(year: AgencyYear, moment: datetime) -> None:
    """Show the year as it was at a moment, or since when there is a history."""
    show_kept("head", _head, year, moment)
    with st.container(key="day_of_data"):
        day_sought(_NAME)
    if lines := unread([_NAME]):
        tell("note", *lines)
    show_kept("as_of", _parts, year, moment)


def _rows(year: AgencyYear, moment: datetime) -> tuple[pd.DataFrame | None, int, datetime | None]:
    """Return the rows as they were, None before the history begins; how many changes came later; when it begins."""
    (row,) = rows_of(ask("history_until", year.agency_code, year.fiscal_year_be, moment))
    begins_at = None if pd.isna(row.begins_at) else row.begins_at
    if pd.isna(row.change_id):
        return None, 0, begins_at
    rows = ask("rows_as_of", year.agency_code, year.fiscal_year_be, int(row.change_id))
    return rows, int(row.later_count), begins_at


def _head(year: AgencyYear, moment: datetime) -> Mapping[str, object]:
    rows, later, begins_at = _rows(year, moment)
    if rows is None:
        why = say("as_of.too_early_why", when=told.moment(begins_at)) if begins_at else say("as_of.no_history")
        about = Headline(say("as_of.too_early", when=_in_words(moment)), "", why)
    else:
        about = sentences.headline(sentences.measures_then(rows), _in_words(moment), later)
    return {"head": replace(heads.head(PAGE, year, about), has_source=False)}


def _in_words(moment: datetime) -> str:
    if moment.time() == time.max:
        return say("as_of.day", date=long_date(moment))
    return say("as_of.moment", date=long_date(moment), time=f"{moment:%H:%M:%S}")


def _parts(year: AgencyYear, moment: datetime) -> Mapping[str, object]:
    rows, later, _ = _rows(year, moment)
    measures = [] if rows is None else sentences.measures_then(rows)
    states = [] if rows is None else sentences.states_then(rows)
    return {
        "back": heads.link(PAGE, year),
        "since_href": heads.link(PAGE, year, since=moment.date().isoformat()) if later else "",
        "states": [{"words": _state(each), "is_changed": each.is_changed} for each in states],
        "measures": [_measure(each) for each in measures],
    }


def _state(shown: Shown) -> str:
    state = say(f"history.round_state.{shown.row['state']}")
    return say("as_of.round_state", months=shown.row["round_months"], state=state)


def _measure(then: MeasureThen) -> dict[str, Any]:
    row = then.own.row
    return {
        "title": f"{row['measure_no']} {row['title']}",
        "about": SEPARATOR.join(_about(then)),
        "is_changed": then.own.is_changed,
        "steps_title": say_some("as_of.steps", len(then.steps)) if then.steps else "",
        "steps": [{"words": each.row["words"], "is_changed": each.is_changed} for each in then.steps],
        "rounds": [_round(each, len(then.steps)) for each in then.rounds],
    }


def _about(then: MeasureThen) -> Iterator[str]:
    row = then.own.row
    yield say("as_of.owner", name=row["responsible"]) if row["responsible"] else say("measures.no_owner")
    if then.indicators:
        yield say("as_of.answers", numbers=", ".join(map(str, then.indicators)))
    if row["ended_on"]:
        yield say("as_of.ended", date=long_date(date.fromisoformat(row["ended_on"])))


def _round(reported: Reported, steps: int) -> dict[str, Any]:
    return {
        "months": reported.months,
        "done": say("as_of.done", done=reported.done, steps=steps) if steps and reported.results else "",
        "results": [
            {**{name: each.row[name] for name in ("detail", "output", "outcome")}, "is_changed": each.is_changed}
            for each in reported.results
        ],
        "evidence": [{"words": _evidence(each.row), "is_changed": each.is_changed} for each in reported.evidence],
    }


def _evidence(row: dict[str, Any]) -> str:
    day = long_date(date.fromisoformat(row["stated_on"])) if row["stated_on"] else ""
    return SEPARATOR.join(filter(None, [day, row["words"], row["url"]]))
