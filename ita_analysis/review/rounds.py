"""Rules about rounds: one that the plan does not have, and one that nobody answers for."""

from __future__ import annotations

from collections.abc import Iterator

from ita_analysis.records import Finding, Report
from ita_analysis.review.rows import of_row, texts_of
from ita_analysis.thai.text import flat, key, to_arabic
from ita_analysis.vocabulary import pattern


def round_not_in_plan(report: Report) -> Iterator[Finding]:
    """Find a round that a result speaks of and the plan of its measure does not have."""
    planned: dict[str, set[int]] = {}
    for measure in report.measures:
        planned.setdefault(key(measure.title), set()).update(measure.rounds_months)
    for progress in report.progress:
        rounds = sorted(planned.get(key(progress.measure), ()))
        for role, text in texts_of(progress):
            for match in pattern("cell", "round").finditer(to_arabic(flat(text))):
                if rounds and int(match[1]) not in rounds:
                    words = flat(text)[match.start() : match.end()]
                    values = {"months": match[1], "planned": ", ".join(map(str, rounds))}
                    yield Finding("round_not_in_plan", "medium", progress.place_of(role), words, values)


def round_without_unit(report: Report) -> Iterator[Finding]:
    """Find a result of a planned measure that names no unit, nor does its plan: nobody answers for the round."""
    unowned = {key(measure.title) for measure in report.measures if not measure.responsible}
    owned = {key(measure.title) for measure in report.measures if measure.responsible}
    for progress in report.progress:
        if not progress.owner and key(progress.measure) in unowned - owned:
            yield of_row("round_without_unit", "medium", progress, "measure", progress.measure)
