"""How a visitor stands here, told from the settings, the request, the sign-in and the table of people alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from ipaddress import ip_address
from typing import Literal
from urllib.parse import urlsplit

from ita_analysis.people import DESK, PUBLIC, RIGHTS, Person, address, may, may_somewhere
from ita_analysis.store.people import Entry

# Who it is: at the one PC without login; signed in and appointed, or not, or without a verified address; not signed in.
# Or why nobody is told apart: no login though others reach the server, a request from elsewhere, settings that do not
# hold, a table that cannot be asked.
Standing = Literal[
    "desk", "appointed", "unappointed", "unverified", "signed_out",
    "exposed", "elsewhere", "spoilt", "unclear",
]  # fmt: skip
_NOT_VERIFIED = {"false", "0", "no", "none", ""}


@dataclass(frozen=True)
class Request:
    """What a request says of where it comes from; None: it says nothing."""

    served_at: str | None  # the address that the server is bound to
    comes_from: str | None  # the visitor's, None for this computer's own
    host: str | None  # the server's, as the browser was told it
    origin: str | None  # the page's that opened the connection
    is_passed_on: bool  # by a proxy, which says so

    @property
    def is_of_this_pc(self) -> bool:
        """Return whether it can only come from the computer that the server runs on.

        A host or origin of another name is that of a proxy, or of a foreign page that made the browser ask here.
        """
        is_near = self.comes_from is None or is_loopback(self.comes_from)
        is_named = is_loopback(_host_of(f"//{self.host}")) if self.host else False
        is_own_page = self.origin is None or is_loopback(_host_of(self.origin))
        return is_near and is_named and is_own_page and not self.is_passed_on


@dataclass(frozen=True)
class Visit:
    """A visitor: as whom this person may look and write, why, and by which account."""

    person: Person
    standing: Standing
    account: str = ""
    is_public_by_choice: bool = False

    @property
    def sees_names(self) -> bool:
        """Return whether personal names may be shown."""
        return self.person != PUBLIC

    @property
    def sight(self) -> tuple[str, ...]:
        """Return what kept screens may differ by: names, rights over anything at all, and over all agencies."""
        rights = (right for right in RIGHTS if may_somewhere(self.person, right))
        over_all = (right for right in RIGHTS if may(self.person, right))
        return (*(["names"] if self.sees_names else []), *rights, "over all", *over_all)

    def in_public(self) -> Visit:
        """Return the visit as the council sees the pages: without names, without anything to edit."""
        return replace(self, person=PUBLIC, is_public_by_choice=True) if self.sees_names else self


def who_is(
    login: Literal["off", "on", "spoilt"],
    request: Request,
    claims: Mapping[str, object],
    entry_of: Callable[[str], Entry | None],
    first_administrator: str,
) -> Visit:
    """Return the visit: DESK only where there is no login and nobody else can be at the other end.

    `claims` is what the provider says of who signed in, with `is_logged_in`; `entry_of` asks the table of people.
    """
    if login == "off":
        return _without_login(request)
    if login == "spoilt":
        return Visit(PUBLIC, "spoilt")
    if claims.get("is_logged_in") is not True:
        return Visit(PUBLIC, "signed_out")
    email = verified_address(claims)
    return _signed_in(email, claims, entry_of(email), first_administrator) if email else Visit(PUBLIC, "unverified")


def verified_address(claims: Mapping[str, object]) -> str:
    """Return the address that the provider vouches for, or nothing; one that it calls unverified counts for nothing."""
    said = str(claims.get("email_verified", True)).strip().casefold()
    return "" if said in _NOT_VERIFIED else address(claims.get("email"))


def is_loopback(host: str | None) -> bool:
    """Return whether a name or number of a computer can only mean this computer itself."""
    if host is None or host.casefold() == "localhost":
        return host is not None
    try:
        found = ip_address(host.strip("[]"))
    except ValueError:
        return False
    mapped = getattr(found, "ipv4_mapped", None)
    return (mapped or found).is_loopback


def _without_login(request: Request) -> Visit:
    if not is_loopback(request.served_at):
        return Visit(PUBLIC, "exposed")
    return Visit(DESK, "desk") if request.is_of_this_pc else Visit(PUBLIC, "elsewhere")


def _signed_in(email: str, claims: Mapping[str, object], entry: Entry | None, first_administrator: str) -> Visit:
    if email == first_administrator:
        known = entry.person if entry else Person("administrator", email, str(claims.get("name") or email))
        return Visit(replace(known, role="administrator", agency_code=None, unit=None), "appointed", email)
    if entry is None or not entry.is_active:
        return Visit(PUBLIC, "unappointed", email)
    return Visit(entry.person, "appointed", email)


def _host_of(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None
