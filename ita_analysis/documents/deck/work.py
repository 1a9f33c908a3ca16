"""The council's slides about the work of the year: progress, what is late and whose, the way up, what to decide."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any, cast

import pandas as pd

from ita_analysis.documents import sources
from ita_analysis.documents.deck.slides import Bar, Bars, Grid, Line, Progress, Slide, Steps, Tone
from ita_analysis.documents.deck.words import few, plain_cut, shown_of
from ita_analysis.documents.facts import Facts
from ita_analysis.queries.asking import rows_of
from ita_analysis.queries.entries import LONG, SOON
from ita_analysis.scoring import Standing, Way, full_gain, rounded
from ita_analysis.sentences import executive, late_results, queue, rounds, way
from ita_analysis.sentences.origins import origin_of_score
from ita_analysis.sentences.parts import SEPARATOR, listed
from ita_analysis.sentences.unbroken import plain
from ita_analysis.sentences.way_beside import doubts
from ita_analysis.texts import say, say_count, say_some
from ita_analysis.thai.dates import long_date

MOST_ROWS = 5  # of a picture; more are counted beside it
_IN_TITLE, _IN_LABEL = 30, 46  # letters of a unit's name, of a measure's


def progress(facts: Facts) -> Slide | None:
    """Return the steps done of each measure in the round, of many the least done; None where none is to be reported."""
    if facts.rounds.empty:
        return None
    found = rounds.headline(facts.rounds, facts.months)
    group = facts.rounds[facts.rounds["round_months"] == (facts.months or 0)].sort_values("measure_no")
    titles = {row.measure_id: f"{row.measure_no} {plain_cut(row.title, _IN_LABEL)}" for row in rows_of(facts.measures)}
    lines = [_steps(row, titles) for row in rows_of(group)]
    least = sorted(range(len(lines)), key=lambda place: _share(lines[place]))[:MOST_ROWS]
    shown = [lines[place] for place in sorted(least)]
    alt = plain(found.words)
    told = [alt, *(f"{line.label}: {line.words}" for line in shown)]
    steps = f"{say('source.steps.title')} {say('source.steps.formula')}"
    names = (say("step.done"), say("step.not_stated"), say("step.not_done"))
    unstated = int(group[group["result_count"] > 0]["not_stated_count"].sum())
    return Slide(
        code="progress",
        headline=found.words,
        tone=cast("Tone", found.tone),
        lead=found.standfirst,
        picture=Progress(SEPARATOR.join(told), names, tuple(shown)) if lines else None,
        aside=shown_of(len(lines), MOST_ROWS, "deck.more.measures"),
        sources=few([steps, *sources.counted_results(facts), *sources.of_steps(facts, facts.months)]),
        question=say("deck.progress.question"),
        answer=say_count("deck.progress.answer", unstated),
        page="rounds",
    )


def late(facts: Facts) -> Slide | None:
    """Return what is open by unit, what is late first; None where there is no measure to be late with."""
    if facts.measures.empty:
        return None
    tasks, day = facts.tasks, long_date(facts.today)
    overdue = tasks[tasks["kind"] == "overdue"]
    lines = [_unit(name, group) for name, group in _by_unit(facts)]
    words = say("deck.late.none", date=day) if tasks.empty else say_some("deck.late.open", len(tasks), date=day)
    if len(overdue):
        named = (name for name, group in _by_unit(facts) if (group["kind"] == "overdue").any())
        units = listed([plain_cut(name, _IN_TITLE) for name in named])
        words = say_some("deck.late.overdue", len(overdue), names=units)
    columns = (say("filter.unit"), 0.46), (say("queue.kind.overdue"), 0.27), (say("deck.late.other"), 0.27)
    alt = plain(words)
    first = overdue.head(1)
    oldest = [queue.since(row, facts.today) for row in rows_of(first)]
    return Slide(
        code="late",
        headline=words,
        tone="urgent" if len(overdue) else "strength" if tasks.empty else "develop",
        lead=queue.kinds(tasks),
        picture=Grid(alt, columns, tuple(lines[:MOST_ROWS])) if lines else None,
        aside=shown_of(len(lines), MOST_ROWS, "deck.more.units"),
        sources=few([say("deck.late.formula", date=day), *_others(tasks), *_due_days(facts)]),
        question=say("deck.late.question"),
        answer=say("deck.late.answer", since=oldest[0]) if oldest else say("deck.late.answer_none"),
        page="executive",
    )


def way_up(facts: Facts) -> Slide | None:
    """Return the way to the next grade: now, with the fewest documents, with all of them; None without a total."""
    at = facts.at
    if at is None or at.total is None:
        return None
    chosen = way.default_way(at)
    found = way.headline(at, chosen, facts.prior)
    documents = facts.stored[(facts.stored["level"] == "item") & facts.stored["code"].str.startswith("O")]
    documents = documents[documents["score"] < 100]
    steps = [step.code for step in chosen.steps] if chosen else []
    # Those that the slide names come first: the notes have room for few.
    documents = documents.sort_values("code", key=lambda codes: ~codes.isin(steps), kind="stable")
    places = [f"{row.code} {row.score:.2f} {origin_of_score(row)}" for row in rows_of(documents)]
    codes = listed(steps)
    return Slide(
        code="way",
        headline=found.words,
        tone=cast("Tone", found.tone),
        lead=say("deck.way.documents", codes=codes) if codes else found.standfirst.split(SEPARATOR)[0],
        picture=_totals(facts, at, chosen, at.total),
        aside="",
        sources=few([say("way.formula"), *sources.of_total(facts), *places]),
        question=say("deck.way.question"),
        answer=SEPARATOR.join(filter(None, [say("way.rule"), *doubts(at)])),
        page="way",
    )


def decisions(facts: Facts) -> Slide:
    """Return what the council is asked to decide, and why."""
    has_report = bool(facts.files) or not facts.measures.empty
    standing = [each.finding for each in facts.checked.standing]
    measures = facts.measures.assign(responsible=facts.measures["responsible"].map(plain_cut, na_action="ignore"))
    late = late_results.requests(facts.rounds, measures, facts.today)
    asked = [*executive.requests(facts.indicators, late, standing, facts.up, has_report=has_report)]
    words = say_count("executive.requests", len(asked))
    columns = (say("column.no"), 0.07), (say("deck.decide.what"), 0.5), (say("deck.decide.why"), 0.43)
    lines = [Line((str(no), each.title, each.why)) for no, each in enumerate(asked[:MOST_ROWS], 1)]
    worth_counted = f"{say('source.worth.title')} {say('source.worth.formula')}"
    worth = facts.items.dropna(subset=["item_worth"])
    told = {"codes": listed(list(worth["item_code"])), "worth": f"{worth['item_worth'].astype(float).sum():.2f}"}
    return Slide(
        code="decide",
        headline=words,
        tone="develop" if asked else "strength",
        lead="",
        picture=Grid(words, columns, tuple(lines)) if lines else None,
        aside=shown_of(len(asked), MOST_ROWS, "deck.more.requests"),
        sources=few([say("deck.decide.formula"), worth_counted]),
        question=say("deck.decide.question"),
        answer=say("executive.standfirst.worth", **told) if len(worth) else say("deck.decide.answer"),
        page="executive",
    )


def _steps(row: Any, titles: dict[int, str]) -> Steps:  # noqa: ANN401 - a row of an answer
    label = titles[row.measure_id]
    if not row.result_count:
        return Steps(label, None, None, None, say("rounds.no_result"))
    if not row.step_count:
        return Steps(label, None, None, None, say("measures.uncounted"))
    done, unstated, undone = int(row.done_count), int(row.not_stated_count), int(row.not_done_count)
    return Steps(label, done, unstated, undone, say("deck.progress.steps", done=done, steps=int(row.step_count)))


def _share(line: Steps) -> float:
    """Return how far a measure is; one that nothing is known of comes first."""
    if line.done is None or line.not_stated is None or line.not_done is None:
        return -1.0
    return line.done / (line.done + line.not_stated + line.not_done)


def _by_unit(facts: Facts) -> list[tuple[str, pd.DataFrame]]:
    named = facts.tasks.assign(unit=[_owner(row) for row in rows_of(facts.tasks)])
    return [(str(name), group) for name, group in named.groupby("unit", sort=False)]


def _owner(row: Any) -> str:  # noqa: ANN401 - a row of an answer
    if pd.isna(row.measure_no):
        return say("queue.whole_agency")
    return plain_cut(row.responsible) if isinstance(row.responsible, str) else say("queue.no_owner")


def _unit(name: str, group: pd.DataFrame) -> Line:
    overdue = int((group["kind"] == "overdue").sum())
    other = len(group) - overdue
    counts = (say("deck.late.count", count=each) if each else "–" for each in (overdue, other))
    return Line((name, *counts), "urgent" if overdue else "")


def _others(tasks: pd.DataFrame) -> Iterator[str]:
    """Yield what is counted as open besides what is late."""
    if (tasks["kind"] != "overdue").any():
        yield say("deck.late.formula_other", soon=SOON, long=LONG)


def _due_days(facts: Facts) -> Iterator[str]:
    for row in rows_of(facts.tasks.dropna(subset=["due_on"]).drop_duplicates("round_months")):
        yield say("deck.late.due", months=int(row.round_months), date=long_date(row.due_on))


def _totals(facts: Facts, at: Standing, chosen: Way | None, total: Fraction) -> Bars:
    gains = [(say("way.result_of", year=facts.prior), Fraction(0))]
    if chosen and chosen.steps:
        gains.append((say_some("deck.way.after", len(chosen.steps)), chosen.gain))
    full = full_gain(at)
    if full and (not chosen or full != chosen.gain):
        gains.append((say("deck.way.all"), full))
    aim = chosen.band if chosen else None
    bands = at.framework.bands  # the best first
    enough = bands[: bands.index(aim) + 1] if aim else bands
    bars = tuple(
        _total(label, total + gain, any(band in enough for band in at.bands_at(gain))) for label, gain in gains
    )
    words = say("deck.way.limit", grade=aim.label_th, low=f"{float(aim.min_total):g}") if aim else ""
    alt = SEPARATOR.join([*(f"{bar.label} {bar.words}" for bar in bars), *([words] if words else [])])
    return Bars(alt, say("way.line.total"), bars, limit=float(aim.min_total) if aim else None, limit_words=words)


def _total(label: str, total: Fraction, is_reached: bool) -> Bar:
    """Return a total as a bar; whether the level that is aimed at is reached shows in its colour and its mark."""
    return Bar(label, float(rounded(total)), f"{rounded(total)}", "good" if is_reached else "develop")
