"""The executive's screen: where are we, what is late, what needs a decision?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from ita_analysis.figures.style import Figure
from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences import executive as sentences
from ita_analysis.sentences import late_results
from ita_analysis.sentences.parts import SEPARATOR, Request
from ita_analysis.sentences.way import way_up
from ita_analysis.sentences.weak import kind_of, kind_words
from ita_analysis.texts import say, say_count
from ita_analysis.thai.dates import long_date
from ita_analysis.ui import checked, grading, heads, judging, sources
from ita_analysis.ui.asking import AgencyYear, ask, of_year, today
from ita_analysis.ui.charts import show_chart
from ita_analysis.ui.frame import is_open
from ita_analysis.ui.rendering import show_kept
from ita_analysis.ui.visiting import is_public

_PAGE = "executive"
_SHOWN_MEASURES = 2  # of a weakness; more are counted
_WIDE_ROUNDS = 2  # rounds with a column each; more stand below each other in one


def show_head(year: AgencyYear) -> None:
    """Show the finding, what it costs, and the facts strip."""
    show_kept("head", _head, year)


def show_decisions(year: AgencyYear) -> None:
    """Show what is asked for, and from which weakness to which result it follows; the most pressing row first.

    The public reads what follows from what, and is asked for nothing.
    """
    show_kept("executive", _decisions, year)


def show_time_line(year: AgencyYear) -> None:
    """Show the dates that results state against the rounds they belong to."""
    show_kept("section", _time_line_title, year)
    show_chart("time-line", _time_line, year)
    show_kept("dates", _dates, year)


def show_source(year: AgencyYear) -> None:
    """Say where the numbers of this screen come from."""
    show_kept("source", _source, year)


def _items(year: AgencyYear) -> pd.DataFrame:
    return ask("items_of_measures", year.fiscal_year_be)


def _total(year: AgencyYear) -> pd.DataFrame:
    return ask("total", year.agency_code, year.prior_fiscal_year_be)


def _head(year: AgencyYear) -> Mapping[str, object]:
    indicators, last, up = judging.indicators(year), grading.last_result(year), _way_up(year)
    facts = sentences.facts(indicators, of_year("rounds", year), last, today(), up)
    return {"head": heads.head(_PAGE, year, sentences.headline(indicators, _items(year), last)), "facts": facts}


def _way_up(year: AgencyYear) -> sentences.WayUp | None:
    at = grading.position(year.agency_code, year.prior_fiscal_year_be).standing
    return way_up(at) if at else None


def _decisions(year: AgencyYear) -> Mapping[str, object]:
    rounds = sorted({int(months) for months in of_year("rounds", year)["round_months"]})
    indicators, prior = judging.indicators(year), year.prior_fiscal_year_be
    shown = [*_weak_rows(year, rounds), *_aside_rows(year, rounds)]
    requests = None if is_public() else [*_requests(year, indicators)]
    return {
        "requests_title": "" if requests is None else say_count("executive.requests", len(requests)),
        "requests": requests,
        "rows_title": say("executive.weak_title" if requests is not None else "executive.weak_title_public"),
        "unanswered": sentences.unanswered(_total(year), _items(year)),
        "rows": shown,
        "rounds": rounds,
        "is_narrow": len(rounds) > _WIDE_ROUNDS,
        "slots": [_slot(row) for row in rows_of(indicators)],
        "slots_words": say(
            "executive.slots_words", year=prior, rows=SEPARATOR.join(map(_slot_words, rows_of(indicators)))
        ),
        "legend": SEPARATOR.join(_legend(year, shown)),
        "prior": prior,
    }


def _requests(year: AgencyYear, indicators: pd.DataFrame) -> Iterator[dict[str, str]]:
    findings = [each.finding for each in checked.standing(year)]
    late = late_results.requests(of_year("rounds", year), of_year("measures", year), today())
    has_report = bool(year.file_name) or not of_year("measures", year).empty
    for request in sentences.requests(indicators, late, findings, _way_up(year), has_report=has_report):
        yield _request(request, year)


def _request(request: Request, year: AgencyYear) -> dict[str, str]:
    """Return a request with the way to its page, without it where the page is not open to the visitor."""
    address = heads.link(request.page, year, request.place, **dict(request.filters)) if is_open(request.page) else ""
    return {"title": request.title, "why": request.why, "button": request.button, "href": address}


def _slot(row: Any) -> dict[str, object]:  # noqa: ANN401 - a row of an answer
    score = "" if pd.isna(row.score) else f"{row.score:.2f}"
    return {"no": row.indicator_no, "score": score, "is_named": bool(row.is_weak), "kind": kind_of(row)}


def _legend(year: AgencyYear, shown: list[dict[str, Any]]) -> Iterator[str]:
    """Yield what the marks mean that are drawn."""
    indicators = judging.indicators(year)
    kinds = {kind_of(row) for row in rows_of(indicators)}
    if indicators["score"].isna().any():
        yield say("executive.legend.missing")
    if "urgent" in kinds:
        yield say("executive.legend.urgent")
    if "develop" in kinds:
        yield say("executive.legend.develop")
    strips = [row["scores"][0] for row in shown if len(row["scores"]) == 1]
    if any(strip["context"] is not None for strip in strips):
        yield say("executive.legend.province", province=year.province, year=year.prior_fiscal_year_be)


def _slot_words(row: Any) -> str:  # noqa: ANN401 - a row of an answer
    score = say("missing") if pd.isna(row.score) else f"{row.score:.2f}"
    return " ".join([f"{row.indicator_no} {score}", *([say("executive.slot_named")] if row.is_weak else [])])


def _weak_rows(year: AgencyYear, rounds: list[int]) -> Iterator[dict[str, Any]]:
    links = judging.links(year)
    for row in rows_of(
        late_results.most_pressing_first(judging.indicators(year), links, of_year("rounds", year), today())
    ):
        linked = links[links["indicator_no"] == row.indicator_no]["measure_id"]
        yield {
            **_measure_cells(year, list(linked), rounds),
            "all_href": heads.link("measures", year, indicator=row.indicator_no),
            "name": f"{row.indicator_no} {row.short_name_th}",
            "href": heads.link("weaknesses", year, indicator=row.indicator_no),
            "kind": kind_of(row),
            "kind_words": kind_words(row),
            "is_unsure": row.framework_confidence == "unsure",
            "is_hole": row.is_hole,
            "is_aside": False,
            "scores": [_score(row)],
        }


def _aside_rows(year: AgencyYear, rounds: list[int]) -> Iterator[dict[str, Any]]:
    """Yield the measures that answer no weak indicator: greyed, not hidden."""
    links, measures, indicators = judging.links(year), of_year("measures", year), judging.indicators(year)
    answering = set(links[links["is_weak"]]["measure_id"])
    for row in rows_of(measures[~measures["measure_id"].isin(answering)]):
        linked = links[links["measure_id"] == row.measure_id]
        names = [f"{link.indicator_no} {link.short_name_th}" for link in rows_of(linked)]
        scores = [*map(_score, rows_of(indicators[indicators["indicator_no"].isin(linked["indicator_no"])]))]
        about = {"name": ", ".join(names) or say("executive.no_indicator"), "is_hole": False, "is_aside": True}
        yield {**_measure_cells(year, [row.measure_id], rounds), **about, "scores": scores}


def _score(row: Any) -> dict[str, Any]:  # noqa: ANN401 - a row of judged indicators
    own, context = heads.number_of(row.score), heads.number_of(row.province_mean)
    return {"no": row.indicator_no, "own": own, "context": context, "label": strip_label(own, context)}


def _measure_cells(year: AgencyYear, measure_ids: list[int], rounds: list[int]) -> dict[str, Any]:
    measures, states = of_year("measures", year), of_year("rounds", year)
    own = [
        {"title": row.title, "href": heads.link("measures", year, measure=row.measure_no)}
        for row in rows_of(measures[measures["measure_id"].isin(measure_ids)])
    ]
    states = states[states["measure_id"].isin(measure_ids)]
    cells = [list(heads.round_lines(states[states["round_months"] == months], today())) for months in rounds]
    return {"measures": own if len(own) <= _SHOWN_MEASURES else [], "count": len(own), "rounds": cells}


def strip_label(score: float | None, context: float | None) -> str:
    """Return a strip in words: the own score or that there is none, and the province's mean, named as not its own."""
    own = say("missing") if score is None else say("figure.own_score", score=f"{score:.2f}")
    return own if context is None else f"{own} {say('figure.province_mean', score=f'{context:.2f}')}"


