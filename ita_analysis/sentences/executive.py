"""What the executive's screen says: the finding, what it costs, the facts, and what is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from ita_analysis.queries.asking import rows_of
from ita_analysis.records import Finding
from ita_analysis.scoring import LEAST_CHANGE, rounded
from ita_analysis.sentences.parts import SEPARATOR, Fact, Headline, Request, listed
from ita_analysis.sentences.weak import carried_note, carried_years, has_report, is_none_weak, uncovered, weak_rows
from ita_analysis.texts import say, say_count, say_some
from ita_analysis.thai.dates import long_date

_MOST_FACTS = 4


@dataclass(frozen=True)
class LastResult:
    """The result of the assessed year: total (0-100) and grade, None where missing, and the total of the year before.

    `is_same_rules` is False where the frameworks of the two years differ, so that their totals are not compared.
    """

    fiscal_year_be: int
    total: float | None = None
    grade: str | None = None
    before: float | None = None
    is_same_rules: bool = True


@dataclass(frozen=True)
class WayUp:
    """The shortest way to the next grade in a few words: as a thing to do and why, and as a fact."""

    title: str
    why: str
    fact: Fact


def headline(indicators: pd.DataFrame, items: pd.DataFrame, last: LastResult) -> Headline:
    """Return the finding about coverage (which weak indicators no measure answers), and what plan and report are worth.

    `indicators` are judged ones (`weak.judged`); `items` are those that ask for plan and report. Where nothing can be
    said about coverage, the score leads.
    """
    weak, holes = weak_rows(indicators), uncovered(indicators)
    standfirst = _standfirst(indicators, items)
    if is_none_weak(indicators):
        return Headline(say("executive.headline.no_weak", year=last.fiscal_year_be), "strength", standfirst)
    if weak.empty:
        key = "executive.headline.unknown" if has_report(indicators) else "executive.headline.no_report"
        return Headline(_score_sentence(last) or say(key), "", standfirst)
    if holes.empty:
        return Headline(say_some("executive.headline.covered", len(weak)), "strength", standfirst)
    first = holes.iloc[0]
    names = listed([str(row.short_name_th) for row in rows_of(holes)])
    about = {"no": int(first["indicator_no"]), "name": first["short_name_th"], "names": names, "total": len(weak)}
    return Headline(say_some("executive.headline.hole", len(holes), **about), "develop", standfirst)


def facts(
    indicators: pd.DataFrame,
    rounds: pd.DataFrame,
    last: LastResult,
    today: date,
    up: WayUp | None = None,
    *,
    months: int | None = None,
) -> list[Fact]:
    """Return the facts strip: last year's score, coverage, then a round (None: the latest reported) and the next one.

    Where there is room for a fourth, the way to the next grade.
    """
    found = [_score_fact(last), _coverage_fact(indicators), *_round_facts(rounds, today, months)]
    return [*found, up.fact] if up and len(found) < _MOST_FACTS else found


def requests(
    indicators: pd.DataFrame,
    late: Iterable[Request],
    findings: Sequence[Finding],
    up: WayUp | None = None,
    *,
    has_report: bool = True,
) -> Iterator[Request]:
    """Yield what is asked for: a report where there is none, measures for holes, late results, the way up, mends.

    `late` are those for results (`late_results.requests`). Each leads to a page that is built; what no page can do yet
    is not asked for.
    """
    if not has_report:
        yield Request(
            say("executive.request.report.title"),
            say("executive.request.report.why"),
            say("executive.request.report.button"),
            "bring-in",
        )
    holes = uncovered(indicators)
    if not holes.empty:
        numbers = listed([str(row.indicator_no) for row in rows_of(holes)])
        chosen = (("indicator", str(holes.iloc[0]["indicator_no"])),) if len(holes) == 1 else ()
        yield Request(
            say("executive.request.measure.title", numbers=numbers),
            SEPARATOR.join([say_some("executive.request.measure.why", len(holes)), *carried_note(holes)]),
            say("executive.request.measure.button"),
            "coverage",
            filters=chosen,
        )
    yield from late
    if up:
        yield Request(up.title, up.why, say("way.executive.button"), "way")
    if findings:
        yield Request(
            say_some("executive.request.findings.title", len(findings)),
            SEPARATOR.join(_why_findings(findings)),
            say("executive.request.findings.button"),
            "completeness",
            "findings",
        )


def unanswered(total: pd.DataFrame, items: pd.DataFrame) -> list[str]:
    """Return what cannot be answered without last year's scores; nothing where they are stored."""
    if not total.empty:
        return []
    plan = items[items["kind"] == "plan"].dropna(subset=["item_worth"])
    urgent = [
        say("executive.unanswered.urgent", code=row.item_code, worth=f"{float(row.item_worth):.2f}")
        for row in rows_of(plan)
    ]
    return [say("executive.unanswered.grade"), *urgent, say("executive.unanswered.next")]


