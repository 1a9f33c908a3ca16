"""The screen of rounds: each measure's steps, results and evidence from round to round."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from ita_analysis.queries.asking import rows_of
from ita_analysis.records import Finding, Place
from ita_analysis.sentences import rounds as sentences
from ita_analysis.sentences.executive import SEPARATOR
from ita_analysis.texts import say, say_count
from ita_analysis.thai.dates import long_date, short_date
from ita_analysis.ui import charts, choosing, heads
from ita_analysis.ui.asking import AgencyYear, of_year
from ita_analysis.ui.executive import today
from ita_analysis.ui.rendering import show, tell

_MARKS = {"done": "done", "not_done": "not_started", "not_stated": "not_stated"}
STATUSES = ("done", "in_progress", "not_started", "no_data")


@dataclass(frozen=True)
class Answer:
    """All that the screen of rounds shows of one agency's year."""

    year: AgencyYear
    measures: pd.DataFrame
    links: pd.DataFrame
    rounds: pd.DataFrame
    steps: pd.DataFrame
    results: pd.DataFrame
    evidence: pd.DataFrame
    findings: pd.DataFrame


@dataclass(frozen=True)
class Wanted:
    """What the reader filtered for: the round shown in detail, and the measures that pass the filters."""

    months: int | None
    measures: pd.DataFrame


def ask_all(year: AgencyYear) -> Answer:
    """Return the answers to the questions of this screen."""
    names = ("measures", "links", "rounds", "steps", "results", "evidence", "findings")
    return Answer(year, **{name: of_year(name, year) for name in names})


def show_head(answer: Answer) -> None:
    """Show the finding about the latest reported round and what it leaves open."""
    headline, standfirst = sentences.headline(answer.rounds), sentences.standfirst(answer.rounds)
    show("head", head=heads.head("rounds", answer.year, headline, standfirst))


def choose(answer: Answer) -> Wanted:
    """Return what the reader wants to see: round, indicator, unit, status; all of it stands in the address."""
    rounds = [str(months) for months in sorted(answer.rounds["round_months"].unique())]
    indicators = {str(row.indicator_no): row.short_name_th for row in rows_of(answer.links.sort_values("indicator_no"))}
    units = sorted(answer.measures["responsible"].dropna().unique())
    columns = iter(st.columns(4))
    with next(columns):
        months = choosing.one_of("round", rounds, _round_label, "filter.latest_round")
    with next(columns):
        indicator = choosing.one_of("indicator", list(indicators), lambda code: f"{code} {indicators[code]}")
    with next(columns):
        unit = choosing.one_of("unit", units, str)
    with next(columns):
        status = choosing.one_of("status", STATUSES, lambda code: say(f"status.{code}"))
    shown = int(months) if months else sentences.latest_reported(answer.rounds)
    return Wanted(shown, _filtered(answer, shown, indicator, unit, status))


def show_measures(answer: Answer, wanted: Wanted) -> None:
    """Show a row per measure and a column per round: a square per step, results and evidence under it."""
    if wanted.measures.empty:
        tell("note", say("rounds.nothing_left"))
        return
    months = sorted({int(value) for value in answer.rounds["round_months"]})
    latest = sentences.latest_reported(answer.rounds)
    own = answer.rounds[answer.rounds["measure_id"].isin(wanted.measures["measure_id"])]
    spans = {int(row.round_months): row.ends_on.date() for row in rows_of(answer.rounds)}
    rounds = [
        {"months": m, "is_latest": m == latest, "until": say("rounds.until", date=short_date(spans[m]))} for m in months
    ]
    show("rounds", rounds=rounds, rows=list(_rows(answer, wanted, months)), totals=[_total(own, m) for m in months])


def show_results(answer: Answer, wanted: Wanted) -> None:
    """Show what the report says of each measure in the round: detail, output, outcome, dates."""
    own = answer.results[answer.results["measure_id"].isin(wanted.measures["measure_id"])]
    own = own[own["round_months"] == wanted.months]
    if own.empty:
        if wanted.months and not wanted.measures.empty:
            tell("note", say("rounds.results_missing", months=wanted.months))
        return
    rows = [_result(answer, row) for row in rows_of(own)]
    show("results", title=say("rounds.results", months=wanted.months), rows=rows)


def show_steps(answer: Answer, wanted: Wanted) -> None:
    """Show each step of the measures with its state in the round and the sentence that rests on."""
    own = answer.steps[answer.steps["measure_id"].isin(wanted.measures["measure_id"])]
    if own.empty:
        return
    rows = list(_steps(answer, own, wanted.months))
    title = say("rounds.steps", months=wanted.months) if wanted.months else say("rounds.steps_of_plan")
    show("steps", title=title, rows=rows)


def show_findings(answer: Answer) -> None:
    """Show what the rules found in the reports, each with its place, its words and a mend."""
    rows = [*map(_finding, rows_of(answer.findings))]
    show("findings", title=say_count("rounds.findings", len(rows)), rows=rows)


