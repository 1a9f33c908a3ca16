"""The page on which a plan is made: what each state of a year offers, and that nothing typed is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import duckdb
import pytest

from ita_analysis.people import DESK, Person
from ita_analysis.store.plans import add_measure, save_plan
from ita_analysis.store.rounds import set_rounds
from ita_analysis.texts import say, say_count
from ita_analysis.thai.dates import long_date, short_date
from tests.store.entered import ENTRY, PLAN, YEAR, Entered, year_of
from tests.store.files import rows, tables
from tests.store.invented import NEWS, WATER, measure, report, store
from tests.ui.filled import fill, plain, press
from tests.ui.screen import Screen, visit
from tests.ui.signed import VIEWER, account, appoint, come, editors

OFFICER = Person("officer", "officer@trat.go.th", "อรุณ เจ้าหน้าที่ตัวอย่าง", "นิติกร", unit="สำนักปลัด")


@pytest.fixture
def year(empty: duckdb.DuckDBPyConnection) -> Entered:
    """A year with a plan of two measures, which answer its weak indicators, in the rounds of 6 and 12 months."""
    return year_of(empty)


def key_of(year: Entered, name: str, *, is_new: bool = False) -> str:
    return f"plan_{year.code}_{YEAR}_{name}" if is_new else f"plan_{year.water}_{name}"


def field(shown: Screen, year: Entered, name: str) -> str:
    """Return what a field of the first measure's form says."""
    key = key_of(year, name)
    (found,) = [each for each in (*shown.at.text_area, *shown.at.text_input) if each.key == key]
    return str(found.value)


def typed(shown: Screen, year: Entered, *, is_new: bool = False, **texts: str) -> Screen:
    """Type into fields of the form."""
    return fill(shown, {key_of(year, name, is_new=is_new): text for name, text in texts.items()})


def save(shown: Screen) -> Screen:
    return press(shown, "save_plan")


def cells(shown: Screen) -> dict[str, str]:
    """Return the fields of a plan that can only be read."""
    (table,) = shown.elements("table", "cards")
    return {row.find("th")[0].text: row.find("td")[0].text for row in table.find("tr")}


def test_without_rounds_a_plan_is_made_and_says_where_rounds_are_set(empty: duckdb.DuckDBPyConnection) -> None:
    """Rounds that the year does not have are not offered, because they would be refused."""
    code = store(empty, report(weak=(), months=None, measures=[measure(rounds=())])).agency_code
    assert visit("plan").standfirst == say("plan.weak_unknown"), "what is not known to be weak is not covered"
    shown = visit("plan", measure="1")
    assert say("plan.no_rounds") in shown.text
    assert not [key for key in editors(shown) if key.endswith("_rounds")]
    set_rounds(empty, code, YEAR, {6: None}, who=DESK)
    shown.at.run()
    (rounds,) = [each for each in shown.at.multiselect if str(each.key).endswith("_rounds")]
    assert rounds.options == [say("filter.round_label", months=6)]


def test_a_year_without_a_measure_gets_its_first(empty: duckdb.DuckDBPyConnection) -> None:
    code = store(empty, report(weak=(8,))).agency_code
    shown = visit("plan")
    assert shown.headline == plain(say("plan.headline.none", year=YEAR))
    (way,) = [each for each in shown.ways if each.address.get("indicator") == "8"]
    shown.click(way)
    year = Entered(empty, code, 1, 0)
    typed(shown, year, is_new=True, title=NEWS, responsible="สำนักปลัด", steps="เขียนข่าว\nเผยแพร่")
    assert save(shown).told("problem") == [say("error.link_reason_missing")]
    typed(shown, year, is_new=True, why="ตอบตรง")
    save(shown)
    assert shown.problems == []
    assert shown.told("done") == [say("plan.added", title=NEWS)]
    assert shown.headline == say("plan.headline.one", year=YEAR)
    assert shown.standfirst == say("plan.covered")
    assert rows(empty, "select title, responsible from measure") == [(NEWS, "สำนักปลัด")]
    assert rows(empty, "select indicator_no, reason from measure_indicator") == [(8, "ตอบตรง")]


