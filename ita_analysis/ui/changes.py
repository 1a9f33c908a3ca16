"""Changes that a reader looks for: found, told field by field, and the address that leads to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from ita_analysis.queries.asking import rows_of
from ita_analysis.queries.audit import ChangesSought
from ita_analysis.sentences.before_after import Field, fields
from ita_analysis.sentences.walked_back import Made, results_made
from ita_analysis.texts import say
from ita_analysis.thai.text import first_letters
from ita_analysis.ui.asking import AgencyYear, ask, of_year
from ita_analysis.ui.rendering import href

PAGE = "history"
_SHORT = 160  # letters of a value; more is folded


@dataclass(frozen=True)
class Wanted:
    """What the reader looks for, also in words and as the address has it, and which page of the list."""

    year: AgencyYear
    sought: ChangesSought
    page: int = 1
    address: tuple[tuple[str, str], ...] = ()
    said: tuple[str, ...] = ()


def link(wanted: Wanted, place: str = "", **more: object) -> str:
    """Return the address of this screen with what is looked for, and more."""
    about = {"agency": wanted.year.agency_code, "year": wanted.year.fiscal_year_be}
    return href(PAGE, place, **about, **{**dict(wanted.address), **more})


def found(wanted: Wanted, most: int, skipped: int = 0) -> pd.DataFrame:
    """Return the changes that are looked for."""
    return ask("changes_found", wanted.sought, most, skipped)


def fields_of(wanted: Wanted, changes: pd.DataFrame) -> dict[int, list[Field]]:
    """Return what some changes did, field by field, by their numbers."""
    results = _results(wanted, changes)
    return {number: fields(rows, results.get(number, [])) for number, rows in rows_of_changes(changes).items()}


def rows_of_changes(changes: pd.DataFrame) -> dict[int, list[Any]]:
    """Return what some changes did to each row, by the numbers of the changes."""
    numbers = tuple(map(int, changes["change_id"]))
    rows: dict[int, list[Any]] = {number: [] for number in numbers}
    for row in rows_of(ask("rows_of_changes", numbers)):
        rows[row.change_id].append(row)
    return rows


def told_fields(wanted: Wanted, told: list[Field], most: int | None = None) -> dict[str, Any]:
    """Return the fields of one change as a template takes them: the first ones, and how many more there are."""
    names = titles(wanted.year) if len({field.measure_id for field in told}) > 1 else {}
    shown = told[:most]
    return {
        "fields": [
            {
                "measure": names.get(field.measure_id or 0, ""),
                "row": field.row,
                "name": field.name,
                "values": [_value(value) for value in (field.before, field.after)],
            }
            for field in shown
        ],
        "more": say("history.more", count=len(told) - len(shown)) if len(told) > len(shown) else "",
    }


def _value(words: str | None) -> dict[str, str]:
    """Return a value with the first letters of it, nothing where there is none."""
    return {"words": words or "", "short": first_letters(words or "", _SHORT)}


def _results(wanted: Wanted, changes: pd.DataFrame) -> dict[int, list[Made]]:
    """Return what changes made of results; they are walked back from now to the oldest of those shown."""
    year = wanted.year
    if changes.empty or wanted.sought.agency_code is None:
        return {}
    return results_made(ask("results_since", year.agency_code, year.fiscal_year_be, int(changes["change_id"].min())))


def titles(year: AgencyYear) -> dict[int, str]:
    """Return the titles of the measures of an agency's year by their numbers in the database."""
    return {int(row.measure_id): row.title for row in rows_of(of_year("measures", year))}
