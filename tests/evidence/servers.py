"""Real servers on the own machine: what each path answers is written down, what was asked is kept."""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Any

import pytest

CERTIFICATES = Path(__file__).parent / "certificates"
LOOPBACK = "127.0.0.1"
RESOLVE = socket.getaddrinfo


class Asked(BaseHTTPRequestHandler):
    """One question to a server, in the hands of the answer of its path."""

    server: Served
    protocol_version = "HTTP/1.1"  # a connection may be kept, as real servers keep it

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        self.server.asked.append((self.command, self.path, dict(self.headers)))
        self.server.answers.get(self.path, reply(404))(self)

    def send(self, status: int, headers: Mapping[str, str]) -> None:
        """Send a status, headers and an end."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Say nothing."""


Answer = Callable[[Asked], None]


@dataclass
class Crowd:
    """How many are asking at once, and how many were at the most."""

    now: int = 0
    most: int = 0
    lock: Lock = field(default_factory=Lock)

    def __enter__(self) -> None:
        with self.lock:
            self.now += 1
            self.most = max(self.most, self.now)

    def __exit__(self, *_: object) -> None:
        with self.lock:
            self.now -= 1


class Served(ThreadingHTTPServer):
    """A server with its answers by path; `over` is set when the test is."""

    def __init__(self, answers: Mapping[str, Answer], crowd: Crowd | None = None) -> None:
        super().__init__((LOOPBACK, 0), Asked)
        self.answers = dict(answers)
        self.asked: list[tuple[str, str, dict[str, str]]] = []
        self.crowd = crowd or Crowd()
        self.over = Event()
        self.scheme = "http"

    @property
    def port(self) -> int:
        return self.server_port

    def url(self, path: str = "/", host: str = LOOPBACK) -> str:
        return f"{self.scheme}://{host}:{self.port}{path}"

    @property
    def methods(self) -> list[str]:
        return [method for method, _, _ in self.asked]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of those who hang up."""


@contextmanager
def serving(answers: Mapping[str, Answer], certificate: str = "", crowd: Crowd | None = None) -> Iterator[Served]:
    """A server that runs until the end of the block; with a certificate it speaks https."""
    server = Served(answers, crowd)
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATES / f"{certificate}.pem")
        server.socket = context.wrap_socket(server.socket, server_side=True)
        server.scheme = "https"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        thread.join()
        server.server_close()


def reply(status: int = 200, **headers: str) -> Answer:
    """An answer with a status and headers, and no body."""
    return lambda asked: asked.send(status, {"Content-Length": "0", **headers})


def onward(to: str, status: int = 302) -> Answer:
    """An answer that sends on to another place."""
    return reply(status, Location=to.encode().decode("latin-1"))


def after(seconds: float, answer: Answer) -> Answer:
    """An answer that takes its time."""

    def wait(asked: Asked) -> None:
        with asked.server.crowd:  # left before the answer: whoever has it may ask again at once
            time.sleep(seconds)
        answer(asked)

    return wait


def only_get(status: int) -> Answer:
    """An answer that serves GET and refuses HEAD with a status."""
    return lambda asked: reply(200 if asked.command == "GET" else status)(asked)


def hang_up(asked: Asked) -> None:
    """Close without a word."""
    asked.close_connection = True


def silent(asked: Asked) -> None:
    """Say nothing until the test is over."""
    asked.server.over.wait()


def only_get_silent(asked: Asked) -> None:
    """Serve GET, and say nothing to HEAD."""
    (reply() if asked.command == "GET" else silent)(asked)


def named(patch: pytest.MonkeyPatch, numbers: Mapping[str, list[list[str]]]) -> list[str]:
    """Let the system's resolver answer names as a table says, each time by the next row; return the names asked."""
    asked: list[str] = []

    def resolve(host: str, port: int, *rest: Any, **named: Any) -> Any:
        if host not in numbers:
            return RESOLVE(host, port, *rest, **named)
        rows = numbers[host]
        row = rows[min(asked.count(host), len(rows) - 1)]
        asked.append(host)
        return [each for number in row for each in RESOLVE(number, port, *rest, **named)]

    patch.setattr(socket, "getaddrinfo", resolve)
    return asked
