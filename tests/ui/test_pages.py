"""Every page, through `app.py`, in every state of the data: no trace, no error, Thai throughout, nothing half said."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from ita_analysis import framework
from ita_analysis.texts import catalogue, say
from ita_analysis.thai.text import has_thai
from ita_analysis.ui.frame import PAGES
from tests.texts.test_sentences import FORMATS, NAMES, TERMS
from tests.ui.conftest import Looked
from tests.ui.markup import Element, way_of
from tests.ui.screen import Screen, texts_of, visit
from tests.ui.states import STATES

ALL_STATES = ("shipped", *STATES)
TAME_STATES = tuple(name for name in ALL_STATES if name != "hostile")
EVERY_STATE = pytest.mark.parametrize("state", ALL_STATES, indirect=True)
EVERY_TAME_STATE = pytest.mark.parametrize("state", TAME_STATES, indirect=True)
EVERY_PAGE = pytest.mark.parametrize("page", PAGES)
WITHOUT_A_REPORT = {"bring-in", "scores", "survey", "demo", "backups", "people"}  # they bring in what the others show
OF_A_YEAR = [name for name in PAGES if name not in WITHOUT_A_REPORT]
CODE = re.compile(r"\b(?:None|nan|NaN|NaT|True|False|Timestamp|dtype|Markup|Undefined)\b|<NA>|[{}⟦⟧]")
LATIN = re.compile(r"[A-Za-z]{2,}")
ADDRESS = re.compile(r"https?://\S+|\S+\.(?:docx|xlsx|csv)|คอลัมน์ [A-Z]{1,3}\b|</?(?:b|br)>")
GRADES = {band.grade for year in framework.fiscal_years() for band in framework.load(year).bands}
# What the framework itself calls its items: Social Network, E-Service, Q&A.
TOPICS = {
    word
    for year in framework.fiscal_years()
    for item in framework.load(year).items
    for word in LATIN.findall(item.topic_th)
}
HEARD = ("aria-label", "title", "data-label")
NOTHING_LEFT = [key for key in catalogue() if key.endswith(".nothing_left")]


@EVERY_STATE
@EVERY_PAGE
def test_a_page_shows_itself(page: str, state: Looked) -> None:
    shown = state.page(page)
    assert shown.problems == []
    assert has_thai(shown.headline)
    assert list(shown.at.title) == [], "the finding is the only heading of its level"
    named = [say("frame.title")] if state.name == "no_report" and page in OF_A_YEAR else [say(f"page.{page}")]
    assert [each.find("b")[0].text for each in shown.elements("div", "caption")] == named


@EVERY_TAME_STATE
@EVERY_PAGE
def test_its_words_are_thai_and_no_code(page: str, state: Looked) -> None:
    said = _said(state.page(page))
    assert CODE.findall(said) == []
    assert set(LATIN.findall(ADDRESS.sub(" ", said))) - NAMES - FORMATS - TERMS - GRADES - TOPICS == set()


@EVERY_STATE
@EVERY_PAGE
def test_each_place_is_named_once_and_links_on_the_page_lead_to_one(page: str, state: Looked) -> None:
    shown = state.page(page)
    ids = Counter(each.id for each in shown.elements() if each.id)
    assert [name for name, count in ids.items() if count > 1] == []
    assert {way.place for way in shown.ways if not way.page} <= set(ids)


@EVERY_STATE
@EVERY_PAGE
def test_links_and_headings_have_words(page: str, state: Looked) -> None:
    shown = state.page(page)
    assert [each for each in shown.elements() if each.tag in {"a", "h1", "h2", "h3", "summary"} and not each.text] == []
    assert all(way_of(each.href) for each in shown.elements("a")), "a link leads somewhere"


@EVERY_STATE
@EVERY_PAGE
def test_tables_have_heads_and_every_row_as_many_cells(page: str, state: Looked) -> None:
    for table in state.page(page).elements("table"):
        widths = {sum(map(_width, row.find("th", "td"))) for row in table.find("tr")}
        assert len(widths) == 1, f"{page}: {widths} in {table.text[:60]}"


@EVERY_STATE
@EVERY_PAGE
def test_a_picture_in_html_has_words(page: str, state: Looked) -> None:
    pictures = [each for each in state.page(page).elements() if each.attributes.get("role") == "img"]
    assert [each for each in pictures if not has_thai(each.attributes.get("aria-label") or "")] == []


@EVERY_TAME_STATE
@pytest.mark.parametrize("page", OF_A_YEAR)
def test_nothing_is_blamed_on_a_filter_that_nobody_set(page: str, state: Looked) -> None:
    text = state.page(page).text
    assert [key for key in NOTHING_LEFT if say(key) in text] == []


@EVERY_TAME_STATE
@pytest.mark.parametrize("page", OF_A_YEAR)
def test_nothing_is_counted_where_there_is_nothing_to_count(page: str, state: Looked) -> None:
    text = state.page(page).text
    assert re.findall(r"(?<!\d)\d+\s*/\s*0(?!\d)", text) == []
    assert "จาก 0" not in text, "none of none says nothing, and reads as nothing done"


@pytest.mark.parametrize("state", ["no_report"], indirect=True)
@pytest.mark.parametrize("page", OF_A_YEAR)
def test_an_empty_database_welcomes_and_leads_to_bringing_in(page: str, state: Looked) -> None:
    shown = state.page(page)
    assert shown.headline == say("welcome.title")
    assert [(each.text, way_of(each.href).page) for each in shown.elements("a")] == [
        (say("welcome.button"), "bring-in")
    ]
    assert shown.charts == []
    assert shown.filters == set()


@EVERY_STATE
@EVERY_PAGE
def test_a_page_is_the_same_when_it_is_run_again(page: str, state: Looked) -> None:
    shown = state.page(page)
    before = shown.html
    shown.at.run()
    assert shown.problems == []
    assert shown.html == before


@pytest.mark.parametrize("state", ["shipped", "hostile"], indirect=True)
@EVERY_PAGE
def test_another_visitor_sees_the_same(page: str, state: Looked) -> None:
    assert visit(page).html == state.page(page).html


@pytest.mark.parametrize("state", ["shipped", "forty_measures"], indirect=True)
def test_one_visit_through_all_pages_shows_what_first_visitors_see(state: Looked) -> None:
    """But the form of scores, which goes on with the year that was looked at; a first visitor begins with the last."""
    shown = visit("executive")
    for page in (*PAGES, "executive"):
        html = shown.follow(page).html
        assert (html == state.page(page).html) == (page != "scores"), page


def _width(cell: Element) -> int:
    return int(cell.attributes.get("colspan") or 1)


def _said(shown: Screen) -> str:
    boxes = shown.at.selectbox
    widgets = [
        str(each.label)
        for each in (*boxes, *shown.at.button, *shown.at.text_area, *shown.at.text_input, *shown.at.file_uploader)
    ]
    options = [str(option) for box in boxes for option in box.options]
    charts = [text for chart in shown.charts for text in (*texts_of(chart), chart["alt"])]
    heard = [each.attributes.get(name) or "" for each in shown.elements() for name in HEARD]
    text = shown.text
    for sample in shown.elements("pre", "sample"):  # lines of a file, to be copied
        text = text.replace(sample.text, " ")
    return " ".join([text, *widgets, *options, *charts, *heard])
