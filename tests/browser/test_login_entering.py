"""A round in an office whose people log in: a unit enters its own results, an approver signs under their name."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from ita_analysis.people import Person
from ita_analysis.texts import say

from .accounts import Provider, provider, sign_in, sign_out, with_login
from .screen import headline, main, settle, visit
from .servers import Server
from .test_entering import FORM, ROUND, button, field, save
from .visitors import Visitors

OWNER = Person("officer", "owner@trat.go.th", "อรุณ เจ้าหน้าที่ตัวอย่าง", "นิติกร", "khao-saming", unit="สำนักปลัด")
OTHER = Person("officer", "other@trat.go.th", "เอก กองอื่นตัวอย่าง", "นายช่าง", "khao-saming", unit="กองช่าง")
APPROVER = Person("approver", "approver@trat.go.th", "อุดม ผู้อนุมัติตัวอย่าง", "นายก", "khao-saming")
PEOPLE = (OWNER, OTHER, APPROVER)
ACCOUNTS: dict[str, dict[str, object]] = {
    each.email: {"email": each.email, "email_verified": True, "name": "ชื่อในบัญชี"} for each in PEOPLE
}


@pytest.fixture(scope="module")
def accounts() -> Iterator[Provider]:
    """A provider of accounts."""
    with provider(ACCOUNTS) as started:
        yield started


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, accounts: Provider) -> Iterator[Server]:
    """The app of an office whose people log in."""
    with with_login(tmp_path_factory.mktemp("office"), accounts, *PEOPLE) as started:
        yield started


def test_a_unit_enters_its_own_result_and_an_approver_signs(office: Server, visitors: Visitors) -> None:
    page = visitors.page()
    page.context.clear_cookies()
    _as(page, office, OTHER, FORM)
    expect(main(page).get_by_text(say("entry.locked.right"))).to_be_visible()
    expect(button(page, say("entry.save"))).to_have_count(0)
    sign_out(page)

    _as(page, office, OWNER, FORM)
    field(page, "detail").fill("ตรวจสอบแล้วทุกเรื่อง")
    save(page)
    visit(page, office, ROUND)
    expect(button(page, say("round_state.submit"))).to_have_count(0)
    sign_out(page)

    _as(page, office, APPROVER, ROUND)
    for deed, state in (("submit", "submitted"), ("approve", "approved")):
        expect(main(page).get_by_text("ยังขาดผล 2 มาตรการ")).to_be_visible()
        name = main(page).get_by_label(say("round_state.sign_name"))
        expect(name).to_have_value(APPROVER.name)
        expect(name).to_be_disabled()
        button(page, say(f"round_state.{deed}")).click()
        expect(headline(page)).to_contain_text(
            say(f"entry.headline.{state}", months=12).replace("⟦", "").replace("⟧", "")
        )
        settle(page)
    expect(main(page).get_by_text(APPROVER.name).first).to_be_visible()
    visit(page, office, FORM)
    expect(main(page).get_by_text(say("entry.locked.approved", months=12))).to_be_visible()
    page.context.clear_cookies()


def _as(page: Page, office: Server, person: Person, address: str) -> None:
    """Sign in as a person and open a page."""
    visit(page, office, address)
    sign_in(page, person.email)
    visit(page, office, address)
