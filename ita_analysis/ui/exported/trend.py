"""The tables of the screen of trends: the years of a score, and how each group spreads in the assessed year."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ita_analysis.documents.tables import Part, Sheet, sheet
from ita_analysis.queries.asking import rows_of
from ita_analysis.scoring import LEAST_OTHERS
from ita_analysis.texts import say
from ita_analysis.ui import comparing, grading
from ita_analysis.ui.asking import AgencyYear, ask
from ita_analysis.ui.choosing import Filters
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


def groups(year: AgencyYear, wanted: Filters) -> Sheet:
    """Return a row per group in the assessed year; of one with too few others nothing is told but that."""
    view, names = comparing.view(year, wanted), comparing.group_names(year)
    ends: list[Part] = [
        (_end(part, place), "score", _take(end))
        for part, both in SPREAD.items()
        for place, end in zip(("low", "high") if len(both) > 1 else ("",), both, strict=True)
    ]
    return sheet(
        say("export.groups"),
        say("trend.compare_title", what=view.what, year=year.prior_fiscal_year_be),
        rows_of(view.groups),
        (say("trend.group"), "text", lambda row: names[row.peer_group]),
        (say("trend.others"), "count", lambda row: row.other_count if _is_told(row) else None),
        (say("trend.place"), "share", lambda row: _number(comparing.share_of(row)) if _is_told(row) else None),
        *ends,
    )


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


TABLES = (years, groups)
