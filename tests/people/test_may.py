"""What each role may do, and over whom: as the words of the field say it, case by case."""

from __future__ import annotations

from itertools import pairwise, product
from typing import get_args

import pytest

from ita_analysis.errors import RightMissing
from ita_analysis.people import COMMAND, DESK, PROGRAM, PUBLIC, ROLES, Person, Right, Role, may, require
from ita_analysis.texts import explain

RIGHTS: tuple[Right, ...] = get_args(Right)
OWN, OTHER = "own", "other"
WATER, ROADS = "กองการประปา", "กองช่าง"
LIMITS = tuple(product((None, OWN), (None, WATER)))
ASKED = tuple(product((OWN, OTHER, None), (WATER, ROADS, None)))
PEOPLE = [Person(role, agency_code=agency, unit=unit) for role in ROLES for agency, unit in LIMITS]


def _expected(person: Person, right: Right, agency_code: str | None, unit: str | None) -> bool:
    """Read the words one after the other: who it is about, whose unit it is, what the role does."""
    if person.agency_code is not None and (agency_code is None or agency_code != person.agency_code):
        return False  # nobody of one agency writes for all of them, nor for another one
    if person.role == "viewer":
        return False
    if person.unit is not None:  # whoever works for a unit enters and plans what is the unit's own, and no more
        return right in ("enter", "plan") and unit == person.unit
    if person.role == "administrator":
        return True
    return right in ("enter", "plan", "submit", "bring") or (right == "approve" and person.role == "approver")


@pytest.mark.parametrize("right", RIGHTS)
@pytest.mark.parametrize("person", PEOPLE, ids=lambda who: f"{who.role}-{who.agency_code}-{bool(who.unit)}")
def test_a_role_does_what_its_words_say(person: Person, right: Right) -> None:
    for agency_code, unit in ASKED:
        expected = _expected(person, right, agency_code, unit)
        assert may(person, right, agency_code, unit) is expected, (agency_code, unit)
        if expected:
            require(person, right, agency_code, unit)
        else:
            with pytest.raises(RightMissing) as refused:
                require(person, right, agency_code, unit)
            assert explain(refused.value), "the sentence says what was refused"


def test_more_of_a_role_is_never_less() -> None:
    """Each role may do all that the one before it may, whatever it is limited to."""
    for (less, more), right, asked, (agency_code, unit) in product(pairwise(ROLES), RIGHTS, ASKED, LIMITS):
        people = [Person(role, agency_code=agency_code, unit=unit) for role in (less, more)]
        assert [may(person, right, *asked) for person in people] != [True, False], (less, more, right)


def test_the_people_that_need_no_login_do_everything_and_the_public_does_nothing() -> None:
    for right in RIGHTS:
        assert all(may(person, right) for person in (DESK, COMMAND, PROGRAM))
        assert not may(PUBLIC, right, OWN, WATER)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("กองช่าง", "กอง ช่าง"),
        ("สํานักปลัด", "สำนักปลัด"),
        ("ฝ่ายที่ ๑", "ฝ่ายที่ 1"),
        ("สำนักปลัด อบต.", "สำนักปลัดอบต"),
        ("Water Unit", "WATER UNIT"),
        ("🎉", " 🎉 "),
    ],
)
@pytest.mark.parametrize("role", ["officer", "approver", "administrator"])
def test_a_unit_is_the_same_however_it_is_spelled(role: Role, one: str, other: str) -> None:
    for own, asked in ((one, other), (other, one)):
        assert may(Person(role, unit=own), "enter", OWN, asked)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("🎉", "🎊"),
        ("!!", "??"),
        ("!!", ""),
        ("", ""),
        (" ", "\u200b"),
        ("-", "กองช่าง"),
        ("ฝ่าย 1.1", "ฝ่าย 11"),
        ("งาน 1/2", "งาน ๑๒"),
        ("งาน 1 2", "งาน 12"),
        ("กองช่าง", "กองช่างโยธา"),
    ],
)
def test_units_that_are_not_one_are_kept_apart(one: str, other: str) -> None:
    for own, asked in ((one, other), (other, one)):
        assert not may(Person("officer", unit=own), "enter", OWN, asked), (own, asked)


def test_whoever_is_limited_to_no_unit_works_on_measures_of_every_unit_and_of_none() -> None:
    assert all(may(Person("officer", agency_code=OWN), "plan", OWN, unit) for unit in (WATER, "🎉", "", None))
