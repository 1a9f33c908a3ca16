"""A server within the test: what an ASGI app answers over real HTTP."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection, HTTPResponse

import uvicorn
from starlette.applications import Starlette

Asked = Callable[..., tuple[HTTPResponse, bytes]]
_STARTED_AFTER = 10.0


@contextmanager
def answering(app: Starlette) -> Iterator[Asked]:
    """Run an app; what is handed over asks it for a path, with headers, and returns the answer and its body."""
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            _wait_for(server)
            yield lambda path, headers=None: _asked(int(listening.getsockname()[1]), path, headers or {})
        finally:
            server.should_exit = True
            thread.join()


def _wait_for(server: uvicorn.Server) -> None:
    until = time.monotonic() + _STARTED_AFTER
    while not server.started:
        assert time.monotonic() < until, "the server does not start"
        time.sleep(0.01)


def _asked(port: int, path: str, headers: dict[str, str]) -> tuple[HTTPResponse, bytes]:
    with closing(HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        return answer, answer.read()
