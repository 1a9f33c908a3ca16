"""The tables of the way to the next grade: documents, bands, surveys, floors, and the arithmetic line by line."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from ita_analysis.documents.tables import Part, Sheet, sheet
from ita_analysis.texts import say
from ita_analysis.ui.asking import AgencyYear
from ita_analysis.ui.choosing import Filters
from ita_analysis.ui.screens import way_tables
from ita_analysis.ui.screens.way import standing, way_of


def documents(year: AgencyYear, wanted: Filters) -> Sheet:
    """Return a row per open document, or OIT indicator where items have no scores: its points, the total after it."""
    at, prior = standing(year), year.prior_fiscal_year_be
    made: Any = way_tables.documents(at, way_of(at, wanted.grade), prior) if at else {"rows": (), "folded": ()}
    is_named = made.get("column") == say("column.item")
    return sheet(
        say("export.documents" if is_named else "export.documents_of_indicators"),
        made.get("title", ""),
        [*made["rows"], *made["folded"]],
        (say("column.item") if is_named else say("export.column.indicator_no"), "text", lambda row: row["code"]),
        (say("column.topic"), "text", lambda row: row["name"]),
        (say("way.own"), "text", lambda row: _yes(row["is_own"])),
        (say("export.column.chosen"), "text", lambda row: _yes(row["is_chosen"])),
        (say("way.column.returned"), "score", lambda row: _number(row["gain"])),
        (say("way.column.total"), "score", lambda row: _number(row["total"])),
        (say("way.column.grade"), "text", lambda row: row["grade"]),
    )


def bands(year: AgencyYear, wanted: Filters) -> Sheet:
    """Return a row per band above: where it starts, how far it is, and the shortest way there."""
    at = standing(year)
    made: Any = way_tables.bands(at, way_of(at, wanted.grade), _nowhere) if at else None
    return sheet(
        say("export.bands"),
        say("way.title_ways"),
        _rows(made),
        (say("way.column.grade"), "text", lambda row: row["label"]),
        (say("way.column.cut"), "score", lambda row: _number(row["cut"])),
        (say("way.column.gap"), "score", lambda row: _number(row["gap"])),
        (say("way.column.way"), "text", lambda row: row["words"]),
    )


def surveys(year: AgencyYear, wanted: Filters) -> Sheet:
    """Return a row per survey item: the points it would need alone, or in words the most that it can give."""
    at = standing(year)
    made: Any = way_tables.surveys(at, way_of(at, wanted.grade)) if at else None
    return sheet(
        say("export.surveys"),
        f"{made['title']} · {say('way.survey.no_promise')}" if made else "",
        [*_rows(made), *(made["folded"] if made else ())],
        (say("column.item"), "text", lambda row: row["code"]),
        (say("column.topic"), "text", lambda row: row["name"]),
        (say("way.column.score"), "score", lambda row: _number(row["score"])),
        (say("way.column.needed"), "score", lambda row: _number(row["more"]) if row["is_enough"] else row["needs"]),
    )


def floors(year: AgencyYear, _: Filters) -> Sheet:
    """Return a row per instrument and part: its score, and how it stands to the floor of each band that has one."""
    at = standing(year)
    made: Any = way_tables.floors(at) if at else None
    cells: list[Part] = [
        (head, "text", partial(_floor, number)) for number, head in enumerate(made["heads"] if made else ())
    ]
    return sheet(
        say("way.title_floors"),
        say("way.title_floors"),
        _rows(made),
        (say("way.column.instrument"), "text", lambda row: row["code"]),
        (say("way.column.score"), "score", lambda row: _number(row["score"])),
        *cells,
    )


def arithmetic(year: AgencyYear, wanted: Filters) -> Sheet:
    """Return a row per line of the total, before and after the documents of the way, or all documents."""
    at, prior = standing(year), year.prior_fiscal_year_be
    made: Any = way_tables.arithmetic(at, way_of(at, wanted.grade), prior) if at else None
    return sheet(
        say("export.arithmetic"),
        say("way.title_arithmetic"),
        _rows(made),
        (say("way.column.line"), "text", lambda row: row["label"]),
        (say("way.column.before", year=prior), "text", lambda row: row["before"]),
        (say("way.column.after", count=made["count"] if made else 0), "text", lambda row: row["after"]),
    )


def _rows(made: Any) -> Iterable[Any]:  # noqa: ANN401 - what a template gets
    return made["rows"] if made else ()


def _floor(number: int, row: Any) -> str:  # noqa: ANN401 - a row of a template
    shown = row["cells"][number]
    return "\n".join(filter(None, [shown["words"], shown["more"]]))


def _nowhere(**_: object) -> str:
    """Return no address: a file has none."""
    return ""


def _yes(is_so: object) -> str:
    return say("export.yes" if is_so else "export.no")


def _number(exact: Any) -> float | None:  # noqa: ANN401 - a Decimal, a number in words, or None
    return None if exact is None else float(exact)


TABLES = (documents, bands, surveys, floors, arithmetic)
