"""What several screens say in the same way: the page head, links about an agency's year, lines of a measure's round."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from ita_analysis.sentences.parts import Headline
from ita_analysis.texts import say, say_some
from ita_analysis.thai.dates import MONTHS
from ita_analysis.thai.fiscal_year import BE
from ita_analysis.ui import choosing
from ita_analysis.ui.asking import AgencyYear
from ita_analysis.ui.rendering import href


@dataclass(frozen=True)
class Head:
    """The top of a page: its name, what it is about, the finding and the second fact."""

    page: str
    parts: tuple[str, ...]
    headline: str
    standfirst: str
    tone: str = ""
    is_synthetic: bool = False
    has_source: bool = False
    agency: str = ""
    agency_short: str = ""
    others: str = ""


@dataclass(frozen=True)
class Line:
    """A status with its words."""

    status: str
    words: str


def head(page: str, year: AgencyYear, headline: Headline) -> Head:
    """Return the head of a page about an agency's year."""
    parts = [say("head.year", year=year.fiscal_year_be)]
    if year.written_in:
        month = f"{MONTHS[year.written_in.month - 1]} {year.written_in.year + BE}"
        parts.append(say("head.data_of", month=month))
    page_name = say(f"page.{page}")
    words = (headline.words, headline.standfirst, headline.tone)
    return Head(
        page_name,
        tuple(parts),
        *words,
        is_synthetic=year.is_synthetic,
        has_source=page != "source",
        agency=year.name,
        agency_short=year.short_name,
        others=choosing.way_to_others(page, year.agency_code, year.fiscal_year_be),
    )


def link(page: str, year: AgencyYear, place: str = "", **filters: object) -> str:
    """Return the address of a page about the same agency and year, with filters that are not None."""
    return href(page, place, agency=year.agency_code, year=year.fiscal_year_be, **filters)


def way_to_source(year: AgencyYear, page: str, **filters: object) -> str:
    """Return the start of the address of a source cell; it keeps the page and filters that the way back leads to."""
    return link("source", year, place="", back=page, **filters)


def cell(way: str, code: str) -> str:
    """Return the address of a source cell by its code, e.g. `result-2-6-detail`."""
    return f"{way}&cell={code}"


def reason_of(row: Any) -> str:  # noqa: ANN401 - a row of an answer
    """Return the sentence that a judged step rests on; a person who enters a result gives none."""
    return row.reason or say("origin.entered")


def dated(evidence: pd.DataFrame) -> pd.DataFrame:
    """Return the pieces of evidence whose date of publication somebody stated."""
    found = evidence.dropna(subset=["stated_on"])
    return found.assign(is_within_round=found["is_within_round"].astype(bool))


def span_state(row: Any) -> str:  # noqa: ANN401 - a row of an answer
    """Return whether a piece of evidence was published within its round, in words."""
    if pd.isna(row.stated_on):
        return say("rounds.no_date")
    return say("origin.inside" if row.is_within_round else "origin.outside")


def text_of(value: object) -> str | None:
    """Return a text of an answer, or None where there is none (a table writes NaN for it)."""
    return value if isinstance(value, str) else None


def number_of(value: float) -> float | None:
    """Return a number of an answer, or None where there is none."""
    return None if pd.isna(value) else float(value)


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
