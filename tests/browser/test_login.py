"""Signing in at a real provider: what each role sees and may do, and that a forged or broken sign-in is nobody's."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from ita_analysis.people import Person
from ita_analysis.texts import say
from ita_analysis.ui.frame import PAGES

from .accounts import SECRET, Provider, greeting, line, provider, sign_in, sign_out, with_login
from .screen import follow_menu, headline, main, path_of, settle, visit
from .servers import Server, running
from .visitors import Visitors

VIEWER = Person("viewer", "viewer@trat.go.th", "วิชัย ผู้ดูตัวอย่าง")
OFFICER = Person("officer", "officer@trat.go.th", "อรุณ เจ้าหน้าที่ตัวอย่าง", "นิติกร", "khao-saming")
APPROVER = Person("approver", "approver@trat.go.th", "อุดม ผู้อนุมัติตัวอย่าง", "นายก", "khao-saming")
ADMIN = Person("administrator", "admin@trat.go.th", "วิไล ผู้ดูแลตัวอย่าง", "ปลัด")
FIRST, STRANGER, UNVERIFIED = "first@trat.go.th", "stranger@trat.go.th", "unverified@trat.go.th"
ACCOUNTS: dict[str, dict[str, object]] = {
    **{each.email: {"email": each.email.title(), "email_verified": True, "name": "ชื่อในบัญชี"} for each in
       (VIEWER, OFFICER, APPROVER, ADMIN)},
    FIRST: {"email": FIRST, "email_verified": True, "name": "คนแรก ตัวอย่าง"},
    STRANGER: {"email": STRANGER, "email_verified": True},
    UNVERIFIED: {"email": ADMIN.email, "email_verified": False},
}  # fmt: skip
OF_ALL = {name for name, (section, _, need) in PAGES.items() if section and need is None}


@pytest.fixture(scope="module")
def accounts() -> Iterator[Provider]:
    """A provider of accounts."""
    with provider(ACCOUNTS) as started:
        yield started


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, accounts: Provider) -> Iterator[Server]:
    """The app of an office whose people log in."""
    folder = tmp_path_factory.mktemp("office")
    with with_login(folder, accounts, VIEWER, OFFICER, APPROVER, ADMIN, administrator=FIRST) as started:
        yield started


@pytest.fixture
def page(visitors: Visitors) -> Iterator[Page]:
    """A page of a browser that nobody has signed in with; it has the program's files already."""
    opened = visitors.page()
    opened.context.clear_cookies()
    yield opened
    opened.context.clear_cookies()


def menu_of(page: Page) -> set[str]:
    """Return the pages that the menu names, by their key in the catalogue."""
    found = set(page.get_by_role("navigation").get_by_role("link").all_inner_texts())
    for section in page.get_by_role("navigation").get_by_role("button").all():
        section.click()
        expect(page.get_by_role("menuitem").first).to_be_visible()
        found |= set(page.get_by_role("menuitem").all_inner_texts())
        page.keyboard.press("Escape")
    names = {say(f"page.{name}"): name for name in PAGES}
    return {names[words] for words in found}


def link_a_measure(page: Page) -> None:
    """Change a link on the page of coverage, as an analyst does."""
    main(page).get_by_label(say("coverage.edit.reason")).fill("อ่านแล้ว ตอบจริง")
    page.keyboard.press("Tab")
    settle(page)
    main(page).locator(".st-key-set_link button").click()


def is_closed(page: Page) -> bool:
    return headline(page).inner_text() == say("frame.closed.title")


@pytest.mark.parametrize(
    ("person", "more"),
    [
        (VIEWER, {"history", "files"}),
        (OFFICER, {"history", "files", "entry", "plan", "bring-in", "survey", "scores"}),
        (APPROVER, {"history", "files", "entry", "plan", "bring-in", "survey", "scores"}),
        (ADMIN, {name for name, (section, _, _) in PAGES.items() if section} - OF_ALL),
    ],
    ids=lambda each: each.role if isinstance(each, Person) else "",
)
def test_each_role_finds_its_pages_in_the_menu(person: Person, more: set[str], office: Server, page: Page) -> None:
    visit(page, office)
    assert menu_of(page) == OF_ALL
    sign_in(page, person.email)
    assert line(page) == greeting(person)
    assert menu_of(page) == OF_ALL | (more & set(PAGES))


def test_a_viewer_has_no_control_and_closed_pages_say_so(office: Server, page: Page) -> None:
    visit(page, office, "/coverage")
    sign_in(page, VIEWER.email)
    visit(page, office, "/coverage")
    expect(main(page).get_by_role("textbox")).to_have_count(0)
    visit(page, office, "/bring-in")
    assert is_closed(page)
    expect(main(page)).to_contain_text(say("frame.closed.appointed", role=say("role.viewer")))
    expect(main(page).locator("input[type=file]")).to_have_count(0)


