"""The rows of a plan's table: each as a measure, with what is wrong in which of its cells."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from ita_analysis.entries import LONGEST_LINE, Plan
from ita_analysis.intake.plan_form import LINES
from ita_analysis.intake.plan_sheet.cells import (
    FIELDS,
    INDICATORS,
    Version,
    item_lines,
    numbers_in,
    plan_of,
    read_version,
    text_of,
    tidy,
)
from ita_analysis.intake.plan_sheet.columns import Columns, field_of
from ita_analysis.intake.plan_sheet.faults import Faults
from ita_analysis.thai.text import key, to_arabic

_BESIDE = {"no", "version"}  # a row in which only these stand is blank


@dataclass(frozen=True)
class PlanYear:
    """What a sheet has to fit: the agency's year, its measures by number with their titles, and what they may name."""

    agency_code: str
    agency: str
    fiscal_year_be: int
    titles: Mapping[int, str] = field(default_factory=dict, hash=False)
    rounds: Collection[int] = ()
    indicators: Collection[int] = ()
    items: Collection[str] = ()


@dataclass(frozen=True)
class PlanRow:
    """A measure as a row states it; `measure_id` is None for a new one, `no` its place in the plan where one is stated.

    `indicators` are those that a new one answers, each with the reason. `touched` names the fields whose text is not
    what was handed out; without a `version` nobody knows what that was.
    """

    row: int
    measure_id: int | None
    no: int | None
    plan: Plan
    indicators: Mapping[int, str] = field(default_factory=dict, hash=False)
    touched: frozenset[str] = frozenset()
    version: Version | None = None


@dataclass
class _Row:
    """The texts of one row by field, and where what is wrong with them is told."""

    number: int
    texts: Mapping[str, str]
    columns: Columns
    faults: Faults
    version: Version | None = None
    touched: frozenset[str] = frozenset()

    @property
    def is_new(self) -> bool:
        return not self.said("measure_id")

    def said(self, name: str) -> str:
        return self.texts.get(name, "")

    def tell(self, rule: str, name: str, quote: str | None = None, /, **values: object) -> None:
        column = self.columns.of.get(name)
        place = (self.number, None if column is None else column + 1)
        self.faults.add(rule, *place, self.said(name) if quote is None else quote, **values)


def read_rows(columns: Columns, year: PlanYear, faults: Faults) -> Iterator[PlanRow]:
    """Yield the rows that say anything; what is wrong in them is told."""
    numbers: dict[int, int] = {}
    titles: dict[str, int] = {}
    for at in range(columns.head + 1, len(columns.grid.rows)):
        row = _Row(at + 1, dict(_texts(columns, at)), columns, faults)
        for name in columns.of:
            if name not in row.texts:
                row.tell("formula_unread", name)
        said = {name: text for name, text in row.texts.items() if text}
        are_headings = len(said) > 1 and all(field_of(text) == name for name, text in said.items())  # printed again
        if set(said) - _BESIDE and not are_headings:
            yield _read(row, year, numbers, titles)


def _texts(columns: Columns, at: int) -> Iterator[tuple[str, str]]:
    """Yield the text of each field of a row, without those whose formula gave no value."""
    for name, column in columns.of.items():
        if (at, column) not in columns.grid.unread:
            yield name, tidy(text_of(columns.grid.at(at, column)))


def _read(row: _Row, year: PlanYear, numbers: dict[int, int], titles: dict[str, int]) -> PlanRow:
    measure_id = _measure_id(row, year, numbers)
    row.version = read_version(row.said("version")) if measure_id is not None else None
    row.touched = frozenset(name for name in FIELDS if name in row.texts and not _is_as_handed_out(row, name))
    _check_title(row, measure_id, year, titles)
    for name in LINES:
        if name in row.touched and len(row.said(name)) > LONGEST_LINE:
            row.tell("text_long", name, count=len(row.said(name)), most=LONGEST_LINE)
    if "rounds_months" in row.touched:
        _check_rounds(row, year)
    if "items" in row.touched:
        _check_items(row, year)
    indicators = _indicators(row, year) if row.is_new else {}
    if row.version and INDICATORS in row.texts and not _is_as_handed_out(row, INDICATORS):
        row.tell("indicators_kept", INDICATORS)
    return PlanRow(row.number, measure_id, _no(row), plan_of(row.texts), indicators, row.touched, row.version)


def _is_as_handed_out(row: _Row, name: str) -> bool:
    return row.version is not None and row.version.had(name, row.said(name))


def _measure_id(row: _Row, year: PlanYear, numbers: dict[int, int]) -> int | None:
    said = to_arabic(row.said("measure_id"))
    if not said:
        return None
    if not (said.isdecimal() and len(said) < 10):
        row.tell("measure_unclear", "measure_id")
        return None
    number = int(said)
    if number not in year.titles:
        row.tell("measure_unknown", "measure_id", number=number)
    elif number in numbers:
        row.tell("measure_repeated", "measure_id", first=numbers[number])
    numbers.setdefault(number, row.number)
    return number


def _no(row: _Row) -> int | None:
    said = to_arabic(row.said("no")).rstrip(".")
    if said.isdecimal() and int(said[:9]) > 0:
        return int(said[:9])
    if said:
        row.tell("no_unclear", "no")
    return None


def _check_title(row: _Row, measure_id: int | None, year: PlanYear, titles: dict[str, int]) -> None:
    wanted = key(row.said("title"))
    if not wanted and "title" in row.texts:
        row.tell("title_missing", "title")
    elif "title" in row.touched:
        others = [number for number, stored in year.titles.items() if number != measure_id and key(stored) == wanted]
        if others and (row.is_new or measure_id is not None):
            row.tell("title_of_another", "title", number=others[0])
        elif wanted in titles:
            row.tell("title_repeated", "title", first=titles[wanted])
        titles.setdefault(wanted, row.number)


def _check_rounds(row: _Row, year: PlanYear) -> None:
    text = row.said("rounds_months")
    numbers = numbers_in(text)
    if text and not (numbers and set(numbers) <= set(year.rounds)):
        rule = "round_unknown" if year.rounds else "rounds_none"
        row.tell(rule, "rounds_months", rounds=", ".join(map(str, sorted(year.rounds))))


def _check_items(row: _Row, year: PlanYear) -> None:
    codes: set[str] = set()
    for each in item_lines(row.said("items")):
        if not each.code:
            row.tell("item_unclear", "items", each.reason)
        elif each.code not in year.items:
            row.tell("item_unknown", "items", each.code)
        elif each.code in codes:
            row.tell("item_repeated", "items", each.code)
        elif not each.reason:
            row.tell("item_reason_missing", "items", each.code)
        codes.add(each.code)


def _indicators(row: _Row, year: PlanYear) -> dict[int, str]:
    text, why = row.said(INDICATORS), row.said("why")
    numbers = numbers_in(text)
    if text and not (numbers and set(numbers) <= set(year.indicators)):
        rule = "indicator_unknown" if year.indicators else "indicators_none"
        row.tell(rule, INDICATORS, numbers=", ".join(map(str, sorted(year.indicators))))
    elif numbers and not why:
        row.tell("indicator_reason_missing", "why" if "why" in row.texts else INDICATORS)
    return dict.fromkeys(numbers, why)
