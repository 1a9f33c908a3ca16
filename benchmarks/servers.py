"""Streamlit servers of their own process, started and stopped by the benchmark."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from ita_analysis.paths import PROJECT
from tools import serve

_PATIENCE = 60
# Usage statistics are sent by the browser to an outside host: off in both.
_BARE = ["--server.headless=true", f"--server.address={serve.HOST}", "--browser.gatherUsageStats=false"]


@dataclass(frozen=True)
class Server:
    """A server that takes visitors."""

    port: int
    process_id: int
    ready_ms: float

    @property
    def address(self) -> str:
        """Return what a browser is given."""
        return serve.address(self.port)


@contextmanager
def our_server(database: Path, home: Path) -> Iterator[Server]:
    """Serve the dashboard as `make run` does, with a database of its own."""
    port = free_port()
    with _served(serve.command(port), PROJECT, {"ITA_DATABASE": str(database)}, home, port) as server:
        yield server


@contextmanager
def bare_server(script: Path, home: Path) -> Iterator[Server]:
    """Serve a script as Streamlit does when nothing is set."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", script.name, f"--server.port={port}", *_BARE]
    with _served(command, script.parent, {}, home, port) as server:
        yield server


@contextmanager
def both(database: Path, script: Path, home: Path, turn: int) -> Iterator[tuple[Server, Server]]:
    """Serve the dashboard and a bare page at the same time; which one starts first changes from turn to turn."""
    with ExitStack() as stack:
        if turn % 2 == 0:
            ours = stack.enter_context(our_server(database, home))
            yield ours, stack.enter_context(bare_server(script, home))
        else:
            bare = stack.enter_context(bare_server(script, home))
            yield stack.enter_context(our_server(database, home)), bare


def free_port() -> int:
    """Return a port that nobody uses at the moment."""
    with socket.socket() as probe:
        probe.bind((serve.HOST, 0))
        return int(probe.getsockname()[1])


def cpu_ms(process_id: int) -> float | None:
    """Return the processor time a process has used, in steps of 10 ms; None where the system has no /proc."""
    try:
        fields = Path(f"/proc/{process_id}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return None
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


@contextmanager
def _served(command: list[str], folder: Path, told: Mapping[str, str], home: Path, port: int) -> Iterator[Server]:
    # A home of its own: no settings of the person who measures.
    environment = {**os.environ, "HOME": str(home), "USERPROFILE": str(home), **told}
    with (home / f"{port}.log").open("w", encoding="utf-8") as log:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log
        )
        try:
            _wait(process, port, home)
            yield Server(port, process.pid, (time.perf_counter() - start) * 1000)
        finally:
            _stop(process)


def _wait(process: subprocess.Popen[bytes], port: int, home: Path) -> None:
    late = time.monotonic() + _PATIENCE
    while not _is_healthy(port):
        if process.poll() is not None or time.monotonic() > late:
            raise RuntimeError((home / f"{port}.log").read_text(encoding="utf-8") or "The server does not answer.")
        time.sleep(0.02)


def _is_healthy(port: int) -> bool:
    with (
        suppress(urllib.error.URLError, OSError),
        urllib.request.urlopen(  # noqa: S310 - our own address
            f"{serve.address(port)}/_stcore/health", timeout=1
        ) as answer,
    ):
        return bool(answer.status == 200)
    return False


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
