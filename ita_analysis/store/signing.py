"""Who signs the papers of an agency's year: as an imported report says, and as a round was signed in the program."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

import duckdb

from ita_analysis.records import Signatory
from ita_analysis.store.statements import find
from ita_analysis.texts import say

ROLES = {"submitted": "document.role.prepared", "approved": "document.role.approved"}
Row = tuple[object, ...]


@dataclass(frozen=True)
class Signing:
    """Who signs the paper of each round (None: of the plan), and who signed the round in the program, and when."""

    people: Mapping[int | None, Sequence[Signatory]]
    in_program: Mapping[int | None, tuple[Signatory, date]]

    def of(self, months: int | None) -> tuple[Signatory, ...]:
        """Return who signs a paper; whoever signed the round in the program stands in the place of the same role."""
        signed = [self.in_program[months][0]] if months in self.in_program else []
        roles = {who.role for who in signed}
        return (*(who for who in self.people.get(months, ()) if who.role not in roles), *signed)

    def days_of(self, months: int | None) -> dict[str, date]:
        """Return the day on which each role signed the round in the program, as far as it did."""
        return {str(who.role): on for who, on in [self.in_program[months]]} if months in self.in_program else {}


def signing_of(cursor: duckdb.DuckDBPyConnection, agency_code: str, fiscal_year_be: int) -> Signing:
    """Return who signs the papers of an agency's year."""
    about = {"agency_code": agency_code, "fiscal_year_be": fiscal_year_be}
    people: dict[int | None, list[Signatory]] = {}
    for months, role, name, position in find(cursor, "signatories_told", **about):
        who = Signatory(_text(role), _text(name), _text(position))
        people.setdefault(cast("int | None", months), []).append(who)
    signed = dict(filter(None, map(_signed, find(cursor, "rounds_set", **about))))
    return Signing(people, signed)


def _signed(row: Row) -> tuple[int | None, tuple[Signatory, date]] | None:
    """Return the round of a row with who signed it in the program and when, None where nobody did."""
    state, name, position, on = row[5:9]
    if not (name and on):
        return None
    who = Signatory(say(ROLES[str(state)]), str(name), _text(position))
    return cast("int", row[0]), (who, cast("date", on))


def _text(value: object) -> str | None:
    return str(value) if value else None
