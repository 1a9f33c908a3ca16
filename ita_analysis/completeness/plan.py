"""How each part of the plan is looked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, get_args

from ita_analysis.completeness.looking import (
    in_analysis,
    in_plan,
    named,
    of_each_measure,
    printed_score,
    sentence,
)
from ita_analysis.completeness.part import Answer, Reason
from ita_analysis.records import Measure, Report, WeaknessKind
from ita_analysis.review import Beside
from ita_analysis.texts import say
from ita_analysis.thai.text import to_arabic
from ita_analysis.vocabulary import words

Check = Callable[[Report, Beside], Answer]


def prior_year_result(report: Report, beside: Beside) -> Answer:
    """Look for last year's result: scores in the document, else an analysis alone, else a score that is stored."""
    for weakness in report.weaknesses:
        if weakness.score is not None:
            scored = f"{weakness.text} {weakness.score:.2f}"
            quote = sentence(weakness, report)
            return Answer("found", quote if f"{weakness.score:g}" in to_arabic(quote) else scored, weakness.place)
    if said := printed_score(report):
        return Answer("found", *said)
    for named_or_none in report.analysed:
        return Answer("doubtful", sentence(named_or_none, report), named_or_none.place, "no_scores")
    if beside.prior_score is not None:
        return Answer("doubtful", reason="total_alone", values={"score": f"{beside.prior_score:.2f}"})
    return Answer("missing", reason="no_analysis")


def urgent_weaknesses(report: Report, _: Beside) -> Answer:
    """Look for a weakness that the document calls urgent."""
    return _of_kind(report, "urgent", "no_urgent")


def develop_issues(report: Report, _: Beside) -> Answer:
    """Look for an issue that the document calls one to develop."""
    return _of_kind(report, "develop", "no_develop")


def analysis_into_practice(report: Report, _: Beside) -> Answer:
    """Look for measures that answer the weaknesses of the analysis; where nothing is weak, for what they uphold."""
    if _is_without_weakness(report):
        return _upheld(report)
    if not (report.weaknesses and report.measures):
        return Answer("missing", reason="nothing_to_link")
    answering = {link.no: (measure, link) for measure in reversed(report.measures) for link in measure.indicators}
    answered = [weak for weak in report.weaknesses if weak.indicator_no in answering]
    if not answered:
        return Answer("missing", reason="nothing_answers")
    measure, link = answering[answered[0].indicator_no]
    shown = Answer("found", f"{measure.title} → {answered[0].text}", measure.place_of("measure"))
    open_ones = [weak.text for weak in report.weaknesses if weak.indicator_no not in answering]
    if open_ones:
        return Answer("doubtful", shown.quote, shown.place, "weak_unanswered", {"names": named(open_ones)})
    if link.basis == "wording":
        return Answer("doubtful", shown.quote, shown.place, "link_guessed")
    return shown


def measures(report: Report, _: Beside) -> Answer:
    """Look for measures."""
    if not report.measures:
        return Answer("missing", reason="no_measures")
    first, count = report.measures[0], len(report.measures)
    shown = Answer("found", first.title, first.place_of("measure"))
    return replace(shown, reason="counted", values={"count": count}) if count > 1 else shown


def measure_issue(report: Report, _: Beside) -> Answer:
    """Look for the issue that each measure is to develop."""
    return of_each_measure(report, "measure", _issue)


def responsible(report: Report, _: Beside) -> Answer:
    """Look for who answers for each measure."""
    return of_each_measure(report, "responsible", lambda measure: measure.responsible or "")


def steps(report: Report, _: Beside) -> Answer:
    """Look for the steps of each measure, or the way it is done."""
    return of_each_measure(report, "step", lambda measure: next(iter((*measure.steps, *measure.guidelines)), ""))


def timeframe(report: Report, _: Beside) -> Answer:
    """Look for the time of each measure."""
    return of_each_measure(report, "timeframe", lambda measure: measure.timeframe or "")


def follow_up(report: Report, _: Beside) -> Answer:
    """Look for how each measure is followed up, in words or as the rounds it is to be reported in."""
    return of_each_measure(report, "follow_up", lambda measure: measure.follow_up or _rounds(measure))


def chosen_indicator(report: Report, _: Beside) -> Answer:
    """Look for the one indicator that the agency chose: the weak one, or where none is weak that of its measures."""
    if _is_without_weakness(report):
        chosen = {link.no for measure in report.measures for link in measure.indicators if link.basis != "wording"}
        shown = _upheld(report)
        return replace(shown, **_many(len(chosen))) if len(chosen) > 1 else shown
    if not report.weaknesses:
        return Answer("missing", reason="no_analysis")
    first = report.weaknesses[0]
    if len(report.weaknesses) > 1:
        return Answer(quote=sentence(first, report), place=first.place, **_many(len(report.weaknesses)))
    return Answer("found", sentence(first, report), first.place)


def theme(name: str) -> Check:
    """Return how the analysis of a theme is looked for: by its words in the analysis, else in the plan."""

    def look(report: Report, _: Beside) -> Answer:
        if said := in_analysis(report, name):
            return Answer("found", *said)
        if said := in_plan(report, name):
            return Answer("doubtful", *said, reason="only_in_plan")
        return Answer("missing", reason="not_mentioned")

    return look


PLAN: dict[str, Check] = {
    each.__name__: each
    for each in (
        prior_year_result, urgent_weaknesses, develop_issues, analysis_into_practice, measures, measure_issue,
        responsible, steps, timeframe, follow_up, chosen_indicator,
    )
}  # fmt: skip
THEMES: dict[str, Check] = {name: theme(name) for name in words("completeness") if name.startswith("theme_")}


def _of_kind(report: Report, kind: WeaknessKind, lacking: Reason) -> Answer:
    for said in report.analysed:
        if said.kind == kind:
            shown = Answer("found", sentence(said, report), said.place)
            own = [each for each in report.weaknesses if each.kind == kind]
            if len({each.place for each in own}) < 2:
                return shown
            names = named([each.text for each in own])
            return replace(shown, reason="all_named", values={"count": len(own), "names": names})
    return Answer("missing", reason=lacking if report.analysed else "no_analysis")


def _many(count: int) -> dict[str, Any]:
    return {"state": "doubtful", "reason": "many_chosen", "values": {"count": count}}


def _is_without_weakness(report: Report) -> bool:
    """Return whether the analysis says of both kinds that there is no weak indicator."""
    return not report.weaknesses and {each.kind for each in report.none_stated} == {*get_args(WeaknessKind)}


def _upheld(report: Report) -> Answer:
    """Return the first measure that says on somebody's word which indicator it is for; a guess leaves a doubt."""
    if not report.measures:
        return Answer("missing", reason="no_measures")
    linked = [(measure, link) for measure in report.measures for link in measure.indicators]
    if not linked:
        return Answer("doubtful", report.measures[0].title, report.measures[0].place_of("measure"), "none_weak")
    measure, link = min(linked, key=lambda pair: pair[1].basis == "wording")
    quote = f"{measure.title} → {say('completeness.indicator', no=link.no)}"
    state, reason = ("doubtful", "link_guessed") if link.basis == "wording" else ("found", "upheld")
    return Answer(state, quote, measure.place_of("measure"), reason)  # type: ignore[arg-type]


def _issue(measure: Measure) -> str:
    sure = [link for link in measure.indicators if link.basis != "wording"]
    return ", ".join(say("completeness.indicator", no=link.no) for link in sure)


def _rounds(measure: Measure) -> str:
    months = ", ".join(map(str, measure.rounds_months))
    return say("completeness.rounds", months=months) if months else ""