def _standfirst(indicators: pd.DataFrame, items: pd.DataFrame) -> str:
    weak = weak_rows(indicators)
    covered = len(weak) - len(uncovered(indicators))
    told = [say_count("executive.standfirst.weak", len(weak), covered=covered), *carried_note(indicators)]
    worth = items.dropna(subset=["item_worth"])
    if len(worth):
        value, codes = f"{worth['item_worth'].astype(float).sum():.2f}", listed(list(worth["item_code"]))
        told.append(say("executive.standfirst.worth", codes=codes, worth=value))
    return SEPARATOR.join(told)


def _why_findings(findings: Sequence[Finding]) -> Iterator[str]:
    dates = sum(each.rule == "date_outside_round" for each in findings)
    if dates:
        yield say_some("executive.request.findings.dates", dates)
    if any(each.rule == "missing_approver" for each in findings):
        yield say("executive.request.findings.approver")


def _coverage_fact(indicators: pd.DataFrame) -> Fact:
    weak, holes = weak_rows(indicators), uncovered(indicators)
    label = say("executive.fact.coverage")
    if is_none_weak(indicators):
        return Fact(label, say("executive.fact.none_weak"), note=say("executive.fact.all_scored"), number="coverage")
    if weak.empty:
        note = say("executive.fact.no_weak" if has_report(indicators) else "executive.fact.no_report")
        return Fact(label, say("missing"), note=note, is_missing=True, number="coverage")
    names = listed([str(row.indicator_no) for row in rows_of(holes)])
    note = say("executive.fact.holes", names=names) if names else say("executive.fact.no_hole")
    note = SEPARATOR.join([note, *(say("executive.fact.carried", year=year) for year in carried_years(weak))])
    unit = say("executive.fact.of_indicators", total=len(weak))
    return Fact(label, str(len(weak) - len(holes)), unit, note, is_warning=bool(names), number="coverage")


def _score_fact(last: LastResult) -> Fact:
    label = say("executive.fact.score", year=last.fiscal_year_be)
    if last.total is None:
        return Fact(label, say("missing"), note=say("executive.fact.score_missing"), is_missing=True, number="score")
    note = SEPARATOR.join([*([say("executive.fact.grade", grade=last.grade)] if last.grade else []), *_change(last)])
    return Fact(label, f"{rounded(last.total)}", say("unit.points"), note, number="score")


def _change(last: LastResult) -> Iterator[str]:
    """Yield how the total moved from the year before: by how much only beyond LEAST_CHANGE and under the same rules."""
    if last.total is None or last.before is None:
        return
    year, difference = last.fiscal_year_be - 1, rounded(last.total) - rounded(last.before)
    if not last.is_same_rules:
        yield say("executive.change.other_rules", year=year)
    elif abs(difference) < LEAST_CHANGE:
        yield say("executive.change.little", year=year, least=f"{LEAST_CHANGE:g}")
    else:
        key = "executive.change.up" if difference > 0 else "executive.change.down"
        yield say(key, year=year, points=abs(difference))


def _score_sentence(last: LastResult) -> str | None:
    if last.total is None:
        return None
    about = {"year": last.fiscal_year_be, "total": rounded(last.total), "grade": last.grade}
    return say("executive.headline.score" if last.grade else "executive.headline.score_alone", **about)


def _round_facts(rounds: pd.DataFrame, today: date, chosen: int | None) -> list[Fact]:
    groups = [(int(str(months)), group) for months, group in rounds.groupby("round_months")]
    reported = [months for months, group in groups if group["result_count"].sum() > 0]
    first = chosen or (reported[-1] if reported else (groups[0][0] if groups else 0))
    shown = [group for months, group in groups if months >= first][:2]
    return [_round_fact(group, today) for group in shown]


def _round_fact(group: pd.DataFrame, today: date) -> Fact:
    months, ends_on = int(group["round_months"].iloc[0]), group["ends_on"].iloc[0].date()
    reported, outside = int((group["result_count"] > 0).sum()), int(group["outside_count"].sum())
    number = f"round-{months}"
    if reported == 0:
        ended = ends_on < today
        note = say("executive.fact.ended" if ended else "executive.fact.ends", date=long_date(ends_on))
        words = say("executive.fact.no_result" if ended else "executive.fact.not_due")
        label = say("filter.round_label", months=months)
        return Fact(label, words, note=note, is_missing=True, is_warning=ended, status="overdue", number=number)
    label, unit = say("executive.fact.round", months=months), say("executive.fact.of_measures", total=len(group))
    lacks = len(group) - reported if ends_on < today else 0
    notes = [say_some("executive.fact.lacks", lacks)] if lacks else []
    if outside or not lacks:
        notes.append(say_count("executive.fact.outside", outside))
    status = "overdue" if lacks else "develop"
    warns = bool(lacks or outside)
    return Fact(label, str(reported), unit, SEPARATOR.join(notes), is_warning=warns, status=status, number=number)
