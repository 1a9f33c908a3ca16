"""Reads the CSV tables of a folder; whatever cannot be read is an error with its file, row and column."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import NoReturn, TypedDict, TypeVar

from ita_analysis.errors import FrameworkError
from ita_analysis.framework.rows import Confidence
from ita_analysis.thai.text import flat

Choice = TypeVar("Choice", bound=str)
CONFIDENCES: tuple[Confidence, ...] = ("sure", "likely", "unsure")


class Provenance(TypedDict):
    """What every record keeps of its row."""

    source: str
    confidence: Confidence
    file: str
    row: int


@dataclass(frozen=True)
class Cells:
    """One row of a table: its file, its line (the heading is line 1) and its cells by column, cleaned."""

    file: str
    row: int
    cells: Mapping[str, str]

    def text(self, column: str) -> str:
        """Return a cell that may be empty; an absent column is an error."""
        if column not in self.cells:
            raise FrameworkError("framework_column", file=self.file, row=self.row, column=column)
        return self.cells[column]

    def required(self, column: str) -> str:
        """Return a cell that may not be empty."""
        return self.text(column) or self.refuse(column)

    def whole(self, column: str) -> int:
        """Return a cell as a whole number."""
        try:
            return int(self.required(column))
        except ValueError:
            self.refuse(column)

    def number(self, column: str) -> Decimal:
        """Return a cell as an exact number of 0 to 100."""
        try:
            value = Decimal(self.required(column))
        except InvalidOperation:
            self.refuse(column)
        return value if value.is_finite() and 0 <= value <= 100 else self.refuse(column)

    def choice(self, column: str, choices: tuple[Choice, ...]) -> Choice:
        """Return a cell that has to be one of the choices."""
        return next((each for each in choices if each == self.text(column)), None) or self.refuse(column)

    def provenance(self) -> Provenance:
        """Return the row's source, confidence and place."""
        confidence = self.choice("confidence", CONFIDENCES)
        return Provenance(source=self.required("source"), confidence=confidence, file=self.file, row=self.row)

    def applies(self, fiscal_year_be: int) -> bool:
        """Return whether the row holds in a fiscal year; an empty last year means until further notice."""
        if "fiscal_year_be" in self.cells:
            return self.whole("fiscal_year_be") == fiscal_year_be
        first = self.whole("first_fiscal_year_be")
        last = self.whole("last_fiscal_year_be") if self.text("last_fiscal_year_be") else None
        if last is not None and last < first:
            self.refuse("last_fiscal_year_be")
        return first <= fiscal_year_be and (last is None or fiscal_year_be <= last)

    def refuse(self, column: str) -> NoReturn:
        """Raise the error that names this row's cell."""
        raise FrameworkError(
            "framework_cell", file=self.file, row=self.row, column=column, value=self.cells.get(column, "")
        )


def read_table(path: Path) -> tuple[Cells, ...]:
    """Return the rows of one CSV file (UTF-8, with or without a byte order mark)."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return tuple(_cells(path.name, row, line) for row, line in enumerate(csv.DictReader(file), start=2))
    except FileNotFoundError as error:
        raise FrameworkError("framework_file", file=path.name) from error
    except UnicodeDecodeError as error:
        raise FrameworkError("framework_encoding", file=path.name) from error


def _cells(file: str, row: int, line: dict[str, str]) -> Cells:
    # csv keeps surplus cells under None, and gives None for the cells a short row lacks.
    if None in line or None in line.values():
        raise FrameworkError("framework_width", file=file, row=row)
    return Cells(file, row, {column: flat(value) for column, value in line.items()})
