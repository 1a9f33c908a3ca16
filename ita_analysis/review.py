"""The rules that read a report and return findings: each sees one defect, quotes it and proposes a mend."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ita_analysis.records import NOWHERE, Finding, Measure, Progress, Report, Severity
from ita_analysis.thai.dates import short_date
from ita_analysis.thai.fiscal_year import Span, fiscal_year_span, round_span
from ita_analysis.thai.text import flat, key, to_arabic
from ita_analysis.vocabulary import pattern

Rule = Callable[[Report], Iterator[Finding]]
_SHORTEST_CUT_OFF = 40


def review(report: Report) -> tuple[Finding, ...]:
    """Return what the rules find in a report, in the order of the rules."""
    return tuple(finding for rule in RULES.values() for finding in rule(report))


def date_outside_round(report: Report) -> Iterator[Finding]:
    """Find a date of publication that lies outside the days the row reports on."""
    for progress in report.progress:
        span = _days(report, progress)
        for stated in progress.stated_on:
            if span and stated.on not in span:
                values = {"date": short_date(stated.on), "start": short_date(span.start), "end": short_date(span.end)}
                place = progress.place_of(_cell_with(progress, stated.words))
                yield Finding("date_outside_round", "high", place, stated.words, values)


def period_outside_year(report: Report) -> Iterator[Finding]:
    """Find a row whose stated time of work lies outside the fiscal year."""
    year = fiscal_year_span(report.fiscal_year_be)
    for progress in report.progress:
        if progress.period and not year.covers(progress.period):
            words = progress.period_words or ""
            yield Finding("period_outside_year", "high", progress.place_of("period"), words, _year_values(report))


def outcome_is_output(report: Report) -> Iterator[Finding]:
    """Find an outcome that names a paper (a report, an order, a manual) instead of what changed."""
    for progress in report.progress:
        if progress.outcome and pattern("review", "paper_named").match(flat(progress.outcome)):
            yield _of_row("outcome_is_output", "medium", progress, "outcome", progress.outcome)


def output_repeats_title(report: Report) -> Iterator[Finding]:
    """Find an output that only repeats the measure's name."""
    for progress in report.progress:
        if progress.output and key(progress.output) == key(progress.measure):
            yield _of_row("output_repeats_title", "medium", progress, "output", progress.output)


def output_missing(report: Report) -> Iterator[Finding]:
    """Find a row that reports work but leaves the output empty."""
    for progress in report.progress:
        if "output" in progress.columns and progress.detail and not progress.output:
            yield _of_row("output_missing", "medium", progress, "output", progress.measure)


def round_not_in_plan(report: Report) -> Iterator[Finding]:
    """Find a round that a result speaks of and the plan of its measure does not have."""
    planned: dict[str, set[int]] = {}
    for measure in report.measures:
        planned.setdefault(key(measure.title), set()).update(measure.rounds_months)
    for progress in report.progress:
        rounds = sorted(planned.get(key(progress.measure), ()))
        for role in ("detail", "output", "outcome", "note"):
            for match in pattern("cell", "round").finditer(to_arabic(flat(getattr(progress, role) or ""))):
                if rounds and int(match[1]) not in rounds:
                    words = flat(getattr(progress, role))[match.start() : match.end()]
                    values = {"months": match[1], "planned": ", ".join(map(str, rounds))}
                    yield Finding("round_not_in_plan", "medium", progress.place_of(role), words, values)


def agency_spelled_two_ways(report: Report) -> Iterator[Finding]:
    """Find a document that spells its own agency in more than one way."""
    wrong = [fact for fact in report.spellings if fact.words != report.agency.name]
    if wrong and len(report.spellings) > 1:
        values = {"right": report.agency.name, "wrong": ", ".join(fact.words for fact in wrong)}
        yield Finding("agency_spelled_two_ways", "low", wrong[0].place, wrong[0].words, values)


def cut_off_text(report: Report) -> Iterator[Finding]:
    """Find a guideline, step or result that stops in mid-sentence."""
    for measure in report.measures:
        for role, texts in (("guideline", measure.guidelines), ("step", measure.steps)):
            for text in texts:
                if is_cut_off(text):
                    yield Finding("cut_off_text", "medium", measure.place_of(role), text, {"ending": _ending(text)})
    for progress in report.progress:
        for role in ("detail", "outcome"):
            text = getattr(progress, role)
            if text and is_cut_off(text):
                yield Finding("cut_off_text", "medium", progress.place_of(role), text, {"ending": _ending(text)})


