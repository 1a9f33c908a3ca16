"""A report of an agency's year as the store tells it: from imported documents and from what officers entered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

import duckdb

from ita_analysis.records import Progress, Report
from ita_analysis.store.signing import signing_of
from ita_analysis.store.statements import find
from ita_analysis.store.written import place_of
from ita_analysis.texts import say
from ita_analysis.thai.dates import dates_in, long_date
from ita_analysis.thai.fiscal_year import Span
from ita_analysis.thai.text import flat, to_thai

Row = tuple[object, ...]


@dataclass(frozen=True)
class Paper:
    """What the paper of a round says, and the day on which each role signed the round in the program."""

    report: Report
    signed_on: Mapping[str, date]


def papers_of_year(
    cursor: duckdb.DuckDBPyConnection, agency_code: str, shared: Report, rounds: Iterable[int | None]
) -> dict[int | None, Paper]:
    """Return the papers of several rounds, None being that of the plan alone; `shared` is what the year has of all."""
    about: dict[str, object] = {"agency_code": agency_code, "fiscal_year_be": shared.fiscal_year_be}
    results, signing = _results(cursor, about), signing_of(cursor, agency_code, shared.fiscal_year_be)
    return {
        months: Paper(
            replace(
                shared,
                round_months=months,
                progress=tuple(results.get(months, ())) if months else (),
                signatories=signing.of(months),
                signed_rounds=(),
                unread=(),
            ),
            signing.days_of(months),
        )
        for months in rounds
    }


def _results(cursor: duckdb.DuckDBPyConnection, about: dict[str, object]) -> dict[object, list[Progress]]:
    """Return the results of a year by their round."""
    cited: dict[object, list[Row]] = {}
    for progress_id, *piece in find(cursor, "evidence_told", **about):
        cited.setdefault(progress_id, []).append(tuple(piece))
    found: dict[object, list[Progress]] = {}
    for row in find(cursor, "results_of_year", **about):
        found.setdefault(row[4], []).append(_result(row, cited.get(row[0], [])))
    return found


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


def _text(value: object) -> str | None:
    return str(value) if value else None
