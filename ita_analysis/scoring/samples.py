"""How many have to answer a survey before its result says anything of all who could."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from ita_analysis.errors import ItaError
from ita_analysis.framework import Sample


@dataclass(frozen=True)
class Reached:
    """How many answered, of how many could (None: nobody said), and the fewest there have to be."""

    respondent_count: int
    population_count: int | None
    minimum: int

    @property
    def missing(self) -> int:
        """Return how many more have to answer; 0 where there are enough."""
        return max(0, self.minimum - self.respondent_count)


def minimum(population_count: int, rule: Sample) -> int:
    """Return the fewest people who have to answer, of so many who could: a part of a person counts as one.

    All of them where they are fewer than the rule's smallest sample. Raises ItaError for a number below 0.
    """
    if population_count < 0:
        raise ItaError("survey_population", count=population_count)
    if population_count > rule.most_by_percent:
        return rule.at_least_above
    share = ceil(Fraction(rule.percent) * population_count / 100)
    return min(population_count, max(rule.at_least, share))


def reached(respondent_count: int, population_count: int | None, rule: Sample) -> Reached:
    """Return whether enough have answered; where nobody said how many could, the rule's smallest sample has to.

    Raises ItaError where more answered than could.
    """
    if population_count is None:
        return Reached(respondent_count, None, rule.at_least)
    if respondent_count > population_count:
        raise ItaError("survey_more_than_all", respondents=respondent_count, population=population_count)
    return Reached(respondent_count, population_count, minimum(population_count, rule))
