"""A table that leaves the program: its columns by kind, its rows, and whose they are."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

import pandas as pd

from ita_analysis.sentences.parts import SEPARATOR
from ita_analysis.texts import say
from ita_analysis.thai.dates import long_date
from ita_analysis.thai.text import straight

Kind = Literal["text", "score", "count", "share", "date", "sheet"]
Cell = str | float | date | None
Part = tuple[str, Kind, Callable[[Any], object]]

# What a spreadsheet takes for the start of a formula, also behind spaces and behind the apostrophe that disarms it.
_FORMULA_LIKE = re.compile(r"[\s']*[=+\-@＝＋－＠]|[\t\r]")


@dataclass(frozen=True)
class Column:
    """A column: its heading, and of what kind its cells are.

    A score is 0-100, a share 0-1; a `sheet` is the name of another table of the same file, to which an XLSX leads.
    """

    heading: str
    kind: Kind = "text"


@dataclass(frozen=True)
class Chart:
    """Bars over some rows of the table that carries it, in an XLSX alone; several columns of values are stacked.

    Columns are told by their number; `rows` are the first one and the one after the last. Colours are names of the
    look: one for each column of values, and `tones` one for each bar where they differ. `most` ends the axis from 0.
    """

    title: str
    alt: str
    labels: int
    values: tuple[int, ...]
    colours: tuple[str, ...]
    rows: tuple[int, int]
    most: float
    tones: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """A table: a short name for files and buttons, what it shows, its columns and rows; None is a missing cell.

    `widest` is the most digits a column of an XLSX is wide; a longer text is wrapped, and its row as tall as its lines.
    Without it the program that opens the file decides how tall rows are.
    """

    name: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    chart: Chart | None = None
    widest: int | None = None


@dataclass(frozen=True)
class About:
    """Whose tables they are and what was left out of them; `agency` is empty where they are about no one agency.

    `part` names what the page is about within the year, such as one measure; `data_of` is of when the data are.
    """

    page: str
    agency: str
    agency_short: str
    fiscal_year_be: int | None
    filters: tuple[str, ...]
    data_of: str
    exported_on: date
    is_synthetic: bool
    sources: tuple[str, ...] = ()
    part: str = ""


def sheet(name: str, caption: str, rows: Iterable[Any], *parts: Part) -> Sheet:
    """Return the table of some rows: each part is a column's heading, its kind and what it takes of a row."""
    columns = tuple(Column(heading, kind) for heading, kind, _ in parts)
    return Sheet(name, caption, columns, tuple(tuple(cell(take(row)) for _, _, take in parts) for row in rows))


def cell(value: Any) -> Cell:  # noqa: ANN401 - whatever an answer holds
    """Return a value of an answer as a cell: NaN, NaT, NA and the infinite are missing, a time is its day."""
    if isinstance(value, str):
        return straight(value)
    if value is None or pd.isna(value):
        return None
    if isinstance(value, date):
        return value.date() if isinstance(value, datetime) else value
    number = value.item() if hasattr(value, "item") else value
    return number if math.isfinite(number) else None


def is_formula_like(text: str) -> bool:
    """Return whether a spreadsheet could take the text for a formula."""
    return bool(_FORMULA_LIKE.match(text))


def first_lines(about: About, table: Sheet) -> list[str]:
    """Return what stands above a table: what it is, whether it is made up, whose, of when, and what was filtered."""
    whose = say("export.of", agency=about.agency, year=about.fiscal_year_be) if about.agency else ""
    filters = SEPARATOR.join(filter(None, [about.part, *about.filters]))
    dates = [about.data_of, say("export.on", date=long_date(about.exported_on))]
    lines = [
        table.caption,
        say("head.synthetic") if about.is_synthetic else "",
        SEPARATOR.join(filter(None, [whose, say("export.page", page=about.page)])),
        say("export.filters", filters=filters) if filters else say("export.unfiltered"),
        SEPARATOR.join(filter(None, dates)),
        say("export.sources", sources=SEPARATOR.join(about.sources)) if about.sources else "",
    ]
    return [straight(line) for line in lines if line]
