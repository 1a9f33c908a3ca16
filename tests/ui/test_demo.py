"""The page of synthetic data: one click loads, one click removes, and everything it brings says what it is."""

from __future__ import annotations

import duckdb
import pytest

from ita_analysis import paths
from ita_analysis.people import DESK, Person
from ita_analysis.store import synthetic
from ita_analysis.store.building import ready
from ita_analysis.store.synthetic import DEMO_CODE, load_nation
from ita_analysis.synthetic.agencies import AGENCY_COUNT
from ita_analysis.texts import say, say_count
from ita_analysis.ui.frame import PAGES
from ita_analysis.ui.screens import demo
from tests.store.files import rows, tables
from tests.ui.conftest import Looked
from tests.ui.markup import Way
from tests.ui.screen import SECONDS, Screen, visit

LABEL = say("head.synthetic")
# The form of scores takes real agencies only.
OF_AN_AGENCY = [name for name in PAGES if name not in {"bring-in", "demo", "agencies", "scores", "backups", "people"}]


def _click(shown: Screen, what: str) -> Screen:
    shown.at.button(key=f"demo_{what}_button").click().run(timeout=SECONDS)
    return shown


def _buttons(shown: Screen) -> set[str]:
    keys = (str(each.key) for each in shown.at.button)
    return {key.removeprefix("demo_").removesuffix("_button") for key in keys if key.startswith("demo_")}


def _labels(shown: Screen) -> list[str]:
    return [each.text for caption in shown.elements("div", "caption") for each in caption.of("synthetic")]


@pytest.mark.usefixtures("shipped")
def test_nothing_synthetic_is_said_so_and_can_be_loaded() -> None:
    shown = visit("demo")
    assert shown.headline == say("demo.stored.none")
    assert _buttons(shown) == {"agency", "nation"}
    assert _labels(shown) == []


def test_one_click_loads_the_demo_agency_and_one_removes_it(shipped: duckdb.DuckDBPyConnection) -> None:
    before = tables(shipped)
    shown = _click(visit("demo"), "agency")
    assert shown.problems == []
    assert shown.headline == say("demo.stored.one")
    assert shown.told("done") == [say("demo.done.agency")]
    assert _buttons(shown) == {"nation", "remove"}
    assert Way("executive", (("agency", DEMO_CODE), ("year", "2568"))) in shown.ways
    _click(shown, "remove")
    assert shown.headline == say("demo.stored.none")
    assert shown.told("done") == [say("demo.done.remove")]
    assert {**tables(shipped), "data_version": []} == {**before, "data_version": []}


def test_what_was_done_is_said_once(shipped: duckdb.DuckDBPyConnection) -> None:
    shown = _click(visit("demo"), "agency")
    shown.at.run(timeout=SECONDS)
    assert shown.told("done") == []
    assert rows(shipped, "select count(*) from agency where is_synthetic") == [(1,)]


def test_one_click_loads_the_nation(shipped: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch) -> None:
    def small(opened: duckdb.DuckDBPyConnection, tell: synthetic.Told, who: Person) -> None:
        load_nation(opened, (2567,), 20, tell, who=who)

    monkeypatch.setattr(demo, "load_nation", small)
    shown = _click(visit("demo"), "nation")
    assert shown.problems == []
    assert shown.headline == say_count("demo.stored", 20)
    assert shown.told("done") == [say("demo.done.nation")]
    assert rows(shipped, "select count(*) from agency where is_synthetic") == [(20,)]


def test_the_nation_is_not_offered_again_once_it_is_there(
    shipped: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo, "AGENCY_COUNT", 20)
    load_nation(shipped, (2567,), 20, who=DESK)
    shown = visit("demo")
    assert _buttons(shown) == {"agency", "remove"}
    assert Way("agencies") in shown.ways
    assert f"{AGENCY_COUNT:,}" in shown.text


@pytest.mark.parametrize("state", ["demo"], indirect=True)
@pytest.mark.parametrize("page", OF_AN_AGENCY)
def test_every_page_of_a_synthetic_agency_says_so(page: str, state: Looked) -> None:
    assert _labels(state.page(page)) == [LABEL]


@pytest.mark.parametrize("state", ["demo"], indirect=True)
@pytest.mark.parametrize("page", ["agencies", "demo"])
def test_pages_about_many_say_which_are_synthetic(page: str, state: Looked) -> None:
    assert LABEL in [each.text for each in state.page(page).elements("span", "synthetic")]


@pytest.mark.parametrize("state", ["shipped"], indirect=True)
@pytest.mark.parametrize("page", PAGES)
def test_no_page_of_real_records_says_so(page: str, state: Looked) -> None:
    assert state.page(page).elements("span", "synthetic") == []


@pytest.mark.parametrize("page", OF_AN_AGENCY)
def test_a_real_agency_s_pages_are_the_same_beside_synthetic_ones(
    page: str, shipped: duckdb.DuckDBPyConnection
) -> None:
    address = {"agency": "khao-saming", "year": "2564"}
    alone = visit(page, **address).html
    load_nation(shipped, (2563, 2564), 20, who=DESK)
    assert visit(page, **address).html == alone


@pytest.mark.parametrize("state", ["demo"], indirect=True)
def test_the_demo_agency_tells_its_story(state: Looked) -> None:
    executive, rounds = state.page("executive"), state.page("rounds")
    assert "81.33" in executive.text
    assert "ทรัพย์สิน" in executive.headline, "the weakness without a measure"
    assert "11 จาก 17" in rounds.headline
    assert say("round.overdue") in executive.text
    assert rows(ready(paths.database()), "select count(*) from agency where not is_synthetic") == [(0,)]