def test_a_measure_of_an_open_year_is_changed(year: Entered) -> None:
    shown = visit("plan")
    assert shown.headline == say_count("plan.headline", 2, year=YEAR)
    (way,) = [each for each in shown.ways if each.address.get("measure") == "1"]
    shown.click(way)
    shown.at.multiselect(key=key_of(year, "rounds")).set_value(["12"]).run()
    typed(shown, year, steps="จัดทำแบบคำร้อง\nสรุปผลรายเดือน\nแจ้งผล", budget="ไม่ใช้")
    save(shown)
    assert shown.problems == []
    assert shown.told("done") == [say("plan.saved", title=WATER)]
    stored = year.plan()
    assert (len(stored.steps), stored.budget, stored.rounds_months) == (3, "ไม่ใช้", (12,))
    assert "drop_plan" not in editors(shown), "nothing is left as a draft"


def test_what_a_locked_round_shows_of_a_plan_stays(year: Entered) -> None:
    year.save(ENTRY)
    year.lock()
    before = tables(year.opened)
    shown = save(typed(visit("plan", measure="1"), year, steps="อย่างอื่น"))
    assert shown.told("problem") == [say("error.steps_locked", months=6)]
    assert tables(year.opened) == before
    assert field(shown, year, "steps") == "อย่างอื่น", "what was typed stays"
    typed(shown, year, steps="\n".join(year.plan().steps), budget="ไม่ใช้")
    assert save(shown).problems == [], "what the round does not show may change"


def test_a_measure_ends_with_a_reason_and_goes_on(year: Entered) -> None:
    shown = press(visit("plan", measure="1"), "end_measure")
    assert shown.told("problem") == [say("error.end_reason_missing")]
    shown.at.text_area(key=f"end_reason_{year.water}").set_value("รวมกับมาตรการอื่น")
    shown.at.text_input(key=f"end_on_{year.water}").set_value("1 ก.พ. 2564")
    press(shown, "end_measure")
    about = {"date": long_date(date(2021, 2, 1)), "reason": "รวมกับมาตรการอื่น"}
    assert shown.told("note") == [say("entry.locked.ended", **about)]
    assert say("plan.ended", date=short_date(date(2021, 2, 1))) in visit("plan").text
    press(shown, "resume_measure")
    assert shown.problems == []
    assert "end_measure" in editors(shown)
    assert rows(year.opened, "select count(*) from measure where ended_on is not null") == [(0,)]


def test_the_end_of_one_measure_is_not_typed_into_another(year: Entered) -> None:
    shown = visit("plan", measure="1")
    shown.at.text_area(key=f"end_reason_{year.water}").set_value("รวมกับมาตรการอื่น").run()
    shown.at.query_params = {"measure": "2"}
    shown.at.run()
    assert shown.at.text_area(key=f"end_reason_{year.news}").value == ""


def test_who_has_no_right_sees_neither_a_control_nor_the_plan(year: Entered) -> None:
    appoint(year.opened, VIEWER)
    told = {"measure": "1"}
    for shown in (visit("plan", view="public", **told), come("plan"), come("plan", account(VIEWER.email), **told)):
        assert shown.headline == say("frame.closed.title")
        assert editors(shown) == []
        assert WATER not in shown.html


def test_an_officer_of_another_unit_reads_and_is_told_whom_to_ask(year: Entered) -> None:
    officer = replace(OFFICER, agency_code=year.code)
    appoint(year.opened, officer)
    shown = come("plan", account(officer.email), measure="1")
    assert editors(shown) == []
    assert shown.told("note") == [say("plan.locked")]
    assert cells(shown)[say("plan_sheet.column.title")] == WATER
    assert cells(shown)[say("plan_sheet.column.budget")] == say("missing")
    own = come("plan", account(officer.email), measure="2")
    assert "save_plan" in editors(own)
    added = come("plan", account(officer.email), measure="new")
    save(typed(added, year, is_new=True, title="ของกองอื่น", responsible="กองการประปา"))
    assert added.told("problem") == [say("error.right_plan")]
    assert rows(year.opened, "select count(*) from measure") == [(2,)]


def test_a_new_measure_is_reported_in_the_rounds_that_are_open_until_somebody_says_otherwise(year: Entered) -> None:
    year.save(ENTRY)
    year.lock("submitted")
    save(typed(visit("plan", measure="new"), year, is_new=True, title="มาตรการใหม่"))
    ((number,),) = rows(year.opened, "select measure_id from measure where title = 'มาตรการใหม่'")
    assert year.plan(int(str(number))).rounds_months == (12,)


