"""A report kept as a folder of CSV tables, with what an analyst judged about it."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TypeVar, cast

from ita_analysis.errors import StoreError
from ita_analysis.records import (
    Agency,
    Basis,
    Finding,
    IndicatorLink,
    Measure,
    Place,
    Progress,
    Report,
    Severity,
    Signatory,
    Weakness,
    WeaknessKind,
)
from ita_analysis.thai.dates import StatedDate
from ita_analysis.thai.fiscal_year import Span

Line = dict[str, str]
Record = TypeVar("Record")


@dataclass(frozen=True)
class JudgedStep:
    """What an analyst made of one step of a measure in one round, and why; numbers count from 1."""

    measure_no: int
    step_no: int
    round_months: int
    state: str
    reason: str


@dataclass(frozen=True)
class KeptRecord:
    """A report of a folder, the findings about its source, its judged steps, and the names it goes by."""

    agency_code: str
    file_name: str
    fingerprint: str
    report: Report
    findings: tuple[Finding, ...]
    judged_steps: tuple[JudgedStep, ...]


def read_record(folder: Path) -> KeptRecord:
    """Return the record of a folder; raises StoreError with file and row where a table cannot be read."""
    agency_code, agency = _only(folder, "agency", lambda line: (line["agency_code"], _agency(line)))
    file_name, fingerprint, about = _only(folder, "report", _about)
    measures = _measures(folder)
    report = replace(
        about,
        agency=agency,
        weaknesses=_table(folder, "weaknesses", _weakness),
        measures=measures,
        progress=_progress(folder, measures),
        signatories=_table(folder, "signatories", lambda line: Signatory(line["role"], line["name"], line["position"])),
    )
    findings = _table(folder, "findings", _finding)
    judged = _table(folder, "step_progress", lambda line: _judged(line, measures))
    return KeptRecord(agency_code, file_name, fingerprint, report, findings, judged)


def _only(folder: Path, name: str, build: Callable[[Line], Record]) -> Record:
    """Return the record of a table that holds one row."""
    found = _table(folder, name, build)
    if len(found) != 1:
        raise StoreError("record_damaged", folder=folder.name, file=f"{name}.csv", row=len(found) + 1)
    return found[0]


def _agency(line: Line) -> Agency:
    return Agency(line["name_th"], line["district_th"] or None, line["province_th"] or None)


def _about(line: Line) -> tuple[str, str, Report]:
    """Return the file's name, the source's fingerprint, and a report that holds only its years, round and date."""
    years = (int(line["fiscal_year_be"]), int(line["round_months"]), int(line["prior_fiscal_year_be"]))
    report = Report(Agency(""), *years, written_in=date.fromisoformat(line["written_in"]))
    return line["file_name"], line["source_fingerprint"], report


def _measures(folder: Path) -> tuple[Measure, ...]:
    guidelines = _table(folder, "guidelines", lambda line: (line["measure_no"], line["words"]))
    steps = _table(folder, "steps", lambda line: (line["measure_no"], line["words"]))
    links = _table(folder, "links", lambda line: (line["measure_no"], _link(line)))

    def measure(line: Line) -> Measure:
        return Measure(
            title=line["title"],
            guidelines=_of(line, guidelines),
            steps=_of(line, steps),
            responsible=line["responsible"] or None,
            rounds_months=tuple(int(months) for months in line["rounds_months"].split(";")),
            indicators=_of(line, links),
            follow_up=line["follow_up"] or None,
            place=_place(line),
        )

    return _table(folder, "measures", measure)


def _progress(folder: Path, measures: Sequence[Measure]) -> tuple[Progress, ...]:
    def evidence(line: Line) -> tuple[str, StatedDate]:
        return line["measure_no"], StatedDate(date.fromisoformat(line["stated_on"]), line["words"])

    dates = _table(folder, "evidence", evidence)

    def progress(line: Line) -> Progress:
        return Progress(
            measure=measures[int(line["measure_no"]) - 1].title,
            detail=line["detail"] or None,
            period=Span(date.fromisoformat(line["period_start"]), date.fromisoformat(line["period_end"])),
            stated_on=_of(line, dates),
            output=line["output"] or None,
            outcome=line["outcome"] or None,
            note=line["note"] or None,
            place=_place(line),
        )

    return _table(folder, "progress", progress)


def _of(line: Line, pairs: Sequence[tuple[str, Record]]) -> tuple[Record, ...]:
    return tuple(value for measure_no, value in pairs if measure_no == line["measure_no"])


def _weakness(line: Line) -> Weakness:
    kind, quote = cast("WeaknessKind", line["kind"]), line.get("quote") or ""
    return Weakness(int(line["indicator_no"]), line["words"], kind, _place(line), quote=quote)


def _link(line: Line) -> IndicatorLink:
    return IndicatorLink(int(line["indicator_no"]), cast("Basis", line["basis"]), line["reason"])


def _judged(line: Line, measures: Sequence[Measure]) -> JudgedStep:
    numbers = (int(line["measure_no"]), int(line["step_no"]), int(line["round_months"]))
    if not 1 <= numbers[1] <= len(measures[numbers[0] - 1].steps):
        raise ValueError(line["step_no"])
    return JudgedStep(*numbers, line["state"], line["reason"])


def _finding(line: Line) -> Finding:
    values = json.loads(line["sentence_values"])
    return Finding(line["rule"], cast("Severity", line["severity"]), _place(line), line["quote"], values)


def _place(line: Line) -> Place:
    numbers = {name: int(line[name]) for name in ("line", "table", "row") if line[name]}
    return Place(**numbers, column=line["column"] or None)


def _table(folder: Path, name: str, build: Callable[[Line], Record]) -> tuple[Record, ...]:
    file = folder / f"{name}.csv"
    found: list[Record] = []
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            found.extend(build(line) for line in csv.DictReader(lines))
    except (OSError, KeyError, ValueError, IndexError) as error:
        row = len(found) + 2
        raise StoreError("record_damaged", folder=folder.name, file=file.name, row=row) from error
    return tuple(found)
