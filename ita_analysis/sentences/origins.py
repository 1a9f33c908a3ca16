"""Where a number was read, in words: the place in its document, the cell of its sheet, or that a person entered it."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd

from ita_analysis.records import Place
from ita_analysis.results import SheetPlace
from ita_analysis.texts import say
from ita_analysis.thai.dates import long_date


def place_of(stored: object) -> str:
    """Return a stored place in words; nothing where there is none."""
    return str(Place(**json.loads(stored))) if isinstance(stored, str) else ""


def origin_of(row: Any) -> str:  # noqa: ANN401 - a row of an answer
    """Return where a row stands in its document, in words; of one that a person entered, that it was, and when."""
    if isinstance(row.place, str):
        return place_of(row.place)
    saved_at = getattr(row, "saved_at", None)
    return say("origin.entered") if pd.isna(saved_at) else say("origin.entered_on", date=long_date(saved_at))


def origin_of_score(row: Any) -> str:  # noqa: ANN401 - a row of an answer
    """Return in words where a score was read: file and cell of the sheet, or the kind of its source."""
    if not isinstance(row.file_name, str):
        return say(f"source.score_kind.{row.source}")
    sheet = row.sheet_name if isinstance(row.sheet_name, str) else None
    numbers = [None if pd.isna(each) else int(each) for each in (row.source_row, row.source_column)]
    place = SheetPlace(sheet, *numbers)
    return f"{row.file_name} {place}" if sheet or any(numbers) else row.file_name
