"""What the figures ought to be, and the page that is furthest from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Generic, TypeVar

from benchmarks.nation import PageOfNation
from benchmarks.pages import CHART, RERUN, SENT, TOLD, WORDS, Page

Measured = TypeVar("Measured")


@dataclass(frozen=True)
class Goal(Generic[Measured]):
    """A figure of each page that is to be no more than `most`; None where it was not measured."""

    words: str
    most: float
    of: Callable[[Measured], float | None]

    def worst(self, pages: Sequence[Measured]) -> tuple[float, Measured] | None:
        """Return the highest figure with its page, or None where no page has one."""
        found = [(value, page) for page in pages if (value := self.of(page)) is not None]
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


GOALS = (
    Goal[Page]("first words of a cold page, ours ÷ bare page", 1.2, _ratio(WORDS)),
    Goal[Page]("all words and tables after the first chart, ms", 0, _held_up),
    Goal[Page]("rerun, ours ÷ bare page", 1.0, _ratio(RERUN)),
    Goal[Page]("sent at the first view, MB", 4, _sent),
)

GOALS_OF_NATION = (
    Goal[PageOfNation]("queries of a page in all, ms of processor", 50, lambda page: page.query_ms),
    Goal[PageOfNation]("first view and rerun, nation ÷ one agency", 1.5, lambda page: page.ratio),
)
