"""Invented item scores of one fiscal year, consistent with its framework: documents 0 or 100, surveys two decimals."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ita_analysis.framework import Framework

Cents = npt.NDArray[np.int64]
_BEST, _GAP, _KEPT = 97.0, 16.0, 0.65  # the nation's mean rises as the published means of FY2564 to FY2568 did


def item_cents(pack: Framework, count: int, seed: int) -> Cents:
    """Return the scores of so many agencies in hundredths (0-10,000): a row per agency, a column per item of the year.

    An agency keeps most of its quality from year to year; items differ in how hard they are.
    """
    lasting, chance = np.random.default_rng(seed), np.random.default_rng([seed, pack.fiscal_year_be])
    quality = 0.8 * lasting.standard_normal(count) + 0.6 * chance.standard_normal(count)
    mean = _BEST - _GAP * _KEPT ** (pack.fiscal_year_be - 2564)
    columns = [
        _documents(quality, mean, chance) if _is_document(pack, item.indicator_no) else _survey(quality, mean, chance)
        for item in pack.items
    ]
    return np.column_stack(columns).astype(np.int64)


def _is_document(pack: Framework, indicator_no: int) -> bool:
    return pack.indicator(indicator_no).instrument == "OIT"


def _documents(quality: npt.NDArray[np.float64], mean: float, chance: np.random.Generator) -> npt.NDArray[np.float64]:
    odds = np.log(mean / (100 - mean)) + 0.7 * quality + chance.normal(0, 0.5)
    return np.where(chance.random(len(quality)) < 1 / (1 + np.exp(-odds)), 10_000.0, 0.0)


def _survey(quality: npt.NDArray[np.float64], mean: float, chance: np.random.Generator) -> npt.NDArray[np.float64]:
    spread = mean + 4 * quality + chance.normal(0, 2.5) + chance.normal(0, 3, len(quality))
    return np.round(np.clip(spread, 0, 100) * 100)
