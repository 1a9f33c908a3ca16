"""The form of coverage: a link is added, confirmed or removed with a reason; what is refused keeps what was typed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ita_analysis import paths
from ita_analysis.people import DESK
from ita_analysis.store.building import ready
from ita_analysis.store.links import LONGEST_REASON, SeenLink, set_link
from ita_analysis.texts import say, say_count
from ita_analysis.thai.dates import long_date
from tests.store.files import tables
from tests.store.linked import history, links_of
from tests.ui.screen import Screen, visit
from tests.ui.states import TAGS

WHY = "อ่านแนวทางแล้ว มาตรการนี้รับฟังความเห็นเพื่อปรับปรุงงาน"
CODE = "khao-saming"


def _form(measure: int = 3, indicator: int = 8, **address: str) -> Screen:
    shown = visit("coverage", **address)
    return _pair(shown, measure, indicator)


def _pair(shown: Screen, measure: int, indicator: int) -> Screen:
    shown.at.selectbox(key="link_measure").set_value(measure).run()
    shown.at.selectbox(key="link_indicator").set_value(indicator).run()
    return shown


def _type(shown: Screen, reason: str) -> Screen:
    shown.at.text_area(key="link_reason").set_value(reason).run()
    return shown


def _press(shown: Screen, button: str = "set_link") -> Screen:
    shown.at.button(key=button).click().run()
    return shown


def _save(shown: Screen, reason: str, button: str = "set_link") -> Screen:
    return _press(_type(shown, reason), button)


def _buttons(shown: Screen) -> dict[str, str]:
    return {str(button.key): str(button.label) for button in shown.at.button}


def _changes(shown: Screen) -> list[list[str]]:
    return shown.rows(say("coverage.changes.what"))


def _typed(shown: Screen) -> str:
    return str(shown.at.text_area(key="link_reason").value)


@pytest.mark.usefixtures("shipped_file")
def test_the_form_begins_at_the_indicator_without_a_measure() -> None:
    shown = visit("coverage")
    assert shown.at.selectbox(key="link_indicator").value == 8
    assert visit("coverage", indicator="10").at.selectbox(key="link_indicator").value == 10, "asked for"
    assert len(shown.at.selectbox(key="link_indicator").options) == 10
    assert len(shown.at.selectbox(key="link_measure").options) == 3


@pytest.mark.usefixtures("shipped_file")
def test_it_says_what_holds_now_and_offers_what_can_be_done() -> None:
    shown = _form()
    assert say("coverage.edit.now", state=say("coverage.edit.unlinked")) in shown.text
    assert _buttons(shown) == {"set_link": say("coverage.edit.add")}
    _pair(shown, 2, 7)
    assert say("basis.analyst") in shown.text
    assert _buttons(shown) == {"set_link": say("coverage.edit.confirm"), "remove_link": say("coverage.edit.remove")}


def test_adding_with_a_reason_changes_the_headline_at_once(shipped_file: Path) -> None:
    shown = _form()
    before = shown.headline
    assert _changes(shown) == []
    _save(shown, WHY)
    assert shown.problems == []
    assert shown.told("done") == [say("coverage.edit.saved")]
    assert shown.headline != before
    assert shown.headline == say("coverage.headline.covered.many", count=3).replace("⟦", "").replace("⟧", "")
    assert links_of(ready(shipped_file))[_id(3), 8] == SeenLink("analyst", WHY)
    assert not [row for row in shown.elements("tr") if row.has("hole")]
    assert _typed(shown) == ""
    assert shown.headline == visit("coverage").headline, "another visitor sees it too"
    assert visit().headline.replace(" ", "") != "", "the executive's page follows"
    assert "8" not in visit().headline


def test_the_history_says_when_what_and_why(shipped_file: Path) -> None:
    shown = _save(_form(), WHY)
    title = "ประกาศเจตจำนง"
    ((when, what, why),) = _changes(shown)
    assert re.fullmatch(r"\d{1,2} \S+ 25\d\d", when)
    assert what.startswith(say("coverage.changes.added", title="|", no=8).split("|")[0] + title)
    assert why == WHY
    opened = ready(shipped_file)
    assert history(opened, CODE) == [(8, "added", None, WHY)]
    assert when == long_date(opened.execute("select max(changed_at) from link_change").fetchall()[0][0])
    _save(_pair(shown, 3, 8), "คิดอีกครั้งแล้วไม่ใช่", "remove_link")
    assert [row[2].split(" เดิม")[0] for row in _changes(shown)] == ["คิดอีกครั้งแล้วไม่ใช่", WHY], "the newest first"
    assert say("coverage.changes.before", basis=say("basis.analyst"), reason=WHY) in _changes(shown)[0][2]


def test_removing_opens_the_hole_again(shipped_file: Path) -> None:
    shown = visit("coverage")
    before, hole = shown.headline, links_of(ready(shipped_file))
    _save(_save(_pair(shown, 3, 8), WHY), "ไม่เกี่ยว", "remove_link")
    assert shown.problems == []
    assert shown.headline == before
    assert links_of(ready(shipped_file)) == hole


def test_confirming_a_link_takes_the_analyst_s_words(shipped_file: Path) -> None:
    shown = _save(_form(2, 7), "ตรวจแล้ว ตอบจริง")
    assert shown.told("done") == [say("coverage.edit.saved")]
    assert links_of(ready(shipped_file))[_id(2), 7] == SeenLink("analyst", "ตรวจแล้ว ตอบจริง")
    assert "ตรวจแล้ว ตอบจริง" in shown.part("basis").text
    assert [entry[1] for entry in history(ready(shipped_file), CODE)] == ["confirmed"]


@pytest.mark.parametrize("reason", ["", " ", "\n\t ", "\u200b", "\u00a0"], ids=repr)
@pytest.mark.parametrize("button", ["set_link", "remove_link"])
def test_a_blank_reason_is_refused_and_nothing_changes(button: str, reason: str, shipped_file: Path) -> None:
    before = tables(ready(shipped_file))
    shown = _save(_form(2, 7), reason, button)
    assert shown.traces == []
    assert shown.told("problem") == [say("error.link_reason_missing")]
    assert shown.told("done") == []
    assert tables(ready(shipped_file)) == before
    assert shown.at.selectbox(key="link_measure").value == 2
    assert shown.at.selectbox(key="link_indicator").value == 7


def test_after_a_refusal_a_reason_is_enough(shipped_file: Path) -> None:
    shown = _save(_press(_form()), WHY)
    assert shown.problems == []
    assert (_id(3), 8) in links_of(ready(shipped_file))


def test_a_link_that_was_changed_meanwhile_is_refused_and_what_was_typed_stays(shipped_file: Path) -> None:
    shown = _type(_form(), WHY)
    opened = ready(shipped_file)
    set_link(opened, _id(3), 8, "คนอื่นจับคู่ไปแล้ว", seen=None, who=DESK)
    before = tables(opened)
    _press(shown)
    assert shown.traces == []
    assert shown.told("problem") == [say("error.link_changed_meanwhile", indicator_no=8)]
    assert tables(opened) == before
    assert _typed(shown) == WHY
    assert "คนอื่นจับคู่ไปแล้ว" in shown.text, "what the other one did is on the screen now"
    _press(shown)
    assert shown.problems == [], "seen, it may be changed"
    assert links_of(opened)[_id(3), 8] == SeenLink("analyst", WHY)


@pytest.mark.usefixtures("shipped_file")
def test_what_was_typed_stays_while_another_pair_or_filter_is_chosen() -> None:
    shown = _type(_form(), WHY)
    assert _typed(_pair(shown, 1, 3)) == WHY
    assert _typed(shown.choose("unit", "สำนักปลัด")) == WHY


def test_a_double_click_changes_once(shipped_file: Path) -> None:
    shown = _type(_form(), WHY)
    _press(shown)
    assert shown.problems == []
    _press(shown)
    assert shown.told("problem") == [say("error.link_reason_missing")], "the words were taken by the first click"
    assert len(history(ready(shipped_file), CODE)) == 1


def test_a_reason_as_long_as_may_be_is_taken(shipped_file: Path) -> None:
    shown = _save(_form(), "ก" * LONGEST_REASON)
    assert shown.problems == []
    assert len(links_of(ready(shipped_file))[_id(3), 8].reason) == LONGEST_REASON


@pytest.mark.usefixtures("shipped_file")
@pytest.mark.parametrize("reason", TAGS)
def test_a_reason_is_words(reason: str) -> None:
    shown = _save(_form(), reason)
    assert shown.problems == []
    assert " ".join(reason.split()) in shown.text
    assert not shown.elements("script")
    assert not shown.elements("img")
    assert [link for link in shown.elements("a") if "outside" in link.href] == []


@pytest.mark.usefixtures("shipped_file")
def test_every_page_follows_a_change() -> None:
    _save(_form(), WHY)
    part = visit("measures", measure="3").text
    assert WHY in part
    hole = visit("weaknesses", indicator="8").part("indicator")
    assert say("weaknesses.no_measure") not in hole.text
    assert say_count("executive.requests", 2) in visit().text


@pytest.mark.usefixtures("empty_file")
def test_without_a_report_there_is_no_form() -> None:
    assert _buttons(visit("coverage")) == {}


def _id(measure_no: int) -> int:
    asked = "select measure_id from measure where measure_no = $1"
    return int(ready(paths.database()).execute(asked, [measure_no]).fetchall()[0][0])
