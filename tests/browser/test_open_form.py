"""A form stands open while the plan changes in another window: nothing is entered for another measure, nothing lost."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from ita_analysis.texts import say

from .screen import about, headline, main, settle, unfold, visit
from .servers import Server
from .test_history import newest
from .test_planning import button, field
from .visitors import Visitors

WATCH = "มาตรการตรวจสอบการใช้ดุลพินิจ"
PUBLISH = "มาตรการเผยแพร่ข้อมูลต่อสาธารณะ"
TYPED = "ยังพิมพ์ไม่เสร็จ"


def note(page: Page) -> None:
    """Type into the note of a result, and leave the box."""
    box = main(page).get_by_label(say("field.note"), exact=True)
    box.fill(TYPED)
    box.press("Tab")


def test_a_form_goes_on_about_its_measure_when_another_window_moves_it(cold_server: Server, visitors: Visitors) -> None:
    officer, planner = visitors.page(), visitors.page(is_fresh=True)
    visit(officer, cold_server, "/entry?round=12&measure=1")
    expect(headline(officer)).to_contain_text(WATCH)
    visit(planner, cold_server, "/plan")
    unfold(planner, say("plan.order"))
    button(planner, say("plan.down")).click()
    expect(main(planner).get_by_role("link", name=f"2 {WATCH}")).to_be_visible()

    note(officer)
    expect(headline(officer)).to_contain_text(WATCH)
    officer.wait_for_url("**measure=2**")
    settle(officer)
    expect(main(officer).get_by_label(say("field.note"), exact=True)).to_have_value(TYPED)
    button(officer, say("entry.save")).click()
    expect(main(officer).get_by_text(say("entry.saved"))).to_be_visible()
    expect(headline(officer)).to_contain_text(WATCH)
    visit(officer, cold_server, "/entry?round=12&measure=1")
    expect(headline(officer)).to_contain_text(PUBLISH)
    expect(main(officer).get_by_label(say("field.note"), exact=True)).to_have_value("")


def test_what_was_typed_about_a_measure_that_is_gone_is_shown(cold_server: Server, visitors: Visitors) -> None:
    planner, officer = visitors.page(), visitors.page(is_fresh=True)
    visit(planner, cold_server, "/plan")
    unfold(planner, say("carry.title", year=2565))
    button(planner, say("carry.begin", year=2565)).click()
    expect(headline(planner)).to_contain_text("แผนปี 2565")
    settle(planner)
    entry = visitors.page(is_fresh=True)
    visit(officer, cold_server, "/plan?year=2565&measure=1")
    visit(entry, cold_server, "/entry?year=2565&round=12&measure=1")

    visit(planner, cold_server, "/history?year=2565")
    newest(planner).locator("summary").click()
    newest(planner).get_by_role("link", name=say("history.undo"), exact=True).click()
    reason = main(planner).get_by_role("textbox", name=say("history.undo_reason"))
    expect(reason).to_be_visible()
    settle(planner)
    reason.fill("เริ่มผิดปี")
    reason.press("Tab")
    button(planner, say("history.undo_confirm")).click()
    expect(main(planner).get_by_text(say("history.undo_saved"))).to_be_visible()

    field(officer, "budget").fill(TYPED)
    field(officer, "budget").press("Tab")
    note(entry)
    for page in (officer, entry):
        expect(main(page).get_by_text(say("typed.gone"))).to_be_visible()
        expect(main(page).get_by_text(TYPED, exact=True)).to_be_visible()
        assert "draft" in about(page)
    button(officer, say("typed.drop")).click()
    expect(main(officer).get_by_text(TYPED)).to_have_count(0)
