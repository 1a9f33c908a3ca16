"""The starting script with real sockets, and one real start of a stand-in app."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tools import serve


def run_script(port: str) -> subprocess.CompletedProcess[str]:
    script = [sys.executable, serve.__file__, port]
    return subprocess.run(script, capture_output=True, encoding="utf-8", timeout=30, check=False)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((serve.HOST, 0))
        return int(probe.getsockname()[1])


@pytest.mark.parametrize(("host", "listens"), [("127.0.0.1", True), ("0.0.0.0", True), ("127.0.0.1", False)])
def test_a_busy_port_gets_one_sentence(host: str, listens: bool) -> None:
    with socket.socket() as taken:
        taken.bind((host, 0))
        if listens:
            taken.listen()
        port = taken.getsockname()[1]
        told = run_script(str(port))
    assert told.returncode == 1
    assert told.stdout == ""
    assert told.stderr.strip() == serve.BUSY.format(port=port, address=serve.address(port), other=port + 1)


@pytest.mark.parametrize("port", ["", "0", "65536", "-1", "eighty", "๘๕๐๑"])
def test_what_is_no_port_gets_one_sentence(port: str) -> None:
    told = run_script(port)
    assert (told.returncode, told.stderr.strip()) == (1, serve.NO_PORT.format(port=port))


def test_a_free_port_is_no_trouble_even_just_after_it_was_used() -> None:
    port = free_port()
    with socket.create_server((serve.HOST, port)) as server, socket.create_connection((serve.HOST, port)):
        server.accept()[0].close()  # the server hangs up first: the port lingers
    assert serve.trouble(port) is None


def healthy(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"{serve.address(port)}/_stcore/health", timeout=1) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def test_the_app_answers_at_this_machines_own_address_only(tmp_path: Path) -> None:
    port = free_port()
    script = [sys.executable, serve.__file__, str(port)]
    told = {**os.environ, "ITA_DATABASE": str(tmp_path / "ita.duckdb")}
    with (tmp_path / "said").open("w") as said:
        app = subprocess.Popen(script, stdout=said, stderr=said, stdin=subprocess.DEVNULL, env=told)
        try:
            late = time.monotonic() + 30
            while not healthy(port) and time.monotonic() < late:
                time.sleep(0.1)
            assert healthy(port)
            assert serve.STARTING.format(address=serve.address(port)) in (tmp_path / "said").read_text("utf-8")
            with socket.socket() as other:  # another loopback address is still free: it is not bound everywhere
                other.bind(("127.0.0.2", port))
        finally:
            app.terminate()
            app.wait(timeout=20)
