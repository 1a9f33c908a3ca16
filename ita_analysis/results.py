"""What a sheet or form says of results, as frozen records that travel from reader to store and screen.

A sheet may hold thousands of agencies: its scores are one table, everything else is a record.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

import pandas as pd

from ita_analysis.records import Agency, Severity
from ita_analysis.texts import say

Level = Literal["item", "indicator", "instrument", "total"]
SourceKind = Literal["sheet", "hand", "demo"]
InstrumentForm = Literal["percent", "weighted"]
SCORE_COLUMNS = ("result_no", "level", "code", "score", "row", "column_no")


@dataclass(frozen=True)
class SheetPlace:
    """Where something stands in a sheet: rows and columns count from 1, the column by its letters too."""

    sheet: str | None = None
    row: int | None = None
    column_no: int | None = None

    def __str__(self) -> str:
        """Return the place in words."""
        column = None if self.column_no is None else letters(self.column_no)
        parts = {"sheet": self.sheet, "sheet_row": self.row, "sheet_column": column}
        words = [say(f"place.{name}", value=value) for name, value in parts.items() if value is not None]
        return " ".join(words) or say("place.sheet_whole")


@dataclass(frozen=True)
class SheetColumn:
    """A column that scores were read from; `code` is empty where a long sheet names the score in each row."""

    number: int
    heading: str
    level: Level | Literal[""]
    code: str


@dataclass(frozen=True)
class UnknownColumn:
    """A column whose heading no word of ours fits; the first cells below it help a reader to say what it holds."""

    number: int
    heading: str
    first_cells: tuple[str, ...] = ()


@dataclass(frozen=True)
class Defect:
    """One defect of what was read from a sheet: what, how grave, where, the words of the cell, what its sentences need.

    Each kind of sheet has sentences of its own, two for each rule.
    """

    rule: str
    severity: Severity
    place: SheetPlace
    quote: str = ""
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class SheetFinding(Defect):
    """A defect of a sheet of scores."""

    @property
    def title(self) -> str:
        """Return the defect in words."""
        return say(f"sheet_finding.{self.rule}.title", **self.values)

    @property
    def fix(self) -> str:
        """Return what to do in words."""
        return say(f"sheet_finding.{self.rule}.fix", **self.values)


@dataclass(frozen=True)
class Result:
    """The result of one agency and assessed year: what its source prints of the whole, and what its parts give.

    Totals are scores of 0-100, grades labels of the year's levels; None is missing, or cannot be told.
    """

    agency: Agency
    fiscal_year_be: int
    place: SheetPlace = SheetPlace()
    total_printed: Decimal | None = None
    total_computed: Decimal | None = None
    grade_printed: str | None = None
    grade_computed: str | None = None


@dataclass(frozen=True, eq=False)
class ScoreSheet:
    """The results of one sheet or form.

    `scores`: SCORE_COLUMNS, one row per stated score of 0-100 (instruments turned to 0-100 by `form`); `result_no`
    counts `results` from 0. A missing score has no row.
    """

    file_name: str
    sheet_name: str | None
    fingerprint: str
    results: tuple[Result, ...]
    scores: pd.DataFrame
    columns: tuple[SheetColumn, ...] = ()
    unknown: tuple[UnknownColumn, ...] = ()
    form: InstrumentForm | None = None
    findings: tuple[SheetFinding, ...] = ()


def letters(column_no: int) -> str:
    """Return a column's letters as spreadsheets name it: 1 is A, 27 is AA."""
    name = ""
    while column_no:
        column_no, rest = divmod(column_no - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
