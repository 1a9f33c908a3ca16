"""A measure's plan in the cells of one row: a text for each of its fields, and a mark of each as it was handed out."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date

from ita_analysis.entries import Plan
from ita_analysis.intake.plan_form import LINES, LISTS
from ita_analysis.intake.sheets.grid import Cell
from ita_analysis.intake.sheets.headings import item_code
from ita_analysis.thai.dates import MONTHS
from ita_analysis.thai.fiscal_year import BE
from ita_analysis.thai.text import straight, to_arabic
from ita_analysis.vocabulary import pattern

FIELDS = tuple(each.name for each in fields(Plan))
INDICATORS = "indicators"
_MARKED = (*FIELDS, INDICATORS)
_FIRST_BE = 2400
_LETTERS = 6  # of each mark, in hexadecimal digits
_VERSION = re.compile(rf"(?P<no>\d{{1,9}})-(?P<marks>[0-9a-f]{{{_LETTERS * len(_MARKED)}}})")


@dataclass(frozen=True)
class Version:
    """A row as it was handed out: its number in the plan, and a mark of each field's text."""

    no: int
    marks: Mapping[str, str]

    def had(self, name: str, text: str) -> bool:
        """Return whether a field had this text."""
        return self.marks[name] == _mark(text)


@dataclass(frozen=True)
class ItemLine:
    """A line that names an item of the assessment and the reason; `code` is empty where it names none."""

    code: str
    reason: str


def cells_of(plan: Plan) -> dict[str, str]:
    """Return the text of each field of a plan by its name; a list has a line for each of its texts."""
    cells = {name: " ".join(straight(getattr(plan, name)).split()) for name in LINES}
    cells |= {name: "\n".join(filter(None, map(_on_one_line, getattr(plan, name)))) for name in LISTS}
    cells["rounds_months"] = ", ".join(map(str, sorted({*plan.rounds_months})))
    cells["items"] = "\n".join(f"{code}: {_on_one_line(reason)}" for code, reason in sorted(plan.items.items()))
    return cells


def plan_of(cells: Mapping[str, str]) -> Plan:
    """Return the plan that cells say, each text as `tidy` leaves it; what names no round or item is passed over."""
    return Plan(
        **{name: " ".join(cells.get(name, "").split()) for name in LINES},
        guidelines=lines_of(cells.get("guidelines", "")),
        steps=lines_of(cells.get("steps", "")),
        rounds_months=tuple(sorted({*numbers_in(cells.get("rounds_months", ""))})),
        items={each.code: each.reason for each in item_lines(cells.get("items", "")) if each.code},
    )


def text_of(cell: Cell) -> str:
    """Return what a reader of the sheet sees in a cell; a day that was typed with a year of our era keeps it."""
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, int | float):
        return f"{cell:.15g}"
    if isinstance(cell, date):
        year = cell.year if cell.year >= _FIRST_BE else cell.year + BE
        return f"{cell.day} {MONTHS[cell.month - 1]} {year}"
    return str(cell)


def tidy(text: str) -> str:
    """Return a cell's text with its line ends alike, no blank line, and no spaces around a line."""
    return "\n".join(filter(None, (line.strip() for line in straight(text).split("\n"))))


def lines_of(text: str) -> tuple[str, ...]:
    """Return the lines of a tidy text."""
    return tuple(text.split("\n")) if text else ()


def numbers_in(text: str) -> tuple[int, ...]:
    """Return the whole numbers that a text names, whatever stands between them; Thai digits count."""
    return tuple(int(digits) for digits in re.findall(r"\d{1,9}", to_arabic(text)))


def item_lines(text: str) -> Iterator[ItemLine]:
    """Yield what each line of a tidy text says of an item: `O12: why`."""
    for line in lines_of(text):
        if found := pattern("plan_sheet", "item").match(to_arabic(line)):
            yield ItemLine(item_code(found["letter"], int(found["no"])), line[found.start("reason") :].strip())
        else:
            yield ItemLine("", line)


def version_of(no: int, plan: Plan, indicators: str) -> str:
    """Return the text by which a row that is handed out is known again."""
    cells = {**cells_of(plan), INDICATORS: indicators}
    return f"{no}-{''.join(_mark(cells[name]) for name in _MARKED)}"


def read_version(text: str) -> Version | None:
    """Return what the text of `version_of` says; None where it is none."""
    found = _VERSION.fullmatch(text.strip())
    if not found:
        return None
    marks = re.findall(f".{{{_LETTERS}}}", found["marks"])
    return Version(int(found["no"]), dict(zip(_MARKED, marks, strict=True)))


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_LETTERS]


def _on_one_line(text: str) -> str:
    return tidy(text).replace("\n", " ")
