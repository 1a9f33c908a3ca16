"""Exact arithmetic of scores: fractions inside, two decimals half up outside, missing stays missing.

A Fraction keeps a tie a tie (84.995), which a binary number, or a decimal one divided by three, does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from fractions import Fraction
from typing import TypeAlias

from ita_analysis.errors import FrameworkError, ItaError
from ita_analysis.framework import Framework

Number: TypeAlias = Decimal | float | int
Exact: TypeAlias = Fraction | None

CENT = Decimal("0.01")


def rounded(score: Number | Fraction) -> Decimal:
    """Return a score at two decimals, half up: 94.995 is 95.00."""
    fraction = score if isinstance(score, Fraction) else Fraction(Decimal(str(score)))
    return decimal(fraction).quantize(CENT, ROUND_HALF_UP)


def printed(score: Exact) -> Decimal | None:
    """Return a score as tables print it, at two decimals, or None."""
    return None if score is None else rounded(score)


def decimal(fraction: Fraction) -> Decimal:
    """Return a fraction as a decimal number of 28 digits."""
    return Decimal(fraction.numerator) / fraction.denominator


def exact(score: Number | None, code: object) -> Exact:
    """Return a score of 0-100 as a fraction; None and NaN are missing, anything else is an ItaError with the code."""
    # A DataFrame says NaN for missing; NaN alone is unequal to itself.
    if score is None or score != score:  # noqa: PLR0124
        return None
    try:
        # str() of a float is the shortest decimal that means it: 92.57 is the 92.57 of the table.
        fraction = Fraction(Decimal(str(score)))
    except (InvalidOperation, OverflowError) as error:
        raise ItaError("score_range", code=code, score=score) from error
    if not 0 <= fraction <= 100:
        raise ItaError("score_range", code=code, score=score)
    return fraction


def exact_indicators(scores: Mapping[int, Number | None], framework: Framework) -> dict[int, Exact]:
    """Return indicator scores by number as fractions; a number the year does not have is a FrameworkError."""
    return {framework.indicator(no).no: exact(score, no) for no, score in scores.items()}


def exact_instruments(scores: Mapping[str, Number | None], framework: Framework) -> dict[str, Exact]:
    """Return scores by code of instrument or part as fractions; an unknown code is a FrameworkError."""
    codes = {*framework.parts, *(each.code for each in framework.instruments)}
    for code in scores:
        if code not in codes:
            raise FrameworkError("framework_instrument_unknown", year=framework.fiscal_year_be, code=code)
    return {code: exact(score, code) for code, score in scores.items()}


def mean(scores: Iterable[Exact]) -> Exact:
    """Return the mean; None where there is nothing or one score is missing."""
    known = list(scores)
    return over(sum_of(known), len(known)) if known else None


def sum_of(scores: Iterable[Exact]) -> Exact:
    """Return the sum; None where one score is missing."""
    total = Fraction(0)
    for score in scores:
        if score is None:
            return None
        total += score
    return total


def times(score: Exact, weight: Decimal | None) -> Exact:
    """Return score × weight; None where either is missing."""
    return None if score is None or weight is None else score * Fraction(weight)


def over(score: Exact, divisor: Decimal | int) -> Exact:
    """Return score ÷ divisor; None where the score is missing."""
    return None if score is None else score / Fraction(divisor)
