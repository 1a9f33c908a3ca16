"""What analysts decide about links "measure answers indicator": each with its reason, and every change kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

import duckdb

from ita_analysis.errors import StoreError
from ita_analysis.people import Person
from ita_analysis.records import Basis
from ita_analysis.store.changing import Unchanged, change
from ita_analysis.store.rights import require_over
from ita_analysis.store.statements import find, write
from ita_analysis.store.worded import is_said, tidy

LONGEST_REASON = 2000
Action = Literal["confirmed", "added", "removed"]


@dataclass(frozen=True)
class SeenLink:
    """A link as a reader saw it: on whose word, and why."""

    basis: Basis
    reason: str


@dataclass(frozen=True)
class _Pair:
    """A measure and an indicator: whether its year has that indicator, and the link that is stored."""

    measure_id: int
    indicator_no: int
    has_indicator: bool
    stored: SeenLink | None

    @property
    def numbers(self) -> dict[str, object]:
        return {"measure_id": self.measure_id, "indicator_no": self.indicator_no}


def set_link(
    opened: duckdb.DuckDBPyConnection,
    measure_id: int,
    indicator_no: int,
    reason: str,
    *,
    seen: SeenLink | None,
    who: Person,
) -> None:
    """Add a link, or confirm or re-word the one that was seen, on the analyst's word.

    Raises StoreError where the reason is blank or too long, the measure or indicator is unknown, or the stored link is
    not the one that was seen; nothing is kept then. An analyst's link with the same reason again is no change.
    """
    words = _worded(reason)
    with change(opened, who, "link_set") as cursor:
        pair = _pair(cursor, measure_id, indicator_no, who)
        if not pair.has_indicator:
            raise StoreError("link_unknown")
        _refuse_stale(pair, seen)
        if pair.stored == SeenLink("analyst", words):
            raise Unchanged
        write(cursor, "link_set" if pair.stored else "link_added", {**pair.numbers, "reason": words})
        _keep(cursor, pair, "confirmed" if pair.stored else "added", words)


def remove_link(
    opened: duckdb.DuckDBPyConnection,
    measure_id: int,
    indicator_no: int,
    reason: str,
    *,
    seen: SeenLink | None,
    who: Person,
) -> None:
    """Remove the link that was seen; why, and what it said, stays in the history.

    Raises StoreError as `set_link` does, and where there is no link. A link to an indicator that the year does not
    have, which a document may claim, can be removed.
    """
    words = _worded(reason)
    with change(opened, who, "link_removed") as cursor:
        pair = _pair(cursor, measure_id, indicator_no, who)
        if not (pair.has_indicator or pair.stored or seen):
            raise StoreError("link_unknown")
        _refuse_stale(pair, seen)
        if pair.stored is None:
            raise _changed_meanwhile(pair)
        write(cursor, "link_removed", pair.numbers)
        _keep(cursor, pair, "removed", words)


def _worded(reason: str) -> str:
    """Return the reason as it is stored."""
    words = tidy(reason)
    if not is_said(words):
        raise StoreError("link_reason_missing")
    if len(words) > LONGEST_REASON:
        raise StoreError("link_reason_long", count=len(words), most=LONGEST_REASON)
    return words


def _pair(cursor: duckdb.DuckDBPyConnection, measure_id: int, indicator_no: int, who: Person) -> _Pair:
    numbers = (int(measure_id), int(indicator_no))  # a table of answers holds numbers that DuckDB does not take
    require_over(cursor, who, "plan", numbers[0])
    for has_indicator, basis, reason in find(cursor, "stored_link", measure_id=numbers[0], indicator_no=numbers[1]):
        stored = None if basis is None else SeenLink(cast("Basis", basis), str(reason))
        return _Pair(*numbers, bool(has_indicator), stored)
    raise StoreError("link_unknown")


def _refuse_stale(pair: _Pair, seen: SeenLink | None) -> None:
    if pair.stored != seen:
        raise _changed_meanwhile(pair)


def _changed_meanwhile(pair: _Pair) -> StoreError:
    return StoreError("link_changed_meanwhile", indicator_no=pair.indicator_no)


def _keep(cursor: duckdb.DuckDBPyConnection, pair: _Pair, action: Action, words: str) -> None:
    """Add a change to the history of links."""
    before = pair.stored
    told = {"basis_before": before.basis, "reason_before": before.reason} if before else {}
    row = {"basis_before": None, "reason_before": None, **told, **pair.numbers, "action": action, "reason": words}
    write(cursor, "link_change", row)
