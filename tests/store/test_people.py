"""People: an administrator appoints them, what was not seen is not overwritten, and somebody is left to do it."""

from __future__ import annotations

import json

import duckdb
import pytest

from ita_analysis.errors import RightMissing, StoreError
from ita_analysis.people import DESK, PUBLIC, Person
from ita_analysis.store.people import LONGEST, Entry, first_administrator, person_of, set_person
from tests.store.files import rows, tables
from tests.store.invented import agency, small_report, store

ADMIN = Person("administrator", "admin@trat.go.th", "ผู้ดูแล ตัวอย่าง", "ปลัด")
OTHER_ADMIN = Person("administrator", "other@trat.go.th", "ผู้ดูแล สำรอง")
OFFICER = Person("officer", "officer@trat.go.th", "เจ้าหน้าที่ ตัวอย่าง", "นิติกร")


@pytest.fixture(autouse=True)
def _nobody_is_configured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ITA_ADMINISTRATOR", raising=False)


@pytest.fixture
def code(empty: duckdb.DuckDBPyConnection) -> str:
    """The code of an agency whose measure a unit answers for."""
    return store(empty, small_report(agency())).agency_code


def added(opened: duckdb.DuckDBPyConnection, person: Person, *, is_active: bool = True) -> Entry:
    """Add a person; return the row as an administrator sees it."""
    set_person(opened, person, is_active=is_active, seen=None, who=DESK)
    entry = person_of(opened, person.email)
    assert entry
    return entry


def refused(opened: duckdb.DuckDBPyConnection, person: Person, *, seen: Entry | None, is_active: bool = True) -> str:
    """Return why a person is not stored; nothing of the database may have changed."""
    before = tables(opened)
    with pytest.raises(StoreError) as caught:
        set_person(opened, person, is_active=is_active, seen=seen, who=DESK)
    assert tables(opened) == before
    return caught.value.key


def test_a_person_is_found_by_the_address_in_any_case(empty: duckdb.DuckDBPyConnection) -> None:
    assert person_of(empty, OFFICER.email) is None
    assert added(empty, Person("officer", " Officer@TRAT.go.th ", "  เจ้าหน้าที่   ตัวอย่าง ", "นิติกร\n")) == Entry(OFFICER)
    assert person_of(empty, "OFFICER@trat.go.th") == Entry(OFFICER)
    assert person_of(empty, "") is None
    assert person_of(empty, "nobody@trat.go.th") is None


def test_what_was_seen_is_changed(empty: duckdb.DuckDBPyConnection, code: str) -> None:
    seen = added(empty, OFFICER)
    of_unit = Person("officer", OFFICER.email, "ชื่อใหม่", "นิติกรชำนาญการ", code, "กองการประปา")
    set_person(empty, of_unit, is_active=False, seen=seen, who=DESK)
    assert person_of(empty, OFFICER.email) == Entry(of_unit, is_active=False)


def test_each_change_is_in_the_history_under_the_administrator_s_name(empty: duckdb.DuckDBPyConnection) -> None:
    seen = added(empty, OFFICER)
    set_person(empty, Person("viewer", OFFICER.email, OFFICER.name), is_active=True, seen=seen, who=ADMIN)
    added_row, changed = rows(
        empty, "select deed, who, who_name, old_row, new_row from audit where table_name = 'person' order by audit_id"
    )
    assert added_row[:4] == ("person_saved", "", "", None)
    assert changed[:3] == ("person_saved", ADMIN.email, ADMIN.name)
    assert [json.loads(str(each))["role"] for each in changed[3:]] == ["officer", "viewer"]


def test_the_same_again_is_no_change(empty: duckdb.DuckDBPyConnection) -> None:
    seen = added(empty, OFFICER)
    before = tables(empty)
    set_person(empty, OFFICER, is_active=True, seen=seen, who=DESK)
    assert tables(empty) == before


def test_what_was_changed_meanwhile_is_not_overwritten(empty: duckdb.DuckDBPyConnection) -> None:
    seen = added(empty, OFFICER)
    set_person(empty, OFFICER, is_active=False, seen=seen, who=DESK)
    assert refused(empty, Person("approver", OFFICER.email, OFFICER.name), seen=seen) == "person_changed_meanwhile"


def test_a_known_address_is_not_added_again(empty: duckdb.DuckDBPyConnection) -> None:
    added(empty, OFFICER)
    assert refused(empty, Person("administrator", OFFICER.email.upper(), "คนอื่น"), seen=None) == "person_known"


