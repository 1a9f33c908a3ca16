"""What is stored of an agency's year, as the report that it would be: whoever reads a document reads it the same way.

Of several documents and of what people entered since, it holds what is shown now. Where each place of it leads is kept
beside it: several documents of a year may count their tables alike, so that a column's name says the round as well.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal, cast

import duckdb

from ita_analysis.records import (
    NOWHERE,
    Agency,
    IndicatorLink,
    Measure,
    NoneStated,
    Place,
    Progress,
    Report,
    Signatory,
    Unread,
    Weakness,
)
from ita_analysis.store.signing import Signing, signing_of
from ita_analysis.store.statements import find
from ita_analysis.texts import say
from ita_analysis.thai.dates import StatedDate, long_date
from ita_analysis.thai.fiscal_year import Span

Kind = Literal["weakness", "measure", "result"]
OF_MEASURE = ("measure", "guideline", "step", "responsible", "follow_up", "timeframe")
OF_RESULT = ("measure", "detail", "period", "output", "outcome", "note", "evidence", "status")
_Row = tuple[Any, ...]


@dataclass(frozen=True)
class Where:
    """What a place of the report is of: which weakness, measure or result, which field, and whether a person typed it.

    `number` is the indicator's of a weakness, else the measure's in its plan.
    """

    kind: Kind
    number: int
    role: str = ""
    measure_id: int | None = None
    months: int | None = None
    is_entered: bool = False


@dataclass(frozen=True)
class Written:
    """The report of an agency's year as it is stored, where its places lead, and last year's total score."""

    report: Report
    where: dict[Place, Where]
    prior_score: float | None

    @property
    def is_empty(self) -> bool:
        """Return whether there is nothing that could be read: no analysis, no plan, no result."""
        return not (self.report.weaknesses or self.report.measures or self.report.progress)

    @property
    def lacks_sentences(self) -> bool:
        """Return whether weak points are known by name alone: an earlier program kept no sentence of an analysis."""
        return bool(self.report.weaknesses) and not any(said.quote for said in self.report.analysed)


def written(cursor: duckdb.DuckDBPyConnection, agency_code: str, fiscal_year_be: int) -> Written | None:
    """Return what is stored of an agency's year as a report, None where nothing is known of that year."""
    about: dict[str, object] = {"agency_code": agency_code, "fiscal_year_be": fiscal_year_be}
    for row in find(cursor, "written_report", **about):
        name, district, province, report_id, months, prior, written_in, score = cast("_Row", row)
        where: dict[Place, Where] = {}
        weaknesses, measures = tuple(_weaknesses(cursor, report_id, where)), tuple(_measures(cursor, about, where))
        results = tuple(_results(cursor, about, where))
        rounds = tuple(sorted({each.round_months for each in results if each.round_months}))
        report = Report(
            Agency(name, district, province),
            fiscal_year_be,
            months,
            prior,
            weaknesses=weaknesses,
            measures=measures,
            progress=results,
            signatories=tuple(_signatories(signing_of(cursor, agency_code, fiscal_year_be), rounds or (None,))),
            unread=tuple(_unread(cursor, report_id)),
            written_in=written_in,
            signed_rounds=rounds,
            none_stated=tuple(_none_stated(cursor, report_id)),
        )
        return Written(report, where, score)
    return None


def _unread(cursor: duckdb.DuckDBPyConnection, report_id: int | None) -> Iterator[Unread]:
    for place, words in find(cursor, "written_unread", report_id=report_id):
        yield Unread(place_of(place), str(words))


def _weaknesses(
    cursor: duckdb.DuckDBPyConnection, report_id: int | None, where: dict[Place, Where]
) -> Iterator[Weakness]:
    for row in find(cursor, "written_weaknesses", report_id=report_id):
        no, words, kind, score, place, quote = cast("_Row", row)
        found = Weakness(no, words, kind, place_of(place), score=score, quote=quote or "")
        if found.place != NOWHERE:  # where one stands that only a score shows
            where.setdefault(found.place, Where("weakness", found.indicator_no))
        yield found


