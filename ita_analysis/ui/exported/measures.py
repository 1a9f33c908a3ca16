"""The tables of the screen of measures: the measures that are left, and what was found about them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from ita_analysis.documents.tables import Sheet, sheet
from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences.parts import SEPARATOR
from ita_analysis.store.checking import Found
from ita_analysis.texts import say
from ita_analysis.ui import checked, heads, judging
from ita_analysis.ui.asking import AgencyYear, of_year
from ita_analysis.ui.choosing import Filters
from ita_analysis.ui.finding_rows import quote_of
from ita_analysis.ui.screens.measures import cell, findings_about, months_shown, passing


def measures(year: AgencyYear, wanted: Filters) -> Sheet:
    """Return a row per measure: whose it is, what it answers, how far it is in the round that is shown."""
    months = months_shown(year, wanted)
    links, rounds = judging.links(year), of_year("rounds", year)
    rows = [
        {
            "measure": measure,
            "answers": names(links[links["measure_id"] == measure.measure_id]),
            "cell": cell(rounds[_in_round(rounds, measure.measure_id, months)]),
            "found": sum(each.measure_no == measure.measure_no for each in checked.standing(year)),
        }
        for measure in rows_of(passing(year, wanted))
    ]
    return sheet(
        say("column.measure"),
        say("page.measures"),
        rows,
        (say("export.column.measure_no"), "count", lambda row: row["measure"].measure_no),
        (say("column.measure"), "text", lambda row: row["measure"].title),
        (say("filter.unit"), "text", lambda row: row["measure"].responsible),
        (say("column.answers"), "text", lambda row: row["answers"] or say("executive.no_indicator")),
        (say("export.column.round"), "count", lambda _: months),
        (say("step.done"), "count", lambda row: counted(row["cell"], "done")),
        (say("step.not_stated"), "count", lambda row: counted(row["cell"], "not_stated")),
        (say("step.not_done"), "count", lambda row: counted(row["cell"], "not_done")),
        (say("export.column.step_count"), "count", lambda row: row["measure"].step_count),
        (say("column.state"), "text", lambda row: in_words(row["cell"])),
        (say("column.findings"), "count", lambda row: row["found"]),
    )


def findings(year: AgencyYear, wanted: Filters) -> Sheet:
    """Return a row per finding about the measures that are left; without a filter all findings."""
    return of_findings(findings_about(year, wanted))


def of_findings(found: Iterable[Found]) -> Sheet:
    """Return a row per finding in words."""
    return sheet(
        say("column.finding"),
        say("export.findings"),
        found,
        (say("column.severity"), "text", lambda row: say(f"severity.{row.finding.severity}")),
        (say("column.finding"), "text", lambda row: row.finding.title),
        (say("column.quote"), "text", quote_of),
        (say("column.fix"), "text", lambda row: row.finding.fix),
        (say("column.place"), "text", lambda row: str(row.finding.place)),
        (say("export.column.measure_no"), "count", lambda row: row.measure_no),
    )


def names(links: pd.DataFrame) -> str:
    """Return the indicators of some links, each with its number."""
    return ", ".join(f"{row.indicator_no} {heads.text_of(row.short_name_th) or ''}".strip() for row in rows_of(links))


def counted(shown: dict[str, Any], steps: str) -> int | None:
    """Return how many steps of a kind a measure has in a round, or None where no result says anything about them."""
    return shown[steps] if shown["is_reported"] else None


def in_words(shown: dict[str, Any]) -> str | None:
    """Return what is said of a measure in a round."""
    return SEPARATOR.join(line.words for line in shown["lines"]) or None


def _in_round(rounds: pd.DataFrame, measure_id: int, months: int | None) -> pd.Series[bool]:
    return (rounds["measure_id"] == measure_id) & (rounds["round_months"] == (months or 0))


TABLES = (measures, findings)
