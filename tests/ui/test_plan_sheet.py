"""The plan as a sheet on its page: taken away, brought back, looked at, asked about, and stored by one click."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from ita_analysis.entries import Plan
from ita_analysis.people import DESK, PUBLIC
from ita_analysis.store.backup import look
from ita_analysis.store.building import ready
from ita_analysis.store.keeping import kept
from ita_analysis.store.plan_sheets import plans_of_year
from ita_analysis.store.plans import save_plan
from ita_analysis.store.rounds import set_rounds
from ita_analysis.texts import say
from ita_analysis.ui.screens import plan_sheet, plan_sheet_changes
from tests.intake.plan_sheet.filled import Cells, filled
from tests.store.files import rows, tables
from tests.ui.handed_out import pressed
from tests.ui.screen import SECONDS, Screen, visit
from tests.ui.states import TAGS

HERE = ("khao-saming", 2564)
NEW: Cells = {(4, "title"): "มาตรการปรับปรุงบริการ", (4, "steps"): "สำรวจ\nปรับปรุง", (4, "rounds_months"): "๖ และ 12"}
ANSWERS: Cells = {(4, "indicators"): "8", (4, "why"): "ตอบจุดอ่อนเรื่องการปรับปรุงการทำงาน"}


def opened(**address: str) -> Screen:
    """Return the page of the plan with the row of the sheet opened."""
    shown = visit("plan", **address)
    shown.at.session_state["plan_sheet"] = True
    shown.at.run(timeout=SECONDS)
    return shown


def handed_out(shown: Screen) -> tuple[str, bytes]:
    """Return the name and content of the sheet that the page hands out."""
    with pressed() as made:
        shown.at.run(timeout=SECONDS)
        (button,) = shown.at.get("download_button")
        name, make = made[button.proto.deferred_file_id]
        return name, make()


def upload(shown: Screen, content: bytes, name: str = "แผน.xlsx", count: int = 0) -> Screen:
    shown.at.file_uploader(key=f"plan_file_{count}").set_value((name, content, "")).run(timeout=SECONDS)
    return shown


def brought(cells: Cells) -> Screen:
    """Return the page after a sheet came back in which cells were filled."""
    shown = opened()
    return upload(shown, filled(handed_out(shown)[1], cells))


def click_store(shown: Screen) -> Screen:
    shown.at.button(key="store_plan_sheet").click().run(timeout=SECONDS)
    return shown


def stored(file: Path) -> Mapping[int, Plan]:
    with ready(file).cursor() as cursor:
        return plans_of_year(cursor, *HERE)


def buttons(shown: Screen) -> dict[str, bool]:
    return {str(button.key): button.disabled for button in shown.at.button}


def test_the_row_is_closed_at_first_and_costs_nothing(shipped_file: Path) -> None:
    shown = visit("plan")
    assert not shown.at.get("download_button")
    assert not shown.at.get("file_uploader")
    assert ready(shipped_file)


def test_the_plan_is_handed_out_under_a_thai_name(shipped_file: Path) -> None:
    name, content = handed_out(opened())
    assert name == "แผนมาตรการ_อบต.เขาสมิง_2564.xlsx"
    assert content.startswith(b"PK")
    assert shipped_file.exists()


def test_what_comes_back_untouched_changes_nothing(shipped_file: Path) -> None:
    before = tables(ready(shipped_file))
    shown = brought({})
    assert shown.problems == []
    assert shown.facts == ["0 มาตรการ", "0 มาตรการ", "3 มาตรการ", "0 มาตรการ"]
    assert shown.told("note") == [say("plan_sheet.nothing")]
    assert "store_plan_sheet" not in buttons(shown)
    assert tables(ready(shipped_file)) == before


def test_a_sheet_is_looked_at_field_by_field_before_it_is_stored(shipped_file: Path) -> None:
    before = tables(ready(shipped_file))
    shown = brought({**NEW, **ANSWERS, (1, "budget"): "50,000 บาท", (3, "no"): 1})
    assert shown.problems == []
    assert shown.facts == ["1 มาตรการ", "2 มาตรการ", "1 มาตรการ", "0 มาตรการ"]
    part = shown.part("plan-changes")
    assert [each.text for each in part.find("h3")] == [
        "มาตรการตรวจสอบการใช้ดุลพินิจ แถว 4",
        "ประกาศเจตจำนงการบริหารงานด้วยความซื่อสัตย์สุจริตอย่างมีคุณธรรมและโปร่งใส แถว 6",
        "มาตรการปรับปรุงบริการ แถว 7 ○มาตรการใหม่",
    ]
    cells = [row.cells for table in part.find("table") for body in table.find("tbody") for row in body.find("tr")]
    assert cells[:2] == [["งบประมาณ", "(ว่าง)", "50,000 บาท"], ["ลำดับ", "3", "1"]]
    assert ["ตอบตัวชี้วัด", "8"] in cells
    assert tables(ready(shipped_file)) == before, "looking is not storing"


def test_a_confirmed_sheet_is_stored_after_a_backup_and_makes_room_for_the_next(shipped_file: Path) -> None:
    plans = list(stored(shipped_file).values())
    shown = click_store(brought({**NEW, **ANSWERS, (1, "budget"): "50,000 บาท", (3, "no"): 1}))
    assert shown.problems == []
    (said,) = shown.told("done")
    for words in ("เพิ่ม 1 มาตรการ", "แก้ 1 มาตรการ", say("plan_sheet.reordered"), say("plan_sheet.again")):
        assert words in said
    new = Plan("มาตรการปรับปรุงบริการ", steps=("สำรวจ", "ปรับปรุง"), rounds_months=(6, 12))
    assert list(stored(shipped_file).values()) == [plans[2], replace(plans[0], budget="50,000 บาท"), plans[1], new]
    assert "แผนปี 2564 มี 4 มาตรการ" in shown.headline
    assert [look(made).tables["measure"].rows for made in kept(shipped_file)] == [3], "the state before is kept"
    assert rows(ready(shipped_file), "select deed from audit order by audit_id desc limit 1") == [("plan_imported",)]
    again = upload(shown, handed_out(shown)[1], count=1)
    assert again.facts[2] == "4 มาตรการ"


def test_a_grave_finding_forbids_storing_and_says_where(shipped_file: Path) -> None:
    before = tables(ready(shipped_file))
    shown = brought({**NEW, (4, "rounds_months"): "7", (1, "budget"): "ก"})
    assert shown.told("problem") == [say("plan_sheet.grave")]
    assert "store_plan_sheet" not in buttons(shown)
    (finding,) = shown.rows(say("column.finding"))
    assert "แถว 7 คอลัมน์ G" in finding[1]
    assert finding[2] == "7"
    assert tables(ready(shipped_file)) == before


def changed_meanwhile(file: Path, cells: Cells, **about: str) -> Screen:
    """Return the page after others changed the first measure and then a sheet came back that was older."""
    shown = opened()
    _, content = handed_out(shown)
    number, plan = next(iter(stored(file).items()))
    save_plan(ready(file), number, replace(plan, **about), seen=plan, who=DESK)
    return upload(shown, filled(content, cells))


def test_what_others_changed_and_the_sheet_did_not_stays_and_is_said(shipped_file: Path) -> None:
    shown = changed_meanwhile(shipped_file, {(1, "budget"): "ก"}, timeframe="ทั้งปี")
    assert shown.told("note") == [say("plan_sheet.kept", rows="แถว 4 ระยะเวลา")]
    click_store(shown)
    (first, *_) = stored(shipped_file).values()
    assert (first.budget, first.timeframe) == ("ก", "ทั้งปี")


@pytest.mark.parametrize(("use", "budget"), [("file", "ของฉัน"), ("stored", "ของเขา")])
def test_what_both_changed_has_to_be_chosen_first(use: str, budget: str, shipped_file: Path) -> None:
    shown = changed_meanwhile(shipped_file, {**NEW, (1, "budget"): "ของฉัน"}, budget="ของเขา")
    assert buttons(shown)["store_plan_sheet"], "nothing is stored before somebody has chosen"
    assert [words for words in shown.told("note") if "มาตรการตรวจสอบการใช้ดุลพินิจ" in words]
    (choice,) = shown.at.radio
    choice.set_value(use).run(timeout=SECONDS)
    assert shown.told("note") == []
    click_store(shown)
    assert shown.problems == []
    plans = list(stored(shipped_file).values())
    assert (plans[0].budget, len(plans)) == (budget, 4)


def test_what_others_store_between_looking_and_clicking_is_compared_anew(shipped_file: Path) -> None:
    shown = brought({(1, "budget"): "ของฉัน"})
    number, plan = next(iter(stored(shipped_file).items()))
    save_plan(ready(shipped_file), number, replace(plan, budget="ของเขา"), seen=plan, who=DESK)
    click_store(shown)
    (said,) = shown.told("problem")
    assert "มาตรการตรวจสอบการใช้ดุลพินิจ" in said
    assert buttons(shown)["store_plan_sheet"], "the preview is of what is stored now"
    assert next(iter(stored(shipped_file).values())).budget == "ของเขา"


def test_a_measure_that_was_deleted_from_the_sheet_stays_and_is_said(shipped_file: Path) -> None:
    cells = {(2, name): None for name in ("measure_id", "no", "title", "responsible", "guidelines", "steps")}
    cells |= {(2, name): None for name in ("rounds_months", "follow_up", "indicators", "why", "version")}
    shown = brought({**cells, (1, "budget"): "ก"})
    assert shown.facts[3] == "1 มาตรการ"
    assert say("plan_sheet.missing", titles="“มาตรการเผยแพร่ข้อมูลต่อสาธารณะ”") in shown.text
    assert len(stored(shipped_file)) == 3


def test_a_file_of_another_year_or_kind_is_one_sentence(shipped_file: Path) -> None:
    shown = upload(opened(), b"%PDF-1.7 \xff\xfe\x00", "แผน.pdf")
    (said,) = shown.problems
    assert said.startswith("แผน.pdf: ")
    assert ready(shipped_file)


def test_a_text_that_no_cell_holds_is_said_before_the_file_is_taken_away(shipped_file: Path) -> None:
    number, plan = next(iter(stored(shipped_file).items()))
    save_plan(ready(shipped_file), number, replace(plan, guidelines=("ก" * 40_000,)), seen=plan, who=DESK)
    (said,) = opened().told("note")
    assert plan.title in said


@pytest.mark.parametrize("words", TAGS)
def test_hostile_words_of_a_sheet_are_words(words: str, shipped_file: Path) -> None:
    shown = brought({(4, "title"): f"ก {words}", (4, "steps"): f"ก {words}", (1, "title"): f"ข {words}"})
    assert shown.problems == []
    assert " ".join(f"ก {words}".split()) in shown.text
    assert shown.elements("script") + shown.elements("img") == []
    click_store(shown)
    assert shown.problems == []
    assert len(stored(shipped_file)) == 4


def test_a_visitor_without_the_right_may_take_the_plan_and_bring_nothing(
    shipped_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plan_sheet, "visitor", lambda: PUBLIC)
    shown = opened()
    assert len(shown.at.get("download_button")) == 1
    assert not shown.at.get("file_uploader")
    assert ready(shipped_file)


def test_a_right_that_is_gone_is_said_with_the_row(shipped_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = brought({(1, "budget"): "ก"})
    monkeypatch.setattr(plan_sheet_changes, "visitor", lambda: replace(DESK, unit="กองช่าง"))
    click_store(shown)
    (said,) = shown.told("problem")
    assert said.startswith("แถว 4 “มาตรการตรวจสอบการใช้ดุลพินิจ”")
    assert next(iter(stored(shipped_file).values())).budget == ""


def test_an_empty_year_hands_out_a_form_and_takes_it_filled(shipped_file: Path) -> None:
    set_rounds(ready(shipped_file), "khao-saming", 2565, {6: None}, who=DESK)
    shown = opened(year="2565")
    assert [button.label for button in shown.at.get("download_button")] == [say("plan_sheet.download_blank")]
    content = filled(handed_out(shown)[1], {(1, "title"): "มาตรการแรก", (1, "rounds_months"): 6})
    click_store(upload(shown, content))
    assert shown.problems == []
    with ready(shipped_file).cursor() as cursor:
        assert list(plans_of_year(cursor, "khao-saming", 2565).values()) == [Plan("มาตรการแรก", rounds_months=(6,))]
