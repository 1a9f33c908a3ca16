"""What the executive's screen says: the finding, what it costs, the facts, and what is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pandas as pd

from ita_analysis.queries.asking import rows_of
from ita_analysis.texts import say, say_count, say_some
from ita_analysis.thai.dates import long_date

SEPARATOR = " · "


@dataclass(frozen=True)
class Fact:
    """One number of the facts strip, with what stands above and below it."""

    label: str
    value: str
    unit: str = ""
    note: str = ""
    is_missing: bool = False
    is_warning: bool = False


@dataclass(frozen=True)
class Request:
    """One thing asked of the reader: what, why, and the page whose button does it."""

    title: str
    why: str
    button: str
    page: str


def headline(indicators: pd.DataFrame) -> str:
    """Return the finding about coverage: which weak indicators no measure answers."""
    weak, holes = weak_rows(indicators), uncovered(indicators)
    if weak.empty:
        return say("executive.headline.unknown")
    if holes.empty:
        return say_some("executive.headline.covered", len(weak))
    names = f" {say('list.and')} ".join(str(row.short_name_th) for row in rows_of(holes))
    first = holes.iloc[0]
    about = {"no": int(first["indicator_no"]), "name": first["short_name_th"], "names": names, "total": len(weak)}
    return say_some("executive.headline.hole", len(holes), **about)


def standfirst(indicators: pd.DataFrame, items: pd.DataFrame) -> str:
    """Return the second fact: how many weak indicators have measures, and what plan and report are worth."""
    weak = weak_rows(indicators)
    covered = len(weak) - len(uncovered(indicators))
    sentence = say_count("executive.standfirst.weak", len(weak), covered=covered)
    worth = items.dropna(subset=["item_worth"])
    if worth.empty:
        return sentence
    value = f"{worth['item_worth'].astype(float).sum():.2f}"
    return SEPARATOR.join(
        [sentence, say("executive.standfirst.worth", codes=", ".join(worth["item_code"]), worth=value)]
    )


def facts(
    indicators: pd.DataFrame, rounds: pd.DataFrame, total: pd.DataFrame, prior: int, grade: str | None, today: date
) -> list[Fact]:
    """Return the facts strip: last year's score, coverage, then the latest reported round and the one after it."""
    weak, holes = weak_rows(indicators), uncovered(indicators)
    names = ", ".join(str(row.indicator_no) for row in rows_of(holes))
    coverage = Fact(
        say("executive.fact.coverage"),
        str(len(weak) - len(holes)) if len(weak) else say("missing"),
        say("executive.fact.of_indicators", total=len(weak)) if len(weak) else "",
        say("executive.fact.holes", names=names)
        if names
        else say("executive.fact.no_hole" if len(weak) else "executive.fact.no_weak"),
        is_missing=weak.empty,
        is_warning=bool(names),
    )
    return [_score_fact(total, prior, grade), coverage, *_round_facts(rounds, today)]


def requests(indicators: pd.DataFrame, rounds: pd.DataFrame, findings: pd.DataFrame, today: date) -> Iterator[Request]:
    """Yield what is asked for: measures for holes, mends of the report, results of rounds that have ended."""
    holes = uncovered(indicators)
    if not holes.empty:
        numbers = ", ".join(str(row.indicator_no) for row in rows_of(holes))
        why = say_some("executive.request.measure.why", len(holes))
        yield Request(
            say("executive.request.measure.title", numbers=numbers),
            why,
            say("executive.request.measure.button"),
            "bring-in",
        )
    if not findings.empty:
        title = say_some("executive.request.findings.title", len(findings))
        why = SEPARATOR.join(_why_findings(findings))
        yield Request(title, why, say("executive.request.findings.button"), "rounds")
    for months, ends_on in _without_result(rounds, today):
        why = say("executive.request.round.why", date=long_date(ends_on))
        yield Request(
            say("executive.request.round.title", months=months), why, say("executive.request.round.button"), "bring-in"
        )


def weak_rows(indicators: pd.DataFrame) -> pd.DataFrame:
    """Return the indicators that the agency's report calls weak."""
    return indicators[indicators["weakness_kind"].notna()]


def uncovered(indicators: pd.DataFrame) -> pd.DataFrame:
    """Return the weak indicators that no measure answers."""
    weak = weak_rows(indicators)
    return weak[weak["measure_count"] == 0]


def _why_findings(findings: pd.DataFrame) -> Iterator[str]:
    dates = int((findings["rule"] == "date_outside_round").sum())
    if dates:
        yield say_some("executive.request.findings.dates", dates)
    if (findings["rule"] == "missing_approver").any():
        yield say("executive.request.findings.approver")


def _score_fact(total: pd.DataFrame, prior: int, grade: str | None) -> Fact:
    label = say("executive.fact.score", year=prior)
    if total.empty:
        return Fact(label, say("missing"), note=say("executive.fact.score_missing"), is_missing=True)
    note = say("executive.fact.grade", grade=grade) if grade else ""
    return Fact(label, f"{float(total['score'].iloc[0]):.2f}", say("unit.points"), note)


def _round_facts(rounds: pd.DataFrame, today: date) -> list[Fact]:
    groups = [(int(str(months)), group) for months, group in rounds.groupby("round_months")]
    reported = [months for months, group in groups if group["result_count"].sum() > 0]
    latest = reported[-1] if reported else (groups[0][0] if groups else 0)
    shown = [group for months, group in groups if months >= latest][:2]
    return [_round_fact(group, today) for group in shown]


def _round_fact(group: pd.DataFrame, today: date) -> Fact:
    months, ends_on = int(group["round_months"].iloc[0]), group["ends_on"].iloc[0].date()
    reported, outside = int((group["result_count"] > 0).sum()), int(group["outside_count"].sum())
    unit = say("executive.fact.of_measures", total=len(group))
    if reported == 0:
        ended = ends_on < today
        note = say("executive.fact.ended" if ended else "executive.fact.ends", date=long_date(ends_on))
        label = say("filter.round_label", months=months)
        return Fact(label, say("executive.fact.no_result"), note=note, is_missing=True, is_warning=ended)
    label, note = say("executive.fact.round", months=months), say_count("executive.fact.outside", outside)
    return Fact(label, str(reported), unit, note, is_warning=outside > 0)


def _without_result(rounds: pd.DataFrame, today: date) -> Iterator[tuple[int, date]]:
    for months, group in rounds.groupby("round_months"):
        ends_on = group["ends_on"].iloc[0].date()
        if group["result_count"].sum() == 0 and ends_on < today:
            yield int(str(months)), ends_on
