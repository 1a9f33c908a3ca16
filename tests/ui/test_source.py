"""The screen behind a number: the row of the report as it is kept, its cell marked, what rests on it, the way back."""

from __future__ import annotations

import pytest

from ita_analysis.texts import say
from ita_analysis.ui.frame import PAGES
from tests.store.invented import agency
from tests.ui.conftest import Looked
from tests.ui.screen import Screen, visit

SHIPPED = pytest.mark.parametrize("state", ["shipped"], indirect=True)
UNKNOWN = (
    "", "x", "weakness-3", "weakness-99", "weakness-", "measure-4-title", "measure-0-title", "result-1-12-detail",
    "result-1-detail", "result-9-6-detail", "measure-99999-title", "result-1-6-detail' or 1=1 --", "../../etc/passwd",
    "<script>alert(1)</script>", "measure-1-title\n", "weakness-7\x00", "measure-1-title" * 400,
)  # fmt: skip
PLAN = ("title", "guidelines", "steps", "responsible", "follow_up")
RESULT = ("detail", "period", "output", "outcome", "note")


def _row(shown: Screen) -> dict[str, str]:
    """Return the cells of the row by their heads."""
    (table,) = shown.elements("table")
    return dict(
        zip(
            [each.text for each in table.find("thead")[0].find("th")],
            [each.text for each in table.find("td")],
            strict=True,
        )
    )


def _marked(shown: Screen) -> list[str]:
    return [each.attributes["data-label"] or "" for each in shown.elements("td", "cell")]


@SHIPPED
@pytest.mark.parametrize("column", PLAN)
def test_a_cell_of_the_plan_is_marked_in_its_row(column: str, state: Looked) -> None:
    shown = visit("source", cell=f"measure-1-{column}")
    assert shown.problems == []
    assert list(_row(shown)) == [say(f"origin.column.{name}") for name in PLAN], state.name
    assert _marked(shown) == [say(f"origin.column.{column}")]
    assert all(place in shown.headline for place in ("ตารางที่ 1", "แถวที่ 2", "บรรทัด 34"))


@SHIPPED
@pytest.mark.parametrize("column", RESULT)
def test_a_cell_of_a_result_is_marked_in_its_row(column: str, state: Looked) -> None:
    shown = visit("source", cell=f"result-1-6-{column}")
    assert list(_row(shown)) == [say(f"origin.column.{name}") for name in RESULT], state.name
    assert _marked(shown) == [say(f"origin.column.{column}")]
    assert say("origin.used_date", date="7 มกราคม 2563", state=say("origin.outside")) in shown.text


@SHIPPED
def test_the_words_that_name_a_weakness_are_shown_as_they_stand(state: Looked) -> None:
    shown = visit("source", cell="weakness-7", back="weaknesses")
    assert _row(shown) == {say("origin.words"): "ประสิทธิภาพการสื่อสาร", say("origin.kind"): say("weakness.develop")}
    assert _marked(shown) == [say("origin.words")]
    assert shown.headline == "บรรทัด 28", state.name


@SHIPPED
def test_it_names_the_file_and_the_year(state: Looked) -> None:
    shown = visit("source", cell="measure-1-title")
    assert "2564" in shown.standfirst
    assert say("origin.standfirst", file="|", year=2564).split("|")[0] in shown.standfirst, state.name


@SHIPPED
def test_what_a_row_lacks_is_missing(state: Looked) -> None:
    assert say("missing") in _row(visit("source", cell="result-1-6-note")).values(), state.name


@pytest.mark.parametrize("state", ["four_rounds"], indirect=True)
def test_each_round_has_its_own_row_and_file(state: Looked) -> None:
    first, third = (visit("source", cell=f"result-2-{months}-detail") for months in (3, 9))
    assert "ผลของเก้าเดือน" in third.text
    assert "ผลของเก้าเดือน" not in first.text, state.name
    assert "รายงานสามเดือน" in first.standfirst
    assert "รายงานเก้าเดือน" in third.standfirst


@SHIPPED
@pytest.mark.parametrize("cell", UNKNOWN, ids=lambda each: repr(each)[:30])
def test_an_unknown_cell_says_so_and_leads_back(cell: str, state: Looked) -> None:
    shown = visit("source", cell=cell)
    assert shown.problems == []
    assert shown.headline == say("origin.unknown"), state.name
    assert shown.standfirst == say("origin.unknown_why")
    assert shown.elements("table") == []
    assert [(way.page, way.filters) for way in shown.ways if way.page] == [("executive", {})]


@SHIPPED
@pytest.mark.parametrize("back", [name for name in PAGES if name != "source"])
def test_the_way_back_names_its_page(back: str, state: Looked) -> None:
    shown = visit("source", cell="weakness-7", back=back)
    (way,) = [way for way in shown.ways if way.page]
    assert way.page == back
    assert way.address == {"agency": "khao-saming", "year": "2564"}, state.name
    assert say("origin.back", page=say(f"page.{back}")) in shown.text


@SHIPPED
@pytest.mark.parametrize("back", ["", "evil", "https://outside.example", "javascript:alert(1)", "../x", "<b>"])
def test_a_hostile_way_back_leads_home(back: str, state: Looked) -> None:
    shown = visit("source", cell="weakness-7", back=back)
    assert shown.problems == []
    assert [way.page for way in shown.ways if way.page] == ["executive"], state.name


@pytest.mark.parametrize("state", ["two_agencies"], indirect=True)
def test_a_cell_is_one_of_the_agency_in_the_address(state: Looked) -> None:
    own = visit("source", agency=state.code(agency(2).name), year="2564", cell="result-1-6-detail")
    other = visit("source", agency=state.code(agency(1).name), year="2564", cell="result-1-6-detail")
    assert "ผลของที่สอง" in own.text
    assert "ผลของที่สอง" not in other.text
