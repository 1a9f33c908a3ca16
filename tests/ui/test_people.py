"""The page of people: who may log in, the form that appoints them, what roles may do, how login is set up."""

from __future__ import annotations

from dataclasses import replace

import duckdb
import pytest

from ita_analysis.errors import StoreError
from ita_analysis.paths import PROJECT
from ita_analysis.people import DESK, RIGHTS, Person
from ita_analysis.store.people import Entry, person_of, set_person
from ita_analysis.texts import explain, say
from tests.store.files import rows
from tests.store.invented import agency, small_report, store
from tests.ui.screen import Screen, visit
from tests.ui.signed import ADMIN, VIEWER, account, appoint, come
from tests.ui.states import TAGS

NEW = "new"
OFFICER = Person("officer", "officer@trat.go.th", "อรุณ เจ้าหน้าที่ตัวอย่าง", "นิติกร")


@pytest.fixture(autouse=True)
def _nobody_is_configured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ITA_ADMINISTRATOR", raising=False)


@pytest.fixture
def code(empty: duckdb.DuckDBPyConnection) -> str:
    """An agency whose measure a unit answers for, and another."""
    store(empty, small_report(agency(2)))
    return store(empty, small_report(agency(1))).agency_code


def chosen(shown: Screen, email: str) -> Screen:
    shown.at.selectbox(key="person_chosen").set_value(email).run()
    return shown


def typed(shown: Screen, who: str, /, **texts: str) -> Screen:
    """Type into the form for a person."""
    for name, text in texts.items():
        shown.at.text_input(key=f"person_{name}_{who}").set_value(text)
    return shown


def pick(shown: Screen, name: str, email: str, value: str) -> Screen:
    shown.at.selectbox(key=f"person_{name}_{email}").set_value(value).run()
    return shown


def save(shown: Screen) -> Screen:
    shown.at.button(key="save_person").click().run()
    return shown


def test_the_first_person_is_added(empty: duckdb.DuckDBPyConnection) -> None:
    shown = visit("people")
    assert shown.headline == say("people.headline.none")
    assert say("people.lead.off") in shown.standfirst
    assert say("people.lead.no_administrator") in shown.standfirst
    typed(shown, NEW, email="Admin@Trat.go.th", name=ADMIN.name, position=ADMIN.position)
    save(pick(shown, "role", NEW, "administrator"))
    assert shown.problems == []
    assert shown.told("done") == [say("people.form.saved", name=ADMIN.name)]
    assert person_of(empty, ADMIN.email) == Entry(ADMIN)
    assert shown.headline == say("people.headline.one")
    assert [row[:2] for row in shown.rows(say("people.column.email"))] == [
        [f"{ADMIN.name} {ADMIN.position}", ADMIN.email]
    ]
    assert say("people.lead.no_administrator") not in shown.standfirst
    assert shown.at.text_input(key=f"person_name_{NEW}").value == "", "the form is ready for the next one"


def test_an_officer_of_a_unit_is_added(empty: duckdb.DuckDBPyConnection, code: str) -> None:
    shown = typed(visit("people"), NEW, email=OFFICER.email, name=OFFICER.name)
    assert shown.at.selectbox(key=f"person_role_{NEW}").value == "officer", "the most of them are"
    pick(shown, "agency", NEW, code)
    save(pick(shown, "unit", NEW, "กองการประปา"))
    assert shown.problems == []
    stored = person_of(empty, OFFICER.email)
    assert stored
    assert (stored.person.agency_code, stored.person.unit) == (code, "กองการประปา")
    assert "กองการประปา" in shown.rows(say("people.column.email"))[0]


def test_where_is_asked_as_the_role_needs_it(code: str) -> None:
    shown = visit("people")
    keys = lambda: {str(box.key) for box in shown.at.selectbox}  # noqa: E731
    assert f"person_agency_{NEW}" in keys()
    assert f"person_unit_{NEW}" not in keys(), "of all agencies there is no unit"
    pick(shown, "agency", NEW, code)
    assert f"person_unit_{NEW}" in keys()
    pick(shown, "role", NEW, "approver")
    assert f"person_unit_{NEW}" not in keys()
    pick(shown, "role", NEW, "administrator")
    assert f"person_agency_{NEW}" not in keys()


def test_a_person_is_changed_and_deactivated(empty: duckdb.DuckDBPyConnection, code: str) -> None:
    appoint(empty, ADMIN, replace(OFFICER, agency_code=code, unit="กองการประปา"))
    shown = chosen(visit("people"), OFFICER.email)
    assert shown.at.selectbox(key=f"person_unit_{OFFICER.email}").value == "กองการประปา"
    typed(shown, OFFICER.email, position="นิติกรชำนาญการ")
    shown.at.checkbox(key=f"person_active_{OFFICER.email}").uncheck()
    save(pick(shown, "role", OFFICER.email, "viewer"))
    assert shown.problems == []
    wanted = replace(OFFICER, role="viewer", position="นิติกรชำนาญการ", agency_code=code)
    assert person_of(empty, OFFICER.email) == Entry(wanted, is_active=False)
    assert say("people.not_active") in shown.text
    assert shown.headline == say("people.headline.one")


