"""The real app as a process of its own: its own port, its own database, stopped cleanly, its log read afterwards."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from tools.serve import HOST, ROOT, address, command

_STARTED_AFTER = 60.0
_STOPPED_AFTER = 15.0


@dataclass(frozen=True)
class Server:
    """A running app, where its words are kept, and how to kill it and start it again at the same address."""

    port: int
    log: Path
    again: Callable[[], None]

    def url(self, path: str = "/") -> str:
        """Return what a visitor types."""
        return address(self.port) + path

    def words(self) -> str:
        """Return what the process has printed so far."""
        return self.log.read_text(encoding="utf-8", errors="replace")


@contextmanager
def running(
    folder: Path,
    start: str = "",
    *,
    is_plain: bool = False,
    options: Sequence[str] = (),
    told: Mapping[str, str] = {},
    may_trace: bool = False,
) -> Iterator[Server]:
    """Run the app with a new database in a folder; `start` is "empty" for one without the shipped record.

    It is run as `make run` does, or where it `is_plain` by `streamlit run app.py`, with `options` of Streamlit and
    variables that are `told`. Nobody has visited it when it is handed over. After it has stopped, a traceback in its
    log is a failure, unless Streamlit `may_trace` what it meets outside.
    """
    processes: list[subprocess.Popen[bytes]] = []

    def again() -> None:
        processes[-1].kill()
        processes[-1].wait()
        begin()

    server = Server(_free_port(), folder / "server.log", again)
    known = {name: value for name, value in os.environ.items() if not name.startswith(("STREAMLIT_", "ITA_"))}
    known |= {"ITA_DATABASE": str(folder / "ita.duckdb"), "ITA_START": start, "PYTHONUNBUFFERED": "1", "NO_COLOR": "1"}
    with server.log.open("wb") as log:

        def begin() -> None:
            process = subprocess.Popen(
                [*(_plain(server.port) if is_plain else command(server.port)), *options],
                cwd=ROOT,
                env={**known, **told},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
            processes.append(process)
            _wait_for(server, process)

        try:
            begin()
            yield server
        finally:
            _stop(processes[-1])
    assert may_trace or "Traceback" not in server.words(), server.words()[-4000:]


def load_demo(folder: Path) -> None:
    """Make a database in a folder that holds the demo agency beside the shipped record."""
    asked = [sys.executable, "-m", "ita_analysis", "demo", "load"]
    told = {**os.environ, "ITA_DATABASE": str(folder / "ita.duckdb"), "ITA_START": ""}
    subprocess.run(asked, cwd=ROOT, env=told, check=True, capture_output=True)


def _plain(port: int) -> list[str]:
    """Return what a person types, with a port that is free; all else is as .streamlit/config.toml says."""
    return [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}"]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _wait_for(server: Server, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + _STARTED_AFTER
    while not _is_healthy(server.port):
        assert process.poll() is None, f"the app ended at once:\n{server.words()}"
        assert time.monotonic() < end, f"the app does not answer:\n{server.words()}"
        time.sleep(0.1)


def _is_healthy(port: int) -> bool:
    """Ask whether the server takes visitors; asking is no visit: no session begins."""
    asked = HTTPConnection(HOST, port, timeout=2)
    try:
        asked.request("GET", "/_stcore/health")
        return asked.getresponse().status == 200
    except OSError:
        return False
    finally:
        asked.close()


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(_STOPPED_AFTER)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
