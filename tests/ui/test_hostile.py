"""Text of a report is words wherever it stands: no tag of it becomes an element, no mark of it a link or a picture."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb
import pytest

from ita_analysis.ui.frame import PAGES
from tests.reports.plain_report import AGENCY, PLAN_COLUMNS, PLAN_ROWS, RESULT_COLUMNS, write_blocks
from tests.store.entered import TURNING
from tests.store.invented import small_report, store
from tests.ui.conftest import Looked
from tests.ui.screen import Screen, texts_of, visit
from tests.ui.states import TAGS

OWN_TAGS = {
    "a", "b", "br", "details", "div", "h1", "h2", "h3", "i", "li", "ol", "p", "small", "span", "summary", "table",
    "pre", "tbody", "td", "th", "thead", "tr", "ul", "wbr",
}  # fmt: skip
OWN_ATTRIBUTES = {
    "class", "id", "href", "title", "role", "style", "scope", "colspan", "data-label", "aria-label", "aria-hidden",
    "tabindex",
}  # fmt: skip
OWN_STYLE = re.compile(r"(?:(?:margin-left:\d+(?:\.\d+)?%;)?width|left):\d+(?:\.\d+)?(?:%|rem)|--count:\d+")
OWN_TAGS_IN_CHARTS = re.compile(r"</?b>|<br>")
PICTURE = "![แผนภาพ](https://outside.example/x.png)"
HOSTILE = pytest.mark.parametrize("state", ["hostile"], indirect=True)


def _nothing_came_to_life(shown: Screen) -> None:
    assert shown.problems == []
    assert {each.tag for each in shown.elements()} <= OWN_TAGS
    for element in shown.elements():
        assert set(element.attributes) <= OWN_ATTRIBUTES, element.attributes
        style = element.attributes.get("style")
        assert style is None or OWN_STYLE.fullmatch(style), style
    assert {way.page for way in shown.ways} <= {"", *PAGES}, "a link is one of ours"
    assert _read_as_markdown(shown) == []


@HOSTILE
@pytest.mark.parametrize("page", PAGES)
def test_no_tag_of_a_report_becomes_an_element(page: str, state: Looked) -> None:
    _nothing_came_to_life(state.page(page))


@HOSTILE
@pytest.mark.parametrize("page", ["executive", "measures", "rounds", "coverage"])
@pytest.mark.parametrize("tag", TAGS)
def test_every_word_of_it_is_there_to_read(tag: str, page: str, state: Looked) -> None:
    assert " ".join(tag.split()) in state.page(page).text


@HOSTILE
def test_every_page_that_links_lead_to_is_words_too(state: Looked) -> None:
    ways = {stop.way for stop in state.stops()}
    assert {"source", "measures", "weaknesses"} <= {way.page for way in ways}
    shown = visit()
    for way in ways:
        _nothing_came_to_life(shown.click(way))


@HOSTILE
def test_the_words_in_charts_are_words(state: Looked) -> None:
    """Plotly makes elements of the tags in its texts: links among them."""
    charts = [chart for page in PAGES for chart in state.page(page).charts]
    assert len(charts) == 3
    for said in (text for chart in charts for text in texts_of(chart)):
        assert "<" not in OWN_TAGS_IN_CHARTS.sub("", said), said


@HOSTILE
@pytest.mark.parametrize("page", ["measures", "rounds", "coverage"])
def test_filters_work_with_it(page: str, state: Looked) -> None:
    shown = visit(page)
    unit = next(option for option in shown.options("unit") if TAGS[1] in option)
    shown.choose("unit", unit)
    _nothing_came_to_life(shown)
    assert shown.at.query_params["unit"] == unit
    assert visit(page, unit=unit).html == shown.html, f"the address has to show the same in {state.name}"


def _uploaded(file: Path) -> Screen:
    shown = visit("bring-in")
    shown.at.file_uploader(key="report_file").set_value((file.name, file.read_bytes(), "")).run()
    return shown


@pytest.mark.usefixtures("empty_file")
def test_what_was_read_is_shown_as_words(tmp_path: Path) -> None:
    file = tmp_path / "รายงาน.docx"
    title = f"มาตรการ {TAGS[1]}"
    plan = (title, TAGS[0], f"๑. {TAGS[3]}\n๒. {TAGS[4]}", f"กอง {TAGS[1]}", "รอบ ๖ เดือน")
    done = (title, TAGS[0], "เดือนตุลาคม ๒๕๖๓ ถึงเดือน มีนาคม ๒๕๖๔", TAGS[1], TAGS[3], TAGS[5])
    head = "รายงานผลการดำเนินการตามมาตรการ ประจำปีงบประมาณ พ.ศ. ๒๕๖๔ (รอบ ๖ เดือน)"
    write_blocks(file, [head, f"{AGENCY} จังหวัดแพร่", [PLAN_COLUMNS, plan], head, [RESULT_COLUMNS, done]])
    shown = _uploaded(file)
    _nothing_came_to_life(shown)
    for tag in (TAGS[0], TAGS[1], TAGS[3]):
        assert tag in shown.text
    shown.at.button(key="store_report").click().run()
    _nothing_came_to_life(shown)


@pytest.mark.usefixtures("empty_file")
def test_a_message_shows_words_of_the_document_as_words(tmp_path: Path) -> None:
    """A box of Streamlit's own reads Markdown: a picture in a heading would be fetched from outside."""
    file = tmp_path / "แผน.docx"
    head = ("ลำดับ", *PLAN_COLUMNS[1:-1], f"การกำกับติดตาม {PICTURE} {TAGS[1]}")
    rows = [("๑", *row[1:]) for row in PLAN_ROWS]
    write_blocks(file, ["แผน ประจำปีงบประมาณ พ.ศ. ๒๕๖๔", f"{AGENCY} จังหวัดแพร่", [head, *rows]])
    shown = _uploaded(file)
    (said,) = shown.problems
    assert PICTURE in said, "the heading that was found is not named"
    assert _read_as_markdown(shown) == []


@pytest.mark.usefixtures("empty_file")
def test_a_message_shows_the_name_of_the_file_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "แผน [ฉบับ](แก้) *ใหม่*.docx"
    file.write_bytes(b"")
    shown = _uploaded(file)
    (said,) = shown.problems
    assert file.name in said
    assert _read_as_markdown(shown) == []


def test_what_was_stored_with_marks_of_direction_is_shown_without(empty: duckdb.DuckDBPyConnection) -> None:
    """Those of today are not stored: rows of before, and of documents, may have them."""
    turned = "มาตรการ\u202e กลับทาง\u2066"
    store(empty, small_report())
    empty.execute("update measure set title = $1, responsible = $1", [turned])
    for page in ("measures", "rounds", "coverage", "history"):
        shown = visit(page)
        assert shown.problems == []
        assert "มาตรการ กลับทาง" in shown.text or page == "history"
        assert not set(TURNING) & set(shown.html), page


def _read_as_markdown(shown: Screen) -> list[str]:
    """Return the texts that Streamlit would read as Markdown; a document's words may not stand in them."""
    boxes = (shown.at.error, shown.at.info, shown.at.success, shown.at.warning, shown.at.markdown, shown.at.caption)
    return [str(each.value) for kind in boxes for each in kind]
