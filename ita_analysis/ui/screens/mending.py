"""The page on which what the check found is mended, as far as the visitor may see it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ita_analysis.completeness import Document, Part
from ita_analysis.store.checking import OF_THE_PAPER, Found
from ita_analysis.texts import say
from ita_analysis.ui import heads
from ita_analysis.ui.asking import AgencyYear
from ita_analysis.ui.frame import is_open
from ita_analysis.ui.screens.planning import NEW

# What scores of the year before show as well as words of an analysis do.
_BY_SCORES = frozenset({"prior_year_result", "urgent_weaknesses", "develop_issues"})


@dataclass(frozen=True)
class Way:
    """A page, its address, and what a link to it says."""

    page: str
    href: str

    @property
    def words(self) -> str:
        """Return that the link leads to the page."""
        return say("completeness.go_to", page=say(f"page.{self.page}"))


def of_finding(year: AgencyYear, found: Found) -> Way | None:
    """Return where a finding is mended, None where the visitor may see no such page."""
    return _first_open(_of_finding(year, found))


def of_part(year: AgencyYear, document: Document, part: Part) -> Way | None:
    """Return where a part can be added, None where no page of the program does or the visitor may see none."""
    return _first_open(_of_part(year, document, part.criterion.code))


def _of_finding(year: AgencyYear, found: Found) -> Iterator[Way]:
    rule, where, values = found.finding.rule, found.where, found.finding.values
    if rule in OF_THE_PAPER:
        yield _way(year, "bring-in")
    elif rule == "urgent_weakness_not_stated":
        yield from _of_analysis(year)
    elif rule == "weak_indicator_without_measure":
        yield _way(year, "plan", measure=NEW, indicator=values["no"])
        yield _way(year, "weaknesses", indicator=values["no"])
    elif rule == "measure_without_weak_indicator":
        yield _way(year, "coverage")
    elif where and where.kind == "result":
        yield _way(year, "entry", round=where.months, measure=where.number)
    elif where and where.kind == "measure":
        yield _way(year, "plan", measure=where.number)
    elif found.document == "plan":
        yield _way(year, "plan")
    else:
        yield _way(year, "entry", round=values.get("of_round"))


def _of_part(year: AgencyYear, document: Document, code: str) -> Iterator[Way]:
    if code == "published_on_own_website":
        return
    if document.kind == "report":
        yield _way(year, "entry")
    elif code in _BY_SCORES:
        yield from _of_analysis(year)
    elif code == "chosen_indicator" or code.startswith("theme_"):
        yield _way(year, "weaknesses")
    else:
        yield _way(year, "coverage" if code == "analysis_into_practice" else "plan")


def _of_analysis(year: AgencyYear) -> Iterator[Way]:
    """Yield where an analysis is made: by the scores of the year before, which nobody types for an invented agency."""
    if not year.is_synthetic:
        yield _way(year, "scores")
    yield _way(year, "weaknesses")


def _way(year: AgencyYear, page: str, **about: object) -> Way:
    return Way(page, heads.link(page, year, "", **about))


def _first_open(ways: Iterable[Way]) -> Way | None:
    return next((way for way in ways if is_open(way.page)), None)
