"""What an official document is made from: the report of a year, with the scores and the rule its analysis rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

import pandas as pd

from ita_analysis.queries.asking import rows_of
from ita_analysis.records import IndicatorLink, Progress, Report, Weakness, WeaknessKind
from ita_analysis.scoring import Assessed, WeaknessRule, all_weak, rounded
from ita_analysis.thai.text import key


@dataclass(frozen=True)
class Ended:
    """When a measure ended before its time, and why."""

    on: date
    reason: str


@dataclass(frozen=True)
class Material:
    """A report whose weak indicators are all named, the scores behind them, and the day its document is made on.

    `data_of` says of when the data are, as the slides do; `named` are the indicators that the agency itself calls weak;
    `sites` are hosts; `signed_on` is by role, `ended` by the title of a measure.
    """

    report: Report
    made_on: date
    assessed: tuple[Assessed, ...] = ()
    named: frozenset[int] = frozenset()
    rule: WeaknessRule | None = None
    total: Decimal | None = None
    data_of: str = ""
    is_synthetic: bool = False
    sites: tuple[str, ...] = ()
    signed_on: Mapping[str, date] = field(default_factory=dict, hash=False)
    ended: Mapping[str, Ended] = field(default_factory=dict, hash=False)

    @property
    def has_scores(self) -> bool:
        """Return whether any indicator has a score."""
        return any(each.score is not None for each in self.assessed)

    @property
    def is_analysed(self) -> bool:
        """Return whether anything of the year before is known: a score, or what the agency calls weak."""
        return self.has_scores or self.total is not None or bool(self.named or self.report.none_stated)

    @property
    def prior_year(self) -> int:
        """Return the year whose result is analysed."""
        return self.report.prior_fiscal_year_be or self.report.fiscal_year_be - 1

    def weak(self, kind: WeaknessKind) -> tuple[Weakness, ...]:
        """Return the weak indicators of a kind."""
        return tuple(each for each in self.report.weaknesses if each.kind == kind)

    @property
    def uncovered(self) -> tuple[Weakness, ...]:
        """Return the weak indicators that no measure answers on anybody's word."""
        answered = {link.no for measure in self.report.measures for link in confirmed(measure.indicators)}
        return tuple(each for each in self.report.weaknesses if each.indicator_no not in answered)

    @property
    def guessed(self) -> tuple[Weakness, ...]:
        """Return those uncovered ones that a measure may answer, as its wording suggests."""
        linked = {link.no for measure in self.report.measures for link in measure.indicators}
        return tuple(each for each in self.uncovered if each.indicator_no in linked)

    def name_of(self, indicator_no: int) -> str:
        """Return the name of an indicator, empty where the year does not have it."""
        return next((each.name for each in self.assessed if each.no == indicator_no), "")


def material(report: Report, judged: pd.DataFrame, made_on: date, rule: WeaknessRule | None = None) -> Material:
    """Return the material of a document from a report and the indicators of the year before, judged by the rule.

    A weak indicator that only its score shows is named beside those of the report; a score that the report does not
    state is that of the results. What else is known (`total`, `sites`, ...) is put in by `replace`.
    """
    assessed = tuple(
        Assessed(int(row.indicator_no), str(row.name_th), str(row.instrument), _score(row.score), row.status)
        for row in rows_of(judged)
    )
    named = frozenset(each.indicator_no for each in report.weaknesses)
    whole = replace(report, weaknesses=all_weak(report.weaknesses, assessed))
    return Material(whole, made_on, assessed, named, rule)


def in_order(report: Report) -> Iterator[tuple[str, Progress]]:
    """Yield the results in the order of the plan, each with the title of its measure; results of no measure last.

    A measure without a result has an empty one.
    """
    left = list(report.progress)
    for measure in report.measures:
        own = [each for each in left if key(each.measure) == key(measure.title)]
        left = [each for each in left if key(each.measure) != key(measure.title)]
        yield from ((measure.title, each) for each in own or [Progress(measure.title)])
    yield from ((each.measure, each) for each in left)


def confirmed(links: tuple[IndicatorLink, ...]) -> tuple[IndicatorLink, ...]:
    """Return the links on somebody's word; guesses by a measure's title are no part of a document."""
    return tuple(link for link in links if link.basis != "wording")


def _score(stated: float) -> Decimal | None:
    return None if pd.isna(stated) else rounded(stated)
