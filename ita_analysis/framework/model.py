"""The framework of one fiscal year: its rows, and what a reader asks of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Literal, NoReturn

from ita_analysis.errors import FrameworkError
from ita_analysis.framework.rows import (
    Answer,
    Band,
    Criterion,
    Indicator,
    Instrument,
    Item,
    MeasuresItem,
    MeasuresKind,
    Name,
    Question,
    Sample,
    SubIndicator,
    ThemeView,
    WeaknessLimit,
)

Length = Literal["full", "short", "tile"]


# Compared by identity: one object per folder and year; hashing its rows at each cached call would be waste.
@dataclass(frozen=True, eq=False)
class Framework:
    """The rules of one fiscal year, each row with its source and confidence."""

    fiscal_year_be: int
    instruments: tuple[Instrument, ...]
    indicators: tuple[Indicator, ...]
    items: tuple[Item, ...]
    bands: tuple[Band, ...]
    criteria: tuple[Criterion, ...]
    names: tuple[Name, ...]
    measures_items: tuple[MeasuresItem, ...]
    sub_indicators: tuple[SubIndicator, ...]
    questions: tuple[Question, ...]
    answers: tuple[Answer, ...]
    weakness_limits: tuple[WeaknessLimit, ...]
    samples: tuple[Sample, ...]
    theme_views: tuple[ThemeView, ...]

    def indicator(self, no: int) -> Indicator:
        """Return the indicator of a number; an unknown one is a FrameworkError."""
        return self._indicator_by_no.get(no) or self._refuse("framework_indicator_unknown", no=no)

    def item(self, code: str) -> Item:
        """Return the item of a code (i1, e1, O1); an unknown one is a FrameworkError."""
        return self._item_by_code.get(code) or self._refuse("framework_item_unknown", code=code)

    def items_of(self, indicator_no: int) -> tuple[Item, ...]:
        """Return the items of an indicator, in the order of the table."""
        return tuple(each for each in self.items if each.indicator_no == indicator_no)

    def indicators_of(self, instrument: str) -> tuple[Indicator, ...]:
        """Return the indicators of an instrument, in order."""
        return tuple(each for each in self.indicators if each.instrument == instrument)

    def items_of_instrument(self, instrument: str) -> tuple[Item, ...]:
        """Return the items of an instrument, in the order of the table."""
        return tuple(each for each in self.items if self.indicator(each.indicator_no).instrument == instrument)

    def sample(self, instrument: str) -> Sample | None:
        """Return how many have to answer an instrument's survey, None where the year has no row of it."""
        return next((each for each in self.samples if each.instrument == instrument), None)

    def name(self, no: int, length: Length = "full") -> str:
        """Return an indicator's name: whole, for a table (24 characters) or for a tile (14).

        Where a length has no row, the next longer name stands in for it.
        """
        names = {each.kind: each.words for each in self.names if each.indicator_no == no}
        short = names.get("short", self.indicator(no).name_th)
        return {"full": self.indicator(no).name_th, "short": short, "tile": names.get("tile", short)}[length]

    def aliases(self) -> tuple[Name, ...]:
        """Return the whole, short and other names documents write, the longest words first."""
        return _longest_first((*map(_full_name, self.indicators), *self._names("short", "alias")))

    def themes(self) -> tuple[Name, ...]:
        """Return the words in a measure's title that hint at the indicator it answers, longest first."""
        return _longest_first(self._names("theme"))

    def sub_indicator_name(self, code: str) -> str | None:
        """Return the name of a sub-indicator (9.1, ...), or None where no row names it."""
        return next((each.name_th for each in self.sub_indicators if each.code == code), None)

    def measures_item(self, kind: MeasuresKind) -> MeasuresItem | None:
        """Return the row of the item that asks for the plan or the report, None where the year has none."""
        return next((each for each in self.measures_items if each.kind == kind), None)

    @property
    def plan_item(self) -> str | None:
        """Return the code of the item that asks for analysis and measures, e.g. O42."""
        row = self.measures_item("plan")
        return row.item_code if row else None

    @property
    def report_item(self) -> str | None:
        """Return the code of the item that asks for the report on the measures, e.g. O43."""
        row = self.measures_item("report")
        return row.item_code if row else None

    def criteria_of(self, kind: MeasuresKind) -> tuple[Criterion, ...]:
        """Return what the plan or the report has to contain in this year."""
        return tuple(each for each in self.criteria if each.kind == kind)

    @property
    def weights_known(self) -> bool:
        """Return whether every instrument has a weight, so that totals can be computed."""
        return all(each.weight is not None for each in self.instruments)

    @cached_property
    def weights(self) -> Mapping[str, Decimal]:
        """Return each instrument's weight in points of 100, its parts added; unknown is a FrameworkError."""
        found: dict[str, Decimal] = {}
        for each in self.instruments:
            if each.weight is None:
                self._refuse("framework_weights_unknown", file=each.file, row=each.row)
            found[each.instrument] = found.get(each.instrument, Decimal(0)) + each.weight
        return found

    @cached_property
    def parts(self) -> Mapping[str, tuple[Instrument, ...]]:
        """Return the rows of each instrument: one, or one for each of its parts."""
        found: dict[str, tuple[Instrument, ...]] = {}
        for each in self.instruments:
            found[each.instrument] = (*found.get(each.instrument, ()), each)
        return found

    @cached_property
    def _indicator_by_no(self) -> Mapping[int, Indicator]:
        return {each.no: each for each in self.indicators}

    @cached_property
    def _item_by_code(self) -> Mapping[str, Item]:
        return {each.code: each for each in self.items}

    def _names(self, *kinds: str) -> tuple[Name, ...]:
        return tuple(each for each in self.names if each.kind in kinds)

    def _refuse(self, key: str, **values: object) -> NoReturn:
        raise FrameworkError(key, year=self.fiscal_year_be, **values)


def _full_name(row: Indicator) -> Name:
    return Name(
        indicator_no=row.no,
        kind="full",
        words=row.name_th,
        source=row.source,
        confidence=row.confidence,
        file=row.file,
        row=row.row,
    )


def _longest_first(names: tuple[Name, ...]) -> tuple[Name, ...]:
    unique = {(each.words, each.indicator_no): each for each in reversed(names)}
    return tuple(sorted(unique.values(), key=lambda each: (-len(each.words), each.indicator_no, each.words)))