def test_an_officer_s_write_is_kept_and_their_name_with_it(office: Server, page: Page) -> None:
    visit(page, office, "/coverage")
    sign_in(page, OFFICER.email)
    link_a_measure(page)
    expect(main(page).get_by_text(say("coverage.edit.saved"))).to_be_visible()
    visit(page, office, "/people")
    assert is_closed(page)


def test_an_approver_brings_in_but_keeps_no_backups(office: Server, page: Page) -> None:
    visit(page, office, "/bring-in")
    sign_in(page, APPROVER.email)
    expect(main(page).locator("input[type=file]")).to_have_count(1)
    visit(page, office, "/backups")
    assert is_closed(page)
    expect(main(page).get_by_role("button", name=say("backups.now"))).to_have_count(0)


def test_an_administrator_appoints_and_the_person_can_begin(office: Server, visitors: Visitors, page: Page) -> None:
    other = visitors.page(is_fresh=True)
    visit(other, office)
    sign_in(other, STRANGER)
    expect(main(other)).to_contain_text(say("login.told.unappointed", account=STRANGER, why=""))
    visit(page, office, "/people")
    sign_in(page, ADMIN.email)
    main(page).get_by_label(say("people.column.email"), exact=True).fill(STRANGER.upper())
    main(page).get_by_label(say("people.form.name"), exact=True).fill("สมหญิง คนใหม่")
    page.keyboard.press("Tab")
    settle(page)
    main(page).get_by_role("button", name=say("people.form.save")).click()
    expect(main(page).get_by_text(say("people.form.saved", name="สมหญิง คนใหม่"))).to_be_visible()
    expect(main(page).get_by_role("rowheader", name="สมหญิง คนใหม่")).to_be_visible()
    visit(other, office, "/bring-in")
    assert line(other) == say("frame.who", name="สมหญิง คนใหม่", role=say("role.officer"))
    assert not is_closed(other)


def test_the_configured_administrator_begins_with_an_empty_table(
    tmp_path: Path, accounts: Provider, page: Page
) -> None:
    with with_login(tmp_path, accounts, administrator=FIRST) as server:
        visit(page, server, "/people")
        assert is_closed(page)
        sign_in(page, FIRST)
        assert path_of(page) == "/people"
        assert headline(page).inner_text() == say("people.headline.none")
        page.close()


def test_an_account_whose_address_is_not_verified_is_nobody_s(office: Server, page: Page) -> None:
    visit(page, office)
    sign_in(page, UNVERIFIED)
    expect(main(page)).to_contain_text(say("login.told.unverified", account="", why=""))
    assert menu_of(page) == OF_ALL


def test_whoever_signs_in_goes_on_where_they_were(office: Server, page: Page) -> None:
    visit(page, office, "/coverage?indicator=7")
    sign_in(page, VIEWER.email)
    page.wait_for_url("**/coverage?indicator=7*")
    settle(page)
    assert line(page) == greeting(VIEWER)


def test_signing_out_is_for_good(office: Server, page: Page) -> None:
    visit(page, office)
    sign_in(page, ADMIN.email)
    sign_out(page)
    assert {each["name"] for each in page.context.cookies()} & {"_streamlit_user", "_streamlit_user_tokens"} == set()
    assert menu_of(page) == OF_ALL
    expect(page.get_by_role("alert")).to_have_count(0)
    page.reload()
    settle(page)
    visit(page, office, "/people")
    assert is_closed(page)


def test_an_edited_cookie_is_nobody_s(office: Server, page: Page) -> None:
    visit(page, office)
    sign_in(page, VIEWER.email)
    (cookie,) = [each for each in page.context.cookies() if each["name"] == "_streamlit_user"]
    assert cookie["httpOnly"]
    assert cookie["sameSite"] == "Lax"
    signed = str(cookie["value"])
    edited = [signed[:-1] + ("A" if signed[-1] != "A" else "B"), "A" + signed[1:], signed.partition(".")[0], "x"]
    for value in [*edited, forged(office, SECRET + "!")]:
        page.context.add_cookies([{**cookie, "value": value}])  # type: ignore[list-item]
        visit(page, office, "/people")
        assert is_closed(page)
        expect(page.locator(".st-key-sign_in_default button")).to_be_visible()
    page.context.add_cookies([{**cookie, "value": forged(office, SECRET)}])  # type: ignore[list-item]
    visit(page, office, "/people")
    assert not is_closed(page), "the forgery is right but for the secret"


