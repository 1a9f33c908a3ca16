"""Tells whether a table prints instrument scores as 0-100 or already times their weight."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from ita_analysis.framework import Framework
from ita_analysis.scoring.exact import Exact, Number, exact, exact_indicators, exact_instruments, over, printed
from ita_analysis.scoring.totals import instrument_means, joined, weighted_total

Form = Literal["percent", "weighted", "unclear"]
FORMS: tuple[Form, Form] = ("percent", "weighted")

# A printed row fits a form within 0.02 points of the total: its addends and the total are each half a cent off.
PRINTED_WITHIN = Fraction(2, 100)


@dataclass(frozen=True)
class PrintedInstruments:
    """Instrument scores of 0-100 by code, two decimals, and the form in which the table printed them."""

    form: Form
    scores: Mapping[str, Decimal | None]


def instruments_as_percent(
    row: Mapping[str, Number | None],
    framework: Framework,
    indicator_scores: Mapping[int, Number | None] | None = None,
    total: Number | None = None,
) -> PrintedInstruments:
    """Return a printed row's instrument scores as 0-100, and the form that was found.

    Tables print instruments as 0-100 ("percent") or times their weight ("weighted", at most 30/30/40). Witnesses:
    a value above its weight, the printed total, the printed indicators. Where they leave no form or both, the
    form is "unclear" and every score None: a person has to say. Raises FrameworkError where weights are unknown.
    """
    readings = {form: _read_as(form, exact_instruments(row, framework), framework) for form in FORMS}
    indicators = exact_indicators(indicator_scores or {}, framework)
    witness = exact(total, "ITA")
    fitting = [form for form in FORMS if _fits(readings[form], indicators, witness, framework)]
    if len(fitting) != 1:
        return PrintedInstruments("unclear", dict.fromkeys(row))
    return PrintedInstruments(fitting[0], {code: printed(score) for code, score in readings[fitting[0]].items()})


def _read_as(form: Form, values: Mapping[str, Exact], framework: Framework) -> dict[str, Exact]:
    weights = {**framework.weights, **{each.code: each.weight for each in framework.instruments}}
    return {
        code: over(value, weight / 100 if form == "weighted" and weight else 1)
        for code, value in values.items()
        for weight in (weights[code],)
    }


def _fits(scores: Mapping[str, Exact], indicators: Mapping[int, Exact], total: Exact, framework: Framework) -> bool:
    whole = {code: joined(code, scores, framework) for code in framework.weights}
    means = instrument_means(indicators, framework)
    # An instrument is compared in points of the total, so that one tolerance serves both forms.
    near = [_near(whole[code], means[code], weight) for code, weight in framework.weights.items()]
    bounded = all(score is None or score <= 100 for score in scores.values())
    return bounded and all(near) and _near(weighted_total(whole, framework), total, Decimal(100))


def _near(one: Exact, other: Exact, weight: Decimal) -> bool:
    if one is None or other is None:
        return True
    return abs(one - other) * Fraction(weight) / 100 <= PRINTED_WITHIN
