"""A report of an agency's year as the store tells it: from imported documents and from what officers entered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import cast

import duckdb

from ita_analysis.errors import StoreError
from ita_analysis.records import Agency, Progress, Report, Signatory
from ita_analysis.store.statements import find
from ita_analysis.store.written import place_of, written
from ita_analysis.texts import say
from ita_analysis.thai.dates import dates_in, long_date
from ita_analysis.thai.fiscal_year import Span
from ita_analysis.thai.text import flat, to_thai

Row = tuple[object, ...]
ROLES = {"submitted": "document.role.prepared", "approved": "document.role.approved"}


def reports_of_year(
    opened: duckdb.DuckDBPyConnection, agency_code: str, fiscal_year_be: int, rounds: Iterable[int | None]
) -> dict[int | None, Report]:
    """Return what a report of an agency's year says with the results of each round, None with none; asked once for all.

    Raises StoreError where there is no such agency. A year without measures, weaknesses or results has none.
    """
    about: dict[str, object] = {"agency_code": agency_code, "fiscal_year_be": fiscal_year_be}
    with opened.cursor() as cursor:
        found = written(cursor, agency_code, fiscal_year_be)
        shared = found.report if found else _nothing(cursor, agency_code, fiscal_year_be)
        return {
            months: replace(
                shared,
                round_months=months,
                progress=tuple(_results(cursor, about, months)) if months else (),
                signatories=tuple(_signatories(cursor, about, months)),
                unread=(),
            )
            for months in rounds
        }


def signed_days(
    opened: duckdb.DuckDBPyConnection, agency_code: str, fiscal_year_be: int, round_months: int | None
) -> dict[str, date]:
    """Return the day on which each role signed the round, as far as it did."""
    about = {"agency_code": agency_code, "fiscal_year_be": fiscal_year_be}
    with opened.cursor() as cursor:
        return {str(who.role): on for who, on in _of_round(cursor, about, round_months)}


def _nothing(cursor: duckdb.DuckDBPyConnection, agency_code: str, fiscal_year_be: int) -> Report:
    """Return the report of a year of which nothing is stored."""
    for _, name, district, province, _ in find(cursor, "agency_of_code", agency_code=agency_code):
        return Report(Agency(str(name), _text(district), _text(province)), fiscal_year_be, None, fiscal_year_be - 1)
    raise StoreError("agency_unknown", code=agency_code)


def _results(cursor: duckdb.DuckDBPyConnection, about: dict[str, object], months: int) -> Iterator[Progress]:
    cited: dict[object, list[Row]] = {}
    for progress_id, *piece in find(cursor, "evidence_told", **about):
        cited.setdefault(progress_id, []).append(tuple(piece))
    for row in find(cursor, "results_of_year", **about):
        if row[4] == months:
            yield _result(row, cited.get(row[0], []))


def _result(row: Row, cited: Iterable[Row]) -> Progress:
    title, detail, start, end, output, outcome, note, said, status, place = (row[3], *row[6:15])
    texts = [_text(each) for each in (detail, output, outcome, note)]
    told = "\n".join(text for text in (*texts, _text(said)) if text)
    evidence = "\n".join(filter(None, (_text(said), *_pieces(cited, told)))) or None
    days = [cast("date", day) for day in (start, end) if day]
    whole = "\n".join(text for text in (*texts, evidence, _text(status)) if text)
    return Progress(
        measure=str(title),
        detail=texts[0],
        period=Span(days[0], days[-1]) if days else None,
        stated_on=dates_in(whole),
        output=texts[1],
        outcome=texts[2],
        note=texts[3],
        evidence=evidence,
        status=_text(status),
        place=place_of(place),
    )


def _pieces(cited: Iterable[Row], told: str) -> Iterator[str]:
    """Yield each piece of evidence in words; a date that the result's own texts state is not said again."""
    for words, url, on, file_name in cited:
        title = flat(str(words))
        is_date = bool(on) and [day.words for day in dates_in(title)] == [title]
        if is_date and not url and not file_name:
            if title not in flat(told):
                yield say("document.evidence.on", day=title)
            continue
        day = say("document.evidence.on", day=to_thai(long_date(cast("date", on)))) if on else ""
        yield " ".join(filter(None, (title, str(url or ""), str(file_name or ""), day)))


def _signatories(
    cursor: duckdb.DuckDBPyConnection, about: dict[str, object], months: int | None
) -> Iterator[Signatory]:
    """Yield who signs the report, and whoever signed the round in the place of the same role."""
    of_round = [who for who, _ in _of_round(cursor, about, months)]
    for role, name, position in find(cursor, "signatories_told", **about, round_months=months):
        if role not in {who.role for who in of_round}:
            yield Signatory(_text(role), _text(name), _text(position))
    yield from of_round


def _of_round(
    cursor: duckdb.DuckDBPyConnection, about: dict[str, object], months: int | None
) -> Iterator[tuple[Signatory, date]]:
    for row in find(cursor, "rounds_set", **about):
        state, name, position, on = row[5:9]
        if row[0] == months and name and on:
            yield Signatory(say(ROLES[str(state)]), str(name), _text(position)), cast("date", on)


def _text(value: object) -> str | None:
    return str(value) if value else None
