"""The cell of a score: its code in addresses, its place in words, and what the score is of."""

from __future__ import annotations

from typing import Any

import pandas as pd

from ita_analysis.errors import FrameworkError
from ita_analysis.framework import Framework
from ita_analysis.results import SheetPlace
from ita_analysis.texts import say


def code_of(level: str, code: str) -> str:
    """Return the code of a score's cell, as the address of `/source` names it."""
    return f"score-{level}-{code}"


def place_of(row: Any) -> str:  # noqa: ANN401 - a row of an answer
    """Return in words where a score was read: file and cell of the sheet, or the kind of its source."""
    if not isinstance(row.file_name, str):
        return say(f"source.score_kind.{row.source}")
    sheet = row.sheet_name if isinstance(row.sheet_name, str) else None
    numbers = [None if pd.isna(each) else int(each) for each in (row.source_row, row.source_column)]
    place = SheetPlace(sheet, *numbers)
    return f"{row.file_name} {place}" if sheet or any(numbers) else row.file_name


def name_of(level: str, code: str, pack: Framework | None) -> str:
    """Return what a score is of, in words; without a framework the code stands for itself."""
    if level == "total":
        return say("score_origin.total")
    try:
        if pack and level == "indicator":
            return say("score_origin.indicator", no=code, name=pack.name(int(code)))
        if pack and level == "item":
            return say("score_origin.item", code=code, topic=pack.item(code).topic_th)
    except FrameworkError:
        return code
    return code
