"""What the form of scores says while it is filled in: the total and level, or which indicators it still lacks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from ita_analysis.intake.form import TOTAL, FormScores
from ita_analysis.sentences.parts import SEPARATOR, Fact, Headline, listed
from ita_analysis.store.results import StoredSheet
from ita_analysis.texts import say, say_count, say_some
from ita_analysis.thai.dates import long_date


def headline(form: FormScores) -> Headline:
    """Return the finding: the total with its level, or how many indicators are still without a score."""
    if not form.stated:
        return Headline(say("scores.headline.empty"), "", say("scores.what"))
    standfirst = SEPARATOR.join(_rest(form))
    if form.total is None and form.missing:
        return Headline(say_some("scores.headline.missing", len(form.missing)), "develop", standfirst)
    if form.total is None:
        return Headline(say("scores.weights_unknown"), "", standfirst)
    total, grades = f"{form.total:.2f}", [each.label_th for each in form.grades]
    if len(grades) == 1:
        return Headline(say("scores.headline.total", total=total, grade=_spaced(grades[0])), "", standfirst)
    if grades:
        words = say("scores.headline.total_graded_some", total=total, grades=_spaced(listed(grades)))
        return Headline(words, "", standfirst)
    return Headline(say("scores.headline.total_alone", total=total), "", standfirst)


def facts(form: FormScores) -> Iterator[Fact]:
    """Yield the total with its level, then each instrument's score; what cannot be told is missing."""
    grades = [each.label_th for each in form.grades]
    note = say("scores.fact.grade_of", grade=_spaced(grades[0])) if len(grades) == 1 else ""
    yield _fact(say("scores.fact.total"), None if form.total is None else f"{form.total:.2f}", note)
    for code, rows in form.framework.parts.items():
        score = form.score(("instrument", code))
        weights = [row.weight for row in rows if row.weight is not None]
        note = say("scores.fact.weight", weight=f"{sum(weights):g}") if weights else ""
        yield _fact(code, None if score is None else f"{score:.2f}", note)


def stored_line(stated: pd.DataFrame) -> str:
    """Return how many scores are stored already, and where each of them comes from."""
    groups = stated.groupby(["source", "source_id"], dropna=False, sort=False)
    sources = [_source(group.iloc[0], len(group)) for _, group in groups]
    return say_count("scores.stored", len(stated), sources=SEPARATOR.join(sources))


def result_lines(stored: StoredSheet, count: int) -> Iterator[str]:
    """Yield what became of a form: how many scores were stored, and how many they replaced."""
    yield say("scores.saved", count=count)
    yield say_count("scores.replaced", stored.replaced_count)


def _rest(form: FormScores) -> Iterator[str]:
    if form.faults:
        yield say_some("scores.faults", len(form.faults))
    if form.missing:
        yield say_some("scores.missing", len(form.missing), nos=", ".join(map(str, form.missing)))
    if len(form.grades) > 1:
        parts = [each.code for each in form.framework.instruments if each.part]
        unknown = [code for code in parts if form.score(("instrument", code)) is None]
        yield say("scores.needs_parts", codes=listed(unknown))
    stated, computed = form.stated.get(TOTAL), form.computed.get(TOTAL)
    if stated is not None and computed is not None and stated != computed:
        yield say("scores.difference", stated=f"{stated:.2f}", computed=f"{computed:.2f}")


def _source(row: Any, count: int) -> str:  # noqa: ANN401 - a row of an answer
    date = "" if pd.isna(row["stored_at"]) else long_date(row["stored_at"].date())
    return say(f"scores.from.{row['source']}", file=row["file_name"], date=date, count=count)


def _fact(label: str, value: str | None, note: str) -> Fact:
    if value is None:
        return Fact(label, say("missing"), note=note or say("scores.fact.parts_missing"), is_missing=True)
    return Fact(label, value, note=note)


def _spaced(grade: str) -> str:
    """Return a level after its word: letters stand apart from Thai."""
    return f" {grade}" if grade[:1].isascii() else grade