def test_what_was_typed_stays_where_it_is_refused(empty: duckdb.DuckDBPyConnection) -> None:
    shown = save(typed(visit("people"), NEW, email="no address", name="สมชาย"))
    assert shown.problems == [explain(StoreError("person_email"))]
    assert shown.at.text_input(key=f"person_name_{NEW}").value == "สมชาย"
    save(typed(shown, NEW, email=OFFICER.email))
    assert person_of(empty, OFFICER.email)


def test_what_another_administrator_changed_meanwhile_is_not_overwritten(empty: duckdb.DuckDBPyConnection) -> None:
    """Not even after the page was run again: the form still holds what was typed upon the older row."""
    appoint(empty, ADMIN, OFFICER)
    shown = chosen(visit("people"), OFFICER.email)
    set_person(empty, OFFICER, is_active=False, seen=person_of(empty, OFFICER.email), who=DESK)
    shown.at.run()
    save(typed(shown, OFFICER.email, name="ชื่อใหม่"))
    assert shown.problems == [explain(StoreError("person_changed_meanwhile", email=OFFICER.email))]
    assert person_of(empty, OFFICER.email) == Entry(OFFICER, is_active=False)


def test_the_last_administrator_stays(empty: duckdb.DuckDBPyConnection) -> None:
    appoint(empty, ADMIN)
    shown = chosen(come("people", account(ADMIN.email)), ADMIN.email)
    save(pick(shown, "role", ADMIN.email, "viewer"))
    assert shown.problems == [explain(StoreError("person_last_administrator"))]


def test_whoever_gives_the_right_away_has_it_no_more(empty: duckdb.DuckDBPyConnection) -> None:
    other = replace(ADMIN, email="other@trat.go.th", name="อีกคน")
    appoint(empty, ADMIN, other)
    shown = chosen(come("people", account(ADMIN.email)), ADMIN.email)
    save(pick(shown, "role", ADMIN.email, "viewer"))
    assert shown.traces == []
    assert shown.headline == say("frame.closed.title")
    assert person_of(empty, ADMIN.email) == Entry(replace(ADMIN, role="viewer"))


def test_hostile_words_are_words(empty: duckdb.DuckDBPyConnection) -> None:
    for number, tag in enumerate(TAGS):
        appoint(empty, Person("viewer", f"a{number}@trat.go.th", tag, tag))
    shown = visit("people")
    assert shown.problems == []
    assert "<script" not in shown.html
    assert [row[0] for row in shown.rows(say("people.column.email"))] != []
    assert {each.tag for each in shown.elements()} & {"script", "img", "style"} == set()


@pytest.mark.usefixtures("empty")
def test_each_right_is_told_for_each_role() -> None:
    shown = visit("people")
    table = {row[0]: row[1:] for row in shown.rows(say("people.column.right"))}
    assert len(table) == len(RIGHTS)
    assert set(table[say("people.right.appoint")][:3]) == {"–"}
    assert all(row[3].endswith(say("people.may")) for row in table.values())
    assert all(row[0] == "–" for row in table.values()), "a viewer only looks"


def test_how_login_is_set_up_is_told_where_it_is_not(empty: duckdb.DuckDBPyConnection) -> None:
    appoint(empty, ADMIN)
    shown = visit("people")
    assert len(shown.elements("pre", "sample")) == 3
    example = (PROJECT / ".streamlit" / "secrets.example.toml").read_text(encoding="utf-8")
    assert " ".join(example.split()) in [each.text for each in shown.elements("pre", "sample")]
    signed_in = come("people", account(ADMIN.email))
    assert signed_in.elements("pre", "sample") == []
    assert say("people.lead.on") in signed_in.standfirst


def test_the_configured_administrator_is_named(
    empty: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ITA_ADMINISTRATOR", "First@trat.go.th")
    appoint(empty, VIEWER)
    assert say("people.lead.first", email="first@trat.go.th") in visit("people").standfirst
    shown = come("people", account("first@trat.go.th"))
    assert shown.headline == say("people.headline.one")
    save(typed(shown, NEW, email=OFFICER.email, name=OFFICER.name))
    last = rows(empty, "select who, who_name from audit where deed = 'person_saved' order by audit_id desc limit 1")
    assert last == [("first@trat.go.th", "ชื่อในบัญชี")]
