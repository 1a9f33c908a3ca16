"""The page on which results are entered: what each state of a round offers, and that nothing typed is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import duckdb
import pytest

from ita_analysis.entries import Entry, Signature
from ita_analysis.people import DESK, Person
from ita_analysis.store.ordering import end_measure
from ita_analysis.store.rounds import reopen
from ita_analysis.texts import say, say_count
from ita_analysis.thai.dates import long_date
from tests.store.entered import APPROVAL, ENTRY, LATER, ROUND, SIGNATURE, Entered, year_of
from tests.store.files import tables
from tests.store.invented import NEWS
from tests.ui.filled import fill, plain, press
from tests.ui.screen import Screen, visit
from tests.ui.signed import VIEWER, account, appoint, come, editors

FORM = {"round": str(ROUND), "measure": "1"}
OFFICER = Person("officer", "officer@trat.go.th", "อรุณ เจ้าหน้าที่ตัวอย่าง", "นิติกร")
NAMES = (ENTRY.owner, SIGNATURE.name, APPROVAL.name)


@pytest.fixture
def year(empty: duckdb.DuckDBPyConnection) -> Entered:
    """A year with a plan of two measures in the rounds of 6 and 12 months, and no result."""
    return year_of(empty)


def key_of(year: Entered, name: str, months: int = ROUND) -> str:
    return f"result_{year.water}_{months}_{name}"


def field(shown: Screen, year: Entered, name: str, months: int = ROUND) -> str:
    """Return what a field of the first measure's form says."""
    key = key_of(year, name, months)
    (found,) = [each for each in (*shown.at.text_area, *shown.at.text_input, *shown.at.radio) if each.key == key]
    return str(found.value)


def typed(shown: Screen, year: Entered, months: int = ROUND, /, **texts: str) -> Screen:
    """Type into fields of the first measure's form."""
    return fill(shown, {key_of(year, name, months): text for name, text in texts.items()})


def save(shown: Screen) -> Screen:
    return press(shown, "save_entry")


def cells(shown: Screen) -> dict[str, str]:
    """Return the fields of a result that can only be read."""
    table = shown.elements("table", "cards")[0]
    return {row.find("th")[0].text: row.find("td")[0].text for row in table.find("tr")}


@pytest.mark.usefixtures("empty")
@pytest.mark.parametrize("page", ["entry", "plan"])
def test_without_anything_stored_there_is_nothing_to_enter(page: str) -> None:
    shown = visit(page)
    assert shown.problems == []
    assert editors(shown) == []


def test_an_open_round_leads_to_each_form_whose_result_is_saved(year: Entered) -> None:
    shown = visit("entry")
    assert shown.headline == plain(say("entry.headline.missing", months=ROUND, count=2, total=2))
    assert "sign_round" not in editors(shown), "nothing is there to hand over"
    assert [row[2] for row in shown.rows(say("column.cited"))] == [say("missing")] * 2, "no result is not no step done"
    (way, *_) = [each for each in shown.ways if each.address.get("measure") == "1"]
    typed(shown.click(way), year, detail="เปิดรับคำร้อง", start="1 ต.ค. 2563", end="31 มี.ค. 2564", cited_1_title="ประกาศ")
    save(press(shown, "all_done"))
    assert shown.problems == []
    assert shown.told("done") == [say("entry.saved") + say_count("entry.left", 1, months=ROUND)]
    stored = year.entry()
    assert stored
    assert (stored.detail, stored.period, {*stored.steps.values()}) == ("เปิดรับคำร้อง", ENTRY.period, {"done"})
    assert [each.title for each in stored.evidence] == ["ประกาศ"]
    assert "drop_entry" not in editors(shown), "nothing is left as a draft"


