"""What readers decide about the rule of weakness of an assessed year: each with its reason, and every change kept."""

from __future__ import annotations

from decimal import Decimal

import duckdb

from ita_analysis.errors import StoreError
from ita_analysis.people import Person, require
from ita_analysis.scoring import WeaknessRule, default_rule
from ita_analysis.store.changing import Unchanged, change
from ita_analysis.store.statements import find, write
from ita_analysis.store.worded import is_said, tidy

LONGEST_REASON = 2000
DEFAULT = 0  # what a reader saw of a rule that nobody has changed


def set_rule(
    opened: duckdb.DuckDBPyConnection,
    fiscal_year_be: int,
    rule: WeaknessRule | None,
    reason: str,
    *,
    seen: int,
    who: Person,
) -> None:
    """Put a rule in the place of the one that was seen; None puts the framework's default back.

    `seen` is the number of the latest change that the reader saw, DEFAULT where there was none. Raises StoreError
    where the reason is blank or too long, or the rule was changed meanwhile; nothing is kept then. The same limits
    with the same reason again, and the default in the place of itself, are no change.
    """
    require(who, "bring")
    words = _worded(reason)
    with change(opened, who, "rule_set") as cursor:
        change_id, limits, said = _stored(cursor, fiscal_year_be)
        if change_id != seen:
            raise StoreError("rule_changed_meanwhile", year=fiscal_year_be)
        wanted = _limits(rule)
        if wanted == limits and (rule is None or words == said):
            raise Unchanged
        named = dict(zip(("urgent_below", "develop_below", "good_below"), wanted, strict=True))
        write(cursor, "weakness_rule_change", {"fiscal_year_be": fiscal_year_be, "reason": words, **named})


def rule_that_holds(cursor: duckdb.DuckDBPyConnection, fiscal_year_be: int) -> WeaknessRule | None:
    """Return the rule of an assessed year: the readers' own where they set one, else the default of the framework."""
    _, limits, _ = _stored(cursor, fiscal_year_be)
    own = [Decimal(each) for each in limits if each is not None]
    return WeaknessRule(*own) if own else default_rule(fiscal_year_be)


def _stored(cursor: duckdb.DuckDBPyConnection, fiscal_year_be: int) -> tuple[int, tuple[str | None, ...], str]:
    """Return the latest change: its number, its limits, its reason."""
    for change_id, urgent, develop, good, reason, _ in find(
        cursor, "rule_changes_of_year", fiscal_year_be=fiscal_year_be
    ):
        limits = tuple(None if each is None else str(each) for each in (urgent, develop, good))
        return int(str(change_id)), limits, str(reason)
    return DEFAULT, (None, None, None), ""


def _limits(rule: WeaknessRule | None) -> tuple[str | None, ...]:
    if rule is None:
        return (None, None, None)
    return tuple(f"{each:.2f}" for each in (rule.urgent_below, rule.develop_below, rule.good_below))


def _worded(reason: str) -> str:
    """Return the reason as it is stored."""
    words = tidy(reason)
    if not is_said(words):
        raise StoreError("rule_reason_missing")
    if len(words) > LONGEST_REASON:
        raise StoreError("rule_reason_long", count=len(words), most=LONGEST_REASON)
    return words
