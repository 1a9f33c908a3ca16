"""The council's slides before any file or screen: one message each, at most one picture or table, and what to say.

Pictures are typed rows; whoever draws them, on a screen or in a file, draws the same. Words are plain text; what stands
in ⟦ ⟧ of a headline gets the colour of its tone. A missing value is None and never a number.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from ita_analysis.sentences.parts import Fact
from ita_analysis.sentences.unbroken import plain

Tone = Literal["", "strength", "good", "develop", "urgent", "no_data"]


@dataclass(frozen=True)
class Bar:
    """A bar from 0: its label, its value (None: missing), the words beside it, and their tone."""

    label: str
    value: float | None
    words: str = ""
    tone: Tone = ""


@dataclass(frozen=True)
class Bars:
    """Bars on one axis from 0 to `most`, the first on top; a line across them where there is a limit."""

    alt: str
    name: str
    rows: tuple[Bar, ...]
    most: float = 100.0
    limit: float | None = None
    limit_words: str = ""


@dataclass(frozen=True)
class Span:
    """A stretch of an axis: a level from its lowest score on."""

    label: str
    low: float
    high: float
    is_reached: bool = False


@dataclass(frozen=True)
class Spans:
    """The levels on an axis from 0 to 100, the best on top; a line across them at the score, None where missing."""

    alt: str
    name: str
    rows: tuple[Span, ...]
    at: float | None
    at_words: str


@dataclass(frozen=True)
class Steps:
    """The steps of a measure in a round; all None where nothing is reported."""

    label: str
    done: int | None
    not_stated: int | None
    not_done: int | None
    words: str


@dataclass(frozen=True)
class Progress:
    """Steps of measures in a round, done first; `names` are those of the three parts."""

    alt: str
    names: tuple[str, str, str]
    rows: tuple[Steps, ...]


@dataclass(frozen=True)
class Line:
    """A row of a table and its tone."""

    cells: tuple[str, ...]
    tone: Tone = ""


@dataclass(frozen=True)
class Grid:
    """A table: the heading and the share of the width of each column, and rows of as many cells."""

    alt: str
    columns: tuple[tuple[str, float], ...]
    rows: tuple[Line, ...]


@dataclass(frozen=True)
class Tiles:
    """A few facts beside each other; `about` is the number of the one that the message is about, if any.

    That one alone has the colour of the message; another that warns does so in heavy letters.
    """

    facts: tuple[Fact, ...]
    about: str | None = None


Picture = Bars | Spans | Progress | Grid | Tiles


@dataclass(frozen=True)
class Slide:
    """A slide: its message with its tone, a second fact, one picture or none, what is left out of it, and its notes.

    `sources` say where each number was read, `question` and `answer` what may be asked; `page` is where the number
    stands with its account.
    """

    code: str
    headline: str
    tone: Tone
    lead: str
    picture: Picture | None
    aside: str
    sources: tuple[str, ...]
    question: str
    answer: str
    page: str

    @property
    def title(self) -> str:
        """Return the message as plain words."""
        return plain(self.headline)


@dataclass(frozen=True)
class Deck:
    """The slides of an agency's year and round; `filters` and `data_of` stand at each foot, with the slide's number.

    `round_months` is None where no round has a result; `made_on` is injected: the same data give the same bytes.
    """

    agency: str
    agency_short: str
    fiscal_year_be: int
    round_months: int | None
    filters: str
    data_of: str
    is_synthetic: bool
    made_on: date
    slides: tuple[Slide, ...]
