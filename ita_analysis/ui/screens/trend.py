"""The screen of trends: one score over the years on the spread of a group, and the ten indicators beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import streamlit as st

from ita_analysis import framework
from ita_analysis.errors import ItaError
from ita_analysis.figures.style import Figure
from ita_analysis.queries.asking import rows_of
from ita_analysis.scoring import LEAST_CHANGE, rounded
from ita_analysis.sentences import trend as sentences
from ita_analysis.sentences.parts import SEPARATOR
from ita_analysis.sentences.weaknesses import limits_in_words
from ita_analysis.texts import say
from ita_analysis.ui import comparing, grading, heads, judging
from ita_analysis.ui.asking import AgencyYear, ask
from ita_analysis.ui.charts import show_chart
from ita_analysis.ui.choosing import Filters
from ita_analysis.ui.comparing import View
from ita_analysis.ui.frame import is_open
from ita_analysis.ui.rendering import href, show_kept
from ita_analysis.ui.score_places import code_of
from ita_analysis.ui.screens import comparison, indicator_years
from ita_analysis.ui.sources import Input, Number

_PAGE = "trend"
_SHORT_GRADE = 2  # letters; longer ones do not stand beside an axis


def show_head(year: AgencyYear, wanted: Filters) -> None:
    """Show how the score moved and where it stands in the group, then and now."""
    show_kept("head", _head, year, wanted)


def show_years(year: AgencyYear, wanted: Filters) -> None:
    """Show the score over the years and, beside it, the ten indicators; without any score the way to bring one in."""
    if not comparing.view(year, wanted).years:
        show_kept("way", _to_bring_in, year)
        return
    with st.container(key="beside"):
        with st.container(key="beside_main"):
            show_kept("section", _title, year, wanted)
            show_chart("years", _strip, year, wanted)
            show_kept("years_notes", _notes, year, wanted)
        with st.container(key="beside_second"):
            indicator_years.show(year, wanted)


def show_source(year: AgencyYear, wanted: Filters) -> None:
    """Say where the numbers of this screen come from."""
    show_kept("source", _source, year, wanted)


def _head(year: AgencyYear, wanted: Filters) -> Mapping[str, object]:
    view = comparing.view(year, wanted)
    grades = {} if wanted.indicator else grading.grade_by_year(ask("scores_by_year", year.agency_code))
    about = (view.group_name, _low(year, wanted), grades.get(year.prior_fiscal_year_be))
    said = sentences.headline(view.what, view.years, view.standings, *about)
    return {"head": heads.head(_PAGE, year, said)}


def _to_bring_in(year: AgencyYear) -> Mapping[str, object] | None:
    if not is_open("bring-in"):
        return None
    return {"href": heads.link("bring-in", year), "words": say("trend.to_bring_in")}


def _low(year: AgencyYear, wanted: Filters) -> sentences.Low | None:
    """Return the lowest indicator against the limit of the rule of weakness; beside the total alone."""
    rule, known = judging.rule(year), judging.indicators(year).dropna(subset=["score"])
    if rule is None or known.empty or wanted.indicator:
        return None
    row: Any = next(rows_of(known.sort_values(["score", "indicator_no"])))
    count = sum(rounded(score) < rule.develop_below for score in known["score"])
    return sentences.Low(rule.develop_below, count, row.indicator_no, row.short_name_th, rounded(row.score))


def _title(year: AgencyYear, wanted: Filters) -> Mapping[str, object]:
    view = comparing.view(year, wanted)
    first, last = view.years[0].fiscal_year_be, view.years[-1].fiscal_year_be
    key = "trend.chart_title" if first != last else "trend.chart_title_one"
    text = say("trend.chart_alone")
    if view.standings:
        marks = "trend.chart_marks" if view.peers["scores"].notna().any() else "trend.chart_spread"
        text = say(marks, group=view.group_name)
    return {"title": say(key, what=view.what, first=first, last=last), "text": text}


def _strip(year: AgencyYear, wanted: Filters) -> tuple[Figure, str]:
    from ita_analysis.figures.strip import strip

    view = comparing.view(year, wanted)
    cuts = {each.fiscal_year_be: tuple(_cuts(view, each.fiscal_year_be)) for each in view.years}
    return strip(view.years, view.peers, view.means, cuts), sentences.in_words(view.what, view.years)


def _cuts(view: View, fiscal_year_be: int) -> Iterator[tuple[str, Decimal]]:
    """Yield the lines of a year: the levels of a total, the limits of weakness of an indicator."""
    try:
        rules = framework.load(fiscal_year_be)
    except ItaError:
        return
    if view.level != "total":
        rule = judging.rule_of(fiscal_year_be)
        if rule:
            yield from (("", limit) for limit in (rule.urgent_below, rule.develop_below, rule.good_below))
        return
    for least in sorted({band.min_total for band in rules.bands}, reverse=True):
        grade = next(band.grade for band in rules.bands if band.min_total == least)
        yield grade if len(grade) <= _SHORT_GRADE else "", least


def _notes(year: AgencyYear, wanted: Filters) -> Mapping[str, object]:
    from ita_analysis.figures.strip import scale_of

    view = comparing.view(year, wanted)
    low = scale_of(view.years, view.peers, view.means)
    scale = say("trend.chart_scale", low=low) if low else say("trend.chart_scale_zero")
    missing = [say("trend.chart_missing")] if any(each.score is None for each in view.years) else []
    keys = [SEPARATOR.join([scale, *missing]), SEPARATOR.join(_context(year, view)), SEPARATOR.join(_levels(view))]
    return {"lines": [*sentences.line_notes(view.years), *filter(None, keys)]}


def _context(year: AgencyYear, view: View) -> Iterator[str]:
    means = view.means[view.means["fiscal_year_be"].isin([each.fiscal_year_be for each in view.years])]
    kinds = set(means["is_nation"])
    if True in kinds:
        yield say("trend.chart_nation")
    if False in kinds:
        yield say("trend.chart_province", province=year.province or "")
    if kinds:
        yield say("trend.chart_not_own")


def _levels(view: View) -> Iterator[str]:
    """Yield what the lines mean where their names do not fit beside the axis."""
    last = view.years[-1].fiscal_year_be
    if view.level != "total":
        if rule := judging.rule_of(last):
            limits = dict(zip(("urgent", "develop", "good"), limits_in_words(rule), strict=True))
            yield say("trend.chart_limits", year=last, **limits)
    elif any(not label for label, _ in _cuts(view, last)):
        told = [
            say("trend.chart_level", least=f"{band.min_total:.0f}", grade=band.label_th)
            for band in framework.load(last).bands
            if band.min_total
        ]
        yield say("trend.chart_levels", year=last, levels=", ".join(told))


def _source(year: AgencyYear, wanted: Filters) -> Mapping[str, object]:
    return {"numbers": [_years_account(year, wanted), comparison.account(year, wanted), _published(year, wanted)]}


def _years_account(year: AgencyYear, wanted: Filters) -> Number:
    view, history = comparing.view(year, wanted), ask("scores_by_year", year.agency_code)
    own = history[(history["level"] == view.level) & (history["code"] == view.code)]
    shown = own[own["fiscal_year_be"].isin([each.fiscal_year_be for each in view.years])]
    inputs = tuple(_stated(year, wanted, row) for row in rows_of(shown)) or (Input(say("source.trend.missing")),)
    return Number("trend", say("source.trend.title"), say("source.trend.formula", least=LEAST_CHANGE), inputs)


def _stated(year: AgencyYear, wanted: Filters, row: Any) -> Input:  # noqa: ANN401 - a row of an answer
    """Return a year's score with the way to its cell: it stands in the plan's year after it."""
    kind = say(f"source.score_kind.{row.source}")
    words = say("source.trend.year", year=row.fiscal_year_be, score=f"{row.score:.2f}", source=kind)
    way = {"place": "", "agency": year.agency_code, "year": row.fiscal_year_be + 1, "back": _PAGE, **vars(wanted)}
    return Input(words, heads.cell(href("source", **way), code_of(row.level, row.code)))


def _published(year: AgencyYear, wanted: Filters) -> Number:
    words = [
        say(
            "source.published.mean",
            scope=row.scope_th,
            year=row.fiscal_year_be,
            score=f"{row.mean_score:.2f}",
            confidence=say(f"confidence.{row.confidence}"),
            url=row.source_url,
        )
        for row in rows_of(comparing.view(year, wanted).means)
    ]
    inputs = tuple(map(Input, words or [say("source.published.missing")]))
    return Number("published", say("source.published.title"), say("source.published.formula"), inputs)
