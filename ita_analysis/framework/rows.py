"""The rows of the framework's tables as frozen records; each knows its source, confidence and place."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

Confidence = Literal["sure", "likely", "unsure"]
MeanOf = Literal["items", "sub_indicators"]
NameKind = Literal["full", "short", "tile", "alias", "theme"]
MeasuresKind = Literal["plan", "report"]
Scale = Literal["degree", "presence"]
Polarity = Literal["positive", "negative"]
WeaknessStatus = Literal["urgent", "develop", "good", "strength"]
ViewLevel = Literal["indicator", "sub_indicator", "item"]

# The weakest first: a limit has to lie above that of the status before it.
WEAKNESS_STATUSES: tuple[WeaknessStatus, ...] = get_args(WeaknessStatus)


@dataclass(frozen=True, kw_only=True)
class Sourced:
    """Where a row comes from: its source, how sure it is, and its file and line (the heading is line 1)."""

    source: str
    confidence: Confidence
    file: str
    row: int


@dataclass(frozen=True, kw_only=True)
class Instrument(Sourced):
    """A tool, or one part of it; weight in points of 100, None where it is unknown.

    `mean_of` says what an indicator of this tool is the mean of; None where it is unknown.
    """

    instrument: str
    part: str | None
    weight: Decimal | None
    mean_of: MeanOf | None
    name_th: str

    @property
    def code(self) -> str:
        """Return the code of the tool or part: IIT, EIT-1, EIT-2, OIT."""
        return f"{self.instrument}-{self.part}" if self.part else self.instrument


@dataclass(frozen=True, kw_only=True)
class Indicator(Sourced):
    """One of the year's indicators; its confidence is that of the name, the count of items has its own."""

    no: int
    instrument: str
    name_th: str
    name_en: str
    item_count: int | None
    item_count_confidence: Confidence


@dataclass(frozen=True, kw_only=True)
class SubIndicator(Sourced):
    """The name of a group of items within an indicator."""

    code: str
    name_th: str


@dataclass(frozen=True, kw_only=True)
class Item(Sourced):
    """What is asked or looked for: i1, e1, O1; `sub_indicator` is None where items are not grouped."""

    code: str
    indicator_no: int
    sub_indicator: str | None
    topic_th: str


@dataclass(frozen=True, kw_only=True)
class Band(Sourced):
    """A level of the result: the first in order whose conditions all hold.

    Both minima are scores of 0-100; `min_instrument`, where it is not None, is a floor that every instrument,
    and every part of one, has to reach.
    """

    order: int
    grade: str
    label_th: str
    min_total: Decimal
    min_instrument: Decimal | None
    note: str


@dataclass(frozen=True, kw_only=True)
class WeaknessLimit(Sourced):
    """Up to where an indicator's score of 0-100 has a status: below the limit, which is None for the top one."""

    status: WeaknessStatus
    below: Decimal | None


@dataclass(frozen=True, kw_only=True)
class MeasuresItem(Sourced):
    """The item that asks for the plan of measures or for the report on them.

    `measures_year_offset` is 0 where it is about the same fiscal year's measures, -1 for the year before.
    """

    kind: MeasuresKind
    item_code: str
    measures_year_offset: int


@dataclass(frozen=True, kw_only=True)
class Criterion(Sourced):
    """One part that the plan or the report has to contain; the code is stable over the years."""

    item_code: str
    kind: MeasuresKind
    code: str
    text_th: str


@dataclass(frozen=True, kw_only=True)
class Name(Sourced):
    """Words for an indicator: a name of some length, another spelling, or a theme of its measures."""

    indicator_no: int
    kind: NameKind
    words: str


@dataclass(frozen=True, kw_only=True)
class ThemeView(Sourced):
    """A score that is part of how one instrument sees a theme; an instrument's view is the mean of its codes."""

    theme: str
    name_th: str
    instrument: str
    level: ViewLevel
    code: str


@dataclass(frozen=True, kw_only=True)
class Question(Sourced):
    """A scored sub-question of an item, with its scale of answers and whether more is better or worse."""

    item_code: str
    sub_no: int
    topic_th: str
    scale: Scale
    polarity: Polarity


@dataclass(frozen=True, kw_only=True)
class Sample(Sourced):
    """How many have to answer an instrument's survey, by how many could.

    `percent` of the people, but not fewer than `at_least` (all where there are not so many); of more people than
    `most_by_percent` it is `at_least_above`.
    """

    instrument: str
    percent: Decimal
    at_least: int
    most_by_percent: int
    at_least_above: int


@dataclass(frozen=True, kw_only=True)
class Answer(Sourced):
    """What an answer on a scale scores, 0-100."""

    scale: Scale
    polarity: Polarity
    order: int
    answer_th: str
    score: Decimal
