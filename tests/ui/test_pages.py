"""Every page, through `app.py`, in every state of the data: no trace, no error, Thai throughout, nothing half said."""

from __future__ import annotations

import re

import pytest

from ita_analysis.texts import say
from ita_analysis.thai.text import has_thai
from ita_analysis.ui.frame import PAGES
from tests.texts.test_sentences import FORMATS, NAMES, TERMS
from tests.ui.screen import Screen, texts_of, visit
from tests.ui.states import STATES

ALL_STATES = ("shipped", *STATES)
EVERY_STATE = pytest.mark.parametrize("state", ALL_STATES, indirect=True)
EVERY_PAGE = pytest.mark.parametrize("page", PAGES)
CODE = re.compile(r"\b(?:None|nan|NaN|NaT|<NA>|True|False|Timestamp|dtype)\b|\{\w*\}")
LATIN = re.compile(r"[A-Za-z]{2,}")
ADDRESS = re.compile(r"https?://\S+|\S+\.docx")


@EVERY_STATE
@EVERY_PAGE
def test_a_page_shows_itself(page: str, state: str) -> None:
    shown = visit(page)
    assert shown.problems == []
    assert has_thai(shown.headline)
    assert shown.at.title == [], "the finding is the only heading of its level"
    if state != "hostile":
        assert CODE.findall(shown.text) == []


@EVERY_STATE
@EVERY_PAGE
def test_a_page_shows_itself_in_the_dark(page: str, state: str) -> None:
    shown = visit(page, theme="dark")
    assert shown.problems == []
    assert {chart["layout"]["paper_bgcolor"] for chart in shown.charts} <= {"#0E1723"}, state


@pytest.mark.parametrize("state", [name for name in ALL_STATES if name != "hostile"], indirect=True)
@EVERY_PAGE
def test_its_words_are_thai(page: str, state: str) -> None:
    shown = visit(page)
    said = " ".join([shown.text, *(text for chart in shown.charts for text in texts_of(chart)), *_widgets(shown)])
    foreign = set(LATIN.findall(ADDRESS.sub(" ", re.sub(r"</?(?:b|br)>", " ", said)))) - NAMES - FORMATS - TERMS
    assert foreign == set(), f"{state}"


@EVERY_STATE
def test_every_chart_has_its_words(state: str) -> None:
    for page in ("executive", "rounds"):
        for chart in visit(page).charts:
            assert len(chart["alt"]) > 20, f"{state}: a chart without words"
            assert state == "hostile" or not CODE.findall(" ".join([chart["alt"], *texts_of(chart)]))


@pytest.mark.parametrize("state", ["no_report"], indirect=True)
@pytest.mark.parametrize("page", ["executive", "rounds"])
def test_an_empty_database_welcomes_and_leads_to_bringing_in(page: str, state: str) -> None:
    shown = visit(page)
    assert state == "no_report"
    assert shown.headline == say("welcome.title")
    assert [link.label for link in shown.at.get("page_link")] == [say("welcome.button")]
    assert shown.charts == []


@EVERY_STATE
def test_the_language_is_declared(state: str) -> None:
    assert "documentElement.lang='th'" in visit().html, state


@EVERY_STATE
def test_a_page_is_the_same_when_it_is_run_again(state: str) -> None:
    for page in PAGES:
        shown = visit(page)
        before = shown.html
        shown.at.run()
        assert shown.html == before, f"{page} with {state}"


def _widgets(shown: Screen) -> list[str]:
    said = [str(box.label) for box in shown.at.selectbox] + [str(button.label) for button in shown.at.button]
    return said + [str(option) for box in shown.at.selectbox for option in box.options]
