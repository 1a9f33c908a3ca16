"""A round's result is entered and saved without a mouse, and at each stop one sees where one is."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from ita_analysis.texts import say

from .keys import tab_to, tab_to_and_see
from .screen import headline, link, main, sentence, settle, visit
from .servers import Server
from .test_entering import button, field

FORM, ROUND = "/entry?round=12&measure=1", "/entry?round=12"


def test_a_result_is_entered_and_saved_with_keys_only(cold_server: Server, page: Page) -> None:
    visit(page, cold_server, ROUND)
    tab_to_and_see(page, link(page, "1 มาตรการตรวจสอบการใช้ดุลพินิจ").first)
    page.keyboard.press("Enter")
    expect(headline(page)).to_contain_text("มาตรการตรวจสอบการใช้ดุลพินิจ")

    states = main(page).get_by_role("radiogroup").first.get_by_role("radio")
    tab_to_and_see(page, states.last)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(states.first).to_be_checked()
    tab_to_and_see(page, button(page, say("entry.all_done")))
    page.keyboard.press("Space")
    expect(main(page).get_by_role("radiogroup").last.get_by_role("radio").first).to_be_checked()

    tab_to_and_see(page, field(page, "detail"))
    page.keyboard.type("ทำครบทุกขั้นตอน")
    whole = main(page).get_by_role("button", name=sentence("entry.whole_round"))
    tab_to_and_see(page, whole)
    page.keyboard.press("Enter")
    expect(field(page, "start")).to_have_value("1 ตุลาคม 2563")
    expect(whole).to_be_focused()
    tab_to_and_see(page, field(page, "output"))
    page.keyboard.type("ประกาศ 1 ฉบับ")
    told = {"title": "ประกาศของ อบต.", "url": "https://www.khaosaming.go.th/1", "on_of": "5 ก.ค. 2564"}
    for name, words in told.items():
        tab_to_and_see(page, main(page).get_by_label(say(f"entry.cited.{name}", no=1)))
        page.keyboard.type(words)
    tab_to_and_see(page, button(page, say("entry.save")))
    page.keyboard.press("Enter")
    expect(main(page).get_by_text(say("entry.saved"), exact=True)).to_be_visible()
    settle(page)
    expect(button(page, say("entry.save"))).to_be_focused()

    tab_to(page, main(page).get_by_role("link", name=re.compile("มาตรการเผยแพร่ข้อมูลต่อสาธารณะ")))
    page.keyboard.press("Enter")
    expect(headline(page)).to_contain_text("มาตรการเผยแพร่ข้อมูลต่อสาธารณะ")
    visit(page, cold_server, FORM)
    expect(field(page, "detail")).to_have_value("ทำครบทุกขั้นตอน")
    expect(field(page, "end")).to_have_value("30 กันยายน 2564")
    expect(main(page).get_by_label(say("entry.cited.url", no=1))).to_have_value(told["url"])
    expect(main(page).get_by_role("radiogroup").last.get_by_role("radio").first).to_be_checked()


def test_taking_a_piece_of_evidence_away_leaves_the_focus_where_one_more_is_added(
    cold_server: Server, page: Page
) -> None:
    visit(page, cold_server, FORM)
    more, less = button(page, say("entry.cite_more")), button(page, say("entry.cite_less", no=1))
    if not less.is_visible():
        more.click()
    tab_to(page, less)
    page.keyboard.press("Enter")
    expect(less).to_have_count(0)
    expect(more).to_be_focused()
