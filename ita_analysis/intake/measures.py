"""The plan: measures with guidelines, steps, owner and rounds, out of the rows of its tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ita_analysis.framework import Framework
from ita_analysis.intake import cells
from ita_analysis.intake.document import Cell
from ita_analysis.intake.indicators import guessed, linked
from ita_analysis.intake.rows import Grid, Row
from ita_analysis.records import IndicatorLink, Measure, Unread
from ita_analysis.thai.text import key

_TEXTS = {"timeframe": "period", "budget": "budget", "success_indicator": "success_indicator"}


@dataclass
class _Draft:
    title: str
    first: Row
    lists: dict[str, list[str]] = field(default_factory=lambda: {"guideline": [], "step": []})
    texts: dict[str, list[str]] = field(default_factory=dict)
    rounds: set[int] = field(default_factory=set)
    links: list[IndicatorLink] = field(default_factory=list)
    seen: set[tuple[int, str, tuple[int, int]]] = field(default_factory=set)

    def add(self, row: Row, framework: Framework) -> None:
        for role in self.lists:
            for cell, _, _ in row.cells_in(role):
                self.lists[role] += cells.items(cell) if self._is_new(row, role, cell) else ()
        for role in ("responsible", "follow_up", *_TEXTS.values()):
            for cell, _, _ in row.cells_in(role):
                self._add_text(role, cells.text(cell))
        self._add_rounds(row)
        self._add_links(row, framework)

    def _is_new(self, row: Row, role: str, cell: Cell) -> bool:
        mark = (row.place.table or 0, role, cell.origin)
        is_new = mark not in self.seen
        self.seen.add(mark)
        return is_new

    def _add_text(self, role: str, words: str | None) -> None:
        if words and words not in self.texts.setdefault(role, []):
            self.texts[role].append(words)

    def _add_rounds(self, row: Row) -> None:
        for cell, _, months in row.cells_in("follow_up"):
            words = cells.text(cell)
            self.rounds |= set(cells.rounds(words or "")) | ({months} if words and months else set())

    def _add_links(self, row: Row, framework: Framework) -> None:
        for cell, _, _ in row.cells_in("indicator"):
            words = cells.text(cell) or ""
            self.links += linked(words, framework)
            if words and not linked(words, framework):
                self._add_text("success_indicator", words)

    def measure(self, framework: Framework) -> Measure:
        links = {link.no: link for link in reversed([*self.links, *linked(self.title, framework)])}
        return Measure(
            title=self.title,
            guidelines=tuple(self.lists["guideline"]),
            steps=tuple(self.lists["step"]),
            responsible=self._text("responsible", ", "),
            rounds_months=tuple(sorted(self.rounds)),
            indicators=tuple(links[no] for no in sorted(links)) or guessed(self.title, framework),
            follow_up=self._text("follow_up"),
            timeframe=self._text("period"),
            budget=self._text("budget"),
            success_indicator=self._text("success_indicator"),
            place=self.first.place,
            columns=self.first.labels,
        )

    def _text(self, role: str, between: str = "\n") -> str | None:
        return between.join(self.texts[role]) if self.texts.get(role) else None


def read_measures(grids: Iterable[Grid], framework: Framework) -> tuple[tuple[Measure, ...], tuple[Unread, ...]]:
    """Return the measures of the tables that have a column of measures, and the rows no measure took."""
    drafts: dict[str, _Draft] = {}
    unread: list[Unread] = []
    for grid in grids:
        current = list(drafts.values())[-1] if grid.is_continued and drafts else None
        section: tuple[IndicatorLink, ...] = ()
        for row in grid.rows:
            if row.section:
                section = linked(row.section, framework)
                unread += [] if section else [Unread(row.place, row.section)]
                continue
            current = _draft_of(row, drafts, current)
            if current is None:
                unread += [Unread(row.place, words) for cell in row.cells if (words := cells.text(cell))]
            else:
                current.add(row, framework)
                current.links += section
    return tuple(draft.measure(framework) for draft in drafts.values()), tuple(unread)


def _draft_of(row: Row, drafts: dict[str, _Draft], current: _Draft | None) -> _Draft | None:
    title = cells.title(row.cell("measure"))
    if title is None:
        return current
    return drafts.setdefault(key(title), _Draft(title, row))
