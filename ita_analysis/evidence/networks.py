"""Numbers of the internet: which of them the public reaches, and what lies within the own machine or network."""

from __future__ import annotations

import ipaddress
import os
import re
from collections.abc import Collection

ALLOWED = "ITA_EVIDENCE_ALLOWED"
Number = ipaddress.IPv4Address | ipaddress.IPv6Address
_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")
_PART = re.compile("0x[0-9a-f]*|[0-9]+")
_ENTRY = re.compile(r"(?P<host>\[[^\]]+\]|[^:\[\]]+|[0-9a-f:.]+(?:/[0-9]+)?)(?::(?P<port>[0-9]{1,5}))?", re.IGNORECASE)


class Unnumbered(ValueError):
    """A host that ends like a number and is none."""


def numbered(host: str) -> str | None:
    """Return the usual spelling of a host that is a number (0x7f.1 is 127.0.0.1), None of one that is a name.

    Raises Unnumbered where a host is meant as a number and cannot be read.
    """
    try:
        if host.startswith("["):
            return str(ipaddress.IPv6Address(host.strip("[]")))
        parts = host.split(".")
        if not _PART.fullmatch(parts[-1]):
            return None
        return str(ipaddress.IPv4Address(_value(parts)))
    except ValueError as error:
        raise Unnumbered(host) from error


def is_public(number: Number) -> bool:
    """Return whether everybody on the internet reaches this number.

    A number that hides another (of IPv4 in IPv6) is not public, but for one that a network translates (64:ff9b::/96):
    that is as public as the one it hides.
    """
    if isinstance(number, ipaddress.IPv6Address):
        if number in _TRANSLATED:
            return is_public(ipaddress.IPv4Address(int(number) & 0xFFFFFFFF))
        if number.ipv4_mapped or number.sixtofour or number.teredo or number.is_site_local:
            return False
    return number.is_global and not (number.is_multicast or number.is_reserved)


def allowed_places() -> tuple[str, ...]:
    """Return what `ITA_EVIDENCE_ALLOWED` names, without spaces: hosts, hosts with a port, numbers, networks."""
    return tuple(entry for each in os.environ.get(ALLOWED, "").split(",") if (entry := each.strip()))


def is_allowed(number: Number, host: str, port: int, allowed: Collection[str]) -> bool:
    """Return whether an entry names the host as it was asked for, or the number or network it has; a port binds.

    An entry that cannot be read names nothing.
    """
    for entry in allowed:
        parts = _ENTRY.fullmatch(entry.strip())
        if parts and (parts["port"] is None or int(parts["port"]) == port):
            named = parts["host"].strip("[]").lower()
            if named == host or number in _network(named):
                return True
    return False


def _network(text: str) -> Collection[Number] | ipaddress.IPv4Network | ipaddress.IPv6Network:
    try:
        return ipaddress.ip_network(text, strict=False)
    except ValueError:
        return ()


def _value(parts: list[str]) -> int:
    *first, last = map(_part, parts)
    if len(first) > 3 or last >= 1 << 8 * (4 - len(first)) or any(each > 255 for each in first):
        raise ValueError(parts)
    return last + sum(each << 8 * (3 - place) for place, each in enumerate(first))


def _part(text: str) -> int:
    if not _PART.fullmatch(text):
        raise ValueError(text)
    if text.startswith("0x"):
        return int(text[2:] or "0", 16)
    return int(text, 8 if len(text) > 1 and text.startswith("0") else 10)
