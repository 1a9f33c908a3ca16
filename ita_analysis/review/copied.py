"""Rules about words that stand in an earlier report already: those of the last round, and those of the year before."""

from __future__ import annotations

from collections.abc import Iterator

from ita_analysis.records import Finding, Progress, Report
from ita_analysis.review.beside import Beside
from ita_analysis.review.rows import months_of, of_row, texts_of
from ita_analysis.thai.text import key

_SAID = ("detail", "outcome")  # an output may well be the same paper again
_SHORTEST = 20  # letters; shorter words are said twice by chance


def copied_from_last_round(report: Report) -> Iterator[Finding]:
    """Find a result in the very words of the same measure in an earlier round of the year."""
    dated = [(months, each) for each in report.progress if (months := months_of(report, each))]
    for months, progress in dated:
        before = [
            (other, each) for other, each in dated if other < months and key(each.measure) == key(progress.measure)
        ]
        for role, text in texts_of(progress, _SAID):
            same = [other for other, each in before if _is_copy(text, getattr(each, role))]
            if same:
                yield _of_source("copied_from_last_round", progress, role, {"before": str(max(same))})


def copied_from_last_year(report: Report, beside: Beside) -> Iterator[Finding]:
    """Find a result in the very words of a result of the year before."""
    if not beside.last_year:
        return
    said = {key(text) for each in beside.last_year.progress for _, text in texts_of(each, _SAID)}
    year = str(beside.last_year.fiscal_year_be)
    for progress in report.progress:
        for role, text in texts_of(progress, _SAID):
            if len(key(text)) >= _SHORTEST and key(text) in said:
                yield _of_source("copied_from_last_year", progress, role, {"before": year})


def _is_copy(text: str, earlier: str | None) -> bool:
    return len(key(text)) >= _SHORTEST and key(text) == key(earlier or "")


def _of_source(rule: str, progress: Progress, role: str, source: dict[str, str]) -> Finding:
    found = of_row(rule, "medium", progress, role, getattr(progress, role))
    return Finding(found.rule, found.severity, found.place, found.quote, {**found.values, **source})
