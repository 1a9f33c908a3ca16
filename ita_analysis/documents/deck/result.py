"""The council's slides about last year's result: where we are, score and level, what is weak, what answers it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, cast

import pandas as pd

from ita_analysis.documents import sources
from ita_analysis.documents.deck.slides import Bar, Bars, Grid, Line, Slide, Span, Spans, Tiles, Tone
from ita_analysis.documents.deck.words import few, plain_cut, shown_of
from ita_analysis.documents.facts import Facts
from ita_analysis.queries.asking import rows_of
from ita_analysis.scoring import rounded
from ita_analysis.sentences import coverage, executive, weaknesses
from ita_analysis.sentences.parts import SEPARATOR, Headline
from ita_analysis.sentences.unbroken import plain
from ita_analysis.sentences.weak import uncovered, weak_rows
from ita_analysis.texts import say, say_some

MOST_ROWS = 5  # of a picture; more are counted beside it
_LOWEST = 3
_FEW_ROWS = 4  # of a table, which leave room for two lines in each
_IN_LINE, _IN_TWO = 36, 76  # letters of a measure's title that stand on one line of a slide, and on two


def summary(facts: Facts) -> Slide:
    """Return where the agency stands: which of its weak indicators no measure answers, with the executive's facts."""
    found = executive.headline(facts.indicators, facts.items, facts.last)
    weak, holes = weak_rows(facts.indicators), uncovered(facts.indicators)
    if len(holes):
        words = say_some("deck.summary.hole", len(holes), total=len(weak), no=int(holes["indicator_no"].iloc[0]))
        found = Headline(words, "develop")
    strip = executive.facts(facts.indicators, facts.rounds, facts.last, facts.today, facts.up, months=facts.months)
    total = [*sources.of_total(facts), *sources.of_total_before(facts)] or [*sources.of_scores(facts)]
    return Slide(
        code="summary",
        headline=found.words,
        tone=cast("Tone", found.tone),
        lead="",
        picture=Tiles(tuple(strip), "coverage" if len(holes) else None),
        aside="",
        sources=few([*_counts(facts), *total, *sources.of_files(facts)]),
        question=say("deck.summary.question"),
        answer=say("deck.summary.answer", data_of=facts.data_of),
        page="executive",
    )


def score(facts: Facts) -> Slide:
    """Return the total and its level among the levels of the year; without one, that it is missing and not zero."""
    last, prior = facts.last, facts.prior
    words = say("deck.score.missing", year=prior)
    if last.total is not None:
        key = "deck.score.title" if last.grade else "deck.score.title_alone"
        words = say(key, year=prior, total=rounded(last.total), grade=last.grade)
    (fact, *_) = executive.facts(facts.indicators, facts.rounds, last, facts.today)
    change = SEPARATOR.join(fact.note.split(SEPARATOR)[1 if last.grade else 0 :])
    return Slide(
        code="score",
        headline=words,
        tone="",
        lead=fact.note if last.total is None else _nearest(facts),
        picture=_levels(facts, plain(words)),
        aside=say("deck.score.floors") if facts.bands["min_instrument"].notna().any() else "",
        sources=few([*sources.of_scores(facts), say("deck.source.bands", year=prior)]),
        question=say("deck.score.question" if last.total is not None else "deck.score.question_missing"),
        answer=say("deck.score.answer_missing", year=prior)
        if last.total is None
        else change or say("deck.score.answer_alone", year=prior - 1),
        page="way",
    )


def weak(facts: Facts) -> Slide:
    """Return the weak indicators with their scores, the weakest first; where none is weak, the lowest ones."""
    found = weaknesses.headline(facts.indicators, facts.items, facts.prior)
    rows = weak_rows(facts.indicators)
    if rows.empty:
        rows = facts.indicators[facts.indicators["is_lowest"]].head(_LOWEST)
    shown = weaknesses.in_order(rows, None)
    alt = SEPARATOR.join([plain(found.words), weaknesses.rule_line(facts.rule.rule)])
    return Slide(
        code="weak",
        headline=found.words,
        tone=cast("Tone", found.tone),
        lead=found.standfirst.split(SEPARATOR)[0],
        picture=_scores(facts, shown, alt) if len(shown) else None,
        aside=shown_of(len(shown), MOST_ROWS, "deck.more.indicators"),
        sources=few([*_weak_by(facts, shown.head(MOST_ROWS)), *sources.of_files(facts)] or sources.of_scores(facts)),
        question=say("deck.weak.question"),
        answer=weaknesses.rule_account(facts.rule),
        page="weaknesses",
    )


