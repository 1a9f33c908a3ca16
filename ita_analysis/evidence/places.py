"""What kind of place a URL leads to: one that nobody else can open, or that an assessor would not take."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Collection
from typing import Literal

from ita_analysis.evidence.address import Address, host_of
from ita_analysis.evidence.networks import is_public
from ita_analysis.vocabulary import words

Kind = Literal["search_result", "private_drive", "sign_in", "social_media", "short_link"]


def kind_of(address: Address) -> Kind | None:
    """Return the kind of place that the vocabulary knows a URL to lead to; the first that fits."""
    after = f"{address.path}?{address.query}"
    for place in words("evidence")["place"]:
        if _is_host(address.host, place.get("hosts")) and _is_path(after, place):
            kind: Kind = place["kind"]
            return kind
    return None


def is_inner(host: str) -> bool:
    """Return whether nobody outside the own machine or network reaches a host, as far as its name or number says."""
    try:
        return not is_public(ipaddress.ip_address(host))
    except ValueError:
        return "." not in host or host.rpartition(".")[2] in words("evidence")["inner_ends"]


def own(hosts: Collection[str]) -> tuple[str, ...]:
    """Return an agency's hosts in one spelling, without www; what everybody shares (go.th) is nobody's own."""
    shared = {host_of(each) for each in words("evidence")["shared_ends"]}
    found = dict.fromkeys(_bare(host_of(each)) for each in hosts)
    return tuple(host for host in found if "." in host and host not in shared)


def is_own(host: str, own_hosts: Collection[str]) -> bool:
    """Return whether a host is one of an agency's own, as `own` returns them, or lies below one."""
    return any(is_below(_bare(host), each) for each in own_hosts)


def is_one_site(one: str, other: str) -> bool:
    """Return whether two hosts are one site: the same, or one below the other; www does not count."""
    return is_below(_bare(one), _bare(other)) or is_below(_bare(other), _bare(one))


def is_below(host: str, above: str) -> bool:
    """Return whether a host is another or lies below it."""
    return host == above or host.endswith(f".{above}")


def _bare(host: str) -> str:
    return host.removeprefix("www.")


def _is_host(host: str, hosts: Collection[str] | None) -> bool:
    return hosts is None or any(is_below(host, each) for each in hosts)


def _is_path(after: str, place: dict[str, str]) -> bool:
    wanted, unless = place.get("match"), place.get("unless")
    return not (wanted and not re.search(wanted, after, re.IGNORECASE)) and not (
        unless and re.search(unless, after, re.IGNORECASE)
    )
