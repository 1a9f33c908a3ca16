"""The plan of a measure as a person adds or changes it, upon what the person saw."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import duckdb

from ita_analysis.entries import LONGEST_TEXT, Plan
from ita_analysis.errors import StoreError
from ita_analysis.people import Person, require
from ita_analysis.store.changing import Unchanged, change
from ita_analysis.store.rights import require_over
from ita_analysis.store.rounds import Round, refuse_locked
from ita_analysis.store.statements import find, write, write_all, write_rows
from ita_analysis.store.steps import move_judged
from ita_analysis.store.worded import is_said, line, on_one_line, required, tidy, worded
from ita_analysis.thai.text import key

_LINES = ("responsible", "follow_up", "timeframe", "budget", "success_indicator")


def plan_of(cursor: duckdb.DuckDBPyConnection, measure_id: int) -> Plan:
    """Return the stored plan of a measure; raises StoreError where there is no such measure."""
    for title, *lines, _, _ in find(cursor, "stored_plan", measure_id=measure_id):
        texts = {name: on_one_line(str(text or "")) for name, text in zip(_LINES, lines, strict=True)}
        of = {"measure_id": measure_id}
        return Plan(
            on_one_line(str(title)),
            **texts,
            guidelines=tuple(tidy(str(words)) for _, words in find(cursor, "stored_guidelines", **of)),
            steps=tuple(tidy(str(words)) for _, words in find(cursor, "stored_steps", **of)),
            rounds_months=tuple(int(str(months)) for (months,) in find(cursor, "stored_rounds", **of)),
            items={str(code): tidy(str(reason)) for code, reason in find(cursor, "stored_items", **of)},
        )
    raise StoreError("measure_unknown")


def add_measure(
    opened: duckdb.DuckDBPyConnection,
    agency_code: str,
    fiscal_year_be: int,
    plan: Plan,
    *,
    indicators: Mapping[int, str],
    who: Person,
) -> int:
    """Add a measure at the end of an agency's year and return its number; `indicators` it answers, with the reason.

    Raises StoreError where the title is blank or taken, a text is too long, an indicator, item or round is not of the
    year, a round is locked, or a reason is missing; nothing is kept then.
    """
    wanted = checked(plan)
    require(who, "plan", agency_code, wanted.responsible or None)
    with change(opened, who, "measure_added") as cursor:
        return write_measure(cursor, agency_code, fiscal_year_be, wanted, indicators)


def save_plan(opened: duckdb.DuckDBPyConnection, measure_id: int, plan: Plan, *, seen: Plan, who: Person) -> None:
    """Put a plan in the place of the one that was seen; raises StoreError as `add_measure` does.

    And where another plan is stored by now, or steps would change that a locked round shows. What was judged of a step
    in an open round goes where its words go.
    """
    wanted = checked(plan)
    with change(opened, who, "measure_saved") as cursor:
        stored = plan_of(cursor, measure_id)
        require_over(cursor, who, "plan", measure_id)
        if stored != seen:
            raise StoreError("plan_changed_meanwhile")
        if wanted == stored:
            raise Unchanged
        ((agency_code, *_),) = find(cursor, "measure_scope", measure_id=measure_id)
        require(who, "plan", str(agency_code), wanted.responsible or None)
        write_plan(cursor, measure_id, stored, wanted)


def checked(plan: Plan) -> Plan:
    """Return a plan as it is stored; raises StoreError where its title is blank or a text is too long."""
    title = on_one_line(required(plan.title, "title", "measure_title_missing"))
    if not key(title):
        raise StoreError("measure_title_missing")
    items = {str(code): worded(reason, "reason") for code, reason in plan.items.items()}
    if not all(map(is_said, items.values())):
        raise StoreError("item_reason_missing")
    return Plan(
        title,
        **{name: line(getattr(plan, name), name) for name in _LINES},
        guidelines=_lines(plan.guidelines, "guidelines"),
        steps=_lines(plan.steps, "steps"),
        rounds_months=tuple(sorted({*plan.rounds_months})),
        items=items,
    )


def write_measure(
    cursor: duckdb.DuckDBPyConnection,
    agency_code: str,
    fiscal_year_be: int,
    plan: Plan,
    indicators: Mapping[int, str],
    *,
    carried_from: int | None = None,
) -> int:
    """Write a checked plan as the last measure of a year, within a change; returns its number."""
    about = {"agency_code": agency_code, "fiscal_year_be": fiscal_year_be}
    known = find(cursor, "measure_titles", **about)
    if key(plan.title) in {title_key for title_key, _ in known}:
        raise StoreError("measure_title_known", title=plan.title)
    measure_no = find(cursor, "next_measure_no", **about)[0][0]
    entered = {"report_id": None, "place": None, "carried_from": carried_from, "measure_no": measure_no}
    number = write(cursor, "measure", {**about, **_row(plan), **entered})
    bare = replace(plan, guidelines=(), steps=(), rounds_months=(), items={})
    write_plan(cursor, number, bare, plan)
    for indicator_no, reason in indicators.items():
        _link(cursor, number, indicator_no, required(reason, "reason", "link_reason_missing", LONGEST_TEXT))
    return number


def known_items(cursor: duckdb.DuckDBPyConnection, agency_code: str, fiscal_year_be: int) -> set[str]:
    """Return the items that measures of an agency's year may answer."""
    found = find(cursor, "known_items", agency_code=agency_code, fiscal_year_be=fiscal_year_be)
    return {str(code) for (code,) in found}


