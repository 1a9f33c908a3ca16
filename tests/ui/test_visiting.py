"""Who looks at the page: from this PC, from elsewhere, signed in as each of the roles; and what each is shown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from ita_analysis.people import Person
from ita_analysis.store.people import person_of, set_person
from ita_analysis.texts import say
from ita_analysis.ui.frame import PAGES
from tests.reports.plain_report import write_plain
from tests.store.files import rows, tables
from tests.ui.clients import Client, ask_from
from tests.ui.markup import way_of
from tests.ui.screen import Screen, visit
from tests.ui.signed import ADMIN, LOGIN, SIGNED_OUT, VIEWER, account, appoint, come, editors, go

FROM_AFAR = Client(remote_ip="192.168.1.20")
CLOSED_TO_ALL = [name for name, (_, _, need) in PAGES.items() if need is not None]
UNIT = "สำนักปลัด องค์การบริหารส่วนตำบลเขาสมิง"
OFFICER = Person("officer", "officer@trat.go.th", "อรุณ เจ้าหน้าที่ตัวอย่าง", "นิติกร", "khao-saming", None)
APPROVER = Person("approver", "approver@trat.go.th", "อุดม ผู้อนุมัติตัวอย่าง", "นายก", "khao-saming")


pytestmark = pytest.mark.usefixtures("shipped")


@pytest.fixture(autouse=True)
def _nobody_is_configured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ITA_ADMINISTRATOR", raising=False)


def line(shown: Screen) -> str:
    """Return what the line in the header says."""
    (found,) = shown.elements("div", "visitor")
    return found.text


def buttons(shown: Screen) -> set[str]:
    """Return the buttons of the line in the header."""
    return {str(each.key) for each in shown.at.button if str(each.key).startswith("sign_") and "round" not in each.key}


def is_closed(shown: Screen) -> bool:
    return shown.headline == say("frame.closed.title")


def test_the_one_pc_needs_no_login() -> None:
    shown = visit()
    assert line(shown) == say("frame.public_view")
    assert buttons(shown) == set()
    assert shown.told("note") == []


@pytest.mark.parametrize("page", CLOSED_TO_ALL)
def test_every_page_is_open_at_the_one_pc(page: str) -> None:
    assert not is_closed(visit(page))


@pytest.mark.parametrize("page", PAGES)
def test_from_elsewhere_pages_can_be_read_and_say_why_no_more(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ask_from(FROM_AFAR, monkeypatch)
    shown = visit(page)
    assert line(shown) == say("frame.read_only")
    assert shown.told("note")[0] == say("login.told.elsewhere", account="", why="")
    assert editors(shown) == []
    assert is_closed(shown) == (page in CLOSED_TO_ALL)


def test_a_browser_that_has_gone_is_not_the_one_at_the_desk(monkeypatch: pytest.MonkeyPatch) -> None:
    ask_from(None, monkeypatch)
    assert line(visit()) == say("frame.read_only")


@pytest.mark.parametrize("header", ["Forwarded", "X-Forwarded-For", "x-forwarded-host", "X-Real-IP", "Via"])
def test_a_proxy_that_says_so_is_elsewhere(header: str, monkeypatch: pytest.MonkeyPatch) -> None:
    client = Client()
    ask_from(replace(client, named={**client.named, header: "127.0.0.1"}), monkeypatch)
    assert line(visit()) == say("frame.read_only")


@pytest.mark.parametrize("page", PAGES)
def test_signed_out_one_may_read_and_sign_in(page: str) -> None:
    shown = come(page)
    assert shown.problems == []
    assert buttons(shown) == {"sign_in_default"}
    assert editors(shown) == []
    assert is_closed(shown) == (page in CLOSED_TO_ALL)
    if is_closed(shown):
        assert shown.standfirst == say("frame.closed.signed_out")


def test_each_provider_has_its_way_in() -> None:
    provider = {name: value for name, value in LOGIN.items() if name not in {"redirect_uri", "cookie_secret"}}
    shown = come()
    shown.at.secrets = {"auth": {**LOGIN, "thaid": provider}}
    shown.at.run()
    assert [each.label for each in shown.at.button][:2] == [say("login.in"), say("login.in_with", provider="thaid")]


def test_an_account_without_a_right_is_told_whom_to_ask(shipped: duckdb.DuckDBPyConnection) -> None:
    appoint(shipped, VIEWER, is_active=False)
    for email in ("new@trat.go.th", VIEWER.email):
        shown = come("coverage", account(email))
        assert shown.told("note") == [say("login.told.unappointed", account=email, why="")]
        assert line(shown) == email
        assert buttons(shown) == {"sign_out"}
        assert editors(shown) == []
        assert is_closed(go(shown, "bring-in"))


def test_an_account_without_a_verified_address_is_nobody_s(shipped: duckdb.DuckDBPyConnection) -> None:
    appoint(shipped, ADMIN)
    shown = come("executive", {**account(ADMIN.email), "email_verified": False})
    assert shown.told("note") == [say("login.told.unverified", account="", why="")]
    assert buttons(shown) == {"sign_out"}


@pytest.mark.parametrize(
    ("person", "opened_to"),
    [
        (VIEWER, set()),
        (OFFICER, {"entry", "plan", "bring-in", "survey", "scores"}),
        (replace(OFFICER, unit=UNIT), {"entry", "plan"}),
        (APPROVER, {"entry", "plan", "bring-in", "survey", "scores"}),
        (ADMIN, set(CLOSED_TO_ALL)),
    ],
    ids=lambda each: f"{each.role} {each.unit}" if isinstance(each, Person) else "",
)
def test_each_role_sees_its_pages(person: Person, opened_to: set[str], shipped: duckdb.DuckDBPyConnection) -> None:
    appoint(shipped, person)
    shown = come("executive", account(person.email))
    assert line(shown).startswith(say("frame.who", name=person.name, role=say(f"role.{person.role}")))
    assert shown.told("note") == []
    seen = {page for page in CLOSED_TO_ALL if not is_closed(go(shown, page))}
    assert seen >= opened_to
    assert seen - opened_to <= {name for name in CLOSED_TO_ALL if PAGES[name][2] == "names"}


def test_a_page_that_a_role_may_not_use_says_so(shipped: duckdb.DuckDBPyConnection) -> None:
    appoint(shipped, VIEWER)
    shown = come("backups", account(VIEWER.email))
    assert shown.standfirst == say("frame.closed.appointed", role=say("role.viewer"))


@pytest.mark.parametrize("page", [name for name, (_, _, need) in PAGES.items() if need in {None, "names"}])
def test_a_viewer_has_no_control(page: str, shipped: duckdb.DuckDBPyConnection) -> None:
    appoint(shipped, VIEWER)
    assert editors(come(page, account(VIEWER.email))) == []


def test_an_officer_of_a_unit_links_only_the_unit_s_measures(shipped: duckdb.DuckDBPyConnection) -> None:
    ((unit, count),) = rows(shipped, "select responsible, count(*) from measure group by all order by 2, 1 limit 1")
    own, other = replace(OFFICER, unit=str(unit)), replace(OFFICER, email="other@trat.go.th", unit="กองอื่น")
    appoint(shipped, own, other)
    shown = come("coverage", account(own.email))
    assert len(shown.at.selectbox(key="link_measure").options) == count
    assert editors(come("coverage", account(other.email))) == []


def test_a_right_that_is_taken_away_is_gone_before_the_next_write(shipped: duckdb.DuckDBPyConnection) -> None:
    appoint(shipped, ADMIN, OFFICER)
    shown = come("coverage", account(OFFICER.email))
    shown.at.text_area(key="link_reason").set_value("อ่านแล้ว")
    set_person(shipped, OFFICER, is_active=False, seen=person_of(shipped, OFFICER.email), who=ADMIN)
    shown.at.button(key="set_link").click().run()
    assert rows(shipped, "select count(*) from link_change") == [(0,)]
    assert shown.traces == []
    assert line(shown) == OFFICER.email
    assert editors(shown) == []


def test_a_write_is_kept_under_the_name_of_who_is_signed_in(shipped: duckdb.DuckDBPyConnection) -> None:
    appoint(shipped, OFFICER)
    shown = come("coverage", account(OFFICER.email))
    shown.at.text_area(key="link_reason").set_value("อ่านแล้ว")
    shown.at.button(key="set_link").click().run()
    assert shown.told("done") == [say("coverage.edit.saved")]
    assert rows(shipped, "select distinct who, who_name from audit where deed = 'link_set'") == [
        (OFFICER.email, OFFICER.name)
    ]


def test_an_officer_of_one_agency_is_told_that_another_is_not_theirs(
    shipped: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    """Reports are brought in about all agencies on one page: the store says no, and the page says why."""
    appoint(shipped, OFFICER)
    file = tmp_path / "รายงาน.docx"
    write_plain(file)
    before = tables(shipped)
    shown = come("bring-in", account(OFFICER.email))
    shown.at.file_uploader(key="report_file").set_value((file.name, file.read_bytes(), "")).run()
    shown.at.button(key="store_report").click().run()
    assert shown.problems == [say("error.right_bring")]
    assert tables(shipped) == before


def test_the_rule_of_all_agencies_is_not_offered_to_an_officer_of_one(shipped: duckdb.DuckDBPyConnection) -> None:
    appoint(shipped, OFFICER, replace(OFFICER, email="all@trat.go.th", agency_code=None))
    shown = come("weaknesses", account(OFFICER.email))
    assert editors(shown) == []
    assert say("weaknesses.see_rule") in shown.text
    of_all = come("weaknesses", account("all@trat.go.th"))
    assert "rule_save" in editors(of_all)
    assert say("weaknesses.change_rule") in of_all.text


def test_signing_out_ends_it_at_once(shipped: duckdb.DuckDBPyConnection) -> None:
    appoint(shipped, ADMIN)
    shown = come("people", account(ADMIN.email))
    assert not is_closed(shown)
    shown.at.button(key="sign_out").click().run()
    assert shown.at.user == SIGNED_OUT
    assert buttons(shown) == {"sign_in_default"}
    assert is_closed(shown)


def test_a_sign_in_that_failed_is_told_once() -> None:
    shown = come("executive", SIGNED_OUT, login="failed")
    assert shown.told("problem") == [say("login.failed")]
    assert "login" not in shown.at.query_params
    shown.at.run()
    assert shown.told("problem") == []


def test_settings_that_do_not_hold_are_told() -> None:
    shown = come()
    shown.at.secrets = {"auth": {**LOGIN, "cookie_secret": "xxx"}}
    shown.at.run()
    (said,) = shown.told("note")
    assert say("login.spoilt.secret", least=32) in said
    assert buttons(shown) == set()


@pytest.mark.parametrize("page", PAGES)
def test_the_public_s_view_has_no_control_and_a_way_back(page: str) -> None:
    shown = visit(page, view="public")
    assert line(shown) == f"{say('frame.in_public')}{say('frame.own_view')}"
    assert editors(shown) == []
    assert is_closed(shown) == (page in CLOSED_TO_ALL)
    (back,) = shown.elements("div", "visitor")
    (way,) = [way_of(each.href) for each in back.find("a")]
    assert (way.page or "executive") == page
    assert go(shown, page, **way.address).at.query_params.get("view") is None
    assert line(shown) == say("frame.public_view")
    assert not is_closed(shown)


def test_the_public_s_view_goes_along_and_comes_back_with_the_filters() -> None:
    shown = visit("measures", view="public", indicator="7")
    (back,) = shown.elements("div", "visitor")
    (way,) = [way_of(each.href) for each in back.find("a")]
    assert way.address["indicator"] == "7"
    shown = go(shown, "coverage")
    assert shown.at.query_params["view"] == "public"
    assert editors(shown) == []


def test_the_public_s_view_of_the_public_is_no_view_of_its_own() -> None:
    shown = come("executive", SIGNED_OUT, view="public")
    assert line(shown) == ""
    assert buttons(shown) == {"sign_in_default"}
