"""One question to a server: is this address served, and if not, what stands in the way."""

from __future__ import annotations

import ssl
import time
from collections.abc import Collection
from contextlib import closing, suppress
from dataclasses import dataclass, field
from threading import Lock

import httpcore
import httpx

from ita_analysis.evidence.address import Address
from ita_analysis.evidence.guard import Guard, NoName, NotAllowed
from ita_analysis.evidence.looked import Reason
from ita_analysis.evidence.transport import Transport

_HEADERS = {"User-Agent": "ita-dashboard/0.1 (looks whether cited evidence can be opened)", "Accept": "*/*"}
_TOO_MANY = 429
# OpenSSL's numbers of what is wrong with a certificate.
_CERTIFICATES: dict[int, Reason] = {
    9: "certificate_expired",  # not valid yet, as it looks to a desk whose clock is slow
    10: "certificate_expired",
    18: "certificate_own",
    19: "certificate_own",
    20: "certificate_chain",
    21: "certificate_chain",
    62: "certificate_name",
    64: "certificate_name",
}
_BROKEN_ON_HEAD = (httpcore.ReadTimeout, httpcore.ReadError, httpcore.ProtocolError)
_FAULTS = (NotAllowed, NoName, httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError)


@dataclass(frozen=True)
class Answer:
    """What came back: a status and where it sends us on to, or what stood in the way."""

    status: int | None
    location: str = ""
    fault: Reason | None = None


@dataclass(frozen=True)
class Manners:
    """How all visits of one look ask: what is allowed, the seconds of one step, whom we trust, whose turn it is.

    A host is asked one thing at a time, whoever asks.
    """

    allowed: Collection[str]
    step: float
    trusted: ssl.SSLContext
    turns: dict[str, Lock] = field(default_factory=dict)

    def turn(self, host: str) -> Lock:
        """Return the lock that whoever asks a host holds."""
        return self.turns.setdefault(host, Lock())


class Asker:
    """Asks on behalf of one visit, which has twice the seconds of a step for all that it asks; waiting is free."""

    def __init__(self, manners: Manners) -> None:
        """Start with all of the visit's time."""
        self._manners = manners
        self._guard = Guard(manners.allowed)
        self._transport = Transport(self._guard, manners.trusted)
        self._seconds = 2 * manners.step

    def ask(self, address: Address) -> Answer:
        """Return what an address answers: to HEAD, and to GET where a server does not serve HEAD."""
        try:
            with suppress(*_BROKEN_ON_HEAD):
                answer = self._once("HEAD", address)
                if answer.status is not None and (answer.status < 400 or answer.status == _TOO_MANY):
                    return answer
            return self._once("GET", address)
        except _FAULTS as error:
            return Answer(None, fault=_reason(error))

    def _once(self, method: str, address: Address) -> Answer:
        # Host is ours: httpx would write one from the name's letters, and stumbles over names that have none.
        request = httpx.Request(method, address.asked, headers={"Host": address.place, **_HEADERS})
        with self._manners.turn(address.host):
            started = time.monotonic()
            self._guard.deadline = started + min(self._manners.step, self._seconds)
            try:
                with closing(self._transport.handle_request(request)) as response:
                    return Answer(response.status_code, response.headers.get("location", ""))
            finally:
                self._seconds -= time.monotonic() - started


def _reason(error: Exception) -> Reason:
    if isinstance(error, NotAllowed):
        return "inner_address"
    if isinstance(error, NoName):
        return "no_name"
    if isinstance(error, httpcore.TimeoutException):
        return "too_slow"
    beneath = error.__context__  # httpcore hides what its errors come from, and keeps it here
    if isinstance(beneath, ssl.SSLCertVerificationError):
        return _CERTIFICATES.get(beneath.verify_code, "certificate_other")
    if isinstance(beneath, ssl.SSLError):
        return "not_secure"
    return "no_answer" if isinstance(error, httpcore.ConnectError) else "broken_answer"
