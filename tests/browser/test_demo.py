"""Synthetic data in a real browser: one click loads it, it says what it is on every page, one click removes it."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from ita_analysis.texts import say

from .screen import about, choose, headline, main, settle, visit
from .servers import Server
from .shipped import AGENCY, FINDING
from .walked import PAGES

OF_AN_AGENCY = [path for name, path in PAGES.items() if name not in {"bring-in", "demo", "scores", "backups", "people"}]
LABEL = say("head.synthetic")


def test_one_click_loads_the_demo_agency_and_one_removes_it(cold_server: Server, page: Page) -> None:
    visit(page, cold_server, "/demo")
    expect(headline(page)).to_have_text(say("demo.stored.none"))
    main(page).get_by_role("button", name=say("demo.agency.button")).click()
    expect(headline(page)).to_have_text(say("demo.stored.one"))
    main(page).get_by_role("link", name=say("demo.see")).click()
    settle(page)
    assert about(page) == {"agency": "demo", "year": "2568"}
    for path in OF_AN_AGENCY:
        visit(page, cold_server, f"{path}?agency=demo&year=2568")
        expect(main(page).locator(".caption .synthetic")).to_have_text(LABEL)
    visit(page, cold_server, "/?agency=demo&year=2568")
    choose(page, "agency", AGENCY)
    expect(main(page).locator(".synthetic")).to_have_count(0)
    visit(page, cold_server, "/demo")
    main(page).get_by_role("button", name=say("demo.remove.button")).click()
    expect(headline(page)).to_have_text(say("demo.stored.none"))
    visit(page, cold_server)
    expect(headline(page)).to_have_text(FINDING)
