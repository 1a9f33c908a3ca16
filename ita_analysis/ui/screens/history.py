"""The screen of changes: who changed what and when, each with what was before and after, twenty at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from ita_analysis.people import Person, may
from ita_analysis.queries.asking import rows_of
from ita_analysis.queries.audit import ChangesSought
from ita_analysis.sentences import history as sentences
from ita_analysis.sentences.before_after import Field
from ita_analysis.texts import say
from ita_analysis.thai.dates import long_date
from ita_analysis.thai.text import to_arabic
from ita_analysis.ui import changes, choosing, heads, undoable
from ita_analysis.ui.asking import AgencyYear, ask, of_year
from ita_analysis.ui.changes import PAGE, Wanted, found, link
from ita_analysis.ui.day_sought import day_sought, moment_of, unread
from ita_analysis.ui.rendering import show_kept, tell
from ita_analysis.ui.visiting import visitor

_ROWS = 20
_MOST_FIELDS = 12
_DAYS = ("since", "until")
SCOPES = ("year", "all")
_DESK = "desk"  # in the address: whoever sat at the PC that needs no login has no address of a log-in


def choose(year: AgencyYear) -> Wanted:
    """Return what the reader looks for; all of it stands in the address."""
    with st.container(key="filters"):
        is_of_all = may(visitor(), "appoint") and _scope() == "all"
        code = None if is_of_all else year.agency_code
        titles = {} if is_of_all else _titles(year)
        authors = ask("authors_of_changes", code, year.fiscal_year_be)
        persons = {row.who or _DESK: sentences.who(row) for row in rows_of(authors)}
        measure = choosing.one_of("measure", [*titles], titles.__getitem__)
        person = choosing.one_of("person", [*persons], persons.__getitem__)
        deed = choosing.one_of("deed", [*sentences.GROUPS], lambda group: say(f"history.group.{group}"))
        since, until = map(day_sought, _DAYS)
    tell_unread(_DAYS)
    said = {
        "scope": (is_of_all or None) and _scope_label("all"),
        "measure": titles.get(measure or ""),
        "person": persons.get(person or ""),
        "deed": deed and say(f"history.group.{deed}"),
        "since": since and long_date(since),
        "until": until and long_date(until),
    }
    sought = ChangesSought(
        code,
        year.fiscal_year_be,
        measure_id=_measure_id(year, measure),
        who="" if person == _DESK else person,
        deeds=sentences.GROUPS.get(deed or ""),
        since=since,
        until=until,
    )
    page = to_arabic(choosing.stated("page") or "")
    return Wanted(
        year,
        sought,
        max(1, int(page)) if page.isdecimal() and len(page) < 6 else 1,
        tuple((name, value) for name in said if said[name] and (value := choosing.stated(name))),
        tuple(say("export.filter", name=say(f"filter.{name}"), value=value) for name, value in said.items() if value),
    )


def tell_unread(names: tuple[str, ...]) -> None:
    """Say which words that were typed as days are none."""
    if lines := unread(names):
        tell("note", *lines)


def show_head(wanted: Wanted) -> None:
    """Show how many changes were found, and the last of them."""
    show_kept("head", _head, wanted)


def show_changes(wanted: Wanted) -> None:
    """Show one page of the changes, each to be unfolded, and the ways to the pages before and after it."""
    show_kept("history", _changes, wanted, visitor())


def _head(wanted: Wanted) -> Mapping[str, object]:
    begun = begins_at(wanted.year)
    about = sentences.headline(found(wanted, _ROWS), begun, is_filtered=bool(wanted.said))
    return {"head": replace(heads.head(PAGE, wanted.year, about), has_source=False)}


def begins_at(year: AgencyYear) -> Any:  # noqa: ANN401 - a time, or none
    """Return when the history begins, None where nothing was changed since it could."""
    found_at = ask("history_until", year.agency_code, year.fiscal_year_be, moment_of("9999-12-31"))["begins_at"].iloc[0]
    return None if pd.isna(found_at) else found_at


def _shown(wanted: Wanted) -> tuple[pd.DataFrame, int]:
    """Return the changes of the page asked for, else of the first, and which page that is."""
    for page in (wanted.page, 1):
        shown = found(wanted, _ROWS, (page - 1) * _ROWS)
        if len(shown):
            return shown, page
    return shown, 1


def _changes(wanted: Wanted, who: Person) -> Mapping[str, object] | None:
    shown, page = _shown(wanted)
    if shown.empty:
        return None
    told, rows, plan = changes.fields_of(wanted, shown), changes.rows_of_changes(shown), undoable.plan_of(wanted.year)
    last = -(-int(shown["found_count"].iloc[0]) // _ROWS)
    ways = {name: number for name, number in (("before", page - 1), ("after", page + 1)) if 1 <= number <= last}
    return {
        "changes": [
            _change(wanted, row, told[row.change_id])
            | _undoing(wanted, row, undoable.why_not(plan, row, rows[row.change_id], who))
            for row in rows_of(shown)
        ],
        "page": say("agencies.page", page=page, last=last) if last > 1 else "",
        "ways": [
            {"words": say(f"agencies.{name}"), "href": link(wanted, page=number)} for name, number in ways.items()
        ],
    }


def _change(wanted: Wanted, row: Any, told: list[Field]) -> dict[str, Any]:  # noqa: ANN401 - a row of an answer
    at = None if pd.isna(row.changed_at) or wanted.sought.agency_code is None else row.changed_at.isoformat()
    return {
        "number": row.change_id,
        "when": sentences.when(row.changed_at),
        "what": sentences.change(row),
        "who": sentences.who(row),
        "reason": heads.text_of(row.reason) or "",
        "as_of": heads.link(PAGE, wanted.year, at=at) if at else "",
        **changes.told_fields(wanted, told, _MOST_FIELDS),
    }


def _undoing(wanted: Wanted, row: Any, why_not: str) -> dict[str, Any]:  # noqa: ANN401 - a row of an answer
    is_undone = not pd.isna(row.undone_by)
    return {
        "is_undone": is_undone,
        "why_not": "" if is_undone else why_not,
        "undo": "" if why_not else link(wanted, "undo", undo=row.change_id),
    }


def _measure_id(year: AgencyYear, number: str | None) -> int | None:
    measures = of_year("measures", year)
    own = measures[measures["measure_no"].astype(str) == number]["measure_id"]
    return int(own.iloc[0]) if len(own) else None


def _titles(year: AgencyYear) -> dict[str, str]:
    return {str(row.measure_no): f"{row.measure_no} {row.title}" for row in rows_of(of_year("measures", year))}


def _scope() -> str:
    return choosing.choice("scope", say("filter.scope"), SCOPES, _scope_label)


def _scope_label(scope: str) -> str:
    return say(f"history.scope.{scope}")
