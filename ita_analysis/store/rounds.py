"""The rounds of an agency's year: which there are, and their way from open over submitted to approved and back."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast

import duckdb

from ita_analysis.entries import LONGEST_TEXT, RoundState, Signature
from ita_analysis.errors import StoreError
from ita_analysis.people import Person, require
from ita_analysis.store.changing import Unchanged, change
from ita_analysis.store.statements import find, write, write_rows
from ita_analysis.store.worded import on_one_line, required
from ita_analysis.thai.dates import long_date
from ita_analysis.thai.fiscal_year import ROUNDS, round_span


@dataclass(frozen=True)
class Round:
    """A round of an agency's year by its code, fiscal year and months."""

    agency_code: str
    fiscal_year_be: int
    round_months: int

    @property
    def key(self) -> dict[str, object]:
        """Return the round as the tables name it."""
        return dict(vars(self))


def submit(opened: duckdb.DuckDBPyConnection, of: Round, signature: Signature, *, who: Person) -> None:
    """Hand a round over for approval; from then on its results are locked.

    Raises StoreError where the round is not open, has no result, or nobody signs by today.
    """
    require(who, "submit", of.agency_code)
    signed = _signed(signature)
    with change(opened, who, "round_submitted") as cursor:
        _require_state(cursor, of, "open")
        if not any(months == of.round_months and results for months, _, _, results, _ in _rounds(cursor, of)):
            raise StoreError("round_empty", months=of.round_months)
        write(cursor, "round_signed", {**of.key, **signed, "state": "submitted", "reason": None})


def approve(opened: duckdb.DuckDBPyConnection, of: Round, signature: Signature, *, who: Person) -> None:
    """Approve a submitted round.

    Raises StoreError where it is not submitted, or nobody signs by today and not before it was handed over.
    """
    require(who, "approve", of.agency_code)
    signed = _signed(signature)
    with change(opened, who, "round_approved") as cursor:
        _require_state(cursor, of, "submitted")
        _refuse_before(cursor, of, signature.on)
        write(cursor, "round_signed", {**of.key, **signed, "state": "approved", "reason": None})


def reopen(opened: duckdb.DuckDBPyConnection, of: Round, reason: str, *, who: Person) -> None:
    """Open a submitted or approved round again, so that its results may change; why stays in the history.

    Whoever may submit may take a submitted round back; an approved one needs an approver. Raises StoreError where the
    round is open, or the reason is blank.
    """
    words = required(reason, "reason", "round_reason_missing", LONGEST_TEXT)
    with change(opened, who, "round_reopened") as cursor:
        state = state_of(cursor, of)
        require(who, "approve" if state == "approved" else "submit", of.agency_code)
        if state == "open":
            raise _not_in_state(of, state)
        unsigned = {"signed_name": None, "signed_position": None, "signed_on": None}
        write(cursor, "round_signed", {**of.key, **unsigned, "state": "open", "reason": words})


def set_rounds(
    opened: duckdb.DuckDBPyConnection,
    agency_code: str,
    fiscal_year_be: int,
    due: Mapping[int, date | None],
    *,
    seen: Mapping[int, date | None] | None = None,
    who: Person,
) -> None:
    """Set the rounds of an agency's year, each with the day its results are due; None: the last day of the round.

    `seen` are the rounds that the person saw, None: whatever is stored. Raises StoreError where others are stored by
    now, where a round would go that a plan or a result hangs on, where one that is locked would go or be
    due on another day, where one would be due before it begins, or where no round stays.
    """
    require(who, "submit", agency_code)
    if not due or not set(due) <= set(ROUNDS):
        raise StoreError("rounds_none")
    with change(opened, who, "rounds_set") as cursor:
        of_year = {"agency_code": agency_code, "fiscal_year_be": fiscal_year_be}
        stored = {months: each for months, *each in _rounds(cursor, Round(agency_code, fiscal_year_be, 0))}
        days = {months: on for months, (_, on, *_) in stored.items()}
        if seen is not None and days != dict(seen):
            raise StoreError("rounds_changed_meanwhile")
        if days == dict(due):
            raise Unchanged
        for months, (state, was, results, plans) in stored.items():
            if state != "open" and due.get(months, was) != was:
                raise _locked(months, str(state))
            if months not in due:
                if state != "open" or results or plans:
                    raise StoreError("round_in_use", months=months)
                write(cursor, "round_removed", {**of_year, "round_months": months})
        for months, on in due.items():
            if on and on != days.get(months) and on < (begins := round_span(fiscal_year_be, months).start):
                raise StoreError("round_due_early", months=months, due=long_date(on), begins=long_date(begins))
            write_rows(cursor, "round", [{**of_year, "round_months": months, "state": "open", "due_on": on}])
            write(cursor, "round_due", {**of_year, "round_months": months, "due_on": on})


def state_of(cursor: duckdb.DuckDBPyConnection, of: Round) -> RoundState:
    """Return the state of a round; raises StoreError where the year does not have it."""
    for state, *_ in find(cursor, "stored_round", **of.key):
        return cast("RoundState", state)
    raise StoreError("round_not_of_year", months=of.round_months)


def refuse_locked(cursor: duckdb.DuckDBPyConnection, of: Round) -> None:
    """Raise StoreError where a round is submitted or approved, so that nothing of it may change."""
    if (state := state_of(cursor, of)) != "open":
        raise _locked(of.round_months, state)


def refuse_any_locked(
    cursor: duckdb.DuckDBPyConnection, agency_code: str, fiscal_year_be: int, rounds_months: Collection[int]
) -> None:
    """Raise StoreError where one of some rounds is submitted or approved; one that the year does not have is not."""
    for months, state, *_ in _rounds(cursor, Round(agency_code, fiscal_year_be, 0)):
        if months in rounds_months and state != "open":
            raise _locked(months, state)


def _rounds(cursor: duckdb.DuckDBPyConnection, of: Round) -> list[tuple[int, RoundState, date | None, int, int]]:
    """Return each round of the year: months, state, day due, how many results and how many plans hang on it."""
    found = find(cursor, "rounds_stored", agency_code=of.agency_code, fiscal_year_be=of.fiscal_year_be)
    return cast("list[tuple[int, RoundState, date | None, int, int]]", found)


def _require_state(cursor: duckdb.DuckDBPyConnection, of: Round, wanted: RoundState) -> None:
    if (state := state_of(cursor, of)) != wanted:
        raise _not_in_state(of, state)


def _locked(months: int, state: str) -> StoreError:
    return StoreError(f"round_locked_{state}", months=months)


def _not_in_state(of: Round, state: RoundState) -> StoreError:
    return StoreError(f"round_is_{state}", months=of.round_months)


def _refuse_before(cursor: duckdb.DuckDBPyConnection, of: Round, day: date) -> None:
    """Raise StoreError where a day lies before the one on which the round was handed over."""
    for *_, handed_over, _reason in find(cursor, "stored_round", **of.key):
        if isinstance(handed_over, date) and day < handed_over:
            raise StoreError("approved_before_submitted", day=long_date(day), submitted=long_date(handed_over))


def _signed(signature: Signature) -> dict[str, object]:
    if signature.on > date.today():  # noqa: DTZ011 - who signs has the calendar of this desk
        raise StoreError("signed_in_future", day=long_date(signature.on))
    return {
        "signed_name": on_one_line(required(signature.name, "signed_name", "signature_missing")),
        "signed_position": on_one_line(required(signature.position, "signed_position", "signature_missing")),
        "signed_on": signature.on,
    }