def forged(server: Server, secret: str) -> str:
    """Return a cookie that says the administrator has signed in, signed with a secret."""
    told = {"email": ADMIN.email, "email_verified": True, "is_logged_in": True, "provider": "default"}
    value = json.dumps({**told, "origin": server.url("")})
    return create_signed_value(secret, "_streamlit_user", value).decode()


@pytest.mark.parametrize("query", ["state=wrong&code=wrong", "code=wrong", "error=access_denied&state=wrong"])
def test_an_answer_that_nobody_asked_for_signs_nobody_in(query: str, office: Server, page: Page) -> None:
    visit(page, office, f"/oauth2callback?{query}")
    assert path_of(page) == "/"
    expect(page.get_by_role("alert")).to_have_text(say("login.failed"))
    expect(page.locator(".st-key-sign_in_default button")).to_be_visible()
    page.reload()
    settle(page)
    expect(page.get_by_role("alert")).to_have_count(0)


def test_whoever_changes_their_mind_at_the_provider_is_told(office: Server, page: Page) -> None:
    visit(page, office, "/coverage")
    sign_in(page, "")
    expect(page.get_by_role("alert")).to_have_text(say("login.failed"))
    assert menu_of(page) == OF_ALL


def test_a_provider_that_does_not_answer_is_told(tmp_path: Path, page: Page) -> None:
    with provider({}) as gone:
        pass
    with with_login(tmp_path, gone, may_trace=True) as server:
        visit(page, server, "/coverage")
        page.locator(".st-key-sign_in_default button").click()
        expect(page.get_by_role("alert")).to_have_text(say("login.failed"))
        page.close()


@pytest.mark.parametrize("size", ["phone", "projector"])
def test_the_line_in_the_header_fits(size: str, office: Server, visitors: Visitors) -> None:
    page = visitors.page(size, is_fresh=True)  # type: ignore[arg-type]
    visit(page, office)
    sign_in(page, APPROVER.email)
    window = page.evaluate("innerWidth")
    boxes = [page.locator(each).bounding_box() for each in (".visitor", ".st-key-sign_out button")]
    for box in boxes:
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= window
    opener = page.get_by_test_id("stExpandSidebarButton").or_(page.get_by_role("navigation").get_by_role("link"))
    menus = [box for each in opener.all() if each.is_visible() and (box := each.bounding_box())]
    assert menus
    assert max(box["x"] + box["width"] for box in menus) <= boxes[0]["x"]  # type: ignore[index]
    sign_out(page)


def test_a_server_that_others_reach_is_read_only_without_login(tmp_path: Path, page: Page) -> None:
    with running(tmp_path, options=["--server.address=0.0.0.0"]) as server:
        for path in ("/", "/coverage"):
            visit(page, server, path)
            expect(page.get_by_role("status").first).to_have_text(say("login.told.exposed", account="", why=""))
            expect(main(page).get_by_role("textbox")).to_have_count(0)
        assert line(page) == say("frame.read_only")
        assert menu_of(page) == OF_ALL
        visit(page, server, "/bring-in")
        assert is_closed(page)
        page.close()


def test_another_name_of_this_computer_is_read_only_without_login(server: Server, page: Page) -> None:
    """A page of another host may lead a browser here by a name of its own."""
    page.set_extra_http_headers({"X-Forwarded-For": "192.0.2.1"})
    visit(page, server)
    expect(page.get_by_role("status").first).to_have_text(say("login.told.elsewhere", account="", why=""))


def test_the_public_s_view_stays_over_the_menu_and_new_tabs(server: Server, page: Page) -> None:
    visit(page, server, "/?view=public")
    assert menu_of(page) == OF_ALL
    follow_menu(page, "coverage")
    page.wait_for_url("**/coverage?*view=public*")
    settle(page)
    expect(main(page).get_by_role("textbox")).to_have_count(0)
    way = main(page).locator(".ita a[href*='measures']").first
    with page.context.expect_page() as opened:
        way.click(modifiers=["Control"])
    other = opened.value
    other.wait_for_function("!!document.querySelector('[data-testid=stMain] h1')")
    settle(other)
    assert "view=public" in urlsplit(other.url).query
    assert line(other) == say("frame.in_public")
    other.close()
    page.locator(".visitor a").click()
    expect(page.locator(".visitor a")).to_have_text(say("frame.public_view"))
    settle(page)
    assert path_of(page) == "/coverage"
    assert "view" not in urlsplit(page.url).query
    expect(main(page).get_by_role("textbox").first).to_be_visible()
