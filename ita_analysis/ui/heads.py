"""What several screens say in the same way: the page head, and the lines of a measure's round."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pandas as pd

from ita_analysis.records import Place
from ita_analysis.texts import say, say_some
from ita_analysis.thai.dates import MONTHS
from ita_analysis.thai.fiscal_year import BE
from ita_analysis.ui.asking import AgencyYear


@dataclass(frozen=True)
class Head:
    """The top of a page: its name, what it is about, the finding and the second fact."""

    page: str
    parts: tuple[str, ...]
    headline: str
    standfirst: str
    is_synthetic: bool = False


@dataclass(frozen=True)
class Line:
    """A status with its words."""

    status: str
    words: str


def head(page: str, year: AgencyYear, headline: str, standfirst: str) -> Head:
    """Return the head of a page about an agency's year."""
    parts = [year.name, say("head.year", year=year.fiscal_year_be)]
    if year.written_in:
        month = f"{MONTHS[year.written_in.month - 1]} {year.written_in.year + BE}"
        parts.append(say("head.data_of", month=month))
    return Head(say(f"page.{page}"), tuple(parts), headline, standfirst, year.is_synthetic)


def place_of(stored: str) -> str:
    """Return a stored place in words."""
    return str(Place(**json.loads(stored)))


def text_of(value: object) -> str | None:
    """Return a text of an answer, or None where there is none (a table writes NaN for it)."""
    return value if isinstance(value, str) else None


def round_lines(group: pd.DataFrame, today: date) -> Iterator[Line]:
    """Yield how measures stand in one round: reported or not, then dates outside the round."""
    if group.empty:
        return
    reported, outside = int((group["result_count"] > 0).sum()), int(group["outside_count"].sum())
    if reported == 0:
        is_over = group["ends_on"].iloc[0].date() < today
        yield Line("overdue", say("round.overdue")) if is_over else Line("no_data", say("round.not_due"))
        return
    all_reported = reported == len(group)
    words = say("round.reported") if all_reported else say("round.some_reported", count=reported, total=len(group))
    yield Line("done" if all_reported else "in_progress", words)
    if outside:
        yield Line("develop", say_some("round.outside", outside))
