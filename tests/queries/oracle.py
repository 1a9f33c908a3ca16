"""A slow second way to the numbers that matter: plain Python over what was stored, written without the SQL."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ita_analysis.records import Measure, Progress, Report

Judged = Mapping[tuple[str, int, int], str]  # title, step, round -> state


@dataclass(frozen=True)
class RoundState:
    """How one measure stands in one round."""

    round_months: int
    starts_on: date
    ends_on: date
    step_count: int
    done_count: int
    not_done_count: int
    not_stated_count: int
    result_count: int
    evidence_count: int
    outside_count: int
    status: str


def last_day(year: int, months: int) -> date:
    """Return the last day of a round, counted month by month from October."""
    christian = year - 543
    ends = {3: (christian - 1, 12, 31), 6: (christian, 3, 31), 9: (christian, 6, 30), 12: (christian, 9, 30)}
    return date(*ends[months])


def round_states(reports: Sequence[Report], judged: Judged) -> dict[tuple[str, int], RoundState]:
    """Return the state of each measure in each round that a plan or a result names, from reports in stored order."""
    plans: dict[str, Measure] = {}
    for report in reports:
        for measure in report.measures:
            plans.setdefault(measure.title, measure)
    results = _shown(reports)
    pairs = {(title, months) for title, plan in plans.items() for months in plan.rounds_months} | set(results)
    year = reports[0].fiscal_year_be
    return {
        (title, months): _state(plans.get(title), results.get((title, months), []), months, year, judged, title)
        for title, months in pairs
    }


def _shown(reports: Sequence[Report]) -> dict[tuple[str, int], list[Progress]]:
    """Return the results of the last report that has any, for each measure and round."""
    shown: dict[tuple[str, int], list[Progress]] = {}
    for report in reports:
        own: dict[tuple[str, int], list[Progress]] = {}
        for progress in report.progress:
            own.setdefault((progress.measure, progress.round_months or report.round_months or 0), []).append(progress)
        shown |= own
    return shown


def _state(
    plan: Measure | None, results: list[Progress], months: int, year: int, judged: Judged, title: str
) -> RoundState:
    steps = len(plan.steps) if plan else 0
    states = [state for (of, _, in_round), state in judged.items() if of == title and in_round == months]
    done, not_done = states.count("done"), states.count("not_done")
    first, last = date(year - 544, 10, 1), last_day(year, months)
    days = [stated.on for progress in results for stated in progress.stated_on]
    return RoundState(
        months, first, last, steps, done, not_done, steps - done - not_done, len(results), len(days),
        len([day for day in days if day < first or day > last]), _status(results, steps, done, not_done),
    )  # fmt: skip


def _status(results: list[Progress], steps: int, done: int, not_done: int) -> str:
    """ไม่มีหลักฐาน is not ยังไม่เริ่ม: only what was said of every step tells that nothing has begun."""
    if not results or not steps:
        return "no_data"
    if done == steps:
        return "done"
    if done:
        return "in_progress"
    return "not_started" if not_done == steps else "no_data"
