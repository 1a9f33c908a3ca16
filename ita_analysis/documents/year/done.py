"""The tables of an agency's year about its work: results, progress, evidence, what is open, what was found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from ita_analysis.documents.facts import Facts
from ita_analysis.documents.paper.material import Material, in_order
from ita_analysis.documents.tables import Sheet, sheet
from ita_analysis.documents.year.planned import numbers_of
from ita_analysis.documents.year.words import Said, captioned
from ita_analysis.queries.asking import rows_of
from ita_analysis.records import Finding, Progress
from ita_analysis.review import NAMING
from ita_analysis.sentences import queue
from ita_analysis.texts import say
from ita_analysis.thai.text import key

_WIDEST = 27


def results(facts: Facts, shown: Mapping[int, Material], said: Said) -> Sheet:
    """Return a row per result of each reported round in the official columns, a measure without one too."""
    numbers = numbers_of(facts)
    rows = [*_results(shown)]
    made = sheet(
        say("year_tables.results.name"),
        captioned("results", len(rows)),
        rows,
        (say("export.column.round"), "count", lambda row: row[0]),
        (say("export.column.measure_no"), "count", lambda row: numbers.get(key(row[1].measure))),
        (say("document.result.column.measure"), "text", lambda row: said(row[1].measure)),
        (say("document.result.column.detail"), "text", lambda row: said(row[1].detail)),
        (say("export.column.period_start"), "date", lambda row: row[1].period and row[1].period.start),
        (say("export.column.period_end"), "date", lambda row: row[1].period and row[1].period.end),
        (say("document.result.column.output"), "text", lambda row: said(row[1].output)),
        (say("document.result.column.outcome"), "text", lambda row: said(row[1].outcome)),
        (say("document.result.column.note"), "text", lambda row: said(row[1].note) or ""),
        (say("year_tables.column.status"), "text", lambda row: said(row[1].status)),
        (say("year_tables.column.evidence"), "text", lambda row: said(row[1].evidence)),
    )
    return replace(made, widest=_WIDEST)


def evidence(found: pd.DataFrame, said: Said) -> Sheet:
    """Return a row per piece of evidence: its words, address, file and day, and what the last look at it found."""
    made = sheet(
        say("year_tables.evidence.name"),
        captioned("evidence", len(found)),
        rows_of(found),
        (say("export.column.round"), "count", lambda row: row.round_months),
        (say("export.column.measure_no"), "count", lambda row: row.measure_no),
        (say("column.measure"), "text", lambda row: said(row.title)),
        (say("column.cited_what"), "text", lambda row: said(row.words)),
        (say("field.url"), "text", lambda row: said(row.url)),
        (say("field.other_host_reason"), "text", lambda row: said(row.other_host_reason) or ""),
        (say("field.file"), "text", lambda row: said(row.file_name)),
        (say("column.date"), "date", lambda row: row.stated_on),
        (say("year_tables.column.looked"), "text", _looked),
        (say("year_tables.column.looked_on"), "date", lambda row: "" if pd.isna(row.checked_at) else row.checked_at),
    )
    return replace(made, widest=34)


def tasks(facts: Facts, said: Said) -> Sheet:
    """Return a row per thing that is open on the day, the most pressing first."""
    made = sheet(
        say("year_tables.tasks.name"),
        captioned("tasks", len(facts.tasks)),
        rows_of(facts.tasks),
        (say("column.open"), "text", lambda row: say(f"queue.kind.{row.kind}")),
        (say("export.column.round"), "count", lambda row: row.round_months),
        (say("export.column.measure_no"), "count", lambda row: "" if pd.isna(row.measure_no) else row.measure_no),
        (say("column.measure"), "text", lambda row: said(row.title) or say("queue.whole_agency")),
        (say("filter.unit"), "text", lambda row: _owner(row, said)),
        (say("export.column.due_on"), "date", lambda row: row.due_on),
        (say("year_tables.column.since"), "text", lambda row: queue.since(row, facts.today)),
    )
    return replace(made, widest=40)


def findings(facts: Facts, said: Said) -> Sheet:
    """Return a row per finding of the day: what is wrong, where, the words, what to do, and what was decided."""
    made = sheet(
        say("year_tables.findings.name"),
        captioned("findings", len(facts.checked.findings)),
        facts.checked.findings,
        (say("column.severity"), "text", lambda row: say(f"severity.{row.finding.severity}")),
        (say("column.finding"), "text", lambda row: said(row.finding.title)),
        (say("column.quote"), "text", lambda row: _quote(row.finding, said)),
        (say("column.fix"), "text", lambda row: said(row.finding.fix)),
        (say("column.place"), "text", lambda row: str(row.finding.place)),
        (say("export.column.measure_no"), "count", lambda row: row.measure_no),
        (say("export.column.round"), "count", lambda row: row.where and row.where.months),
        (say("check.decision_column"), "text", lambda row: say(f"check.decision.{row.choice}")),
    )
    return replace(made, widest=34)


def _results(shown: Mapping[int, Material]) -> Iterator[tuple[int, Progress]]:
    """Yield the results of each round in the order of the plan; a measure that nothing is known of has an empty one."""
    for months in sorted(shown):
        yield from ((months, each) for _, each in in_order(shown[months].report))


def _looked(row: Any) -> str:  # noqa: ANN401 - a row of an answer
    if not isinstance(row.url, str):
        return say("cited.no_url")
    return say(f"evidence.live.{row.state}") if isinstance(row.state, str) else say("cited.unlooked")


def _owner(row: Any, said: Said) -> str:  # noqa: ANN401 - a row of an answer
    if pd.isna(row.measure_no):
        return say("queue.whole_agency")
    return said(row.responsible) or say("queue.no_owner")


def _quote(finding: Finding, said: Said) -> str:
    return say("deck.person") if finding.rule in NAMING else said(finding.quote) or ""
