"""Where an agency stands: the exact scores of a year from the lowest level that is known, up to total and grade."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from ita_analysis.errors import FrameworkError
from ita_analysis.framework import Band, Framework
from ita_analysis.scoring.exact import Exact, Number, exact, printed, rounded
from ita_analysis.scoring.grades import possible_grades
from ita_analysis.scoring.totals import instrument_means, item_means, joined, weighted_total

Stated = Mapping[tuple[str, str], Number | None]

DOCUMENTS = "OIT"  # the one instrument that an agency fills by itself: documents on its site
# A stated score may rest on parts that were rounded before it: half a hundredth a part, and its own.
_STATED_WITHIN = Fraction(2, 100)


@dataclass(frozen=True)
class Difference:
    """A stated score that does not follow from the ones below it; both 0-100, two decimals."""

    level: str
    code: str
    stated: Decimal
    computed: Decimal


# Compared by identity: made once per state of the data.
@dataclass(frozen=True, eq=False)
class Standing:
    """Exact scores of 0-100 of an agency's year; what is not known is missing (None, or no key among `items`).

    `parts` holds stated scores of an instrument's parts (EIT-1, EIT-2). `is_total_stated`: the total does not follow
    from instruments, some being unknown, and is the source's own, true to half a hundredth.
    """

    framework: Framework
    items: Mapping[str, Fraction]
    indicators: Mapping[int, Exact]
    instruments: Mapping[str, Exact]
    parts: Mapping[str, Exact]
    total: Exact
    is_total_stated: bool
    differences: tuple[Difference, ...]

    @cached_property
    def possible(self) -> tuple[Band, ...]:
        """Return every band that what is known allows, the best first."""
        return self.bands_at(Fraction(0))

    @property
    def band(self) -> Band | None:
        """Return the band; None where the total is missing or more than one is possible."""
        return self.possible[0] if self.total is not None and len(self.possible) == 1 else None

    def bands_at(self, points: Fraction) -> tuple[Band, ...]:
        """Return every possible band once documents have given so many points of the total, surveys unchanged."""
        own = self.instruments.get(DOCUMENTS)
        weight = Fraction(self.framework.weights[DOCUMENTS])
        raised = {**self.instruments, **self.parts, DOCUMENTS: None if own is None else own + points * 100 / weight}
        total = None if self.total is None else rounded(self.total + points)
        return possible_grades(total, {code: printed(score) for code, score in raised.items()}, self.framework)

    @property
    def missing_documents(self) -> tuple[str, ...]:
        """Return the OIT items of the year without a score."""
        nos = {each.no for each in self.framework.indicators_of(DOCUMENTS)}
        return tuple(
            each.code for each in self.framework.items if each.indicator_no in nos and each.code not in self.items
        )


def standing(stated: Stated, framework: Framework) -> Standing:
    """Return where an agency stands, from scores of 0-100 by (level, code), e.g. ("item", "O42").

    Each level is the exact mean of the one below where that is known whole, else what is stated of it; a stated
    score that does not follow from the parts is a difference, and the computed one counts. Codes that the year does
    not have are left out. Raises FrameworkError where weights, ways of averaging or bands are unknown.
    """
    if not framework.bands:
        raise FrameworkError("framework_bands_unknown", year=framework.fiscal_year_be)
    known = {name: score for name, value in stated.items() if (score := exact(value, name[1])) is not None}
    codes = {each.code for each in framework.items}
    items = {code: score for (level, code), score in known.items() if level == "item" and code in codes}
    means = item_means(items, framework)
    indicators = {no: _first(mean, known.get(("indicator", str(no)))) for no, mean in means.items()}
    of_indicators = instrument_means(indicators, framework)
    tools = {code: score for (level, code), score in known.items() if level == "instrument"}
    instruments = {code: _first(mean, joined(code, tools, framework)) for code, mean in of_indicators.items()}
    computed = weighted_total(instruments, framework)
    below = {**_named("indicator", means), **_named("instrument", of_indicators), ("total", "total"): computed}
    return Standing(
        framework=framework,
        items=items,
        indicators=indicators,
        instruments=instruments,
        parts={row.code: tools.get(row.code) for row in framework.instruments if row.part},
        total=_first(computed, known.get(("total", "total"))),
        is_total_stated=computed is None and ("total", "total") in known,
        differences=tuple(_differences(below, {**known, **_joined_parts(tools, framework)})),
    )


def _first(one: Exact, other: Exact) -> Exact:
    return other if one is None else one


def _named(level: str, scores: Mapping[int, Exact] | Mapping[str, Exact]) -> dict[tuple[str, str], Exact]:
    return {(level, str(code)): score for code, score in scores.items()}


def _joined_parts(tools: Mapping[str, Fraction], framework: Framework) -> dict[tuple[str, str], Fraction]:
    found = {code: joined(code, tools, framework) for code in framework.parts}
    return {("instrument", code): score for code, score in found.items() if score is not None}


def _differences(
    below: Mapping[tuple[str, str], Exact], stated: Mapping[tuple[str, str], Fraction]
) -> Iterator[Difference]:
    for (level, code), computed in below.items():
        own = stated.get((level, code))
        if own is not None and computed is not None and abs(own - computed) > _STATED_WITHIN:
            yield Difference(level, code, rounded(own), rounded(computed))
