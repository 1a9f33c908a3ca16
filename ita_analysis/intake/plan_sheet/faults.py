"""What is wrong in a sheet of a plan: the rules, how grave each is, and the findings as they are collected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from ita_analysis.records import Severity
from ita_analysis.results import Defect, SheetPlace
from ita_analysis.texts import say

# High: nothing is stored until it is mended. Medium and low: stored, and said.
SEVERITY: dict[str, Severity] = {
    "title_missing": "high",
    "title_repeated": "high",
    "title_of_another": "high",
    "measure_unclear": "high",
    "measure_unknown": "high",
    "measure_repeated": "high",
    "round_unknown": "high",
    "rounds_none": "high",
    "item_unclear": "high",
    "item_unknown": "high",
    "item_repeated": "high",
    "item_reason_missing": "high",
    "indicator_unknown": "high",
    "indicators_none": "high",
    "indicator_reason_missing": "high",
    "text_long": "high",
    "formula_unread": "high",
    "no_unclear": "medium",
    "indicators_kept": "medium",
    "column_repeated": "medium",
    "whose_unsaid": "medium",
    "sheet_left_out": "medium",
    "column_missing": "low",
    "column_unknown": "low",
}
_GRAVEST_FIRST = {severity: rank for rank, severity in enumerate(get_args(Severity))}
_LONGEST_QUOTE = 120


@dataclass(frozen=True)
class PlanFinding(Defect):
    """A defect of a sheet of a plan."""

    @property
    def title(self) -> str:
        """Return the defect in words."""
        return say(f"plan_finding.{self.rule}.title", **self.values)

    @property
    def fix(self) -> str:
        """Return what to do in words."""
        return say(f"plan_finding.{self.rule}.fix", **self.values)


class Faults:
    """The findings of one worksheet."""

    def __init__(self, sheet: str | None) -> None:
        """Begin without findings."""
        self.sheet = sheet
        self._found: list[PlanFinding] = []

    def add(
        self, rule: str, row: int | None = None, column_no: int | None = None, quote: str = "", /, **values: object
    ) -> None:
        """Add what a rule has against a place (row and column from 1)."""
        place = SheetPlace(self.sheet, row, column_no)
        self._found.append(PlanFinding(rule, SEVERITY[rule], place, quote[:_LONGEST_QUOTE], values))

    def all(self) -> tuple[PlanFinding, ...]:
        """Return every finding, the gravest first, those of one severity from the top of the sheet down."""
        return tuple(sorted(self._found, key=lambda each: (_GRAVEST_FIRST[each.severity], each.place.row or 0)))
