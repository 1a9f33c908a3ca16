"""Rules that hold weaknesses, measures and results against each other: what one has and the other lacks."""

from __future__ import annotations

from collections.abc import Iterator

from ita_analysis.records import Finding, Report
from ita_analysis.review.rows import months_of, of_measure, of_row
from ita_analysis.thai.text import key


def weak_indicator_without_measure(report: Report) -> Iterator[Finding]:
    """Find an indicator the agency calls weak and no measure answers."""
    answered = {link.no for measure in report.measures for link in measure.indicators}
    for weakness in report.weaknesses:
        if weakness.indicator_no not in answered:
            values = {"no": str(weakness.indicator_no), "name": weakness.text}
            yield Finding("weak_indicator_without_measure", "high", weakness.place, weakness.text, values)


def measure_without_weak_indicator(report: Report) -> Iterator[Finding]:
    """Find a measure that answers none of the indicators the agency calls weak."""
    weak = {weakness.indicator_no for weakness in report.weaknesses}
    for measure in report.measures if weak else ():
        if not weak & {link.no for link in measure.indicators}:
            answers = ", ".join(str(link.no) for link in measure.indicators)
            yield of_measure("measure_without_weak_indicator", "low", measure, {"answers": answers or "-"})


def urgent_weakness_not_stated(report: Report) -> Iterator[Finding]:
    """Find an analysis that neither names an urgent point nor says that there is none; the plan item asks for both."""
    is_said = any(each.kind == "urgent" for each in report.analysed)
    if report.weaknesses and not is_said:
        names = ", ".join(weakness.text for weakness in report.weaknesses)
        yield Finding("urgent_weakness_not_stated", "medium", report.weaknesses[0].place, names)


def measure_without_result(report: Report) -> Iterator[Finding]:
    """Find a planned measure that the results of a round it is to be reported in leave out."""
    reported: dict[str, set[int | None]] = {}
    for progress in report.progress:
        reported.setdefault(key(progress.measure), set()).add(months_of(report, progress))
    rounds = set().union(*reported.values())
    for measure in report.measures if rounds else ():
        own = reported.get(key(measure.title), set())
        is_dated = measure.rounds_months and None not in rounds
        if (rounds & {*measure.rounds_months}) - own if is_dated else not own:
            yield of_measure("measure_without_result", "high", measure, {})


def result_without_measure(report: Report) -> Iterator[Finding]:
    """Find a result whose measure the plan does not have."""
    planned = {key(measure.title) for measure in report.measures}
    for progress in report.progress:
        if key(progress.measure) not in planned:
            yield of_row("result_without_measure", "medium", progress, "measure", progress.measure)
