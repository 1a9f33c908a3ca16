"""The page of changes: who changed what, before and after; filters in the address; taking a change back; a day."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import duckdb
import pytest

from ita_analysis import paths
from ita_analysis.people import DESK, Person
from ita_analysis.scoring import typed_rule
from ita_analysis.store.building import ready
from ita_analysis.store.links import LONGEST_REASON, set_link
from ita_analysis.store.rules import DEFAULT, set_rule
from ita_analysis.texts import say, say_count
from ita_analysis.thai.dates import long_date, short_date
from tests.documents.tabled import openpyxl_page
from tests.store.files import rows, tables
from tests.store.linked import WHY, links_of
from tests.store.officers import last_change, reword_measure, save_result, set_round
from tests.ui.handed_out import handed_out, tables_in
from tests.ui.markup import Way
from tests.ui.screen import Screen, visit
from tests.ui.states import TAGS

CODE = "khao-saming"
SOMCHAI = Person("officer", "somchai@example.go.th", "สมชาย ใจดี")
MISTAKE = "กรอกผิดมาตรการ"
EVERY_DEED = ["บันทึกผล", "จับคู่", "บันทึกสถานะ", "นำเข้า"]
NO_MOMENT = ("", "x", "2020-13-01", "2020-01-01T25:00", "2020-01-01T00:00:00+07:00", "9" * 500, "<b>")
TODAY = date.today()  # noqa: DTZ011 - the clock of the computer is what is stored


def _id(opened: duckdb.DuckDBPyConnection, measure_no: int) -> int:
    ((measure_id,),) = rows(opened, "select measure_id from measure where measure_no = $1", measure_no)
    return int(str(measure_id))


@pytest.fixture
def changed(shipped: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """The shipped record, on which one has linked a measure and another has saved a result."""
    set_link(shipped, _id(shipped, 3), 8, WHY, seen=None, who=DESK)
    save_result(shipped, _id(shipped, 2), 12, "เผยแพร่ครบแล้ว", who=SOMCHAI, cited=2)
    return shipped


def _told(shown: Screen) -> list[str]:
    """Return what each change that is listed says it did."""
    return [each.text for each in shown.elements("span", "what")]


def _undo(number: int, reason: str = MISTAKE) -> Screen:
    shown = visit("history", undo=str(number))
    shown.at.text_area(key=f"undo_reason_{number}").set_value(reason).run()
    shown.at.button(key="undo_confirm").click().run()
    return shown


@pytest.mark.usefixtures("changed")
def test_changes_are_listed_the_newest_first_with_who_and_when() -> None:
    shown = visit("history")
    assert shown.problems == []
    first, second, *_ = _told(shown)
    assert first.startswith("บันทึกผลรอบ 12 เดือนของ “")
    assert second.startswith("จับคู่ “")
    assert second.endswith("กับตัวชี้วัดที่ 8")
    assert [each.text for each in shown.elements("span", "who")][:2] == ["สมชาย ใจดี", say("history.who.desk")]
    assert all(short_date(TODAY) in each.text for each in shown.elements("span", "when"))
    assert shown.headline.startswith("แก้ไข 4 ครั้ง ล่าสุดเมื่อ ")
    assert first in shown.standfirst
    assert say("history.begins", date=long_date(TODAY)) in shown.standfirst


def test_a_change_says_before_and_after_field_by_field(changed: duckdb.DuckDBPyConnection) -> None:
    reword_measure(changed, _id(changed, 1), "ชื่อใหม่ของมาตรการ")
    shown = visit("history")
    told = shown.rows(say("history.column.before"))
    titles = [row for row in told if row[0].endswith(say("history.field.title"))]
    assert ["มาตรการ ชื่อ", "มาตรการตรวจสอบการใช้ดุลพินิจ", "ชื่อใหม่ของมาตรการ"] in titles
    assert any(row[0].startswith("หลักฐานที่ 2 รอบ 12 เดือน") and row[1] == say("history.none") for row in told)
    assert not [row for row in told if "measure_id" in row[0] or "progress" in row[0]]


def test_a_long_text_is_cut_and_the_whole_lies_in_a_fold(changed: duckdb.DuckDBPyConnection) -> None:
    text = "ผลการดำเนินงานที่ยาวมาก " * 40
    save_result(changed, _id(changed, 2), 12, text, cited=0)
    folds = [each for each in visit("history").elements("details", "more") if text.strip() in each.text]
    assert folds
    assert all(len(each.find("summary")[0].text) < 220 for each in folds)


@pytest.mark.parametrize("text", TAGS)
def test_hostile_words_are_words(text: str, changed: duckdb.DuckDBPyConnection) -> None:
    save_result(changed, _id(changed, 2), 12, text, who=Person("officer", "x@example.go.th", text))
    number = last_change(changed)
    for shown in (visit("history"), visit("history", undo=str(number)), visit("history", at="2599-12-31")):
        assert shown.problems == []
        assert " ".join(text.split()) in shown.text
        assert not shown.elements("script")
        assert not shown.elements("img")
        assert [each for each in shown.elements("a") if "outside" in each.href] == []


@pytest.mark.usefixtures("changed")
@pytest.mark.parametrize(
    ("address", "deeds"),
    [
        ({"measure": "3"}, ["จับคู่", "บันทึกสถานะ", "นำเข้า"]),
        ({"measure": "2"}, ["บันทึกผล", "บันทึกสถานะ", "นำเข้า"]),
        ({"person": SOMCHAI.email}, ["บันทึกผล"]),
        ({"person": "desk"}, ["จับคู่"]),
        ({"deed": "links"}, ["จับคู่"]),
        ({"deed": "brought"}, ["นำเข้า"]),
        ({"since": (TODAY + timedelta(2)).isoformat()}, []),
        ({"until": (TODAY - timedelta(2)).isoformat()}, []),
        ({"since": TODAY.isoformat(), "deed": "results"}, ["บันทึกผล", "บันทึกสถานะ"]),
        ({"measure": "99", "person": "nobody", "deed": "x", "since": "x", "page": "-1"}, EVERY_DEED),
    ],
)  # fmt: skip
def test_filters_of_the_address_are_taken(address: dict[str, str], deeds: list[str]) -> None:
    shown = visit("history", **address)
    assert shown.problems == []
    told = _told(shown)
    assert len(told) == len(deeds)
    assert all(each.startswith(deed) for each, deed in zip(told, deeds, strict=True))
    if not deeds:
        assert shown.headline == say("history.found.none")


@pytest.mark.usefixtures("changed")
def test_a_day_is_typed_as_people_write_it_and_the_address_keeps_a_code() -> None:
    shown = visit("history")
    shown.at.text_input(key="choose_since").set_value(f"{TODAY.day}/{TODAY.month}/{TODAY.year + 543}").run()
    assert shown.at.query_params["since"] in (TODAY.isoformat(), [TODAY.isoformat()])
    assert shown.at.text_input(key="choose_since").value == short_date(TODAY)
    assert len(_told(shown)) == 4
    shown.at.text_input(key="choose_since").set_value("เมื่อวาน").run()
    assert shown.told("note") == [say("history.day_unread", words="เมื่อวาน")]
    assert shown.at.text_input(key="choose_since").value == "เมื่อวาน", "what was typed stays"
    assert "since" not in shown.at.query_params
    shown.at.text_input(key="choose_since").set_value("").run()
    assert shown.told("note") == []


def test_twenty_changes_stand_on_a_page_and_the_next_leads_on(changed: duckdb.DuckDBPyConnection) -> None:
    for number in range(21):
        save_result(changed, _id(changed, 2), 12, f"ครั้งที่ {number}")
    first = visit("history", deed="results", person="desk")
    assert len(_told(first)) == 20
    (after,) = [way for way in first.ways if way.address.get("page") == "2"]
    assert after.filters.items() >= {"deed": "results", "person": "desk"}.items()
    second = first.click(after)
    assert len(_told(second)) == 1
    assert len(_told(visit("history", page="99"))) == 20, "a page that is none is the first"


def test_one_click_and_a_reason_take_a_change_back(changed: duckdb.DuckDBPyConnection) -> None:
    number = last_change(changed) - 1
    (way,) = [way for way in visit("history").ways if way.address.get("undo") == str(number)]
    shown = visit("history", **way.address)
    assert WHY in shown.part("undo").text, "what it did is shown before it is taken back"
    shown = _undo(number)
    assert shown.problems == []
    assert shown.told("done") == [say("history.undo_saved")]
    assert (_id(changed, 3), 8) not in links_of(changed)
    assert "undo" not in shown.at.query_params
    assert _told(shown)[0].startswith("ย้อนการแก้ไข: จับคู่ “")
    assert say("history.reason", reason=MISTAKE) in shown.text
    assert _told(shown)[2].endswith(say("history.is_undone"))
    assert str(number) not in {way.address.get("undo") for way in shown.ways}
    again = _undo(number + 1 + 1, "ถูกแล้ว")
    assert again.problems == []
    assert (_id(changed, 3), 8) in links_of(changed)


def test_a_blank_reason_takes_nothing_back_and_the_form_stays(changed: duckdb.DuckDBPyConnection) -> None:
    number, before = last_change(changed), tables(changed)
    shown = _undo(number, " ")
    assert shown.told("problem") == [say("error.undo_reason_missing")]
    assert tables(changed) == before
    shown.at.text_area(key=f"undo_reason_{number}").set_value(MISTAKE).run()
    shown.at.button(key="undo_confirm").click().run()
    assert shown.problems == []


def test_a_change_that_was_built_on_meanwhile_is_refused_and_the_words_stay(changed: duckdb.DuckDBPyConnection) -> None:
    number = last_change(changed)
    shown = visit("history", undo=str(number))
    shown.at.text_area(key=f"undo_reason_{number}").set_value(MISTAKE).run()
    save_result(changed, _id(changed, 2), 12, "คนอื่นบันทึก", who=SOMCHAI)
    shown.at.button(key="undo_confirm").click().run()
    assert shown.traces == []
    assert shown.told("problem")[0].startswith("ข้อมูลเดียวกันถูกแก้ไขอีกครั้ง")
    assert "คนอื่นบันทึก" in shown.text


@pytest.mark.parametrize("number", ["0", "999", "x", "-1", "9" * 50, "<b>"])
def test_a_change_that_never_was_has_no_form(number: str, changed: duckdb.DuckDBPyConnection) -> None:
    assert changed
    shown = visit("history", undo=number)
    assert shown.traces == []
    assert [each for each in shown.at.button if each.key == "undo_confirm"] == []
    assert set(shown.told("problem")) <= {say("error.undo_unknown")}


def test_what_cannot_be_taken_back_says_why(changed: duckdb.DuckDBPyConnection) -> None:
    save_result(changed, _id(changed, 2), 12, "อีกครั้ง")
    set_round(changed, CODE, 12, "submitted")
    shown = visit("history")
    assert say("error.undo_of_file") in shown.text
    assert say("error.undo_of_round") in shown.text
    assert say("history.changed_since") in shown.text
    assert say("error.round_locked", months="12") in shown.text
    assert len([way for way in shown.ways if "undo" in way.address]) == 1, "the link alone"


@pytest.mark.usefixtures("changed")
@pytest.mark.parametrize(
    ("who", "count"),
    [
        (Person("viewer", "v@example.go.th"), 0),
        (Person("officer", "o@example.go.th", agency_code="other"), 0),
        (Person("officer", "o@example.go.th", agency_code=CODE), 2),
        (Person("officer", "u@example.go.th", agency_code=CODE, unit="กองอื่น"), 0),
    ],
)
def test_only_who_may_take_back_is_offered_it(who: Person, count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    for screen in ("history", "undoing"):
        monkeypatch.setattr(f"ita_analysis.ui.screens.{screen}.visitor", lambda: who)
    shown = visit("history")
    assert shown.problems == []
    assert len([way for way in shown.ways if "undo" in way.address]) == count
    assert "scope" not in shown.filters, "what is of no agency is for administrators"
    number = last_change(ready(paths.database()))
    form = visit("history", undo=str(number))
    assert len([each for each in form.at.button if each.key == "undo_confirm"]) == min(count, 1)


def test_what_is_of_no_agency_is_found_by_administrators(changed: duckdb.DuckDBPyConnection) -> None:
    set_rule(changed, 2563, typed_rule("80", "90", "97.50"), "สภาขอ", seen=DEFAULT, who=DESK)
    shown = visit("history", scope="all")
    assert shown.problems == []
    assert _told(shown) == ["ตั้งเกณฑ์จุดอ่อนของผลปี 2563"]
    assert ["เกณฑ์จุดอ่อนของผลปี 2563 เร่งด่วนเมื่อต่ำกว่า", say("history.none"), "80.00"] in shown.rows(
        say("history.column.before")
    )
    assert "ตั้งเกณฑ์จุดอ่อนของผลปี 2563" not in _told(visit("history"))


def test_the_year_on_a_day_and_after_a_change(changed: duckdb.DuckDBPyConnection) -> None:
    reword_measure(changed, _id(changed, 1), "ชื่อใหม่ของมาตรการ")
    ways = [way for way in visit("history").ways if "at" in way.address]
    now, before = (visit("history", **way.address) for way in ways[:2])
    assert now.problems == before.problems == []
    assert "ชื่อใหม่ของมาตรการ" in now.text
    assert "ชื่อใหม่ของมาตรการ" not in before.text
    assert "มาตรการตรวจสอบการใช้ดุลพินิจ" in before.text
    assert say_count("as_of.later", 0) in now.standfirst
    assert say_count("as_of.later", 1) in before.standfirst
    assert say("as_of.changed") in before.text
    assert say("as_of.changed") not in now.text
    assert Way("history", (("agency", CODE), ("year", "2564"))) in before.ways


@pytest.mark.usefixtures("changed")
def test_a_day_before_the_history_begins_says_since_when_there_is_one() -> None:
    shown = visit("history", at="2020-01-01")
    assert shown.problems == []
    assert shown.headline == say("as_of.too_early", when=say("as_of.day", date="1 มกราคม 2563"))
    assert long_date(TODAY) in shown.standfirst
    assert shown.rows(say("column.output")) == []


@pytest.mark.usefixtures("changed")
@pytest.mark.parametrize("at", NO_MOMENT)
def test_a_moment_that_is_none_shows_the_changes(at: str) -> None:
    shown = visit("history", at=at)
    assert shown.problems == []
    assert len(_told(shown)) == 4


@pytest.mark.usefixtures("changed")
def test_a_day_is_asked_for_below_the_changes() -> None:
    shown = visit("history")
    typed = long_date(TODAY + timedelta(1))
    shown.at.text_input(key="choose_at").set_value(typed).run()
    assert shown.headline == f"ณ {say('as_of.day', date=typed)} มีมาตรการ 3 เรื่อง"


@pytest.mark.usefixtures("changed")
def test_a_measure_leads_to_its_own_history() -> None:
    part = visit("measures", measure="3")
    (way,) = [way for way in part.ways if way.page == "history"]
    assert _told(part.click(way))[0].startswith("จับคู่ “")


@pytest.mark.usefixtures("changed")
def test_the_files_hold_what_was_found_with_before_and_after() -> None:
    shown = visit("history", deed="links")
    xlsx, *_ = handed_out(shown)
    told = tables_in(handed_out(visit("history", deed="links")))
    (row,) = told[say("export.history.changes")]
    assert row[say("history.column.what")] == _told(shown)[0]
    assert row[say("history.column.who")] == say("history.who.desk")
    fields = told[say("export.history.fields")]
    assert WHY in {each[say("history.column.after")] for each in fields}
    lines = [str(cell.value) for cell in openpyxl_page(xlsx.content)["A"]]
    group = say("history.group.links")
    assert say("export.filters", filters=say("export.filter", name=say("filter.deed"), value=group)) in lines


def test_a_database_without_changes_says_so(shipped_file: Path) -> None:
    opened = ready(shipped_file)
    with opened.cursor() as cursor:
        cursor.execute("delete from audit")  # as a database of an earlier program has it
    shown = visit("history")
    assert shown.problems == []
    assert shown.headline == say("history.headline.none")
    early = visit("history", at="2599-12-31")
    assert early.standfirst == say("as_of.no_history")


def test_the_reason_may_be_as_long_as_the_store_takes(changed: duckdb.DuckDBPyConnection) -> None:
    shown = _undo(last_change(changed), "ก" * LONGEST_REASON)
    assert shown.problems == []