def test_a_person_who_was_never_stored_cannot_be_changed(empty: duckdb.DuckDBPyConnection) -> None:
    assert refused(empty, OFFICER, seen=Entry(OFFICER)) == "person_changed_meanwhile"


@pytest.mark.parametrize(
    "who",
    [
        PUBLIC,
        Person("viewer", "a@b.go.th"),
        OFFICER,
        Person("approver", "a@b.go.th"),
        Person("administrator", "a@b.go.th", agency_code="x"),
    ],
    ids=lambda who: f"{who.role} {who.agency_code}",
)
def test_nobody_but_an_administrator_of_all_appoints(who: Person, empty: duckdb.DuckDBPyConnection) -> None:
    before = tables(empty)
    with pytest.raises(RightMissing) as caught:
        set_person(empty, ADMIN, is_active=True, seen=None, who=who)
    assert caught.value.key == "right_appoint"
    assert tables(empty) == before


@pytest.mark.parametrize(
    ("person", "key"),
    [
        (Person("officer", "no address", "ชื่อ"), "person_email"),
        (Person("officer", "", "ชื่อ"), "person_email"),
        (Person("officer", "a@trat.go.th", " \u200b\n"), "person_name"),
        (Person("officer", "a@trat.go.th", "ก" * (LONGEST + 1)), "person_long"),
        (Person("officer", "a@trat.go.th", "ชื่อ", "ก" * (LONGEST + 1)), "person_long"),
        (Person("administrator", "a@trat.go.th", "ชื่อ", agency_code="CODE"), "person_administrator_of_all"),
        (Person("approver", "a@trat.go.th", "ชื่อ", agency_code="CODE", unit="กอง"), "person_unit_of_officer"),
        (Person("officer", "a@trat.go.th", "ชื่อ", unit="กอง"), "person_unit_of_officer"),
        (Person("officer", "a@trat.go.th", "ชื่อ", agency_code="nobody"), "person_agency_unknown"),
    ],
)
def test_what_does_not_go_together_is_refused(
    person: Person, key: str, empty: duckdb.DuckDBPyConnection, code: str
) -> None:
    about = code if person.agency_code == "CODE" else person.agency_code
    given = Person(person.role, person.email, person.name, person.position, about, person.unit)
    assert refused(empty, given, seen=None) == key


def test_the_last_administrator_stays(empty: duckdb.DuckDBPyConnection) -> None:
    seen = added(empty, ADMIN)
    added(empty, OTHER_ADMIN, is_active=False)
    assert refused(empty, ADMIN, seen=seen, is_active=False) == "person_last_administrator"
    assert refused(empty, Person("viewer", ADMIN.email, ADMIN.name), seen=seen) == "person_last_administrator"
    renamed = Person("administrator", ADMIN.email, "ชื่อใหม่")
    set_person(empty, renamed, is_active=True, seen=seen, who=ADMIN)
    assert person_of(empty, ADMIN.email) == Entry(renamed)


def test_one_of_two_administrators_may_go_and_then_the_other_stays(empty: duckdb.DuckDBPyConnection) -> None:
    first, second = added(empty, ADMIN), added(empty, OTHER_ADMIN)
    set_person(empty, ADMIN, is_active=False, seen=first, who=OTHER_ADMIN)
    assert refused(empty, OTHER_ADMIN, seen=second, is_active=False) == "person_last_administrator"


def test_people_come_before_the_first_administrator_does(empty: duckdb.DuckDBPyConnection) -> None:
    seen = added(empty, OFFICER)
    set_person(empty, OFFICER, is_active=False, seen=seen, who=DESK)
    assert person_of(empty, OFFICER.email) == Entry(OFFICER, is_active=False)


def test_with_a_configured_administrator_the_last_one_of_the_table_may_go(
    empty: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = added(empty, ADMIN)
    monkeypatch.setenv("ITA_ADMINISTRATOR", "First@Trat.go.th")
    assert first_administrator() == "first@trat.go.th"
    set_person(empty, ADMIN, is_active=False, seen=seen, who=DESK)
    assert person_of(empty, ADMIN.email) == Entry(ADMIN, is_active=False)


@pytest.mark.parametrize("said", ["", "nobody", "a@b"])
def test_a_configuration_that_is_no_address_names_nobody(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ITA_ADMINISTRATOR", said)
    assert first_administrator() == ""
