"""What is said of a sheet of a plan: what it adds and changes, what it leaves as it is, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ita_analysis.entries import Plan
from ita_analysis.intake.plan_sheet import PlanSheet
from ita_analysis.intake.plan_sheet.cells import FIELDS, INDICATORS, cells_of, lines_of
from ita_analysis.intake.plan_sheet.merging import FieldChange, RowChange, missing
from ita_analysis.sentences.parts import SEPARATOR, Fact, listed
from ita_analysis.store.plan_sheets import PlanChanges
from ita_analysis.texts import say, say_some

_PLACE = "no"


@dataclass(frozen=True)
class Line:
    """A line of a field, and whether the other side has it too."""

    words: str
    is_on_both: bool


@dataclass(frozen=True)
class Told:
    """A field of a measure: its name, its lines as stored and as the sheet has them."""

    name: str
    before: tuple[Line, ...]
    after: tuple[Line, ...]
    is_disputed: bool = False


def facts(sheet: PlanSheet, changes: Sequence[RowChange], stored: Mapping[int, Plan]) -> Iterator[Fact]:
    """Yield how many measures a sheet adds, changes, leaves as they are, and does not name."""
    disputed = sum(each.is_disputed for each in changes)
    aside = len(missing(sheet.rows, stored))
    changed = sum(each.is_change for each in changes)
    unit = say("plan_sheet.fact.unit")
    yield Fact(say("plan_sheet.fact.added"), str(sum(each.is_new for each in changes)), unit)
    note = say("plan_sheet.fact.disputed", count=disputed) if disputed else ""
    yield Fact(say("plan_sheet.fact.changed"), str(changed), unit, note, is_warning=bool(disputed))
    yield Fact(
        say("plan_sheet.fact.unchanged"), str(sum(not each.is_new and not each.is_change for each in changes)), unit
    )
    yield Fact(say("plan_sheet.fact.missing"), str(aside), unit, say("plan_sheet.fact.kept") if aside else "")


def told(change: RowChange) -> Iterator[Told]:
    """Yield the fields of a row that change; of a new measure those that say anything."""
    if change.stored is None:
        yield from _new(change)
        return
    if change.places:
        before, after = change.places
        yield _told(FieldChange(_PLACE, str(before), str(after)))
    yield from map(_told, change.fields)


def title_of(change: RowChange) -> str:
    """Return the name by which a row's measure is known: the stored one, of a new measure its own."""
    return change.stored.title if change.stored else " ".join(change.row.plan.title.split())


def disputed(change: RowChange) -> str:
    """Return the fields of a row that others changed meanwhile."""
    return listed([_column(each.name) for each in change.fields if each.is_disputed])


def kept(changes: Sequence[RowChange]) -> str:
    """Return which fields stay because others changed them meanwhile; nothing where there are none."""
    told = [
        say("plan_sheet.kept_row", row=each.row.row, fields=listed([_column(name) for name in each.kept]))
        for each in changes
        if each.kept
    ]
    return say("plan_sheet.kept", rows=SEPARATOR.join(told)) if told else ""


def standing(changes: Sequence[RowChange]) -> str:
    """Return what has still to be chosen."""
    return say("plan_sheet.standing", titles=listed([f"“{title_of(each)}”" for each in changes]))


def stored_lines(done: PlanChanges) -> Iterator[str]:
    """Yield what became of a sheet that was stored."""
    if done.added:
        yield say_some("plan_sheet.added", len(done.added))
    if done.changed:
        yield say_some("plan_sheet.changed", len(done.changed))
    if done.is_reordered:
        yield say("plan_sheet.reordered")
    if not (done.added or done.changed or done.is_reordered):
        yield say("plan_sheet.nothing")
    yield say("plan_sheet.again")


def _new(change: RowChange) -> Iterator[Told]:
    indicators = change.row.indicators
    said = cells_of(change.row.plan)
    said |= {INDICATORS: ", ".join(map(str, indicators)), "why": next(iter(indicators.values()), "")}
    for name in (*FIELDS, INDICATORS, "why"):
        if said[name] and name != "title":
            yield Told(_column(name), (), tuple(Line(words, is_on_both=True) for words in lines_of(said[name])))


def _column(name: str) -> str:
    return say(f"plan_sheet.column.{name}")


def _told(field: FieldChange) -> Told:
    before, after = lines_of(field.before), lines_of(field.after)
    return Told(_column(field.name), _beside(before, after), _beside(after, before), field.is_disputed)


def _beside(own: Sequence[str], other: Sequence[str]) -> tuple[Line, ...]:
    return tuple(Line(words, words in other) for words in own)
