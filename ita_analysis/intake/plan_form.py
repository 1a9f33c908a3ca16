"""The form of a measure's plan: what its fields show of a plan, and the plan that its fields say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ita_analysis.entries import Plan

LINES = ("title", "responsible", "follow_up", "timeframe", "budget", "success_indicator")
LISTS = ("guidelines", "steps")
ROUNDS, ITEMS, INDICATORS, WHY = "rounds", "items", "indicators", "why"


def shown(plan: Plan | None, indicator: str = "", rounds: tuple[int, ...] = ()) -> dict[str, str]:
    """Return the text of each field of a plan, or of a new one that answers an indicator in some rounds."""
    of = plan or Plan("", rounds_months=rounds)
    fields = {name: str(getattr(of, name)) for name in LINES}
    fields |= {name: "\n".join(" ".join(words.split()) for words in getattr(of, name)) for name in LISTS}
    fields |= {ROUNDS: ",".join(map(str, of.rounds_months)), ITEMS: ",".join(of.items), INDICATORS: indicator, WHY: ""}
    return fields | {item_field(code): reason for code, reason in of.items.items()}


def read(fields: Mapping[str, str], seen: Plan | None) -> Plan:
    """Return the plan that the fields say; a list that nobody touched stays as it was seen, line by line."""
    before = shown(seen)

    def lines_of(name: str, of: tuple[str, ...]) -> tuple[str, ...]:
        return of if fields.get(name, "") == before[name] else tuple(fields.get(name, "").splitlines())

    said: dict[str, Any] = {name: fields.get(name, "") for name in LINES}
    return replace(
        seen or Plan(""),
        **said,
        guidelines=lines_of("guidelines", seen.guidelines if seen else ()),
        steps=lines_of("steps", seen.steps if seen else ()),
        rounds_months=tuple(int(months) for months in chosen(fields, ROUNDS)),
        items={code: fields.get(item_field(code), "") for code in chosen(fields, ITEMS)},
    )


def answered(fields: Mapping[str, str]) -> dict[int, str]:
    """Return the indicators that a new measure is to answer, each with the reason."""
    return {int(no): fields.get(WHY, "") for no in chosen(fields, INDICATORS)}


def chosen(fields: Mapping[str, str], name: str) -> list[str]:
    """Return the codes that a field of several says."""
    return [code for code in fields.get(name, "").split(",") if code]


def item_field(code: str) -> str:
    """Return the name of the field that says why a measure answers an item."""
    return f"item_{code}"
