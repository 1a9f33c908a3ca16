"""What the screen of people says: how many may log in, whether login is set up, who and what each of them is."""

from __future__ import annotations

from typing import Any

import pandas as pd

from ita_analysis.people import RIGHTS, ROLES, Person, may
from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences.parts import SEPARATOR, Headline
from ita_analysis.texts import say, say_count


def headline(people: pd.DataFrame, *, is_set_up: bool, first_administrator: str) -> Headline:
    """Return how many people may log in, and whether they can; `first_administrator`: the configured address."""
    active = int(people["is_active"].sum())
    lead = [say("people.lead.on" if is_set_up else "people.lead.off")]
    if first_administrator:
        lead.append(say("people.lead.first", email=first_administrator))
    elif not _administrators(people):
        lead.append(say("people.lead.no_administrator"))
    return Headline(say_count("people.headline", active), "", SEPARATOR.join(lead))


def rows(people: pd.DataFrame) -> list[dict[str, Any]]:
    """Return a row per person: who, as what, and of which agency and unit."""
    return [
        {
            "name": row.name,
            "position": row.position,
            "email": row.email,
            "role": say(f"role.{row.role}"),
            "agency": row.agency_th if isinstance(row.agency_th, str) else say("people.all_agencies"),
            "unit": row.unit if isinstance(row.unit, str) else say("people.all_units"),
            "is_active": bool(row.is_active),
        }
        for row in rows_of(people)
    ]


def roles() -> list[dict[str, Any]]:
    """Return a row per right: in words, and whether each of the roles has it."""
    return [
        {"right": say(f"people.right.{right}"), "roles": [may(Person(role), right) for role in ROLES]}
        for right in RIGHTS
    ]


def _administrators(people: pd.DataFrame) -> int:
    return int((people["is_active"] & (people["role"] == "administrator")).sum())
