"""Who somebody is, as a table: whoever is not known for sure is one of the public, and never the one at the desk."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_analysis.people import DESK, PUBLIC, RIGHTS, Person, may_somewhere
from ita_analysis.store.people import Entry
from ita_analysis.ui.standing import Request, Visit, is_loopback, verified_address, who_is

HERE = Request("127.0.0.1", None, "127.0.0.1:8501", "http://127.0.0.1:8501", is_passed_on=False)
OFFICER = Person("officer", "officer@trat.go.th", "เจ้าหน้าที่ ตัวอย่าง", "นิติกร", "x", "กอง")
GONE = Person("approver", "gone@trat.go.th", "ผู้ย้าย ไปแล้ว")
VIEWER = Person("viewer", "viewer@trat.go.th", "ผู้ดู ตัวอย่าง")
PEOPLE = {OFFICER.email: Entry(OFFICER), GONE.email: Entry(GONE, is_active=False), VIEWER.email: Entry(VIEWER)}
FIRST = "first@trat.go.th"
SIGNED_IN = {"is_logged_in": True, "email": OFFICER.email, "email_verified": True, "name": "ชื่อของผู้ให้บริการ"}

AT_THE_DESK = (
    HERE,
    replace(HERE, served_at="localhost", host="localhost:8501", origin="http://localhost:8501"),
    replace(HERE, served_at="::1", comes_from="::1", host="[::1]:8501", origin="http://[::1]:8501"),
    replace(HERE, comes_from="127.0.0.1"),
    replace(HERE, comes_from="::ffff:127.0.0.1"),
    replace(HERE, origin=None),
    replace(HERE, host="127.0.0.1"),
)
ELSEWHERE = (
    replace(HERE, comes_from="192.168.1.20"),
    replace(HERE, comes_from="::ffff:192.168.1.20"),
    replace(HERE, comes_from="not an address"),
    replace(HERE, comes_from=""),
    replace(HERE, host=None),
    replace(HERE, host=""),
    replace(HERE, host="dashboard.trat.go.th"),
    replace(HERE, host="192.168.1.5:8501"),
    replace(HERE, host="[::1"),
    replace(HERE, host="127.0.0.1.evil.example:8501"),
    replace(HERE, host="evil.example@127.0.0.1:8501", origin="https://evil.example"),
    replace(HERE, origin="https://dashboard.trat.go.th"),
    replace(HERE, origin="http://evil.example"),
    replace(HERE, origin="null"),
    replace(HERE, origin="http://[::1"),
    replace(HERE, is_passed_on=True),
)
EXPOSED = ("0.0.0.0", "::", "192.168.1.5", "", None, "unix:///run/x", "server", "128.0.0.1")


def who(login: str = "on", request: Request = HERE, claims: object = None, first: str = FIRST) -> Visit:
    return who_is(login, request, claims or {}, PEOPLE.get, first)  # type: ignore[arg-type]


@pytest.mark.parametrize("request_", AT_THE_DESK, ids=str)
def test_whoever_sits_at_the_one_pc_needs_no_login(request_: Request) -> None:
    assert who("off", request_) == Visit(DESK, "desk")
    assert who("off", request_, {"email": FIRST}) == Visit(DESK, "desk")


@pytest.mark.parametrize("request_", ELSEWHERE, ids=str)
def test_a_request_that_may_come_from_elsewhere_is_the_public_s(request_: Request) -> None:
    assert who("off", request_) == Visit(PUBLIC, "elsewhere")


@pytest.mark.parametrize("served_at", EXPOSED, ids=str)
@pytest.mark.parametrize("request_", [*AT_THE_DESK, *ELSEWHERE], ids=str)
def test_a_server_that_others_reach_knows_nobody_without_login(request_: Request, served_at: str | None) -> None:
    assert who("off", replace(request_, served_at=served_at)) == Visit(PUBLIC, "exposed")


@pytest.mark.parametrize("login", ["on", "spoilt"])
@pytest.mark.parametrize("claims", [{}, {"is_logged_in": False}, SIGNED_IN, {**SIGNED_IN, "email": FIRST}], ids=str)
def test_with_settings_of_login_nobody_is_at_the_desk(login: str, claims: dict[str, object]) -> None:
    assert who(login, HERE, claims).person != DESK


def test_settings_that_do_not_hold_let_nobody_in() -> None:
    assert who("spoilt", HERE, SIGNED_IN) == Visit(PUBLIC, "spoilt")


@pytest.mark.parametrize("said", [None, False, "true", "True", 1, "1", []], ids=repr)
def test_only_the_word_of_the_provider_is_a_sign_in(said: object) -> None:
    assert who(claims={**SIGNED_IN, "is_logged_in": said}) == Visit(PUBLIC, "signed_out")
    assert who(claims={"email": OFFICER.email}) == Visit(PUBLIC, "signed_out")


@pytest.mark.parametrize("email", [OFFICER.email, "Officer@TRAT.go.th", " officer@trat.go.th "])
def test_an_appointed_person_is_as_the_table_says(email: str) -> None:
    assert who(claims={**SIGNED_IN, "email": email}) == Visit(OFFICER, "appointed", OFFICER.email)


@pytest.mark.parametrize("email", [GONE.email, "unknown@trat.go.th"])
def test_whoever_has_no_right_is_one_of_the_public_with_an_account(email: str) -> None:
    assert who(claims={**SIGNED_IN, "email": email}) == Visit(PUBLIC, "unappointed", email)


@pytest.mark.parametrize("said", [False, "false", "False", " FALSE ", 0, "0", "no", None, "None", ""], ids=repr)
def test_an_address_that_is_not_verified_counts_for_nothing(said: object) -> None:
    for email in (OFFICER.email, FIRST):
        assert who(claims={**SIGNED_IN, "email": email, "email_verified": said}) == Visit(PUBLIC, "unverified")


@pytest.mark.parametrize("said", [True, "true", "True", 1])
def test_a_verified_address_counts(said: object) -> None:
    assert verified_address({"email": OFFICER.email, "email_verified": said}) == OFFICER.email
    assert verified_address({"email": OFFICER.email}) == OFFICER.email, "a provider that says nothing of it"


@pytest.mark.parametrize("email", [None, "", "officer", 7, ["officer@trat.go.th"], "of\u017ficer@trat.go.th"], ids=repr)
def test_without_an_address_nobody_is_known(email: object) -> None:
    assert who(claims={**SIGNED_IN, "email": email}) == Visit(PUBLIC, "unverified")


def test_the_configured_administrator_is_one_whatever_the_table_says() -> None:
    named = {**SIGNED_IN, "email": "First@Trat.go.th"}
    assert who(claims=named) == Visit(Person("administrator", FIRST, "ชื่อของผู้ให้บริการ"), "appointed", FIRST)
    for known in (OFFICER, GONE, VIEWER):
        visit = who(claims={**SIGNED_IN, "email": known.email}, first=known.email)
        assert visit.person == Person("administrator", known.email, known.name, known.position)
    assert who(claims={"is_logged_in": True, "email": FIRST}).person.name == FIRST, "the history needs a name"


def test_without_a_configured_administrator_an_empty_address_is_none() -> None:
    assert who(claims={**SIGNED_IN, "email": ""}, first="").person == PUBLIC


KNOWN_HOSTS = ["127.0.0.1", "localhost", "::1", "[::1]", "evil.example"]
HOSTS = st.one_of(st.none(), st.text(max_size=12), st.sampled_from(KNOWN_HOSTS))


@given(HOSTS, HOSTS, HOSTS, HOSTS, st.booleans(), st.sampled_from(["off", "on", "spoilt"]))
def test_nobody_is_at_the_desk_unless_all_that_is_known_says_so(
    served_at: str | None, comes_from: str | None, host: str | None, origin: str | None, is_passed_on: bool, login: str
) -> None:
    request = Request(served_at, comes_from, host, origin, is_passed_on)
    if who(login, request).person == DESK:
        assert login == "off"
        assert not is_passed_on
        assert is_loopback(served_at)
        assert comes_from is None or is_loopback(comes_from)
        assert host
        assert "127." in host or "localhost" in host.casefold() or "::1" in host


def test_the_public_sees_no_names_and_may_do_nothing() -> None:
    visit = Visit(PUBLIC, "signed_out")
    assert not visit.sees_names
    assert [right for right in RIGHTS if may_somewhere(visit.person, right)] == []


def test_the_public_s_view_takes_names_and_rights_and_says_that_it_was_chosen() -> None:
    shown = Visit(DESK, "desk").in_public()
    assert (shown.person, shown.is_public_by_choice) == (PUBLIC, True)
    assert not Visit(PUBLIC, "signed_out").in_public().is_public_by_choice, "there is nothing else to go back to"


def test_a_sight_differs_by_names_and_rights_and_by_nothing_else() -> None:
    sights = {
        Visit(person, "appointed").sight
        for person in (
            PUBLIC, VIEWER, OFFICER, replace(OFFICER, unit=None), replace(OFFICER, unit=None, agency_code=None),
            Person("approver", "a@b.th"), DESK,
        )
    }  # fmt: skip
    assert len(sights) == 7
    assert Visit(VIEWER, "appointed").sight == Visit(replace(VIEWER, email="a@b.th"), "appointed").sight
