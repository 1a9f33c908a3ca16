"""Where the numbers of a year were read, line by line, without the name of any person."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from ita_analysis import framework
from ita_analysis.documents.deck.words import IN_NOTES, plain_cut
from ita_analysis.documents.facts import Facts
from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences.origins import origin_of, origin_of_score, place_of
from ita_analysis.sentences.parts import SEPARATOR
from ita_analysis.sentences.weak import carried_words
from ita_analysis.texts import say, say_some
from ita_analysis.thai.dates import long_date


def of_files(facts: Facts) -> Iterator[str]:
    """Yield which files were read, if any."""
    if facts.files:
        yield say("deck.source.files", names=", ".join(facts.files))


def of_scores(facts: Facts) -> Iterator[str]:
    """Yield where the total, that of the year before and the instruments were read, or that no score is stored."""
    instruments = facts.stored[facts.stored["level"] == "instrument"]
    found = [*of_total(facts), *of_total_before(facts), *(f"{row.code} {_stated(row)}" for row in rows_of(instruments))]
    yield from found or [say("source.score.missing", year=facts.prior)]


def of_total(facts: Facts) -> Iterator[str]:
    """Yield where the total was read, where it is stored."""
    total = facts.stored[facts.stored["level"] == "total"]
    yield from (f"{say('score_origin.total')} {_stated(row)}" for row in rows_of(total))


def of_total_before(facts: Facts) -> Iterator[str]:
    """Yield the total of the year before, where the total is compared with it."""
    if None not in (facts.last.total, facts.last.before) and facts.last.is_same_rules:
        yield say("deck.source.before", year=facts.prior - 1, score=f"{facts.last.before:.2f}")


def of_indicators(facts: Facts, rows: pd.DataFrame) -> Iterator[str]:
    """Yield of each of some judged indicators what it is called weak by, and where its score was read."""
    stored = {row.code: row for row in rows_of(facts.stored[facts.stored["level"] == "indicator"])}
    for row in rows_of(rows):
        score = stored.get(str(row.indicator_no))
        if score is None:
            yield of_weak(row)
        else:
            place = _computed_from(facts, score) or origin_of_score(score)
            is_said = not isinstance(row.weakness_place, str)
            yield SEPARATOR.join((of_weak(row), place if is_said else _stated(score, place)))


def of_weak(row: Any) -> str:  # noqa: ANN401 - a row of judged indicators
    """Return what an indicator is called weak by: the place in the report, or its score."""
    about = {"no": row.indicator_no, "name": row.short_name_th}
    if isinstance(row.weakness_place, str):
        return say("source.coverage.weak", place=place_of(row.weakness_place), **about)
    if carried := carried_words(row):
        return say("source.coverage.weak_carried", kind=carried, **about)
    key = "source.coverage.weak_by_score" if row.is_weak else "deck.weak.score"
    return say(key, score=f"{row.score:.2f}", **about)


def of_links(facts: Facts) -> Iterator[str]:
    """Yield on whose word each measure answers a weak indicator."""
    by_id = {row.measure_id: row for row in rows_of(facts.measures)}
    for row in rows_of(facts.links[facts.links["is_weak"]]):
        yield say(
            "source.coverage.link",
            no=row.indicator_no,
            title=plain_cut(by_id[row.measure_id].title, IN_NOTES),
            basis=say(f"basis.{row.basis}"),
            place=origin_of(by_id[row.measure_id]),
        )


def of_steps(facts: Facts, months: int | None) -> Iterator[str]:
    """Yield the words that the state of each step in a round rests on."""
    for row in rows_of(facts.steps[facts.steps["round_months"] == (months or 0)]):
        title = facts.measures[facts.measures["measure_id"] == row.measure_id]["title"].iloc[0]
        place = plain_cut(row.reason or say("origin.entered"), IN_NOTES)
        about = {"title": plain_cut(title, IN_NOTES), "number": row.step_no, "state": say(f"step.{row.state}")}
        yield say("source.steps.step", place=place, **about)


def counted(facts: Facts) -> Iterator[str]:
    """Yield how weak indicators are counted, and those of them that a measure answers."""
    if facts.indicators["is_weak"].any():
        yield say("deck.source.weak")
        yield f"{say('source.coverage.title')} {say('source.coverage.formula')}"


def counted_results(facts: Facts) -> Iterator[str]:
    """Yield how the results of the deck's round are counted."""
    group = facts.rounds[facts.rounds["round_months"] == (facts.months or 0)]
    for row in rows_of(group.head(1)):
        span = {"start": long_date(row.starts_on), "end": long_date(row.ends_on)}
        yield f"{say('source.round.title', months=row.round_months)}: {say('source.round.formula', **span)}"


def _stated(row: Any, place: str = "") -> str:  # noqa: ANN401 - a row of stored scores
    return say("source.score.stated", score=f"{row.score:.2f}", place=place or origin_of_score(row))


def _computed_from(facts: Facts, score: Any) -> str:  # noqa: ANN401 - a row of stored scores
    """Return of which items, read where, the score of an indicator is computed; nothing for one that was read."""
    if score.source != "computed" or facts.prior not in framework.fiscal_years():
        return ""
    items = {row.code: row for row in rows_of(facts.stored[facts.stored["level"] == "item"])}
    own = [item.code for item in framework.load(facts.prior).items if str(item.indicator_no) == score.code]
    read = [f"{code} {origin_of_score(items[code])}" for code in own if code in items]
    return say_some("deck.source.computed", len(read), first=read[0], last=read[-1]) if read else ""
