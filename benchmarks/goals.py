"""What the figures ought to be, and the page or file that is furthest from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Generic, TypeVar

from benchmarks.files import kind_of
from benchmarks.nation import PageOfNation
from benchmarks.pages import CHART, RERUN, SENT, TOLD, WORDS, Page
from benchmarks.pairs import Pair
from ita_analysis.publishing.files import WHOLE

Measured = TypeVar("Measured")


@dataclass(frozen=True)
class Goal(Generic[Measured]):
    """A figure of each page or file that is to be no more than `most`; None where it was not measured."""

    words: str
    most: float
    of: Callable[[Measured], float | None]

    def worst(self, measured: Sequence[Measured]) -> tuple[float, Measured] | None:
        """Return the highest figure with what it is of, or None where nothing has one."""
        found = [(value, each) for each in measured if (value := self.of(each)) is not None]
        return max(found, key=lambda each: each[0], default=None)


def _ours(page: Page, what: str) -> list[float]:
    return page.figures[what].ours if what in page.figures else []


def _ratio(what: str) -> Callable[[Page], float | None]:
    return lambda page: page.figures[what].ratio if what in page.figures else None


def _sent(page: Page) -> float | None:
    samples = _ours(page, SENT)
    return median(samples) / 1000 if samples else None


def _held_up(page: Page) -> float | None:
    """Return by how many ms the last words and tables came after the first chart, in the worst visit."""
    visits = zip(_ours(page, TOLD), _ours(page, CHART), strict=False)
    return max((told - chart for told, chart in visits), default=None)


def _seconds(*, is_whole: bool) -> Callable[[Pair], float | None]:
    """Return what gives the seconds of processor that the ZIP takes, or each of the other files."""

    def of(pair: Pair) -> float | None:
        kind = kind_of(pair)
        is_asked = kind is not None and (kind == WHOLE) == is_whole
        return median(pair.ours) / 1000 if is_asked and pair.ours else None

    return of


GOALS = (
    Goal[Page]("first words of a cold page, ours ÷ bare page", 1.2, _ratio(WORDS)),
    Goal[Page]("all words and tables after the first chart, ms", 0, _held_up),
    Goal[Page]("rerun, ours ÷ bare page", 1.0, _ratio(RERUN)),
    Goal[Page]("sent at the first view, MB", 4, _sent),
)

GOALS_OF_FILES = (
    Goal[Pair]("a file of a year, seconds of processor", 1, _seconds(is_whole=False)),
    Goal[Pair]("the ZIP of all files, seconds of processor", 5, _seconds(is_whole=True)),
)

GOALS_OF_NATION = (
    Goal[PageOfNation]("queries of a page in all, ms of processor", 50, lambda page: page.query_ms),
    Goal[PageOfNation]("first view and rerun, nation ÷ one agency", 1.5, lambda page: page.ratio),
)
