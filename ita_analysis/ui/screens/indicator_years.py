"""The part of the trends that shows the ten indicators over the years, as small pictures and as a table."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from ita_analysis.figures.style import Figure
from ita_analysis.queries.asking import rows_of
from ita_analysis.scoring import LEAST_OTHERS, Year
from ita_analysis.sentences import trend as sentences
from ita_analysis.sentences.parts import SEPARATOR
from ita_analysis.texts import say
from ita_analysis.ui import comparing, heads, judging
from ita_analysis.ui.asking import AgencyYear, ask
from ita_analysis.ui.charts import show_chart
from ita_analysis.ui.choosing import Filters
from ita_analysis.ui.rendering import show_kept

Row = tuple[Any, tuple[Year, ...], float | None]


def show(year: AgencyYear, wanted: Filters) -> None:
    """Show a small picture per indicator, the weakest of the assessed year first, and below them their table."""
    show_kept("section", _title, year, wanted)
    show_chart("multiples", _multiples, year, wanted, picks="indicator")
    show_kept("indicator_years", _table, year, wanted)


def rows(year: AgencyYear, wanted: Filters) -> list[Row]:
    """Return the indicators with their years and the median of the group; those without a score last."""
    medians = ask("peer_medians", year.agency_code, comparing.view(year, wanted).group, year.prior_fiscal_year_be)
    shown = medians[medians["other_count"] >= LEAST_OTHERS]
    of_group = dict(zip(shown["indicator_no"], shown["median_score"], strict=True))
    return [
        (row, comparing.years_of(year, "indicator", str(row.indicator_no)), of_group.get(row.indicator_no))
        for row in rows_of(judging.indicators(year).sort_values(["score", "indicator_no"]))
    ]


def _title(year: AgencyYear, wanted: Filters) -> Mapping[str, object]:
    from ita_analysis.figures.multiples import scale_of

    prior, rule = year.prior_fiscal_year_be, judging.rule(year)
    parts = [say("trend.multiples_scale", low=scale_of(_smalls(year, wanted)), year=prior)]
    if rule:
        parts.append(say("trend.multiples_limit", limit=f"{float(rule.develop_below):g}"))
    if any(median is not None for _, _, median in rows(year, wanted)):
        parts.append(say("trend.multiples_median", group=comparing.view(year, wanted).group_name, year=prior))
    return {"title": say("trend.multiples_title", year=prior), "text": SEPARATOR.join(parts)}


def _smalls(year: AgencyYear, wanted: Filters) -> list[Any]:
    from ita_analysis.figures.multiples import Small

    return [Small(row.indicator_no, row.tile_name_th, own, median) for row, own, median in rows(year, wanted)]


def _multiples(year: AgencyYear, wanted: Filters) -> tuple[Figure, str]:
    from ita_analysis.figures.multiples import multiples

    rule, smalls = judging.rule(year), _smalls(year, wanted)
    told = [(each.indicator_no, each.name, each.years[-1].score) for each in smalls]
    words = sentences.indicators_in_words(told, year.prior_fiscal_year_be)
    return multiples(smalls, float(rule.develop_below) if rule else None), words


def _table(year: AgencyYear, wanted: Filters) -> Mapping[str, object]:
    found = rows(year, wanted)
    return {
        "years": [each.fiscal_year_be for each in found[0][1]] if found else [],
        "prior": year.prior_fiscal_year_be,
        "rows": [
            {
                "no": row.indicator_no,
                "name": row.short_name_th,
                "href": heads.link("trend", year, indicator=row.indicator_no, group=wanted.group),
                "scores": [_number(each.score) for each in own],
                "moved": sentences.moved(own[-1]) if own else "",
                "median": median,
            }
            for row, own, median in found
        ],
    }


def _number(score: Decimal | None) -> float | None:
    return None if score is None else float(score)
