"""A second implementation of what officers enter, in plain dicts: each row by its key, and what is shown of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from ita_analysis.entries import Entry, Plan, RoundState, Signature, StepState
from ita_analysis.records import Measure, Report
from ita_analysis.thai.text import key

Key = tuple[object, ...]
Rows = dict[Key, object]
Diff = dict[Key, tuple[object, object]]
KNOWN_ITEMS = frozenset({"O1", "O2"})  # of every year that the machine reaches


@dataclass(frozen=True)
class MeasureRow:
    """A measure: its year, its place in the order, its plan without the lists, and whether it has ended."""

    year: int
    number: int
    plan: Plan
    ended: tuple[date, str] | None = None
    carried_from: int | None = None


@dataclass(frozen=True)
class RoundRow:
    """A round: its state, the day its results are due, who signed it, why it was opened again."""

    state: RoundState = "open"
    due: date | None = None
    signature: Signature | None = None
    reason: str | None = None


@dataclass
class Model:
    """All rows of an agency, and what each change that may be taken back did to them."""

    rows: Rows = field(default_factory=dict)
    made: dict[int, Diff] = field(default_factory=dict)
    imported: set[str] = field(default_factory=set)

    def copy(self) -> Model:
        """Return the model as it is now."""
        return Model(dict(self.rows), dict(self.made), set(self.imported))

    def of(self, *start: object) -> dict[Key, object]:
        """Return the rows whose key begins with something, by the rest of their key, in order."""
        size = len(start)
        return {name[size:]: row for name, row in sorted(self.rows.items(), key=repr) if name[:size] == start}

    def measure(self, number: int) -> MeasureRow | None:
        """Return a measure, or None."""
        found = self.rows.get(("measure", number))
        return found if isinstance(found, MeasureRow) else None

    def order(self, year: int) -> list[int]:
        """Return the measures of a year in their order."""
        own = [(row.number, number) for number, row in self._measures() if row.year == year]
        return [number for _, number in sorted(own)]

    def rounds(self, year: int) -> dict[int, RoundRow]:
        """Return the rounds of a year by their months."""
        found = {int(str(name[0])): row for name, row in self.of("round", year).items()}
        return {months: row for months, row in sorted(found.items()) if isinstance(row, RoundRow)}

    def years(self) -> list[int]:
        """Return the years of which a round or a measure is known."""
        own = {row.year for _, row in self._measures()}
        return sorted(own | {int(str(name[1])) for name in self.rows if name[0] == "round"})

    def plan(self, number: int) -> Plan:
        """Return the plan of a measure."""
        row = self.measure(number)
        assert row is not None
        return replace(
            row.plan,
            guidelines=self._lines("guideline", number),
            steps=self._lines("step", number),
            rounds_months=tuple(sorted(int(str(name[0])) for name in self.of("planned", number))),
            items={str(name[0]): str(reason) for name, reason in self.of("item", number).items()},
        )

    def entry(self, number: int, months: int) -> Entry | None:
        """Return what is shown of a measure in a round, or None."""
        versions = {int(str(name[0])): row for name, row in self.of("result", number, months).items()}
        steps = self.judged(number, months)
        if not versions and not steps:
            return None
        shown = versions[max(versions)] if versions else Entry()
        assert isinstance(shown, Entry)
        return replace(shown, steps=steps)

    def judged(self, number: int, months: int) -> dict[int, StepState]:
        """Return the steps of a measure that were judged in a round."""
        return {int(str(name[0])): state for name, state in self.of("judged", number, months).items()}  # type: ignore[misc]

    def pairs(self) -> set[tuple[int, int]]:
        """Return the measures and rounds of which a result or a judged step is stored."""
        return {(int(str(name[1])), int(str(name[2]))) for name in self.rows if name[0] in {"result", "judged"}}

    def locked(self, year: int) -> set[int]:
        """Return the rounds of a year that are submitted or approved."""
        return {months for months, row in self.rounds(year).items() if row.state != "open"}

    def shown_in(self, number: int) -> set[int]:
        """Return the rounds in which a measure is shown with its steps."""
        planned = {int(str(name[0])) for name in self.of("planned", number)}
        return planned | {months for each, months in self.pairs() if each == number}

    def is_used(self, year: int, months: int) -> bool:
        """Return whether a plan or a result has a round."""
        own, kinds = self.order(year), {"planned", "result"}
        return any(name[0] in kinds and name[1] in own and name[2] == months for name in self.rows)

    def titles(self, year: int) -> dict[str, int]:
        """Return the measures of a year by the key of their title."""
        return {key(self.plan(number).title): number for number in self.order(year)}

    def put(self, kind: str, number: int, lines: Mapping[object, object]) -> None:
        """Put the rows of a list of a measure in the place of those there."""
        for name in self.of(kind, number):
            del self.rows[(kind, number, *name)]
        self.rows |= {(kind, number, name): row for name, row in lines.items()}

    def add(self, year: int, plan: Plan, carried_from: int | None = None) -> int:
        """Add a measure at the end of a year, and return its number."""
        number = 1 + max((number for number, _ in self._measures()), default=0)
        places = [row.number for _, row in self._measures() if row.year == year]
        bare = replace(plan, guidelines=(), steps=(), rounds_months=(), items={})
        self.rows["measure", number] = MeasureRow(year, max(places, default=0) + 1, bare, None, carried_from)
        self.put_lists(number, plan)
        return number

    def put_lists(self, number: int, plan: Plan) -> None:
        """Put the lists of a plan in the place of those of a measure."""
        self.put("guideline", number, dict(enumerate(plan.guidelines, 1)))
        self.put("step", number, dict(enumerate(plan.steps, 1)))
        self.put("item", number, dict(plan.items))
        self.put("planned", number, dict.fromkeys(plan.rounds_months, True))

    def add_result(self, number: int, months: int, entry: Entry) -> None:
        """Add the next version of a result."""
        versions = [int(str(name[0])) for name in self.of("result", number, months)]
        self.rows["result", number, months, max(versions, default=0) + 1] = replace(entry, steps={})

    def move_judged(self, number: int, before: Sequence[str], after: Sequence[str]) -> None:
        """Number judged steps anew where steps are left out, added or moved, or one is worded anew in its place."""
        was = {name: state for name, state in self.rows.items() if name[:2] == ("judged", number)}
        for name in was:
            del self.rows[name]
        for (_, _, months, no), state in was.items():
            words = before[int(str(no)) - 1]
            if words in after:
                self.rows["judged", number, months, after.index(words) + 1] = state
            elif len(before) == len(after) and after[int(str(no)) - 1] not in before:
                self.rows["judged", number, months, no] = state

    def import_report(self, report: Report, year: int) -> None:
        """Take over what a report says of a year: new measures, the next version of its results, their rounds."""
        for measure in report.measures:
            if key(measure.title) not in self.titles(year):
                number = self.add(year, plan_of_report(measure))
                self.rows |= {("link", number, x.no): (x.basis, x.reason) for x in measure.indicators}
        for shown in report.progress:
            number = self.titles(year).get(key(shown.measure)) or self.add(year, Plan(shown.measure))
            texts = {name: getattr(shown, name) or "" for name in ("detail", "output", "outcome", "note")}
            self.add_result(number, shown.round_months or report.round_months or 0, Entry(**texts))
        for months in rounds_of_report(report):
            self.rows.setdefault(("round", year, months), RoundRow())

    def take_back(self, diff: Diff) -> None:
        """Take a change back; a round that came with it goes only where nothing else has it."""
        for name, (old, new) in diff.items():
            if name[0] != "round":
                assert self.rows.get(name) == new, f"{name} was changed since, and was taken back all the same"
                if old is None:
                    del self.rows[name]
                else:
                    self.rows[name] = old
        for name, (old, _) in diff.items():
            if name[0] == "round" and old is not None:
                self.rows.setdefault(name, old)
            elif name[0] == "round" and name in self.rows:
                year, months = int(str(name[1])), int(str(name[2]))
                if self.rounds(year)[months].state == "open" and not self.is_used(year, months):
                    del self.rows[name]

    def _measures(self) -> list[tuple[int, MeasureRow]]:
        return [(int(str(name[1])), row) for name, row in self.rows.items() if isinstance(row, MeasureRow)]

    def _lines(self, kind: str, number: int) -> tuple[str, ...]:
        found = {int(str(name[0])): str(words) for name, words in self.of(kind, number).items()}
        return tuple(found[no] for no in sorted(found))


def difference(before: Rows, after: Rows) -> Diff:
    """Return each row that differs, as it was and as it is; None where there is none."""
    names = {*before, *after}
    return {name: (before.get(name), after.get(name)) for name in names if before.get(name) != after.get(name)}


def plan_of_report(measure: Measure) -> Plan:
    """Return the plan that a report's measure becomes."""
    return Plan(
        measure.title,
        responsible=measure.responsible or "",
        guidelines=measure.guidelines,
        steps=measure.steps,
        rounds_months=tuple(sorted(measure.rounds_months)),
    )


def rounds_of_report(report: Report) -> set[int]:
    """Return the rounds that a report's plan or results name."""
    planned = {months for measure in report.measures for months in measure.rounds_months}
    return planned | {months for shown in report.progress if (months := shown.round_months or report.round_months)}
