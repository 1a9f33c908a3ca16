"""What a sheet was read as, in a form that tests compare."""

from __future__ import annotations

from collections.abc import Mapping

from ita_analysis.intake.sheets.preview import read_sheet
from ita_analysis.results import ScoreSheet
from tests.intake.sheets.written import Rows, csv_bytes

Scores = dict[tuple[str, int], dict[str, float]]


def scores_of(sheet: ScoreSheet) -> Scores:
    """Return every score by agency and year, and by level and code."""
    found: Scores = {(result.agency.name, result.fiscal_year_be): {} for result in sheet.results}
    for row in sheet.scores.itertuples():
        result = sheet.results[row.result_no]
        found[result.agency.name, result.fiscal_year_be][f"{row.level}:{row.code}"] = row.score
    return found


def read_rows(rows: Rows, chosen: Mapping[str, str] | None = None, year: int | None = None) -> ScoreSheet:
    """Read rows as a CSV file."""
    return read_sheet("คะแนน.csv", csv_bytes(rows), chosen, year)


def rules(sheet: ScoreSheet) -> list[str]:
    """Return the rules that have something against a sheet."""
    return [finding.rule for finding in sheet.findings]


def told(sheet: ScoreSheet, rule: str) -> list[tuple[str, str]]:
    """Return the places and quotes of a rule's findings."""
    return [(str(finding.place), finding.quote) for finding in sheet.findings if finding.rule == rule]
