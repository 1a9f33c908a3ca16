"""The rule about the agency's own name: written in a cell with its kind misspelled, and how it is written right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_analysis.records import Finding, Report
from ita_analysis.review.rows import of_row, texts_of
from ita_analysis.thai.text import flat
from ita_analysis.vocabulary import words


def agency_misspelled(report: Report) -> Iterator[Finding]:
    """Find a cell that writes the agency's name with its kind misspelled, as องค์กรบริหาร for องค์การบริหาร."""
    misspelled = _misspelled(report.agency.name)
    if misspelled is None:
        return
    values = {"right": report.agency.name}
    for progress in report.progress:
        for role, text in texts_of(progress):
            if said := misspelled.search(flat(text)):
                of_cell = of_row("agency_misspelled", "low", progress, role, said[0])
                yield Finding(
                    of_cell.rule, of_cell.severity, of_cell.place, of_cell.quote, {**of_cell.values, **values}
                )
    for measure in report.measures:
        for role, texts in (("guideline", measure.guidelines), ("step", measure.steps)):
            if said := misspelled.search(flat("\n".join(texts))):
                yield Finding("agency_misspelled", "low", measure.place_of(role), said[0], values)


def spelled_right(text: str, agency: str) -> str:
    """Return a text in which the kind of an agency is spelled right wherever its name follows; all else stays."""
    misspelled = _misspelled(agency)
    return misspelled.sub(lambda said: _right(said["kind"]) + said["name"], text) if misspelled else text


def _misspelled(agency: str) -> re.Pattern[str] | None:
    """Return the misspelled ways of writing an agency, blanks before its name or not; an abbreviation is none."""
    wrong = [
        kind for kind in words("agency")["misspelled"] if not kind.endswith(".") and agency.startswith(_right(kind))
    ]
    name = next((agency.removeprefix(_right(kind)) for kind in wrong), "")
    if not name.strip():
        return None
    return re.compile(rf"(?P<kind>{'|'.join(map(re.escape, wrong))})(?P<name>\s*{re.escape(name.strip())})")


def _right(kind: str) -> str:
    right: str = words("agency")["misspelled"][kind]
    return right
