"""What a sheet changes of the plan that is stored by now: field by field, upon what the sheet was handed out with.

A field that only the sheet changed is the sheet's, one that only others changed meanwhile stays as it is stored; where
both changed it, or nobody knows what was handed out, a reader has to say which text holds.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from ita_analysis.entries import Plan
from ita_analysis.intake.plan_sheet.cells import FIELDS, cells_of
from ita_analysis.intake.plan_sheet.rows import PlanRow


@dataclass(frozen=True)
class FieldChange:
    """A field as it is stored and as the sheet states it; `is_disputed` where others changed it meanwhile."""

    name: str
    before: str
    after: str
    is_disputed: bool = False


@dataclass(frozen=True)
class RowChange:
    """What a row changes of its measure; `stored` is None for a new one, `places` its place before and after.

    `kept` names the fields that others changed meanwhile and the sheet did not: they stay as they are stored.
    """

    row: PlanRow
    stored: Plan | None
    fields: tuple[FieldChange, ...] = ()
    places: tuple[int, int] | None = None
    kept: tuple[str, ...] = ()

    @property
    def is_new(self) -> bool:
        """Return whether the measure is added."""
        return self.stored is None

    @property
    def is_disputed(self) -> bool:
        """Return whether a reader has to say which text holds."""
        return any(each.is_disputed for each in self.fields)

    @property
    def is_change(self) -> bool:
        """Return whether the row changes a stored measure or its place."""
        return not self.is_new and bool(self.fields or self.places)


def compare(rows: Sequence[PlanRow], stored: Mapping[int, Plan]) -> tuple[RowChange, ...]:
    """Return what each row changes of the stored plans of the year, which are given in their order."""
    places = {measure_id: place for place, measure_id in enumerate(stored, 1)}
    return tuple(
        RowChange(row, None)
        if row.measure_id is None or row.measure_id not in stored
        else _change(row, stored[row.measure_id], places[row.measure_id])
        for row in rows
    )


def resolved(changes: Sequence[RowChange], by_file: Collection[int]) -> list[PlanRow]:
    """Return the rows as they are to be stored: a disputed field is the sheet's in the measures of `by_file`."""
    return [_resolved(each, takes_all=each.row.measure_id in by_file) for each in changes]


def missing(rows: Sequence[PlanRow], stored: Collection[int]) -> list[int]:
    """Return the stored measures that no row is about."""
    named = {row.measure_id for row in rows}
    return [measure_id for measure_id in stored if measure_id not in named]


def ordered(rows: Sequence[PlanRow], stored: Sequence[int], added: Mapping[int, int]) -> list[int]:
    """Return the measures of the year in their new order; `added` are the new ones by the number of their row.

    A row with a place goes exactly there; of several with one place the first row goes first. All others keep their
    order, the new ones among them at the end.
    """
    placed = sorted((row.no, -row.row, row.measure_id or added[row.row]) for row in rows if row.no is not None)
    aside = {number for _, _, number in placed}
    order = [number for number in (*stored, *added.values()) if number not in aside]
    for place, _, number in placed:
        order.insert(place - 1, number)
    return order


def _change(row: PlanRow, stored: Plan, place: int) -> RowChange:
    now, said, version = cells_of(stored), cells_of(row.plan), row.version
    by_others = {name for name in FIELDS if version and not version.had(name, now[name])}
    fields = tuple(
        FieldChange(name, now[name], said[name], version is None or name in by_others)
        for name in FIELDS
        if name in row.touched and said[name] != now[name]
    )
    is_left = row.no is None or row.no == place or (version is not None and row.no == version.no)
    places = None if is_left or row.no is None else (place, row.no)
    return RowChange(row, stored, fields, places, tuple(name for name in FIELDS if name in by_others - row.touched))


def _resolved(change: RowChange, *, takes_all: bool) -> PlanRow:
    if change.stored is None:
        return change.row
    taken = {
        each.name: getattr(change.row.plan, each.name) for each in change.fields if takes_all or not each.is_disputed
    }
    return replace(change.row, plan=replace(change.stored, **taken), no=change.places[1] if change.places else None)
