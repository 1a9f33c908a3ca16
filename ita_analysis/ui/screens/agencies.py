"""The screen where one of many agencies is looked for: by name, province and kind, fifty at a time, never by score."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from ita_analysis.queries.agencies import Sought
from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences import agencies as sentences
from ita_analysis.texts import say
from ita_analysis.thai.text import flat, to_arabic
from ita_analysis.ui import choosing
from ita_analysis.ui.asking import ask
from ita_analysis.ui.frame import PAGES, is_open
from ita_analysis.ui.heads import Head, text_of
from ita_analysis.ui.rendering import HOME, href, show_kept

_PAGE = "agencies"
_ROWS = 50
_OTHER = "other"
_LONGEST = 200  # letters of a name; longer words are nobody's


@dataclass(frozen=True)
class Wanted:
    """What the reader looks for, also in words, which page of the list, and the page to go on with."""

    sought: Sought
    page: int
    back: str
    address: tuple[tuple[str, str], ...]
    said: tuple[str, ...]


def are_none() -> bool:
    """Return whether there is no agency to say anything about."""
    return ask("agencies_offered", 1).empty


def choose() -> Wanted:
    """Return what the reader looks for; all of it stands in the address."""
    provinces = [str(name) for name in ask("provinces")["province_th"]]
    types = {str(row.type_code): text_of(row.type_th) or say("agencies.other") for row in rows_of(ask("types"))}
    with st.container(key="filters"):
        words = choosing.words_sought("q")
        province = choosing.one_of("province", provinces, str)
        kind = choosing.one_of("type", [*types], types.__getitem__)
    year = _number(choosing.stated("year"))
    back = choosing.stated("back") or HOME
    said = {"q": words, "province": province, "type": kind, "back": back, "year": choosing.stated("year")}
    sought = Sought(flat(words[:_LONGEST]), province, kind, year)
    address = tuple((name, value) for name, value in said.items() if value)
    page = max(1, _number(choosing.stated("page")) or 1)
    words_of = {"q": sought.words, "province": province, "type": types[kind] if kind else None}
    in_words = tuple(
        say("export.filter", name=say(f"filter.{name}"), value=value) for name, value in words_of.items() if value
    )
    return Wanted(sought, page, back if _leads_on(back) else HOME, address, in_words)


def show_head(wanted: Wanted) -> None:
    """Show how many were found, and which of them stand below."""
    show_kept("head", _head, wanted)


def show_found(wanted: Wanted) -> None:
    """Show the agencies of one page of the list, and the ways to the pages before and after it."""
    show_kept("agencies", _found, wanted)


def _leads_on(page: str) -> bool:
    """Return whether a page is about an agency, so that one can go on with another agency there."""
    return page in PAGES and page not in {_PAGE, "source", "demo", "bring-in"} and is_open(page)


def _number(text: str | None) -> int | None:
    """Return a number of the address; anything else is none."""
    digits = to_arabic(text or "")
    return int(digits) if digits.isdecimal() and len(digits) < 6 else None


def _shown(wanted: Wanted) -> tuple[pd.DataFrame, int]:
    """Return the agencies of the page asked for, else of the first, and which page that is."""
    for page in (wanted.page, 1):
        found = ask("agencies_found", wanted.sought, _ROWS, (page - 1) * _ROWS)
        if len(found):
            return found, page
    return found, 1


def _head(wanted: Wanted) -> Mapping[str, object]:
    found, page = _shown(wanted)
    count = int(found["found_count"].iloc[0]) if len(found) else 0
    first = (page - 1) * _ROWS + 1
    is_narrowed = bool(wanted.sought.province_th or wanted.sought.type_code)
    words = sentences.headline(count, wanted.sought.words, is_narrowed=is_narrowed)
    lead = sentences.standfirst(count, first, first + len(found) - 1)
    return {"head": Head(say(f"page.{_PAGE}"), (), words, lead)}


def _found(wanted: Wanted) -> Mapping[str, object] | None:
    found, page = _shown(wanted)
    if found.empty:
        return None
    last = -(-int(found["found_count"].iloc[0]) // _ROWS)
    ways = {name: number for name, number in (("before", page - 1), ("after", page + 1)) if 1 <= number <= last}
    return {
        "rows": [_row(row, wanted) for row in rows_of(found)],
        "page": say("agencies.page", page=page, last=last) if last > 1 else "",
        "ways": [
            {"words": say(f"agencies.{name}"), "href": href(_PAGE, **dict(wanted.address), page=number)}
            for name, number in ways.items()
        ],
    }


def _row(row: Any, wanted: Wanted) -> dict[str, Any]:  # noqa: ANN401 - a row of an answer
    year = wanted.sought.fiscal_year_be if row.has_year else int(row.latest_year_be)
    places = [text_of(row.district_th), text_of(row.province_th)]
    return {
        "name": row.name_th,
        "href": href(wanted.back, agency=row.agency_code, year=year),
        "province": " · ".join(place for place in places if place),
        "type": text_of(row.type_th) or say("agencies.other"),
        "year": say("filter.year_label", year=int(row.latest_year_be)),
        "is_synthetic": bool(row.is_synthetic),
    }
