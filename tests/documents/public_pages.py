"""Public pages of shipped and invented records, and how a parser that is not ours reads them."""

from __future__ import annotations

from datetime import date
from typing import Any

import duckdb
from lxml import html

from ita_analysis.documents.public_page import public_page
from ita_analysis.publishing.gathered import Gathered, gathered
from ita_analysis.queries.agencies import agency_years

DAY = date(2026, 11, 26)


def parts_of(opened: duckdb.DuckDBPyConnection, code: str, year: int) -> Gathered:
    """Return what the page of an agency's year is made of."""
    found = gathered(opened, code, year, None, DAY)
    assert found is not None
    return found


def page_of(opened: duckdb.DuckDBPyConnection, code: str, year: int) -> bytes:
    """Return the page of an agency's year."""
    found = parts_of(opened, code, year)
    return public_page(found.facts, found.plan, found.results, found.evidence)


def only_page(opened: duckdb.DuckDBPyConnection) -> bytes:
    """Return the page of the latest year of the first agency stored."""
    codes = opened.cursor().execute("select agency_code from report union select agency_code from result order by all")
    ((code,), *_) = codes.fetchall()
    return page_of(opened, str(code), int(agency_years(opened, str(code))["fiscal_year_be"].iloc[0]))


def read(page: bytes) -> Any:
    """Return the page as libxml2 reads it."""
    return html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8"))


def text_of(element: Any) -> str:
    """Return all words within an element, blanks single, those of the style sheet left out."""
    words = element.xpath(".//text()[not(ancestor::style)]")
    return " ".join("".join(words).split())


def tables(page: bytes) -> dict[str, list[list[str]]]:
    """Return the words of each table's cells by the table's id, row by row, headings included."""
    found = read(page).xpath("//table")
    return {each.get("id"): [[text_of(cell) for cell in row] for row in each.iter("tr")] for each in found}
