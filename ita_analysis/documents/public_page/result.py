"""What the page says of the assessed year: head, scores, weak indicators and the measures that answer them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ita_analysis.documents.deck import result as deck_result
from ita_analysis.documents.facts import Facts
from ita_analysis.documents.public_page.pictures import rule_words, score_bars, score_words
from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences import executive
from ita_analysis.sentences.weak import WEAK, carried_words, is_none_weak, kind_of, uncovered, weak_rows
from ita_analysis.texts import say, say_some
from ita_analysis.thai.dates import long_date

Values = dict[str, object]


def head(facts: Facts) -> Values:
    """Return what the page is, and the finding with its number: the sentence of the first slide, and its facts.

    The way to the next grade is left out: the public reads what is, not what a score might become.
    """
    slide = deck_result.summary(facts)
    return {
        "agency": facts.agency,
        "agency_short": facts.agency_short,
        "year": facts.fiscal_year_be,
        "prior": facts.prior,
        "data_of": facts.data_of,
        "made_on": long_date(facts.today),
        "is_synthetic": facts.is_synthetic,
        "headline": slide.headline,
        "title": slide.title,
        "tone": slide.tone,
        "facts": executive.facts(facts.indicators, facts.rounds, facts.last, facts.today),
    }


def scores(facts: Facts) -> Values:
    """Return the scores of the ten indicators as rows and as a picture, which is None without any score."""
    return {
        "total": deck_result.score(facts).title,
        "bars": score_bars(facts),
        "scores": [_score_row(row) for row in rows_of(facts.indicators)],
        "rule": rule_words(facts.rule.rule),
    }


def weak(facts: Facts) -> Values:
    """Return each weak indicator with the measures that answer it, and what that comes to."""
    rows, holes = weak_rows(facts.indicators), uncovered(facts.indicators)
    covered = {"covered": len(rows) - len(holes)}
    none = say("public.weak.none" if is_none_weak(facts.indicators) else "public.weak.unknown")
    return {
        "weak_told": say_some("public.weak.told", len(rows), **covered) if len(rows) else none,
        "weak": [_weak_row(facts, row) for row in rows_of(rows)],
    }


def _score_row(row: Any) -> Values:  # noqa: ANN401 - a row of judged indicators
    return {
        "name": f"{row.indicator_no} {row.name_th}",
        "score": score_words(row.score),
        "status": row.status,
        "words": say(f"level.{row.status}"),
        "named": say("public.scores.named") if isinstance(row.weakness_kind, str) else "",
    }


def _weak_row(facts: Facts, row: Any) -> Values:  # noqa: ANN401 - a row of judged indicators
    is_low = row.status in WEAK
    status = row.status if is_low else kind_of(row)
    reasons = [say("public.weak.by_score", score=score_words(row.score))] if is_low else []
    return {
        "name": f"{row.indicator_no} {row.short_name_th}",
        "status": status,
        "words": say(f"level.{status}"),
        "reasons": [*reasons, *filter(None, [_named(row), carried_words(row)])],
        "measures": list(_answers(facts, int(row.indicator_no))),
    }


def _named(row: Any) -> str:  # noqa: ANN401 - a row of judged indicators
    """Return what the agency's own report calls an indicator; nothing where it does not call it weak."""
    is_named = isinstance(row.weakness_kind, str)
    return say("public.weak.by_word", kind=say(f"weakness.{row.weakness_kind}")) if is_named else ""


def _answers(facts: Facts, indicator_no: int) -> Iterator[Values]:
    """Yield the measures that answer an indicator, and on whose word each does."""
    titles = {row.measure_id: f"{row.measure_no} {row.title}" for row in rows_of(facts.measures)}
    for row in rows_of(facts.links[facts.links["indicator_no"] == indicator_no]):
        yield {"title": titles[row.measure_id], "basis": say(f"basis.{row.basis}")}
