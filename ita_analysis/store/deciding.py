"""What people decide about findings: accepted, with the mend that a machine can make, or dismissed with a reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import duckdb

from ita_analysis.entries import Entry
from ita_analysis.errors import StoreError
from ita_analysis.people import Person, Right, require
from ita_analysis.records import Progress
from ita_analysis.review.dates import in_buddhist_era
from ita_analysis.review.spelling import spelled_right
from ita_analysis.store.changing import Unchanged, change
from ita_analysis.store.checking import Checked, Choice, Found, checked
from ita_analysis.store.progress import entry_of, put_entry
from ita_analysis.store.rights import require_over
from ita_analysis.store.statements import write
from ita_analysis.store.worded import is_said, tidy
from ita_analysis.thai.text import key

LONGEST_REASON = 2000
Mend = Callable[[Entry, Found, str], Entry]


def accept(opened: duckdb.DuckDBPyConnection, agency_code: str, year: int, finding_key: str, *, who: Person) -> None:
    """Accept a finding; where a machine can make the mend (`MENDS`) it is made, as a next version of the result.

    Raises StoreError where the rule does not find it any more, or the result cannot be changed (its round is closed,
    its measure has ended); RightMissing where the person may not change what it is about. Nothing is kept then.
    """
    with change(opened, who, "finding_accepted") as cursor:
        now = _checked(cursor, agency_code, year)
        found = _found(now, finding_key)
        _require(cursor, who, agency_code, found)
        if can_be_mended(found):
            _mend(cursor, now, found)
        _keep(cursor, agency_code, year, found, "accepted", "")


def dismiss(
    opened: duckdb.DuckDBPyConnection, agency_code: str, year: int, finding_key: str, reason: str, *, who: Person
) -> None:
    """Dismiss a finding for a reason, which stays beside it.

    Raises StoreError where the reason is blank or too long, or the rule does not find it any more; RightMissing where
    the person may not change what it is about. Nothing is kept then.
    """
    words = _worded(reason)
    with change(opened, who, "finding_dismissed") as cursor:
        found = _found(_checked(cursor, agency_code, year), finding_key)
        _require(cursor, who, agency_code, found)
        _keep(cursor, agency_code, year, found, "dismissed", words)


def can_be_mended(found: Found) -> bool:
    """Return whether accepting a finding mends it; if not, a person has to write in the field it is about."""
    return found.finding.rule in MENDS and found.where is not None and found.where.kind == "result"


def _years_rewritten(entry: Entry, found: Found, text: str) -> Entry:
    return _rewritten(entry, found, text, in_buddhist_era(text))


def _name_spelled_right(entry: Entry, found: Found, text: str) -> Entry:
    return _rewritten(entry, found, text, spelled_right(text, found.finding.values["right"]))


def _rewritten(entry: Entry, found: Found, text: str, mended: str) -> Entry:
    role = found.where.role if found.where else ""
    changed: dict[str, Any] = {role: str(getattr(entry, role)).replace(text, mended)}
    return replace(entry, **changed)


def _paper_moved(entry: Entry, _: Found, text: str) -> Entry:
    """Move what names a paper from the outcome to the output; the outcome is left for a person to write."""
    is_there = key(text) in key(entry.output)
    output = entry.output if is_there else "\n".join(filter(None, (entry.output, text)))
    return replace(entry, output=output, outcome=tidy(entry.outcome.replace(text, "", 1)))


MENDS: dict[str, Mend] = {
    "mixed_eras": _years_rewritten,
    "agency_misspelled": _name_spelled_right,
    "outcome_is_output": _paper_moved,
}


def _mend(cursor: duckdb.DuckDBPyConnection, now: Checked, found: Found) -> None:
    where = found.where
    if where is None or where.measure_id is None or where.months is None:
        raise StoreError("finding_gone")
    stored = entry_of(cursor, where.measure_id, where.months)
    if stored is None:
        raise StoreError("finding_gone")
    wanted = stored
    for row in _rows_at(now, found):
        wanted = MENDS[found.finding.rule](wanted, found, tidy(str(getattr(row, where.role) or "")))
    if wanted == stored:
        raise StoreError("finding_gone")
    put_entry(cursor, where.measure_id, where.months, wanted, stored)


def _rows_at(now: Checked, found: Found) -> list[Progress]:
    role = found.where.role if found.where else ""
    return [row for row in now.written.report.progress if row.place_of(role) == found.finding.place]


def _checked(cursor: duckdb.DuckDBPyConnection, agency_code: str, year: int) -> Checked:
    now = checked(cursor, agency_code, year)
    if now is None:
        raise StoreError("finding_gone")
    return now


def _found(now: Checked, finding_key: str) -> Found:
    found = next((each for each in now.findings if each.key == finding_key), None)
    if found is None:
        raise StoreError("finding_gone")
    return found


def _require(cursor: duckdb.DuckDBPyConnection, who: Person, agency_code: str, found: Found) -> None:
    right: Right = "enter" if found.document == "report" else "plan"
    if found.where and found.where.measure_id is not None:
        require_over(cursor, who, right, found.where.measure_id)
    else:
        require(who, right, agency_code)


def _keep(
    cursor: duckdb.DuckDBPyConnection, agency_code: str, year: int, found: Found, choice: Choice, reason: str
) -> None:
    before = found.decision
    if before and (before.choice, before.reason) == (choice, reason):
        raise Unchanged
    about = {"agency_code": agency_code, "fiscal_year_be": year, "finding_key": found.key}
    told = {**about, "decision": choice, "reason": reason}
    if before:
        write(cursor, "finding_redecided", told)
        return
    measure_id = found.where.measure_id if found.where else None
    of_finding = {"measure_id": measure_id, "rule": found.finding.rule, "quote": found.finding.quote}
    write(cursor, "finding_decided", {**told, **of_finding})


def _worded(reason: str) -> str:
    """Return the reason as it is stored: without blanks around it and without NUL, which no text holds."""
    words = tidy(reason)
    if not is_said(words):
        raise StoreError("finding_reason_missing")
    if len(words) > LONGEST_REASON:
        raise StoreError("finding_reason_long", count=len(words), most=LONGEST_REASON)
    return words
