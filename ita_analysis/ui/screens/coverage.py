"""The screen of coverage: weak indicators against measures, the empty row first, and on whose word each link rests."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from ita_analysis.people import may
from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences import coverage as sentences
from ita_analysis.sentences.origins import origin_of
from ita_analysis.sentences.weak import kind_of, kind_words
from ita_analysis.texts import say
from ita_analysis.ui import choosing, heads, judging, sources
from ita_analysis.ui.asking import AgencyYear, ask, of_year
from ita_analysis.ui.choosing import Filters
from ita_analysis.ui.rendering import show_kept
from ita_analysis.ui.screens.measures import offered
from ita_analysis.ui.screens.planning import NEW
from ita_analysis.ui.visiting import visitor

_PAGE = "coverage"
_MOST_TITLES = 5  # columns that carry a measure's title; more carry its number
_WIDEST = 20  # columns of one matrix; more measures make a second one below
_SHOWN_ITEMS = 6


def show_head(year: AgencyYear) -> None:
    """Show which weak indicator no measure answers."""
    show_kept("head", _head, year)


def choose(year: AgencyYear) -> Filters:
    """Return what the reader filters for: any indicator, a unit."""
    names = {str(row.indicator_no): row.tile_name_th for row in rows_of(judging.indicators(year))}
    return choosing.filters(
        {"indicator": (list(names), lambda code: f"{code} {names[code]}"), "unit": offered(year)["unit"]}
    )


def show_matrix(year: AgencyYear, wanted: Filters) -> None:
    """Show a row per indicator that is weak or answered, a column per measure; on a phone a list."""
    show_kept("coverage", _matrix, year, wanted, may(visitor(), "plan", year.agency_code, visitor().unit))


def show_basis(year: AgencyYear, wanted: Filters) -> None:
    """Show the words or the reason that each link rests on, and whose they are."""
    show_kept("basis", _basis, year, wanted)


def show_source(year: AgencyYear, wanted: Filters) -> None:
    """Say where the numbers of this screen come from."""
    show_kept("source", _source, year, wanted)


def measures_shown(year: AgencyYear, wanted: Filters) -> pd.DataFrame:
    """Return the measures that pass the filter of the unit."""
    found = of_year("measures", year)
    return found[found["responsible"] == wanted.unit] if wanted.unit else found


def _head(year: AgencyYear) -> Mapping[str, object]:
    about = (judging.indicators(year), of_year("measures", year), judging.links(year))
    return {"head": heads.head(_PAGE, year, sentences.headline(*about))}


def _matrix(year: AgencyYear, wanted: Filters, can_plan: bool) -> Mapping[str, object]:
    measures, links = measures_shown(year, wanted), judging.links(year)
    links = links[links["measure_id"].isin(measures["measure_id"])]
    indicators = judging.indicators(year)
    indicators = indicators[indicators["is_weak"] | indicators["indicator_no"].isin(links["indicator_no"])]
    if wanted.indicator_no:
        indicators = indicators[indicators["indicator_no"] == wanted.indicator_no]
    answering = set(links[links["is_weak"]]["measure_id"])
    columns = [_column(year, row, answering) for row in rows_of(measures)]
    rows = [_row(year, row, columns, links) for row in rows_of(indicators)]
    rows.sort(key=lambda row: (not row["is_hole"], not row["is_weak"], row["no"]))
    return {
        "has_titles": len(columns) <= _MOST_TITLES,
        "blocks": [_block(rows, columns[start : start + _WIDEST]) for start in range(0, max(len(columns), 1), _WIDEST)],
        "rows": rows,
        "kinds": sorted({str(row["kind_words"]) for row in rows if row["is_weak"]}),
        "count": len(columns),
        "is_filtered": wanted != Filters(),
        "can_plan": can_plan,
    }


def _column(year: AgencyYear, row: Any, answering: set[int]) -> dict[str, Any]:  # noqa: ANN401 - a row of an answer
    address = heads.link("measures", year, measure=row.measure_no)
    about = {"no": row.measure_no, "title": row.title, "href": address}
    return {**about, "id": row.measure_id, "is_off": row.measure_id not in answering}


def _row(year: AgencyYear, row: Any, columns: list[dict[str, Any]], links: pd.DataFrame) -> dict[str, Any]:  # noqa: ANN401
    own = links[links["indicator_no"] == row.indicator_no]
    linked = dict(zip(own["measure_id"], own["basis"], strict=True))
    found = [{**column, "basis": linked[column["id"]]} for column in columns if column["id"] in linked]
    name = f"{row.indicator_no} {row.short_name_th}"
    is_hole = bool(row.is_weak) and row.measure_count == 0
    return {
        "no": row.indicator_no,
        "name": name,
        "href": heads.link("weaknesses", year, indicator=row.indicator_no),
        "kind": kind_of(row),
        "kind_words": kind_words(row),
        "is_weak": bool(row.is_weak),
        "is_hole": is_hole,
        "plan": heads.link("plan", year, measure=NEW, indicator=row.indicator_no) if is_hole else "",
        "found": found,
        "linked": linked,
        "words": sentences.in_words(name, [each["title"] for each in found]),
        "measured_by": _measured_by(year, int(row.indicator_no)) if is_hole else "",
    }


def _block(rows: list[dict[str, Any]], columns: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the matrix of some columns: a cell per row and column, with the basis of the link or None."""

    def cells(row: dict[str, Any]) -> list[dict[str, Any]]:
        return [{"basis": row["linked"].get(column["id"]), "is_off": column["is_off"]} for column in columns]

    return {"columns": columns, "rows": [{**row, "cells": cells(row)} for row in rows]}


def _measured_by(year: AgencyYear, indicator_no: int) -> str:
    """Return the items that an indicator without a measure is measured by: what a measure would have to answer."""
    items = ask("items", year.agency_code, year.prior_fiscal_year_be)
    own = [*rows_of(items[items["indicator_no"] == indicator_no])]
    if not own:
        return ""
    topics = ", ".join(item.topic_th for item in own[:_SHOWN_ITEMS])
    codes = own[0].item_code if len(own) == 1 else f"{own[0].item_code}–{own[-1].item_code}"
    return say("coverage.measured_by", codes=codes, topics=topics)


def _basis(year: AgencyYear, wanted: Filters) -> Mapping[str, object]:
    measures, links = measures_shown(year, wanted).set_index("measure_id"), judging.links(year)
    way = heads.way_to_source(year, _PAGE, **vars(wanted))
    links = links[links["measure_id"].isin(measures.index)]
    if wanted.indicator_no:
        links = links[links["indicator_no"] == wanted.indicator_no]
    rows = [
        {
            "title": measures.loc[link.measure_id, "title"],
            "href": heads.link("measures", year, measure=link.measure_no),
            "indicator": f"{link.indicator_no} {heads.text_of(link.short_name_th) or ''}",
            "basis": link.basis,
            "reason": link.reason,
            "place": origin_of(measures.loc[link.measure_id]),
            "cell": heads.cell(way, f"measure-{link.measure_no}-title"),
        }
        for link in rows_of(links)
    ]
    return {"rows": rows}


def _source(year: AgencyYear, wanted: Filters) -> Mapping[str, object]:
    way = heads.way_to_source(year, _PAGE, **vars(wanted))
    return {"numbers": [sources.coverage(year, way), sources.rule(year), sources.worth(year)]}
