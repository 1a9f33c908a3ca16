"""The invented nation of one fiscal year as a score sheet, as if it had been read from a file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import numpy as np
import pandas as pd

from ita_analysis import framework
from ita_analysis.results import Result, ScoreSheet, SheetColumn, SheetPlace
from ita_analysis.synthetic.agencies import AGENCY_COUNT, SEED, agencies
from ita_analysis.synthetic.scores import Cents, item_cents
from ita_analysis.texts import say

YEARS = (2564, 2565, 2566, 2567, 2568)
HEAD_ROW = 2  # the first row says that nothing of this is real
ABOUT = ("fiscal_year", "agency", "province")
_ITEM = pd.CategoricalDtype(["item"])


def nation_sheet(year: int, count: int = AGENCY_COUNT, seed: int = SEED) -> ScoreSheet:
    """Return the item scores of so many invented agencies in an assessed fiscal year; the same for the same seed."""
    pack, sheet_name = framework.load(year), say("head.synthetic")
    columns = tuple(
        SheetColumn(len(ABOUT) + number, item.code, "item", item.code) for number, item in enumerate(pack.items, 1)
    )
    known = agencies(count, seed)
    results = tuple(
        Result(agency, year, SheetPlace(sheet_name, HEAD_ROW + number)) for number, agency in enumerate(known, 1)
    )
    scores = _scores(item_cents(pack, len(known), seed), columns)
    fingerprint = hashlib.sha256(pd.util.hash_pandas_object(scores, index=False).to_numpy().tobytes())
    fingerprint.update(f"{year} {len(known)}".encode())
    return ScoreSheet(
        f"{say('demo.nation_file', year=year)}.xlsx", sheet_name, fingerprint.hexdigest(), results, scores, columns
    )


def _scores(cents: Cents, columns: tuple[SheetColumn, ...]) -> pd.DataFrame:
    count, width = cents.shape
    numbers = np.repeat(np.arange(count), width)
    codes = pd.CategoricalDtype([each.code for each in columns])
    return pd.DataFrame(
        {
            "result_no": numbers,
            "level": pd.Categorical.from_codes(np.zeros(len(numbers), dtype=np.int8), dtype=_ITEM),
            "code": pd.Categorical.from_codes(np.tile(np.arange(width, dtype=np.int16), count), dtype=codes),
            "score": cents.ravel() / 100,
            "row": numbers + HEAD_ROW + 1,
            "column_no": np.tile([each.number for each in columns], count),
        }
    )


def rows_of_sheet(sheet: ScoreSheet) -> Iterator[tuple[object, ...]]:
    """Yield the rows of a sheet as a file prints them, from its heading on: about whom, then the scores."""
    yield (*(say(f"demo.sheet.{name}") for name in ABOUT), *(each.heading for each in sheet.columns))
    table = sheet.scores["score"].to_numpy().reshape(len(sheet.results), len(sheet.columns))
    for result, scores in zip(sheet.results, table.tolist(), strict=True):
        yield (result.fiscal_year_be, result.agency.name, result.agency.province, *scores)