def _time_line_title(year: AgencyYear) -> Mapping[str, object] | None:
    evidence = heads.dated(of_year("evidence", year))
    if evidence.empty:
        return None
    return {"title": say_count("executive.time_line", int((~evidence["is_within_round"]).sum()))}


def _dates(year: AgencyYear) -> Mapping[str, object] | None:
    rows = [
        {"title": row.title, "date": long_date(row.stated_on), "months": row.round_months, "is_in": row.is_within_round}
        for row in rows_of(heads.dated(of_year("evidence", year)))
    ]
    return {"dates": rows} if rows else None


def _time_line(year: AgencyYear) -> tuple[Figure, str] | None:
    evidence = heads.dated(of_year("evidence", year))
    if evidence.empty:
        return None
    from ita_analysis.figures.timeline import timeline

    title = say_count("executive.time_line", int((~evidence["is_within_round"]).sum()))
    words = [f"{row.title} {long_date(row.stated_on)}" for row in rows_of(evidence)]
    return timeline(evidence, of_year("rounds", year)), ". ".join([title, *words])


def _source(year: AgencyYear) -> Mapping[str, object]:
    way = heads.way_to_source(year, _PAGE)
    numbers = [sources.coverage(year, way), sources.score(year, way), *sources.rounds(year, way)]
    if _way_up(year):
        numbers.append(sources.way_up(year, way))
    return {"numbers": [*numbers, sources.worth(year), sources.context(year), sources.rule(year)]}
