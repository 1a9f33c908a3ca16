"""Who works with the data, and what each role may do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, get_args

from ita_analysis.errors import RightMissing
from ita_analysis.thai.text import flat, key, to_arabic

Role = Literal["viewer", "officer", "approver", "administrator"]
Right = Literal["enter", "plan", "submit", "approve", "bring", "keep", "appoint"]
ROLES: tuple[Role, ...] = get_args(Role)
RIGHTS: tuple[Right, ...] = get_args(Right)
_RIGHTS: dict[Role, frozenset[Right]] = {
    "viewer": frozenset(),
    "officer": frozenset({"enter", "plan", "submit", "bring"}),
    "approver": frozenset({"enter", "plan", "submit", "bring", "approve"}),
    "administrator": frozenset(RIGHTS),
}
# What is done to the whole of an agency, so that a person of one unit may not do it.
_OF_THE_WHOLE: frozenset[Right] = frozenset({"submit", "approve", "bring", "keep", "appoint"})

_ADDRESS = re.compile(r"[^\s@<>\"',;:()\[\]\\]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_LONGEST_ADDRESS = 254


@dataclass(frozen=True)
class Person:
    """A person at work: who it is, and for which agency and unit; None stands for all of them."""

    role: Role
    email: str = ""
    name: str = ""
    position: str = ""
    agency_code: str | None = None
    unit: str | None = None


DESK = Person("administrator")  # whoever sits at the one PC that needs no login
COMMAND = Person("administrator", "command")
PROGRAM = Person("administrator", "program")
PUBLIC = Person("viewer", "public")  # whoever has not logged in: sees no personal names


def may(person: Person, right: Right, agency_code: str | None = None, unit: str | None = None) -> bool:
    """Return whether a person has a right over an agency (None: over all of them) and a unit (None: all of it)."""
    if right not in _RIGHTS[person.role]:
        return False
    if person.agency_code is not None and person.agency_code != agency_code:
        return False
    if person.unit is None:
        return True
    return right not in _OF_THE_WHOLE and unit is not None and _is_same_unit(person.unit, unit)


def may_somewhere(person: Person, right: Right) -> bool:
    """Return whether a person has a right over what is theirs, however little that is."""
    return may(person, right, person.agency_code, person.unit)


def require(person: Person, right: Right, agency_code: str | None = None, unit: str | None = None) -> None:
    """Raise RightMissing where a person has not a right."""
    if not may(person, right, agency_code, unit):
        raise RightMissing(f"right_{right}")


def _is_same_unit(one: str, other: str) -> bool:
    """Return whether two names are of one unit, however they are spelled; a blank one is of none."""
    return flat(one) != "" and _spelled(one) == _spelled(other)


def _spelled(unit: str) -> tuple[str, list[str]]:
    """Return what the spellings of a unit share: its letters, else its signs, and its numbers, where 1.1 is not 11."""
    return key(unit) or flat(unit), re.findall(r"\d+", to_arabic(flat(unit)))


def address(typed: object) -> str:
    """Return an e-mail address as people are told apart by it; nothing where it is none.

    Upper and lower case are one. Letters beyond ASCII are refused: some of them fold into others' letters.
    """
    told = typed.strip().casefold() if isinstance(typed, str) and typed.isascii() else ""
    return told if len(told) <= _LONGEST_ADDRESS and _ADDRESS.fullmatch(told) else ""
