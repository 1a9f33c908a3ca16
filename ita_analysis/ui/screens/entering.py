"""The screen on which officers enter results: a round with its measures, and the way to each of their forms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from ita_analysis.people import may
from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences import entering as sentences
from ita_analysis.texts import say
from ita_analysis.thai.dates import short_date
from ita_analysis.ui import choosing, heads
from ita_analysis.ui.asking import AgencyYear, ask, of_year, today
from ita_analysis.ui.rendering import show, show_kept
from ita_analysis.ui.visiting import visitor

PAGE = "entry"


@dataclass(frozen=True)
class Chosen:
    """What is entered: a round by its months, and the number of a measure, None for the round as a whole."""

    months: int
    measure_no: int | None = None


def choose(year: AgencyYear) -> Chosen | None:
    """Return the round and measure that the address names, else the round that waits for results; None without one."""
    rounds = [str(months) for months in of_year("rounds_set", year)["round_months"]]
    if not rounds:
        return None
    with st.container(key="filters"):
        months = choosing.choice("round", say("filter.round"), rounds, _round_label, default=_waiting(year))
    numbers = {str(no) for no in of_year("measures", year)["measure_no"]}
    said = choosing.stated("measure") or ""
    return Chosen(int(months), int(said) if said in numbers else None)


def show_head(year: AgencyYear, chosen: Chosen | None) -> None:
    """Show how far the round is, or whose result is entered."""
    show_kept("head", _head, year, chosen, today())


def show_round(year: AgencyYear, chosen: Chosen) -> None:
    """Show each measure of the round with what is stored of it, and the way to its form."""
    can_enter = may(visitor(), "enter", year.agency_code, visitor().unit)
    show_kept("entries", _round, year, chosen.months, can_enter)


def entry_row(year: AgencyYear, chosen: Chosen) -> Any:  # noqa: ANN401 - a row of an answer
    """Return the chosen measure as it stands in the round."""
    found = entries(year, chosen.months)
    return next(rows_of(found[found["measure_no"] == chosen.measure_no]))


def entries(year: AgencyYear, months: int) -> pd.DataFrame:
    """Return each measure of a year as it stands in a round."""
    return ask("entries", year.agency_code, year.fiscal_year_be, months)


def round_row(year: AgencyYear, months: int) -> Any:  # noqa: ANN401 - a row of an answer
    """Return a round with its days, the day its results are due, and its state."""
    found = of_year("rounds_set", year)
    return next(rows_of(found[found["round_months"] == months]))


def _waiting(year: AgencyYear) -> str:
    """Return the first open round in which a result is missing and which has begun, else the last of the year."""
    rounds = of_year("rounds_set", year)
    for row in rows_of(rounds[rounds["state"] == "open"]):
        found = entries(year, int(row.round_months))
        missing = found["is_planned"] & found["version"].isna() & found["ended_on"].isna()
        if missing.any() and row.starts_on.date() <= today():
            return str(row.round_months)
    return str(rounds["round_months"].iloc[-1])


def _round_label(code: str) -> str:
    return say("filter.round_label", months=code)


def _head(year: AgencyYear, chosen: Chosen | None, day: date) -> Mapping[str, object]:
    if chosen is None:
        found = sentences.no_rounds()
    elif chosen.measure_no is None:
        found = sentences.of_round(entries(year, chosen.months), round_row(year, chosen.months), day)
    else:
        found = sentences.of_measure(entry_row(year, chosen), round_row(year, chosen.months))
    return {"head": replace(heads.head(PAGE, year, found), has_source=False)}


def _round(year: AgencyYear, months: int, can_enter: bool) -> Mapping[str, object] | None:
    rows = list(_rows(year, months))
    is_open = round_row(year, months).state == "open"
    return {"rows": rows, "can_enter": can_enter and is_open} if rows else None


def _rows(year: AgencyYear, months: int) -> Iterator[dict[str, object]]:
    for row in rows_of(entries(year, months)):
        state, words = sentences.standing(row)
        yield {
            "no": row.measure_no,
            "title": row.title,
            "href": heads.link(PAGE, year, round=months, measure=row.measure_no),
            "owner": heads.text_of(row.owner) or heads.text_of(row.responsible) or say("missing"),
            "state": state,
            "words": words,
            "is_hole": state == "overdue",
            "saved": "" if pd.isna(row.saved_at) else short_date(row.saved_at),
            "steps": row.step_count if sentences.is_judged(row) else 0,
            "done": row.done_count,
            "not_done": row.not_done_count,
            "not_stated": row.step_count - row.done_count - row.not_done_count,
            "cited": row.cited_count,
            "is_like_before": row.is_like_before,
        }


def show_way_back(year: AgencyYear, chosen: Chosen) -> None:
    """Show the way back to the round, and to the measures before and after this one."""
    numbers = [int(no) for no in of_year("measures", year)["measure_no"]]
    at = numbers.index(chosen.measure_no or 0)
    ways = {"back": heads.link(PAGE, year, round=chosen.months), "before": "", "after": ""}
    for name, beside in (("before", at - 1), ("after", at + 1)):
        if 0 <= beside < len(numbers):
            ways[name] = heads.link(PAGE, year, round=chosen.months, measure=numbers[beside])
    show("entry_ways", months=chosen.months, **ways)