def show_chart(answer: Answer) -> None:
    """Show the steps of all measures, round by round."""
    if answer.rounds.empty or not int(answer.rounds["step_count"].sum()):
        return
    from ita_analysis.figures.steps import steps_by_round

    show("note", title=say("rounds.chart"), text="", lines=[])
    totals = answer.rounds.groupby("round_months", as_index=False)[["done_count", "step_count", "result_count"]].sum()
    words = [_total_in_words(row) for row in rows_of(totals)]
    charts.show_chart("steps", lambda colours: steps_by_round(answer.rounds, colours), ". ".join(words))


def show_source(answer: Answer) -> None:
    """Say where the numbers of this screen come from."""
    lines = [say("source.report", file=answer.year.file_name), say("source.steps"), say("source.dates")]
    show("note", title="", text="", lines=lines)


def _round_label(code: str) -> str:
    return say("filter.round_label", months=code)


def _filtered(
    answer: Answer, months: int | None, indicator: str | None, unit: str | None, status: str | None
) -> pd.DataFrame:
    found = answer.measures
    if indicator:
        linked = answer.links[answer.links["indicator_no"] == int(indicator)]["measure_id"]
        found = found[found["measure_id"].isin(linked)]
    if unit:
        found = found[found["responsible"] == unit]
    if status:
        rounds = answer.rounds[(answer.rounds["status"] == status) & (answer.rounds["round_months"] == (months or 0))]
        found = found[found["measure_id"].isin(rounds["measure_id"])]
    return found


def _rows(answer: Answer, wanted: Wanted, months: list[int]) -> Iterator[dict[str, Any]]:
    for measure in rows_of(wanted.measures):
        links = answer.links[answer.links["measure_id"] == measure.measure_id]
        names = ", ".join(f"{link.indicator_no} {link.short_name_th}" for link in rows_of(links))
        about = [
            say("rounds.answers", names=names) if names else say("executive.no_indicator"),
            measure.responsible or say("missing"),
        ]
        own = answer.rounds[answer.rounds["measure_id"] == measure.measure_id]
        cells = [_cell(own[own["round_months"] == m]) for m in months]
        yield {"title": measure.title, "about": SEPARATOR.join(about), "cells": cells}


def _cell(group: pd.DataFrame) -> dict[str, Any]:
    counts = {name: int(group[f"{name}_count"].sum()) for name in ("done", "not_stated", "not_done", "step")}
    about = {name: counts[name] for name in ("done", "not_stated", "not_done")}
    return {
        **about,
        "step_count": counts["step"],
        "is_reported": bool(group["result_count"].sum()),
        "label": say("rounds.squares", **about),
        "lines": list(heads.round_lines(group, today())),
    }


def _total(own: pd.DataFrame, months: int) -> dict[str, Any]:
    group = own[own["round_months"] == months]
    is_reported = bool(group["result_count"].sum())
    return {
        "done": int(group["done_count"].sum()),
        "step_count": int(group["step_count"].sum()),
        "is_reported": is_reported,
    }


def _result(answer: Answer, row: Any) -> dict[str, Any]:  # noqa: ANN401 - a row of an answer
    own = answer.evidence["measure_id"] == row.measure_id
    dates = answer.evidence[own & (answer.evidence["round_months"] == row.round_months)]
    words = {name: heads.text_of(getattr(row, name)) for name in ("detail", "output", "outcome")}
    return {**words, "title": row.title, "place": heads.place_of(row.place), "dates": [*map(_date, rows_of(dates))]}


def _date(row: Any) -> heads.Line:  # noqa: ANN401 - a row of an answer
    day = long_date(row.stated_on)
    if row.is_within_round:
        return heads.Line("done", day)
    return heads.Line("develop", say("rounds.date_outside", date=day))


def _steps(answer: Answer, own: pd.DataFrame, months: int | None) -> Iterator[dict[str, Any]]:
    titles = dict(zip(answer.measures["measure_id"], answer.measures["title"], strict=True))
    for (measure_id, number), group in own.groupby(["measure_id", "step_no"], sort=False):
        judged = group[group["round_months"] == months] if months else group.iloc[:0]
        state = str(judged["state"].iloc[0]) if len(judged) else "not_stated"
        yield {
            "title": titles[measure_id],
            "is_first": number == 1,
            "number": number,
            "words": group["words"].iloc[0],
            "mark": _MARKS[state],
            "state": say(f"step.{state}"),
            "reason": judged["reason"].iloc[0] if len(judged) else say("rounds.not_judged"),
        }


def _total_in_words(row: Any) -> str:  # noqa: ANN401 - a row of an answer
    if not row.result_count:
        return say("rounds.chart_row_missing", months=row.round_months)
    return say("rounds.chart_row", months=row.round_months, done=row.done_count, steps=row.step_count)


def _finding(row: Any) -> dict[str, Any]:  # noqa: ANN401 - a row of an answer
    finding = Finding(row.rule, row.severity, Place(), row.quote, json.loads(row.sentence_values))
    told = {"title": finding.title, "quote": row.quote, "fix": finding.fix}
    return {**told, "severity": row.severity, "place": heads.place_of(row.place)}
