"""What documents about an agency's year are made of: the answers about it, each asked once, persons left unnamed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from ita_analysis import framework
from ita_analysis.documents.names import without_names
from ita_analysis.queries import agencies, criteria, entries, indicators, measures, origins, rounds, rules
from ita_analysis.queries.asking import Connection, rows_of
from ita_analysis.scoring import Standing
from ita_analysis.sentences import weak
from ita_analysis.sentences.executive import LastResult, WayUp
from ita_analysis.sentences.rounds import latest_reported
from ita_analysis.sentences.standing import grade_of, position_of
from ita_analysis.sentences.way import way_up
from ita_analysis.sentences.weak import StatedRule
from ita_analysis.store.checking import Checked, checked
from ita_analysis.texts import say
from ita_analysis.thai.dates import MONTHS, long_date
from ita_analysis.thai.fiscal_year import BE


@dataclass(frozen=True, eq=False)
class Facts:
    """The answers about an agency's year; `months` is the round of the slides, None where none has a result.

    `indicators` are judged ones, `items` those that ask for plan and report, `checked` the year as checked that day,
    `stored` the scores of the assessed year. `files` are those of the reports; the name of one that names a person
    says only that.
    """

    agency: str
    agency_short: str
    is_synthetic: bool
    fiscal_year_be: int
    prior: int
    months: int | None
    today: date
    data_of: str
    files: tuple[str, ...]
    indicators: pd.DataFrame
    rule: StatedRule
    links: pd.DataFrame
    measures: pd.DataFrame
    rounds: pd.DataFrame
    steps: pd.DataFrame
    tasks: pd.DataFrame
    checked: Checked
    items: pd.DataFrame
    bands: pd.DataFrame
    stored: pd.DataFrame
    last: LastResult
    at: Standing | None

    @property
    def up(self) -> WayUp | None:
        """Return the shortest way to the next grade in a few words; None where it cannot be told."""
        return way_up(self.at) if self.at else None


def facts_of(
    opened: Connection, agency_code: str, fiscal_year_be: int, months: int | None, today: date
) -> Facts | None:
    """Return what there is to say of an agency's year and a round (None: the latest with a result) on a day.

    None where there is nothing to say about that agency and year.
    """
    years = agencies.agency_years(opened, agency_code)
    by_year = {int(row.fiscal_year_be): row for row in rows_of(years)}
    whose = (opened, agency_code, fiscal_year_be)
    if fiscal_year_be not in by_year or (found := checked(*whose)) is None:
        return None
    about = by_year[fiscal_year_be]
    prior = _prior(about)
    stated = weak.stated_rule(rules.rule_changes(opened, prior), prior)
    judged = _judged(opened, agency_code, by_year, fiscal_year_be)
    links = measures.links(*whose)
    stored = _veiled(origins.score_origins(opened, agency_code, prior))
    at, states = position_of(stored, prior).standing, rounds.rounds(*whose)
    return Facts(
        agency=about.name_th,
        agency_short=about.short_name_th,
        is_synthetic=bool(about.is_synthetic),
        fiscal_year_be=fiscal_year_be,
        prior=prior,
        months=months or latest_reported(states),
        today=today,
        data_of=_data_of(about.written_in, today),
        files=tuple(dict.fromkeys(map(without_names, agencies.reports(*whose)["file_name"].dropna()))),
        indicators=judged,
        rule=stated,
        links=links.assign(is_weak=links["indicator_no"].isin(weak.weak_rows(judged)["indicator_no"])),
        measures=measures.measures(*whose),
        rounds=states,
        steps=measures.steps(*whose),
        tasks=entries.tasks(*whose, today),
        checked=found,
        items=criteria.items_of_measures(opened, fiscal_year_be),
        bands=criteria.bands(opened, prior),
        stored=stored,
        last=_last_result(opened, agency_code, prior, stored, at),
        at=at,
    )


def _judged(opened: Connection, agency_code: str, years: Mapping[int, Any], fiscal_year_be: int) -> pd.DataFrame:
    def own(of: int) -> pd.DataFrame:
        prior = _prior(years[of])
        rule = weak.stated_rule(rules.rule_changes(opened, prior), prior).rule
        return weak.judged(indicators.indicators(opened, agency_code, of), rule)

    return weak.of_year(fiscal_year_be, years, own)


def _prior(about: Any) -> int:  # noqa: ANN401 - a row of an answer
    return int(about.fiscal_year_be - 1 if pd.isna(about.prior_fiscal_year_be) else about.prior_fiscal_year_be)


def _veiled(stored: pd.DataFrame) -> pd.DataFrame:
    names = {name: stored[name].map(without_names, na_action="ignore") for name in ("file_name", "sheet_name")}
    return stored.assign(**names)


def _last_result(
    opened: Connection, agency_code: str, prior: int, stored: pd.DataFrame, at: Standing | None
) -> LastResult:
    total, before = (_total(opened, agency_code, year) for year in (prior, prior - 1))
    is_same = not framework.changes_between(prior - 1, prior)
    return LastResult(prior, total, grade_of(total, stored, at, prior), before, is_same_rules=is_same)


def _total(opened: Connection, agency_code: str, fiscal_year_be: int) -> float | None:
    found = indicators.total(opened, agency_code, fiscal_year_be)
    return None if found.empty else float(found["score"].iloc[0])


def _data_of(written_in: pd.Timestamp | None, today: date) -> str:
    """Return of when the data are: of the latest report's month, without one of the day the slides are made on."""
    if written_in is None or pd.isna(written_in):
        return say("deck.data_on", date=long_date(today))
    return say("head.data_of", month=f"{MONTHS[written_in.month - 1]} {written_in.year + BE}")
