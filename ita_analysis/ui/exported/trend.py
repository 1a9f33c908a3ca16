"""The tables of the screen of trends: a score and its group by year, the ten indicators, groups of the last year."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from ita_analysis.documents.tables import Part, Sheet, sheet
from ita_analysis.queries.asking import rows_of
from ita_analysis.scoring import LEAST_OTHERS
from ita_analysis.sentences.parts import SEPARATOR
from ita_analysis.sentences.trend import moved
from ita_analysis.texts import say
from ita_analysis.ui import comparing, grading
from ita_analysis.ui.asking import AgencyYear, ask
from ita_analysis.ui.choosing import Filters
from ita_analysis.ui.screens import indicator_years
from ita_analysis.ui.screens.comparison import SPREAD


def years(year: AgencyYear, wanted: Filters) -> Sheet:
    """Return a row per year: the own score and level, the place in the group, the published means.

    Without own years there is a row per year of a published mean.
    """
    view = comparing.view(year, wanted)
    places = {each.fiscal_year_be: each.place for each in view.standings}
    means = {(int(row.fiscal_year_be), bool(row.is_nation)): row.mean_score for row in rows_of(view.means)}
    scores = {each.fiscal_year_be: each.score for each in view.years} or {no: None for no, _ in sorted(means)}
    is_total = view.level == "total"
    grades: Mapping[int, str] = grading.grade_by_year(ask("scores_by_year", year.agency_code)) if is_total else {}
    level: list[Part] = [(say("column.level"), "text", lambda row: grades.get(row[0]))]
    return sheet(
        say("export.years"),
        view.what,
        scores.items(),
        (say("filter.year"), "text", lambda row: str(row[0])),
        (say("unit.points"), "score", lambda row: _number(row[1])),
        *(level if is_total else []),
        (say("export.column.place", group=view.group_name), "share", lambda row: _number(places.get(row[0]))),
        (say("export.column.nation"), "score", lambda row: means.get((row[0], True))),
        (say("column.province"), "score", lambda row: means.get((row[0], False))),
    )


def spreads(year: AgencyYear, wanted: Filters) -> Sheet:
    """Return a row per own year in which the group has others enough: how their scores spread."""
    view = comparing.view(year, wanted)
    shown = {each.fiscal_year_be for each in view.years}
    return sheet(
        say("export.spreads"),
        SEPARATOR.join([view.what, view.group_name]),
        [row for row in rows_of(view.peers) if _is_told(row) and row.fiscal_year_be in shown],
        (say("filter.year"), "text", lambda row: str(row.fiscal_year_be)),
        (say("trend.others"), "count", lambda row: row.other_count),
        *_ends(),
    )


def indicators(year: AgencyYear, wanted: Filters) -> Sheet:
    """Return a row per indicator: its score in each own year, what became of it, and the median of the group."""
    view = comparing.view(year, wanted)
    rows = indicator_years.rows(year, wanted) if view.years else []
    years_of = rows[0][1] if rows else ()
    own: list[Part] = [(str(each.fiscal_year_be), "score", partial(_score_of, at)) for at, each in enumerate(years_of)]
    median = say("export.column.median", group=view.group_name, year=year.prior_fiscal_year_be)
    return sheet(
        say("export.indicators_by_year"),
        say("trend.indicators_table"),
        rows,
        (say("export.column.indicator_no"), "count", lambda each: each[0].indicator_no),
        (say("filter.indicator"), "text", lambda each: each[0].name_th),
        *own,
        (say("trend.since"), "text", lambda each: moved(each[1][-1]) if each[1] else None),
        (median, "score", lambda each: each[2]),
    )


def groups(year: AgencyYear, wanted: Filters) -> Sheet:
    """Return a row per group in the assessed year; of one with too few others nothing is told but that."""
    view, names = comparing.view(year, wanted), comparing.group_names(year)
    return sheet(
        say("export.groups"),
        say("trend.compare_title", what=view.what, year=year.prior_fiscal_year_be),
        rows_of(view.groups),
        (say("trend.group"), "text", lambda row: names[row.peer_group]),
        (say("trend.others"), "count", lambda row: row.other_count if _is_told(row) else None),
        (say("trend.place"), "share", lambda row: _number(comparing.share_of(row)) if _is_told(row) else None),
        *_ends(),
    )


def _ends() -> list[Part]:
    """Return the columns of a spread: both ends of each part, of a median the one."""
    return [
        (_end(part, place), "score", _take(end))
        for part, both in SPREAD.items()
        for place, end in zip(("low", "high") if len(both) > 1 else ("",), both, strict=True)
    ]


def _score_of(at: int, row: Any) -> float | None:  # noqa: ANN401 - a row of the screen
    return _number(row[1][at].score)


def _end(part: str, place: str) -> str:
    """Return the heading of one end of a spread; a median has no other end."""
    name = say(f"trend.spread.{part}")
    return say(f"export.end.{place}", part=name) if place else name


def _take(end: str) -> Any:  # noqa: ANN401 - a taker of a row's number
    return lambda row: getattr(row, end) if _is_told(row) else None


def _is_told(row: Any) -> bool:  # noqa: ANN401 - a row of an answer
    return bool(row.other_count >= LEAST_OTHERS)


def _number(exact: Any) -> float | None:  # noqa: ANN401 - a Fraction, a Decimal or None
    return None if exact is None else float(exact)


TABLES = (years, spreads, indicators, groups)