def covered(facts: Facts) -> Slide | None:
    """Return which weak indicator has which measure, those without one first; None where nothing is weak."""
    rows = weak_rows(facts.indicators)
    if rows.empty:
        return None
    found = coverage.headline(facts.indicators, facts.measures, facts.links)
    rows = rows.assign(is_hole=rows["measure_count"] == 0).sort_values(
        ["is_hole", "indicator_no"], ascending=[False, True]
    )
    columns = (say("coverage.weak"), 0.35), (say("deck.coverage.measures"), 0.65)
    most = _IN_TWO if len(rows) <= _FEW_ROWS else _IN_LINE
    lines = [_answered(facts, row, most) for row in rows_of(rows.head(MOST_ROWS))]
    holes = uncovered(facts.indicators)
    answer = say_some("executive.request.measure.why", len(holes)) if len(holes) else say("deck.coverage.answer")
    return Slide(
        code="coverage",
        headline=found.words,
        tone=cast("Tone", found.tone),
        lead=found.standfirst,
        picture=Grid(plain(found.words), columns, tuple(lines)),
        aside=shown_of(len(rows), MOST_ROWS, "deck.more.indicators"),
        sources=few([*sources.counted(facts), *sources.of_links(facts)]),
        question=say("deck.coverage.question" if len(holes) else "deck.coverage.question_all"),
        answer=answer,
        page="coverage",
    )


def _counts(facts: Facts) -> Iterator[str]:
    """Yield how each count of the facts is made."""
    yield from sources.counted(facts)
    yield from sources.counted_results(facts)
    if facts.up:
        yield say("way.formula")


def _weak_by(facts: Facts, shown: pd.DataFrame) -> Iterator[str]:
    """Yield where the score of each indicator shown was read, and how weak ones are counted."""
    yield from sources.of_indicators(facts, shown)
    if shown["is_weak"].any():
        yield say("deck.source.weak")


def _levels(facts: Facts, alt: str) -> Spans | None:
    if facts.bands.empty:
        return None
    lows = sorted({float(low) for low in facts.bands["min_total"]})
    spans = []
    for row in rows_of(facts.bands):
        low = float(row.min_total)
        high = next((each for each in lows if each > low), 100.0)
        key = "deck.score.level" if low else "deck.score.lowest"
        label = say(key, grade=row.label_th, low=f"{low:g}", high=f"{high:g}")
        spans.append(Span(label, low, high, row.label_th == facts.last.grade))
    total = facts.last.total
    words = say("missing") if total is None else f"{rounded(total)}"
    told = [alt, *(span.label for span in spans)]
    return Spans(SEPARATOR.join(told), say("deck.score.levels"), tuple(spans), total, words)


def _nearest(facts: Facts) -> str:
    """Return how far the level above is from the total; nothing without a total or at the highest."""
    total = facts.last.total
    if total is None:
        return ""
    above = [row for row in rows_of(facts.bands) if Decimal(str(row.min_total)) > rounded(total)]
    if not above:
        return say("deck.score.highest", total=rounded(total))
    gap = Decimal(str(above[-1].min_total)) - rounded(total)
    return say("deck.score.gap", points=f"{gap:.2f}", grade=above[-1].label_th, low=f"{float(above[-1].min_total):g}")


def _scores(facts: Facts, rows: pd.DataFrame, alt: str) -> Bars:
    rule, bars = facts.rule.rule, [_bar(row) for row in rows_of(rows.head(MOST_ROWS))]
    limit = words = None
    if rule is not None and rows["score"].notna().any():
        is_urgent = any(bar.tone == "urgent" for bar in bars)
        limit = float(rule.urgent_below if is_urgent else rule.develop_below)
        words = say("deck.weak.limit_urgent" if is_urgent else "deck.weak.limit", limit=f"{limit:g}")
    told = [f"{bar.label}: {say('missing') if bar.value is None else bar.words}" for bar in bars]
    name = say("column.score", year=facts.prior)
    return Bars(SEPARATOR.join([alt, *told]), name, tuple(bars), limit=limit, limit_words=words or "")


def _bar(row: Any) -> Bar:  # noqa: ANN401 - a row of judged indicators
    label = f"{row.indicator_no} {row.short_name_th}"
    if pd.isna(row.score):
        return Bar(label, None, say("missing"), "no_data")
    return Bar(label, float(row.score), f"{row.score:.2f} {say(f'level.{row.status}')}", row.status)


def _answered(facts: Facts, row: Any, most: int) -> Line:  # noqa: ANN401 - a row of judged indicators
    own = facts.links[facts.links["indicator_no"] == row.indicator_no]["measure_id"]
    titles = [str(title) for title in facts.measures[facts.measures["measure_id"].isin(own)]["title"]]
    name = f"{row.indicator_no} {row.short_name_th}"
    if not titles:
        return Line((name, say("coverage.no_measure")), "develop")
    words = say_some("deck.coverage.titles", len(titles), first=plain_cut(titles[0], most), rest=len(titles) - 1)
    return Line((name, words))