def _none_stated(cursor: duckdb.DuckDBPyConnection, report_id: int | None) -> Iterator[NoneStated]:
    for kind, words, place in cast("list[_Row]", find(cursor, "written_none_stated", report_id=report_id)):
        yield NoneStated(kind, words, place_of(place))


def _measures(
    cursor: duckdb.DuckDBPyConnection, about: dict[str, object], where: dict[Place, Where]
) -> Iterator[Measure]:
    for row in find(cursor, "written_measures", **about):
        measure_id, no, title, guidelines, steps, responsible, rounds, links, *texts, place, report_id = cast(
            "_Row", row
        )
        columns = {role: _column(role, no, None, is_entered=report_id is None) for role in OF_MEASURE}
        measure = Measure(
            title=title,
            guidelines=tuple(guidelines),
            steps=tuple(steps),
            responsible=responsible,
            rounds_months=tuple(rounds),
            indicators=tuple(IndicatorLink(**link) for link in json.loads(str(links))),
            **dict(zip(("follow_up", "timeframe", "budget", "success_indicator"), texts, strict=True)),
            place=place_of(place),
            columns=columns,
        )
        for role in OF_MEASURE:
            spot = Where("measure", no, role, measure_id, None, report_id is None)
            where.setdefault(measure.place_of(role), spot)
        yield measure


def _results(
    cursor: duckdb.DuckDBPyConnection, about: dict[str, object], where: dict[Place, Where]
) -> Iterator[Progress]:
    found = cast("list[_Row]", find(cursor, "written_results", **about))
    # Reports whose table has such a column; what people typed has both.
    having = {role: {row[14] for row in found if row[no]} | {None} for role, no in (("output", 7), ("outcome", 8))}
    for row in found:
        measure_id, no, title, months, detail, start, end, output, outcome, note, said, status, owner, place, *rest = (
            row
        )
        report_id, pieces = rest[0], json.loads(str(rest[1]))
        roles = [role for role in OF_RESULT if role not in having or report_id in having[role]]
        columns = {role: _column(role, no, months, is_entered=report_id is None) for role in roles}
        progress = Progress(
            measure=title,
            detail=detail,
            period=Span(start, end) if start and end else None,
            period_words=f"{long_date(start)} – {long_date(end)}" if start and end else None,
            stated_on=tuple(StatedDate(date.fromisoformat(p["on"]), _words(p)) for p in pieces if p["on"]),
            output=output,
            outcome=outcome,
            note=note,
            evidence=said or ("\n".join(map(_words, pieces)) if report_id is None else None) or None,
            status=status,
            round_months=months,
            owner=owner,
            place=place_of(place),
            columns=columns,
        )
        for role in roles:
            spot = Where("result", no, role, measure_id, months, report_id is None)
            where.setdefault(progress.place_of(role), spot)
        yield progress


def _words(piece: Mapping[str, Any]) -> str:
    """Return the words of a piece of evidence; the name of its file is nobody's words, and may name people."""
    return say("check.attached") if piece["is_a_file"] else str(piece["words"])


def _signatories(signing: Signing, papers: Iterable[int | None]) -> Iterator[Signatory]:
    for months in papers:
        yield from (replace(who, round_months=months) for who in signing.of(months))


def _column(role: str, measure_no: object, months: object, *, is_entered: bool) -> str:
    """Return the name of a field: in a document its column, in what a person typed the field and what it is of."""
    parts = [say(f"check.field.{role}")]
    if is_entered:
        parts.append(say("check.of_measure", no=measure_no))
    if months:
        parts.append(say("check.of_round", months=months))
    return " ".join(parts)


def place_of(stored: object) -> Place:
    """Return the place that is stored as JSON, NOWHERE where none is."""
    return Place(**json.loads(stored)) if isinstance(stored, str) else NOWHERE
