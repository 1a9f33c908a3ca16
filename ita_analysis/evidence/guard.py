"""The only door to the network: a name is resolved once, judged, and the connection goes to the number that was judged.

So no second answer of a name server (DNS rebinding) leads a connection into the own network, and nothing that goes
through this door outlasts its deadline.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import time
from collections.abc import Collection, Iterable
from queue import Empty, SimpleQueue
from threading import Thread

import httpcore

from ita_analysis.evidence.networks import is_allowed, is_public

_MOST_NUMBERS = 6  # of one name; a name with hundreds would leave none of them time to answer


class NotAllowed(Exception):
    """A host within the own machine or network, which no configuration names."""


class NoName(Exception):
    """A host that the name servers do not know."""


class Guard(httpcore.NetworkBackend):
    """Connects to numbers that are public or allowed, all before the deadline (seconds of `time.monotonic`)."""

    def __init__(self, allowed: Collection[str]) -> None:
        """Keep what the configuration allows; nothing is in time before a deadline is set."""
        self._allowed = allowed
        self._plain = httpcore.SyncBackend()
        self.deadline = 0.0

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002 - the deadline binds
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Return a connection to the first of a host's numbers that answers.

        Raises NotAllowed, NoName, and httpcore's errors where none answers in time.
        """
        fault: Exception = NoName(host)
        numbers = self._judged(host, port)
        for place, number in enumerate(numbers):
            share = left(self.deadline) / (len(numbers) - place)
            try:
                stream = self._plain.connect_tcp(number, port, share, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                fault = error
            else:
                return _Bounded(stream, self.deadline)
        raise fault

    def _judged(self, host: str, port: int) -> list[str]:
        numbers = _numbers(host, port, left(self.deadline))
        for number in numbers:
            judged = ipaddress.ip_address(number)
            if not is_public(judged) and not is_allowed(judged, host, port, self._allowed):
                raise NotAllowed(host)
        return numbers[:_MOST_NUMBERS]


class _Bounded(httpcore.NetworkStream):
    """A connection whose every step ends at the deadline: a server that drips cannot hold it open."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002
        return self._stream.read(max_bytes, left(self._deadline))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        self._stream.write(buffer, left(self._deadline))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        return _Bounded(self._stream.start_tls(ssl_context, server_hostname, left(self._deadline)), self._deadline)

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)


def left(deadline: float) -> float:
    """Return the seconds until a deadline; raises httpcore's ReadTimeout where it has passed."""
    seconds = deadline - time.monotonic()
    if seconds <= 0:
        raise httpcore.ReadTimeout
    return seconds


def _numbers(host: str, port: int, seconds: float) -> list[str]:
    # The system's own resolver knows no deadline, so it is asked from a thread that nobody waits for longer.
    answers: SimpleQueue[list[str] | Exception] = SimpleQueue()
    Thread(target=lambda: answers.put(_resolved(host, port)), daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except Empty as error:
        raise httpcore.ConnectTimeout from error
    if isinstance(answer, Exception):
        raise NoName(host) from answer
    return answer


def _resolved(host: str, port: int) -> list[str] | Exception:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        return error
    return list(dict.fromkeys(str(address[0]) for *_, address in found))
