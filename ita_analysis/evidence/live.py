"""The look at cited URLs that is made only when somebody asks for it: the one part of the program that goes out."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait

from ita_analysis.evidence.address import host_of
from ita_analysis.evidence.asking import Manners
from ita_analysis.evidence.looked import Looked
from ita_analysis.evidence.transport import trusted_certificates
from ita_analysis.evidence.visit import visit

_HOSTS_AT_ONCE = 4


def look(
    urls: Sequence[str],
    *,
    allowed: Collection[str] = (),
    timeout: float = 10,
    tell: Callable[[int, int], None] | None = None,
) -> list[Looked]:
    """Return what each URL answers, in the order given; a URL given twice is asked once.

    `allowed` names hosts, hosts with a port, and networks within the own one that may be asked (`allowed_places`).
    `timeout` is in seconds, for one step; a URL takes at most twice that, while it is its turn. `tell` gets how many
    are done, of how many. Hosts are asked side by side, each one thing at a time. No URL and no network raises.
    """
    waiting = _by_host(urls)
    count, found = len(set(urls)), dict[str, Looked]()
    manners = Manners(allowed, timeout, trusted_certificates())
    pool = ThreadPoolExecutor(_HOSTS_AT_ONCE)
    try:
        running = {pool.submit(visit, rest.popleft(), manners): rest for rest in waiting}
        while running:
            for done in wait(running, return_when=FIRST_COMPLETED).done:
                rest, looked = running.pop(done), done.result()
                found[looked.url] = looked
                if tell:
                    tell(len(found), count)
                if rest:
                    running[pool.submit(visit, rest.popleft(), manners)] = rest
    finally:
        pool.shutdown(cancel_futures=True)
    return [found[url] for url in urls]


def _by_host(urls: Sequence[str]) -> list[deque[str]]:
    hosts: dict[str, deque[str]] = {}
    for url in urls:
        hosts.setdefault(host_of(url), deque()).append(url)
    return list(hosts.values())