def write_plan(cursor: duckdb.DuckDBPyConnection, measure_id: int, stored: Plan, wanted: Plan) -> None:
    """Write what differs between the stored plan of a measure and the wanted one, within a change."""
    ((agency_code, fiscal_year_be, _),) = find(cursor, "measure_scope", measure_id=measure_id)
    year = (str(agency_code), int(str(fiscal_year_be)))
    if stored.steps != wanted.steps:
        move_judged(cursor, measure_id, stored.steps, wanted.steps)
    if not {*wanted.items} - {*stored.items} <= known_items(cursor, *year):
        raise StoreError("item_unknown")
    if key(stored.title) != key(wanted.title):
        _refuse_known(cursor, year, wanted.title)
    if _row(stored) != _row(wanted):
        write(cursor, "measure_changed", {"measure_id": measure_id, **_row(wanted)})
    of = {"measure_id": measure_id}
    for name, before, after in (
        ("guideline", stored.guidelines, wanted.guidelines),
        ("step", stored.steps, wanted.steps),
    ):
        _write_rows(cursor, name, of, (f"{name}_no", "words"), (_numbered(before), _numbered(after)))
    _write_rows(cursor, "item", of, ("item_code", "reason"), (stored.items, wanted.items))
    for months in {*wanted.rounds_months} - {*stored.rounds_months}:
        refuse_locked(cursor, Round(*year, months))
        write_rows(cursor, "measure_round", [{**of, "round_months": months}])
    for months in {*stored.rounds_months} - {*wanted.rounds_months}:
        refuse_locked(cursor, Round(*year, months))
        write(cursor, "measure_round_removed", {**of, "round_months": months})


def _write_rows(
    cursor: duckdb.DuckDBPyConnection,
    name: str,
    of: Mapping[str, object],
    columns: tuple[str, str],
    rows: tuple[Mapping[Any, str], Mapping[Any, str]],
) -> None:
    """Write the rows of a list of a measure that are new, gone or of other words than before."""
    before, after = rows
    row = {number: {**of, columns[0]: number, columns[1]: words} for number, words in after.items()}
    write_rows(cursor, f"measure_{name}", [row[no] for no in after if no not in before])
    write_all(cursor, f"measure_{name}_changed", [row[no] for no in after if no in before and before[no] != after[no]])
    write_all(cursor, f"measure_{name}_removed", [{**of, columns[0]: no} for no in before if no not in after])


def _link(cursor: duckdb.DuckDBPyConnection, measure_id: int, indicator_no: int, reason: str) -> None:
    about = {"measure_id": measure_id, "indicator_no": indicator_no}
    if not any(has_indicator for has_indicator, *_ in find(cursor, "stored_link", **about)):
        raise StoreError("link_unknown")
    write(cursor, "link_added", {**about, "reason": reason})
    told = {"action": "added", "basis_before": None, "reason_before": None, "reason": reason}
    write(cursor, "link_change", {**about, **told})


def _row(plan: Plan) -> dict[str, object]:
    """Return a plan's own columns of its measure; an empty text is none."""
    return {"title": plan.title, "title_key": key(plan.title)} | {name: getattr(plan, name) or None for name in _LINES}


def _numbered(lines: Sequence[str]) -> dict[int, str]:
    return dict(enumerate(lines, 1))


def _lines(texts: Sequence[str], field: str) -> tuple[str, ...]:
    """Return the lines that say anything."""
    return tuple(words for text in texts if is_said(words := worded(text, field)))


def _refuse_known(cursor: duckdb.DuckDBPyConnection, year: tuple[str, int], title: str) -> None:
    titles = find(cursor, "measure_titles", agency_code=year[0], fiscal_year_be=year[1])
    if key(title) in {title_key for title_key, _ in titles}:
        raise StoreError("measure_title_known", title=title)
