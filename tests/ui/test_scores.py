"""Typing a result: what the form answers, what it stores, what it never loses and never overwrites."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from ita_analysis.framework import load
from ita_analysis.intake.form import Name, as_sheet, read_form
from ita_analysis.people import DESK
from ita_analysis.records import Agency
from ita_analysis.store.building import ready
from ita_analysis.store.forms import stated_now, store_form
from ita_analysis.store.results import store_sheet
from ita_analysis.texts import say, say_some
from tests.store.files import rows
from tests.ui.screen import Screen, visit

CODE, PLAN = "khao-saming", "2568"
NAME = "องค์การบริหารส่วนตำบลเขาสมิง"


def key(no: int | str, level: str = "indicator", code: str = CODE) -> str:
    return f"score_{code}_2567_{level}_{no}"


def typed(shown: Screen, texts: dict[int, str], code: str = CODE) -> Screen:
    for no, text in texts.items():
        shown.at.text_input(key=key(no, code=code)).set_value(text).run()
    return shown


def opened_form(**address: str) -> Screen:
    return visit("scores", **{"agency": CODE, "year": PLAN, **address})


def save(shown: Screen) -> Screen:
    shown.at.button(key="save_scores").click().run()
    return shown


def by_another(opened: duckdb.DuckDBPyConnection, no: int, text: str) -> None:
    """Another person stores a score of the same result."""
    texts: dict[Name, str] = {("indicator", str(no)): text}
    kept = stated_now(opened.cursor(), CODE, 2567)
    store_form(opened, Agency(NAME, "เขาสมิง", "ตราด"), read_form(texts, kept, load(2567)), CODE, who=DESK)


@pytest.mark.usefixtures("shipped_file")
def test_the_ten_indicators_stand_in_order_under_their_instruments() -> None:
    shown = opened_form()
    assert [box.label.split()[0] for box in shown.at.text_input] == [str(no) for no in range(1, 11)]
    assert [each.text for each in shown.elements("h2")] == ["IIT", "EIT", "OIT"]
    assert shown.headline == say("scores.headline.empty")
    assert shown.facts == [say("missing")] * 4


@pytest.mark.usefixtures("shipped_file")
def test_total_and_instruments_answer_each_thing_that_is_typed() -> None:
    shown = typed(opened_form(), dict.fromkeys(range(1, 10), "๖๙,๕"))
    assert shown.headline == say_some("scores.headline.missing", 1).replace("⟦", "").replace("⟧", "")
    assert shown.facts == [say("missing"), "69.50", "69.50", say("missing")]
    typed(shown, {10: "69.50%"})
    assert shown.headline == "คะแนนรวม 69.50 ระดับต้องปรับปรุงโดยด่วน"
    assert shown.facts == ["69.50"] * 4
    typed(shown, {10: ""})
    assert shown.facts[0] == say("missing")


def test_a_bad_value_is_told_at_its_field_and_nothing_is_stored(shipped_file: Path) -> None:
    shown = typed(opened_form(), {1: "80", 2: "801"})
    (said,) = shown.problems
    assert "801" in said
    save(shown)
    assert len(shown.problems) == 2
    assert rows(ready(shipped_file), "select count(*) from score_source") == [(0,)]
    assert shown.at.text_input(key=key(2)).value == "801"
    assert shown.at.text_input(key=key(1)).value == "80"


def test_saving_stores_the_form_and_leads_on(shipped_file: Path) -> None:
    shown = save(typed(opened_form(), dict.fromkeys(range(1, 11), "80")))
    assert shown.problems == []
    (done,) = shown.told("done")
    assert say("scores.saved", count=10) in done
    ways = [(way.page, way.address) for way in shown.ways if way.page]
    assert ways == [(page, {"agency": CODE, "year": PLAN}) for page in ("weaknesses", "executive")]
    opened = ready(shipped_file)
    assert rows(opened, "select kind, file_name from score_source") == [("hand", say("scores.file_name"))]
    assert rows(opened, "select score from score where agency_code = $1 and level = 'total'", CODE) == [(80.0,)]
    assert "80" in visit("weaknesses", agency=CODE, year=PLAN).text
    assert "draft" not in shown.at.query_params


def test_stored_scores_fill_the_form_and_say_where_they_come_from(shipped_file: Path) -> None:
    by_another(ready(shipped_file), 7, "66.125")
    shown = opened_form()
    assert shown.at.text_input(key=key(7)).value == "66.125"
    assert say("scores.from.hand", date="|", count=1).split("|")[0] in shown.text
    shown = save(typed(shown, {8: "70"}))
    assert rows(ready(shipped_file), "select count(*) from score_replaced") == [(0,)]
    assert shown.at.text_input(key=key(7)).value == "66.125"


def test_what_takes_the_place_of_a_stored_score_is_counted(shipped_file: Path) -> None:
    by_another(ready(shipped_file), 7, "66.10")
    shown = save(typed(opened_form(), {7: "70", 8: "71"}))
    (done,) = shown.told("done")
    assert say("scores.replaced.one") in done
    assert rows(ready(shipped_file), "select code, score from score_replaced") == [("7", 66.1)]


def test_a_blank_field_keeps_what_is_stored_and_says_so(shipped_file: Path) -> None:
    by_another(ready(shipped_file), 7, "66.10")
    shown = typed(opened_form(), {7: ""})
    assert say("scores.stored_blank", score="66.10") in shown.text
    save(shown)
    assert len(shown.problems) == 1
    assert stated_now(ready(shipped_file).cursor(), CODE, 2567)


def test_items_on_demand_compute_their_indicator(shipped_file: Path) -> None:
    shown = opened_form()
    shown.at.session_state["items_6"] = True
    shown.at.run()
    for code in ("e1", "e2", "e3"):
        shown.at.text_input(key=key(code, "item")).set_value("90").run()
    assert "90.00" in shown.text
    assert key(6) not in [box.key for box in shown.at.text_input]
    save(shown)
    found = rows(
        ready(shipped_file), "select level, code, source from score where agency_code = $1 order by 1, 2", CODE
    )
    assert found == [("indicator", "6", "computed"), *[("item", code, "hand") for code in ("e1", "e2", "e3")]]


@pytest.mark.usefixtures("shipped_file")
def test_what_was_typed_survives_another_page_and_a_new_visit_to_the_same_address() -> None:
    shown = typed(opened_form(), {1: "81.50", 2: "x"})
    address = dict(shown.at.query_params)
    shown.follow("rounds")
    shown.follow("scores")
    shown.at.query_params = {"agency": CODE, "year": PLAN}
    shown.at.run()
    assert [shown.at.text_input(key=key(no)).value for no in (1, 2)] == ["81.50", "x"]
    again = visit(
        "scores", **{name: str(value[0] if isinstance(value, list) else value) for name, value in address.items()}
    )
    assert [again.at.text_input(key=key(no)).value for no in (1, 2)] == ["81.50", "x"]
    assert opened_form().at.text_input(key=key(1)).value == "", "another visitor sees nothing of it"


def test_what_was_changed_meanwhile_is_said_and_not_overwritten(shipped_file: Path) -> None:
    shown = typed(opened_form(), {7: "70"})
    by_another(ready(shipped_file), 7, "66.10")
    save(shown)
    (said,) = shown.problems
    assert "ถูกแก้ไขหลังจาก" in said
    assert say("typed.newest", text="66.10") in shown.text
    assert shown.at.text_input(key=key(7)).value == "70"
    assert stated_now(ready(shipped_file).cursor(), CODE, 2567) == {("indicator", "7"): Decimal("66.1")}
    shown.at.button(key=f"score_{CODE}_2567_use_typed").click().run()
    save(shown)
    assert shown.problems == []
    assert rows(ready(shipped_file), "select score from score where code = '7' and agency_code = $1", CODE) == [(70.0,)]
    assert rows(ready(shipped_file), "select score from score_replaced") == [(66.1,)]


def test_two_windows_that_type_into_one_draft_save_what_each_of_them_shows(shipped_file: Path) -> None:
    first = typed(opened_form(), {1: "80"})
    second = typed(opened_form(draft=str(first.at.query_params["draft"])), {2: "70", 3: "60"})
    first.at.text_input(key=key(2)).set_value("75")
    save(first)  # it has not shown yet what the second one typed
    stored = {("indicator", "1"): Decimal(80), ("indicator", "2"): Decimal(75)}
    assert stated_now(ready(shipped_file).cursor(), CODE, 2567) == stored
    assert first.told("note") == [say("typed.left")]
    typed(second, {4: "50"})
    assert [second.at.text_input(key=key(no)).value for no in (1, 2, 3, 4)] == ["80.00", "75.00", "60", "50"]
    assert say("typed.aside", text="70") in second.text
    save(second)
    stored |= {("indicator", "3"): Decimal(60), ("indicator", "4"): Decimal(50)}
    assert stated_now(ready(shipped_file).cursor(), CODE, 2567) == stored


def test_dropping_what_was_typed_shows_what_is_stored(shipped_file: Path) -> None:
    by_another(ready(shipped_file), 7, "66.10")
    shown = typed(opened_form(), {7: "70", 8: "y"})
    shown.at.button(key="drop_scores").click().run()
    assert [shown.at.text_input(key=key(no)).value for no in (7, 8)] == ["66.10", ""]
    assert shown.problems == []


def test_a_new_agency_is_named_and_stored_and_then_chosen(empty_file: Path) -> None:
    shown = visit("scores", agency="new", year=PLAN)
    typed(shown, {1: "80"}, code="new")
    save(shown)
    assert shown.problems == [say("error.form_nameless")]
    shown.at.text_input(key="score_new_2567_name").set_value(" เทศบาลตำบล  ใหม่ ").run()
    shown.at.text_input(key="score_new_2567_province").set_value("แพร่").run()
    save(shown)
    assert shown.problems == []
    ((code, name, province),) = rows(ready(empty_file), "select agency_code, name_th, province_th from agency")
    assert (name, province) == ("เทศบาลตำบล ใหม่", "แพร่")
    assert shown.at.selectbox(key="choose_agency").value == code
    assert shown.at.text_input(key=key(1, code=str(code))).value == "80.00"


def test_what_is_typed_and_saved_with_one_click_is_stored_as_it_was_typed(shipped_file: Path) -> None:
    shown = typed(opened_form(), {1: "801"})
    shown.at.text_input(key=key(1)).set_value("80.10")
    shown.at.text_input(key=key(2)).set_value("70")
    save(shown)
    assert shown.problems == []
    found = rows(ready(shipped_file), "select code, score from score where agency_code = $1 order by 1", CODE)
    assert found == [("1", 80.1), ("2", 70.0)]


@pytest.mark.usefixtures("shipped_file")
def test_hostile_words_are_shown_as_words() -> None:
    shown = typed(opened_form(), {1: "<script>alert(1)</script>"})
    assert "<script>alert(1)</script>" in shown.problems[0]
    assert shown.elements("script") == []


def test_of_many_agencies_those_that_hold_the_words_are_offered(empty_file: Path) -> None:
    opened = ready(empty_file)
    ten: dict[Name, str] = {("indicator", "1"): "80"}
    for no in range(60):
        who = Agency(f"เทศบาลตำบลที่ {no:02}", None, "แพร่" if no % 2 else "น่าน")
        store_form(opened, who, read_form(ten, {}, load(2567)), None, who=DESK)
    shown = visit("scores", year=PLAN)
    assert shown.problems == []
    shown.at.text_input(key="search_agency").set_value("ที่ 07").run()
    (only, new) = shown.at.selectbox(key="choose_agency").options
    assert (only, new) == ("เทศบาลตำบลที่ 07 จังหวัดแพร่", say("scores.new_agency"))
    shown.at.text_input(key="search_agency").set_value("น่าน").run()
    assert len(shown.at.selectbox(key="choose_agency").options) == 31
    shown.at.text_input(key="search_agency").set_value("ไม่มีที่ไหน").run()
    assert shown.problems == []
    assert "agency" not in shown.filters, "nobody is found: a new agency is named"
    ((last,),) = rows(opened, "select agency_code from agency where name_th like '%59'")
    assert visit("scores", agency=str(last), year=PLAN).at.selectbox(key="choose_agency").value == last


def test_a_synthetic_agency_is_not_typed_for(shipped_file: Path) -> None:
    opened = ready(shipped_file)
    sheet = as_sheet(Agency("เทศบาลตำบลสาธิต"), read_form({("indicator", "1"): "80"}, {}, load(2567)))
    (code,) = store_sheet(opened, sheet, "demo", who=DESK).agency_codes
    shown = visit("scores", agency=code, year=PLAN)
    assert shown.problems == []
    assert shown.at.selectbox(key="choose_agency").value == CODE
    assert "เทศบาลตำบลสาธิต" not in shown.text
