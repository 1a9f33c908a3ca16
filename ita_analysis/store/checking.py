"""A stored year as an assessor would read it: the parts of its documents, the findings, what was decided of them."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Literal, cast

import duckdb

from ita_analysis.completeness import Completeness, completeness
from ita_analysis.errors import StoreError
from ita_analysis.evidence import address
from ita_analysis.evidence.places import is_own, own
from ita_analysis.framework import MeasuresKind
from ita_analysis.records import NOWHERE, Finding, Place
from ita_analysis.review import Beside, Look, review
from ita_analysis.store.analysed import analysed
from ita_analysis.store.statements import find
from ita_analysis.store.written import Where, Written, written
from ita_analysis.store.year_asked import asked_year
from ita_analysis.thai.text import key

Choice = Literal["accepted", "dismissed"]
# What only the paper shows and no table keeps: these findings are those of the day it was brought in.
OF_THE_PAPER = frozenset({"agency_spelled_two_ways", "row_repeated"})
# A day that a document states in some column is kept as evidence once a person saves the result.
_OF_ANY_FIELD = frozenset({"date_outside_round"})
_OF_THE_PLAN = frozenset({
    "weak_indicator_without_measure", "measure_without_weak_indicator", "urgent_weakness_not_stated",
})  # fmt: skip


@dataclass(frozen=True)
class Decision:
    """What a person decided about a finding, why, and when."""

    choice: Choice
    reason: str
    decided_at: datetime


@dataclass(frozen=True)
class Found:
    """A finding of a stored year: what it is known by, which document it is about, where it leads, what was decided.

    `key` stays the same as long as the rule finds the same words in the same place.
    """

    finding: Finding
    key: str
    document: MeasuresKind
    where: Where | None
    decision: Decision | None = None

    @property
    def choice(self) -> Literal["open", "accepted", "dismissed"]:
        """Return what was decided about it, or that it is open."""
        return self.decision.choice if self.decision else "open"

    @property
    def measure_no(self) -> int | None:
        """Return the number of the measure in whose plan or result it stands, None where it stands elsewhere."""
        return self.where.number if self.where and self.where.kind != "weakness" else None


@dataclass(frozen=True)
class Checked:
    """A stored year as it was checked: the parts its documents have to contain, and the findings, the gravest first."""

    written: Written
    completeness: Completeness
    findings: tuple[Found, ...]

    @property
    def standing(self) -> tuple[Found, ...]:
        """Return the findings that are still to be mended: all but those that a person dismissed."""
        return tuple(each for each in self.findings if each.choice != "dismissed")

    @property
    def is_empty(self) -> bool:
        """Return whether there is nothing yet that could be read: no analysis, no plan, no result."""
        return self.written.is_empty


def checked(cursor: duckdb.DuckDBPyConnection, agency_code: str, fiscal_year_be: int) -> Checked | None:
    """Return a stored year as checked at this moment; None where nothing at all is known of the year."""
    told = written(cursor, agency_code, fiscal_year_be)
    if told is None:
        return None
    about = {"agency_code": agency_code, "fiscal_year_be": fiscal_year_be}
    beside = _beside(cursor, about, told)
    read = analysed(cursor, about, told.report)
    findings = [] if told.is_empty else [*review(read, beside), *_of_the_paper(cursor, about)]
    decided = _decisions(cursor, about)
    found = {each.key: each for each in (_found(finding, told, decided) for finding in findings)}
    return Checked(told, completeness(read, beside), tuple(sorted(found.values(), key=_order)))


def checked_year(cursor: duckdb.DuckDBPyConnection, agency_code: str | None, fiscal_year_be: int | None) -> Checked:
    """Return a stored year as checked: the one agency's and its latest with something to read, where none is named.

    Raises StoreError where several agencies are stored and none is named, or nothing is known of the year.
    """
    found = checked(cursor, *asked_year(cursor, agency_code, fiscal_year_be))
    if found is None:
        raise StoreError("asked_nothing")
    return found


def _order(found: Found) -> tuple[bool, int]:
    return (found.decision is not None, ("high", "medium", "low").index(found.finding.severity))


def _found(finding: Finding, told: Written, decided: dict[str, Decision]) -> Found:
    where = told.where.get(finding.place)
    digest = _key(finding, where)
    return Found(finding, digest, _document(finding, where, told), where, decided.get(digest))


def _key(finding: Finding, where: Where | None) -> str:
    """Return what a finding is known by: its rule, the field (else the place) it is about, and its words.

    The field stays when a person types upon what a document said, and when a measure gets another place in the plan.
    What is about the whole paper of a round has the round as its place.
    """
    place: object = {name: value for name, value in asdict(finding.place).items() if value is not None}
    if where:
        role = "" if finding.rule in _OF_ANY_FIELD else where.role
        place = [where.kind, where.measure_id or where.number, where.months, role]
    elif of_round := finding.values.get("of_round"):
        place = ["round", of_round]
    about = [finding.rule, place, key(finding.quote), key(finding.values.get("measure", ""))]
    return hashlib.sha256(json.dumps(about, ensure_ascii=False).encode()).hexdigest()[:16]


def _document(finding: Finding, where: Where | None, told: Written) -> MeasuresKind:
    if where:
        return "report" if where.kind == "result" else "plan"
    return "plan" if finding.rule in _OF_THE_PLAN or not told.report.progress else "report"


def _beside(cursor: duckdb.DuckDBPyConnection, about: dict[str, object], told: Written) -> Beside:
    last = written(cursor, str(about["agency_code"]), told.report.fiscal_year_be - 1)
    known = last.report if last and not last.is_empty else None
    hosts = own([str(host) for (host,) in find(cursor, "sites_of_agency", agency_code=about["agency_code"])])
    places = {(spot.measure_id, spot.months): place for place, spot in told.where.items() if spot.role == "evidence"}
    looks = [_look(row, hosts, places) for row in find(cursor, "written_links", **about)]
    return Beside(known, tuple(looks), told.prior_score)


def _look(row: tuple[object, ...], hosts: tuple[str, ...], places: dict[tuple[int | None, int | None], Place]) -> Look:
    measure_id, _, title, months, words, url, other, state, checked_at = row
    read = address.read(str(url))
    host = "" if isinstance(read, str) else read.host
    return Look(
        str(title),
        str(words),
        str(url),
        places.get((cast("int", measure_id), cast("int", months)), NOWHERE),
        cast("str | None", state),
        checked_at.date() if isinstance(checked_at, datetime) else None,
        None if not hosts else not is_own(host, hosts),
        str(other or ""),
    )


def _of_the_paper(cursor: duckdb.DuckDBPyConnection, about: dict[str, object]) -> list[Finding]:
    return [
        Finding(str(rule), severity, Place(**json.loads(str(place))), str(quote), json.loads(str(values)))  # type: ignore[arg-type]
        for rule, severity, place, quote, values in find(cursor, "findings_of_papers", **about)
        if rule in OF_THE_PAPER
    ]


def _decisions(cursor: duckdb.DuckDBPyConnection, about: dict[str, object]) -> dict[str, Decision]:
    found = find(cursor, "finding_decisions", **about)
    return {str(digest): Decision(*told) for digest, *told, _, _ in found}  # type: ignore[arg-type]
