"""The places to sign of an official document: who prepared, reviewed and approved it, and blank ones for the others."""

from __future__ import annotations

from collections.abc import Iterator

from ita_analysis.documents.paper.blocks import Signature, Signatures
from ita_analysis.documents.paper.material import Material
from ita_analysis.documents.paper.wording import in_thai
from ita_analysis.records import Signatory
from ita_analysis.texts import say

ROLES = ("prepared", "reviewed", "approved")


def signing(of: Material) -> Signatures:
    """Return the places to sign in the official order; a role that nobody holds yet has a blank one."""
    return Signatures(tuple(_places(of)))


def _places(of: Material) -> Iterator[Signature]:
    people = list(of.report.signatories)
    for role in (say(f"document.role.{name}") for name in ROLES):
        held = [person for person in people if person.role == role]
        people = [person for person in people if person.role != role]
        yield from (_place(person, of) for person in held)
        if not held:
            yield Signature(role)
    yield from (_place(person, of) for person in people)


def _place(person: Signatory, of: Material) -> Signature:
    on = of.signed_on.get(person.role or "")
    return Signature(person.role or "", person.name or "", person.position or "", in_thai(on) if on else "")
