"""A plan is made in the program: a measure for a weakness without one, its order, its end, and the year after."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from ita_analysis.texts import say

from .screen import headline, link, main, settle, take, unfold, visit
from .servers import Server

TITLE = "มาตรการรับฟังความเห็นของผู้รับบริการ"


def field(page: Page, name: str) -> Locator:
    """Return a field of the form by its name in the catalogue."""
    return main(page).get_by_label(say(f"plan.field.{name}"), exact=True)


def button(page: Page, words: str) -> Locator:
    """Return a button by its words."""
    return main(page).get_by_role("button", name=words, exact=True)


def test_a_weakness_gets_a_measure_which_is_ordered_changed_and_ended(cold_server: Server, page: Page) -> None:
    visit(page, cold_server, "/plan")
    expect(headline(page)).to_contain_text("3 มาตรการ")
    main(page).get_by_role("link", name=say("plan.add_for", name="8 การปรับปรุงการทำงาน")).click()
    field(page, "title").fill(TITLE)
    field(page, "responsible").fill("กองสวัสดิการ")
    field(page, "steps").fill("ตั้งกล่องรับความเห็น\nสรุปผลทุกเดือน")
    button(page, say("plan.save")).click()
    expect(main(page).get_by_text(say("error.link_reason_missing"))).to_be_visible()
    field(page, "why").fill("แก้ที่ผู้รับบริการร้องเรียน")
    button(page, say("plan.save")).click()
    expect(main(page).get_by_text(say("plan.added", title=TITLE))).to_be_visible()
    expect(headline(page)).to_contain_text("4 มาตรการ")
    visit(page, cold_server, "/coverage?indicator=8")
    expect(main(page).get_by_text(TITLE).first).to_be_visible()

    visit(page, cold_server, "/plan")
    unfold(page, say("plan.order"))
    which = main(page).get_by_role("combobox", name=say("plan.which"))
    take(page, which, page.get_by_role("option", name=TITLE, exact=True))
    settle(page)
    button(page, say("plan.up")).click()
    expect(link(page, f"3 {TITLE}")).to_be_visible()

    link(page, f"3 {TITLE}").click()
    field(page, "steps").fill("ตั้งกล่องรับความเห็น\nสรุปผลทุกเดือน\nแจ้งผลการแก้ไข")
    button(page, say("plan.save")).click()
    expect(main(page).get_by_text(say("plan.saved", title=TITLE))).to_be_visible()
    unfold(page, say("plan.end"))
    main(page).get_by_label(say("plan.end_reason")).fill("รวมกับมาตรการอื่น")
    button(page, say("plan.end_now")).click()
    expect(main(page).get_by_text("รวมกับมาตรการอื่น")).to_be_visible()
    button(page, say("plan.resume")).click()
    expect(button(page, say("plan.resume"))).to_have_count(0)


def test_the_year_after_begins_with_what_goes_on(cold_server: Server, page: Page) -> None:
    visit(page, cold_server, "/plan")
    unfold(page, say("carry.title", year=2565))
    expect(main(page).get_by_text("8 การปรับปรุงการทำงาน").last).to_be_visible()
    button(page, say("carry.begin", year=2565)).click()
    expect(headline(page)).to_contain_text("แผนปี 2565")
    expect(main(page).get_by_text(say("plan.carried")).first).to_be_visible()
    for path in ("/?year=2565", "/entry?year=2565", "/rounds?year=2565", "/measures?year=2565", "/coverage?year=2565"):
        visit(page, cold_server, path)
        expect(main(page).get_by_text(say("head.year", year=2565)).first).to_be_visible()
    visit(page, cold_server, "/entry?year=2565&round=12")
    expect(headline(page)).to_contain_text("ยังไม่มีผล")