def test_a_round_is_handed_over_and_approved_by_another(year: Entered) -> None:
    year.save(ENTRY)
    shown = visit("entry", round=str(ROUND))
    for deed, signed in (("submit", SIGNATURE), ("approve", APPROVAL)):
        assert shown.at.button(key="sign_round").label == say(f"round_state.{deed}")
        assert say("round_state.lacks.one", names=f"2 {NEWS}") in shown.told("note"), "who signs knows what is missing"
        boxes = {name: shown.at.text_input(key=f"sign_{name}") for name in ("name", "position", "on")}
        assert (boxes["name"].value, boxes["position"].value) == ("", ""), "who signed before does not sign again"
        for name, text in (("name", signed.name), ("position", signed.position), ("on", long_date(signed.on))):
            boxes[name].set_value(text)
        press(shown, "sign_round")
        assert shown.problems == []
    told = {"name": APPROVAL.name, "position": APPROVAL.position, "date": long_date(APPROVAL.on)}
    assert say("entry.round.approved", **told) in shown.standfirst


def test_of_a_whole_round_nothing_is_said_to_lack(year: Entered) -> None:
    year.save(ENTRY)
    year.save(replace(ENTRY, steps={}), year.news)
    shown = visit("entry", round=str(ROUND))
    assert shown.at.button(key="sign_round").label == say("round_state.submit")
    assert shown.told("note") == []


def test_what_a_submitted_round_lacks_is_asked_of_the_round(year: Entered) -> None:
    year.save(ENTRY)
    year.lock("submitted")
    rows = visit("entry", round=str(ROUND)).rows(say("column.open"))
    label, whole = say("filter.round_label", months=ROUND), say("queue.round", months=ROUND)
    asked = {(row[0][1:], row[2]) for row in rows if row[1] == label}
    assert asked == {(say("queue.kind.incomplete"), whole), (say("queue.kind.to_approve"), whole)}


@pytest.mark.parametrize(("state", "signed"), [("submitted", SIGNATURE), ("approved", APPROVAL)])
def test_a_locked_result_is_read_and_says_who_signed(state: str, signed: Signature, year: Entered) -> None:
    year.save(ENTRY)
    year.lock(state)
    shown = visit("entry", **FORM)
    assert editors(shown) == []
    assert shown.traces == []
    told = {"name": signed.name, "position": signed.position, "date": long_date(signed.on)}
    assert shown.told("note") == [say(f"entry.locked.{state}", months=ROUND) + say(f"entry.round.{state}", **told)]
    assert cells(shown)[say("field.output")] == ENTRY.output
    assert cells(shown)[say("field.owner")] == ENTRY.owner


def test_what_was_typed_before_a_round_was_locked_is_refused_and_not_lost(year: Entered) -> None:
    year.save(ENTRY)
    shown = typed(visit("entry", **FORM), year, detail="พิมพ์ค้าง")
    year.lock("submitted")
    before = tables(year.opened)
    save(shown)
    assert shown.told("problem") == [say("error.round_locked_submitted", months=ROUND)]
    assert tables(year.opened) == before
    reopen(year.opened, year.round(), "แก้คำผิด", who=DESK)
    shown.at.run()
    assert field(shown, year, "detail") == "พิมพ์ค้าง"


def test_a_round_is_opened_again_with_a_reason_which_is_told(year: Entered) -> None:
    year.save(ENTRY)
    year.lock()
    shown = press(visit("entry", round=str(ROUND)), "reopen_round")
    assert shown.told("problem") == [say("error.round_reason_missing")]
    shown.at.text_area(key="reopen_reason").set_value("แก้วันที่").run()
    press(shown, "reopen_round")
    assert shown.told("done") == [say("round_state.reopened")]
    assert say("entry.round.reopened", reason="แก้วันที่") in shown.standfirst
    assert field(visit("entry", **FORM), year, "detail") == ENTRY.detail


def test_a_measure_that_ended_says_since_when_and_why(year: Entered) -> None:
    year.save(ENTRY)
    end_measure(year.opened, year.water, date(2021, 2, 1), "รวมกับมาตรการอื่น", who=DESK)
    shown = visit("entry", **FORM)
    assert editors(shown) == []
    about = {"date": long_date(date(2021, 2, 1)), "reason": "รวมกับมาตรการอื่น"}
    assert shown.told("note") == [say("entry.locked.ended", **about)]
    assert cells(shown)[say("field.output")] == ENTRY.output


