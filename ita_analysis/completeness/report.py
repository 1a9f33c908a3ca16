"""How each part of the report of results is looked for."""

from __future__ import annotations

import re

from ita_analysis.completeness.looking import named
from ita_analysis.completeness.part import Answer, Reason
from ita_analysis.completeness.plan import Check
from ita_analysis.records import Place, Progress, Report
from ita_analysis.review import Beside
from ita_analysis.review.rows import place_holding
from ita_analysis.thai.fiscal_year import fiscal_year_span
from ita_analysis.thai.text import flat, key, to_arabic

_NO_RESULTS = Answer("missing", reason="no_results")


def traceable_to_plan(report: Report, _: Beside) -> Answer:
    """Look for a result of every planned measure, under its name."""
    if not report.progress:
        return _NO_RESULTS
    if not report.measures:
        return Answer("doubtful", *_shown(report.progress[0], "measure"), reason="no_plan_beside")
    reported = {key(progress.measure) for progress in report.progress}
    planned = {key(measure.title) for measure in report.measures}
    lacking = [measure.title for measure in report.measures if key(measure.title) not in reported]
    place = report.progress[0].place_of("measure")
    if lacking:
        return Answer("missing", "", place, "without_result", {"names": named(lacking)})
    beyond = list(dict.fromkeys(each.measure for each in report.progress if key(each.measure) not in planned))
    if beyond:
        return Answer("doubtful", beyond[0], place, "not_in_plan", {"names": named(beyond)})
    return Answer("found", flat(report.progress[0].measure), place, "each_reported", {"count": len(planned)})


def concrete_action(report: Report, _: Beside) -> Answer:
    """Look for work that was done: other words than the plan's, with a number, a day or evidence."""
    told = [progress for progress in report.progress if progress.detail]
    if not told:
        return _NO_RESULTS
    planned = {key(text) for each in report.measures for text in (each.title, *each.guidelines, *each.steps)}
    vague = [each for each in told if not _is_concrete(each, planned)]
    if not vague:
        return Answer("found", *_shown(told[0], "detail"))
    reason: Reason = "like_plan" if any(key(each.detail or "") in planned for each in vague) else "vague"
    values = {"count": len(vague), "total": len(told), "names": named([each.measure for each in vague])}
    return Answer("doubtful", *_shown(vague[0], "detail"), reason, values)


def current_fiscal_year(report: Report, _: Beside) -> Answer:
    """Look for days and spans of work that lie within the fiscal year."""
    if not report.progress:
        return _NO_RESULTS
    year = fiscal_year_span(report.fiscal_year_be)
    about = {"year": report.fiscal_year_be}
    for progress in report.progress:
        for stated in progress.stated_on:
            if stated.on not in year:
                return Answer("doubtful", stated.words, place_holding(progress, stated.words), "day_outside", about)
    spans = [each for each in report.progress if each.period]
    outside = [each for each in spans if each.period and not year.covers(each.period)]
    if outside:
        return Answer("doubtful", outside[0].period_words or "", outside[0].place_of("period"), "day_outside", about)
    if spans:
        return Answer("found", spans[0].period_words or "", spans[0].place_of("period"))
    for progress in report.progress:
        for stated in progress.stated_on:
            return Answer("found", stated.words, place_holding(progress, stated.words))
    return Answer("doubtful", *_shown(report.progress[0], "detail"), reason="no_day")


def prior_year_measures(report: Report, _: Beside) -> Answer:
    """Look for results of measures that the plan of their own year has, which is the year before the assessment."""
    if not report.progress:
        return _NO_RESULTS
    if not report.measures:
        return Answer("doubtful", *_shown(report.progress[0], "measure"), reason="no_plan_beside")
    planned = {key(measure.title) for measure in report.measures}
    own = [each for each in report.progress if key(each.measure) in planned]
    if not own:
        values = {"year": report.fiscal_year_be}
        return Answer("missing", *_shown(report.progress[0], "measure"), reason="not_of_own_plan", values=values)
    return Answer("found", *_shown(own[0], "measure"))


def result(report: Report, _: Beside) -> Answer:
    """Look for what a measure brought about."""
    for role in ("outcome", "output", "detail"):
        for progress in report.progress:
            if getattr(progress, role):
                return Answer("found", *_shown(progress, role))
    return _NO_RESULTS


REPORT: dict[str, Check] = {
    each.__name__: each
    for each in (traceable_to_plan, concrete_action, current_fiscal_year, prior_year_measures, result)
}


def _is_concrete(progress: Progress, planned: set[str]) -> bool:
    if key(progress.detail or "") in planned:
        return False
    said = to_arabic(f"{progress.detail or ''} {progress.output or ''}")
    return bool(progress.stated_on or progress.evidence or re.search(r"\d", said))


def _shown(progress: Progress, role: str) -> tuple[str, Place]:
    return flat(getattr(progress, role) or ""), progress.place_of(role)
