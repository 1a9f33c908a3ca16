"""The results: what each measure shows in a round, out of the rows of the report's tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ita_analysis.intake import cells
from ita_analysis.intake.headings import RESULT_ROLES
from ita_analysis.intake.rows import Grid, Row
from ita_analysis.records import NOWHERE, Measure, Progress, Unread
from ita_analysis.thai.dates import dates_in, span_in
from ita_analysis.thai.fiscal_year import round_span
from ita_analysis.thai.text import flat, key
from ita_analysis.vocabulary import pattern

_JOINED = ("detail", "output", "outcome", "note", "evidence", "status")


def read_progress(grids: Iterable[Grid], measures: Sequence[Measure], fiscal_year_be: int) -> tuple[Progress, ...]:
    """Return the results in the order they stand; a row that goes on from the one above is part of it."""
    titles = {key(measure.title): measure.title for measure in measures}
    found: list[Progress] = []
    for grid in grids:
        if not grid.headings.roles & RESULT_ROLES:
            continue
        last = found[-1] if grid.is_continued and found else None
        for row in grid.rows:
            for progress in _of_row(row, titles, last, fiscal_year_be):
                if last is not None and _is_rest(row, progress, last):
                    found[-1] = last = _joined(last, progress)
                else:
                    found.append(progress)
                    last = progress
    return tuple(found)


def each_once(found: Sequence[Progress]) -> tuple[tuple[Progress, ...], tuple[Unread, ...]]:
    """Return the results without those that say again what an earlier one says, and these with their places."""
    kept: dict[Progress, Progress] = {}
    repeated: list[Unread] = []
    for progress in found:
        words = replace(progress, place=NOWHERE, columns={})
        if words in kept:
            repeated.append(Unread(progress.place, progress.measure))
        kept.setdefault(words, progress)
    return tuple(kept.values()), tuple(repeated)


def _of_row(row: Row, titles: dict[str, str], last: Progress | None, fiscal_year_be: int) -> list[Progress]:
    title = cells.title(row.cell("measure")) or (last.measure if last else None)
    if title is None or row.section or _says_no_data(row):
        return []
    rounds = sorted({months for role in RESULT_ROLES for _, _, months in row.cells_in(role) if months})
    asked: list[int | None] = [*rounds] or [None]
    shown = [_progress(row, titles.get(key(title), title), months, fiscal_year_be) for months in asked]
    return [progress for progress in shown if not rounds or _says_something(progress)]


def _progress(row: Row, title: str, months: int | None, fiscal_year_be: int) -> Progress:
    texts = _labelled({role: _text(row, role, months) for role in _JOINED})
    words = _text(row, "period", None)
    span = span_in(words) if words else (round_span(fiscal_year_be, months) if months else None)
    said = "\n".join(text for text in texts.values() if text)
    row_only = Progress(title, period=span, period_words=words, stated_on=dates_in(said), round_months=months)
    return replace(_with_texts(row_only, texts), place=row.place, columns=row.labels)


def _with_texts(progress: Progress, texts: dict[str, str | None]) -> Progress:
    return replace(
        progress,
        detail=texts["detail"],
        output=texts["output"],
        outcome=texts["outcome"],
        note=texts["note"],
        evidence=texts["evidence"],
        status=texts["status"],
    )


def _text(row: Row, role: str, months: int | None) -> str | None:
    texts = [cells.text(cell) for cell, _, about in row.cells_in(role) if about in (months, None)]
    return "\n".join(text for text in texts if text) or None


def _labelled(texts: dict[str, str | None]) -> dict[str, str | None]:
    """Return the texts with the lines of the note that say they are evidence or a status in the place of these."""
    parts: dict[str, list[str]] = {role: list(filter(None, [texts[role]])) for role in ("evidence", "status")}
    notes: list[str] = []
    for line in (texts["note"] or "").split("\n"):
        found = {role: match for role in parts if (match := pattern("cell", f"{role}_line").match(line))}
        for role, match in found.items():
            parts[role].append(match["words"])
        notes += [] if found else [line]
    return {**texts, **{role: "\n".join(said) or None for role, said in {**parts, "note": notes}.items()}}


def _says_no_data(row: Row) -> bool:
    """Return whether a row only says that there is no data about its measure, as our own reports do."""
    said = [flat(cell.text) for role in (*_JOINED, "period") for cell, _, _ in row.cells_in(role)]
    return any(map(pattern("cell", "no_data").match, said)) and all(map(cells.is_nothing, said))


def _says_something(progress: Progress) -> bool:
    return any(getattr(progress, role) for role in _JOINED)


def _is_rest(row: Row, progress: Progress, last: Progress) -> bool:
    """Return whether a row without a measure of its own only goes on with the row above it."""
    if cells.title(row.cell("measure")) is not None:
        return False
    return progress.period_words is None or (progress.period_words == last.period_words and not progress.detail)


def _joined(first: Progress, rest: Progress) -> Progress:
    texts = {role: "\n".join(filter(None, (getattr(first, role), getattr(rest, role)))) or None for role in _JOINED}
    stated_on = tuple(dict.fromkeys((*first.stated_on, *rest.stated_on)))
    return replace(_with_texts(first, texts), stated_on=stated_on)
