"""In which years' assessments the documents about a fiscal year's measures are handed in."""

from __future__ import annotations

from collections.abc import Iterator

from ita_analysis.framework.loading import fiscal_years, load
from ita_analysis.framework.rows import MeasuresKind


def assessments(fiscal_year_be: int, kind: MeasuresKind) -> Iterator[tuple[int, str]]:
    """Yield the years, with the item's code, in whose assessment the plan or report of a year is handed in.

    Until FY2566 the report is on the measures of the assessed year, from FY2567 on those of the year before: the
    criteria of each year say which.
    """
    for year in (fiscal_year_be, fiscal_year_be + 1):
        rules = load(year) if year in fiscal_years() else None
        item = rules.measures_item(kind) if rules else None
        if rules and item:
            is_of_prior = any(each.code == "prior_year_measures" for each in rules.criteria_of(kind))
            if year - is_of_prior == fiscal_year_be:
                yield year, item.item_code
