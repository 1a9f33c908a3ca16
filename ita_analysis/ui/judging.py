"""Answers of several screens with the rule of weakness laid over them, each made once per state of the data."""

from __future__ import annotations

import pandas as pd

from ita_analysis.scoring import WeaknessRule
from ita_analysis.sentences import weak
from ita_analysis.sentences.weak import StatedRule
from ita_analysis.ui.asking import AgencyYear, agency_years, ask, kept, of_year


def indicators(year: AgencyYear) -> pd.DataFrame:
    """Return the indicators of the assessed year with their status, and whether each is weak.

    A year that is only begun starts from those of the year before (`weak.begun`).
    """
    return kept(_indicators, year)


def links(year: AgencyYear) -> pd.DataFrame:
    """Return which measure answers which indicator; `is_weak` by the report's word or by the score."""
    return kept(_links, year)


def rule(year: AgencyYear) -> WeaknessRule | None:
    """Return the rule of weakness of the assessed year: the readers' own, else the default."""
    return stated_rule(year).rule


def rule_of(fiscal_year_be: int) -> WeaknessRule | None:
    """Return the rule of weakness of any assessed year."""
    return kept(_stated_rule, fiscal_year_be).rule


def stated_rule(year: AgencyYear) -> StatedRule:
    """Return the rule of weakness of the assessed year, with whose it is, why and since when."""
    return kept(_stated_rule, year.prior_fiscal_year_be)


def _indicators(year: AgencyYear) -> pd.DataFrame:
    years = {each.fiscal_year_be: each for each in (*agency_years(year.agency_code), year)}

    def own(fiscal_year_be: int) -> pd.DataFrame:
        return weak.judged(of_year("indicators", years[fiscal_year_be]), rule(years[fiscal_year_be]))

    return weak.of_year(year.fiscal_year_be, years, own)


def _stated_rule(fiscal_year_be: int) -> StatedRule:
    return weak.stated_rule(ask("rule_changes", fiscal_year_be), fiscal_year_be)


def _links(year: AgencyYear) -> pd.DataFrame:
    weak_numbers = weak.weak_rows(indicators(year))["indicator_no"]
    found = of_year("links", year)
    return found.assign(is_weak=found["indicator_no"].isin(weak_numbers))