def test_what_was_typed_before_the_measure_went_to_another_unit_is_shown_until_it_is_dropped(year: Entered) -> None:
    officer = replace(OFFICER, agency_code=year.code, unit="กองการประปา")
    appoint(year.opened, officer)
    shown = typed(come("plan", account(officer.email), measure="1"), year, budget="พิมพ์ค้าง", title="")
    save_plan(year.opened, year.water, replace(year.plan(), responsible="กองช่าง"), seen=year.plan(), who=DESK)
    save(shown)
    shown.at.run()
    assert shown.told("note") == [say("plan.locked")]
    said, plan = ({row.find("th")[0].text: row.find("td")[0].text for row in table.find("tr")}
                  for table in shown.elements("table", "cards"))  # fmt: skip
    assert said == {say("plan.field.budget"): "พิมพ์ค้าง", say("plan.field.title"): say("typed.blank")}
    assert plan[say("plan_sheet.column.title")] == WATER
    press(shown, "drop_kept")
    assert "พิมพ์ค้าง" not in shown.text


def test_the_second_of_two_people_sees_both_texts_and_decides(year: Entered) -> None:
    first, second = (visit("plan", measure="1") for _ in range(2))
    typed(second, year, budget="ของคนที่สอง")
    second.at.multiselect(key=key_of(year, "rounds")).set_value(["6"]).run()
    first.at.multiselect(key=key_of(year, "rounds")).set_value(["12"]).run()
    save(typed(first, year, budget="ของคนแรก", timeframe="ตลอดปี"))
    save(second)
    assert second.told("problem") == [say("error.plan_changed_meanwhile")]
    assert say("typed.newest", text="ของคนแรก") in second.text
    assert say("typed.newest", text=say("filter.round_label", months=12)) in second.text, "in words, not in codes"
    assert (year.plan().budget, field(second, year, "budget")) == ("ของคนแรก", "ของคนที่สอง")
    press(second, key_of(year, "use_typed"))
    assert field(second, year, "timeframe") == "ตลอดปี", "what only the first one touched is taken over"
    assert save(second).problems == []
    stored = year.plan()
    assert (stored.budget, stored.timeframe, stored.rounds_months) == ("ของคนที่สอง", "ตลอดปี", (6,))


def test_an_order_that_another_person_changed_meanwhile_stays(year: Entered) -> None:
    shown = visit("plan")
    shown.at.selectbox(key="measure_to_move").set_value(year.news).run()
    add_measure(year.opened, year.code, YEAR, PLAN, indicators={}, who=DESK)
    assert press(shown, "move_up").told("problem") == [say("error.measures_changed_meanwhile")]
    assert press(shown, "move_up").problems == [], "seen, it may be changed"
    assert rows(year.opened, "select title from measure order by measure_no limit 2") == [(NEWS,), (WATER,)]


def test_what_was_typed_stays_after_a_refusal_and_is_found_by_its_address(year: Entered) -> None:
    shown = save(typed(visit("plan", measure="1"), year, title=NEWS, follow_up="ทุกเดือน"))
    assert shown.told("problem") == [say("error.measure_title_known", title=NEWS)]
    assert year.plan().title == WATER
    other = visit("plan", measure="1", draft=str(shown.at.query_params["draft"]))
    assert (field(other, year, "title"), field(other, year, "follow_up")) == (NEWS, "ทุกเดือน")
    assert say("typed.draft") in other.text
    typed(other, year, title="")
    assert save(other).told("problem") == [say("error.measure_title_missing")]


def test_a_draft_lies_over_what_is_stored_until_it_is_dropped(year: Entered) -> None:
    shown = typed(visit("plan", measure="1"), year, budget="ร่าง")
    save_plan(year.opened, year.news, replace(year.plan(year.news), budget="อื่น"), seen=year.plan(year.news), who=DESK)
    shown.at.run()
    assert (field(shown, year, "budget"), field(shown, year, "title")) == ("ร่าง", WATER)
    assert shown.problems == [], "another measure's plan is no conflict"
    assert field(visit("plan", measure="1"), year, "budget") == "", "another visitor does not see it"
    assert field(press(shown, "drop_plan"), year, "budget") == ""
