"""The rules by which a sheet is faulted, how grave each is, and the findings of one sheet as they are collected."""

from __future__ import annotations

from collections import Counter
from typing import get_args

from ita_analysis.intake.sheets.cells import shown
from ita_analysis.intake.sheets.grid import Cell
from ita_analysis.records import Severity
from ita_analysis.results import SheetFinding, SheetPlace

# High: nothing is stored until it is mended. Medium and low: stored, and said.
SEVERITY: dict[str, Severity] = {
    "score_out_of_range": "high",
    "text_in_score": "high",
    "formula_error": "high",
    "result_repeated": "high",
    "score_repeated": "high",
    "agency_missing": "high",
    "agency_not_a_name": "high",
    "agency_column_missing": "high",
    "indicator_unknown": "high",
    "item_unknown": "high",
    "instrument_unknown": "high",
    "year_missing": "high",
    "year_unclear": "high",
    "year_without_framework": "high",
    "form_unclear": "high",
    "scale_unclear": "high",
    "no_score_column": "high",
    "no_scores": "high",
    "formula_not_calculated": "medium",
    "total_differs": "medium",
    "part_differs": "medium",
    "grade_differs": "medium",
    "grade_unknown": "medium",
    "agency_kind_unknown": "medium",
    "score_unnamed": "medium",
    "column_repeated": "medium",
    "sheet_left_out": "medium",
    "agency_namesakes": "low",
    "unknown_column": "low",
    "column_left_out": "low",
    "row_without_scores": "low",
    "summary_left_out": "low",
    "row_left_out": "low",
    "more_places": "low",
}
RULES = tuple(SEVERITY)
_GRAVEST_FIRST = {severity: rank for rank, severity in enumerate(get_args(Severity))}
_MOST_OF_A_RULE = 100
_LONGEST_QUOTE = 120


class Faults:
    """The findings of one worksheet, gravest first; of one rule the first hundred, and how many more there are."""

    def __init__(self, sheet: str | None) -> None:
        """Begin without findings."""
        self.sheet = sheet
        self._found: list[SheetFinding] = []
        self._counts: Counter[str] = Counter()

    def add(
        self, rule: str, row: int | None = None, column_no: int | None = None, cell: Cell = "", /, **values: object
    ) -> None:
        """Add what a rule has against a place (row and column from 1)."""
        self._counts[rule] += 1
        if self._counts[rule] <= _MOST_OF_A_RULE:
            place = SheetPlace(self.sheet, row, column_no)
            self._found.append(SheetFinding(rule, SEVERITY[rule], place, shown(cell)[:_LONGEST_QUOTE], values))

    def has(self, rule: str) -> bool:
        """Return whether a rule has anything against the sheet."""
        return self._counts[rule] > 0

    @property
    def is_grave(self) -> bool:
        """Return whether anything found so far keeps the sheet from being stored."""
        return any(found.severity == "high" for found in self._found)

    def all(self) -> tuple[SheetFinding, ...]:
        """Return every finding."""
        gravest = sorted(self._found, key=lambda found: _GRAVEST_FIRST[found.severity])
        return (
            *gravest,
            *(
                self._more(rule, count - _MOST_OF_A_RULE)
                for rule, count in self._counts.items()
                if count > _MOST_OF_A_RULE
            ),
        )

    def _more(self, rule: str, count: int) -> SheetFinding:
        first = next(found for found in self._found if found.rule == rule)
        return SheetFinding("more_places", "low", SheetPlace(self.sheet), "", {"count": count, "title": first.title})
