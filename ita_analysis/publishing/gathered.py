"""What the files about an agency's year are made of: each answer asked once, of one state of the data, for all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from ita_analysis.documents.facts import Facts, facts_of
from ita_analysis.documents.paper.material import Ended, Material, material
from ita_analysis.queries import cited
from ita_analysis.queries.asking import Connection, rows_of
from ita_analysis.records import Report
from ita_analysis.scoring import rounded
from ita_analysis.store.snapshots import snapshot_of
from ita_analysis.store.year_report import papers_of_year


@dataclass(frozen=True, eq=False)
class Gathered:
    """An agency's year for its files: what the slides say, the plan, the result of each reported round, the evidence.

    `results` are by round; `evidence` has a row per piece with what the last look at its address found.
    """

    agency_code: str
    facts: Facts
    plan: Material
    results: dict[int, Material]
    evidence: pd.DataFrame

    @property
    def result(self) -> Material | None:
        """Return the result of the chosen round, None where nothing is reported."""
        return self.results.get(self.facts.months or 0)


def gathered(
    opened: Connection, agency_code: str, fiscal_year_be: int, months: int | None, made_on: date
) -> Gathered | None:
    """Return all that the files of an agency's year are made of, with a chosen round (None: the latest with a result).

    None where there is nothing to say about that agency and year.
    """
    with snapshot_of(opened) as seen:
        facts = facts_of(seen, agency_code, fiscal_year_be, months, made_on)
        if facts is None:
            return None
        whose = (seen, agency_code, fiscal_year_be)
        reported = sorted({int(each) for each in facts.rounds.loc[facts.rounds["result_count"] > 0, "round_months"]})
        papers = papers_of_year(seen, agency_code, facts.checked.written.report, [None, *reported])
        sites, pieces = tuple(sorted(cited.sites(seen, agency_code)["host"])), cited.cited(*whose)
    made = {
        months: replace(_material(paper.report, facts), sites=sites, signed_on=paper.signed_on)
        for months, paper in papers.items()
    }
    results = {months: made[months] for months in reported}
    return Gathered(agency_code, facts, made[None], results, pieces)


def _material(report: Report, facts: Facts) -> Material:
    whole = replace(report, prior_fiscal_year_be=facts.prior)
    return replace(
        material(whole, facts.indicators, facts.today, facts.rule.rule),
        total=None if facts.last.total is None else rounded(facts.last.total),
        data_of=facts.data_of,
        is_synthetic=facts.is_synthetic,
        ended=_ended(facts.measures, report),
    )


def _ended(stored: pd.DataFrame, report: Report) -> dict[str, Ended]:
    """Return the measures of a report that ended before their time, by title."""
    titles = {each.title for each in report.measures}
    return {
        str(row.title): Ended(row.ended_on.date(), str(row.end_reason))
        for row in rows_of(stored[stored["ended_on"].notna()])
        if row.title in titles
    }
