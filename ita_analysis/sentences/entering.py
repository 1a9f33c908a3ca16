"""What the screen of entering says: how far a round is, how each measure stands in it, and what was typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from ita_analysis.entries import Cited, Entry
from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences.parts import SEPARATOR, Headline, listed
from ita_analysis.texts import say, say_count, say_some
from ita_analysis.thai.dates import long_date


def no_rounds() -> Headline:
    """Return the finding of a year that has no round."""
    return Headline(say("entry.headline.no_rounds"), "develop", say("entry.no_rounds_why"))


def of_round(entries: pd.DataFrame, of_round: Any, today: date) -> Headline:  # noqa: ANN401 - a row of an answer
    """Return the finding about a round: how many of its measures have no result yet, and its state and day due."""
    going_on = _going_on(entries)
    missing, months = int(going_on["version"].isna().sum()), int(of_round.round_months)
    standfirst = SEPARATOR.join([state(of_round), due(of_round, today)])
    if of_round.state != "open":
        tone = "strength" if of_round.state == "approved" else ""
        return Headline(say(f"entry.headline.{of_round.state}", months=months), tone, standfirst)
    if going_on.empty:
        return Headline(say("entry.headline.no_measures", months=months), "", standfirst)
    if missing == 0:
        return Headline(say("entry.headline.complete", months=months, total=len(going_on)), "strength", standfirst)
    is_late = of_round.due_on.date() < today
    words = say("entry.headline.missing", months=months, count=missing, total=len(going_on))
    return Headline(words, "urgent" if is_late else "develop", standfirst)


def lacking(entries: pd.DataFrame) -> str:
    """Return which measures of a round lack a result, and which evidence of it, as whoever signs the round has to know.

    Empty where nothing lacks.
    """
    found = _going_on(entries)
    is_missing = found["version"].isna()
    is_uncited = ~is_missing & (found["cited_count"] == 0)
    lacks = {"round_state.lacks": _named(found[is_missing]), "round_state.uncited": _named(found[is_uncited])}
    return " ".join(say_some(key, len(names), names=listed(names)) for key, names in lacks.items() if names)


def of_measure(row: Any, of_round: Any) -> Headline:  # noqa: ANN401 - rows of answers
    """Return whose result is entered, and whether one is stored."""
    told = [say("entry.owner", name=row.responsible)] if isinstance(row.responsible, str) else []
    told.append(stored(row))
    words = say("entry.headline.measure", months=int(of_round.round_months), title=row.title)
    return Headline(words, "", SEPARATOR.join(told))


def state(of_round: Any) -> str:  # noqa: ANN401 - a row of an answer
    """Return the state of a round, with who signed it and when; of one that was opened again, why."""
    if of_round.state == "open":
        is_reopened = isinstance(of_round.reason, str)
        return say("entry.round.reopened", reason=of_round.reason) if is_reopened else say("entry.round.open")
    signed = {"name": of_round.signed_name, "position": of_round.signed_position, "date": long_date(of_round.signed_on)}
    return say(f"entry.round.{of_round.state}", **signed)


def due(of_round: Any, today: date) -> str:  # noqa: ANN401 - a row of an answer
    """Return the day the results of a round are due; while it is open, how far that day is away."""
    day = of_round.due_on.date()
    if of_round.state != "open":
        return say("entry.due_on", date=long_date(day))
    days = (day - today).days
    about = {"date": long_date(day), "days": abs(days)}
    return say("entry.due_in", **about) if days > 0 else say("entry.due_past" if days else "entry.due_today", **about)


def standing(row: Any) -> tuple[str, str]:  # noqa: ANN401 - a row of an answer
    """Return how a measure stands in a round, as a status and in words."""
    if not pd.isna(row.ended_on):
        return "not_stated", say("entry.standing.ended", date=long_date(row.ended_on))
    if pd.isna(row.version):
        state, key = ("overdue", "missing") if row.is_planned else ("no_data", "aside")
        return state, say(f"entry.standing.{key}")
    if not row.cited_count:
        return "develop", say("entry.standing.uncited")
    return "done", say("entry.standing.entered")


def is_judged(row: Any) -> bool:  # noqa: ANN401 - a row of an answer
    """Return whether anything is known of the steps of a measure in a round: a result, or a step that was judged."""
    return not pd.isna(row.version) or row.done_count + row.not_done_count > 0


def stored(row: Any) -> str:  # noqa: ANN401 - a row of an answer
    """Return since when a result is stored, and from where."""
    if pd.isna(row.version):
        return say("entry.stored.none")
    return say("entry.stored.report" if row.is_from_report else "entry.stored.hand", date=long_date(row.saved_at))


def refusal(row: Any, of_round: Any, *, can_enter: bool) -> list[str]:  # noqa: ANN401 - rows of answers
    """Return why the result cannot be changed now, with who signed the round; nothing where it can."""
    if of_round.state != "open":
        return [say(f"entry.locked.{of_round.state}", months=int(of_round.round_months)), state(of_round)]
    if not pd.isna(row.ended_on):
        return [say("entry.locked.ended", date=long_date(row.ended_on), reason=row.end_reason)]
    return [] if can_enter else [say("entry.locked.right")]


def left_to_enter(count: int, months: int) -> str:
    """Return how many measures of the round still have no result."""
    return say_count("entry.left", count, months=months)


def fields_named(names: Sequence[str]) -> str:
    """Return fields by the names that stand beside them."""
    return listed([_field(name) for name in names])


def told(entry: Entry) -> Iterator[dict[str, str]]:
    """Yield each field of a result with its words; blank where it has none."""
    period = entry.period
    spans = say("entry.period", start=long_date(period.start), end=long_date(period.end)) if period else ""
    texts = {"detail": entry.detail, "period": spans, "output": entry.output, "outcome": entry.outcome}
    texts |= {"note": entry.note, "owner": entry.owner, "evidence": "\n".join(map(_cited, entry.evidence))}
    for name, words in texts.items():
        yield {"label": say(f"field.{name}"), "words": words}


def read_only(entry: Entry | None, steps: Mapping[int, str]) -> Iterator[dict[str, str]]:
    """Yield a result that cannot be changed: its steps, then its fields."""
    if entry is None:
        return
    for number, words in steps.items():
        label = say("entry.step", no=number, words=words)
        yield {"label": label, "words": say(f"entry.state.{entry.steps.get(number, 'not_stated')}")}
    for row in told(entry):
        yield {**row, "words": row["words"] or say("missing")}


def _named(entries: pd.DataFrame) -> list[str]:
    return [f"{row.measure_no} {row.title}" for row in rows_of(entries)]


def _going_on(entries: pd.DataFrame) -> pd.DataFrame:
    return entries[entries["is_planned"] & entries["ended_on"].isna()]


def as_typed(
    texts: Mapping[str, str],
    aside: Mapping[str, Sequence[str]],
    steps: Mapping[int, str],
    file_name: Callable[[str], str],
) -> Iterator[dict[str, str]]:
    """Yield each field of the form in which something is typed and not stored, with all that windows typed in it."""
    for name in dict.fromkeys((*texts, *aside)):
        typed = [*([texts[name]] if name in texts else []), *aside.get(name, ())]
        kind, _, of = name.partition("_")
        if kind == "step" and int(of) in steps:
            label, words = (
                say("entry.step", no=of, words=steps[int(of)]),
                [say(f"entry.state.{text}") for text in typed],
            )
        elif kind == "cited" and of:
            no, _, part = of.partition("_")
            label = _of_piece(part, no)
            words = [file_name(text) if text and part == "sha256" else text for text in typed]
        elif kind in {"step", "cited"}:  # a step that the plan has no more; how many pieces of evidence there are
            continue
        else:
            label, words = say(f"field.{name}"), typed
        yield {"label": label, "words": "\n".join(each or say("typed.blank") for each in words)}


def _of_piece(part: str, no: str) -> str:
    return {
        "title": say("entry.cited.title", no=no),
        "url": say("entry.cited.url", no=no),
        "on": say("entry.cited.on_of", no=no),
        "sha256": say("entry.cited.file_of", no=no),
        "reason": say("entry.cited.reason", no=no),
    }[part]


def _cited(cited: Cited) -> str:
    date_words = long_date(cited.published_on) if cited.published_on else ""
    reason = say("cited.other", reason=cited.other_host_reason) if cited.other_host_reason else ""
    return SEPARATOR.join(filter(None, (cited.title, cited.url, date_words, reason)))


def _field(name: str) -> str:
    if name.startswith("cited_"):
        return say("entry.cited.on_of", no=name.split("_")[1])
    return say(f"field.{name}")
