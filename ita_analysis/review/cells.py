"""Rules about the cells of a result: what stands in the wrong one, says nothing, or counts without a base."""

from __future__ import annotations

from collections.abc import Iterator

from ita_analysis.records import Finding, Report
from ita_analysis.review.rows import of_row, texts_of
from ita_analysis.thai.text import flat, key, to_arabic
from ita_analysis.vocabulary import pattern


def outcome_is_output(report: Report) -> Iterator[Finding]:
    """Find an outcome that names a paper (a report, an order, a manual) instead of what changed."""
    for progress in report.progress:
        if progress.outcome and pattern("review", "paper_named").match(flat(progress.outcome)):
            yield of_row("outcome_is_output", "medium", progress, "outcome", progress.outcome)


def output_repeats_title(report: Report) -> Iterator[Finding]:
    """Find an output that only repeats the measure's name."""
    for progress in report.progress:
        if progress.output and key(progress.output) == key(progress.measure):
            yield of_row("output_repeats_title", "medium", progress, "output", progress.output)


def output_missing(report: Report) -> Iterator[Finding]:
    """Find a row that reports work but leaves the output empty."""
    for progress in report.progress:
        if "output" in progress.columns and progress.detail and not progress.output:
            yield of_row("output_missing", "medium", progress, "output", progress.measure)


def outcome_missing(report: Report) -> Iterator[Finding]:
    """Find a row that reports work, or what it made, but leaves empty what changed by it."""
    for progress in report.progress:
        if "outcome" in progress.columns and (progress.detail or progress.output) and not progress.outcome:
            yield of_row("outcome_missing", "medium", progress, "outcome", progress.measure)


def percent_without_base(report: Report) -> Iterator[Finding]:
    """Find a percentage whose cell counts nothing and whose row never says "so many of so many"."""
    for progress in report.progress:
        cells = {role: flat(text) for role, text in texts_of(progress)}
        if pattern("review", "base_of_row").search(to_arabic(" ".join(cells.values()))):
            continue
        for role, words in cells.items():
            # Digits are one letter for one letter, so that places in the one text are places in the other.
            found = pattern("review", "percent").search(to_arabic(words))
            if found and not pattern("review", "base_of_percent").search(to_arabic(words)):
                yield of_row("percent_without_base", "low", progress, role, words[found.start() : found.end()])
