"""One indicator in full: its score, whose word calls it weak, who answers it, and its items down to the arithmetic."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from ita_analysis import framework
from ita_analysis.errors import ItaError
from ita_analysis.framework import Framework
from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences import drill as sentences
from ita_analysis.sentences.items import item_lines, weakest
from ita_analysis.sentences.origins import place_of
from ita_analysis.sentences.weak import carried_words
from ita_analysis.sentences.weaknesses import beside
from ita_analysis.texts import say, say_some
from ita_analysis.ui import heads, judging
from ita_analysis.ui.asking import AgencyYear, ask, of_year
from ita_analysis.ui.choosing import Filters
from ita_analysis.ui.rendering import show_kept
from ita_analysis.ui.score_places import code_of

_PAGE = "weaknesses"


def show_indicator(year: AgencyYear, indicator_no: int) -> None:
    """Show one indicator in full."""
    show_kept("indicator", _one, year, indicator_no)


def show_weakest_items(year: AgencyYear, wanted: Filters) -> None:
    """Show the weakest items of all indicators, where items have scores and no one indicator is asked for."""
    if not wanted.indicator_no:
        show_kept("weak_items", _weakest, year)


def pack_of(fiscal_year_be: int) -> Framework | None:
    """Return the rules of an assessed year, None where it has none of its own."""
    try:
        return framework.load(fiscal_year_be)
    except ItaError:
        return None


def items_of(year: AgencyYear) -> pd.DataFrame:
    """Return the items of the assessed year with their scores."""
    return ask("items", year.agency_code, year.prior_fiscal_year_be)


def _one(year: AgencyYear, indicator_no: int) -> Mapping[str, object]:
    indicators = judging.indicators(year)
    row: Any = next(rows_of(indicators[indicators["indicator_no"] == indicator_no]))
    way = heads.way_to_source(year, _PAGE, indicator=indicator_no)
    return {
        "row": row,
        "score": heads.number_of(row.score),
        "is_computed": row.score_source == "computed",
        "province_mean": heads.number_of(row.province_mean),
        "province": year.province or "",
        "prior": year.prior_fiscal_year_be,
        "kind": heads.text_of(row.weakness_kind),
        "carried": carried_words(row),
        "has_report": not pd.isna(row.report_id),
        "beside": beside(row),
        "words": heads.text_of(row.weakness_words),
        "place": place_of(row.weakness_place),
        "cell": heads.cell(way, f"weakness-{indicator_no}"),
        "score_cell": heads.cell(way, code_of("indicator", str(indicator_no))),
        "measures": _measures(year, indicator_no),
        "coverage": heads.link("coverage", year, indicator=indicator_no),
        **_items(year, indicator_no, heads.number_of(row.score)),
    }


def _measures(year: AgencyYear, indicator_no: int) -> list[dict[str, Any]]:
    links, measures = judging.links(year), of_year("measures", year)
    linked = links[links["indicator_no"] == indicator_no].set_index("measure_id")
    return [
        {
            "title": measure.title,
            "href": heads.link("measures", year, measure=measure.measure_no),
            "basis": linked.loc[measure.measure_id, "basis"],
        }
        for measure in rows_of(measures[measures["measure_id"].isin(linked.index)])
    ]


def _items(year: AgencyYear, indicator_no: int, stored: float | None) -> dict[str, Any]:
    """Return the items of an indicator with the arithmetic of its score, and whether any has a score, or is unsure."""
    items, pack = items_of(year), pack_of(year.prior_fiscal_year_be)
    items = items[items["indicator_no"] == indicator_no]
    told = sentences.drill(items, stored, pack, judging.rule(year), indicator_no) if pack and len(items) else None
    rule = judging.rule(year)
    return {
        "drill": told,
        "count": len(items),
        "limit": float(rule.develop_below) if rule else None,
        "is_document": bool(pack and pack.indicator(indicator_no).instrument == "OIT"),
        "has_scores": bool(items["score"].notna().any()),
        "is_unsure": bool((items["confidence"] != "sure").any()),
    }


def _weakest(year: AgencyYear) -> Mapping[str, object] | None:
    pack, items = pack_of(year.prior_fiscal_year_be), items_of(year)
    if pack is None or items["score"].isna().all():
        return None
    lines = item_lines(items, pack, judging.rule(year))
    losing, shown = [line for line in lines if line.is_losing], weakest(lines)
    ways = {line.indicator_no: heads.link(_PAGE, year, indicator=line.indicator_no) for line in shown}
    names = {line.indicator_no: pack.name(line.indicator_no, "short") for line in shown}
    title = say_some("weak_items.title", len(losing), shown=len(shown)) if losing else say("weak_items.none")
    return {"title": title, "rows": shown, "ways": ways, "names": names}
