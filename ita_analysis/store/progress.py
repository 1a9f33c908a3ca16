"""The result of a measure in a round as a person enters it: each save a new version, upon what the person saw."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import cast

import duckdb

from ita_analysis.entries import Cited, Entry, StepState
from ita_analysis.errors import StoreError
from ita_analysis.evidence import address
from ita_analysis.people import Person
from ita_analysis.store.changing import Unchanged, change
from ita_analysis.store.ordering import refuse_ended
from ita_analysis.store.rights import require_over
from ita_analysis.store.rounds import Round, refuse_locked
from ita_analysis.store.statements import find, write, write_rows
from ita_analysis.store.worded import is_said, line, on_one_line, tidy, worded
from ita_analysis.thai.fiscal_year import Span

_TEXTS = ("detail", "output", "outcome", "note")
_RESULT = ("detail", "period_start", "period_end", "output", "outcome", "note", "evidence_words", "owner")


def entry_of(cursor: duckdb.DuckDBPyConnection, measure_id: int, round_months: int) -> Entry | None:
    """Return what is stored of a measure in a round, or None where nothing is.

    Where a report has several rows for it, each of its texts holds theirs below one another. What a report says of its
    evidence without a date is evidence too, a piece a line.
    """
    about = {"measure_id": measure_id, "round_months": round_months}
    found = find(cursor, "stored_results", **about)
    steps = {int(str(no)): cast("StepState", state) for no, state in find(cursor, "judged_steps", **about)}
    if not found and not steps:
        return None
    columns = list(zip(*found, strict=True)) or [()] * len(_RESULT)
    of = dict(zip(_RESULT, columns, strict=True))
    days = sorted(cast("list[date]", [day for name in ("period_start", "period_end") for day in of[name] if day]))
    period = Span(days[0], days[-1]) if days else None
    texts = {name: _together(of[name]) for name in (*_TEXTS, "owner")}
    evidence = [_cited(row) for row in find(cursor, "stored_evidence", **about)]
    dated = {each.title for each in evidence}
    only_said = [Cited(title) for title in _said_of_evidence(of["evidence_words"]) if title not in dated]
    return Entry(**texts, period=period, steps=steps, evidence=(*evidence, *only_said))


def save_entry(
    opened: duckdb.DuckDBPyConnection,
    measure_id: int,
    round_months: int,
    entry: Entry,
    *,
    seen: Entry | None,
    who: Person,
) -> None:
    """Store the result of a measure in a round as its next version; what was entered before stays in the history.

    `seen` is what the person saw before typing, None where there was nothing. Raises StoreError where something else
    is stored by now, the round is locked or not one of the year, the measure has ended or is unknown, a step is not
    the measure's, a text is too long, the period ends before it starts, a piece of evidence has no title or an address
    that is none, or nothing at all is said; nothing is kept then.
    """
    with change(opened, who, "result_saved") as cursor:
        require_over(cursor, who, "enter", measure_id)
        stored = entry_of(cursor, measure_id, round_months)
        if stored != seen:
            _refuse_unfit(cursor, measure_id, round_months, _checked(entry))
            raise StoreError("result_changed_meanwhile")
        put_entry(cursor, measure_id, round_months, entry, stored)


def put_entry(
    cursor: duckdb.DuckDBPyConnection, measure_id: int, round_months: int, entry: Entry, stored: Entry | None
) -> None:
    """Write a result as the next version upon the stored one, within a change; errors as `save_entry`."""
    wanted = _checked(entry)
    _refuse_unfit(cursor, measure_id, round_months, wanted)
    wanted = replace(wanted, steps=_steps(stored, wanted))
    if wanted == stored:
        raise Unchanged
    about = {"measure_id": measure_id, "round_months": round_months}
    version = find(cursor, "next_progress_version", **about)[0][0]
    (number,) = write_rows(cursor, "progress", [{**_row(wanted), **about, "version": version}])
    write_rows(cursor, "evidence", [{**row, "progress_id": number} for row in _evidence(wanted)])
    _judge(cursor, about, stored, wanted)


def _refuse_unfit(cursor: duckdb.DuckDBPyConnection, measure_id: int, round_months: int, wanted: Entry) -> None:
    scope = find(cursor, "measure_scope", measure_id=measure_id)
    if not scope:
        raise StoreError("measure_unknown")
    refuse_locked(cursor, Round(str(scope[0][0]), int(str(scope[0][1])), round_months))
    refuse_ended(cursor, measure_id)
    own = {int(str(no)) for no, _ in find(cursor, "stored_steps", measure_id=measure_id)}
    if not set(wanted.steps) <= own:
        raise StoreError("step_unknown")


def _checked(entry: Entry) -> Entry:
    texts = {name: worded(getattr(entry, name), name) for name in _TEXTS}
    cited = tuple(_checked_cited(each) for each in entry.evidence)
    if entry.period and entry.period.end < entry.period.start:
        raise StoreError("period_backwards")
    kept = tuple(each for each in cited if each != Cited(""))
    if not (any(map(is_said, texts.values())) or kept or {*entry.steps.values()} - {"not_stated"}):
        raise StoreError("result_empty")
    told = {**texts, "owner": line(entry.owner, "owner")}
    return Entry(**told, period=entry.period, steps=entry.steps, evidence=kept)


def _checked_cited(cited: Cited) -> Cited:
    url, title = line(cited.url, "url"), line(cited.title, "evidence_title")
    if url and isinstance(address.read(url), str):
        raise StoreError("evidence_address", url=url[:80])
    reason = line(cited.other_host_reason, "other_host_reason")
    checked = replace(cited, title=title if is_said(title) else "", url=url, other_host_reason=reason)
    if not checked.title and checked != Cited(""):
        raise StoreError("evidence_untitled")
    return checked


def _row(entry: Entry) -> dict[str, object]:
    """Return an entry as a row of progress; an empty text is none."""
    period = {
        "period_start": entry.period.start if entry.period else None,
        "period_end": entry.period.end if entry.period else None,
    }
    texts = {name: getattr(entry, name) or None for name in (*_TEXTS, "owner")}
    from_reports = dict.fromkeys(("report_id", "evidence_words", "stated_status", "place"))
    return {**texts, **period, **from_reports}


def _evidence(entry: Entry) -> list[dict[str, object]]:
    return [
        {
            "evidence_no": number,
            "stated_on": each.published_on,
            "words": each.title,
            "url": each.url or None,
            "sha256": each.sha256 or None,
            "other_host_reason": each.other_host_reason or None,
        }
        for number, each in enumerate(entry.evidence, 1)
    ]


def _steps(stored: Entry | None, wanted: Entry) -> dict[int, StepState]:
    """Return the state of each step that anybody judged; one that is left out now is not stated."""
    before = stored.steps if stored else {}
    judged = {*before, *(no for no, state in wanted.steps.items() if state != "not_stated")}
    return {no: wanted.steps.get(no, "not_stated") for no in sorted(judged)}


def _judge(cursor: duckdb.DuckDBPyConnection, about: dict[str, int], stored: Entry | None, wanted: Entry) -> None:
    """Write the state of each step that is another than before."""
    before = stored.steps if stored else {}
    for number, state in wanted.steps.items():
        row = {**about, "step_no": number, "state": state}
        if number not in before:
            write_rows(cursor, "step_progress", [{**row, "reason": ""}])
        elif before[number] != state:
            write(cursor, "step_judged", row)


def _cited(row: tuple[object, ...]) -> Cited:
    words, url, sha256, on, reason = row
    told = (on_one_line(str(words)), str(url or ""), str(sha256 or ""))
    return Cited(*told, published_on=cast("date | None", on), other_host_reason=str(reason or ""))


def _together(texts: Iterable[object]) -> str:
    return "\n".join(dict.fromkeys(said for text in texts if text and (said := tidy(str(text)))))


def _said_of_evidence(texts: Iterable[object]) -> list[str]:
    lines = [on_one_line(words) for text in texts if text for words in str(text).splitlines()]
    return [*dict.fromkeys(filter(is_said, lines))]
