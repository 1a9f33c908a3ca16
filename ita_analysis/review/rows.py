"""Findings about a row of the plan or of the results, and where in the row."""

from __future__ import annotations

from collections.abc import Iterator

from ita_analysis.records import Finding, Measure, Place, Progress, Report, Severity
from ita_analysis.thai.text import flat

TEXTS = ("detail", "output", "outcome", "note")
_CELLS = (*TEXTS, "evidence", "status")


def of_row(rule: str, severity: Severity, progress: Progress, role: str, quote: str) -> Finding:
    """Return a finding about a cell of a result."""
    return Finding(rule, severity, progress.place_of(role), flat(quote), {"measure": progress.measure})


def of_measure(rule: str, severity: Severity, measure: Measure, values: dict[str, str]) -> Finding:
    """Return a finding about a measure of the plan, which quotes its title."""
    place = measure.place_of("measure")
    return Finding(rule, severity, place, measure.title, {"measure": measure.title, **values})


def months_of(report: Report, progress: Progress) -> int | None:
    """Return the round of a result, in months: its own, else the report's."""
    return progress.round_months or report.round_months


def texts_of(progress: Progress, roles: tuple[str, ...] = TEXTS) -> Iterator[tuple[str, str]]:
    """Yield the texts of a result that hold something, each with its role."""
    for role in roles:
        if text := getattr(progress, role):
            yield role, text


def place_holding(progress: Progress, words: str) -> Place:
    """Return the place of the first cell of a result that holds some words, of its detail where none does."""
    role = next((role for role, text in texts_of(progress, _CELLS) if words in flat(text)), "detail")
    return progress.place_of(role)
