"""An officer enters a round: ticks, words, evidence; saves, hands it over; nothing that was typed is lost."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Locator, Page, WebSocketRoute, expect

from ita_analysis.texts import say

from .screen import headline, link, main, settle, visit
from .servers import Server
from .visitors import Visitors

FORM, ROUND = "/entry?round=12&measure=1", "/entry?round=12"
HOSTILE = "<script>alert(1)</script> =1+1 [กด](javascript:alert(1)) \u202eกลับ\u202c 😀"
PDF = {"name": "ประกาศ.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7\n% a file that was attached"}


def field(page: Page, name: str) -> Locator:
    """Return a field of the form by its name in the catalogue."""
    return main(page).get_by_label(say(f"field.{name}"), exact=True)


def button(page: Page, words: str) -> Locator:
    """Return a button by its words."""
    return main(page).get_by_role("button", name=words, exact=True)


def save(page: Page) -> None:
    """Save the form, and wait until it says so."""
    button(page, say("entry.save")).click()
    expect(main(page).get_by_text(say("entry.saved"), exact=True)).to_be_visible()
    settle(page)


def kept(page: Page) -> None:
    """Wait until the server has what was typed."""
    expect(main(page).get_by_text(say("typed.draft"))).to_be_visible()
    page.wait_for_timeout(900)  # the pause after which a field of several lines is sent
    settle(page)


def test_a_round_is_entered_handed_over_approved_and_opened_again(cold_server: Server, page: Page) -> None:
    visit(page, cold_server, ROUND)
    expect(headline(page)).to_contain_text("3 จาก 3")
    link(page, "1 มาตรการตรวจสอบการใช้ดุลพินิจ").first.click()
    button(page, say("entry.all_done")).click()
    field(page, "detail").fill("ทำครบทุกขั้นตอน")
    field(page, "start").fill("๑/๑๐/๖๓")
    expect(main(page).get_by_text(say("typed.day", day="1 ตุลาคม 2563"))).to_be_visible()
    field(page, "end").fill("32/1/2564")
    expect(main(page).get_by_text(say("typed.no_day", text="32/1/2564"))).to_be_visible()
    field(page, "end").fill("30 ก.ย. 2564")
    field(page, "output").fill("ประกาศ 1 ฉบับ")
    main(page).get_by_label(say("entry.cited.title", no=1)).fill("ประกาศ")
    main(page).get_by_label(say("entry.cited.url", no=1)).fill("https://www.khaosaming.go.th/ประกาศ.pdf")
    main(page).get_by_label(say("entry.cited.on_of", no=1)).fill("5 ก.ค. 2564")
    save(page)
    expect(main(page).get_by_text(say("entry.left.many", months=12, count=2))).to_be_visible()

    main(page).get_by_role("link", name=re.compile("มาตรการเผยแพร่ข้อมูลต่อสาธารณะ")).click()
    expect(headline(page)).to_contain_text("มาตรการเผยแพร่ข้อมูลต่อสาธารณะ")
    settle(page)
    field(page, "detail").fill("เผยแพร่แล้ว")
    main(page).locator("input[type=file]").set_input_files(PDF)  # type: ignore[arg-type]
    expect(main(page).get_by_text(say("entry.cited.file_kept", name="ประกาศ.pdf"))).to_be_visible()
    save(page)

    visit(page, cold_server, "/entry?round=12&measure=3")
    button(page, say("entry.copy")).click()
    expect(main(page).get_by_text(say("entry.like_before", months=6))).to_be_visible()
    save(page)
    link(page, say("entry.way_back", months=12)).click()
    expect(headline(page)).to_contain_text("มีผลครบ 3 มาตรการ")
    expect(main(page).get_by_text(say("entry.is_like_before"))).to_be_visible()

    for deed, state in (("submit", "submitted"), ("approve", "approved")):
        settle(page)
        main(page).get_by_label(say("round_state.sign_name")).fill("สมชาย ใจดี")
        main(page).get_by_label(say("round_state.sign_position")).fill("ปลัด")
        button(page, say(f"round_state.{deed}")).click()
        expect(headline(page)).to_contain_text(
            say(f"entry.headline.{state}", months=12).replace("⟦", "").replace("⟧", "")
        )
    visit(page, cold_server, FORM)
    expect(main(page).get_by_text(say("entry.locked.approved", months=12))).to_be_visible()
    expect(button(page, say("entry.save"))).to_have_count(0)

    visit(page, cold_server, ROUND)
    button(page, say("round_state.reopen")).click()
    expect(main(page).get_by_text(say("error.round_reason_missing"))).to_be_visible()
    main(page).get_by_label(say("round_state.reason")).fill("แก้วันที่")
    button(page, say("round_state.reopen")).click()
    expect(main(page).get_by_text(say("round_state.reopened"))).to_be_visible()
    visit(page, cold_server, FORM)
    expect(field(page, "detail")).to_have_value("ทำครบทุกขั้นตอน")


def test_the_second_tab_sees_what_the_first_one_saved_and_decides(storing_server: Server, visitors: Visitors) -> None:
    first, second = visitors.page(), visitors.page(is_fresh=True)
    for page in (first, second):
        visit(page, storing_server, FORM)
    field(first, "detail").fill("ของคนแรก")
    field(first, "note").fill("หมายเหตุของคนแรก")
    save(first)
    field(second, "detail").fill("ของคนที่สอง")
    button(second, say("entry.save")).click()
    expect(main(second).get_by_text(say("error.result_changed_meanwhile"))).to_be_visible()
    expect(main(second).get_by_text(say("typed.newest", text="ของคนแรก"))).to_be_visible()
    expect(field(second, "detail")).to_have_value("ของคนที่สอง")
    button(second, say("typed.mine")).click()
    expect(button(second, say("typed.mine"))).to_have_count(0)
    settle(second)
    expect(field(second, "note")).to_have_value("หมายเหตุของคนแรก")  # what only the first one touched is taken over
    save(second)
    visit(first, storing_server, FORM)
    expect(field(first, "detail")).to_have_value("ของคนที่สอง")
    expect(field(first, "note")).to_have_value("หมายเหตุของคนแรก")


def test_what_was_typed_survives_a_reload_and_a_second_tab(storing_server: Server, visitors: Visitors) -> None:
    page = visitors.page()
    visit(page, storing_server, "/entry?round=12&measure=2")
    field(page, "detail").press_sequentially("พิมพ์ค้างไว้")
    kept(page)  # the field still has the focus
    page.reload()
    settle(page)
    expect(field(page, "detail")).to_have_value("พิมพ์ค้างไว้")
    other = visitors.page(is_fresh=True)
    other.goto(page.url)
    settle(other)
    expect(field(other, "detail")).to_have_value("พิมพ์ค้างไว้")
    button(other, say("typed.drop")).click()
    expect(field(other, "detail")).to_have_value("")


def test_two_windows_that_type_into_one_draft_lose_nothing(storing_server: Server, visitors: Visitors) -> None:
    first = visitors.page()
    visit(first, storing_server, "/entry?round=6&measure=1")
    before = field(first, "detail").input_value()
    field(first, "note").fill("หมายเหตุ")
    kept(first)
    second = visitors.page(is_fresh=True)
    second.goto(first.url)
    settle(second)
    field(second, "detail").fill("รายละเอียดที่สอง")
    field(second, "output").fill("ผลผลิตที่สอง")
    kept(second)
    field(first, "detail").fill(f"{before} เพิ่มเติม")
    save(first)
    field(second, "outcome").fill("ผลลัพธ์ที่สอง")
    expect(main(second).get_by_text(say("typed.aside", text="รายละเอียดที่สอง"))).to_be_visible()
    expect(field(second, "detail")).to_have_value(f"{before} เพิ่มเติม")
    expect(field(second, "output")).to_have_value("ผลผลิตที่สอง")
    settle(second)
    button(second, say("typed.take_aside")).click()
    expect(field(second, "detail")).to_have_value("รายละเอียดที่สอง")
    settle(second)
    save(second)
    visit(first, storing_server, "/entry?round=6&measure=1")
    for name, text in (("detail", "รายละเอียดที่สอง"), ("output", "ผลผลิตที่สอง"), ("outcome", "ผลลัพธ์ที่สอง")):
        expect(field(first, name)).to_have_value(text)
    expect(field(first, "note")).to_have_value("หมายเหตุ")


def test_a_lost_connection_loses_nothing_that_was_typed(storing_server: Server, browser: Browser) -> None:
    page = browser.new_page()  # one that nobody watches: Streamlit tells the console of a lost connection
    lines: list[WebSocketRoute] = []

    def carry(line: WebSocketRoute) -> None:
        line.connect_to_server()
        lines.append(line)

    page.route_web_socket(re.compile("/_stcore/stream"), carry)
    visit(page, storing_server, "/entry?round=12&measure=3")
    field(page, "output").press_sequentially("ก่อนสายหลุด")
    lines[-1].close()  # what was typed last was not sent yet
    page.wait_for_timeout(1500)
    settle(page)
    assert len(lines) > 1, "the connection was not lost"
    expect(field(page, "output")).to_have_value("ก่อนสายหลุด")
    field(page, "output").press("End")
    field(page, "output").press_sequentially(" แล้วกลับมา")
    save(page)
    page.reload()
    settle(page)
    expect(field(page, "output")).to_have_value("ก่อนสายหลุด แล้วกลับมา")
    page.close()


def test_a_server_that_is_killed_and_started_again_loses_nothing_that_was_typed(
    cold_server: Server, browser: Browser
) -> None:
    page = browser.new_page()  # one that nobody watches: Streamlit tells the console of a lost connection
    visit(page, cold_server, "/entry?round=12&measure=2")
    field(page, "detail").fill("พิมพ์ก่อนเริ่มใหม่")
    kept(page)
    field(page, "note").press_sequentially("ยังพิมพ์อยู่", delay=20)
    cold_server.again()  # the note was not sent yet
    expect(page.locator("[data-testid=stApp][data-test-connection-state=CONNECTED]")).to_be_visible()
    page.wait_for_timeout(1500)
    settle(page)
    expect(field(page, "detail")).to_have_value("พิมพ์ก่อนเริ่มใหม่")
    expect(field(page, "note")).to_have_value("ยังพิมพ์อยู่")
    field(page, "note").press("End")
    field(page, "note").press_sequentially(" ต่อ")
    kept(page)
    page.reload()
    settle(page)
    expect(field(page, "detail")).to_have_value("พิมพ์ก่อนเริ่มใหม่")
    expect(field(page, "note")).to_have_value("ยังพิมพ์อยู่ ต่อ")
    save(page)
    page.close()


def test_what_was_typed_into_a_form_that_was_locked_meanwhile_is_shown(cold_server: Server, visitors: Visitors) -> None:
    page, other = visitors.page(), visitors.page(is_fresh=True)
    visit(page, cold_server, FORM)
    field(page, "detail").fill("ทำแล้ว")
    save(page)
    field(page, "note").fill("พิมพ์ก่อนส่ง")
    kept(page)
    visit(other, cold_server, ROUND)
    main(other).get_by_label(say("round_state.sign_name")).fill("สมชาย ใจดี")
    main(other).get_by_label(say("round_state.sign_position")).fill("ปลัด")
    button(other, say("round_state.submit")).click()
    expect(button(other, say("round_state.reopen"))).to_be_visible()
    button(page, say("entry.save")).click()
    for _ in range(2):
        expect(main(page).get_by_text(say("typed.kept"), exact=True)).to_be_visible()
        expect(main(page).get_by_text("พิมพ์ก่อนส่ง")).to_be_visible()
        page.reload()
        settle(page)
    button(page, say("typed.drop")).click()
    expect(main(page).get_by_text("พิมพ์ก่อนส่ง")).to_have_count(0)


def test_hostile_words_are_words_wherever_they_are_shown(storing_server: Server, page: Page) -> None:
    visit(page, storing_server, "/entry?round=6&measure=3")
    for name in ("detail", "output", "outcome", "note", "owner"):
        field(page, name).fill(f"{name} {HOSTILE}")
    main(page).get_by_label(say("entry.cited.title", no=1)).fill(f"title {HOSTILE}")
    main(page).get_by_label(say("entry.cited.url", no=1)).fill("javascript:alert(1)")
    button(page, say("entry.save")).click()
    expect(main(page).get_by_text(re.compile("ไม่ใช่ที่อยู่ของหน้าเว็บ"))).to_be_visible()
    main(page).get_by_label(say("entry.cited.url", no=1)).fill("https://www.khaosaming.go.th/x?a=<b>")
    save(page)
    for path in ("/entry?round=6", "/measures?measure=3", "/rounds?round=6"):
        visit(page, storing_server, path)
        expect(main(page).get_by_text("<script>alert(1)</script>").first).to_be_visible()
        assert main(page).locator("script").count() == 0
        assert main(page).locator("a[href^='javascript:']").count() == 0