def test_who_has_no_right_sees_neither_a_control_nor_a_name(year: Entered) -> None:
    year.save(ENTRY)
    year.lock()
    appoint(year.opened, VIEWER)
    for shown in (visit("entry", view="public", **FORM), come("entry"), come("entry", account(VIEWER.email), **FORM)):
        assert shown.headline == say("frame.closed.title")
        assert editors(shown) == []
        assert [name for name in NAMES if name in shown.html] == []


def test_an_officer_of_another_unit_reads_and_is_told_whom_to_ask(year: Entered) -> None:
    year.save(ENTRY)
    officer = replace(OFFICER, agency_code=year.code, unit="สำนักปลัด")
    appoint(year.opened, officer)
    shown = come("entry", account(officer.email), **FORM)
    assert editors(shown) == []
    assert shown.told("note") == [say("entry.locked.right")]
    assert cells(shown)[say("field.output")] == ENTRY.output
    own = come("entry", account(officer.email), round=str(ROUND), measure="2")
    assert "save_entry" in editors(own)


def test_the_second_of_two_people_sees_both_texts_and_decides(year: Entered) -> None:
    first, second = visit("entry", **FORM), typed(visit("entry", **FORM), year, detail="ของคนที่สอง")
    save(typed(first, year, detail="ของคนแรก", note="หมายเหตุ"))
    save(second)
    assert second.told("problem") == [say("error.result_changed_meanwhile")]
    assert say("typed.newest", text="ของคนแรก") in second.text
    assert field(second, year, "detail") == "ของคนที่สอง"
    assert year.entry() == Entry("ของคนแรก", note="หมายเหตุ"), "nothing was overwritten"
    press(second, key_of(year, "use_typed"))
    assert (field(second, year, "detail"), field(second, year, "note")) == ("ของคนที่สอง", "หมายเหตุ")
    assert save(second).problems == []
    assert year.entry() == Entry("ของคนที่สอง", note="หมายเหตุ")
    press(typed(first, year, detail="อีกครั้ง"), key_of(year, "use_stored"))
    assert field(first, year, "detail") == "ของคนที่สอง"


def test_words_of_the_round_before_are_copied_where_nothing_is_said_yet_and_that_is_told(year: Entered) -> None:
    year.save(replace(ENTRY, evidence=()))
    shown = typed(visit("entry", round=str(LATER), measure="1"), year, LATER, note="ของรอบนี้")
    press(shown, "copy_before")
    assert shown.told("note") == [say("entry.like_before", months=ROUND)]
    assert field(shown, year, "note", LATER) == "ของรอบนี้", "what was typed stays"
    assert field(shown, year, "step_1", LATER) == "done"
    assert field(shown, year, "start", LATER) == "", "the days of a round are its own"
    assert save(shown).problems == []
    assert say("entry.is_like_before") in visit("entry", round=str(LATER)).text
    assert typed(shown, year, LATER, detail="เพิ่มอีกช่องทาง").told("note") == []


def test_what_was_typed_stays_after_a_refusal_and_is_found_by_its_address(year: Entered) -> None:
    before = tables(year.opened)
    shown = save(typed(visit("entry", **FORM), year, detail="ทำแล้ว", start="30 ก.พ. 2564"))
    assert say("typed.no_days", fields=say("field.start")) in shown.told("problem")
    typed(shown, year, start="", cited_1_url="https://example.go.th/1")
    assert say("error.evidence_untitled") in save(shown).told("problem")
    assert tables(year.opened) == before
    assert (field(shown, year, "detail"), field(shown, year, "cited_1_url")) == ("ทำแล้ว", "https://example.go.th/1")
    other = visit("entry", draft=str(shown.at.query_params["draft"]), **FORM)
    assert field(other, year, "detail") == "ทำแล้ว"
    assert say("typed.draft") in other.text


def test_a_draft_lies_over_what_is_stored_until_it_is_dropped(year: Entered) -> None:
    year.save(replace(ENTRY, evidence=()))
    shown = typed(visit("entry", **FORM), year, detail="ร่าง")
    assert (field(shown, year, "detail"), field(shown, year, "output")) == ("ร่าง", ENTRY.output)
    assert field(visit("entry", **FORM), year, "detail") == ENTRY.detail, "another visitor does not see it"
    assert field(press(shown, "drop_entry"), year, "detail") == ENTRY.detail
