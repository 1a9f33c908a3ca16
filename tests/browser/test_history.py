"""Changes in a real browser: a link that was changed is found, taken back and gone, all of it by keys as well."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from ita_analysis.texts import say

from .looking import unfold
from .screen import about, headline, main, path_of, settle, visit
from .servers import Server
from .shipped import WITHOUT_MEASURE
from .test_keyboard import tab_to

HOSTILE = "<img src=x onerror=\"alert('img')\"><script>alert('script')</script> **หนา** [ที่นี่](//outside.example)"
MISTAKE = "จับคู่ผิดมาตรการ"
WHERE = "agency=khao-saming&year=2564"


def add_link(page: Page, server: Server, reason: str) -> None:
    """Let a measure answer the indicator without one, for a reason."""
    visit(page, server, f"/coverage?{WHERE}&indicator={WITHOUT_MEASURE}")
    main(page).get_by_role("textbox", name=say("coverage.edit.reason")).fill(reason)
    main(page).get_by_role("button", name=say("coverage.edit.add"), exact=True).click()
    expect(main(page).get_by_text(say("coverage.edit.saved"))).to_be_visible()
    settle(page)


def newest(page: Page) -> Locator:
    """Return the newest change of the list."""
    return main(page).locator("details.change").first


def test_a_changed_link_is_found_taken_back_and_gone(storing_server: Server, page: Page) -> None:
    add_link(page, storing_server, HOSTILE)
    visit(page, storing_server, f"/history?{WHERE}")
    told = newest(page).locator("summary")
    expect(told).to_contain_text(say("history.indicators", numbers=WITHOUT_MEASURE))
    tab_to(page, told)
    page.keyboard.press("Enter")
    expect(newest(page).get_by_role("cell").filter(has_text=HOSTILE)).to_have_count(1)
    tab_to(page, newest(page).get_by_role("link", name=say("history.undo"), exact=True))
    page.keyboard.press("Enter")
    reason = main(page).get_by_role("textbox", name=say("history.undo_reason"))
    expect(reason).to_be_visible()
    settle(page)
    expect(main(page).locator("#undo").get_by_text(HOSTILE).first).to_be_visible()
    assert "undo" in about(page)
    tab_to(page, reason)
    page.keyboard.type(MISTAKE)
    tab_to(page, main(page).get_by_role("button", name=say("history.undo_confirm"), exact=True))
    page.keyboard.press("Enter")
    expect(main(page).get_by_text(say("history.undo_saved"))).to_be_visible()
    settle(page)
    assert "undo" not in about(page)
    unfold(page)
    expect(newest(page).get_by_text(say("history.reason", reason=MISTAKE))).to_be_visible()
    expect(main(page).locator("details.change").nth(1).get_by_text(say("history.is_undone"))).to_be_visible()
    assert main(page).locator("img, script").count() == 0
    visit(page, storing_server, f"/coverage?{WHERE}&indicator={WITHOUT_MEASURE}")
    expect(main(page).get_by_text(say("coverage.no_measure"), exact=True).filter(visible=True)).to_have_count(1)


def test_a_day_is_typed_and_the_year_of_that_day_is_shown(server: Server, page: Page) -> None:
    visit(page, server, f"/history?{WHERE}")
    day = main(page).get_by_role("textbox", name=say("filter.at"), exact=True)
    day.fill("31 ธ.ค. 2599")
    day.press("Enter")
    expect(headline(page)).to_contain_text(say("as_of.day", date="31 ธันวาคม 2599"))
    settle(page)
    assert about(page)["at"] == "2056-12-31"
    main(page).get_by_role("link", name=say("as_of.back"), exact=True).click()
    expect(newest(page)).to_be_visible()
    assert path_of(page) == "/history"


def test_leaving_the_form_changes_nothing(storing_server: Server, page: Page) -> None:
    add_link(page, storing_server, "ลองดู")
    visit(page, storing_server, f"/history?{WHERE}")
    count = headline(page).inner_text()
    newest(page).locator("summary").click()
    newest(page).get_by_role("link", name=say("history.undo"), exact=True).click()
    cancel = main(page).get_by_role("link", name=say("history.undo_cancel"), exact=True)
    cancel.click()
    expect(cancel).to_have_count(0)
    settle(page)
    expect(headline(page)).to_have_text(count)
