"""The executive's screen: asked, then shown part by part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences import executive as sentences
from ita_analysis.sentences.executive import SEPARATOR
from ita_analysis.texts import say, say_count
from ita_analysis.thai.dates import long_date
from ita_analysis.ui import heads
from ita_analysis.ui.asking import AgencyYear, ask, of_year
from ita_analysis.ui.charts import show_chart
from ita_analysis.ui.frame import PAGES
from ita_analysis.ui.grading import grade_of
from ita_analysis.ui.rendering import show

_SHOWN_MEASURES = 3


@dataclass(frozen=True)
class Answer:
    """All that the executive's screen shows of one agency's year."""

    year: AgencyYear
    indicators: pd.DataFrame
    measures: pd.DataFrame
    links: pd.DataFrame
    rounds: pd.DataFrame
    evidence: pd.DataFrame
    findings: pd.DataFrame
    items: pd.DataFrame
    total: pd.DataFrame
    means: pd.DataFrame


def ask_all(year: AgencyYear) -> Answer:
    """Return the answers to the questions of this screen."""
    asked = {
        name: of_year(name, year) for name in ("indicators", "measures", "links", "rounds", "evidence", "findings")
    }
    total = ask("total", year.agency_code, year.prior_fiscal_year_be)
    means = ask("means", year.prior_fiscal_year_be, year.province or "", say("context.nation"))
    return Answer(year, items=ask("items_of_measures", year.fiscal_year_be), total=total, means=means, **asked)


def show_head(answer: Answer) -> None:
    """Show the finding, what it costs, and the facts strip."""
    headline = sentences.headline(answer.indicators)
    standfirst = sentences.standfirst(answer.indicators, answer.items)
    prior = answer.year.prior_fiscal_year_be
    grade = grade_of(answer.total, answer.indicators, prior)
    facts = sentences.facts(answer.indicators, answer.rounds, answer.total, prior, grade, today())
    show("executive", head=heads.head("executive", answer.year, headline, standfirst), facts=facts)


def show_weaknesses(answer: Answer) -> None:
    """Show each weak indicator with its score, its measures and their results; the empty row first."""
    rounds = sorted({int(months) for months in answer.rounds["round_months"]})
    rows = [*_weak_rows(answer, rounds), *_aside_rows(answer, rounds)]
    has_context = answer.indicators["province_mean"].notna().any()
    legend = say("executive.legend_province", province=answer.year.province or "") if has_context else ""
    show("weaknesses", rows=rows, rounds=rounds, prior=answer.year.prior_fiscal_year_be, legend=legend)


def show_requests(answer: Answer) -> None:
    """Show what is asked for, each with the button that leads there; the first one stands out."""
    requests = list(sentences.requests(answer.indicators, answer.rounds, answer.findings, today()))
    show("note", title=say_count("executive.requests", len(requests)), text="", lines=[])
    about = {"agency": answer.year.agency_code, "year": str(answer.year.fiscal_year_be)}
    for number, (column, request) in enumerate(zip(st.columns(max(len(requests), 1)), requests, strict=False), 1):
        with column:
            show("request", number=number, request=request)
            if st.button(request.button, key=f"request_{number}", type="primary" if number == 1 else "secondary"):
                st.switch_page(PAGES[request.page][1], query_params=about)


def show_time_line(answer: Answer) -> None:
    """Show the dates that results state against the rounds they belong to."""
    if answer.evidence.empty or answer.rounds.empty:
        return
    from ita_analysis.figures.timeline import timeline

    outside = int((~answer.evidence["is_within_round"]).sum())
    title = say_count("executive.time_line", outside)
    show("note", title=title, text="", lines=[])
    words = [f"{row.title} {long_date(row.stated_on)}" for row in rows_of(answer.evidence)]
    show_chart(
        "time-line", lambda colours: timeline(answer.evidence, answer.rounds, colours), ". ".join([title, *words])
    )


def show_scores(answer: Answer) -> None:
    """Show the indicators of last year on one axis, missing ones as missing."""
    if answer.indicators.empty:
        return
    from ita_analysis.figures.indicators import indicator_scores

    prior, missing = answer.year.prior_fiscal_year_be, int(answer.indicators["score"].isna().sum())
    title = say_count("executive.scores", missing, year=prior, total=len(answer.indicators))
    show("note", title=title, text=_context(answer), lines=[])
    bands = ask("bands", prior)
    show_chart(
        "scores", lambda colours: indicator_scores(answer.indicators, bands, colours), _scores_in_words(answer, title)
    )


def show_source(answer: Answer) -> None:
    """Say where the numbers of this screen come from."""
    lines = [
        say("source.report", file=answer.year.file_name),
        say("source.coverage"),
        say("source.links", count=int((answer.links["basis"] == "analyst").sum()), total=len(answer.links)),
    ]
    lines += [say("source.item", code=row.item_code, worth=f"{float(row.item_worth):.2f}")
              for row in rows_of(answer.items.dropna(subset=["item_worth"]))]  # fmt: skip
    lines += [say("source.province", url=url) for url in answer.indicators["province_mean_url"].dropna().unique()]
    lines += [say("source.mean", scope=row.scope_th, url=row.source_url) for row in rows_of(answer.means)]
    unsure = answer.indicators[answer.indicators["framework_confidence"] != "sure"]
    lines += [
        say("source.framework", confidence=say(f"confidence.{worst}"))
        for worst in unsure["framework_confidence"].unique()
    ]
    show("note", title="", text="", lines=lines)


def today() -> date:
    """Return the day on this desk."""
    return date.today()  # noqa: DTZ011 - rounds end with the local day


def _weak_rows(answer: Answer, rounds: list[int]) -> Iterator[dict[str, Any]]:
    weak = sentences.weak_rows(answer.indicators).sort_values(["measure_count", "indicator_no"])
    weak = pd.concat([weak[weak["measure_count"] == 0], weak[weak["measure_count"] > 0].sort_values("indicator_no")])
    for row in rows_of(weak):
        linked = answer.links[answer.links["indicator_no"] == row.indicator_no]["measure_id"]
        score = None if pd.isna(row.score) else float(row.score)
        context = None if pd.isna(row.province_mean) else float(row.province_mean)
        yield {
            **_measure_cells(answer, list(linked), rounds),
            "name": f"{row.indicator_no} {row.short_name_th}",
            "kind": row.weakness_kind,
            "is_unsure": row.framework_confidence == "unsure",
            "is_hole": row.measure_count == 0,
            "is_aside": False,
            "has_strip": True,
            "score": score,
            "context": context,
            "strip_label": _strip_label(score, context),
        }


def _aside_rows(answer: Answer, rounds: list[int]) -> Iterator[dict[str, Any]]:
    """Yield the measures that answer no weak indicator: greyed, not hidden."""
    weak = set(answer.links[answer.links["is_weak"]]["measure_id"])
    for row in rows_of(answer.measures[~answer.measures["measure_id"].isin(weak)]):
        linked = answer.links[answer.links["measure_id"] == row.measure_id]
        names = [f"{link.indicator_no} {link.short_name_th}" for link in rows_of(linked)]
        yield {
            **_measure_cells(answer, [row.measure_id], rounds),
            "name": ", ".join(names) or say("executive.no_indicator"),
            "kind": None,
            "is_unsure": False,
            "is_hole": False,
            "is_aside": True,
            "has_strip": False,
            "score": None,
            "context": None,
            "strip_label": "",
        }


def _measure_cells(answer: Answer, measure_ids: list[int], rounds: list[int]) -> dict[str, Any]:
    titles = list(answer.measures[answer.measures["measure_id"].isin(measure_ids)]["title"])
    more = (
        [say("executive.more_measures", count=len(titles) - _SHOWN_MEASURES)] if len(titles) > _SHOWN_MEASURES else []
    )
    own = answer.rounds[answer.rounds["measure_id"].isin(measure_ids)]
    cells = [list(heads.round_lines(own[own["round_months"] == months], today())) for months in rounds]
    return {"measures": titles[:_SHOWN_MEASURES] + more, "rounds": cells}


def _strip_label(score: float | None, context: float | None) -> str:
    own = say("missing") if score is None else f"{score:.2f}"
    return own if context is None else f"{own} {say('figure.province_mean', score=f'{context:.2f}')}"


def _context(answer: Answer) -> str:
    """Return the published means beside which the agency's score may be read, named as not its own."""
    prior = answer.year.prior_fiscal_year_be
    parts = [say("executive.mean", scope=row.scope_th, score=f"{row.mean_score:.2f}") for row in rows_of(answer.means)]
    if answer.indicators["province_mean"].notna().any():
        parts.append(say("executive.scores_context", province=answer.year.province or "", year=prior))
    return SEPARATOR.join(parts)


def _scores_in_words(answer: Answer, title: str) -> str:
    scores = [
        f"{row.indicator_no} {row.short_name_th}: {say('missing') if pd.isna(row.score) else f'{row.score:.2f}'}"
        for row in rows_of(answer.indicators)
    ]
    return ". ".join([title, *scores])
