"""Who may log in, and as what: rows that an administrator sets; the first administrator is named by configuration."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import cast

import duckdb

from ita_analysis.errors import StoreError
from ita_analysis.people import Person, Role, address, require
from ita_analysis.store.changing import Unchanged, change
from ita_analysis.store.statements import find, write
from ita_analysis.store.worded import tidy
from ita_analysis.thai.text import flat

LONGEST = 200  # letters of a name, a position or a unit
CONFIGURED = "ITA_ADMINISTRATOR"


@dataclass(frozen=True)
class Entry:
    """A person as the table has it, and whether that person may log in."""

    person: Person
    is_active: bool = True


def first_administrator() -> str:
    """Return the address that the configuration names as an administrator's, or nothing."""
    return address(os.environ.get(CONFIGURED))


def person_of(opened: duckdb.DuckDBPyConnection, email: str) -> Entry | None:
    """Return the person of an address, or None where the table has none."""
    with opened.cursor() as cursor:
        return _stored(cursor, address(email))


def set_person(
    opened: duckdb.DuckDBPyConnection, person: Person, *, is_active: bool, seen: Entry | None, who: Person
) -> None:
    """Add a person, or put what they are and may do in the place of what was seen.

    Raises RightMissing for anybody but an administrator, and StoreError where the address is none or known already,
    the name is blank, role, agency and unit do not go together, another person changed it meanwhile, or nobody would
    be left to administrate; nothing is kept then. The same again is no change.
    """
    require(who, "appoint")
    wanted = Entry(_checked(person), is_active)
    with change(opened, who, "person_saved") as cursor:
        stored = _stored(cursor, wanted.person.email)
        if stored != seen:
            raise StoreError("person_changed_meanwhile" if seen else "person_known", email=wanted.person.email)
        if stored == wanted:
            raise Unchanged
        _require_agency(cursor, wanted.person.agency_code)
        write(cursor, "person_set" if stored else "person_added", _row(wanted))
        if stored and _administrates(stored) and not _somebody_administrates(cursor):
            raise StoreError("person_last_administrator")


def _checked(person: Person) -> Person:
    """Return a person as they are stored: words on one line, and nothing that contradicts the role."""
    email = address(person.email)
    if not email:
        raise StoreError("person_email")
    name, position, unit = (_line(text) for text in (person.name, person.position, person.unit or ""))
    if not name:
        raise StoreError("person_name")
    if person.role == "administrator" and person.agency_code:
        raise StoreError("person_administrator_of_all")
    if unit and not (person.role == "officer" and person.agency_code):
        raise StoreError("person_unit_of_officer")
    return Person(person.role, email, name, position, person.agency_code or None, unit or None)


def _line(text: str) -> str:
    told = flat(tidy(text))
    if len(told) > LONGEST:
        raise StoreError("person_long", count=len(told), most=LONGEST)
    return told


def _stored(cursor: duckdb.DuckDBPyConnection, email: str) -> Entry | None:
    for address_, name, position, role, agency_code, unit, is_active in find(cursor, "stored_person", email=email):
        about = [None if each is None else str(each) for each in (agency_code, unit)]
        return Entry(Person(cast("Role", role), str(address_), str(name), str(position), *about), bool(is_active))
    return None


def _row(entry: Entry) -> dict[str, object]:
    return {**vars(entry.person), "is_active": entry.is_active}


def _require_agency(cursor: duckdb.DuckDBPyConnection, agency_code: str | None) -> None:
    if agency_code and not find(cursor, "agency_of_code", agency_code=agency_code):
        raise StoreError("person_agency_unknown")


def _administrates(entry: Entry) -> bool:
    return entry.is_active and entry.person.role == "administrator"


def _somebody_administrates(cursor: duckdb.DuckDBPyConnection) -> bool:
    ((count,),) = find(cursor, "active_administrators")
    return bool(count) or bool(first_administrator())
