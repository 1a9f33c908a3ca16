"""The numbers of the trend as tables: own score, level and means by year, and how the group spread in each year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ita_analysis.queries.asking import rows_of
from ita_analysis.scoring import LEAST_OTHERS, Year, percent
from ita_analysis.sentences import trend as sentences
from ita_analysis.ui import comparing, grading
from ita_analysis.ui.asking import AgencyYear, ask
from ita_analysis.ui.choosing import Filters
from ita_analysis.ui.comparing import View
from ita_analysis.ui.rendering import show_kept
from ita_analysis.ui.screens.comparison import spread


def show(year: AgencyYear, wanted: Filters) -> None:
    """Show the tables of the years, folded away; without own years the published means alone."""
    show_kept("year_tables", _tables, year, wanted)


def _tables(year: AgencyYear, wanted: Filters) -> Mapping[str, object]:
    view = comparing.view(year, wanted)
    is_total = view.level == "total"
    grades = grading.grade_by_year(ask("scores_by_year", year.agency_code)) if is_total else {}
    return {
        "what": view.what,
        "is_total": is_total,
        "rows": [_row(each, view, grades) for each in view.years],
        "spreads": list(_spreads(view)),
        "group": view.group_name,
        "means": [] if view.years else list(_means(view)),
        "province": year.province or "",
    }


def _row(year: Year, view: View, grades: Mapping[int, str]) -> dict[str, object]:
    places = {each.fiscal_year_be: each.place for each in view.standings}
    share, nation, province = places.get(year.fiscal_year_be), *_published(view, year.fiscal_year_be)
    return {
        "year": year.fiscal_year_be,
        "score": None if year.score is None else float(year.score),
        "grade": grades.get(year.fiscal_year_be),
        "moved": sentences.moved(year),
        "place": None if share is None else percent(share),
        "nation": nation,
        "province": province,
    }


def _published(view: View, fiscal_year_be: int) -> tuple[float | None, float | None]:
    """Return the published means of the nation and of the province."""
    own = view.means[view.means["fiscal_year_be"] == fiscal_year_be]
    found = {bool(row.is_nation): float(row.mean_score) for row in rows_of(own)}
    return found.get(True), found.get(False)


def _spreads(view: View) -> Iterator[dict[str, object]]:
    shown = {each.fiscal_year_be for each in view.years}
    for row in rows_of(view.peers[view.peers["other_count"] >= LEAST_OTHERS]):
        if int(row.fiscal_year_be) in shown:
            yield {"year": int(row.fiscal_year_be), "count": int(row.other_count), "spread": spread(row)}


def _means(view: View) -> Iterator[dict[str, object]]:
    for row in rows_of(view.means):
        yield {"year": int(row.fiscal_year_be), "scope": row.scope_th, "score": float(row.mean_score)}
