"""Requests of httpx through the guard: one connection each, and nothing that a client would add on its own.

A transport knows no cookies, no proxies of the environment, no passwords, and follows no redirect.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterable, Iterator
from functools import cache

import certifi
import httpcore
import httpx

from ita_analysis.evidence.guard import Guard


class Transport(httpx.BaseTransport):
    """Sends requests over connections that the guard makes; errors are those of the guard and of httpcore."""

    def __init__(self, guard: Guard, trusted: ssl.SSLContext) -> None:
        """Keep no connection for a later request: the guard judges each anew."""
        self._pool = httpcore.ConnectionPool(ssl_context=trusted, network_backend=guard, max_keepalive_connections=0)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Return an answer whose body has not been read; it has to be closed."""
        url = request.url
        place = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        answer = self._pool.handle_request(httpcore.Request(request.method, place, headers=request.headers.raw))
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer))

    def close(self) -> None:
        """Close what is still open."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        body = self._answer.stream
        assert isinstance(body, Iterable)
        yield from body

    def close(self) -> None:
        self._answer.close()


@cache
def trusted_certificates() -> ssl.SSLContext:
    """Return whose signature under a certificate counts: the authorities of this machine and those of Mozilla's list.

    Read once a process; a thousand authorities take a tenth of a second.
    """
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context
