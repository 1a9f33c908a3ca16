"""The queue of what is open: late, due soon, waiting for a signature, without evidence, or long untouched; by owner."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences import queue as sentences
from ita_analysis.texts import say
from ita_analysis.ui import choosing, heads
from ita_analysis.ui.asking import AgencyYear, ask, today
from ita_analysis.ui.frame import is_open
from ita_analysis.ui.rendering import show_kept

_PAGE, _PLACE = "entry", "queue"
_SHOWN = 40  # rows; more are counted


def show_queue(year: AgencyYear) -> None:
    """Show what is open in the year, of all owners or of the one asked for."""
    show_kept("queue_title", _title, year, today())
    owners = sorted(tasks(year, today())["responsible"].dropna().unique())
    unit = None
    if len(owners) > 1:
        with st.container(key="queue_filters"):
            unit = choosing.one_of("unit", owners, str)
    show_kept("queue", _queue, year, unit, today())


def show_by_owner(year: AgencyYear) -> None:
    """Show how much is open by owner, with the way to the queue; nothing where nothing is open."""
    show_kept("queue_owners", _owners, year, today())


def tasks(year: AgencyYear, day: date) -> pd.DataFrame:
    """Return what is open in a year on a day, the most pressing first."""
    return ask("tasks", year.agency_code, year.fiscal_year_be, day)


def _title(year: AgencyYear, day: date) -> Mapping[str, object]:
    found = tasks(year, day)
    return {"title": sentences.title(found), "lead": sentences.kinds(found)}


def _queue(year: AgencyYear, unit: str | None, day: date) -> Mapping[str, object] | None:
    found = tasks(year, day)
    if unit:
        found = found[found["responsible"] == unit]
    if found.empty:
        return None
    rows = [_row(row, year, day) for row in rows_of(found.head(_SHOWN))]
    return {"rows": rows, "more": sentences.more(len(found) - len(rows))}


def _row(row: Any, year: AgencyYear, day: date) -> dict[str, object]:  # noqa: ANN401 - a row of an answer
    months = int(row.round_months)
    measure_no = None if pd.isna(row.measure_no) else int(row.measure_no)
    return {
        "mark": sentences.MARKS[row.kind],
        "kind": say(f"queue.kind.{row.kind}"),
        "months": months,
        "title": f"{measure_no} {row.title}" if measure_no else say("queue.round", months=months),
        "href": heads.link(_PAGE, year, round=months, measure=measure_no),
        "owner": heads.text_of(row.responsible) or say("queue.no_owner" if measure_no else "queue.whole_agency"),
        "since": sentences.since(row, day),
    }


def _owners(year: AgencyYear, day: date) -> Mapping[str, object] | None:
    found = tasks(year, day)
    if found.empty:
        return None
    named = list(found.dropna(subset="responsible").groupby("responsible", sort=False))
    # A queue of one owner offers no choice of owners.
    rows = [_owner(year, str(name), group, unit=name if len(named) > 1 else None) for name, group in named]
    rest = found[found["responsible"].isna()]
    is_round = rest["measure_no"].isna()
    for key, group in (("queue.whole_agency", rest[is_round]), ("queue.no_owner", rest[~is_round])):
        if not group.empty:
            rows.append(_owner(year, say(key), group))
    return {"title": sentences.title(found), "rows": rows}


def _owner(year: AgencyYear, name: str, group: pd.DataFrame, **filters: object) -> dict[str, str]:
    way = heads.link(_PAGE, year, _PLACE, **filters) if is_open(_PAGE) else ""
    return {"name": name, "words": sentences.kinds(group), "href": way}
