"""The screen of the way to the next grade: which documents reach it, what surveys would need, and the arithmetic."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import pandas as pd
import streamlit as st

from ita_analysis import scoring
from ita_analysis.figures.style import Figure
from ita_analysis.scoring import Standing, Way, rounded
from ita_analysis.sentences import way as sentences
from ita_analysis.sentences.parts import Headline
from ita_analysis.texts import say
from ita_analysis.ui import choosing, grading, heads, sources
from ita_analysis.ui.asking import AgencyYear, ask
from ita_analysis.ui.charts import show_chart
from ita_analysis.ui.choosing import Filters
from ita_analysis.ui.rendering import show_kept
from ita_analysis.ui.screens import way_tables

_PAGE = "way"


def show_head(year: AgencyYear, wanted: Filters) -> None:
    """Show which documents reach the wanted band, and what plan and report, and all documents, give."""
    show_kept("head", _head, year, wanted.grade)


def choose(year: AgencyYear) -> Filters:
    """Return the band that the reader wants to reach, none being the next one."""
    at = standing(year)
    default = sentences.default_way(at) if at else None
    if at is None or default is None:
        return Filters()
    others = {each.band.grade: each.band.label_th for each in scoring.ways(at) if each.band != default.band}
    if not others:
        return Filters()
    return choosing.filters({"grade": (list(others), others.__getitem__)}, {"grade": "way.next"})


def show_documents(year: AgencyYear, wanted: Filters) -> None:
    """Show the total step by step, and beside it the documents with the points that each gives back."""
    at = standing(year)
    if at is None:
        return
    with st.container(key="beside"):
        with st.container(key="beside_main"):
            show_kept("section", _title, year)
            show_chart("stairs", _stairs, year, wanted.grade)
            show_kept("way_bands", _bands, year, wanted.grade)
        show_kept("way_documents", _documents, year, wanted.grade)


def show_surveys(year: AgencyYear, wanted: Filters) -> None:
    """Show what surveys would have to give once all documents are full, and the floors of each instrument."""
    show_kept("way_surveys", _surveys, year, wanted.grade)
    show_kept("way_floors", _floors, year)


def show_arithmetic(year: AgencyYear, wanted: Filters) -> None:
    """Show, folded, each line of the total before and after the documents."""
    show_kept("way_arithmetic", _arithmetic, year, wanted.grade)


def show_source(year: AgencyYear) -> None:
    """Say where the numbers of this screen come from."""
    show_kept("source", _source, year)


def standing(year: AgencyYear) -> Standing | None:
    """Return where the agency stands in the assessed year; None without scores or rules."""
    return grading.position(year.agency_code, year.prior_fiscal_year_be).standing


def way_of(at: Standing, grade: str | None) -> Way | None:
    """Return the way to the wanted band, else to the next one; None at the highest."""
    asked = (each for each in scoring.ways(at) if each.band.grade == grade)
    return next(asked, None) or sentences.default_way(at)


def _head(year: AgencyYear, grade: str | None) -> Mapping[str, object]:
    return {"head": heads.head(_PAGE, year, _headline(year, grade))}


def _headline(year: AgencyYear, grade: str | None) -> Headline:
    prior = year.prior_fiscal_year_be
    found = grading.position(year.agency_code, prior)
    if found.standing:
        return sentences.headline(found.standing, way_of(found.standing, grade), prior)
    return sentences.without_rules(prior, found.problem) if found.problem else sentences.without_scores(prior)


def _title(year: AgencyYear) -> Mapping[str, object] | None:
    at = standing(year)
    if at is None or at.total is None or not way_tables.taken(at):
        return None
    from ita_analysis.figures.staircase import axis_span

    stairs = _drawn(at)
    low, _ = axis_span(float(at.total), float(stairs["total"].iloc[-1]), _rest(at, stairs))
    key = "way.chart.title" if scoring.steps(at) else "way.chart.title_indicators"
    return {"title": say(key), "text": say("way.chart.cut", low=f"{max(low, 0):.0f}")}


def _drawn(at: Standing) -> pd.DataFrame:
    rows = [
        {"code": _tick(each.step.code), "gain": float(each.step.gain), "total": float(each.total or 0)}
        for each in scoring.stairs(at, way_tables.taken(at))
    ]
    return pd.DataFrame(rows, columns=["code", "gain", "total"])


def _tick(code: str) -> str:
    return say("way.indicator_no", no=code) if code.isdigit() else code


def _rest(at: Standing, stairs: pd.DataFrame) -> float:
    """Return the points from the last stair to the nearest band that only surveys can reach."""
    full = scoring.full_gain(at)
    is_full = full is not None and abs(float(stairs["gain"].sum()) - float(full)) < 1e-9
    beyond = next((each.rest for each in scoring.ways(at) if each.reach == "surveys" and each.rest), None)
    return float(beyond) if beyond and is_full else 0.0


def _stairs(year: AgencyYear, grade: str | None) -> tuple[Figure, str] | None:
    at = standing(year)
    if at is None or at.total is None or not way_tables.taken(at):
        return None
    from ita_analysis.figures.staircase import staircase

    way, stairs = way_of(at, grade), _drawn(at)
    chosen = len(way.steps) if way else 0
    figure = staircase(stairs, float(at.total), chosen, ask("bands", year.prior_fiscal_year_be), _rest(at, stairs))
    told = [
        (_tick(each.step.code), rounded(each.step.gain), rounded(each.total))
        for each in scoring.stairs(at, way_tables.taken(at))
        if each.total is not None
    ]
    return figure, sentences.chart_in_words(rounded(at.total), told, chosen)


def _documents(year: AgencyYear, grade: str | None) -> Mapping[str, object] | None:
    at = standing(year)
    return way_tables.documents(at, way_of(at, grade), year.prior_fiscal_year_be) if at else None


def _bands(year: AgencyYear, grade: str | None) -> Mapping[str, object] | None:
    at = standing(year)
    return way_tables.bands(at, way_of(at, grade), partial(heads.link, _PAGE, year)) if at else None


def _surveys(year: AgencyYear, grade: str | None) -> Mapping[str, object] | None:
    at = standing(year)
    return way_tables.surveys(at, way_of(at, grade)) if at else None


def _floors(year: AgencyYear) -> Mapping[str, object] | None:
    at = standing(year)
    return way_tables.floors(at) if at else None


def _arithmetic(year: AgencyYear, grade: str | None) -> Mapping[str, object] | None:
    at = standing(year)
    return way_tables.arithmetic(at, way_of(at, grade), year.prior_fiscal_year_be) if at else None


def _source(year: AgencyYear) -> Mapping[str, object]:
    way = heads.way_to_source(year, _PAGE)
    numbers = [sources.score(year, way)]
    if standing(year):
        numbers.append(sources.way_up(year, way))
    return {"numbers": numbers}
