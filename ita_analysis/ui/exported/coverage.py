"""The tables of the screen of coverage: every pair of indicator and measure, what links rest on, what was changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from ita_analysis.documents.tables import Sheet, sheet
from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences.origins import place_of
from ita_analysis.sentences.weak import weak_words
from ita_analysis.texts import say
from ita_analysis.ui import judging
from ita_analysis.ui.asking import AgencyYear, of_year
from ita_analysis.ui.choosing import Filters
from ita_analysis.ui.screens.coverage import measures_shown


def matrix(year: AgencyYear, wanted: Filters) -> Sheet:
    """Return a row per measure and indicator that is weak or answered, the empty ones first; one without measures."""
    return sheet(
        say("export.matrix"),
        say("page.coverage"),
        _pairs(year, wanted),
        (say("export.column.indicator_no"), "count", lambda row: row["indicator"].indicator_no),
        (say("filter.indicator"), "text", lambda row: row["indicator"].name_th),
        (say("export.column.weak"), "text", lambda row: weak_words(row["indicator"])),
        (say("export.column.measure_no"), "count", lambda row: row["measure_no"]),
        (say("column.measure"), "text", lambda row: row["title"]),
        (say("coverage.answers"), "text", lambda row: say("export.yes" if row["basis"] else "export.no")),
        (say("coverage.who"), "text", lambda row: say(f"basis.{row['basis']}") if row["basis"] else ""),
    )


def basis(year: AgencyYear, wanted: Filters) -> Sheet:
    """Return a row per link: the words or the reason that it rests on, and whose they are."""
    measures = measures_shown(year, wanted).set_index("measure_id")
    return sheet(
        say("coverage.basis_title"),
        say("coverage.basis_title"),
        rows_of(_links(year, wanted)),
        (say("export.column.measure_no"), "count", lambda row: row.measure_no),
        (say("column.measure"), "text", lambda row: measures.loc[row.measure_id, "title"]),
        (say("export.column.indicator_no"), "count", lambda row: row.indicator_no),
        (say("filter.indicator"), "text", lambda row: row.short_name_th),
        (say("coverage.who"), "text", lambda row: say(f"basis.{row.basis}")),
        (say("coverage.reason"), "text", lambda row: row.reason),
        (say("column.place"), "text", lambda row: place_of(measures.loc[row.measure_id, "place"])),
    )


def changes(year: AgencyYear, _: Filters) -> Sheet:
    """Return a row per change of a link by an analyst, the newest first."""
    return sheet(
        say("export.changes"),
        say("coverage.changes.title"),
        rows_of(of_year("link_changes", year)),
        (say("coverage.changes.when"), "date", lambda row: row.changed_at),
        (say("coverage.changes.what"), "text", _change),
        (say("export.column.measure_no"), "count", lambda row: row.measure_no),
        (say("column.measure"), "text", lambda row: row.title),
        (say("export.column.indicator_no"), "count", lambda row: row.indicator_no),
        (say("coverage.reason"), "text", lambda row: row.reason),
        (say("export.column.before"), "text", _before),
    )


def _pairs(year: AgencyYear, wanted: Filters) -> Iterator[dict[str, Any]]:
    links, measures = _links(year, wanted), measures_shown(year, wanted)
    found = judging.indicators(year)
    found = found[found["is_weak"] | found["indicator_no"].isin(links["indicator_no"])]
    if wanted.indicator_no:
        found = found[found["indicator_no"] == wanted.indicator_no]
    found = found.assign(is_answered=found["measure_count"] > 0, is_aside=~found["is_weak"])
    found = found.sort_values(["is_aside", "is_answered", "indicator_no"])
    linked = {(row.indicator_no, row.measure_id): row.basis for row in rows_of(links)}
    for indicator in rows_of(found):
        for measure in rows_of(measures):
            kind = linked.get((indicator.indicator_no, measure.measure_id))
            yield {"indicator": indicator, "measure_no": measure.measure_no, "title": measure.title, "basis": kind}
        if measures.empty:
            yield {"indicator": indicator, "measure_no": None, "title": say("coverage.no_measure"), "basis": None}


def _links(year: AgencyYear, wanted: Filters) -> pd.DataFrame:
    links = judging.links(year)
    links = links[links["measure_id"].isin(measures_shown(year, wanted)["measure_id"])]
    return links[links["indicator_no"] == wanted.indicator_no] if wanted.indicator_no else links


def _change(row: Any) -> str:  # noqa: ANN401 - a row of an answer
    return say(f"coverage.changes.{row.action}", title=row.title, no=row.indicator_no)


def _before(row: Any) -> str:  # noqa: ANN401 - a row of an answer
    if not isinstance(row.basis_before, str):
        return ""
    return say("coverage.changes.before", basis=say(f"basis.{row.basis_before}"), reason=row.reason_before)


TABLES = (matrix, basis, changes)
