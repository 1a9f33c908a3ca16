"""The tables of one measure's part of the page: guidelines, steps, indicators, results, dates, findings."""

from __future__ import annotations

import pandas as pd

from ita_analysis.documents.tables import Sheet, sheet
from ita_analysis.queries.asking import rows_of
from ita_analysis.texts import say
from ita_analysis.ui import checked, judging
from ita_analysis.ui.asking import AgencyYear, of_year
from ita_analysis.ui.exported.entering import of_cited
from ita_analysis.ui.exported.measures import of_findings
from ita_analysis.ui.exported.rounds import of_dates, of_results


def guidelines(year: AgencyYear, measure_no: int) -> Sheet:
    """Return a row per guideline of the plan."""
    return sheet(
        say("measures.guidelines"),
        _title(year, measure_no),
        rows_of(_own("guidelines", year, measure_no)),
        (say("column.no"), "count", lambda row: row.guideline_no),
        (say("measures.guidelines"), "text", lambda row: row.words),
    )


def steps(year: AgencyYear, measure_no: int) -> Sheet:
    """Return a row per step and round in which it was judged, with the words that the judgement rests on."""
    return sheet(
        say("column.step"),
        _title(year, measure_no),
        rows_of(_own("steps", year, measure_no)),
        (say("column.no"), "count", lambda row: row.step_no),
        (say("column.step"), "text", lambda row: row.words),
        (say("export.column.round"), "count", lambda row: row.round_months),
        (say("column.state"), "text", lambda row: _state(row.state)),
        (say("column.reason"), "text", lambda row: row.reason),
    )


def answers(year: AgencyYear, measure_no: int) -> Sheet:
    """Return a row per indicator that the measure answers, and on whose word."""
    links = judging.links(year)
    return sheet(
        say("column.answers"),
        _title(year, measure_no),
        rows_of(links[links["measure_no"] == measure_no]),
        (say("export.column.indicator_no"), "count", lambda row: row.indicator_no),
        (say("filter.indicator"), "text", lambda row: row.short_name_th),
        (say("export.column.weak"), "text", lambda row: say("export.yes" if row.is_weak else "export.no")),
        (say("coverage.who"), "text", lambda row: say(f"basis.{row.basis}")),
        (say("coverage.reason"), "text", lambda row: row.reason),
    )


def results(year: AgencyYear, measure_no: int) -> Sheet:
    """Return a row per result that a report states."""
    return of_results(_title(year, measure_no), _own("results", year, measure_no), of_year("evidence", year))


def dates(year: AgencyYear, measure_no: int) -> Sheet:
    """Return a row per date of publication that a result states."""
    return of_dates(_title(year, measure_no), _own("evidence", year, measure_no))


def evidence(year: AgencyYear, measure_no: int) -> Sheet:
    """Return a row per piece of evidence that the results cite, with its address and its file."""
    return of_cited(_title(year, measure_no), _own("cited", year, measure_no))


def findings(year: AgencyYear, measure_no: int) -> Sheet:
    """Return a row per finding about the measure."""
    return of_findings(each for each in checked.standing(year) if each.measure_no == measure_no)


def in_words(year: AgencyYear, measure_no: int) -> str:
    """Return which measure the tables are about."""
    return say("export.measure", no=measure_no, title=_title(year, measure_no))


def _own(question: str, year: AgencyYear, measure_no: int) -> pd.DataFrame:
    found = of_year(question, year)
    return found[found["measure_no"] == measure_no]


def _title(year: AgencyYear, measure_no: int) -> str:
    return str(_own("measures", year, measure_no)["title"].iloc[0])


def _state(state: object) -> str:
    return say(f"step.{state}") if isinstance(state, str) else say("rounds.not_judged")


TABLES = (steps, answers, guidelines, results, dates, evidence, findings)
