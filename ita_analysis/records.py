"""What a report says, as frozen records that travel from reader to rules, store and screen.

Every record knows its place in the source, and how sure the reader is of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Literal

from ita_analysis.texts import say
from ita_analysis.thai.dates import StatedDate
from ita_analysis.thai.fiscal_year import Span

Confidence = Literal["sure", "likely", "unsure"]
WeaknessKind = Literal["urgent", "develop"]
Basis = Literal["document", "wording", "analyst"]
Severity = Literal["high", "medium", "low"]


@dataclass(frozen=True)
class Place:
    """Where something stands in a source: line or paragraph of the text, or table, row and column.

    Counted from 1; rows count the printed rows of the table, its headings included.
    """

    line: int | None = None
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    column: str | None = None

    def __str__(self) -> str:
        """Return the place in words."""
        parts = [say(f"place.{name}", value=value) for name, value in asdict(self).items() if value is not None]
        return " ".join(sorted(parts, key=_place_order)) or say("place.document")

    def in_column(self, label: str) -> Place:
        """Return the same row's cell under a heading."""
        return Place(self.line, self.paragraph, self.table, self.row, label)


def _place_order(words: str) -> int:
    order = [say(f"place.{name}", value="").strip() for name in ("table", "row", "column", "paragraph", "line")]
    return next(index for index, start in enumerate(order) if words.startswith(start))


NOWHERE = Place()


@dataclass(frozen=True)
class Fact:
    """One thing a document says about itself: the words, their place, and how sure the reading is."""

    words: str
    place: Place
    confidence: Confidence


@dataclass(frozen=True)
class Agency:
    """Who is assessed, as the document spells it."""

    name: str
    district: str | None = None
    province: str | None = None


@dataclass(frozen=True)
class Weakness:
    """An indicator the agency itself names as weak; the score (0-100) only where the document gives it."""

    indicator_no: int
    text: str
    kind: WeaknessKind
    place: Place = NOWHERE
    confidence: Confidence = "sure"
    score: float | None = None
    quote: str = ""


@dataclass(frozen=True)
class NoneStated:
    """The agency's own word that there are no weak points of a kind: the sentence and its place."""

    kind: WeaknessKind
    quote: str
    place: Place = NOWHERE


@dataclass(frozen=True)
class IndicatorLink:
    """An indicator a measure answers, on whose word, and the words or the reason it rests on."""

    no: int
    basis: Basis
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class OfRow:
    """What came out of a table's row: its place, the printed heading of each role, and how sure the reading is."""

    place: Place = NOWHERE
    columns: Mapping[str, str] = field(default_factory=dict, hash=False)
    confidence: Confidence = "sure"

    def place_of(self, role: str) -> Place:
        """Return the place of the row's cell in a role (`guideline`, `detail`, ...)."""
        return self.place.in_column(self.columns[role]) if role in self.columns else self.place


@dataclass(frozen=True)
class Measure(OfRow):
    """An action of the agency, with its guidelines, steps, owner and the rounds it is to be reported in."""

    title: str
    guidelines: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    responsible: str | None = None
    rounds_months: tuple[int, ...] = ()
    indicators: tuple[IndicatorLink, ...] = ()
    follow_up: str | None = None
    timeframe: str | None = None
    budget: str | None = None
    success_indicator: str | None = None


@dataclass(frozen=True)
class Progress(OfRow):
    """What one measure shows in one round."""

    measure: str
    detail: str | None = None
    period: Span | None = None
    period_words: str | None = None
    stated_on: tuple[StatedDate, ...] = ()
    output: str | None = None
    outcome: str | None = None
    note: str | None = None
    evidence: str | None = None
    status: str | None = None
    round_months: int | None = None
    owner: str | None = None


@dataclass(frozen=True)
class Signatory:
    """A person who signs the document: the printed role (ผู้จัดทำ, ...), name and position.

    `round_months` is the round whose paper they sign, where the report is of several papers.
    """

    role: str | None
    name: str | None
    position: str | None
    place: Place = NOWHERE
    round_months: int | None = None


@dataclass(frozen=True)
class Finding:
    """One defect a rule found: the place, the quoted words, and the values its sentences need."""

    rule: str
    severity: Severity
    place: Place
    quote: str
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """Return the defect in words, with the round where it is about the whole paper of one (value `of_round`)."""
        title = say(f"finding.{self.rule}.title", **self.values)
        months = self.values.get("of_round")
        return say("finding.of_round", title=title, months=months) if months else title

    @property
    def fix(self) -> str:
        """Return the proposed mend in words."""
        return say(f"finding.{self.rule}.fix", **self.values)


@dataclass(frozen=True)
class Unread:
    """Text of the document that no field took."""

    place: Place
    text: str


@dataclass(frozen=True)
class Report:
    """All that one document says about an agency's measures of one fiscal year.

    `signed_rounds` are the rounds that have a paper each, signed on its own, where it is of several papers.
    """

    agency: Agency
    fiscal_year_be: int
    round_months: int | None
    prior_fiscal_year_be: int | None
    weaknesses: tuple[Weakness, ...] = ()
    measures: tuple[Measure, ...] = ()
    progress: tuple[Progress, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    unread: tuple[Unread, ...] = ()
    spellings: tuple[Fact, ...] = ()
    facts: Mapping[str, Fact] = field(default_factory=dict)
    written_in: date | None = None
    repeated: tuple[Unread, ...] = ()
    signed_rounds: tuple[int, ...] = ()
    none_stated: tuple[NoneStated, ...] = ()

    @property
    def analysed(self) -> tuple[Weakness | NoneStated, ...]:
        """Return what the analysis says: the weak points it names, then the kinds of which it says there are none."""
        return *self.weaknesses, *self.none_stated
