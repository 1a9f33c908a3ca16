"""Every page, through `app.py`, in every state of the data: no trace, no error, Thai throughout, nothing half said."""

from __future__ import annotations

import re

import pytest

from ita_analysis.texts import say
from ita_analysis.thai.text import has_thai
from ita_analysis.ui.frame import PAGES
from tests.texts.test_sentences import FORMATS, NAMES, TERMS
from tests.ui.conftest import Looked
from tests.ui.screen import Screen, texts_of, visit
from tests.ui.states import STATES

ALL_STATES = ("shipped", *STATES)
TAME_STATES = tuple(name for name in ALL_STATES if name != "hostile")
EVERY_STATE = pytest.mark.parametrize("state", ALL_STATES, indirect=True)
EVERY_TAME_STATE = pytest.mark.parametrize("state", TAME_STATES, indirect=True)
EVERY_PAGE = pytest.mark.parametrize("page", PAGES)
CODE = re.compile(r"\b(?:None|nan|NaN|NaT|True|False|Timestamp|dtype)\b|<NA>|\{\w*\}")
LATIN = re.compile(r"[A-Za-z]{2,}")
ADDRESS = re.compile(r"https?://\S+|\S+\.docx|</?(?:b|br)>")


@EVERY_STATE
@EVERY_PAGE
def test_a_page_shows_itself(page: str, state: Looked) -> None:
    shown = state.page(page)
    assert shown.problems == []
    assert has_thai(shown.headline)
    assert list(shown.at.title) == [], "the finding is the only heading of its level"


@EVERY_TAME_STATE
@EVERY_PAGE
def test_its_words_are_thai_and_no_code(page: str, state: Looked) -> None:
    said = _said(state.page(page))
    assert CODE.findall(said) == []
    assert set(LATIN.findall(ADDRESS.sub(" ", said))) - NAMES - FORMATS - TERMS == set()


@EVERY_STATE
def test_every_chart_has_its_words(state: Looked) -> None:
    for chart in (chart for page in ("executive", "rounds") for chart in state.page(page).charts):
        assert len(chart["alt"]) > 20, "a chart without words"


@pytest.mark.parametrize("state", ["no_report"], indirect=True)
@pytest.mark.parametrize("page", ["executive", "rounds"])
def test_an_empty_database_welcomes_and_leads_to_bringing_in(page: str, state: Looked) -> None:
    shown = state.page(page)
    assert shown.headline == say("welcome.title")
    assert [link.label for link in shown.at.get("page_link")] == [say("welcome.button")]
    assert shown.charts == []


@pytest.mark.parametrize("state", ["shipped", "no_report"], indirect=True)
@EVERY_PAGE
def test_the_language_is_declared(page: str, state: Looked) -> None:
    assert "documentElement.lang='th'" in state.page(page).html, "a screen reader would read Thai as English"


@pytest.mark.parametrize("state", ["shipped", "hostile"], indirect=True)
@EVERY_PAGE
def test_a_page_is_the_same_when_it_is_run_again(page: str, state: Looked) -> None:
    shown = visit(page)
    shown.at.run()
    assert shown.html == state.page(page).html


@pytest.mark.parametrize("state", ["shipped", "scored"], indirect=True)
@pytest.mark.parametrize("page", ["executive", "rounds"])
def test_charts_take_the_colours_of_the_viewing_mode(page: str, state: Looked) -> None:
    shown = visit(page, theme="dark")
    assert shown.problems == []
    dark, light = ({x["layout"]["paper_bgcolor"] for x in each.charts} for each in (shown, state.page(page)))
    assert len(dark) == len(light) == 1
    assert dark != light


def _said(shown: Screen) -> str:
    widgets = [str(box.label) for box in shown.at.selectbox] + [str(button.label) for button in shown.at.button]
    options = [str(option) for box in shown.at.selectbox for option in box.options]
    charts = [text for chart in shown.charts for text in (*texts_of(chart), chart["alt"])]
    return " ".join([shown.text, *widgets, *options, *charts])
