"""How weak an indicator is: a status by the limits of a rule, and the lowest scores whatever their status.

The rule is a value: a fiscal year has a default one, a reader may put another in its place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from re import fullmatch
from typing import Literal

from ita_analysis.errors import FrameworkError, ItaError
from ita_analysis.framework import Framework, WeaknessStatus, fiscal_years, load
from ita_analysis.scoring.exact import Number, exact, printed, rounded
from ita_analysis.thai.text import flat, to_arabic

Status = Literal[WeaknessStatus, "no_data"]
_SHOWN = 40  # characters of what was typed that an error repeats


@dataclass(frozen=True)
class WeaknessRule:
    """Below which score of 0-100 an indicator is urgent, to develop or good; from there on it is a strength.

    Limits that do not rise, from above 0 to at most 100, are an ItaError: some status would have no score.
    """

    urgent_below: Decimal
    develop_below: Decimal
    good_below: Decimal

    def __post_init__(self) -> None:
        """Refuse limits that do not rise."""
        limits = (self.urgent_below, self.develop_below, self.good_below)
        if not all(each.is_finite() for each in limits) or not 0 < limits[0] < limits[1] < limits[2] <= 100:
            raise ItaError("weakness_limits", urgent=limits[0], develop=limits[1], good=limits[2])


def weakness_rule(framework: Framework) -> WeaknessRule:
    """Return the default rule of a fiscal year.

    Raises FrameworkError where the year has none. Source: `weakness_rules.csv`, a choice of this project.
    """
    below = {each.status: each.below for each in framework.weakness_limits}
    urgent, develop, good = below.get("urgent"), below.get("develop"), below.get("good")
    if urgent is None or develop is None or good is None:
        raise FrameworkError("framework_weakness_unknown", year=framework.fiscal_year_be, file="weakness_rules.csv")
    return WeaknessRule(urgent, develop, good)


def default_rule(fiscal_year_be: int) -> WeaknessRule | None:
    """Return the default rule of a fiscal year, or that of the nearest year that has one."""
    for year in sorted(fiscal_years(), key=lambda each: (abs(each - fiscal_year_be), each)):
        try:
            return weakness_rule(load(year))
        except ItaError:
            continue
    return None


def typed_rule(urgent: str, develop: str, good: str) -> WeaknessRule:
    """Return the rule of three limits as a person types them, Thai digits too.

    What is no number of 0-100 with at most two decimals is an ItaError that names it; so are limits that do not rise.
    """
    return WeaknessRule(_typed(urgent), _typed(develop), _typed(good))


def status_of(score: Number | None, rule: WeaknessRule) -> Status:
    """Return the status of an indicator's score of 0-100, compared at two decimals, half up: 84.995 is good.

    None and NaN are no data, never a weakness; a score outside 0-100 is an ItaError.
    """
    known = printed(exact(score, "ITA"))
    if known is None:
        return "no_data"
    if known < rule.urgent_below:
        return "urgent"
    if known < rule.develop_below:
        return "develop"
    return "good" if known < rule.good_below else "strength"


def lowest(scores: Mapping[int, Number | None], count: int = 3) -> frozenset[int]:
    """Return the indicators with the lowest scores of 0-100, at least `count` of them where so many are known.

    Scores are compared at two decimals; all that tie at the last place are in, a missing score never is. A score
    outside 0-100 is an ItaError.
    """
    known = {no: rounded(fraction) for no, score in scores.items() if (fraction := exact(score, no)) is not None}
    places = sorted(known.values())[: max(count, 0)]
    return frozenset(no for no, score in known.items() if places and score <= places[-1])


def _typed(limit: str) -> Decimal:
    words = to_arabic(flat(limit))
    if not fullmatch(r"[0-9]{1,3}(\.[0-9]{1,2})?", words) or Decimal(words) > 100:
        raise ItaError("weakness_limit_text", typed=flat(limit)[:_SHOWN])
    return Decimal(words)
