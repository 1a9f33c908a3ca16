"""Where the numbers of a year were read, line by line, without the name of any person."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ita_analysis.documents.deck.words import IN_NOTES, plain_cut
from ita_analysis.documents.facts import Facts
from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences.origins import origin_of, origin_of_score, place_of
from ita_analysis.sentences.weak import carried_words
from ita_analysis.texts import say


def of_files(facts: Facts) -> Iterator[str]:
    """Yield which files were read, if any."""
    if facts.files:
        yield say("deck.source.files", names=", ".join(facts.files))


def of_scores(facts: Facts) -> Iterator[str]:
    """Yield where total and instruments were read, or that no score is stored."""
    found = facts.stored[facts.stored["level"].isin(("total", "instrument"))]
    if found.empty:
        yield say("source.score.missing", year=facts.prior)
    for row in rows_of(found):
        name = say("score_origin.total") if row.level == "total" else row.code
        yield f"{name} {say('source.score.stated', score=f'{row.score:.2f}', place=origin_of_score(row))}"


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