def missing_approver(report: Report) -> Iterator[Finding]:
    """Find a report that nobody approves."""
    if not any(
        person.name and pattern("signature", "approver").match(person.role or "") for person in report.signatories
    ):
        signed = [person for person in report.signatories if person.name]
        quote = ", ".join(f"{person.role or ''} {person.name}".strip() for person in signed)
        yield Finding("missing_approver", "medium", signed[-1].place if signed else NOWHERE, quote)


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
            yield _of_measure("measure_without_weak_indicator", "low", measure, {"answers": answers or "-"})


def urgent_weakness_not_stated(report: Report) -> Iterator[Finding]:
    """Find an analysis that names points to develop but no urgent one, though the plan item asks for both."""
    if report.weaknesses and not any(weakness.kind == "urgent" for weakness in report.weaknesses):
        names = ", ".join(weakness.text for weakness in report.weaknesses)
        yield Finding("urgent_weakness_not_stated", "medium", report.weaknesses[0].place, names)


def measure_without_result(report: Report) -> Iterator[Finding]:
    """Find a planned measure that a report of results leaves out."""
    reported = {key(progress.measure) for progress in report.progress}
    for measure in report.measures if reported else ():
        if key(measure.title) not in reported:
            yield _of_measure("measure_without_result", "high", measure, {})


def result_without_measure(report: Report) -> Iterator[Finding]:
    """Find a result whose measure the plan does not have."""
    planned = {key(measure.title) for measure in report.measures}
    for progress in report.progress:
        if key(progress.measure) not in planned:
            yield _of_row("result_without_measure", "medium", progress, "measure", progress.measure)


def row_repeated(report: Report) -> Iterator[Finding]:
    """Find a row of results that stands twice; it is counted once."""
    for row in report.repeated:
        yield Finding("row_repeated", "low", row.place, row.text)


RULES: dict[str, Rule] = {
    rule.__name__: rule
    for rule in (
        weak_indicator_without_measure, date_outside_round, period_outside_year, measure_without_result,
        outcome_is_output, output_repeats_title, output_missing, round_not_in_plan, cut_off_text, missing_approver,
        urgent_weakness_not_stated, result_without_measure, measure_without_weak_indicator, agency_spelled_two_ways,
        row_repeated,
    )
}  # fmt: skip
NAMING = frozenset({"missing_approver"})  # rules whose quotes hold the names of people


def is_cut_off(text: str) -> bool:
    """Return whether a text stops where its sentence goes on: after a joining word, a bare verb, an open bracket."""
    words = re.sub(f"^{pattern('cell', 'ordinal_marker').pattern}", "", to_arabic(flat(text)))
    if words.count("(") > words.count(")"):
        return True
    if pattern("review", "finished_end").search(words):
        return False
    is_long = len(words) >= _SHORTEST_CUT_OFF
    return bool(
        pattern("review", "unfinished_end").search(words) or (is_long and pattern("review", "bare_end").search(words))
    )


def _days(report: Report, progress: Progress) -> Span | None:
    months = progress.round_months or report.round_months
    return progress.period or (round_span(report.fiscal_year_be, months) if months else None)


def _cell_with(progress: Progress, words: str) -> str:
    roles = ("detail", "output", "outcome", "note", "evidence", "status")
    return next((role for role in roles if words in flat(getattr(progress, role) or "")), "detail")


def _ending(text: str) -> str:
    return "…" + re.sub(r"^\S*\s", "", flat(text)[-30:])


def _year_values(report: Report) -> dict[str, str]:
    return {"fiscal_year_be": str(report.fiscal_year_be)}


def _of_row(rule: str, severity: Severity, progress: Progress, role: str, quote: str) -> Finding:
    return Finding(rule, severity, progress.place_of(role), flat(quote), {"measure": progress.measure})


def _of_measure(rule: str, severity: Severity, measure: Measure, values: dict[str, str]) -> Finding:
    place = measure.place_of("measure")
    return Finding(rule, severity, place, measure.title, {"measure": measure.title, **values})
