"""Decks of invented and shipped records, and how readers that are not ours find them again in a file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import duckdb
from lxml import etree
from pptx import Presentation

from ita_analysis.documents.deck import council_deck
from ita_analysis.documents.deck.slides import Bars, Deck, Grid, Picture, Progress, Slide, Spans, Tiles
from ita_analysis.queries.agencies import agency_years

DAY = date(2026, 11, 25)
SPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
}


def deck_of(opened: duckdb.DuckDBPyConnection, code: str, year: int, months: int | None = None) -> Deck:
    """Return the deck of an agency's year that there is something to say about."""
    made = council_deck(opened, code, year, months, DAY)
    assert made is not None
    return made


def only_deck(opened: duckdb.DuckDBPyConnection) -> Deck:
    """Return the deck of the latest year of the first agency stored."""
    codes = opened.cursor().execute("select agency_code from report union select agency_code from result order by all")
    ((code,), *_) = codes.fetchall()
    return deck_of(opened, str(code), int(agency_years(opened, str(code))["fiscal_year_be"].iloc[0]))


def slide_of(deck: Deck, code: str) -> Slide:
    """Return the slide of a code."""
    (found,) = (slide for slide in deck.slides if slide.code == code)
    return found


def codes(deck: Deck) -> list[str]:
    """Return the codes of the slides, in order."""
    return [slide.code for slide in deck.slides]


def words_of(slide: Slide) -> str:
    """Return all words of a slide and its notes, joined."""
    return " ".join(
        [slide.title, slide.lead, slide.aside, *slide.sources, slide.question, slide.answer, *_drawn(slide)]
    )


def _drawn(slide: Slide) -> Iterator[str]:
    picture: Picture | None = slide.picture
    match picture:
        case Tiles():
            for fact in picture.facts:
                yield from (fact.label, fact.value, fact.unit, fact.note)
        case Grid():
            yield from (heading for heading, _ in picture.columns)
            yield from (cell for row in picture.rows for cell in row.cells)
        case Bars() | Progress():
            yield from (word for row in picture.rows for word in (row.label, row.words))
        case Spans():
            yield from (row.label for row in picture.rows)


def opened_file(content: bytes) -> Any:
    """Return the file as python-pptx reads it."""
    return Presentation(BytesIO(content))


def parts(content: bytes, start: str = "", end: str = ".xml") -> dict[str, Any]:
    """Return the parts of the package whose names begin and end so, as trees."""
    with ZipFile(BytesIO(content)) as package:
        names = [name for name in package.namelist() if name.startswith(start) and name.endswith(end)]
        return {name: etree.fromstring(package.read(name)) for name in names}


def charts(content: bytes) -> list[Any]:
    """Return the charts of a file in the order of its slides."""
    return [shape.chart for slide in opened_file(content).slides for shape in slide.shapes if shape.has_chart]


def rows_of_chart(chart: Any) -> list[tuple[str, list[float | None]]]:
    """Return each series of a chart: its name and its values, None where there is none."""
    return [(series.name, list(series.values)) for series in chart.plots[0].series]
