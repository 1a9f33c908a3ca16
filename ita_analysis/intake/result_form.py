"""The form of a result: what its fields show of an entry, and the entry that its fields say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from ita_analysis.entries import Cited, Entry, StepState
from ita_analysis.thai.dates import day_in, long_date
from ita_analysis.thai.fiscal_year import Span
from ita_analysis.thai.text import flat

TEXTS = ("detail", "output", "outcome", "note", "owner")
DAYS = ("start", "end")
CITED = ("title", "url", "on", "sha256", "reason")
COUNT = "cited"  # how many pieces of evidence the form has fields for
NOT_STATED: StepState = "not_stated"


@dataclass(frozen=True)
class ResultForm:
    """What the fields say: the entry, and the fields whose words are no day."""

    entry: Entry
    no_days: tuple[str, ...] = ()


def shown(entry: Entry | None, steps: Sequence[int]) -> dict[str, str]:
    """Return the text of each field of an entry, or of an empty form, by its name; each step has a field."""
    of = entry or Entry()
    days = (of.period.start, of.period.end) if of.period else (None, None)
    fields = {name: str(getattr(of, name)) for name in TEXTS}
    fields |= {name: _day(day) for name, day in zip(DAYS, days, strict=True)}
    fields |= {step_field(number): of.steps.get(number, NOT_STATED) for number in steps}
    fields[COUNT] = str(len(of.evidence) or 1)  # an empty form offers one piece of evidence
    for number, cited in enumerate(of.evidence, 1):
        told = (cited.title, cited.url, _day(cited.published_on), cited.sha256, cited.other_host_reason)
        fields |= {cited_field(number, name): text for name, text in zip(CITED, told, strict=True)}
    return fields


def read(fields: Mapping[str, str]) -> ResultForm:
    """Return what the fields say; a period of which only one day is said is that day alone."""
    numbers = range(1, cited_count(fields) + 1)
    names = (*DAYS, *(cited_field(number, "on") for number in numbers))
    days = {name: day_in(text) for name in names if (text := fields.get(name, "")).strip()}
    start, end = (days.get(name) for name in DAYS)
    period = Span(start or cast("date", end), end or cast("date", start)) if start or end else None
    entry = Entry(
        **{name: fields.get(name, "") for name in TEXTS},
        period=period,
        steps={int(name[5:]): cast("StepState", text) for name, text in fields.items() if name.startswith("step_")},
        evidence=tuple(_cited(fields, number, days) for number in numbers),
    )
    return ResultForm(entry, tuple(name for name, day in days.items() if day is None))


def step_field(number: int) -> str:
    """Return the name of the field of a step."""
    return f"step_{number}"


def cited_field(number: int, name: str) -> str:
    """Return the name of a field of a piece of evidence, counted from 1."""
    return f"cited_{number}_{name}"


def cited_count(fields: Mapping[str, str]) -> int:
    """Return how many pieces of evidence the form has fields for."""
    return int(fields.get(COUNT) or 0)


def one_more(fields: Mapping[str, str]) -> dict[str, str]:
    """Return the fields that change where the form offers one more piece of evidence."""
    return {COUNT: str(cited_count(fields) + 1)}


def one_less(fields: Mapping[str, str], number: int) -> dict[str, str]:
    """Return the fields that change where a piece of evidence is taken out: those after it move up."""
    count = cited_count(fields)
    moved = {
        cited_field(at, name): fields.get(cited_field(at + 1, name), "")
        for at in range(number, count)
        for name in CITED
    }
    return moved | {cited_field(count, name): "" for name in CITED} | {COUNT: str(count - 1)}


def is_like_before(entry: Entry, before: Entry | None) -> bool:
    """Return whether the result is only said again in the words of the round before."""
    told = _told(entry)
    return before is not None and any(told) and told == _told(before)


def _told(entry: Entry) -> list[str]:
    return [flat(getattr(entry, name)) for name in ("detail", "output", "outcome")]


def _cited(fields: Mapping[str, str], number: int, days: Mapping[str, date | None]) -> Cited:
    said = {name: fields.get(cited_field(number, name), "") for name in CITED}
    on = days.get(cited_field(number, "on"))
    return Cited(said["title"], said["url"], said["sha256"], published_on=on, other_host_reason=said["reason"])


def _day(day: date | None) -> str:
    return long_date(day) if day else ""
