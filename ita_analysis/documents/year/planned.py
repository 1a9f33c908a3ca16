"""The tables of an agency's year about its plan: each measure in the official columns, and each of its steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from ita_analysis.documents.facts import Facts
from ita_analysis.documents.paper.material import Material
from ita_analysis.documents.paper.plan import COLUMNS
from ita_analysis.documents.tables import Part, Sheet, sheet
from ita_analysis.documents.year.words import Said, captioned
from ita_analysis.queries.asking import rows_of
from ita_analysis.records import Measure
from ita_analysis.texts import say
from ita_analysis.thai.text import key

_WIDEST = 27


def numbers_of(facts: Facts) -> dict[str, int]:
    """Return the number of each measure in the plan by the key of its title."""
    return {key(row.title): int(row.measure_no) for row in rows_of(facts.measures)}


def plan(facts: Facts, of: Material, said: Said) -> Sheet:
    """Return a row per measure: the five official columns, what else the plan states, rounds, indicators it answers."""
    numbers, answers = numbers_of(facts), _answers(facts)
    fields = [each for each in COLUMNS if each not in ("measure", "guidelines", "steps", "indicators")]
    texts: list[Part] = [
        (say(f"document.plan.column.{name}"), "text", lambda each, name=name: said(getattr(each, name)))  # type: ignore[misc]
        for name in fields
    ]
    made = sheet(
        say("year_tables.plan.name"),
        captioned("plan", len(of.report.measures), year=facts.fiscal_year_be),
        of.report.measures,
        (say("export.column.measure_no"), "count", lambda each: numbers.get(key(each.title))),
        (say("document.plan.column.measure"), "text", lambda each: said(each.title)),
        (say("document.plan.column.guidelines"), "text", lambda each: _listed(each.guidelines, said)),
        (say("document.plan.column.steps"), "text", lambda each: _listed(each.steps, said)),
        *texts,
        (say("year_tables.column.rounds"), "text", _rounds),
        (say("document.plan.column.indicators"), "text", lambda each: answers.get(numbers.get(key(each.title)))),
    )
    return replace(made, widest=_WIDEST)


def steps(facts: Facts, said: Said) -> Sheet:
    """Return a row per step and round of its measure: whether it was done, and the words that say so."""
    rows = [*_steps(facts)]
    made = sheet(
        say("year_tables.steps.name"),
        captioned("steps", len(rows)),
        rows,
        (say("export.column.measure_no"), "count", lambda row: row["step"].measure_no),
        (say("column.measure"), "text", lambda row: said(row["title"])),
        (say("year_tables.column.step_no"), "count", lambda row: row["step"].step_no),
        (say("column.step"), "text", lambda row: said(row["step"].words)),
        (say("export.column.round"), "count", lambda row: row["months"]),
        (say("column.state"), "text", lambda row: row["state"]),
        (say("column.reason"), "text", lambda row: said(row["reason"]) or ""),
    )
    return replace(made, widest=42)


def _listed(lines: Sequence[str], said: Said) -> str | None:
    told = [f"{no}. {said(line) or ''}" for no, line in enumerate(lines, 1)]
    return "\n".join(told) or None


def _rounds(each: Measure) -> str | None:
    return ", ".join(say("filter.round_label", months=months) for months in each.rounds_months) or None


def _answers(facts: Facts) -> dict[int | None, str]:
    """Return the indicators that each measure answers, by its number, each with on whose word it does."""
    found: dict[int | None, list[str]] = {}
    for row in rows_of(facts.links):
        name = row.short_name_th if isinstance(row.short_name_th, str) else ""
        told = say("year_tables.answered", no=row.indicator_no, name=name, basis=say(f"basis.{row.basis}"))
        found.setdefault(int(row.measure_no), []).append(" ".join(told.split()))
    return {no: "\n".join(told) for no, told in found.items()}


def _steps(facts: Facts) -> Iterator[dict[str, Any]]:
    titles = {row.measure_id: row.title for row in rows_of(facts.measures)}
    judged = {(row.measure_id, row.step_no, row.round_months): row for row in rows_of(facts.steps)}
    rounds = {each: [*rows_of(group)] for each, group in facts.rounds.groupby("measure_id")}
    for step in rows_of(facts.steps.drop_duplicates(["measure_id", "step_no"])):
        about = {"step": step, "title": titles[step.measure_id]}
        for of_round in rounds.get(step.measure_id, ()):
            row = judged.get((step.measure_id, step.step_no, of_round.round_months))
            reason = None if row is None else row.reason
            yield about | {"months": of_round.round_months, "state": _state(row, of_round), "reason": reason}
        if step.measure_id not in rounds:
            yield about | {"months": None, "state": None, "reason": None}


def _state(row: Any, of_round: Any) -> str | None:  # noqa: ANN401 - rows of answers
    """Return the state of a step in a round: judged, not stated in what is reported, or missing without a result."""
    if row is not None and not pd.isna(row.state):
        return say(f"step.{row.state}")
    return say("step.not_stated") if of_round.result_count else None
